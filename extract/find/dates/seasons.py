"""Resolvers of seasons: the one that is on, the last or the next, from publication or from the date last spoken of."""

from datetime import date

from extract.find.dates.anchor import Anchor
from extract.find.dates.days import year_said
from extract.find.dates.phrase import Phrase
from extract.find.dates.values import Days, days


def season(phrase: Phrase, anchor: Anchor) -> str | None:
    """A season: of the year named, else the present one, the last, in the future tense the next, in none the nearer.

    "Last" and "next" keep off the present one.
    """
    name = phrase.meaning("SEASON")
    if name is None:
        return None
    said = int(phrase.text("YEARSPAN")[:4]) if "YEARSPAN" in phrase else year_said(phrase, anchor)
    return f"{said:04}-{name}" if said is not None else _from_publication(name, phrase.integer("DIRECTION"), anchor)


def _from_publication(name: str, direction: int | None, anchor: Anchor) -> str | None:
    published = anchor.published
    if published is None:
        return None
    present = next((value for value, span in _around(name, published) if _covers(span, published)), None)
    if present is not None and direction in {None, 0}:
        return present
    if direction == 0:
        return f"{published.year:04}-{name}"
    if direction is None:
        direction = _side(name, published, anchor)
    return _beside(name, published, direction)


def neighbour_season(phrase: Phrase, anchor: Anchor) -> str | None:
    """The following spring, the previous winter: from the date last spoken of; "that summer" of its year."""
    name, steps, told = phrase.meaning("SEASON"), phrase.integer("NEIGHBOUR"), anchor.near("Y")
    if name is None or told is None:
        return None
    if steps is None:
        return f"{told.year:04}-{name}"
    is_after_year = steps > 0 and anchor.spoken_kind() == "Y"  # "in 2014 and the following spring"
    return _beside(name, date(told.year, 12, 31) if is_after_year else told, steps)


def _around(name: str, day: date) -> list[tuple[str, Days]]:
    """The season of that name in the years about a day, with its days."""
    values = [f"{year:04}-{name}" for year in range(day.year - 2, day.year + 3)]
    return [(value, span) for value in values if (span := days(value)) is not None]


def _covers(span: Days, day: date) -> bool:
    return span[0] <= day <= span[1]


def _side(name: str, published: date, anchor: Anchor) -> int:
    """Whether the next season of that name is meant, 1, or the last, -1, when none is on."""
    if anchor.tense() is not None:
        return 1 if anchor.tense() == "future" else -1
    coming, last = days(_beside(name, published, 1)), days(_beside(name, published, -1))
    return 1 if coming is not None and last is not None and coming[0] - published < published - last[1] else -1


def _beside(name: str, day: date, direction: int) -> str | None:
    """The first season of that name that begins after a day, or the last that was over before it."""
    around = _around(name, day)
    if direction > 0:
        return next((value for value, span in around if span[0] > day), None)
    return next((value for value, span in reversed(around) if span[1] < day), None)
