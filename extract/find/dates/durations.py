"""Resolvers of durations."""

from math import isclose

from extract.find.dates.anchor import Anchor
from extract.find.dates.numbers import clock_number
from extract.find.dates.phrase import Phrase

_SMALLER = {"Y": ("M", 12), "TH": ("TM", 60), "TM": ("TS", 60), "W": ("D", 7), "D": ("TH", 24)}
COMPOUND = {"FN": ("W", 2), "DE": ("Y", 10), "CE": ("Y", 100), "ML": ("Y", 1000)}  # units that ISO 8601 lacks


def duration(phrase: Phrase, anchor: Anchor) -> str | None:
    """A number of units: P3Y, PT2H30M, PXD where nobody counted them."""
    unit = phrase.meaning("UNIT", "UNITS")
    if unit is None:
        return None
    number = phrase.number()
    return period(number, unit) if number is not None else _vague(unit)


def one_day(phrase: Phrase, anchor: Anchor) -> str | None:
    """One day: some day to come, if the verb is in the future tense."""
    return "FUTURE_REF" if anchor.tense() == "future" else "P1D"


def uncounted(phrase: Phrase, anchor: Anchor) -> str | None:
    """Bare units: "years", "weeks-long"."""
    unit = phrase.meaning("UNITS", "LONG-UNITS")
    return _vague(unit) if unit is not None else None


def _vague(unit: str) -> str:
    unit = COMPOUND.get(unit, (unit, 1))[0]
    return f"{_prefix(unit)}X{unit[-1] if unit[0] == 'T' else unit}"


def one(phrase: Phrase, anchor: Anchor) -> str | None:
    """A unit that is not counted because there is one: "a week", "day-long"."""
    unit = phrase.meaning("UNIT", "UNITS", "LONG-PERIOD", "UNIT-LONG")
    return period(1, unit) if unit is not None else None


def part_of_unit(phrase: Phrase, anchor: Anchor) -> str | None:
    """A minute and a half, half an hour, a quarter of a century."""
    words = [token.lower_ for token in phrase.span]
    if "quarter" in words:
        return period(0.25, "CE")
    unit = phrase.meaning("UNIT")
    return period(1.5 if words[-1] == "half" else 0.5, unit) if unit is not None else None


def age(phrase: Phrase, anchor: Anchor) -> str | None:
    """Aged 16: years go without saying."""
    number = phrase.number()
    return period(number, "Y") if number is not None else None


def _prefix(unit: str) -> str:
    return "PT" if unit[0] == "T" else "P"


def period(number: float, unit: str) -> str | None:
    """So many units as ISO 8601 writes them; `unit` as in the list "unit" of timewords.toml."""
    if unit == "WE":
        return f"P{clock_number(number)}WE"
    if unit in COMPOUND:
        unit, factor = COMPOUND[unit]
        number *= factor
    fraction, smaller = "", _SMALLER.get(unit)
    if not isclose(number, int(number)) and smaller is not None:
        rest = (number - int(number)) * smaller[1]
        if isclose(rest, round(rest), abs_tol=1e-6):
            fraction, number = _rest(round(rest), unit, smaller[0]), int(number)
    whole = f"{clock_number(number)}{unit[-1] if unit[0] == 'T' else unit}" if number else ""
    return f"{_prefix(unit)}{whole}{fraction}"


def _rest(number: int, unit: str, smaller: str) -> str:
    time = "T" if smaller[0] == "T" and unit[0] != "T" else ""
    return f"{time}{number}{smaller[-1]}"
