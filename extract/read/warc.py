"""Web archives: every HTML response is a page (fastwarc, extra `newsfacts[warc]`)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extract.errors import InputError
from extract.read.compressed import opened, too_large
from extract.read.document import Document, place_of

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_ENCODINGS = frozenset({"content-encoding", "transfer-encoding"})
_OK = 200
# fastwarc unpacks .gz and .zst itself, page by page, so that those before a break are not lost
_FOREIGN = frozenset({".bz2", ".xz"})


def responses(path: str, limit: int) -> Iterator[Document | InputError]:
    """The pages of an archive, in order, each named by the archive and its number among the archive's records.

    Raises:
        InputError: fastwarc is not installed, or the archive is broken from some record on.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - an extra
    except ImportError:
        raise InputError(path, "unsupported", "archives need an extra: pip install 'newsfacts[warc]'") from None
    with opened(path, _FOREIGN) as stream:
        records = ArchiveIterator(stream, record_types=WarcRecordType.any_type, auto_decode="all")
        for number, record in enumerate(records, start=1):
            if record.record_type == WarcRecordType.response and _is_page(record):
                yield _page(record, path, number, limit)


def _is_page(record: "WarcRecord") -> bool:
    status = record.http_headers.status_code if record.http_headers is not None else None
    return status == _OK and record.http_content_type in _PAGES


def _page(record: "WarcRecord", path: str, number: int, limit: int) -> Document | InputError:
    place = f"{place_of(path)}:{number}"
    promised = record.content_length
    data = record.reader.read(limit + 1)
    if len(data) > limit:
        return too_large(place, limit)
    if len(data) < promised and not _is_encoded(record):
        message = f"cut off after {len(data):,} of {promised:,} bytes: fetch the archive again"
        return InputError(place, "corrupt", message)
    url = record.headers.get("WARC-Target-URI")
    return Document(place, "html", path, data=data, line=number, url=url, charset=record.http_charset)


def _is_encoded(record: "WarcRecord") -> bool:
    """Whether the page was sent compressed or in chunks, so that its length is not the record's."""
    return any(name.lower() in _ENCODINGS for name, _ in record.http_headers.items())
