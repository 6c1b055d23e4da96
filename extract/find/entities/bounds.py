"""Where names begin and end: brackets and web addresses cut off, edges set right, halves put together."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from extract.find.entities.edges import cut_epithet, cut_title, set_edges, take_hyphenated, take_hyphenated_place
from extract.find.entities.evidence import Evidence
from extract.find.entities.halves import apart
from extract.find.entities.recall import HYPHENS, UNKNOWN, Name, overlooked
from extract.parse.countries import Countries
from extract.parse.gazetteer import places
from extract.parse.given_names import gender
from extract.parse.syntax import FINITE

NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART"})
QUOTES = frozenset({"“", "”", '"', "‘", "’", "'"})
LINKING = frozenset({"CC", "IN", "DT", "TO"})  # tags of words that, in small letters, end no name
BRACKETS = frozenset({"(", ")", "[", "]", "«", "»", "‹", "›", ":", ";", "|", "/", "•", "*", "“", "”", '"'})


def names(doc: Doc, recognised: Iterable[Span], evidence: Evidence, countries: Countries) -> list[Name]:
    """The names that the recogniser found and overlooked, in their right bounds."""
    found = [
        Name(start, end, ent.label_)
        for ent in recognised
        if ent.label_ in NAMES
        for start, end in pieces(doc, ent.start, ent.end, BRACKETS - QUOTES if ent.label_ == "PERSON" else BRACKETS)
    ]
    for name in found:
        set_edges(doc, name, evidence, countries)
    found = [name for name in apart(doc, found, evidence) if is_name(doc, name)]
    found.extend(overlooked(doc, found, evidence))
    return join(doc, found, evidence, countries)


def pieces(doc: Doc, start: int, end: int, brackets: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The stretches of an entity between line breaks, brackets and web addresses, without loose edges."""
    first = start
    for i in range(start, end + 1):
        if i == end or breaks(doc[i], brackets):
            if first < i and (piece := edged(doc, first, i)) is not None:
                yield piece
            first = i + 1


def breaks(token: Token, brackets: frozenset[str]) -> bool:
    """Whether no name goes on past this token: a bracket, a line break, a web address, "reminded"."""
    tells = token.is_lower and token.tag_ in FINITE
    return token.text in brackets or (token.is_space and "\n" in token.text) or tells or is_address(token)


def is_address(token: Token) -> bool:
    """Whether the token is a web address, and no name like "Lares.com"."""
    return token.like_url and ("/" in token.text or token.text.startswith("www"))


def edged(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """The stretch without articles, possessives, punctuation and white space at its edges."""
    while start < end and (loose(doc[start]) or (doc[start].lower_ in {"the", "a", "an"} and end - start > 1)):
        start += 1
    while start < end and (loose(doc[end - 1]) or (ends_no_name(doc[end - 1]) and end - start > 1)):
        end -= 1
    return (start, end) if start < end else None


def loose(token: Token) -> bool:
    """Whether a token at its edge is no part of a name."""
    return token.is_space or (token.is_punct and token.text not in {"'", "’", "‘"})


def ends_no_name(token: Token) -> bool:
    """Whether a name ends before the token: "'s", the "of" of a name cut short."""
    return token.tag_ == "POS" or (token.tag_ in LINKING and token.is_lower)


def is_name(doc: Doc, name: Name) -> bool:
    """Whether the stretch has a capital letter, as every name has in English."""
    return any(c.isupper() for t in doc[name.start : name.end] for c in t.text)


def join(doc: Doc, found: list[Name], evidence: Evidence, countries: Countries) -> list[Name]:
    """The names with their halves put together and hyphenated ends taken in."""
    joined: list[Name] = []
    for name in sorted(found, key=lambda name: name.start):
        if name.label == "PERSON":
            take_hyphenated(doc, name)
        elif name.label == "GPE":
            take_hyphenated_place(doc, name)
        while joined and joined[-1].label == UNKNOWN and joined[-1].start >= name.start:
            joined.pop()  # the first half of a hyphenated name
        label = united(doc, joined[-1], name, evidence, countries) if joined else None
        if label is not None:
            joined[-1].end = name.end
            joined[-1].label = label
            if label == "PERSON":
                cut_title(doc, joined[-1], evidence, countries)
            elif label == "ORG":
                cut_epithet(doc, joined[-1], evidence)
        elif not joined or name.start >= joined[-1].end:
            joined.append(name)
    return joined


def united(doc: Doc, left: Name, right: Name, evidence: Evidence, countries: Countries) -> str | None:
    """The label of two names that are one ("Czech" + "Senate", "Ana “Nana”" + "Flores"), or None."""
    gap = doc[left.end : right.start]
    if len(gap) == 0:
        return adjacent(doc, left, right, evidence, countries)
    if len(gap) == 1 and gap[0].text in QUOTES and left.label == right.label == "PERSON":
        return "PERSON"
    if all(t.lower_ in evidence.words("particle") or (t.text in HYPHENS and t.i > left.end) for t in gap):
        return particled(doc, left, right)
    if (
        len(gap) == 1
        and gap[0].tag_ == "POS"
        and left.label == "ORG"
        and doc[right.start].text in evidence.words("within")
    ):
        return "ORG" if right.end - right.start == 1 else None
    return None


def particled(doc: Doc, left: Name, right: Name) -> str | None:
    """The label of two names with "de" or "bin" between them that are one: "Rosa de Flores", "Foz do Lares"."""
    labels = {left.label, right.label}
    if doc[left.start].ent_type_ == "ORG" or right.label == "ORG":
        return None
    if "PERSON" in labels and (gender(doc[left.start].text) is not None or labels <= {"PERSON", UNKNOWN}):
        return "PERSON"
    return right.label if left.end - left.start == 1 else None


def is_surname(doc: Doc, left: Name, right: Name, evidence: Evidence, countries: Countries) -> bool:
    """Whether a word taken for a place or body is the surname of a person: "Lares" of "President Ana Maria Lares"."""
    word = doc[right.start]
    if right.end - right.start > 1 or not word.is_title or countries.code(word.text) is not None:
        return False
    titled = left.start > 0 and doc[left.start - 1].text in evidence.words("title")
    return right.label == "GPE" or (titled and doc[left.end - 1].head.i == right.start)


def adjacent(doc: Doc, left: Name, right: Name, evidence: Evidence, countries: Countries) -> str | None:
    """The label of two names side by side that are one, the words of "ADDIS ABABA" among them, or None."""
    both = doc[left.start : right.end].text
    if (
        countries.capital(both) is not None
        or countries.named(both) is not None
        or (both.isupper() and places(both.title()))
    ):
        return "GPE"
    bare = left.label in {UNKNOWN, "GPE"} and left.end - left.start == right.end - right.start == 1
    if bare and gender(doc[left.start].text) is not None:
        return "PERSON"
    if left.label == "PERSON" and is_surname(doc, left, right, evidence, countries):
        return "PERSON"
    if "PERSON" in {left.label, right.label} and {left.label, right.label} <= {"PERSON", UNKNOWN}:
        return "PERSON"
    return "ORG" if right.label == "ORG" and left.label in {"NORP", "GPE", "ORG", UNKNOWN} else None
