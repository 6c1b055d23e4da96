"""Resolvers of expressions measured from another day.

From publication: "last week", "two years ago". From the date last spoken of in the text: "the day before",
"a year earlier", "the following week".
"""

from datetime import date, timedelta

from extract.find.dates.anchor import Anchor
from extract.find.dates.days import day_name, full_date, month_day, year_said
from extract.find.dates.durations import COMPOUND, duration
from extract.find.dates.phrase import Phrase
from extract.find.dates.quarters import year_apart
from extract.find.dates.values import days, existing, month, stepped

FRIDAY, SATURDAY = 5, 6
NEARLY_OVER = 0.75
_NEW_MONTHS = 3
_DAYS_LONG = {"D": 1, "W": 7, "FN": 14}
_MONTHS_LONG = {"M": 1, "Y": 12, "DE": 120, "CE": 1200}
_STORY = {"W": timedelta(13), "M": timedelta(45)}  # so far from publication, the text tells a story of its own
_CLOCK_UNITS = frozenset({"TS", "TM", "TH"})


def near_unit(phrase: Phrase, anchor: Anchor) -> str | None:
    """Last, this, next with a unit, from the day of publication."""
    unit, direction = phrase.meaning("UNIT", "UNITS", "PERIOD"), phrase.integer("DIRECTION") or 0
    if unit is None or anchor.published is None:
        return None
    return stepped(anchor.published, unit, direction)


def new_year(phrase: Phrase, anchor: Anchor) -> str | None:
    """The new year: in its first months the present one, later the next."""
    published = anchor.published
    return stepped(published, "Y", published.month > _NEW_MONTHS) if published is not None else None


def past_week(phrase: Phrase, anchor: Anchor) -> str | None:
    """The past week: from Friday on the one that is ending, before it the last one."""
    published = anchor.published
    if published is None:
        return None
    return stepped(published, "W", 0 if published.isoweekday() >= FRIDAY else -1)


def back(phrase: Phrase, anchor: Anchor) -> str | None:
    """So many units ago; "20 years ago today" on the very day, "a year ago this week" in the week of it."""
    if "DAY-NAME" in phrase or "DIRECTION" in phrase:
        return _to_the_day(phrase, anchor)
    return _measured(phrase, anchor, anchor.published, -1)


def _to_the_day(phrase: Phrase, anchor: Anchor) -> str | None:
    span, unit, number = days(day_name(phrase, anchor)), phrase.meaning("UNIT", "UNITS"), phrase.number()
    if span is None or unit is None or number is None:
        return None
    day, steps = span[0], round(number)
    if unit in _DAYS_LONG:
        value: str | None = (day - timedelta(steps * _DAYS_LONG[unit])).isoformat()
    elif unit in _MONTHS_LONG:
        value = existing(f"{month(day.year, day.month - steps * _MONTHS_LONG[unit])}-{day.day:02}")
    else:
        value = None
    target, direction = days(value), phrase.integer("DIRECTION")
    if target is None or direction is None:
        return value
    return stepped(target[0], "W" if phrase.span[-1].lower_ == "week" else "M", direction)


def ahead(phrase: Phrase, anchor: Anchor) -> str | None:
    """So many units from now."""
    return _measured(phrase, anchor, anchor.published, 1)


def sequence(phrase: Phrase, anchor: Anchor) -> str | None:
    """So many units earlier or later than the date last spoken of, or the date that follows: "a year later, in 1970".

    A length of time where nobody counted them, or where "later" has nothing in the text to be later than.
    """
    if "MONTH" in phrase:
        return full_date(phrase, anchor) if "YEAR" in phrase else month_day(phrase, anchor)
    if (year := phrase.year()) is not None:
        return f"{year:04}"
    unit, sign = phrase.meaning("UNIT", "UNITS") or "D", phrase.integer("LATER") or 1
    start = anchor.near(unit) if sign < 0 else anchor.spoken(unit)
    value = _measured(phrase, anchor, start, sign) if start is not None and phrase.number() is not None else None
    unclear = value is None or (anchor.is_to_come(value) and anchor.tense() != "future")
    return duration(phrase, anchor) if unclear else value


