"""How attributions of one text hang together: speakers who go on, and speech in speech."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Span

from extract.find.quotes.layout import FINAL, sentence_start
from extract.find.quotes.passage import Passage
from extract.find.quotes.quotation import Quotation
from extract.parse.frames import Attribution

_STATEMENT = 4  # tokens of the shortest quotation that goes on without a cue


def share_sources(found: Iterable[Attribution]) -> None:
    """Gives a verb without a source of its own that of the cue before it: "Flores denied it, adding that …"."""
    made_by_cue = sorted((made for made in found if made.cue is not None), key=_cue_start)
    holder = {i: made for made in reversed(made_by_cue) for span in made.content for i in range(span.start, span.end)}
    last: Attribution | None = None
    for made in made_by_cue:
        if _cue_start(made) in holder:
            continue
        lacking = made.source is None or holder.get(made.source.start, made) is not made
        if lacking and last is not None and _goes_on(last, made):
            made.source = last.source
        if made.source is not None:
            last = made


def _goes_on(last: Attribution, made: Attribution) -> bool:
    """Whether a verb goes on with the sentence of the last cue."""
    if made.cue is None or made.cue[0].pos_ not in {"VERB", "AUX"} or made.cue[0].tag_ == "VBN":
        return False
    return sentence_start(made.cue.doc, made.cue.start) <= _cue_start(last) < made.cue.start


def continued(
    found: Sequence[Attribution], quoted: Iterable[Quotation], passage: Passage, rule: str
) -> list[Attribution]:
    """Statements in quotation marks without a cue: the last speaker goes on.

    A statement in the line of a mixed quote becomes a further part of it; others are attributions of their own.
    """
    held = _held(found)
    outer = (a for a in found if a.cue is None or a.cue.start not in held)  # who is quoted by another does not go on
    before = sorted((a for a in outer if a.source is not None), key=_end)
    ends = [_end(made) for made in before]
    made: list[Attribution] = []
    for quotation in quoted:
        if quotation.start in held or not _is_statement(quotation, passage):
            continue
        place = bisect_right(ends, quotation.start) - 1
        last = max([*before[place : place + 1 if place >= 0 else 0], *made[-1:]], key=_end, default=None)
        if last is None or not _follows(last, quotation, passage):
            continue
        words = passage.words(quotation)
        if last.kind == "mixed" and passage.layout.line_start(last.content[0].start) == _line(quotation, passage):
            last.content.append(words)
        else:
            made.append(Attribution([words], "direct", rule, source=last.source))
    return made


def outermost(found: Iterable[Attribution], nesting: Mapping[str, bool]) -> list[Attribution]:
    """Marks attributions in the content of another as nested, and keeps of them those of the rules `nesting`.

    Of a rule that is true there, what a pronoun thinks goes: it is the speaker's own thought ("she said she felt …").
    """
    found = list(found)
    held = _held(found)
    kept: list[Attribution] = []
    for made in found:
        made.nested = made.cue is not None and made.cue.start in held
        if not made.nested or (made.rule in nesting and not (nesting[made.rule] and _is_pronoun(made.source))):
            kept.append(made)
    return kept


def _is_pronoun(source: Span | None) -> bool:
    return source is not None and source.root.tag_ == "PRP"


def _held(found: Iterable[Attribution]) -> frozenset[int]:
    """The tokens in any content."""
    return frozenset(i for made in found for span in made.content for i in range(span.start, span.end))


def _cue_start(made: Attribution) -> int:
    return made.cue.start if made.cue is not None else made.content[0].start


def _end(made: Attribution) -> int:
    return made.content[-1].end


def _line(quotation: Quotation, passage: Passage) -> int:
    return passage.layout.line_start(quotation.left)


def _is_statement(quotation: Quotation, passage: Passage) -> bool:
    """Whether a quotation stands alone as a sentence of its own."""
    long_enough = quotation.end - quotation.start >= _STATEMENT
    return long_enough and passage.doc[quotation.end - 1].text in FINAL and passage.stands_alone(quotation)


def _follows(last: Attribution, quotation: Quotation, passage: Passage) -> bool:
    """Whether a quotation stands in the line of the last attribution or in the next."""
    layout = passage.layout
    return layout.line_end(_end(last) - 1) >= layout.before(_line(quotation, passage))
