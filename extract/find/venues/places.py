"""What may be a place: the words that name or describe it."""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Span, Token

Sort = Literal["name", "site", "area"]

PLACES = frozenset({"GPE", "LOC", "FAC"})
NAMES = PLACES | {"ORG", "PERSON", "EVENT", "PRODUCT"}


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words that may name a place. `head` is the word by which they hang in the sentence.

    Attributes:
        sort: a bare name, a building or ground ("the port of Callao"), or a part of a country or city.
        firm: False for a name of another kind, an organisation's for one, that is a place only where somebody goes.
    """

    span: Span
    head: Token
    sort: Sort
    firm: bool = True


def stripped(span: Span) -> Span:
    """The span without article and possessive at its edges."""
    doc, start, end = span.doc, span.start, span.end
    while start < end - 1 and doc[start].lower_ in {"the", "a", "an"}:
        start += 1
    while end - 1 > start and doc[end - 1].tag_ == "POS":
        end -= 1
    return doc[start:end]
