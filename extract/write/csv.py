"""CSV: one row a record, safe to open in a spreadsheet."""

import csv
import json
from collections.abc import Sequence
from typing import TextIO

from extract.records import Article, BaseRecord
from extract.write.flat import COLUMNS, flat

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class CsvSink:
    """Writes a head line, then one row a record, with one set of columns for all types."""

    def __init__(self, stream: TextIO) -> None:
        self._rows = csv.writer(stream, lineterminator="\n")
        self._rows.writerow(COLUMNS)

    def write(self, article: Article, records: Sequence[BaseRecord]) -> None:  # noqa: ARG002 - the rows name it
        """Writes the records of one article."""
        for record in records:
            row = flat(record)
            self._rows.writerow([defused(row.get(column)) for column in COLUMNS])

    def close(self) -> None:
        """Nothing ends the output."""


def defused(value: object) -> str:
    """A cell's text. One that a spreadsheet would run as a formula gets an apostrophe in front (CWE-1236)."""
    if value is None:
        return ""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text
