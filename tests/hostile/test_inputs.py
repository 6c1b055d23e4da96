"""Inputs made to do harm: an article ends in facts or in a clear error, and the others are not touched."""

import bz2
import gzip
import json
import lzma
import os
import resource
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.language import Language

from extract.build import build
from extract.errors import InputError
from extract.parse.long import PIECE, joined, pieces, tokenized
from extract.parse.paragraphs import mark_paragraphs
from extract.pipeline import parse
from extract.read.document import Document, Loaded
from extract.read.documents import documents
from extract.read.load import load
from extract.records import Article

ROOT = Path(__file__).parents[2]
BLANK = English()
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))


@given(st.binary(max_size=200))
@settings(max_examples=200)
@pytest.mark.parametrize("kind", ["text", "object"])
def test_any_bytes_are_an_article_or_an_error(kind: str, data: bytes) -> None:
    try:
        loaded: Loaded | None = load(Document("x", kind, data=data))  # type: ignore[arg-type]  # a table of strings
    except InputError:
        loaded = None
    assert loaded is None or loaded.article.text.strip()


@given(st.text(max_size=300), st.integers(1, 40))
def test_pieces_join_to_the_text(text: str, most: int) -> None:
    found = pieces(mark_paragraphs(BLANK(text)), most)
    assert "".join(piece.text_with_ws for piece in found) == text
    assert all(len(piece) <= most for piece in found)
    assert joined(found).text == text


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        pytest.param("One one one.\n\nTwo.\nThree.", 7, ["One one one.\n\n", "Two.\nThree."], id="paragraph"),
        pytest.param("One one.\nTwo. Three.", 6, ["One one.\n", "Two. Three."], id="line"),
        pytest.param("One one one. Two two", 5, ["One one one. ", "Two two"], id="sentence"),
        pytest.param("one two three four", 3, ["one two three ", "four"], id="anywhere"),
        pytest.param("one", 3, ["one"], id="short"),
    ],
)
def test_pieces_end_where_the_text_does(text: str, most: int, expected: list[str]) -> None:
    assert [piece.text_with_ws for piece in pieces(mark_paragraphs(BLANK(text)), most)] == expected


@given(st.text(alphabet="(a“ \n", max_size=60).map(lambda text: text * 30))
def test_long_runs_are_tokenized_without_loss(text: str) -> None:
    assert tokenized(BLANK, text).text == text


def test_common_text_is_tokenized_by_spacy() -> None:
    text = SAMPLES[0].read_text(encoding="utf-8")
    assert [token.text for token in tokenized(BLANK, text)] == [token.text for token in BLANK(text)]


def test_long_article_keeps_its_offsets(nlp: Language) -> None:
    articles = [path.read_text(encoding="utf-8") for path in SAMPLES]
    text = "\n\n".join(articles)
    [(article, doc)] = parse(nlp, [Article(id="long", text=text)])
    records = build(doc, article.id)
    assert doc.text == text
    assert len(doc) > 2 * PIECE
    assert max(record.spans[0][0] for record in records) > len(text) - 500
    assert all(record.text == " ".join(text[start:end] for start, end in record.spans) for record in records)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("(" * 5_000, id="brackets"),
        pytest.param("“" * 3_000, id="quotes"),
        pytest.param("9" * 10_000, id="digits"),
        pytest.param("a" * 10_000, id="one-word"),
        pytest.param("https://x.y/" + "a/" * 3_000, id="address"),
        pytest.param("said he said " * 400, id="said-he-said"),
        pytest.param("\u202e\u200b\ufeff" * 2_000, id="invisible"),
        pytest.param("👩‍👩‍👧" * 2_000, id="emoji"),
        pytest.param("\n" * 20_000 + "x", id="empty-lines"),
        pytest.param("a\x00b\x1b[31m" * 500, id="control-characters"),
        pytest.param("e\u0301" * 5_000, id="combining"),
    ],
)
def test_any_text_is_parsed(nlp: Language, text: str) -> None:
    [(article, doc)] = parse(nlp, [Article(id="x", text=text)])
    assert all(record.text for record in build(doc, article.id))


