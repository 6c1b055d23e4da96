"""Where names begin and end: titles, brackets and web addresses cut off, halves put together."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from extract.find.entities.evidence import Evidence
from extract.find.entities.halves import apart
from extract.find.entities.initials import take_initials
from extract.find.entities.recall import HYPHENS, UNKNOWN, Name, overlooked
from extract.parse.countries import Countries
from extract.parse.gazetteer import places
from extract.parse.given_names import gender
from extract.parse.syntax import FINITE

NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART"})
QUOTES = frozenset({"“", "”", '"', "‘", "’", "'"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ"})
FULL = 2  # words of a full name
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
        cut_caption(doc, name, evidence)
        if name.label == "ORG":
            take_purpose(doc, name, evidence)
            take_initials(doc, name)
        if name.label == "PERSON":
            cut_belonging(doc, name)
            take_surname(doc, name)
            cut_title(doc, name, evidence, countries)
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


def cut_caption(doc: Doc, name: Name, evidence: Evidence) -> None:
    """Cuts off the word that credits a picture: "Ana Flores Image: Lares News"."""
    last = doc[name.end - 1]
    if name.end - name.start > 1 and name.end < len(doc) and doc[name.end].text == ":":
        name.end -= last.lower_ in evidence.words("caption")


def take_purpose(doc: Doc, name: Name, evidence: Evidence) -> None:
    """Takes in what a body is for: "Lares College" + "for Women"."""
    start = name.end + 1
    start += start < len(doc) and doc[start].lower_ == "the"
    if name.end >= len(doc) or doc[name.end].lower_ != "for" or doc[name.end - 1].text not in evidence.words("within"):
        return
    end = start
    while end < len(doc) and doc[end].is_title and doc[end].tag_ in NOUNS:
        end += 1
    name.end = max(name.end, end if end > start else 0)


def take_surname(doc: Doc, name: Name) -> None:
    """Takes in a surname that looks like a little word or a month, after a given name: "Ana May", "Juan To"."""
    if name.end - name.start > 1 or name.end >= len(doc) or gender(doc[name.start].text) is None:
        return
    after = doc[name.end]
    follows = doc[name.end + 1] if name.end + 1 < len(doc) else after
    little = after.tag_ in {"CC", "IN", "TO", "MD", "RB", "DT"} or after.ent_type_ == "DATE"
    if (
        after.is_title
        and little
        and not follows.is_title
        and not follows.like_num
        and not doc[name.start].is_sent_start
    ):
        name.end += 1


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
    while name.start > 1 and doc[name.start - 1].text in HYPHENS and is_first_half(doc[name.start - 2]):
        name.start -= 2


def is_first_half(token: Token) -> bool:
    """Whether a word with a hyphen after it may begin a name: "Ramgoolam" of "Ramgoolam-Flores", no "ex"."""
    return token.is_title and not token.whitespace_ and token.nbor().whitespace_ == "" and token.pos_ == "PROPN"


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
