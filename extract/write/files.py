"""Files that are there as a whole or not at all: written beside the target, synced, then renamed.

A name ending in .gz, .bz2, .xz or .zst is compressed, without a time stamp, so that equal facts give
equal bytes. What is no regular file (a pipe, /dev/null) is written directly.
"""

import bz2
import gzip
import io
import lzma
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, cast

from extract.errors import OutputError, ReaderGoneError
from extract.zstandard import open_zstd

COMPRESSIONS = frozenset({".gz", ".bz2", ".xz", ".zst"})


@contextmanager
def replacing(path: Path, *, binary: bool = False) -> Iterator[IO[Any]]:
    """A stream to a new version of a file, which takes its place when the context ends without an error.

    Raises:
        OutputError: the file can't be written; what was there before is unharmed.
    """
    path = Path(os.path.realpath(path))  # a symbolic link stays one
    if is_special(path):
        with told(path), _layers(open(path, "wb"), path, binary=binary) as stream:  # noqa: PTH123 - not atomic
            yield stream
        return
    temporary = path.with_name(f".{path.name}.part")
    try:
        with told(path):
            with _layers(temporary.open("wb"), path, binary=binary) as stream:
                yield stream
            _sync(temporary)
            temporary.replace(path)
            _sync(path.parent)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def is_special(path: Path) -> bool:
    """Whether the path is there and is neither a regular file nor a folder."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


@contextmanager
def told(target: Path | str) -> Iterator[None]:
    """Turns what the system says against writing into an error for the user.

    Raises:
        ReaderGoneError: nobody reads the pipe any more.
        OutputError: any other reason.
    """
    try:
        yield
    except BrokenPipeError:
        raise ReaderGoneError from None
    except OSError as error:
        raise OutputError(f"{target}: can't be written ({error.strerror or error})") from None


@contextmanager
def _layers(raw: IO[bytes], path: Path, *, binary: bool) -> Iterator[IO[Any]]:
    with raw, _compressed(raw, path.suffix.lower()) as stream:
        if binary:
            yield stream
        else:
            with io.TextIOWrapper(stream, encoding="utf-8", newline="\n") as text:
                yield text


def _compressed(raw: IO[bytes], suffix: str) -> IO[bytes]:
    if suffix == ".gz":
        return cast("IO[bytes]", gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0))
    if suffix == ".bz2":
        return bz2.BZ2File(raw, "wb")
    if suffix == ".xz":
        return lzma.LZMAFile(raw, "wb")
    return open_zstd(raw, "wb") if suffix == ".zst" else raw


def _sync(path: Path) -> None:
    """Asks the disk to keep a file, or a folder's names; not every system can sync folders."""
    with suppress(PermissionError, IsADirectoryError):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
