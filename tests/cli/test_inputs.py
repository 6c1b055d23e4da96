"""What the command reads, and what it says of what it can't read."""

import gzip
import json
import os
import sys
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

Extract = Callable[..., Any]  # the fixture: arguments → the ended run


def test_file(extract: Extract, news: Path, text: str) -> None:
    result = extract("news/a.txt")
    assert result.code == 0
    assert {fact["type"] for fact in result.facts} >= {"actor", "date", "demand"}
    assert all(fact["text"] == " ".join(text[start:end] for start, end in fact["spans"]) for fact in result.facts)


@pytest.mark.parametrize("args", [[], ["-"]], ids=["nothing-named", "dash"])
@pytest.mark.parametrize(
    ("stdin", "article"),
    [
        pytest.param("Peru urged Chile to wait.", "-", id="text"),
        pytest.param('{"id": "w", "text": "Peru urged Chile to wait."}', "w", id="article-line"),
        pytest.param('\ufeff\n{"id": "w", "text": "Peru said no."}\n', "w", id="article-line-with-mark"),
    ],
)
def test_standard_input(extract: Extract, args: list[str], stdin: str, article: str) -> None:
    result = extract(*args, stdin=stdin)
    assert result.code == 0
    assert result.articles == [article]


def test_folder_in_sorted_order(extract: Extract, news: Path) -> None:
    assert extract("news").articles == ["news/a.txt", "news/sub/b.txt", "wire-1"]


def test_glob(extract: Extract, news: Path) -> None:
    assert extract("news", "--glob", "a.*").articles == ["news/a.txt"]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        pytest.param("none.txt", None, "none.txt: no such file or directory: check the path", id="missing"),
        pytest.param("x.txt", b"", "x.txt: empty: nothing to read", id="empty"),
        pytest.param("x.txt", b"GIF\0", "x.txt: not text (NUL byte at 3)", id="binary"),
        pytest.param("x.txt", "–".encode() * 9 + b"\xe2", "x.txt: invalid UTF-8 at byte 27", id="invalid-utf-8"),
        pytest.param("x.jsonl", b'{"text": 1}\n', "x.jsonl:1: no article: an object", id="no-article"),
        pytest.param("x.txt.gz", b"PK", "x.txt.gz: broken archive", id="no-gzip"),
    ],
)
def test_bad_input_is_told_and_the_others_are_done(
    extract: Extract, news: Path, name: str, data: bytes | None, message: str
) -> None:
    if data is not None:
        Path(name).write_bytes(data)
    result = extract(name, "news/a.txt")
    assert result.code == 1
    assert result.err.startswith(f"extract: {message}")
    assert "1 of 2 inputs failed; the facts of the other 1 are complete." in result.err
    assert result.articles == ["news/a.txt"]


def test_folder_without_articles(extract: Extract, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = extract("empty")
    assert result.code == 1
    assert result.err.startswith("extract: empty: no article (.txt, .jsonl")


def test_control_characters_of_a_name_are_spelt_out(extract: Extract) -> None:
    Path("a\x1b[31m\n.txt").write_bytes(b"")
    assert extract("a\x1b[31m\n.txt").err == "extract: a\\x1b[31m\\n.txt: empty: nothing to read\n"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
@pytest.mark.parametrize("output", ["facts.jsonl", "facts/"])
def test_name_that_is_no_utf8_is_spelt_out(extract: Extract, output: str) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    Path(name).write_text("Peru urged Chile to wait.", encoding="utf-8")
    assert extract(name, "none.txt", "-o", output, "--resume", "--errors", "errors.jsonl").code == 1
    assert "1 from the journal" in extract(name, "none.txt", "-o", output, "--resume", "--shard", "1/1").err
    written = Path("facts", f"{name}.jsonl") if output == "facts/" else Path(output)
    assert json.loads(written.read_text(encoding="utf-8").splitlines()[0])["article"] == r"caf\xe9.txt"


def test_errors_file(extract: Extract, news: Path) -> None:
    assert extract("none.txt", "news/a.txt", "--errors", "errors.jsonl").code == 1
    error = json.loads(Path("errors.jsonl").read_text())
    assert error == {
        "article": "none.txt",
        "kind": "missing",
        "message": "no such file or directory: check the path",
    }


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_full_errors_file_is_told(extract: Extract, news: Path) -> None:
    result = extract("none.txt", "news/a.txt", "--errors", "/dev/full", "--quiet")
    assert (result.code, result.err.splitlines()[-1]) == (
        1,
        "extract: /dev/full: can't be written (No space left on device)",
    )


def test_fail_fast(extract: Extract, news: Path) -> None:
    result = extract("none.txt", "news/a.txt", "--fail-fast")
    assert result.code == 1
    assert "stopped at the first error" in result.err


@pytest.mark.parametrize(
    ("args", "value"),
    [
        pytest.param(["--date", "2030-05-09"], "2030-05-06", id="option-first"),
        pytest.param([], "2025-06-02", id="else-the-dateline"),
    ],
)
def test_publication_day_anchors_dates(extract: Extract, news: Path, args: list[str], value: str) -> None:
    found = extract("news/a.txt", "--types", "date", *args).facts
    assert [fact["value"] for fact in found if fact["text"] == "Monday"] == [value]


def test_unknown_publication_day_is_told_once(extract: Extract, news: Path) -> None:
    assert extract("news/sub/b.txt").err == (
        "extract: the article has no publication date: relative dates get no calendar value (give --date YYYY-MM-DD)\n"
    )
    assert extract("news/sub/b.txt", "--quiet").err == ""


def test_max_size(extract: Extract, news: Path) -> None:
    Path("bomb.txt.gz").write_bytes(gzip.compress(b"Peru " * 10**6))
    result = extract("bomb.txt.gz", "news/a.txt", "--max-size", "10kB")
    assert "bomb.txt.gz: more than 10 kB in one article" in result.err
    assert result.code == 1
    assert result.out


def test_shards_share_the_inputs_out(extract: Extract) -> None:
    lines = [json.dumps({"id": str(number), "text": "Peru asked Chile to wait."}) for number in range(12)]
    Path("wire.jsonl").write_text("\n".join(lines))
    parts = [extract("wire.jsonl", "--shard", f"{part}/3").articles for part in (1, 2, 3)]
    assert sorted(chain.from_iterable(parts), key=int) == [str(number) for number in range(12)]
    assert all(parts)
