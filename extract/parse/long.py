"""Long texts: tokenized in linear time, and cut into pieces for the networks.

What a network gets at once takes some 10 kB a token. Pieces begin with paragraphs, so that no sentence is cut unless a
paragraph alone is too long.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import cast

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from thinc.types import Ints2d

PIECE = 1_500  # tokens: few articles in the news are longer
RUN = 500  # characters without a blank, more than any word or web address in the news
_LONG_RUN = re.compile(rf"\S{{{RUN},}}")
_KNOWN: list[int | str] = ["NORM", "SENT_START"]  # before the networks
_STOPS = frozenset(".!?")


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


def pieces(doc: Doc, most: int = PIECE) -> list[Doc]:
    """The Doc itself, or parts of at most `most` tokens that joined give it again.

    Each ends at the last end of a paragraph in its second half, else of a sentence, else anywhere.
    """
    if len(doc) <= most:
        return [doc]
    known = cast("Ints2d", doc.to_array(_KNOWN))
    return [_piece(doc, start, end, known[start:end]) for start, end in pairwise(_cuts(doc, most))]


def _piece(doc: Doc, start: int, end: int, known: Ints2d) -> Doc:
    tokens = doc[start:end]
    spaces = [bool(token.whitespace_) for token in tokens]
    return Doc(doc.vocab, words=[token.text for token in tokens], spaces=spaces).from_array(_KNOWN, known)


def _cuts(doc: Doc, most: int) -> Iterator[int]:
    starts = np.flatnonzero(np.asarray(doc.to_array("SENT_START")) == 1)
    cut = 0
    while len(doc) - cut > most:
        yield cut
        middle, end = cut + most // 2, cut + most
        paragraph = starts[np.searchsorted(starts, end, side="right") - 1] if len(starts) else 0
        cut = int(paragraph) if paragraph > middle else _behind_stop(doc, middle, end)
    yield from (cut, len(doc))


def _behind_stop(doc: Doc, first: int, last: int) -> int:
    return next((i for i in range(last, first, -1) if doc[i - 1].text in _STOPS), last)


def joined(parts: list[Doc]) -> Doc:
    """One Doc again, with all that the networks said of its pieces."""
    if len(parts) == 1:
        return parts[0]
    whole = Doc.from_docs(parts, ensure_whitespace=False, exclude=["tensor", "user_data"])  # type: ignore[call-arg]  # the stub lacks it
    assert whole is not None  # noqa: S101 - only of no docs is it None
    return whole
