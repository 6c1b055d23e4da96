"""One label for one name: what the recogniser says of all its mentions, and what the article and the gazetteer say."""

import re
from collections import defaultdict

from spacy.strings import get_string_id
from spacy.tokens import Doc

from extract.find.entities.evidence import Evidence, Votes
from extract.find.entities.recall import UNKNOWN, Name
from extract.parse.countries import Countries
from extract.parse.gazetteer import places
from extract.parse.given_names import gender

Form = tuple[str, ...]
FEW = 1.5  # mentions that count in full; of more, each counts the less
ACRONYM = 6  # letters at most, in a name all in capitals that is taken for an organisation's
LARGE = 200_000  # inhabitants of a city that is better known than its namesakes
CONTINUED = 2.0  # votes for a person, of the full name that the name is a part of
# "FiveThirtyEight" and "GETFund", and no "MacArthur"
CAMEL = re.compile(r"(?!Mac|Mc|De|Di|Du|La|Le|Van|O)\w*[a-z][A-Z]\w*|[A-Z]{3,}[a-z]{3,}")
MISTAKEN = frozenset({"PERSON", "PRODUCT", "WORK_OF_ART", "FAC"})  # labels that the short name of a body may bear
THINGS = ("LOC", "WORK_OF_ART")  # which a family name may look like: "Ana Hill", "Ana Law"
SURNAME = 3.0  # of the last word of a full name that starts with a given name
COMMON = 2.0  # votes against a name that is a common word elsewhere in the article
FULL = 3  # words of a name at most, of which nothing is known but its last
GIVEN = 1.5  # votes for a person, of a given name that the name starts with
ENOUGH = 0.6  # votes, for a name that the recogniser never saw


def relabel(doc: Doc, found: list[Name], evidence: Evidence, countries: Countries) -> None:
    """Gives all mentions of a name the label that most speaks for."""
    forms = [form(doc, name) for name in found]
    by_form: dict[Form, list[Name]] = defaultdict(list)
    for name, words in zip(found, forms, strict=True):
        by_form[words].append(name)
    ends = {name.end: name for name in found}
    votes = {f: election(doc, f, mentions, evidence, countries) for f, mentions in by_form.items()}
    doubt_common(doc, by_form, votes, evidence)
    continue_persons(votes)
    continue_bodies(votes)
    for name, words in zip(found, forms, strict=True):
        merge(votes[words], acronym(doc, name, ends))
    for f, mentions in by_form.items():
        label = winner(votes[f])
        for name in mentions:
            name.label = label if votes[f][label] >= ENOUGH else UNKNOWN


def form(doc: Doc, name: Name) -> Form:
    """The words of a name."""
    return tuple(token.text for token in doc[name.start : name.end])


def election(doc: Doc, words: Form, mentions: list[Name], evidence: Evidence, countries: Countries) -> Votes:
    """All votes for the labels of a name."""
    votes: Votes = defaultdict(float)
    share = min(1.0, FEW / len(mentions))
    for name in mentions:
        if name.label != UNKNOWN:
            votes[name.label] += share
        merge(votes, evidence.around(doc, name.start, name.end), share)
    full_name = len(words) > 1 and gender(words[0]) is not None
    inner = evidence.within(words)
    if full_name and votes.get("PERSON"):
        for thing in THINGS:
            inner.pop(thing, None)
        votes["PERSON"] += GIVEN
    elif full_name and not votes and len(words) <= FULL and all(map(str.istitle, words)):
        votes["PERSON"] += ENOUGH  # overlooked by the recogniser
    merge(votes, inner)
    merge(votes, gazetteer(words, countries))
    return votes


