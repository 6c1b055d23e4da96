"""A matched time expression as its resolver sees it: words by slot."""

from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Span

from extract.find.dates.grammar import Match
from extract.find.dates.numbers import number, year_of
from extract.find.dates.words import Vocabulary

_YEARS = ("YEAR", "YEARNUM", "YEARWORDS")
Tense = Literal["past", "future", "near"]  # near: of the day before and the day after publication, the nearer one


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of a match, by the name of the list or phrase that they were matched as."""

    span: Span
    slots: dict[str, list[str]]
    vocabulary: Vocabulary

    @classmethod
    def of(cls, match: Match, span: Span, vocabulary: Vocabulary) -> "Phrase":
        """Reads the slots off the text; where a name matched more than once, the first inside the span counts."""
        doc = span.doc
        slots: dict[str, list[str]] = {}
        for slot in match.slots:
            slots.setdefault(slot.name, [token.lower_ for token in doc[slot.start : slot.end]])
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
        if (words := self.slots.get("NUMBER") or self.slots.get("COUNTED")) is not None:
            return number(words, self.vocabulary)
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
        if figures := "".join(filter(str.isdigit, self.text("DAY"))):
            return int(figures)
        return self.ordinal()

    def ordinal(self) -> int | None:
        """The ordinal number in words ("third") or figures ("3rd")."""
        figures = self.text("DAYORD") or self.text("NUMORD")
        return int("".join(filter(str.isdigit, figures))) if figures else self.integer("ORDINAL-WORD")

    def looks_back(self) -> bool:
        """Whether it steps back from a date, as in "the previous night": a comparison, not where the story goes on."""
        return self.meaning("NEIGHBOUR", "SEQUENCE") == "-1"

    def with_day(self, day: str) -> "Phrase":
        """The same phrase with another day of the month."""
        return replace(self, slots=self.slots | {"DAY": [day]})
