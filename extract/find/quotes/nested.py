"""Speech quoted inside speech: “Rivas told me: ‘Leave now,’ and I left,” Flores said."""

from collections.abc import Iterable, Iterator

from extract.find.quotes.adjacency import Adjacency
from extract.find.quotes.cues import Cue, QuotesRule
from extract.find.quotes.passage import Passage
from extract.find.quotes.quotation import Quotation
from extract.find.quotes.sources import addressee, source
from extract.parse.frames import Attribution

_TOLD = frozenset({"VBD", "VBZ"})  # what people would say, or say to each other, nobody has said


def nested_speech(passage: Passage, cues: Iterable[Cue], other: QuotesRule) -> Iterator[Attribution]:
    """The attributions of the inner quotations that a cue in the same outer one introduces or follows."""
    if not passage.inner:
        return
    beside = {cue.token.i: cue for cue in reversed(list(cues)) if cue.takes("quotation")}
    adjacency = Adjacency(passage, beside, other)
    for quotation in passage.inner:
        cue = adjacency.leader(quotation) or adjacency.follower(quotation)
        if cue is not None and cue.token.tag_ in _TOLD and _share_outer(cue, quotation, passage):
            yield _quoted(cue, quotation)


def _share_outer(cue: Cue, quotation: Quotation, passage: Passage) -> bool:
    """Whether a cue stands in the outer quotation of an inner one, and not in that itself."""
    outer = passage.around(quotation.left)
    inside = outer is not None and outer.start <= cue.token.i < outer.end
    return inside and not quotation.start <= cue.token.i < quotation.end


def _quoted(cue: Cue, quotation: Quotation) -> Attribution:
    """The attribution of an inner quotation, with its marks."""
    doc = cue.token.doc
    words = doc[quotation.left : quotation.right]
    who = source(cue)
    if who is not None and who.start < words.end and words.start < who.end:
        who = None
    return Attribution([words], "direct", cue.rule.id, doc[cue.token.i : cue.token.i + 1], who, addressee(cue))
