"""Names that the recogniser took for one: "Defence Ministry and Coast Guard", "Lares Company Ana Flores"."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from spacy.tokens import Doc

from extract.find.entities.evidence import Evidence
from extract.find.entities.recall import Name
from extract.parse.given_names import gender

FULL = 2  # words of a full name
AND = "and"


def apart(doc: Doc, found: Iterable[Name], evidence: Evidence) -> Iterator[Name]:
    """The names, those of two bodies or of a body and its head in two."""
    found = list(found)
    known = {doc[name.start : name.end].text for name in found}
    for name in found:
        cut = between(doc, name, evidence.words("within").keys(), known) if name.label == "ORG" else None
        if cut is None:
            yield name
        else:
            end, start, label = cut
            yield Name(name.start, end, name.label)
            yield Name(start, name.end, label)


def between(doc: Doc, name: Name, bodies: AbstractSet[str], known: set[str]) -> tuple[int, int, str] | None:
    """Where the first of two names ends and the second starts, and the label of the second."""
    for i in range(name.start + 1, name.end - 1):
        if doc[i].lower_ == AND and are_two(doc, name, i, bodies, known):
            return i, i + 1, name.label
        if doc[i].text in bodies and is_person(doc, Name(i + 1, name.end, name.label), bodies):
            return i + 1, i + 1, "PERSON"
    return None


def are_two(doc: Doc, name: Name, link: int, bodies: AbstractSet[str], known: set[str]) -> bool:
    """Whether each side of an "and" names somebody: both are named alone elsewhere, or names of bodies."""
    left, right = doc[name.start : link], doc[link + 1 : name.end]
    if left.text in known and right.text in known:
        return True
    long = min(len(left), len(right)) >= FULL
    return long and left[-1].text in bodies and any(token.text in bodies for token in right)


def is_person(doc: Doc, name: Name, bodies: AbstractSet[str]) -> bool:
    """Whether a stretch is a full name that starts with a given one, and no part of a body's: "General Command"."""
    words = [token.text for token in doc[name.start : name.end]]
    return len(words) >= FULL and gender(words[0]) is not None and not bodies & set(words)
