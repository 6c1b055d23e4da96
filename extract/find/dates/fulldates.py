"""Dates that name their day, month and year: dateparser's work.

Only such dates go to it: on the rest it is wrong too often ("the 1990s", "48", "mid-May", "since 2022" all give it a
day). Its settings leave nothing to today's date, the machine's time zone or its locale.
"""

from datetime import datetime
from functools import lru_cache
from typing import Protocol

_BASE = datetime(2000, 1, 1)  # noqa: DTZ001 - never shows: every part of the date is required


class _Found(Protocol):
    date_obj: datetime | None
    period: str


class _Parser(Protocol):
    def get_date_data(self, date_string: str) -> _Found: ...


@lru_cache(maxsize=20_000)
def iso_date(phrase: str, order: str = "MDY") -> str | None:
    """The day that a phrase names, as `2025-06-02`; None if there is no such day or a part is missing.

    `order` decides on 3/4/2019 (MDY or DMY).
    """
    found = _parser(order).get_date_data(phrase)
    if found.date_obj is None or found.period != "day":
        return None
    return found.date_obj.date().isoformat()


@lru_cache(maxsize=2)
def _parser(order: str) -> _Parser:
    from dateparser.date import DateDataParser  # noqa: PLC0415 - takes 0.3 s: only when a text names a full date

    settings = {
        "DATE_ORDER": order,
        "REQUIRE_PARTS": ["day", "month", "year"],
        "RELATIVE_BASE": _BASE,
        "TIMEZONE": "UTC",
        "PARSERS": ["absolute-time"],
    }
    parser: _Parser = DateDataParser(languages=["en"], settings=settings)
    return parser
