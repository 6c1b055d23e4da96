"""The named entities of the corrected recogniser against gold: persons, organisations, places; strict spans.

Leading articles and a closing 's are trimmed on either side; "span" leaves the label out of account.
"""

import re
from collections.abc import Sequence

from pydantic import BaseModel

from benchmarks.quality.measures import Measures
from benchmarks.quality.reading import Readings
from extract.records import Article

_GOLD = {
    "PER": "person",
    "Person": "person",
    "PERSON": "person",
    "ORG": "organization",
    "Organization": "organization",
    "LOC": "place",
    "Location": "place",
}
_FOUND = {"PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place"}
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"\s*['’]s?$")

Labelled = tuple[int, int, str]


class Entity(BaseModel):
    """One named entity."""

    start: int
    end: int
    label: str


class Gold(Article):
    """An article with its named entities."""

    entities: list[Entity]


def score(articles: Sequence[Gold], readings: Readings) -> Measures:
    """The figures over all labels, over spans alone, and for each label."""
    measures = Measures()
    for article in articles:
        gold = {
            (*_trimmed(article.text, entity.start, entity.end), _GOLD[entity.label])
            for entity in article.entities
            if entity.label in _GOLD
        }
        found = {
            (*_trimmed(article.text, start, end), _FOUND[label])
            for start, end, label in readings[article.id].entities
            if label in _FOUND
        }
        _compare(gold, found, measures)
    return measures


def _compare(gold: set[Labelled], found: set[Labelled], measures: Measures) -> None:
    _count("all", measures, gold, found)
    _count("span", measures, {entity[:2] for entity in gold}, {entity[:2] for entity in found})
    for label in ("person", "organization", "place"):
        _count(label, measures, {one for one in gold if one[2] == label}, {one for one in found if one[2] == label})


def _count(
    name: str,
    measures: Measures,
    gold: set[Labelled] | set[tuple[int, int]],
    found: set[Labelled] | set[tuple[int, int]],
) -> None:
    tally = measures.tally(name)
    right = len({*gold} & {*found})
    tally.found += len(found)
    tally.found_right += right
    tally.gold += len(gold)
    tally.gold_found += right


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    lead = _ARTICLE.match(text[start:end])
    tail = _POSSESSIVE.search(text[start:end])
    return start + (lead.end() if lead else 0), end - (len(tail.group()) if tail else 0)
