"""A matched time expression as its resolver sees it: words by slot, and the days it can be measured from."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from spacy.tokens import Span

from extract.find.timex_grammar import Match
from extract.find.timex_numbers import number, year_of
from extract.find.timex_values import days, granularity
from extract.find.timex_words import Vocabulary

_YEARS = ("YEAR", "YEARNUM", "YEARWORDS")
Tense = Literal["past", "future"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of a match, by the name of the list or phrase that they were matched as."""

    span: Span
    slots: dict[str, list[str]]
    vocabulary: Vocabulary

    @classmethod
    def of(cls, match: Match, span: Span, vocabulary: Vocabulary) -> "Phrase":
        """Reads the slots off the span; where a name matched more than once, the first counts."""
        words = [token.lower_ for token in span]
        slots: dict[str, list[str]] = {}
        for slot in match.slots:
            slots.setdefault(slot.name, words[slot.start - match.start : slot.end - match.start])
        return cls(span, slots, vocabulary)

    def __contains__(self, name: str) -> bool:
        return bool(self.slots.get(name))

    def text(self, name: str) -> str:
        """The words of a slot, in lower case; empty if it is not filled."""
        return " ".join(self.slots.get(name, ()))

    def meaning(self, *names: str) -> str | None:
        """What the words of the first filled slot stand for."""
        for name in names:
            if (words := self.slots.get(name)) and (
                found := self.vocabulary.meaning(name, " ".join(words))
            ) is not None:
                return found
        return None

    def integer(self, *names: str) -> int | None:
        """The same as a whole number."""
        found = self.meaning(*names)
        return int(found) if found is not None else None

    def number(self) -> float | None:
        """The number in figures or words; 1 for a bare article or none, None for a vague one."""
        if "NUMBER" in self:
            return number(self.slots["NUMBER"], self.vocabulary)
        if "VAGUE" in self:
            found = self.meaning("VAGUE")
            return float(found) if found is not None and found.isdigit() else None
        return 1.0

    def year(self) -> int | None:
        """The year in figures or words."""
        words = next((self.slots[name] for name in _YEARS if name in self), None)
        return year_of(words, self.vocabulary) if words else None

    def day(self) -> int | None:
        """The day of the month in figures, with or without st, nd, rd, th, or as an ordinal word."""
        if figures := self.text("DAY") or self.text("DAYORD"):
            return int("".join(filter(str.isdigit, figures)))
        return self.integer("ORDINAL")

    def with_day(self, day: str) -> "Phrase":
        """The same phrase with another day of the month."""
        return replace(self, slots=self.slots | {"DAY": [day]})


def _no_tense() -> Tense | None:
    return None


@dataclass(slots=True)
class Anchor:
    """What relative expressions are measured from, kept up as the text is read.

    `published`: the day of publication, if known. `last`: the calendar value last spoken of. `quarter`: the latest
    quarter that the text reports on. `tense`: that of the verb that governs the expression in hand, worked out when
    asked for.
    """

    published: date | None
    last: str | None = None
    quarter: str | None = None
    tense: Callable[[], Tense | None] = _no_tense

    @property
    def reference(self) -> date | None:
        """The first day last spoken of, else the day of publication."""
        spoken = days(self.last)
        return spoken[0] if spoken else self.published

    def remember(self, value: str | None) -> None:
        """Takes a value for the one last spoken of, if it lies in the calendar."""
        if value is None or days(value) is None:
            return
        self.last = value
        if granularity(value) == "Q" and self._reported(value):
            self.quarter = value

    def _reported(self, quarter: str) -> bool:
        """Whether it is the latest quarter so far that had begun at publication: the one that a report is on."""
        span = days(quarter)
        begun = self.published is None or (span is not None and span[0] <= self.published)
        return begun and (self.quarter is None or quarter > self.quarter)


Resolver = Callable[[Phrase, Anchor], str | None]
