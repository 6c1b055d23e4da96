"""Speech that a colon alone sets off: "Flores said: The talks are over", or the paragraph below "She added:"."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Span

from extract.find.quotes.adjacency import is_finite
from extract.find.quotes.attribute import attribute
from extract.find.quotes.content import content
from extract.find.quotes.cues import Cue
from extract.find.quotes.layout import FINAL, MARKS, sentence_end, trim
from extract.find.quotes.passage import Passage
from extract.parse.frames import Attribution
from extract.parse.syntax import child

_NEAR = 200  # characters, to pass quickly over cues without any colon
_REACH = 12  # tokens between a cue and its colon: an addressee, a day


def blocks(passage: Passage, cues: Iterable[Cue], taken: set[int]) -> Iterator[Attribution]:
    """The attributions of what stands behind a colon without quotation marks; their sources are always named.

    Passes over cues at the tokens of `taken`, and adds those that it uses.
    """
    text = passage.layout.text
    for cue in cues:
        if cue.token.i in taken or text.find(":", cue.token.idx, cue.token.idx + _NEAR) < 0:
            continue
        colon = _colon(cue) if _introduces(cue) else None
        words = _behind(colon, passage) if colon is not None else None
        if words is not None and not content(cue):
            made = attribute(cue, [words], passage)
            if made.source is not None:
                taken.add(cue.token.i)
                yield made


def _introduces(cue: Cue) -> bool:
    """Whether a cue is a finite verb that has no object but those whom it is said to."""
    if cue.rule.word != "verb" or not cue.takes("quotation") or not is_finite(cue.token):
        return False
    return cue.rule.hearer or child(cue.token, "dobj") is None


def _colon(cue: Cue) -> int | None:
    """The colon behind a cue and those whom it is said to."""
    for token in cue.token.doc[cue.token.i + 1 : cue.token.i + 1 + _REACH]:
        if token.text == ":":
            return token.i
        if token.text in FINAL | MARKS or is_finite(token) or token.dep_ == "mark" or "\n" in token.text:
            return None
    return None


def _behind(colon: int, passage: Passage) -> Span | None:
    """The sentence behind a colon, or the whole of the next paragraph where the colon ends its own."""
    doc, start = passage.doc, colon + 1
    while start < len(doc) and doc[start].is_space:
        start += 1
    if start >= len(doc) or doc[start].text in MARKS:
        return None
    here = passage.layout.line_start(start) <= colon
    words = trim(doc, start, sentence_end(doc, start) if here else passage.layout.line_end(start))
    return words if words is not None and any(is_finite(t) for t in words) else None
