"""Document → Article: the one place where an article's bytes become its text and its publication day."""

import json
import re
from datetime import date, datetime
from hashlib import blake2b
from typing import Any

from pydantic import ValidationError

from extract.errors import InputError
from extract.read.compressed import opened, read_at_most
from extract.read.decode import decode
from extract.read.document import Document, Loaded
from extract.read.documents import DEFAULT_LIMIT
from extract.read.published import dateline, parse
from extract.records import Article

Published = datetime | date | None
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")  # JSON can spell it, UTF-8 can't


def load(document: Document, published: Published = None, limit: int = DEFAULT_LIMIT) -> Loaded:
    """Reads an article.

    Args:
        document: where it is.
        published: the publication day that overrides the article's own (--date).
        limit: bytes at most.

    Raises:
        InputError: it can't be read or holds no article.
    """
    data = content(document, limit)
    if not data.strip():
        raise InputError(document.place, "empty", "empty: nothing to read")
    notes: list[str] = []
    warnings: list[str] = []
    if document.kind == "object":
        article = _from_object(data, document, warnings)
    elif document.kind == "html":
        from extract.read.html import article_of_page  # noqa: PLC0415 - slow to import

        article = article_of_page(data, document, notes)
    else:
        text, encoding = decode(data, document.place)
        if encoding != "utf-8":
            notes.append(f"{document.place}: read as {encoding}")
        article = Article(id=document.place, text=text)
    if not article.text.strip():
        raise InputError(document.place, "empty", "no text in the article: nothing to read")
    return Loaded(_dated(article, published), digest(data), tuple(warnings), tuple(notes))


def content(document: Document, limit: int = DEFAULT_LIMIT) -> bytes:
    """The bytes of a document.

    Raises:
        InputError: the file can't be read, or there are more than `limit`.
    """
    if document.data is not None:
        return document.data
    assert document.path is not None  # noqa: S101 - a document has data or a path
    with opened(document.path) as stream:
        if document.length is None:
            return read_at_most(stream, limit, document.place)
        stream.seek(document.start)
        return stream.read(document.length)


def digest(data: bytes) -> str:
    """What tells a changed article from a finished one."""
    return blake2b(data, digest_size=16).hexdigest()


def _dated(article: Article, published: Published) -> Article:
    day = published or article.published or dateline(article.text)
    return article if day == article.published else article.model_copy(update={"published": day})


def _from_object(data: bytes, document: Document, warnings: list[str]) -> Article:
    place = document.place
    text, _ = decode(data, place)
    try:
        fields: Any = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deeply"
        raise InputError(place, "no-article", f"not valid JSON ({reason}): one article object a line") from None
    if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
        raise InputError(place, "no-article", 'no article: an object with "id" and "text" (a string) is needed')
    if fields.keys() >= {"type", "schema", "article", "spans"}:
        raise InputError(place, "no-article", "a fact, no article: leave the output of earlier runs out")
    if any(isinstance(value, str) and _LONE_SURROGATE.search(value) for value in fields.values()):
        raise InputError(place, "no-article", "half a character (lone surrogate): write characters whole")
    fields["published"] = _published(fields.get("published"), place, warnings)
    fields["id"] = str(fields.get("id") or place)
    try:
        return Article.model_validate(fields)
    except ValidationError as error:
        [fault, *_] = error.errors()
        message = f'no article: field "{fault["loc"][0]}": {fault["msg"]}'
        raise InputError(place, "no-article", message) from None


def _published(value: object, place: str, warnings: list[str]) -> Published:
    if value is None or value == "":
        return None
    try:
        return parse(str(value))
    except ValueError:
        warnings.append(f"{place}: published: {value!r} is no date (ISO 8601 is best) and is not used")
        return None
