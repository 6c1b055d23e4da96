"""What belongs to a name at its edges and what does not: titles, captions, purposes, hyphenated halves."""

from spacy.tokens import Doc, Token

from extract.find.entities.evidence import Evidence
from extract.find.entities.initials import take_initials
from extract.find.entities.recall import HYPHENS, Name
from extract.parse.countries import Countries
from extract.parse.gazetteer import places
from extract.parse.given_names import gender

FULL = 2  # words of a full name
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ"})
LITTLE = frozenset({"CC", "IN", "TO", "MD", "RB", "DT"})  # tags of little words that a surname may look like


def set_edges(doc: Doc, name: Name, evidence: Evidence, countries: Countries) -> None:
    """Sets the edges of a name that the recogniser found right."""
    cut_caption(doc, name, evidence)
    if name.label == "ORG":
        cut_epithet(doc, name, evidence)
        take_purpose(doc, name, evidence)
        take_initials(doc, name)
    elif name.label == "PERSON":
        cut_belonging(doc, name)
        take_surname(doc, name)
        cut_title(doc, name, evidence, countries)


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


def cut_epithet(doc: Doc, name: Name, evidence: Evidence) -> None:
    """Cuts off what a body is, with the capital of a sentence's first word: "Drugmaker Lares"."""
    first = doc[name.start]
    if name.end - name.start > 1 and first.is_sent_start and first.lower_ in evidence.words("epithet"):
        name.start += 1


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
    little = after.tag_ in LITTLE or after.ent_type_ == "DATE"
    if (
        after.is_title
        and little
        and not follows.is_title
        and not follows.like_num
        and not doc[name.start].is_sent_start
    ):
        name.end += 1


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
