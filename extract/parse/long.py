"""Articles too long for a model at once: parsed piece by piece, then made one Doc again with all offsets kept.

A model's memory grows with the text (some 10 kB a word), and spaCy refuses more than a million
characters. Pieces end with paragraphs, so that no sentence is cut unless a paragraph alone is too long.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

PIECE = 100_000  # characters, over 20 times a long news article
RUN = 500  # characters without a blank, more than any word or web address in the news
_LONG_RUN = re.compile(rf"\S{{{RUN},}}")
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


def tokenized(nlp: Language, text: str) -> Doc:
    """The tokens of a text, in time linear in its length.

    spaCy's tokenizer takes punctuation off the ends of a word one sign at a time, each time with a copy
    of the rest (20,000 brackets took 40 s), so that runs beyond the length of words are cut.
    """
    cuts = [cut for run in _LONG_RUN.finditer(text) for cut in range(run.start() + RUN, run.end(), RUN)]
    if not cuts:
        return nlp.make_doc(text)
    parts = (text[start:end] for start, end in pairwise([0, *cuts, len(text)]))
    tokens = [token for part in parts for token in nlp.make_doc(part)]
    return Doc(nlp.vocab, words=[token.text for token in tokens], spaces=[bool(token.whitespace_) for token in tokens])


def parse_pieces(nlp: Language, text: str, model: list[str]) -> Doc:
    """The Doc of a long text, with the annotation of the components `model` of the pipeline."""
    docs = []
    for piece in pieces(text):
        doc = tokenized(nlp, piece)
        for name in model:
            doc = nlp.get_pipe(name)(doc)
        docs.append(doc)
    whole = Doc.from_docs(docs, ensure_whitespace=False, exclude=["tensor", "user_data"])  # type: ignore[call-arg]  # the stub lacks it
    assert whole is not None  # noqa: S101 - only of no docs is it None
    return whole