@given(text=st.text(max_size=120))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_record_quotes_its_article(nlp: Language, text: str) -> None:
    [(article, doc)] = parse(nlp, [Article(id="x", text=text)])
    for record in build(doc, article.id):
        assert record.text == " ".join(text[start:end] for start, end in record.spans)


def limited(*args: str, gigabytes: float) -> subprocess.CompletedProcess[str]:
    """The command with so much memory at most."""
    size = int(gigabytes * 2**30)
    code = f"""
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({size}, {size}))
from extract.cli import main
main()
"""
    return subprocess.run([sys.executable, "-c", code, *args], cwd=ROOT, capture_output=True, text=True, check=False)


def test_harmful_folder_costs_nothing_but_its_own(tmp_path: Path) -> None:
    """Bombs of 200 MB, endless lines, pipes, sockets and loops of links beside one article."""
    zeros = b"A" * 200_000_000
    (tmp_path / "bomb.txt.gz").write_bytes(gzip.compress(zeros, 9))
    (tmp_path / "bomb.txt.bz2").write_bytes(bz2.compress(zeros))
    (tmp_path / "bomb.txt.xz").write_bytes(lzma.compress(zeros, preset=0))
    (tmp_path / "bomb.jsonl.gz").write_bytes(gzip.compress(b'{"text": "' + zeros + b'"}\n{"text": "Peru."}', 1))
    (tmp_path / "line.txt").write_bytes(b"word " * 10_000_000)
    (tmp_path / "line.jsonl").write_bytes(b'{"text": "' + b"x" * 50_000_000 + b'"}\n{"text": "Peru."}')
    (tmp_path / "news.txt").write_bytes(SAMPLES[0].read_bytes())
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to("self.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as unix:
        unix.bind(str(tmp_path / "socket.txt"))
        done = limited(str(tmp_path), "--quiet", "--jobs", "1", gigabytes=2)
    assert done.returncode == 1
    told = [line.removeprefix(f"extract: {tmp_path}/").split(" in one")[0] for line in done.stderr.splitlines()]
    names = ["bomb.jsonl.gz:1", "bomb.txt.bz2", "bomb.txt.gz", "bomb.txt.xz", "line.jsonl:1", "line.txt"]
    assert told == [f"{name}: more than 10 MB" for name in names]
    alone = limited(str(tmp_path / "news.txt"), "--quiet", gigabytes=2)
    facts = [line for line in done.stdout.splitlines() if json.loads(line)["article"] == str(tmp_path / "news.txt")]
    assert facts == alone.stdout.splitlines()


def test_unreadable_file_and_folder_are_told(tmp_path: Path) -> None:
    """Even to root, by taking from the command the power to read all files."""
    (tmp_path / "a.txt").write_text("Peru urged Chile to wait.")
    (tmp_path / "secret.txt").write_text("Peru urged Chile to wait.")
    (tmp_path / "secret.txt").chmod(0)
    (tmp_path / "closed").mkdir(0)
    command = [sys.executable, "-m", "extract", str(tmp_path), "--quiet", "--jobs", "1"]
    if os.geteuid() == 0:
        if (setpriv := shutil.which("setpriv")) is None:
            pytest.skip("root reads everything")
        command = [setpriv, "--bounding-set", "-dac_override,-dac_read_search", *command]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    (tmp_path / "closed").chmod(0o700)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"extract: {tmp_path}/closed: permission denied: make the folder readable",
        f"extract: {tmp_path}/secret.txt: permission denied: make the file readable",
    ]
    assert {json.loads(line)["article"] for line in done.stdout.splitlines()} == {f"{tmp_path}/a.txt"}


def test_unpacking_stops_at_the_limit(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.txt.gz"
    with gzip.open(bomb, "wb", 9) as stream:
        for _ in range(200):
            stream.write(b"A" * 1_000_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    [document] = documents([str(bomb)], 1_000_000)
    assert isinstance(document, Document)
    with pytest.raises(InputError, match="more than 1 MB"):
        load(document, limit=1_000_000)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000  # kB


def test_deep_page_is_an_article_or_an_error() -> None:
    pytest.importorskip("trafilatura")
    page = b"<html><body>" + b"<div>" * 20_000 + b"Peru said no." + b"</div>" * 20_000
    with pytest.raises(InputError):
        load(Document("deep.html", "html", data=page))
