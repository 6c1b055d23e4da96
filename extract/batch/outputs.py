"""Where the outcomes of a run go: a stream at once, a file as a whole at the end, or a folder file by file."""

import os
import re
from functools import partial
from pathlib import Path
from typing import IO, Any, Protocol

from extract.batch.journal import Journal, Made
from extract.batch.outcome import Outcome
from extract.errors import InputError
from extract.read.document import Document
from extract.read.load import content, digest
from extract.records import Article
from extract.write.files import replacing, told
from extract.write.jsonl import JsonlSink
from extract.write.sink import FORMATS, Sink, open_sink
from extract.write.wire import records

_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST = 50  # characters of an id in the name of a file, which may have 255 bytes


class Output(Protocol):
    """Takes the outcomes of the documents that were expected, in their order.

    `outdated`: there was a journal, but of facts made otherwise, so that all articles are done again.
    """

    outdated: bool

    def expect(self, document: Document | InputError) -> bool:
        """Whether the document is still to be worked on; called once for each, in order."""
        ...

    def add(self, outcome: Outcome) -> None:
        """Takes the outcome of the next expected document."""
        ...

    def finish(self, *, keep: bool) -> None:
        """Completes the output; `keep` leaves what a further run can resume."""
        ...

    def stop(self) -> str | None:
        """Gives up; where what is finished can be resumed from, None if nowhere."""
        ...


class StreamOutput:
    """Writes each outcome at once."""

    outdated = False

    def __init__(self, format_: str, stream: IO[Any], name: str) -> None:
        self._name = name
        self._stream = stream
        self._sink = open_sink(format_, stream)

    def expect(self, document: Document | InputError) -> bool:  # noqa: ARG002 - a stream remembers nothing
        """Always."""
        return True

    def add(self, outcome: Outcome) -> None:
        """Writes the facts; whoever reads the stream sees them now."""
        if outcome.article is not None:
            with told(self._name):
                put(self._sink, outcome.article, outcome.lines)
                self._stream.flush()

    def finish(self, *, keep: bool) -> None:  # noqa: ARG002 - nothing to keep
        """Writes the end of the output."""
        with told(self._name):
            self._sink.close()
            self._stream.flush()

    def stop(self) -> str | None:
        """Leaves the output as it is."""
        return None


class FileOutput:
    """Gathers the outcomes in a journal beside the file, and writes the file from it at the end."""

    def __init__(self, path: Path, format_: str, made: Made, *, resume: bool) -> None:
        self._path = path
        self._format = format_
        self.journal = Journal(path.with_name(f"{path.name}.journal"), made, resume=resume)
        self.outdated = self.journal.outdated

    def expect(self, document: Document | InputError) -> bool:
        """Whether the journal lacks the document, or has it from other bytes."""
        return not resumed(self.journal, document)

    def add(self, outcome: Outcome) -> None:
        """Journals the facts."""
        if outcome.article is None:
            self.journal.miss()
            return
        article = outcome.article.model_dump(mode="json", exclude_none=True)
        self.journal.add(outcome.place, outcome.digest, {"article": article, "facts": outcome.lines})

    def finish(self, *, keep: bool) -> None:
        """Writes the file."""
        with replacing(self._path, binary=FORMATS[self._format].binary) as stream:
            sink = open_sink(self._format, stream)
            for entry in self.journal.entries():
                put(sink, Article.model_validate(entry["article"]), entry["facts"])
            sink.close()
        self.journal.close(remove=not keep)

    def stop(self) -> str | None:
        """Leaves the journal to be resumed."""
        self.journal.close(remove=False)
        return str(self.journal.path)


class FolderOutput:
    """Writes one file an article, in the same tree as the inputs below their common folder."""

    def __init__(self, folder: Path, format_: str, inputs: list[str], made: Made, *, resume: bool) -> None:
        self._folder = folder
        self._format = FORMATS[format_]
        self._open = partial(open_sink, format_)
        self._root = common_folder(inputs)
        with told(folder):
            folder.mkdir(parents=True, exist_ok=True)
        self.journal = Journal(folder / ".newsfacts.journal", made, resume=resume)
        self.outdated = self.journal.outdated

    def expect(self, document: Document | InputError) -> bool:
        """Whether the journal lacks the document, has it from other bytes, or its file is gone."""
        if self.journal.digest(document.place) is not None and not self._file(document.place).exists():
            self.journal.expect()
            return True
        return not resumed(self.journal, document)

    def _file(self, place: str) -> Path:
        """The file of a finished article."""
        return self._folder / str(self.journal.entry(place)["file"])

    def add(self, outcome: Outcome) -> None:
        """Writes the file of an article and notes it."""
        if outcome.article is None:
            self.journal.miss()
            return
        name = f"{self._name(outcome, outcome.article)}{self._format.suffix}"
        target = self._folder / name
        with told(target):
            target.parent.mkdir(parents=True, exist_ok=True)
        with replacing(target, binary=self._format.binary) as stream:
            sink = self._open(stream)
            put(sink, outcome.article, outcome.lines)
            sink.close()
        self.journal.add(outcome.place, outcome.digest, {"file": name})

    def _name(self, outcome: Outcome, article: Article) -> str:
        """That of the input; of one among many in a file, a folder of its name, the line, and the article's own id."""
        inside = os.path.relpath(outcome.path, self._root) if outcome.path is not None else outcome.place
        if outcome.line is None:
            return inside
        own = "" if article.id == outcome.place else f"-{safe(article.id)}"
        return f"{inside}/{outcome.line:06d}{own}"

    def finish(self, *, keep: bool) -> None:
        """Every file is there already."""
        self.journal.close(remove=not keep)

    def stop(self) -> str | None:
        """Leaves the journal to be resumed."""
        self.journal.close(remove=False)
        return str(self.journal.path)


def safe(identifier: str) -> str:
    """What of an id can stand in the name of a file on any system, and still be read.

    >>> safe("../Año/2025 7")
    '.._Año_2025_7'
    """
    return _UNSAFE.sub("_", identifier)[:_LONGEST]


def put(sink: Sink, article: Article, lines: tuple[str, ...]) -> None:
    """Writes an article's facts; JSON lines as they are, which spares reading them."""
    if isinstance(sink, JsonlSink):
        sink.write_lines(lines)
    else:
        sink.write(article, records(lines))


def resumed(journal: Journal, document: Document | InputError) -> bool:
    """Whether the journal has the document's facts, which then get their place in the output."""
    if isinstance(document, Document) and (known := journal.digest(document.place)) is not None:
        try:
            if digest(content(document)) == known:
                journal.again(document.place)
                return True
        except InputError:
            pass  # the worker will tell
    journal.expect()
    return False


def common_folder(inputs: list[str]) -> str:
    """The folder that all inputs lie in."""
    folders = [path if os.path.isdir(path) else os.path.dirname(path) for path in inputs]  # noqa: PTH112, PTH120
    return os.path.commonpath([os.path.abspath(folder) for folder in folders]) if folders else "."  # noqa: PTH100
