"""Web pages and web archives."""

import gzip
from datetime import date
from pathlib import Path

import pytest

from extract.errors import InputError
from extract.read.document import Document
from extract.read.documents import documents
from extract.read.load import load

pytest.importorskip("trafilatura")
PARAGRAPH = "<p>The port of Callao, in Perú, opened again after {} days of strike, its director said &amp; smiled.</p>"
PAGE = f"""<html><head><meta charset="iso-8859-2"><title>Strike ends at Callao port - Andes Wire</title>
<meta property="article:published_time" content="2025-06-02T10:00:00Z"><meta name="author" content="Ana Flores"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Strike ends at Callao port</h1>
{"".join(map(PARAGRAPH.format, range(9)))}</article><footer>Copyright 2019</footer></body></html>"""


def warc(*responses: tuple[str, bytes]) -> bytes:
    """An archive of HTTP responses, each of a content type and a body."""
    records = []
    for number, (kind, body) in enumerate(responses):
        http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/{number}\r\n"
            f"WARC-Record-ID: <urn:uuid:{number:08d}-0000-0000-0000-000000000000>\r\n"
            f"WARC-Date: 2025-06-02T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        )
        records.append(head.encode() + http + b"\r\n\r\n")
    return b"".join(records)


def test_page() -> None:
    loaded = load(Document("a.html", "html", data=PAGE.encode("iso-8859-2")))
    article = loaded.article
    assert article.text.startswith("Strike ends at Callao port\n\nThe port of Callao, in Perú, opened again after 0")
    assert "& smiled." in article.text
    assert "Home" not in article.text
    assert "Copyright" not in article.text
    assert (article.title, article.author) == ("Strike ends at Callao port", "Ana Flores")
    assert article.published == date(2025, 6, 2)
    assert loaded.notes == ("a.html: page read as iso-8859-2",)


def test_copyright_year_is_no_publication_day() -> None:
    page = PAGE.replace("2025-06-02T10:00:00Z", "")
    assert load(Document("a.html", "html", data=page.encode())).article.published is None


@pytest.mark.parametrize("page", [b"<html></html>", b"<p>", b"Peru said no."], ids=["empty", "stub", "no-page"])
def test_page_without_an_article(page: bytes) -> None:
    with pytest.raises(InputError, match="no article in this page"):
        load(Document("a.html", "html", data=page))


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_archive(tmp_path: Path, name: str) -> None:
    pytest.importorskip("fastwarc")
    pages = [
        ("text/html; charset=iso-8859-2", PAGE.encode("iso-8859-2")),
        ("image/png", b"\x89PNG"),
        ("text/html", PAGE.encode()),
    ]
    data = warc(*pages)
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    found = list(documents([str(tmp_path / name)]))
    assert [document.place for document in found] == [f"{tmp_path / name}:1", f"{tmp_path / name}:3"]
    articles = [load(document).article for document in found if isinstance(document, Document)]
    assert {article.text for article in articles} == {load(Document("a", "html", data=PAGE.encode())).article.text}
    assert [article.url for article in articles] == ["http://example.org/0", "http://example.org/2"]


def test_page_beyond_the_limit_is_told_and_the_next_is_read(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    (tmp_path / "a.warc").write_bytes(warc(("text/html", b"x" * 5000), ("text/html", b"y")))
    [error, document] = documents([str(tmp_path / "a.warc")], 1000)
    assert isinstance(error, InputError)
    assert error.kind == "too-large"
    assert isinstance(document, Document)
    assert document.data == b"y"


def test_broken_archive_keeps_the_pages_before_the_break(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    whole = gzip.compress(warc(("text/html", b"x"))) + gzip.compress(warc(("text/html", b"y" * 5000)))
    (tmp_path / "a.warc.gz").write_bytes(whole[:-20])
    found = list(documents([str(tmp_path / "a.warc.gz")]))
    assert isinstance(found[0], Document)
    assert isinstance(found[-1], InputError)
    assert found[-1].kind == "corrupt"
