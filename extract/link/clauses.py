"""How close a time or place stands to what happens in a sentence: on the very word, in its clause, in its sentence.

Labels are those of the ClearNLP scheme; the ranking follows TARSQI's preference for the clause over the sentence
when times are linked to events (Verhagen et al. 2005).
"""

from collections.abc import Iterable
from enum import IntEnum
from typing import TypeVar

from spacy.tokens import Span, Token

from extract.parse.scenes import SettingsRule

# how one clause goes on from another without a new saying: not by a content clause, not by a relative clause
CONTINUING = frozenset({"conj", "advcl", "xcomp", "acl", "pcomp", "prep", "pobj", "dobj", "agent", "attr"})
VERBAL = frozenset({"VERB", "AUX"})
HIGHEST = 24  # words between two clauses of a sentence

T = TypeVar("T")


class Nearness(IntEnum):
    """How close words stand to an event word; the smaller, the closer."""

    WORD = 0
    CLAUSE = 1
    SENTENCE = 2


class Clauses:
    """Judges how close a time or place stands to an event word."""

    def __init__(self, rules: Iterable[SettingsRule]) -> None:
        listed = [(rule.role, word) for rule in rules for word in rule.words]
        self._leading_away = frozenset(word for role, word in listed if role in {"topic", "limit"})
        self._reasons = frozenset(word for role, word in listed if role == "reason")

    def closest(self, event: Token, candidates: Iterable[tuple[T, Span]]) -> T | None:
        """The candidate whose words stand closest to the event word; of equals, the one fewest steps down the parse."""
        ranked = (
            (*near, abs(span.start - event.i), number, thing)
            for number, (thing, span) in enumerate(candidates)
            if (near := self.nearness(event, span.root)) is not None
        )
        best = min(ranked, key=lambda row: row[:4], default=None)
        return best[4] if best is not None else None

    def nearness(self, event: Token, word: Token) -> tuple[Nearness, int] | None:
        """How close a word hangs to an event word; if in another clause, by how many steps.

        None where it tells of something else.
        """
        climbed, steps = self._climb(word, event)
        if climbed is None:
            return None
        if climbed.i == event.i:
            return Nearness.WORD, 0
        clause, _ = self._climb(event, None)
        if clause is None or climbed.i == clause.i:
            return Nearness.CLAUSE, 0
        if self._continues(climbed, clause) or self._continues(clause, climbed):
            return Nearness.SENTENCE, steps
        return None

    def _climb(self, word: Token, until: Token | None) -> tuple[Token | None, int]:
        """The verb of the word's clause, or the word `until` if it is met before; None past a topic."""
        here, steps = word, 0
        while here.pos_ not in VERBAL or here.dep_ in {"aux", "auxpass"}:
            if (until is not None and here.i == until.i) or here.head.i == here.i:
                break
            if until is not None and self._leads_away(here):
                return None, steps
            here, steps = here.head, steps + 1
        return here, steps

    def _continues(self, lower: Token, upper: Token) -> bool:
        """Whether one clause hangs on another by coordination, as an adverbial or as a participle."""
        for _ in range(HIGHEST):
            if lower.i == upper.i:
                return True
            if lower.dep_ not in CONTINUING:
                return False
            if any(mark.dep_ == "mark" and mark.lower_ in self._reasons for mark in lower.lefts):
                return False
            lower = lower.head
        return False

    def _leads_away(self, word: Token) -> bool:
        """Whether a preposition leads to a topic or a limit, and no scene: "spoke of the vote in Lima", "by Friday"."""
        if word.pos_ not in {"ADP", "SCONJ"}:
            return False
        return word.lower_ in self._leading_away or (word.lower_ == "of" and word.head.pos_ in VERBAL)
