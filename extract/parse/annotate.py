"""The model over Docs in batches that suit its networks: short articles together, long ones piece by piece."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from extract.parse.long import joined, pieces
from extract.parse.paragraphs import mark_paragraphs

T = TypeVar("T")

# Enough for full matrices, and for the steps of a parser to be shared; more brings nothing but pages of memory.
BATCH_TOKENS = 6000


def batches(docs: Iterable[tuple[Doc, T]]) -> Iterator[list[tuple[Doc, T]]]:
    """Groups of Docs of about `BATCH_TOKENS` in all, each with what belongs to it."""
    batch: list[tuple[Doc, T]] = []
    tokens = 0
    for pair in docs:
        batch.append(pair)
        tokens += len(pair[0])
        if tokens >= BATCH_TOKENS:
            yield batch
            batch, tokens = [], 0
    if batch:
        yield batch


def annotate(nlp: Language, docs: Sequence[Doc], components: Sequence[str]) -> list[Doc]:
    """The Docs with the annotation of these components of the model, in their order."""
    parts = ((piece, number) for number, doc in enumerate(docs) for piece in pieces(mark_paragraphs(doc)))
    done = (
        (piece, number)
        for batch in batches(parts)
        for piece, (_, number) in zip(_run(nlp, batch, components), batch, strict=True)
    )
    wholes = [joined([piece for piece, _ in group]) for _, group in groupby(done, key=itemgetter(1))]
    for doc, whole in zip(docs, wholes, strict=True):
        whole._.body = doc._.body
    return wholes


def _run(nlp: Language, batch: list[tuple[Doc, int]], components: Sequence[str]) -> list[Doc]:
    docs = [doc for doc, _ in batch]
    for name in components:
        component = nlp.get_pipe(name)
        pipe = getattr(component, "pipe", None)
        docs = list(pipe(docs, batch_size=len(docs))) if pipe is not None else [component(doc) for doc in docs]
    for doc in docs:
        doc.tensor = np.zeros(0)  # read by the networks alone; 2 million characters have 160 MB of it
    return docs
