"""Names in a headline, where capitals tell nothing: cut to what the article itself calls by name."""

from spacy.tokens import Doc

from extract.find.entities.recall import UNKNOWN, Name

LONGEST = 40  # tokens of a headline
FEWEST = 5  # words from which capitals are taken for a manner
CAPITALISED = 0.8  # share of the longer words
TELLING = 3  # letters that a word must have more than, to be counted
TRUSTED = 3  # words of a name that the article does not repeat

Form = tuple[str, ...]


def cut_headline(doc: Doc, found: list[Name]) -> None:
    """Cuts the names of a headline in capitals to names that come again below it; drops long ones that do not."""
    end = headline_end(doc)
    if end == 0:
        return
    known = {shouted(doc, name.start, name.end) for name in found if name.start >= end}
    for name in found:
        if name.start < end:
            cut(doc, name, known)


def headline_end(doc: Doc) -> int:
    """Where the first line ends if it is written in capitals, else 0."""
    end = next((i for i in range(min(len(doc), LONGEST)) if "\n" in doc[i].text), 0)
    words = [t for t in doc[:end] if t.is_alpha and len(t) > TELLING]
    capitals = sum(not t.is_lower for t in words)
    return end if len(words) >= FEWEST and capitals >= CAPITALISED * len(words) else 0


def shouted(doc: Doc, start: int, end: int) -> Form:
    """The words of a name all in capitals."""
    return tuple(t.text.upper() for t in doc[start:end])


def cut(doc: Doc, name: Name, known: set[Form]) -> None:
    """Cuts a name to the longest beginning or end of it that is known; a long one that has none is no name."""
    for size in range(name.end - name.start, 0, -1):
        for start in (name.start, name.end - size):
            if shouted(doc, start, start + size) in known:
                name.start, name.end = start, start + size
                return
    if name.end - name.start > TRUSTED or (doc[name.start].is_upper and doc[name.end - 1].is_upper):
        name.label = UNKNOWN
        name.end = name.start + 1
