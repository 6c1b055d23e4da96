"""JSON lines: one record a line, the wire format."""

from collections.abc import Sequence
from typing import TextIO

from extract.records import Article, BaseRecord


class JsonlSink:
    """Writes one JSON object a line."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, article: Article, records: Sequence[BaseRecord]) -> None:  # noqa: ARG002 - the lines name it
        """Writes the records of one article."""
        self._stream.writelines(f"{record.model_dump_json()}\n" for record in records)

    def close(self) -> None:
        """Nothing ends the output."""
