"""TIMEX3 values: calendar units as values, values as calendar days, and steps from one value to another.

Values after ISO 8601 and the TimeML annotation guidelines 1.2.1: `2025-06-02`, `2025-06`, `2025-W22`, `2025-Q1`,
`2025-H1`, `2025-SU`, `2025`, `202` (a decade), `20` (the years 2000-2099), `2025-06-02TMO`.
"""

import re
from datetime import date, timedelta

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)")
_YEARS = re.compile(r"\d{2,4}")
_MONTHS_OF = {  # first and last month; meteorological seasons, winter by the year it begins in
    "Q1": (1, 3),
    "Q2": (4, 6),
    "Q3": (7, 9),
    "Q4": (10, 12),
    "H1": (1, 6),
    "H2": (7, 12),
    "SP": (3, 5),
    "SU": (6, 8),
    "FA": (9, 11),
    "WI": (12, 14),
}
SEASON_STARTS = {season: months[0] for season, months in _MONTHS_OF.items() if season[0] in "SFW"}
Days = tuple[date, date]


def days(value: str | None) -> Days | None:
    """The first and last calendar day that a value covers; None for durations, sets, references and non-dates."""
    if not value:
        return None
    try:
        if "/" in value:
            return _interval(*value.split("/", 1))
        return _days(value.partition("T")[0])
    except (ValueError, OverflowError):
        return None


def existing(value: str) -> str | None:
    """The value, if it covers days of the calendar: not 31 June."""
    return value if days(value) else None


def _interval(start: str, end: str) -> Days | None:
    first, last = days(start), days(end)
    return (first[0], last[1]) if first and last else None


def _days(value: str) -> Days | None:
    if match := _DAY.fullmatch(value):
        day = date(*map(int, match.groups()))
        return day, day
    if match := _WEEK.fullmatch(value):
        return _week_days(int(match[1]), int(match[2]), weekend=match[3] is not None)
    if match := _MONTH.fullmatch(value):
        return _months(int(match[1]), int(match[2]), int(match[2]))
    if match := _PART.fullmatch(value):
        return _months(int(match[1]), *_MONTHS_OF[match[2]])
    if _YEARS.fullmatch(value):
        missing = 4 - len(value)
        return date(int(value + "0" * missing), 1, 1), date(int(value + "9" * missing), 12, 31)
    return None


def _week_days(year: int, week: int, *, weekend: bool) -> Days:
    monday = date.fromisocalendar(year, week, 1)
    return monday + timedelta(5 if weekend else 0), monday + timedelta(6)


def _months(year: int, first: int, last: int) -> Days:
    """All days from the first month to the last; months above 12 are the next year's."""
    after = date(year + last // 12, last % 12 + 1, 1)
    return date(year, first, 1), after - timedelta(1)


def week(day: date, *, weekend: bool = False) -> str:
    """The ISO week of a day, or the weekend of that week."""
    year, number, _ = day.isocalendar()
    return f"{year:04}-W{number:02}" + ("-WE" if weekend else "")


def quarter(year: int, number: int) -> str:
    """A quarter; numbers outside 1-4 count on into the years beside."""
    return f"{year + (number - 1) // 4:04}-Q{(number - 1) % 4 + 1}"


def month(year: int, number: int) -> str:
    """A month; numbers outside 1-12 count on into the years beside."""
    return f"{year + (number - 1) // 12:04}-{(number - 1) % 12 + 1:02}"


def stepped(day: date, unit: str, steps: int) -> str | None:
    """The unit of the calendar that lies `steps` units after the one that holds the day (before it, if negative).

    `unit` is D, W, WE, M, Q, Y, DE or CE. None beyond the years 1-9999.
    """
    try:
        return _stepped(day, unit, steps)
    except (ValueError, OverflowError):
        return None


def _stepped(day: date, unit: str, steps: int) -> str | None:  # noqa: PLR0911 - one line a unit
    match unit:
        case "D":
            return (day + timedelta(steps)).isoformat()
        case "W" | "WE":
            return week(day + timedelta(7 * steps), weekend=unit == "WE")
        case "M":
            return _year_checked(month(day.year, day.month + steps))
        case "Q":
            return _year_checked(quarter(day.year, (day.month + 2) // 3 + steps))
        case "Y":
            return _year_checked(f"{day.year + steps:04}")
        case "DE":
            return _year_checked(f"{day.year + 10 * steps:04}")[:3]
        case "CE":
            return _year_checked(f"{day.year + 100 * steps:04}")[:2]
    return None


def _year_checked(value: str) -> str:
    year = value.partition("-")[0]
    if len(year) != len("2025") or not year.isdigit() or year == "0000":
        raise ValueError(year)
    return value


def granularity(value: str) -> str | None:
    """The unit of a calendar value: D, W, WE, M, Q, S (season), H, Y, DE or CE; None for what is no calendar value."""
    value = value.partition("T")[0]
    if _DAY.fullmatch(value):
        return "D"
    if match := _WEEK.fullmatch(value):
        return "WE" if match[3] else "W"
    if _MONTH.fullmatch(value):
        return "M"
    if match := _PART.fullmatch(value):
        return match[2][0] if match[2][0] in "QH" else "S"
    return {4: "Y", 3: "DE", 2: "CE"}[len(value)] if _YEARS.fullmatch(value) else None
