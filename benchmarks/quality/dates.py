"""Temporal expressions against TIMEX3 gold, as in TempEval-3 (UzZaman et al. 2013).

strict: the same span; relaxed: overlapping spans; value: relaxed, with the right value; type: relaxed, right type.
"""

import re
from collections.abc import Sequence

from pydantic import BaseModel

from benchmarks.quality.measures import Measures
from benchmarks.quality.reading import Readings
from extract.records import Article, Date

_SECONDS = re.compile(r"(T\d\d:\d\d):00(\.0+)?$")
_ZULU = re.compile(r"(T\d\d:\d\d)Z$")
_CALENDAR = {"DATE", "TIME"}


class Timex(BaseModel):
    """One temporal expression."""

    start: int
    end: int
    type: str
    value: str | None


class Gold(Article):
    """An article with its temporal expressions."""

    timexes: list[Timex]


def score(articles: Sequence[Gold], readings: Readings) -> Measures:
    """The figures over all types, then over dates and times alone."""
    measures = Measures()
    for article in articles:
        found = [_timex(date) for date in readings[article.id].of(Date)]
        _compare(article.timexes, found, measures, "")
        calendar = [timex for timex in article.timexes if timex.type in _CALENDAR]
        _compare(calendar, [timex for timex in found if timex.type in _CALENDAR], measures, "date and time, ")
    return measures


def _timex(date: Date) -> Timex:
    return Timex(start=date.spans[0][0], end=date.spans[-1][1], type=date.kind.upper(), value=date.value)


def _compare(gold: Sequence[Timex], found: Sequence[Timex], measures: Measures, view: str) -> None:
    matched = _matched(gold, found)
    hits = {
        "strict": sum(_span(one) == _span(other) for one, other in matched),
        "relaxed": len(matched),
        "value": sum(_value(one) == _value(other) for one, other in matched),
        "type": sum(one.type == other.type for one, other in matched),
    }
    for name, right in hits.items():
        tally = measures.tally(view + name)
        tally.found += len(found)
        tally.found_right += right
        tally.gold += len(gold)
        tally.gold_found += right


def _matched(gold: Sequence[Timex], found: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """Overlapping pairs, each used once: the exact ones first, then by the length of the overlap."""
    ranked = []
    for i, one in enumerate(gold):
        for j, other in enumerate(found):
            overlap = min(one.end, other.end) - max(one.start, other.start)
            if overlap > 0:
                ranked.append((_span(one) != _span(other), -overlap, one.start, i, j))
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for *_, i, j in sorted(ranked):
        if i not in pairs and j not in used:
            pairs[i] = j
            used.add(j)
    return [(gold[i], found[j]) for i, j in pairs.items()]


def _span(timex: Timex) -> tuple[int, int]:
    return timex.start, timex.end


def _value(timex: Timex) -> str:
    value = (timex.value or "").strip().upper()
    return _ZULU.sub(r"\1", _SECONDS.sub(r"\1", value))
