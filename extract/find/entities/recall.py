"""Names that the recogniser overlooked: runs of proper nouns, to be kept if the article or gazetteer knows them."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from extract.find.entities.evidence import Evidence

HYPHENS = frozenset({"-", "‐", "‑"})
UNKNOWN = "MISC"  # what is not known to be a name of anything


@dataclass(slots=True)
class Name:
    """A name in the text, `[start, end)` in tokens, with the label of the recogniser or a better one."""

    start: int
    end: int
    label: str


def overlooked(doc: Doc, found: list[Name], evidence: Evidence) -> Iterator[Name]:
    """The runs of proper nouns outside all entities, titles and lone capitals aside."""
    titles = evidence.words("title")
    covered = {i for name in found for i in range(name.start, name.end)}
    start = end = -1
    for i in proper_nouns(doc):
        token = doc[i]
        if (
            i in covered
            or token.ent_type_ in {"DATE", "TIME", "MONEY", "PERCENT", "LANGUAGE"}
            or not capitalised(token)
        ):
            continue
        if i == end or (i == end + 1 and is_joined(doc, end)):
            end = i + 1
        else:
            if start < end:
                yield Name(start, end, UNKNOWN)
            start, end = i, i + 1
        if token.text in titles:
            start = end
    if start < end:
        yield Name(start, end, UNKNOWN)


def is_joined(doc: Doc, hyphen: int) -> bool:
    """Whether a token is a hyphen that joins the words around it: "Ramgoolam-Flores"."""
    return doc[hyphen].text in HYPHENS and not doc[hyphen].whitespace_ and not doc[hyphen - 1].whitespace_


def proper_nouns(doc: Doc) -> list[int]:
    """The indices of the proper nouns and of acronyms in brackets, whatever their tags."""
    strings = doc.vocab.strings
    tags = doc.to_array(["TAG"])
    found = (tags == strings["NNP"]) | (tags == strings["NNPS"])
    bracketed = doc.to_array(["ORTH"])[:-1] == strings["("]
    found[1:] |= bracketed & doc.to_array(["IS_UPPER"])[1:].astype(bool)  # "(WHO)"
    return [int(i) for i in found.nonzero()[0]]


def capitalised(token: Token) -> bool:
    """Whether a proper noun looks like one: "Flores", "WTO", "iLaw", no initial and no web address."""
    text = token.text
    return len(text) > 1 and text.isalpha() and any(map(str.isupper, text))
