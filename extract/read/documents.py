"""Files → documents: one for a text or a page, one a line for article files, one a response for WARC archives."""

import io
import sys
from collections.abc import Iterable, Iterator
from typing import IO

from extract.errors import InputError
from extract.read.compressed import inner_suffix, is_compressed, opened, read_at_most, too_large
from extract.read.document import Document, Kind, place_of
from extract.read.sources import STDIN

_KINDS: dict[str, Kind] = {".html": "html", ".htm": "html", ".xhtml": "html", ".json": "object"}
_LINES = frozenset({".jsonl", ".ndjson"})
_BLANK = b"\xef\xbb\xbf \t\r\n"  # what may stand before an object or a page: a byte-order mark and blanks
DEFAULT_LIMIT = 10_000_000


def documents(files: Iterable[str | InputError], limit: int = DEFAULT_LIMIT) -> Iterator[Document | InputError]:
    """The documents of all files in their order, an error in the place of each that can't be read.

    `limit`: bytes of one article at most, decompressed.
    """
    for file in files:
        if isinstance(file, InputError):
            yield file
            continue
        try:
            yield from _of_file(file, limit)
        except InputError as error:
            yield error


def _of_file(path: str, limit: int) -> Iterator[Document | InputError]:
    suffix = inner_suffix(path)
    if path == STDIN:
        yield from _of_stdin(limit)
    elif suffix in _LINES:
        with opened(path) as stream:
            yield from lines(stream, path, limit, seekable=not is_compressed(path))
    elif suffix == ".warc":
        from extract.read.warc import responses  # noqa: PLC0415 - an extra

        yield from responses(path, limit)
    else:
        yield Document(place_of(path), _KINDS.get(suffix, "text"), path)


def _of_stdin(limit: int) -> Iterator[Document | InputError]:
    """Standard input: article JSONL if its first line is an object, HTML if it begins like a page, else a text."""
    stream = sys.stdin.buffer
    head = stream.readline(limit + 1)
    while not head.strip(_BLANK) and (more := stream.readline(limit + 1)):
        head += more
    start = head.lstrip(_BLANK)[:15].lower()
    if start.startswith(b"{"):
        yield from lines(_Rejoined(head, stream), STDIN, limit, seekable=False)
        return
    data = head + read_at_most(stream, max(limit - len(head), 0), STDIN)
    yield Document(STDIN, "html" if start.startswith((b"<!doctype html", b"<html")) else "text", data=data)


class _Rejoined(io.RawIOBase):
    """A stream whose first line was read already."""

    def __init__(self, head: bytes, stream: IO[bytes]) -> None:
        self._head = head
        self._stream = stream

    def readline(self, size: int | None = -1, /) -> bytes:
        head, self._head = self._head, b""
        return head or self._stream.readline(-1 if size is None else size)


def lines(
    stream: IO[bytes] | io.RawIOBase, path: str, limit: int, *, seekable: bool
) -> Iterator[Document | InputError]:
    """One document a line that is not blank: by its place in the file where that is seekable, else with its bytes."""
    start = 0
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        place = f"{place_of(path)}:{number}"
        length = len(line)
        if length > limit and not line.endswith(b"\n"):
            length += _skip_line(stream, limit)
            yield too_large(place, limit)
        elif line.strip():
            where = {"start": start, "length": length} if seekable else {"data": line}
            yield Document(place, "object", path, line=number, **where)
        start += length


def _skip_line(stream: IO[bytes] | io.RawIOBase, limit: int) -> int:
    skipped = 0
    while rest := stream.readline(limit):
        skipped += len(rest)
        if rest.endswith(b"\n"):
            break
    return skipped
