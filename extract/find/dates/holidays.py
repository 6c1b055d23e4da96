"""Holidays by name: those of a fixed day on it, the others on the days that the holidays library gives them."""

from datetime import date, timedelta
from functools import lru_cache

from extract.find.dates.anchor import Anchor
from extract.find.dates.context import is_attribute
from extract.find.dates.days import FARTHEST, WEEK, year_said
from extract.find.dates.phrase import Phrase

YEAR = 366  # days


def holiday(phrase: Phrase, anchor: Anchor) -> str | None:
    """The holiday in the year named, else the one nearest to publication, sooner past than far ahead."""
    name = phrase.meaning("HOLIDAY")
    if name is None:
        return None
    year = year_said(phrase, anchor)
    day = holiday_day(name, year) if year is not None else _nearest(name, phrase, anchor)
    return day.isoformat() if day else None


def _nearest(name: str, phrase: Phrase, anchor: Anchor) -> date | None:
    """The holiday up to a year from publication: "last" before it, "next" after it, "this" in its year."""
    published = anchor.published
    if published is None:
        return None
    direction, tense = phrase.integer("DIRECTION"), anchor.tense()
    if direction is None and tense == "future":
        direction = 1
    ahead = FARTHEST[None if is_attribute(phrase.span) else tense]  # "Christmas orders rose" are of the coming one
    first, last = {None: (-YEAR, ahead), -1: (-YEAR, -1), 0: (-YEAR, YEAR), 1: (0, YEAR)}[direction]
    years = (0,) if direction == 0 else (1, 0, -1)
    days = [day for year in years if (day := holiday_day(name, published.year + year)) is not None]
    gaps = {day: (day - published).days for day in days}
    near = [day for day in days if first <= gaps[day] <= last]
    if near or tense is not None:
        return next(iter(near), None)
    return next((day for day in days if abs(gaps[day]) <= YEAR), None)


@lru_cache(maxsize=2_000)
def holiday_day(name: str, year: int) -> date | None:
    """The day of a holiday, by how `timewords.toml` names it.

    By month and day ("12-25"), as the first such weekday from a day on ("11-02>2", a Tuesday; "%2": in even years) or
    as "country:category:name in the library". None if there is none that year.
    """
    country, _, holiday = name.partition(":")
    if not holiday:
        return _first_weekday(name, year)
    category, _, english = holiday.partition(":")
    return _calendar(country, category, year).get(english)


def _first_weekday(name: str, year: int) -> date | None:
    day, _, weekday = name.partition(">")
    weekday, _, years = weekday.partition("%")
    if years and year % int(years):
        return None
    first = date.fromisoformat(f"{year:04}-{day}")
    return first + timedelta((int(weekday) - first.isoweekday()) % WEEK) if weekday else first


@lru_cache(maxsize=500)
def _calendar(country: str, category: str, year: int) -> dict[str, date]:
    from holidays import country_holidays  # noqa: PLC0415 - takes 0.1 s: only when a text names such a holiday

    found = country_holidays(country, years=year, categories=(category,), language="en_US")
    return {name: day for day, names in found.items() for name in names.split("; ")}
