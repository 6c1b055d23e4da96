"""Which files a command line means: files as given, folders searched for articles, '-' for standard input."""

import os
import re
import stat
from collections.abc import Callable, Collection, Iterator, Sequence
from fnmatch import fnmatch
from pathlib import PurePath

from extract.errors import InputError
from extract.read.compressed import inner_suffix

STDIN = "-"
# what a folder is searched for, each also compressed
_ARTICLES = frozenset({".txt", ".text", ".jsonl", ".ndjson", ".html", ".htm", ".xhtml", ".warc"})


def find(paths: Sequence[str], glob: str | None = None, but: Collection[str] = ()) -> Iterator[str | InputError]:
    """The files to read, in order; an error in the place of a path that leads to none.

    Args:
        paths: files, folders or "-".
        glob: what a folder's files must match, by name or by path inside the folder; by default their suffix decides.
        but: files and folders that are left out, such as the command's own output.
    """
    skipped = [os.path.abspath(path) for path in but]  # noqa: PTH100
    for path in paths:
        if path == STDIN or not os.path.isdir(path):  # noqa: PTH112 - 10 x as fast over many paths
            yield path if path == STDIN else _checked(path)
        else:
            closed: list[OSError] = []
            found = [file for file in sorted(_walk(path, closed.append)) if _wanted(file, path, glob, skipped)]
            yield from sorted((_closed(error) for error in closed), key=str)
            yield from found
            if not found and not closed:
                yield _nothing(path, glob)


def _checked(path: str) -> str | InputError:
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - see above
    except OSError as error:
        kind = "missing" if isinstance(error, FileNotFoundError) else "unreadable"
        return InputError(path, kind, f"{(error.strerror or str(error)).lower()}: check the path")
    if not stat.S_ISREG(mode):
        return InputError(path, "special", "no regular file: give a file or a folder, or pipe it in as '-'")
    return path


def _walk(folder: str, closed: Callable[[OSError], None]) -> Iterator[str]:
    """The regular files below a folder; hidden ones, special ones and linked folders (loops!) are left out.

    `closed` is told of folders that can't be read.
    """
    for parent, folders, files in os.walk(folder, onerror=closed, followlinks=False):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            path = os.path.join(parent, name)  # noqa: PTH118 - keeps the path as given
            if not name.startswith(".") and _is_regular(path):
                yield path


def _is_regular(path: str) -> bool:
    try:
        return stat.S_ISREG(os.stat(path).st_mode)  # noqa: PTH116 - one call a file
    except OSError as error:
        return isinstance(error, PermissionError)  # who reads it will tell


def _wanted(file: str, folder: str, glob: str | None, skipped: Sequence[str]) -> bool:
    if any(f"{os.path.abspath(file)}{os.sep}".startswith(f"{path}{os.sep}") for path in skipped):  # noqa: PTH100
        return False
    if glob is None:
        return inner_suffix(file) in _ARTICLES and not _is_output(file)
    inside = PurePath(file).relative_to(folder).as_posix()
    return fnmatch(inside, glob) or fnmatch(PurePath(file).name, glob)


def _is_output(file: str) -> bool:
    """Whether the file holds records that this command wrote, such as the facts beside the samples."""
    if not file.endswith(".jsonl"):
        return False
    try:
        with open(file, "rb") as stream:  # noqa: PTH123 - one call a file
            return re.match(rb'\{"type": ?"\w+", ?"schema":', stream.read(64)) is not None
    except OSError:
        return False


def _closed(error: OSError) -> InputError:
    return InputError(str(error.filename), "unreadable", f"{str(error.strerror).lower()}: make the folder readable")


def _nothing(folder: str, glob: str | None) -> InputError:
    wanted = f"file matching {glob!r}" if glob else "article (.txt, .jsonl, .html, .warc, also .gz, .bz2, .xz, .zst)"
    return InputError(folder, "missing", f"no {wanted} in this folder: check the path, or give --glob")
