"""Resolvers of expressions that name parts of a year: months, quarters, halves, seasons."""

from datetime import date, timedelta

from extract.find.dates.anchor import Anchor
from extract.find.dates.days import full_date, month_day, year_said
from extract.find.dates.phrase import Phrase
from extract.find.dates.values import days, month, quarter, stepped

_FARTHEST = {None: 4, "past": 0, "near": 8}  # by tense, how many months ahead a bare month is the coming one
HALF_QUARTER = 45  # days
JUST_PAST = 2  # in April, "last February" is that of last year


def month_year(phrase: Phrase, anchor: Anchor) -> str | None:
    """A month of a year that the phrase names."""
    number, year = phrase.integer("MONTH"), year_said(phrase, anchor)
    return month(year, number) if number is not None and year is not None else None


def bare_month(phrase: Phrase, anchor: Anchor) -> str | None:
    """A month alone, or last, this, next with its name."""
    number, direction = phrase.integer("MONTH"), phrase.integer("DIRECTION")
    if number is None:
        return None
    if direction is None and (told := anchor.told_year(number, phrase.span)) is not None:
        return month(told, number)
    if anchor.published is None:
        return None
    if direction is not None:
        return _beside(number, direction, anchor.published)
    return _nearest(number, anchor, anchor.published)


def _beside(number: int, direction: int, published: date) -> str:
    """Last, this or next May; in June, last May is that of the year before."""
    ahead = (number - published.month) % 12
    if direction == 1:
        return month(published.year, published.month + (ahead or 12))
    if direction == 0:
        return month(published.year, number)
    back = ahead - 12
    just_past = published.month + back > 0 and back >= -JUST_PAST
    return month(published.year, published.month + back - (12 if just_past else 0))


def _nearest(number: int, anchor: Anchor, published: date) -> str:
    """The month that the text has dated already, else the nearest in the direction of the tense, else back."""
    tense, named = anchor.tense(), anchor.year_of(number)
    is_over = named is not None and (named, number) <= _month_of(published)
    if named is not None and (tense is None or (tense == "past" and is_over)):
        return month(named, number)
    ahead = (number - published.month) % 12
    if tense != "future" and ahead > _FARTHEST[tense]:
        ahead -= 12
    return month(published.year, published.month + ahead)


def _month_of(day: date) -> tuple[int, int]:
    return day.year, day.month


def quarter_of(phrase: Phrase, anchor: Anchor) -> str | None:
    """A numbered quarter: of the year named, else the latest one that has begun."""
    number = phrase.ordinal() or phrase.integer("QUARTER-CODE") or 4
    if number is None or not 1 <= number <= 4:  # noqa: PLR2004 - quarters
        return None
    year = year_said(phrase, anchor)
    published = anchor.published
    if year is None and published is not None:
        begun = (published.month + 2) // 3
        year = published.year if number <= begun or anchor.tense() == "future" else published.year - 1
    return quarter(year, number) if year is not None else None


def quarter_ended(phrase: Phrase, anchor: Anchor) -> str | None:
    """The quarter that the text reports on, else that of the calendar which fits best: to July 31, the second."""
    if anchor.quarter is not None:
        return anchor.quarter
    last = days(full_date(phrase, anchor) if "YEAR" in phrase else month_day(phrase, anchor))
    return stepped(last[1] - timedelta(HALF_QUARTER), "Q", 0) if last is not None else None


def half_of(phrase: Phrase, anchor: Anchor) -> str | None:
    """The first or second half of a year."""
    number = phrase.ordinal() or 2
    year = year_said(phrase, anchor)
    if year is None and anchor.published is not None:
        year = anchor.published.year
    return f"{year:04}-H{number}" if year is not None and number in {1, 2} else None
