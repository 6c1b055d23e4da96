"""Resolvers of recurring sets: the unit, weekday, month or season without a place in the calendar."""

from extract.find.dates.anchor import Anchor
from extract.find.dates.clock import clock_time
from extract.find.dates.durations import period
from extract.find.dates.phrase import Phrase

_ANY = {"Y": "XXXX", "Q": "XXXX-QX", "WE": "XXXX-WXX-WE"}  # of shorter units the length tells how often


def every_unit(phrase: Phrase, anchor: Anchor) -> str | None:
    """Every year, $60,000 a year: any one of the calendar; every day: a length of time, as TimeML has it."""
    unit = phrase.meaning("UNIT", "UNITS")
    return _ANY.get(unit, period(1, unit)) if unit is not None else None


def every_weekday(phrase: Phrase, anchor: Anchor) -> str | None:
    """Every Monday, Mondays, with or without a part of the day or a time by the clock."""
    number = phrase.meaning("WEEKDAY", "WEEKDAYS")
    time = phrase.meaning("PART", "PARTS") or (clock_time(phrase) if "TIME" in phrase else None)
    return f"XXXX-WXX-{number}" + (f"T{time}" if time else "")


def every_other(phrase: Phrase, anchor: Anchor) -> str | None:
    """Every other week, a length of two; every other Monday as every Monday."""
    unit = phrase.meaning("UNIT")
    return period(2, unit) if unit is not None else every_weekday(phrase, anchor)


def opening_day(phrase: Phrase, anchor: Anchor) -> str | None:
    """Tuesday, in "Tuesday to Sunday from 8 a.m."."""
    return f"XXXX-WXX-{phrase.meaning('WEEKDAY')}"


def every_month(phrase: Phrase, anchor: Anchor) -> str | None:
    """Every July."""
    number = phrase.integer("MONTH")
    return f"XXXX-{number:02}" if number is not None else None


def every_season(phrase: Phrase, anchor: Anchor) -> str | None:
    """Every summer."""
    return f"XXXX-{phrase.meaning('SEASON')}"


def frequency(phrase: Phrase, anchor: Anchor) -> str | None:
    """Daily, annually."""
    return phrase.meaning("FREQUENCY")
