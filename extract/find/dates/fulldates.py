"""Dates that name their day, month and year.

The usual orders are read here: day, month and year as numbers, ISO 8601, and figures whose year has four digits. Only
what is left ("11/02/89", "02-Jun-2024") goes to dateparser, whose first call compiles its expressions for half a
second. No other phrases go to it: on those it is wrong too often ("the 1990s", "48", "mid-May", "since 2022" all get a
day). Its settings leave nothing to today's date, the machine's time zone or its locale.
"""

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Literal, Protocol

Order = Literal["MDY", "DMY"]

_BASE = datetime(2000, 1, 1)  # noqa: DTZ001 - never shows: every part of the date is required
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")
_MONTHS = 12


class _Found(Protocol):
    date_obj: datetime | None
    period: str


class _Parser(Protocol):
    def get_date_data(self, date_string: str) -> _Found: ...


def calendar_day(year: int, month: int, day: int) -> str | None:
    """The day as `2025-06-02`; None if the calendar has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def figures_day(figures: str, order: Order = "MDY") -> str | None:
    """The day that a date in figures names, as `2025-06-02`; None if there is none or a part is missing.

    `order` decides on 3/4/2019; where only the other order gives a day of the calendar, that one is meant.
    """
    if match := _YEAR_FIRST.fullmatch(figures):
        return calendar_day(int(match[1]), int(match[3]), int(match[4]))
    if match := _YEAR_LAST.fullmatch(figures):
        month, day = (int(match[1]), int(match[3])) if order == "MDY" else (int(match[3]), int(match[1]))
        return calendar_day(int(match[4]), *((day, month) if day <= _MONTHS < month else (month, day)))
    return parsed_day(figures, order)


@lru_cache(maxsize=20_000)
def parsed_day(phrase: str, order: Order = "MDY") -> str | None:
    """The same for a date of any other make, by dateparser."""
    found = _parser(order).get_date_data(phrase)
    if found.date_obj is None or found.period != "day":
        return None
    return found.date_obj.date().isoformat()


@lru_cache(maxsize=2)
def _parser(order: Order) -> _Parser:
    from dateparser.date import DateDataParser  # noqa: PLC0415 - takes 0.3 s: only when a text names such a date

    settings = {
        "DATE_ORDER": order,
        "REQUIRE_PARTS": ["day", "month", "year"],
        "RELATIVE_BASE": _BASE,
        "TIMEZONE": "UTC",
        "PARSERS": ["absolute-time"],
    }
    parser: _Parser = DateDataParser(languages=["en"], settings=settings)
    return parser
