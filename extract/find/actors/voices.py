"""Who speaks, is told, or wants something: the parties of statements and demands, and names that only they show."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from extract.parse.frames import Mention
from extract.parse.syntax import coordinated

NAMED = frozenset({"NNP", "NNPS"})


def give_name(mention: Mention, head: Token) -> None:
    """Takes a speaker that the recogniser overlooked for a body if it has an article, else for a person."""
    mention.kind = "organization" if any(t.dep_ == "det" for t in head.lefts) else "person"
    mention.name, mention.unnamed, mention.gender, mention.plural = name_of(head).text, False, None, False


def name_of(head: Token) -> Span:
    """The capitalised words that end with a noun."""
    start = head.i
    while start > head.left_edge.i and head.doc[start - 1].tag_ in NAMED:
        start -= 1
    return head.doc[start : head.i + 1]


def parties(doc: Doc) -> Iterator[tuple[Token, str]]:
    """The head nouns of all who speak ("voice" in quotation marks, else "source"), are told, or are asked or want."""
    for quote in doc._.quotes:
        if quote.source is not None:
            manner = "source" if quote.kind == "indirect" else "voice"
            yield from ((head, manner) for head in coordinated(quote.source.root))
        if quote.addressee is not None:
            yield quote.addressee.root, "told"
    for demand in doc._.demands:
        for span in (demand.actor, demand.addressee):
            if span is not None:
                yield from ((head, "asked") for head in coordinated(span.root))
