"""How close a time or place stands to what happens in a sentence: on the very word, in its clause, in its sentence.

Labels are those of the ClearNLP scheme; the ranking follows TARSQI's preference for the clause over the sentence
when times are linked to events (Verhagen et al. 2005).
"""

from collections.abc import Iterable
from enum import IntEnum
from typing import TypeVar

from spacy.tokens import Span, Token

from extract.parse.scenes import SettingsRule
from extract.parse.syntax import SUBJECTS, child

# how one clause goes on from another without a new saying: not by a content clause, not by a relative clause
CONTINUING = frozenset({"conj", "advcl", "xcomp", "acl", "pcomp", "prep", "pobj", "dobj", "agent", "attr"})
VERBAL = frozenset({"VERB", "AUX"})
PREMODIFYING = frozenset({"nummod", "compound", "nmod", "amod"})
DEEP = 2  # phrases below a subject from which on a time is not that of its verb
HIGHEST = 24  # words between two clauses of a sentence

T = TypeVar("T")


def _heads(word: Token, verb: Token) -> bool:
    """Whether a time or place opens the clause of a verb, so that it may hold for what is coordinated with it."""
    subject = child(verb, *SUBJECTS)
    return word.i < (verb if subject is None else subject).i


def _describes(word: Token) -> bool:
    """Whether a time only tells which thing is meant: "the 2014 law", but not "in the 2014 debate"."""
    noun = word.head
    while noun.dep_ == "compound":
        noun = noun.head
    if word.dep_ not in PREMODIFYING or noun.dep_ in SUBJECTS:
        return False
    return noun.dep_ != "pobj" or noun.head.head.pos_ not in VERBAL


def _below_subject(word: Token) -> bool:
    """Whether a word stands in a phrase on a phrase of a subject: "data from the survey in Lima show".

    A phrase right after a person only seems to belong to the name: "Flores in a speech in Lima said".
    """
    nouns = 0
    while word.pos_ not in VERBAL and word.head.i != word.i:
        if word.dep_ in SUBJECTS:
            return nouns >= DEEP and word.ent_type_ != "PERSON"
        nouns += word.dep_ == "pobj"
        word = word.head
    return False


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
        self._sequels = frozenset(word for role, word in listed if role == "sequel")
        self._contrasts = frozenset(word for role, word in listed if role == "contrast")
        self._extents = frozenset(word for role, word in listed if role == "extent")

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
        if climbed is None or self._is_extent(word):
            return None
        named = climbed.i == event.i and event.pos_ not in VERBAL  # the word hangs on a noun of event itself
        if not named and (_describes(word) or _below_subject(word)):
            return None
        if climbed.i == event.i:
            return Nearness.WORD, 0
        clause, _ = self._climb(event, None)
        if clause is None or climbed.i == clause.i:
            return Nearness.CLAUSE, 0
        if self._continues(climbed, clause, word) or self._continues(clause, climbed, word):
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

    def _continues(self, lower: Token, upper: Token, word: Token) -> bool:
        """Whether one clause hangs on another by coordination, as an adverbial or as a participle.

        `word` is the time or place that the two are to share.
        """
        for _ in range(HIGHEST):
            if lower.i == upper.i:
                return True
            if lower.dep_ not in CONTINUING or self._parts(lower, word):
                return False
            lower = lower.head
        return False

    def _parts(self, lower: Token, word: Token) -> bool:
        """Whether a clause has a time and place of its own: by its conjunction, or by its own subject."""
        subject = child(lower, *SUBJECTS)
        marks = [part.lower_ for part in lower.lefts if part.dep_ in {"mark", "prep", "advmod"}]
        if any(mark in self._reasons for mark in marks):
            return True
        if subject is None:
            return False
        if any(mark in self._sequels or (mark in self._contrasts and lower.i < lower.head.i) for mark in marks):
            return True
        if lower.dep_ == "pcomp":
            return lower.head.lower_ in self._sequels  # "before they were cut in 2016"
        return lower.dep_ == "conj" and not _heads(word, lower.head)

    def _is_extent(self, word: Token) -> bool:
        """Whether a time tells what something is about or meant for: "the budget for 2026"."""
        return word.head.pos_ in {"ADP", "SCONJ"} and word.head.lower_ in self._extents

    def _leads_away(self, word: Token) -> bool:
        """Whether a preposition leads to a topic or a limit, and no scene: "spoke of the vote in Lima", "by Friday"."""
        if word.pos_ not in {"ADP", "SCONJ"}:
            return False
        return word.lower_ in self._leading_away or (word.lower_ == "of" and word.head.pos_ in VERBAL)


class Whereabouts(Clauses):
    """Judges how close a place stands to an event word: others, who are named in a clause of their own, are elsewhere.

    A pronoun may be the same one: "When Flores visited Lima she said".
    """

    def _parts(self, lower: Token, word: Token) -> bool:
        own, shared = child(lower, *SUBJECTS), child(lower.head, *SUBJECTS)
        named = own is not None and own.pos_ != "PRON" and (shared is None or shared.pos_ != "PRON")
        return (named and lower.dep_ != "conj") or super()._parts(lower, word)
