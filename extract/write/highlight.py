"""The article's text cut where records begin and end, so that overlapping records can be shown at once."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from extract.records import Actor, Demand, Part, Quote, Venue
from extract.write.facts import Facts
from extract.write.legible import clean


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of a record: of its own `kind` (actor, quote …), or of a "part", such as its cue or speaker."""

    start: int
    end: int
    record: str
    kind: str
    part: str | None = None

    @property
    def token(self) -> str:
        """The record's id, with the part after a colon where the span only plays one."""
        return f"{self.record}:{self.part}" if self.part else self.record


@dataclass(slots=True)
class Segment:
    """A stretch of text with the same marks throughout; `anchors`: the records whose first span begins here."""

    text: str
    marks: list[Mark] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)

    @property
    def kinds(self) -> str:
        """The kinds of its marks, for the style sheet; "nested" where two quotes overlap."""
        kinds = [mark.kind for mark in self.marks]
        nested = ["nested"] if kinds.count("quote") > 1 else []
        return " ".join(dict.fromkeys(kinds + nested))

    @property
    def tokens(self) -> str:
        """The tokens of its marks, separated by spaces."""
        return " ".join(dict.fromkeys(mark.token for mark in self.marks))

    @property
    def innermost(self) -> str:
        """The id of the record with the shortest span here; one that only has a part here comes last."""
        return min(self.marks, key=lambda mark: (mark.part is not None, mark.end - mark.start)).record


def marks(facts: Facts) -> Iterator[Mark]:
    """All spans that the page lights up."""
    for record in facts.all:
        spans = record.mentions if isinstance(record, Actor) and record.mentions else record.spans
        for start, end in spans:
            yield Mark(start, end, record.id, record.type)
        if isinstance(record, Venue):
            yield from _parts(record.id, event=record.event)
        elif isinstance(record, Quote):
            yield from _parts(record.id, cue=record.cue, speaker=record.speaker, addressee=record.addressee)
        elif isinstance(record, Demand):
            people = {"actor": record.actor, "addressee": record.addressee, "reporter": record.reported_by}
            yield from _parts(record.id, cue=record.cue, **people)


def _parts(record: str, **parts: Part | None) -> Iterator[Mark]:
    for name, part in parts.items():
        for start, end in part.spans if part else ():
            yield Mark(start, end, record, "part", name)


def paragraphs(text: str, facts: Facts) -> list[list[Segment]]:
    """The text as paragraphs of segments; joined, they give back the text, less its control characters."""
    found = [mark for mark in marks(facts) if 0 <= mark.start < mark.end <= len(text)]
    starts = _paragraph_starts(text)
    anchors = _anchors(facts)
    opening: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in found:
        opening[mark.start].append(mark)
    cuts = sorted({0, len(text), *starts, *(mark.start for mark in found), *(mark.end for mark in found)})
    result: list[list[Segment]] = []
    live: list[Mark] = []
    for start, end in pairwise(cuts):
        live = [mark for mark in live if mark.end > start] + opening[start]
        if start in starts:
            result.append([])
        result[-1].append(Segment(clean(text[start:end]), live, anchors.get(start, [])))
    return result


def _paragraph_starts(text: str) -> set[int]:
    """Where lines begin that are not blank, and the start of the text."""
    starts, offset = {0}, 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            starts.add(offset)
        offset += len(line)
    return starts


def _anchors(facts: Facts) -> dict[int, list[str]]:
    """Where each record's first span begins."""
    anchors: defaultdict[int, list[str]] = defaultdict(list)
    for record in facts.all:
        anchors[record.spans[0][0]].append(record.id)
    return anchors
