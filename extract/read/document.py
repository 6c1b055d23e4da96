"""Where one article is to be read, before anything of it is loaded: cheap to send to another process."""

import os
from dataclasses import dataclass, field
from typing import Literal

from extract.records import Article

Kind = Literal["text", "object", "html"]


def place_of(path: str) -> str:
    r"""A path as text: bytes of a file's name that are no UTF-8 are spelt out.

    >>> place_of("news/caf\udce9.txt")
    'news/caf\\xe9.txt'
    """
    return os.fsencode(path).decode("utf-8", "backslashreplace")


@dataclass(frozen=True, slots=True)
class Document:
    """One article still to be read.

    `place` names it in messages, in the journal and, for files of one article, as the article's id.
    `path` is the file; `start` and `length` (bytes) cut one line out of an article file. `data` holds
    the bytes where they can't be read again: from standard input or out of an archive. `line` is the
    place within a file of many articles; `url` and `charset` are what an archive knows of a page.
    """

    place: str
    kind: Kind
    path: str | None = None
    start: int = 0
    length: int | None = None
    data: bytes | None = field(default=None, repr=False)
    line: int | None = None
    url: str | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """An article as read, with the digest of its bytes and what was assumed on the way.

    `warnings` concern the user in any case, `notes` only with --verbose.
    """

    article: Article
    digest: str
    warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
