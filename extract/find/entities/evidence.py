"""What speaks for the label of a name, beside the entity recogniser: the words in it and around it."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import ClassVar, Literal

from spacy.tokens import Doc

from extract.parse.rulebook import Rule, rulebook

Place = Literal[
    "title",
    "noun",
    "after",
    "first",
    "last",
    "within",
    "whole",
    "preposition",
    "of",
    "verb",
    "appos",
    "determiner",
    "dateline",
    "rank",
    "relative",
    "caption",
    "epithet",
    "particle",
]
Label = Literal["PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART", "MISC"]


class EntitiesRule(Rule):
    """Words that, at certain `places` in or around a name, speak for a `label` by `weight` votes."""

    type = "actor"
    fires: ClassVar[bool] = False

    label: Label
    places: tuple[Place, ...]
    weight: float
    words: tuple[str, ...]


LONG = 3  # words of a long name

Votes = dict[str, float]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Votes for labels by the place and form of a word."""

    by_place: dict[str, dict[str, tuple[str, float]]] = field(default_factory=dict)

    def words(self, place: Place) -> dict[str, tuple[str, float]]:
        """The label and weight that each word speaks for in this place."""
        return self.by_place.get(place, {})

    def within(self, name: tuple[str, ...]) -> Votes:
        """What the words of the name itself say; the last of a long name says most: "Director Andean Trade Fund"."""
        votes: Votes = {}
        self._add(votes, "whole", " ".join(name))
        if len(name) > 1:
            self._add(votes, "first", name[0])
            self._add(votes, "last", name[-1])
            if any(word in self.words("within") for word in name):
                label, weight = next(self.words("within")[word] for word in name if word in self.words("within"))
                ends = len(name) >= LONG and name[-1] in self.words("within")
                votes[label] = votes.get(label, 0.0) + weight * (1 + ends)
        return votes

    def around(self, doc: Doc, start: int, end: int) -> Votes:
        """What the words next to a name say."""
        votes: Votes = {}
        if self._is_dateline(doc, start, end):
            self._add(votes, "dateline", doc[end].text)
        if start:
            before = doc[start - 1]
            self._add(votes, "title", before.text)
            self._add(votes, "determiner", before.lower_)
            self._add(votes, "noun", before.lower_)
            self._add(votes, "preposition", before.lower_)
            if start > 1 and before.lower_ in {"of", "for"}:
                self._add(votes, "of", doc[start - 2].lower_)
        if end < len(doc):
            self._add(votes, "after", doc[end].lower_)
            self._add(votes, "rank", doc[end].text)
            if doc[end].text == "," and end + 1 < len(doc):
                self._add(votes, "relative", doc[end + 1].lower_)
        root = doc[end - 1]
        if root.dep_ == "nsubj":
            self._add(votes, "verb", root.head.lemma_)
        if root.dep_ == "appos" and not start <= root.head.i < end:
            self._add(votes, "appos", root.head.lower_)
        for other in root.rights:
            if other.dep_ == "appos":
                self._add(votes, "appos", other.lower_)
        return votes

    @staticmethod
    def _is_dateline(doc: Doc, start: int, end: int) -> bool:
        """Whether the name opens a line, in capitals, before another word."""
        opens = start == 0 or doc[start - 1].is_space
        return opens and end < len(doc) and doc[end - 1].is_upper and len(doc[end - 1]) > 1

    def _add(self, votes: Votes, place: Place, word: str) -> None:
        if (vote := self.words(place).get(word)) is not None:
            votes[vote[0]] = votes.get(vote[0], 0.0) + vote[1]


@lru_cache(maxsize=8)
def load_evidence(extra: str | None = None) -> Evidence:
    """The evidence of `entities.toml`, the user's own in the folder `extra` included.

    Raises:
        RuleError: `entities.toml` is wrong.
    """
    by_place: dict[str, dict[str, tuple[str, float]]] = {}
    for rule in rulebook("entities", EntitiesRule, extra):
        for place in rule.places:
            by_place.setdefault(place, {}).update(dict.fromkeys(rule.words, (rule.label, rule.weight)))
    return Evidence(by_place)
