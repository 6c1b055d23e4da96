"""A text as the finder of quotes sees it: its lines and its quotations, and what lies inside their marks."""

from bisect import bisect_right
from collections.abc import Iterable

from spacy.tokens import Doc, Span

from extract.find.quotes.layout import FINAL, PAUSES, Layout, trim
from extract.find.quotes.quotation import Quotation, quotations
from extract.find.quotes.single import layered, single_quotations
from extract.records import QuoteKind

_INNER_MARKS = frozenset({"’", "'", "”", "''"})
_LONG_WORD = 4
_DIRECT_SHARE = 0.95  # of the words in quotation marks make a quote direct


class Passage:
    """One text: its quotations, those `inner` ones inside them, and the tokens `inside` quotation marks."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.layout = Layout(doc)
        self.quoted, self.inner = layered(quotations(self.layout), single_quotations(self.layout))
        self.inside = frozenset(i for q in self.quoted for i in range(q.start, q.end))
        self._lefts = [q.left for q in self.quoted]

    def kind(self, spans: Iterable[Span]) -> QuoteKind:
        """Direct, indirect or mixed, by the share of words in quotation marks."""
        spans = list(spans)
        if not any(i in self.inside for span in spans for i in range(span.start, span.end)):
            return "indirect"
        words = [t.i in self.inside for span in spans for t in span if not (t.is_punct or t.is_space)]
        if not any(words):
            return "indirect"
        return "direct" if sum(words) >= _DIRECT_SHARE * len(words) else "mixed"

    def words(self, quotation: Quotation) -> Span:
        """What stands between two quotation marks, without white space and punctuation at its edges."""
        return trim(self.doc, quotation.start, quotation.end) or self.doc[quotation.start : quotation.end]

    def stands_alone(self, quotation: Quotation) -> bool:
        """Whether a quotation begins a line or a sentence."""
        return self.layout.begins(quotation.left)

    def ends(self, quotation: Quotation) -> bool:
        """Whether a quotation ends with its sentence or at a pause."""
        behind = self.doc[quotation.right : quotation.right + 1].text
        return self.last_word(quotation) in FINAL | PAUSES or not behind.isalpha()

    def is_title(self, quotation: Quotation) -> bool:
        """Whether all longer words of a quotation are capitalized and no point ends it: “The Long Wait”."""
        words = [t for t in self.doc[quotation.start : quotation.end] if len(t) >= _LONG_WORD]
        return bool(words) and all(t.is_title for t in words) and self.last_word(quotation) not in FINAL

    def last_word(self, quotation: Quotation) -> str:
        """The last word or point of a quotation, marks of quotations inside it left aside."""
        i = quotation.end - 1
        while i > quotation.start and self.doc[i].text in _INNER_MARKS:
            i -= 1
        return self.doc[i].text

    def to_closing_mark(self, span: Span) -> Span:
        """The span with the rest of a quotation that begins in it: parsers end sentences inside quotations."""
        quotation = self.around(span.end)
        if quotation is None or not span.start <= quotation.start or span.end >= quotation.end:
            return span
        return trim(self.doc, span.start, quotation.end) or span

    def with_marks(self, span: Span) -> Span:
        """The span with the quotation marks beside it, where all between them is in it."""
        start, end = span.start, span.end
        first, last = self.around(start), self.around(end - 1)
        if first is not None and not any(_is_word(self.doc, i) for i in range(first.start, start)):
            start = first.left
        if last is not None and start <= last.left and not any(_is_word(self.doc, i) for i in range(end, last.end)):
            end = max(end, last.right)
        # one mark alone is none
        if first is not None and start == first.left and end < first.right:
            start = span.start
        return self.doc[start:end]

    def around(self, token: int) -> Quotation | None:
        """The last outer quotation that opens at or before a token, if it isn't over before it."""
        place = bisect_right(self._lefts, token) - 1
        if place < 0 or self.quoted[place].right < token:
            return None
        return self.quoted[place]


def _is_word(doc: Doc, i: int) -> bool:
    return not (doc[i].is_punct or doc[i].is_space)