def acronym(doc: Doc, name: Name, ends: dict[int, Name]) -> Votes:
    """What the name before an acronym in brackets says: "World Trade Organization (WTO)"."""
    bracketed = name.start > 0 and doc[name.start - 1].text == "("
    if not bracketed or not (name.end - name.start == 1 or doc[name.start : name.end].text.isupper()):
        return {}
    expansion = ends.get(name.start - 1)
    if expansion is not None:
        return {expansion.label: 2.0}
    common = name.start > 1 and doc[name.start - 2].is_lower and doc[name.start - 2].pos_ == "NOUN"
    return {UNKNOWN: 2.0} if common and doc[name.start].is_upper else {}  # "public-private partnerships (PPP)"


def gazetteer(words: Form, countries: Countries) -> Votes:
    """What the gazetteer says of a name."""
    text = " ".join(words)
    if countries.named(text):
        return {"GPE": 4.0}
    if countries.demonym(text):
        return {"NORP": 4.0}
    if countries.capital(text):
        return {"GPE": 2.0}
    votes: Votes = {}
    if len(words) == 1 and text.isupper() and 1 < len(text) <= ACRONYM:
        votes["ORG"] = 1.5
    if len(words) == 1 and CAMEL.fullmatch(text):
        votes["ORG"] = 1.5
    if found := places(text):
        votes["GPE"] = 2.0 if found[0].population >= LARGE else 1.0
    return votes


def doubt_common(doc: Doc, by_form: dict[Form, list[Name]], votes: dict[Form, Votes], evidence: Evidence) -> None:
    """Votes against names of one word that only open sentences and are common words elsewhere: "Repairs"."""
    seen, nouns = set(doc.to_array("ORTH").tolist()), evidence.words("noun")
    for words, mentions in by_form.items():
        lower = words[0].lower()
        common = get_string_id(lower) in seen or lower in nouns
        if (
            len(words) == 1
            and words[0].istitle()
            and common
            and all(doc[name.start].is_sent_start or doc[name.start - 1].is_space for name in mentions)
        ):
            votes[words][UNKNOWN] += COMMON


def continue_persons(votes: dict[Form, Votes]) -> None:
    """Parts of a person's full name are that person: "Flores" after "Ana Flores".

    A full name is a person's if its last word alone is taken for one; "Lares Polaroids" are no Ana Lares.
    """
    families = {f[-1] for f in votes if len(f) > 1 and winner(votes[f]) == "PERSON"}
    for f in [f for f in votes if 1 < len(f) <= FULL and f[-1:] in votes]:
        unknown = not any(votes[f].values()) and votes[f[-1:]].get("PERSON")
        full = winner(votes[f[-1:]]) == "PERSON" and all(map(str.istitle, f)) and f[0] not in families
        if unknown or full:
            votes[f]["PERSON"] += CONTINUED
    persons = [f for f in votes if len(f) > 1 and winner(votes[f]) == "PERSON"]
    for person in persons:
        shouted = tuple(word.upper() for word in person)
        for part in (person[-1:], person[:1], person[-2:], shouted[-1:], shouted):
            if part in votes and part != person:
                surname = part == person[-1:] and gender(person[0]) is not None
                votes[part]["PERSON"] += SURNAME if surname else CONTINUED


def continue_bodies(votes: dict[Form, Votes]) -> None:
    """The first word of a body's name, where no person bears it, is that body: "Lares" after "Lares Foods"."""
    persons = {word for f in votes if len(f) > 1 and winner(votes[f]) == "PERSON" for word in f}
    for body in [f for f in votes if len(f) > 1 and winner(votes[f]) == "ORG"]:
        first = votes.get(body[:1])
        if first is not None and winner(first) in MISTAKEN and body[0] not in persons and gender(body[0]) is None:
            first["ORG"] += CONTINUED


def winner(votes: Votes) -> str:
    """The label with most votes, the first of those that tie."""
    return max(votes, key=lambda label: votes[label], default=UNKNOWN)


def merge(votes: Votes, more: Votes, share: float = 1.0) -> None:
    """Adds votes to votes, or a share of them."""
    for label, weight in more.items():
        votes[label] += share * weight
