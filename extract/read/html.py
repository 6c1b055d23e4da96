"""A web page → article: body, title and date by trafilatura (extra `newsfacts[html]`)."""

import logging
import re
from datetime import date, datetime
from types import ModuleType

from extract.errors import InputError
from extract.read.decode import decode
from extract.read.document import Document
from extract.read.published import parse
from extract.records import Article

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
# only dates that the page states as its own, and the same answer on whatever day this runs
_DATE = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
_HEAD = 4096  # bytes in which HTML has to declare its charset (the standard asks for the first 1024)


def article_of_page(data: bytes, document: Document, notes: list[str]) -> Article:
    """The article of a page, its text as paragraphs separated by an empty line.

    Args:
        data: the page.
        document: where it is from.
        notes: gains what was assumed.

    Raises:
        InputError: trafilatura is not installed, or finds no article.
    """
    place = document.place
    page, encoding = decode(data, place, document.charset or declared_charset(data))
    notes.append(f"{place}: page read as {encoding}")
    trafilatura = _trafilatura(place)
    found = trafilatura.bare_extraction(
        page,
        url=document.url,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params=_DATE,
    )
    if found is None or not found.text:
        raise InputError(place, "no-article", "no article in this page: give its text instead")
    text = "\n\n".join(line for line in found.text.splitlines() if line.strip())
    return Article(
        id=place,
        text=text,
        title=found.title,
        published=_published(found.date),
        url=found.url or document.url,
        source=found.sitename or found.hostname,
        author=found.author,
        language=found.language,
    )


def declared_charset(data: bytes) -> str | None:
    """The charset that a page names in its head."""
    match = _CHARSET.search(data[:_HEAD])
    return match[1].decode("ascii", "ignore") if match else None


def _published(value: str | None) -> datetime | date | None:
    try:
        return parse(value) if value else None
    except ValueError:
        return None


def _trafilatura(place: str) -> ModuleType:
    try:
        import trafilatura  # noqa: PLC0415 - an extra, and slow to import
    except ImportError as error:
        raise InputError(
            place, "unsupported", f"web pages need an extra ({error}): pip install 'newsfacts[html]'"
        ) from None
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its findings are told in our own words
    return trafilatura
