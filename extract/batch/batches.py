"""Documents → batches of about equal length, so that no worker waits long for another."""

import os
from collections.abc import Iterable, Iterator

from extract.batch.outcome import Batch
from extract.errors import InputError
from extract.read.document import Document

ARTICLES = 32
LENGTH = 50_000  # bytes: some ten news articles, a second of work; loading the model takes as long


def batches(
    documents: Iterable[Document | InputError], articles: int = ARTICLES, length: int = LENGTH
) -> Iterator[Batch]:
    """Groups documents in their order: at most `articles`, and `length` bytes unless one alone is longer."""
    batch: Batch = []
    filled = 0
    for document in documents:
        size = _size(document)
        if batch and (len(batch) >= articles or filled + size > length):
            yield batch
            batch, filled = [], 0
        batch.append(document)
        filled += size
    if batch:
        yield batch


def _size(document: Document | InputError) -> int:
    if isinstance(document, InputError):
        return 0
    if document.data is not None:
        return len(document.data)
    if document.length is not None:
        return document.length
    try:
        return os.path.getsize(document.path or "")  # noqa: PTH202 - one call a file
    except OSError:
        return 0  # the worker will tell
