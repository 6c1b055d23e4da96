"""JSON lines: one record a line, the wire format."""

from collections.abc import Iterable, Sequence
from typing import TextIO

from extract.records import Article, BaseRecord


class JsonlSink:
    """Writes one JSON object a line."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, article: Article, records: Sequence[BaseRecord]) -> None:  # noqa: ARG002 - the lines name it
        """Writes the records of one article."""
        self.write_lines(record.model_dump_json() for record in records)

    def write_lines(self, lines: Iterable[str]) -> None:
        """Writes records that are lines of the wire format already."""
        self._stream.writelines(f"{line}\n" for line in lines)

    def close(self) -> None:
        """Nothing ends the output."""
