"""Files as streams of bytes, decompressed by their suffix; reading never takes more than asked for."""

import bz2
import gzip
import lzma
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import PurePath
from typing import IO, cast

from extract.errors import InputError, UsageError
from extract.zstandard import open_zstd

_OPENERS: dict[str, Callable[[str, str], IO[bytes]]] = {
    ".gz": cast("Callable[[str, str], IO[bytes]]", gzip.open),
    ".bz2": cast("Callable[[str, str], IO[bytes]]", bz2.open),
    ".xz": cast("Callable[[str, str], IO[bytes]]", lzma.open),
    ".zst": open_zstd,
}
SUFFIXES = frozenset(_OPENERS)


def is_compressed(path: str) -> bool:
    """Whether the name says so."""
    return PurePath(path).suffix.lower() in SUFFIXES


def inner_suffix(path: str) -> str:
    """The suffix that says what a file holds, in lower case: ".jsonl" for "wire.jsonl.gz"."""
    name = PurePath(path)
    return (name.with_suffix("") if is_compressed(path) else name).suffix.lower()


@contextmanager
def opened(path: str, suffixes: frozenset[str] = SUFFIXES) -> Iterator[IO[bytes]]:
    """The bytes of a file, decompressed while they are read where its suffix is one of `suffixes`.

    Raises:
        InputError: here or while the stream is read: the file can't be read or is corrupt.
    """
    suffix = PurePath(path).suffix.lower()
    opener = _OPENERS[suffix] if suffix in suffixes else None
    try:
        with (opener or cast("Callable[[str, str], IO[bytes]]", open))(path, "rb") as stream:
            yield stream
    except FileNotFoundError:
        raise InputError(path, "missing", "no such file: check the path") from None
    except PermissionError:
        raise InputError(path, "unreadable", "permission denied: make the file readable") from None
    except UsageError as error:
        raise InputError(path, "unsupported", str(error)) from None
    except Exception as error:  # noqa: BLE001 - what is not the file's fault is raised again
        raise _broken(path, error) from None


def _broken(path: str, error: Exception) -> Exception:
    """The user's error for one that came up while reading; what is no fault of the file stays as it is."""
    if isinstance(error, OSError) and error.errno is not None:
        return InputError(path, "unreadable", f"can't be read ({error.strerror})")
    if isinstance(error, (OSError, EOFError, zlib.error, lzma.LZMAError)) or type(error).__name__ == "ZstdError":
        return InputError(path, "corrupt", f"broken archive ({error}): compress it again")
    return error


def read_at_most(stream: IO[bytes], limit: int, place: str) -> bytes:
    """All bytes of a stream that holds one article.

    Raises:
        InputError: there are more than `limit`.
    """
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise too_large(place, limit)
    return data


def too_large(place: str, limit: int) -> InputError:
    """The error of an article beyond --max-size."""
    return InputError(place, "too-large", f"more than {size(limit)} in one article: split it, or raise --max-size")


def size(count: int) -> str:
    """A number of bytes as people read it."""
    if count >= 10**6:
        return f"{count / 10**6:,.4g} MB"
    return f"{count / 10**3:,.4g} kB" if count >= 10**3 else f"{count} bytes"
