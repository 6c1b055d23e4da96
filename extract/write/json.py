"""Records as one JSON array, for programs that read whole files."""

from collections.abc import Sequence
from typing import TextIO

from extract.records import Article, BaseRecord


class JsonSink:
    """Writes one array of all records, each on a line of its own."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._joint = "[\n"

    def write(self, article: Article, records: Sequence[BaseRecord]) -> None:  # noqa: ARG002 - a Sink's signature
        """Writes the records of one article."""
        for record in records:
            self._out.write(f"{self._joint}{record.model_dump_json()}")
            self._joint = ",\n"

    def close(self) -> None:
        """Closes the array."""
        self._out.write("[]\n" if self._joint == "[\n" else "\n]\n")
