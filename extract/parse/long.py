"""Articles too long for a model at once: parsed piece by piece, then made one Doc again with all offsets kept.

A model's memory grows with the text (some 10 kB a word), and spaCy refuses more than a million
characters. Pieces end with paragraphs, so that no sentence is cut unless a paragraph alone is too long.
"""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

PIECE = 100_000  # characters, over 20 times a long news article
_ENDS = [re.compile(end) for end in (r"\n\s*\n\s*", r"\n", r"[.!?][\"'”’)]*\s+", r"\s+")]


def is_long(text: str) -> bool:
    """Whether a text is to be parsed in pieces."""
    return len(text) > PIECE


def pieces(text: str, most: int = PIECE) -> Iterator[str]:
    """Parts of at most `most` characters that joined give the text again.

    Each ends at the last end of a paragraph in it, else of a line, a sentence, a word, else anywhere.
    """
    start = 0
    while len(text) - start > most:
        end = start + _cut(text[start : start + most])
        yield text[start:end]
        start = end
    yield text[start:]


def _cut(window: str) -> int:
    for pattern in _ENDS:
        last = None
        for last in pattern.finditer(window, len(window) // 2):  # noqa: B007 - the last one is wanted
            pass
        if last is not None:
            return last.end()
    return len(window)


def parse_pieces(nlp: Language, text: str, model: list[str]) -> Doc:
    """The Doc of a long text, with the annotation of the components `model` of the pipeline."""
    docs = []
    for piece in pieces(text):
        doc = nlp.make_doc(piece)
        for name in model:
            doc = nlp.get_pipe(name)(doc)
        docs.append(doc)
    whole = Doc.from_docs(docs, ensure_whitespace=False, exclude=["tensor", "user_data"])  # type: ignore[call-arg]  # the stub lacks it
    assert whole is not None  # noqa: S101 - only of no docs is it None
    return whole
