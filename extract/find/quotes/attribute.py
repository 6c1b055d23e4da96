"""A cue and its content made into an attribution, with its source and addressee."""

from collections.abc import Iterable

from spacy.tokens import Span

from extract.find.quotes.cues import Cue
from extract.find.quotes.passage import Passage
from extract.find.quotes.sources import addressee, beside, source
from extract.parse.frames import Attribution
from extract.parse.syntax import is_passive


def attribute(cue: Cue, spans: list[Span], passage: Passage) -> Attribution:
    """The attribution of a content to the source of its cue."""
    return Attribution(
        content=spans,
        kind=passage.kind(spans),
        rule=cue.rule.id,
        cue=cue.token.doc[cue.token.i : cue.token.i + 1],
        source=_source(cue, spans, passage),
        addressee=addressee(cue),
    )


def _source(cue: Cue, spans: list[Span], passage: Passage) -> Span | None:
    """Who speaks; never somebody named in the content itself or in a quotation."""
    found = source(cue)
    if _may_speak(found, spans, passage):
        return found
    found = (
        beside(cue.token)
        if cue.rule.word == "verb" and not (cue.rule.told or is_passive(cue.token) or cue.token.tag_ == "VBN")
        else None
    )
    return found if _may_speak(found, spans, passage) else None


def _may_speak(found: Span | None, spans: Iterable[Span], passage: Passage) -> bool:
    if found is None or found.root.i in passage.inside or found.root.tag_ == "VBG":
        return False
    return not any(found.start < span.end and span.start < found.end for span in spans)
