"""Attributions put together: each quotation and each clause with its cue and its source."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Span

from extract.find.adjacency import follower, leader
from extract.find.content import content, trim
from extract.find.cues import Cue
from extract.find.layout import CLOSING, FINAL, Layout
from extract.find.quotation import Quotation
from extract.find.sources import addressee, linear_source, source
from extract.parse.frames import Attribution
from extract.records import QuoteKind

_DIRECT_SHARE = 0.95


class Attributor:
    """Puts together the attributions of one text."""

    def __init__(self, layout: Layout, quoted: Sequence[Quotation], cues: Iterable[Cue]) -> None:
        self._layout = layout
        self._doc = layout.doc
        self._quoted = quoted
        self._cues = {cue.token.i: cue for cue in cues}
        self._inside = {i for q in quoted for i in range(q.start, q.end)}
        self._taken: dict[int, Attribution] = {}

    def attributions(self) -> list[Attribution]:
        """All attributions, in the order of the text."""
        found = self._direct()
        for index, cue in self._cues.items():
            if index not in self._taken and index not in self._inside:
                found.extend(self._indirect(cue))
        return sorted(found, key=lambda a: (a.content[0].start, a.content[-1].end))

    def _direct(self) -> list[Attribution]:
        """Quotations with a cue beside them, and those that carry one of these on."""
        found: list[Attribution] = []
        before: Quotation | None = None
        last: Attribution | None = None
        outside = {i: cue for i, cue in self._cues.items() if i not in self._inside}
        for quotation in self._quoted:
            cue = leader(quotation, self._layout, outside) or follower(quotation, self._layout, outside)
            if cue is not None:
                last = self._add(found, cue, quotation)
            elif last is not None and before is not None and self._carries_on(before, quotation):
                last.content.append(quotation.span(self._layout))
            else:
                last = None
            before = quotation
        for made in found:
            made.kind = self._kind(made.content)
        return found

    def _add(self, found: list[Attribution], cue: Cue, quotation: Quotation) -> Attribution:
        span = self._extent(quotation)
        made = self._taken.get(cue.token.i)
        if made is not None:
            made.content.append(span)
            return made
        made = self._attribute(cue, [span])
        if made.source is None and cue.token.i >= quotation.right:
            made.source = linear_source(self._doc, quotation.right, cue.token.i)
        self._taken[cue.token.i] = made
        found.append(made)
        return made

    def _extent(self, quotation: Quotation) -> Span:
        """A quotation with the words of its sentence before it, where it doesn't begin one."""
        return trim(self._doc, quotation.start, quotation.end) or quotation.span(self._layout)

    def _carries_on(self, before: Quotation, quotation: Quotation) -> bool:
        """Whether a quotation without a cue is a further sentence of the speaker just quoted."""
        if quotation.resumed:
            return True
        same_line = self._layout.line_start(before.left) == self._layout.line_start(quotation.left)
        return same_line and self._stands_alone(quotation)

    def _stands_alone(self, quotation: Quotation) -> bool:
        """Whether a quotation begins a sentence."""
        i = quotation.left - 1
        while i >= 0 and self._doc[i].is_space:
            i -= 1
        if i < self._layout.line_start(quotation.left):
            return True
        return self._doc[i].text in FINAL or (self._doc[i].text in CLOSING and self._doc[i - 1].text in FINAL)

    def _indirect(self, cue: Cue) -> list[Attribution]:
        spans = content(cue)
        if not spans:
            return []
        spans[-1] = self._to_closing_mark(spans[-1])
        return [self._attribute(cue, spans)]

    def _to_closing_mark(self, span: Span) -> Span:
        """The span with the rest of a quotation that begins in it: parsers end sentences inside quotations."""
        for quotation in self._quoted:
            if span.start <= quotation.start and quotation.left <= span.end < quotation.end:
                return trim(self._doc, span.start, quotation.end) or span
        return span

    def _attribute(self, cue: Cue, spans: list[Span]) -> Attribution:
        return Attribution(
            content=spans,
            kind=self._kind(spans),
            rule=cue.rule.id,
            cue=self._doc[cue.token.i : cue.token.i + 1],
            source=source(cue),
            addressee=addressee(cue),
        )

    def _kind(self, spans: Iterable[Span]) -> QuoteKind:
        words = [t.i in self._inside for span in spans for t in span if not (t.is_punct or t.is_space)]
        if not any(words):
            return "indirect"
        return "direct" if sum(words) >= _DIRECT_SHARE * len(words) else "mixed"
