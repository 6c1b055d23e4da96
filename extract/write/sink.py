"""What every output format offers, and the list of the formats.

A format is a class made from an open stream; it writes one article's records at a time and its
closing words (a bracket, a page's end) in `close`, which leaves the stream itself open.
"""

from collections.abc import Sequence
from importlib import import_module
from typing import IO, Any, NamedTuple, Protocol, cast

from extract.records import Article, BaseRecord


class Sink(Protocol):
    """Where the facts go, article by article in the order of the inputs."""

    def write(self, article: Article, records: Sequence[BaseRecord]) -> None:
        """Writes the records of one article, in the order of its text."""
        ...

    def close(self) -> None:
        """Writes what ends the output; called once, also after no article at all. Leaves the stream open."""
        ...


class Format(NamedTuple):
    """An output format: `sink` is its class as module:name, `suffix` that of its files.

    `legible`: made for a terminal, with an article's words made safe and with colours.
    """

    sink: str
    suffix: str
    binary: bool = False
    legible: bool = False


# imported when chosen: Rich and pyarrow are slow to import
FORMATS: dict[str, Format] = {
    "jsonl": Format("extract.write.jsonl:JsonlSink", ".jsonl"),
    "json": Format("extract.write.json:JsonSink", ".json"),
    "table": Format("extract.write.table:TableSink", ".txt", legible=True),
    "html": Format("extract.write.html:HtmlSink", ".html"),
    "explained": Format("extract.write.explained:ExplainedSink", ".txt", legible=True),
    "csv": Format("extract.write.csv:CsvSink", ".csv"),
    "parquet": Format("extract.write.parquet:ParquetSink", ".parquet", binary=True),
}


def open_sink(name: str, stream: IO[Any]) -> Sink:
    """The sink of a format on a stream: text, or bytes where the format is binary."""
    module, _, sink = FORMATS[name].sink.partition(":")
    return cast("Sink", getattr(import_module(module), sink)(stream))
