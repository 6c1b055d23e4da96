import bz2
import gzip
import json
import lzma
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from extract.errors import InputError
from extract.read.document import Document, Loaded
from extract.read.documents import documents
from extract.read.load import load

LINE = json.dumps({"id": "wire-1", "text": "Peru said no.", "published": "2025-06-02", "extra": [1]})


def read(path: Path, limit: int = 1000) -> list[Loaded | InputError]:
    """What a file's documents load as."""
    found: list[Loaded | InputError] = []
    for document in documents([str(path)], limit):
        try:
            found.append(document if isinstance(document, InputError) else load(document, limit=limit))
        except InputError as error:
            found.append(error)
    return found


def texts(path: Path) -> list[str]:
    return [item.article.text for item in read(path) if isinstance(item, Loaded)]


def errors(path: Path, limit: int = 1000) -> list[str]:
    return [str(item).removeprefix(f"{path.parent}/") for item in read(path, limit) if isinstance(item, InputError)]


def test_text_keeps_every_character(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\r\n  Peru\tsaid\r\nno. \n")
    assert texts(tmp_path / "a.txt") == ["\r\n  Peru\tsaid\r\nno. \n"]


@pytest.mark.parametrize(
    ("suffix", "compress"),
    [(".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress), ("", bytes)],
    ids=["gz", "bz2", "xz", "plain"],
)
def test_article_lines(tmp_path: Path, suffix: str, compress: Callable[[bytes], bytes]) -> None:
    path = tmp_path / f"wire.jsonl{suffix}"
    path.write_bytes(compress(f"{LINE}\n\n{LINE}\r\n{LINE}".encode()))
    assert texts(path) == ["Peru said no."] * 3


def test_zstandard(tmp_path: Path) -> None:
    zstd = pytest.importorskip("backports.zstd")
    (tmp_path / "a.txt.zst").write_bytes(zstd.compress(b"Peru said no."))
    assert texts(tmp_path / "a.txt.zst") == ["Peru said no."]


def test_fields_of_an_article_object() -> None:
    article = load(Document("w:1", "object", data=LINE.encode())).article
    assert (article.id, article.text, article.published) == ("wire-1", "Peru said no.", date(2025, 6, 2))


def test_object_without_id_is_named_by_its_place() -> None:
    assert load(Document("wire.jsonl:7", "object", data=b'{"text": "Peru."}')).article.id == "wire.jsonl:7"


@pytest.mark.parametrize(
    ("given", "field", "text", "expected"),
    [
        pytest.param(date(2020, 1, 1), "2025-06-02", "May 30, 2025\nPeru.", date(2020, 1, 1), id="option-first"),
        pytest.param(None, "2025-06-02", "May 30, 2025\nPeru.", date(2025, 6, 2), id="then-the-field"),
        pytest.param(None, None, "May 30, 2025\nPeru.", date(2025, 5, 30), id="then-the-dateline"),
        pytest.param(None, "", "Peru.", None, id="else-unknown"),
    ],
)
def test_publication_day(given: date | None, field: str | None, text: str, expected: date | None) -> None:
    data = json.dumps({"id": "1", "text": text, "published": field}).encode()
    assert load(Document("w:1", "object", data=data), given).article.published == expected


def test_bad_publication_day_is_a_warning() -> None:
    loaded = load(Document("w:3", "object", data=b'{"id": "1", "text": "Peru.", "published": "soon"}'))
    assert loaded.article.published is None
    assert loaded.warnings == ("w:3: published: 'soon' is no date (ISO 8601 is best) and is not used",)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        pytest.param("{", "not valid JSON", id="broken-json"),
        pytest.param("[" * 100_000, "not valid JSON", id="deep-json"),
        pytest.param("[1]", "no article", id="no-object"),
        pytest.param('{"id": "1"}', "no article", id="no-text"),
        pytest.param('{"id": "1", "text": 3}', "no article", id="text-is-a-number"),
        pytest.param('{"id": "1", "text": " "}', "no text in the article", id="blank-text"),
        pytest.param('{"id": "1", "text": "a", "url": []}', '"url"', id="wrong-field"),
        pytest.param(r'{"id": "1", "text": "\ud800"}', "half a character", id="half-a-character"),
        pytest.param('{"type":"date","schema":"1","article":"a","spans":[],"text":"x"}', "a fact", id="fact"),
    ],
)
def test_line_that_is_no_article(tmp_path: Path, line: str, words: str) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text(f"{LINE}\n{line}\n{LINE}\n")
    assert len(read(path, 10**6)) == 3
    [error] = errors(path, 10**6)
    assert error.startswith("wire.jsonl:2: ")
    assert words in error


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        pytest.param("a.txt", b"", "empty", id="empty-file"),
        pytest.param("a.txt", b" \n\t\n", "empty", id="blank-file"),
        pytest.param("a.txt", b"x" * 1001, "more than 1 kB", id="too-large"),
        pytest.param("a.txt.gz", gzip.compress(b"x" * 10**6), "more than 1 kB", id="too-large-unpacked"),
        pytest.param("a.txt.gz", b"no gzip", "broken archive", id="no-gzip"),
        pytest.param("a.txt.gz", gzip.compress(b"Peru" * 99)[:-9], "broken archive", id="cut-off-gzip"),
        pytest.param("a.txt.xz", b"\xfd7zXZ\0no", "broken archive", id="broken-xz"),
        pytest.param("a.txt.bz2", b"BZh9no", "broken archive", id="broken-bz2"),
        pytest.param("a.jsonl", b'{"text": "' + b"x" * 5000, "more than 1 kB", id="too-large-line"),
    ],
)
def test_unreadable_file(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(data)
    [error] = errors(tmp_path / name)
    assert error.startswith(name)
    assert words in error


def test_lines_after_a_too_large_one_are_read(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text(f"{LINE}\n{'x' * 5000}\n{LINE}\n")
    assert texts(path) == ["Peru said no."] * 2


def test_moment_of_publication_is_kept() -> None:
    data = b'{"id": "1", "text": "Peru.", "published": "2016-11-09 09:01"}'
    published = load(Document("w:1", "object", data=data)).article.published
    assert published == datetime(2016, 11, 9, 9, 1)  # noqa: DTZ001 - as written
