"""Resolvers of weekdays that a story or a month, not the week of publication, gives their place."""

from datetime import date, timedelta

from extract.find.dates.anchor import Anchor
from extract.find.dates.days import WEEK, weekday
from extract.find.dates.months import bare_month, month_year
from extract.find.dates.phrase import Phrase
from extract.find.dates.values import days, stepped

HALF_WEEK = 3
SATURDAY = 6
LONG_PAST = timedelta(13)  # so far from publication, the text tells a story of its own


def weekday_told(phrase: Phrase, anchor: Anchor) -> str | None:
    """The Friday, that Friday night: in a story of other weeks the nearest to the day last spoken of."""
    number, told, latest = phrase.integer("WEEKDAY"), anchor.spoken("D"), anchor.spoken("M")
    day = weekday(phrase, anchor)
    if latest != told and latest is not None and anchor.is_far(latest, LONG_PAST):
        return None
    if number is not None and told is not None and anchor.is_far(told, LONG_PAST):
        gap = (number - told.isoweekday()) % WEEK
        day = (told + timedelta(gap - WEEK if 2 * gap > WEEK else gap)).isoformat()
    return _with_part(day, phrase)


def some_weekday(phrase: Phrase, anchor: Anchor) -> str | None:
    """A Friday: the day just spoken of, if it was one, else of no known week."""
    number, told = phrase.integer("WEEKDAY"), anchor.spoken("D")
    if number is None:
        return None
    is_told = told is not None and told.isoweekday() == number
    return _with_part(told.isoformat() if told is not None and is_told else f"XXXX-WXX-{number}", phrase)


def _with_part(day: str | None, phrase: Phrase) -> str | None:
    part = phrase.meaning("PART")
    return f"{day}T{part}" if day is not None and part is not None else day


def nth_unit(phrase: Phrase, anchor: Anchor) -> str | None:
    """The first week of January, the last day of 2018: of weeks, those that have most of their days there."""
    span = days(_whole(phrase, anchor))
    unit, rank = phrase.meaning("SHORT-PERIOD"), phrase.ordinal()
    if span is None or unit is None:
        return None
    lead = {"D": 0, "W": HALF_WEEK, "WE": (SATURDAY - span[0].isoweekday()) % WEEK}[unit]
    step = 1 if unit == "D" else WEEK
    day = span[0] + timedelta(
        lead + step * (rank - 1 if rank is not None else ((span[1] - span[0]).days - lead) // step)
    )
    return stepped(day, unit, 0) if day <= span[1] else None


def _whole(phrase: Phrase, anchor: Anchor) -> str | None:
    if "MONTH" in phrase:
        return month_year(phrase, anchor) or bare_month(phrase, anchor)
    year = phrase.year()
    return f"{year:04}" if year is not None else None


def nth_weekday(phrase: Phrase, anchor: Anchor) -> str | None:
    """The first Saturday of October, the last Monday in May."""
    span = days(month_year(phrase, anchor) or bare_month(phrase, anchor))
    number = phrase.integer("WEEKDAY")
    if span is None or number is None:
        return None
    rank = phrase.ordinal()
    if rank is None:
        return (span[1] - timedelta((span[1].isoweekday() - number) % WEEK)).isoformat()
    first: date = span[0] + timedelta((number - span[0].isoweekday()) % WEEK)
    day = first + timedelta(WEEK * (rank - 1))
    return day.isoformat() if day <= span[1] else None
