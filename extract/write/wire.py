"""Lines of the wire format → records."""

from collections.abc import Iterable
from functools import cache

from pydantic import TypeAdapter

from extract.records import BaseRecord, Record


def records(lines: Iterable[str]) -> list[BaseRecord]:
    """The records that the lines hold, in their order."""
    return [_adapter().validate_json(line) for line in lines]


@cache
def _adapter() -> TypeAdapter[BaseRecord]:
    return TypeAdapter(Record)