def _measured(phrase: Phrase, anchor: Anchor, start: date | None, sign: int) -> str | None:
    unit, number = phrase.meaning("UNIT", "UNITS"), phrase.number()
    if number is None:
        return "PAST_REF" if sign < 0 else "FUTURE_REF"
    if start is None or unit is None:
        return None
    if unit in _CLOCK_UNITS:
        return start.isoformat() + ("TXX" if unit == "TH" else "")
    steps = sign * round(number)
    if unit == "Y" and abs(steps) == 1 and anchor.quarter is not None and anchor.reports_quarter(phrase.span.start):
        return year_apart(anchor.quarter, steps)
    unit, factor = COMPOUND.get(unit, (unit, 1))  # a decade ago is a year, not a decade
    return stepped(start, unit, steps * factor)


def neighbour(phrase: Phrase, anchor: Anchor) -> str | None:
    """The unit before or after the one last spoken of: "the next day", "the previous month"."""
    return _beside(phrase.meaning("PERIOD"), phrase.integer("NEIGHBOUR"), anchor)


def day_before(phrase: Phrase, anchor: Anchor) -> str | None:
    """The day before, the year after: beside the date last spoken of."""
    return _beside(phrase.meaning("PERIOD"), phrase.integer("SEQUENCE"), anchor)


def same(phrase: Phrase, anchor: Anchor) -> str | None:
    """That day, the same week: the unit that holds the date last spoken of; "the same month last year"."""
    value = _beside(phrase.meaning("PERIOD", "CERTAIN"), 0, anchor)
    year = year_said(phrase, anchor) if "RELATIVE-YEAR" in phrase else None
    return existing(f"{year:04}{value[4:]}") if year is not None and value is not None else value


def _beside(unit: str | None, steps: int | None, anchor: Anchor) -> str | None:
    reference = anchor.near(unit) if unit is not None else None
    if unit is None or steps is None or reference is None:
        return None
    value = stepped(reference, unit, steps)
    return None if anchor.is_to_come(value) and anchor.tense() == "past" else value


def neighbour_weekday(phrase: Phrase, anchor: Anchor) -> str | None:
    """The following Friday, the previous Monday: from the date last spoken of."""
    number, steps, reference = phrase.integer("WEEKDAY"), phrase.integer("NEIGHBOUR"), anchor.near("D")
    if number is None or steps is None or reference is None:
        return None
    gap = (number - reference.isoweekday()) % 7
    return (reference + timedelta((gap or 7) if steps > 0 else gap - 7)).isoformat()


def last_weekday(phrase: Phrase, anchor: Anchor) -> str | None:
    """The end of "Saturday to Monday": the first such day from the date last spoken of on."""
    number, reference = phrase.integer("WEEKDAY"), anchor.near("D")
    if number is None or reference is None:
        return None
    return (reference + timedelta((number - reference.isoweekday()) % 7)).isoformat()


def edge_of_unit(phrase: Phrase, anchor: Anchor) -> str | None:
    """The start of the year, year-end: the present unit; an end in the past is the last one's, if that is not near."""
    unit, published = phrase.meaning("PERIOD"), anchor.published
    if unit is None or published is None:
        return None
    told = anchor.spoken(unit)
    if told is not None and unit in _STORY and published - told > _STORY[unit] and anchor.tense() != "future":
        return stepped(told, unit, 0)
    value = stepped(published, unit, 0)
    span, edge = days(value), phrase.meaning("EDGE", "LAST-EDGE")
    if span is None or edge != "END" or anchor.tense() != "past":
        return value
    if published - span[0] >= NEARLY_OVER * (span[1] - span[0]):
        return value
    return stepped(published, unit, -1)


def weekend(phrase: Phrase, anchor: Anchor) -> str | None:
    """The weekend: the last one that had begun at publication, the coming one in the future tense."""
    return _weekend(anchor, past=anchor.tense() != "future")


def this_weekend(phrase: Phrase, anchor: Anchor) -> str | None:
    """This weekend: the coming one, the last one in the past tense."""
    return _weekend(anchor, past=anchor.tense() == "past")


def _weekend(anchor: Anchor, *, past: bool) -> str | None:
    published = anchor.published
    if published is None:
        return None
    return stepped(published, "WE", -1 if past and published.isoweekday() < SATURDAY else 0)


def match_minute(phrase: Phrase, anchor: Anchor) -> str | None:
    """The 20th minute of a match: the day of the match, the last that is over."""
    day = anchor.over or anchor.published
    return day.isoformat() if day is not None else None
