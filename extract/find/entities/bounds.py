"""Where names begin and end: titles, brackets and web addresses cut off, halves put together."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from extract.find.entities.evidence import Evidence
from extract.find.entities.recall import UNKNOWN, Name, overlooked
from extract.parse.countries import Countries
from extract.parse.gazetteer import places
from extract.parse.given_names import gender

NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART"})
HYPHENS = frozenset({"-", "‐", "‑"})
QUOTES = frozenset({"“", "”", '"', "‘", "’", "'"})
FULL = 2  # words of a full name
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
        if name.label == "PERSON":
            cut_belonging(doc, name)
            cut_title(doc, name, evidence, countries)
    found = [name for name in found if is_name(doc, name)]
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
    """Whether no name goes on past this token."""
    return token.text in brackets or (token.is_space and "\n" in token.text) or is_address(token)


def is_address(token: Token) -> bool:
    """Whether the token is a web address, and no name like "Lares.com"."""
    return token.like_url and ("/" in token.text or token.text.startswith("www"))


def edged(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """The stretch without articles, possessives, punctuation and white space at its edges."""
    while start < end and (loose(doc[start]) or (doc[start].lower_ in {"the", "a", "an"} and end - start > 1)):
        start += 1
    while start < end and (loose(doc[end - 1]) or (doc[end - 1].tag_ == "POS" and end - start > 1)):
        end -= 1
    return (start, end) if start < end else None


def loose(token: Token) -> bool:
    """Whether a token at its edge is no part of a name."""
    return token.is_space or (token.is_punct and token.text not in {"'", "’", "‘"})


def cut_title(doc: Doc, name: Name, evidence: Evidence, countries: Countries) -> None:
    """Takes titles and nationalities off a person's name: "Prof Ana Flores", "Peruvian Ana Flores"."""
    titles, roles = evidence.words("title"), evidence.words("noun")
    if gender(doc[name.start].text) is None:
        ranks = [i for i in range(name.start, name.end - 1) if doc[i].lower_ in roles and doc[i].is_title]
        name.start = ranks[-1] + 1 if ranks else name.start
    while name.end - name.start > 1:
        first = doc[name.start]
        if first.text not in titles and countries.demonym(first.text) is None:
            return
        name.start += 1


def cut_belonging(doc: Doc, name: Name) -> None:
    """Cuts off to whom a person belongs: "Ana Flores of the Lima Club"."""
    of = next((i for i in range(name.start + FULL, name.end) if doc[i].lower_ == "of"), name.end)
    name.end = of


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
        label = united(doc, joined[-1], name, evidence, countries) if joined else None
        if label is not None:
            joined[-1].end = name.end
            joined[-1].label = label
        elif not joined or name.start >= joined[-1].end:
            joined.append(name)
    return joined


def take_hyphenated(doc: Doc, name: Name) -> None:
    """Takes in what hangs on a person's name by a hyphen: "Moon Jae" + "-in"."""
    while (
        name.end + 1 < len(doc)
        and doc[name.end].text in HYPHENS
        and not doc[name.end - 1].whitespace_
        and not doc[name.end].whitespace_
        and doc[name.end + 1].pos_ != "VERB"
    ):
        name.end += 2


def take_hyphenated_place(doc: Doc, name: Name) -> None:
    """Takes in the rest of a place's name where the gazetteer knows the whole: "Mazar" + "-i-Sharif"."""
    longer = Name(name.start, name.end, name.label)
    take_hyphenated(doc, longer)
    if longer.end > name.end and places(doc[longer.start : longer.end].text):
        name.end = longer.end


def united(doc: Doc, left: Name, right: Name, evidence: Evidence, countries: Countries) -> str | None:
    """The label of two names that are one ("Czech" + "Senate", "Ana “Nana”" + "Flores"), or None."""
    gap = doc[left.end : right.start]
    if len(gap) == 0:
        return adjacent(doc, left, right, countries)
    if len(gap) == 1 and gap[0].text in QUOTES and left.label == right.label == "PERSON":
        return "PERSON"
    if (
        len(gap) == 1
        and gap[0].tag_ == "POS"
        and left.label == "ORG"
        and doc[right.start].text in evidence.words("within")
    ):
        return "ORG" if right.end - right.start == 1 else None
    return None


def adjacent(doc: Doc, left: Name, right: Name, countries: Countries) -> str | None:
    """The label of two names side by side that are one, the words of "ADDIS ABABA" among them, or None."""
    both = doc[left.start : right.end].text
    if countries.capital(both) is not None or (both.isupper() and places(both.title())):
        return "GPE"
    bare = left.label in {UNKNOWN, "GPE"} and left.end - left.start == right.end - right.start == 1
    if bare and gender(doc[left.start].text) is not None:
        return "PERSON"
    if "PERSON" in {left.label, right.label} and {left.label, right.label} <= {"PERSON", UNKNOWN}:
        return "PERSON"
    return "ORG" if right.label == "ORG" and left.label in {"NORP", "GPE", "ORG", UNKNOWN} else None
