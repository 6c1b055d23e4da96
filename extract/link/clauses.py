"""How close a time or place stands to what happens in a sentence: on the very word, in its clause, in its sentence.

Labels are those of the ClearNLP scheme; the ranking follows TARSQI's preference for the clause over the sentence
when times are linked to events (Verhagen et al. 2005).
"""

from collections.abc import Iterable
from enum import IntEnum
from typing import TypeVar

from spacy.tokens import Span, Token

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


def closest(event: Token, candidates: Iterable[tuple[T, Span]]) -> T | None:
    """The candidate whose words stand closest to the event word; the first of equals in distance."""
    ranked = (
        (near, abs(span.start - event.i), number, thing)
        for number, (thing, span) in enumerate(candidates)
        if (near := nearness(event, span.root)) is not None
    )
    best = min(ranked, key=lambda row: row[:3], default=None)
    return best[3] if best is not None else None


def nearness(event: Token, word: Token) -> Nearness | None:
    """How close a word hangs to an event word, or None where it tells of something else."""
    climbed = clause_of(word, until=event)
    if climbed.i == event.i:
        return Nearness.WORD
    clause = clause_of(event)
    if climbed.i == clause.i:
        return Nearness.CLAUSE
    if _continues(climbed, clause) or _continues(clause, climbed):
        return Nearness.SENTENCE
    return None


def clause_of(word: Token, until: Token | None = None) -> Token:
    """The verb of the clause that the word stands in, or the word `until` if it is met before."""
    here = word
    while here.pos_ not in VERBAL or here.dep_ in {"aux", "auxpass"}:
        if (until is not None and here.i == until.i) or here.head.i == here.i:
            break
        here = here.head
    return here


def _continues(lower: Token, upper: Token) -> bool:
    """Whether one clause hangs on another by coordination, as an adverbial or as a participle."""
    for _ in range(HIGHEST):
        if lower.i == upper.i:
            return True
        if lower.dep_ not in CONTINUING:
            return False
        lower = lower.head
    return False
