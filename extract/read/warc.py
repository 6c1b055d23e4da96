"""Web archives: every HTML response is a page (fastwarc, extra `newsfacts[warc]`)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extract.errors import InputError
from extract.read.compressed import opened, too_large
from extract.read.document import Document

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_OK = 200


def responses(path: str, limit: int) -> Iterator[Document | InputError]:
    """The pages of an archive, in order, each named by the archive and its number among the archive's records.

    Raises:
        InputError: fastwarc is not installed, or the archive is broken from some record on.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - an extra
    except ImportError:
        raise InputError(path, "unsupported", "archives need an extra: pip install 'newsfacts[warc]'") from None
    with opened(path) as stream:
        records = ArchiveIterator(stream, record_types=WarcRecordType.any_type, auto_decode="all")
        for number, record in enumerate(records, start=1):
            if record.record_type == WarcRecordType.response and _is_page(record):
                yield _page(record, path, number, limit)


def _is_page(record: "WarcRecord") -> bool:
    status = record.http_headers.status_code if record.http_headers is not None else None
    return status == _OK and record.http_content_type in _PAGES


def _page(record: "WarcRecord", path: str, number: int, limit: int) -> Document | InputError:
    place = f"{path}:{number}"
    data = record.reader.read(limit + 1)
    if len(data) > limit:
        return too_large(place, limit)
    url = record.headers.get("WARC-Target-URI")
    return Document(place, "html", path, data=data, line=number, url=url, charset=record.http_charset)
