"""All five record types against gold in the form of `benchmarks/gold`.

A record matches by the characters that it shares with gold, an actor by a shared name; attributes are judged on the
matches alone. Gold with `required: false` counts neither way, nor does a demand without an actor that matches nothing.
"""

import re
from collections.abc import Sequence

from pydantic import BaseModel

from benchmarks.quality.matching import best_dice, dice, pairs
from benchmarks.quality.measures import Measures
from benchmarks.quality.reading import Reading, Readings
from extract.records import Actor, Article, Date, Demand, Offsets, Quote, Reference, Venue

_ENOUGH = {"venues": 0.3, "demands": 0.4, "quotes": 0.5, "dates": 0.3}
_TITLE = re.compile(
    r"^(the|a|an|mr\.?|mrs\.?|ms\.?|dr\.?|president|sen\.?|gov\.?|rep\.?|prime minister|foreign minister|minister)\s+"
)
_POSSESSIVE = re.compile(r"[’'ʼ]s$")


class _Gold(BaseModel):
    required: bool


class GoldActor(_Gold):
    """Who acts, under any of these names."""

    name: str
    aliases: list[str]
    kind: str
    country_ok: list[str]


class GoldVenue(_Gold):
    """Where something happens; any of the spans will do."""

    spans: list[Offsets]
    country: list[str | None]


class GoldDemand(_Gold):
    """Who wants what of whom; actors by their place in the list, any of them will do."""

    spans: list[Offsets]
    actor: list[int | None]
    addressee: list[int | None]
    kind: list[str]
    stance: list[str]


class GoldQuote(_Gold):
    """Who said what."""

    spans: list[Offsets]
    speaker: list[int | None]
    kind: list[str]


class GoldDate(_Gold):
    """When, in any of these values."""

    spans: list[Offsets]
    value: list[str]


class Gold(Article):
    """An article with its records; None where a type isn't annotated."""

    actors: list[GoldActor]
    venues: list[GoldVenue]
    demands: list[GoldDemand]
    quotes: list[GoldQuote] | None
    dates: list[GoldDate] | None


def score(articles: Sequence[Gold], readings: Readings) -> Measures:
    """The figures of all record types and their attributes."""
    measures = Measures()
    for article in articles:
        _Comparison(article, readings[article.id], measures).all()
    return measures


def normal(name: str) -> str:
    """A name without its case, article, title and possessive."""
    bare = _POSSESSIVE.sub("", name.lower().strip())
    return _TITLE.sub("", _TITLE.sub("", bare)).strip()


def _names(actor: Actor | GoldActor) -> set[str]:
    said = [actor.name, *actor.aliases, *([actor.text] if isinstance(actor, Actor) else [])]
    return {normal(name) for name in said} - {""}


def _same_names(found: Actor, gold: GoldActor) -> float:
    shared = len(_names(found) & _names(gold))
    return (shared > 0) + 0.01 * shared


class _Comparison:
    """One article's records against its gold."""

    def __init__(self, gold: Gold, reading: Reading, measures: Measures) -> None:
        self._gold = gold
        self._reading = reading
        self._measures = measures
        self._gold_actor: dict[str, int] = {}  # id of a found actor → place of its match in gold

    def all(self) -> None:
        """Adds everything to the measures; the actors first, as the others refer to them."""
        self._actors()
        self._venues()
        self._demands()
        if self._gold.quotes is not None:
            self._quotes(self._gold.quotes)
        if self._gold.dates is not None:
            self._dates(self._gold.dates)

    def _tally(self, name: str, matched: list[tuple[int, int]], found: int, gold: Sequence[_Gold]) -> None:
        right = sum(gold[j].required for _, j in matched)
        tally = self._measures.tally(name)
        tally.found_right += right
        tally.found += right + found - len(matched)
        tally.gold_found += right
        tally.gold += sum(entry.required for entry in gold)

    def _actors(self) -> None:
        found, gold = self._reading.of(Actor), self._gold.actors
        matched = pairs(found, gold, _same_names, 1.0)
        self._tally("actors", matched, len(found), gold)
        self._gold_actor = {found[i].id: j for i, j in matched}
        for i, j in matched:
            self._measures.judge("actor.country", right=str(found[i].country) in gold[j].country_ok)
            self._measures.judge("actor.kind", right=found[i].kind == gold[j].kind)

    def _venues(self) -> None:
        found, gold = self._reading.of(Venue), self._gold.venues
        matched = pairs(found, gold, lambda one, other: best_dice(one.spans, other.spans), _ENOUGH["venues"])
        self._tally("venues", matched, len(found), gold)
        for i, j in matched:
            self._measures.judge("venue.country", right=found[i].country in gold[j].country)

    def _demands(self) -> None:
        found, gold = self._reading.of(Demand), self._gold.demands
        matched = pairs(found, gold, lambda one, other: best_dice(one.spans, other.spans), _ENOUGH["demands"])
        hits = {i for i, _ in matched}
        counted = [demand for i, demand in enumerate(found) if i in hits or demand.actor is not None]
        self._tally("demands", matched, len(counted), gold)
        for i, j in matched:
            self._measures.judge("demand.actor", right=self._names_any(found[i].actor, gold[j].actor))
            self._measures.judge("demand.addressee", right=self._names_any(found[i].addressee, gold[j].addressee))
            self._measures.judge("demand.kind", right=found[i].kind in gold[j].kind)
            self._measures.judge("demand.stance", right=found[i].stance in gold[j].stance)

    def _quotes(self, gold: list[GoldQuote]) -> None:
        found = self._reading.of(Quote)
        matched = pairs(found, gold, lambda one, other: dice(one.spans, other.spans), _ENOUGH["quotes"])
        self._tally("quotes", matched, len(found), gold)
        for i, j in matched:
            self._measures.judge("quote.speaker", right=self._names_any(found[i].speaker, gold[j].speaker))
            self._measures.judge("quote.kind", right=found[i].kind in gold[j].kind)

    def _dates(self, gold: list[GoldDate]) -> None:
        found = self._reading.of(Date)
        matched = pairs(found, gold, lambda one, other: best_dice(one.spans, other.spans), _ENOUGH["dates"])
        self._tally("dates", matched, len(found), gold)
        for i, j in matched:
            self._measures.judge("date.value", right=found[i].value in gold[j].value)

    def _names_any(self, part: Reference | None, accepted: list[int | None]) -> bool:
        """Whether a reference (or its absence) names one of the accepted actors (or nobody)."""
        if part is None:
            return None in accepted
        if part.id is not None and part.id in self._gold_actor and self._gold_actor[part.id] in accepted:
            return True
        said = {normal(part.name), normal(part.text)} - {""}
        return any(j is not None and said & _names(self._gold.actors[j]) for j in accepted)
