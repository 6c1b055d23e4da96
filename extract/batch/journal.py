"""The finished articles of a run, beside its output: append-only, so that a killed run goes on where it ended.

The first line says by what the facts were made (version, model, rules, options); each further line holds
one article with the digest of its bytes and its facts. A line that was cut off by a kill is dropped.
"""

import json
import os
from array import array
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from extract.errors import OutputError
from extract.write.files import told

Made = dict[str, Any]


class Journal:
    """An open journal. Its lock keeps a second run away from the same output.

    Args:
        path: of the journal's file.
        made: by what the facts are made; entries made otherwise are not used.
        resume: whether to use the entries that are there, else they are dropped.

    Raises:
        OutputError: it can't be written, or another run is at it.
    """

    def __init__(self, path: Path, made: Made, *, resume: bool) -> None:
        self.path = path
        self.outdated = False  # there were entries, but made otherwise
        self._finished: dict[str, tuple[str, int]] = {}  # place: digest, offset of the line
        self._order = array("q")  # offsets of the lines, in the order of the output; -1 for a failed article
        self._expected: deque[int] = deque()  # places in the order whose article is being worked on
        with told(path):
            self._file = os.fdopen(_locked(path), "r+b")
            self._begin(json.dumps({"newsfacts journal": made}, sort_keys=True).encode() + b"\n", resume=resume)

    def _begin(self, header: bytes, *, resume: bool) -> None:
        first = self._file.readline()
        if resume and first == header:
            self._file.truncate(self._index())
        else:
            self.outdated = resume and first.endswith(b"\n")
            self._file.seek(0)
            self._file.truncate()
            self._file.write(header)
            self._file.flush()
        self._file.seek(0, os.SEEK_END)

    def _index(self) -> int:
        """Notes all whole lines; the offset at which they end."""
        offset = self._file.tell()
        for line in self._file:
            if not line.endswith(b"\n"):
                break
            try:
                entry = json.loads(line)
                self._finished[entry["place"]] = (entry["digest"], offset)
            except (ValueError, KeyError, TypeError):  # the power failed, and the disk kept something else
                break
            offset += len(line)
        return offset

    def __len__(self) -> int:
        """How many finished articles the run began with."""
        return len(self._finished)

    def digest(self, place: str) -> str | None:
        """The digest of a finished article's bytes, None for one that is not finished."""
        return self._finished.get(place, (None, 0))[0]

    def entry(self, place: str) -> dict[str, Any]:
        """What was added for a finished article."""
        return self._read(self._finished[place][1])

    def again(self, place: str) -> None:
        """Gives an article that was finished before its place in the output."""
        self._order.append(self._finished[place][1])

    def expect(self) -> None:
        """Gives the next article that is to be worked on its place in the output; `add` or `miss` follows."""
        self._expected.append(len(self._order))
        self._order.append(-1)

    def miss(self) -> None:
        """Leaves the place of an article that failed empty; the next run tries it again."""
        self._expected.popleft()

    def add(self, place: str, digest: str, content: dict[str, Any]) -> None:
        """Appends an article that was just finished.

        Raises:
            OutputError: the disk is full.
        """
        self._order[self._expected.popleft()] = self._file.seek(0, os.SEEK_END)
        entry = {"place": place, "digest": digest, **content}
        line = json.dumps(entry, ensure_ascii=False, separators=(",", ":"))
        with told(self.path):
            self._file.write(line.encode("utf-8", "surrogatepass") + b"\n")  # names of files may hold half characters
            self._file.flush()

    def entries(self) -> Iterator[dict[str, Any]]:
        """What was added for each article, in the order of the output."""
        for offset in self._order:
            if offset >= 0:
                yield self._read(offset)

    def _read(self, offset: int) -> dict[str, Any]:
        self._file.seek(offset)
        entry: dict[str, Any] = json.loads(self._file.readline())
        return entry

    def close(self, *, remove: bool) -> None:
        """Ends the journal; `remove` when nothing is left to resume, as where no article was ever finished."""
        if remove or not (self._finished or any(offset >= 0 for offset in self._order)):
            with suppress(OSError):
                self.path.unlink()
        with suppress(OSError):
            self._file.close()


def _locked(path: Path) -> int:
    """The descriptor of the file, created if need be, which no other run can open until it is closed."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        import fcntl  # noqa: PLC0415 - not on Windows
    except ImportError:
        return descriptor
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise OutputError(f"{path}: another run is writing this output: wait for it, or choose another") from None
    return descriptor
