"""Printed dialogue: lines that a name and a colon give to a speaker ("FLORES: We will not wait.")."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from extract.find.quotes.cues import QuotesRule
from extract.find.quotes.layout import FINAL, OPENING, Layout, trim

_LONGEST_NAME = 4
_LONGEST_SOURCE = 8
_FEWEST_TURNS = 2
_QUESTION = "Q"


@dataclass(slots=True, frozen=True)
class Turn:
    """What one speaker says at a stretch; `colon` is the token of the colon behind the name."""

    source: Span
    colon: int
    content: list[Span]


def turns(layout: Layout) -> list[Turn]:
    """The turns of the dialogues in a text, without questions that nobody is named to ask ("Q: Why?").

    Labels in capitals are speakers where there are two different ones (a single one is a headline), others where the
    article names a person so and there are two turns.
    """
    capitals = list(_turns(layout, lambda token: token.is_upper and token.is_alpha))
    if len({turn.source.text for turn in capitals}) >= _FEWEST_TURNS:
        return [turn for turn in capitals if len(turn.source.text) > 1]
    names = list(_turns(layout, lambda token: token.is_title or token.text == _QUESTION))
    if len(names) < _FEWEST_TURNS:
        return []
    persons = {ent[-1].lower for ent in layout.doc.ents if ent.label_ == "PERSON"}
    return [turn for turn in names if turn.source[-1].lower in persons and _is_told(turn)]


def _is_told(turn: Turn) -> bool:
    """Whether a turn holds a sentence, as entries of a list ("Venue: Lima") do not."""
    said = turn.content[0]
    return said.doc[min(said.end, len(said.doc) - 1)].text in FINAL and any(t.pos_ in {"VERB", "AUX"} for t in said)


def headline(layout: Layout, rule: QuotesRule) -> Turn | None:
    """The statement of a headline like "Flores: Talks will resume", or None."""
    doc, end = layout.doc, layout.line_end(0)
    colon = next((t.i for t in doc[: min(end, _LONGEST_SOURCE)] if t.text == ":"), 0)
    label = doc[:colon]
    if not any(_can_speak(t, rule) for t in label) or any(t.pos_ in {"VERB", "AUX"} or t.like_num for t in label):
        return None
    source, content = trim(doc, 0, colon), trim(doc, colon + 1, end)
    if source is None or content is None or not any(t.pos_ in {"VERB", "AUX"} for t in content):
        return None
    return Turn(source, colon, [content])


def _can_speak(token: Token, rule: QuotesRule) -> bool:
    if token.lower_ in rule.unless:
        return False
    if token.ent_type_ in {"PERSON", "ORG", "NORP"} or token.lemma_.lower() in rule.only:
        return True
    # recognizers miss bare names in headlines; the article names them in full
    return token.is_title and any(
        e.label_ in {"PERSON", "ORG"} and e[-1].lower == token.lower and e.start > token.i for e in token.doc.ents
    )


def _turns(layout: Layout, in_label: Callable[[Token], bool]) -> Iterator[Turn]:
    doc = layout.doc
    turn: Turn | None = None
    for start in layout.lines():
        first = start + (start < len(doc) and doc[start].text in OPENING)
        colon = first
        while colon < len(doc) and colon - first <= _LONGEST_NAME and in_label(doc[colon]):
            colon += 1
        if first < colon < len(doc) and doc[colon].text == ":":
            content = trim(doc, colon + 1, layout.line_end(colon))
            if content is not None:
                turn = Turn(doc[first:colon], colon, [content])
                yield turn
        elif turn is not None and first > start and (content := trim(doc, first, layout.line_end(first))) is not None:
            turn.content.append(content)  # a paragraph opened with a mark goes on with the speech
        else:
            turn = None
