"""Where somebody is based: "Lares Motors, headquartered in Dubai", "the Dubai-based airline"."""

from collections.abc import Container, Iterator

from spacy.tokens import Doc, Token

from extract.find.venues.atlas import Atlas
from extract.link.affiliations import titles
from extract.parse.frames import Entity, Mention

CLAUSES = frozenset({"acl", "relcl"})
AT = frozenset({"in", "at"})
JOINT = len(["Dubai", "-"])


def base(entity: Entity, doc: Doc, atlas: Atlas, based: Container[str]) -> str | None:
    """The country where the first mention that tells has somebody based; `based` are the words that say so."""
    for mention in entity.mentions:
        for place in bases(mention, doc, based) if mention.kind is not None else ():
            found = atlas.locate(name_at(place))
            if found is not None:
                return found.country
    return None


def bases(mention: Mention, doc: Doc, based: Container[str]) -> Iterator[Token]:
    """The places where a mention says that somebody is based: the heads of their names."""
    for word in mention.span:
        if word.lower_ in based and word.i > mention.span.start + 1 and doc[word.i - 1].text == "-":
            yield doc[word.i - JOINT]
    for head in titles(doc[mention.head]):
        for verb in head.rights:
            if verb.lower_ in based and verb.dep_ in CLAUSES:
                yield from (t for link in verb.rights if link.lower_ in AT for t in link.rights if t.dep_ == "pobj")


def name_at(token: Token) -> str:
    """The whole name that a token belongs to."""
    return next((ent.text for ent in token.doc.ents if ent.start <= token.i < ent.end), token.text)
