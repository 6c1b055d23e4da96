"""Names that the acronym in brackets behind them tells in full: "Ports and Allied Workers Union (PAWU)"."""

from spacy.tokens import Doc

from extract.find.entities.recall import Name

SMALL = frozenset({"and", "of", "for", "the", "&"})


def take_initials(doc: Doc, name: Name) -> None:
    """Takes in the words before a name that give the acronym behind it its first letters."""
    acronym = bracketed(doc, name.end)
    letters = initials(doc, name.start, name.end)
    start = name.start
    while start > 0 and len(letters) < len(acronym) and acronym.endswith(letters):
        start -= 1
        if doc[start].text[:1].isupper():
            letters = doc[start].text[0] + letters
        elif doc[start].lower_ not in SMALL:
            return
    if letters == acronym:
        name.start = start


def bracketed(doc: Doc, start: int) -> str:
    """The word in capitals that stands alone in brackets at a token, or an empty string."""
    words = doc[start : start + 3]
    alone = len(words) == len("(X)") and words[0].text == "(" and words[2].text == ")" and words[1].is_upper
    return words[1].text if alone else ""


def initials(doc: Doc, start: int, end: int) -> str:
    """The first letters of the words with a capital."""
    return "".join(token.text[0] for token in doc[start:end] if token.text[0].isupper())
