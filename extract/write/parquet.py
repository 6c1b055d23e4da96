"""Parquet: one row a record, typed columns (pyarrow, extra `newsfacts[parquet]`)."""

from collections.abc import Sequence
from typing import IO

from extract.errors import UsageError
from extract.records import Article, BaseRecord
from extract.write.flat import COLUMNS, Cell, flat

try:
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter
except ImportError:
    raise UsageError("--format parquet needs an extra: pip install 'newsfacts[parquet]'") from None

_GROUP = 50_000  # rows held before they are written as one row group
_TYPES = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
}
_LISTS = {"aliases": pa.list_(pa.string())}
_OFFSETS = pa.list_(pa.list_(pa.int64()))


class ParquetSink:
    """Gathers rows and writes them in groups."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._schema = pa.schema(
            (name, _TYPES.get(kind) or _LISTS.get(name, _OFFSETS)) for name, kind in COLUMNS.items()
        )
        self._writer = ParquetWriter(stream, self._schema, compression="zstd")
        self._rows: list[dict[str, Cell]] = []

    def write(self, article: Article, records: Sequence[BaseRecord]) -> None:  # noqa: ARG002 - the rows name it
        """Takes the records of one article."""
        self._rows.extend(map(flat, records))
        if len(self._rows) >= _GROUP:
            self._flush()

    def close(self) -> None:
        """Writes the rest and the table of contents."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(pa.Table.from_pylist(self._rows, schema=self._schema))
            self._rows = []
