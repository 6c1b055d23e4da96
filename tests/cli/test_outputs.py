"""Where the facts go, and in which form."""

import gzip
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extract.read.compressed import opened
from extract.write.files import COMPRESSIONS

Extract = Callable[..., Any]  # the fixture: arguments → the ended run


def test_file_equals_standard_output(extract: Extract, news: Path) -> None:
    expected = extract("news").out
    assert extract("news", "-o", "facts.jsonl").out == ""
    assert Path("facts.jsonl").read_text(encoding="utf-8") == expected
    assert not Path("facts.jsonl.journal").exists()


@pytest.mark.parametrize("suffix", sorted(COMPRESSIONS))
def test_compressed_file(extract: Extract, news: Path, suffix: str) -> None:
    if suffix == ".zst" and sys.version_info < (3, 14):
        pytest.importorskip("backports.zstd")
    expected = extract("news").out
    assert extract("news", "-o", f"facts.jsonl{suffix}").code == 0
    with opened(f"facts.jsonl{suffix}") as stream:
        assert stream.read().decode() == expected


def test_folder_has_the_tree_of_the_inputs(extract: Extract, news: Path) -> None:
    assert extract("news", "-o", "out/").code == 0
    found = sorted(str(path.relative_to("out")) for path in Path("out").rglob("*") if path.is_file())
    assert found == ["a.txt.jsonl", "sub/b.txt.jsonl", "wire.jsonl/000001-wire-1.jsonl"]
    assert Path("out/a.txt.jsonl").read_text(encoding="utf-8") == extract("news/a.txt").out


@pytest.mark.parametrize(
    ("identifiers", "names"),
    [
        pytest.param(["a", "a"], ["000001-a", "000002-a"], id="twice-the-same"),
        pytest.param(["../../etc/a", "/etc/b"], ["000001-.._.._etc_a", "000002-_etc_b"], id="paths"),
        pytest.param(["a b\n:*?", "ñ" * 300], ["000001-a_b_", f"000002-{'ñ' * 50}"], id="no-file-names"),
        pytest.param([None, "CON"], ["000001", "000002-CON"], id="none"),
    ],
)
@pytest.mark.parametrize("suffix", ["", ".gz"])
def test_articles_of_one_file_are_named_by_line_and_id(
    extract: Extract, identifiers: list[str | None], names: list[str], suffix: str
) -> None:
    lines = b"".join(json.dumps({"id": i, "text": "Peru said no."}).encode() + b"\n" for i in identifiers)
    Path("in").mkdir()
    Path(f"in/wire.jsonl{suffix}").write_bytes(gzip.compress(lines) if suffix else lines)
    assert extract("in", "-o", "out/").code == 0
    found = sorted(path.relative_to("out") for path in Path("out").rglob("*") if path.is_file())
    assert found == [Path(f"wire.jsonl{suffix}/{name}.jsonl") for name in names]


def test_folder_resumes_with_the_files_that_are_there(extract: Extract, news: Path) -> None:
    extract("news", "news/none.txt", "-o", "out/", "--resume")
    Path("out/wire.jsonl/000001-wire-1.jsonl").unlink()
    result = extract("news", "news/none.txt", "-o", "out/", "--resume")
    assert "1 article and 2 from the journal" in result.err
    assert Path("out/wire.jsonl/000001-wire-1.jsonl").exists()


def test_file_in_the_place_of_a_folder_is_told(extract: Extract, news: Path) -> None:
    Path("out").mkdir()
    Path("out/sub").write_text("in the way")
    result = extract("news", "-o", "out/")
    assert result.code == 1
    assert "can't be written (File exists). What is finished is kept in out/.newsfacts.journal" in result.err


def test_output_inside_the_input_folder_is_not_read_again(extract: Extract, news: Path) -> None:
    extract("news", "-o", "news/facts.jsonl")
    first = Path("news/facts.jsonl").read_text(encoding="utf-8")
    assert extract("news", "-o", "news/facts.jsonl").code == 0
    assert Path("news/facts.jsonl").read_text(encoding="utf-8") == first


def test_output_never_overwrites_an_input(extract: Extract, news: Path) -> None:
    result = extract("news/a.txt", "-o", "news/a.txt")
    assert result.code == 2
    assert "is an input" in result.err


@pytest.mark.parametrize(
    ("output", "start"),
    [
        pytest.param("facts.csv", "type,schema,id,", id="csv"),
        pytest.param("facts.json", "[", id="json"),
        pytest.param("facts.jsonl", '{"type":', id="jsonl"),
        pytest.param("facts.html", "<!", id="html"),
        pytest.param("facts.dat", '{"type":', id="else-jsonl"),
    ],
)
def test_suffix_names_the_format(extract: Extract, news: Path, output: str, start: str) -> None:
    assert extract("news/a.txt", "-o", output).code == 0
    assert Path(output).read_text(encoding="utf-8").startswith(start)


def test_json_is_one_array(extract: Extract, news: Path) -> None:
    assert json.loads(extract("news", "--format", "json").out) == extract("news").facts


@pytest.mark.parametrize("types", ["date", "dates,actor", " Actor , DATE "])
def test_types(extract: Extract, news: Path, types: str) -> None:
    found = {fact["type"] for fact in extract("news/a.txt", "--types", types).facts}
    assert found == {"date", "actor"} if "," in types else {"date"}


def test_unwritable_output(extract: Extract, news: Path) -> None:
    result = extract("news/a.txt", "-o", "nowhere/facts.jsonl")
    assert result.code == 1
    assert "nowhere/facts.jsonl.journal: can't be written (No such file or directory)" in result.err


def test_resume_does_nothing_twice(extract: Extract, news: Path) -> None:
    expected = extract("news").out
    Path("bad.txt").write_bytes(b"")
    assert extract("news", "bad.txt", "-o", "facts.jsonl", "--resume").code == 1
    assert Path("facts.jsonl.journal").exists()  # something failed, and --resume was given
    Path("bad.txt").write_text("Chile said no.", encoding="utf-8")
    result = extract("news", "bad.txt", "-o", "facts.jsonl", "--resume")
    assert "1 article and 3 from the journal" in result.err
    assert Path("facts.jsonl").read_text(encoding="utf-8").startswith(expected)
    assert not Path("facts.jsonl.journal").exists()


def test_resume_redoes_a_changed_article(extract: Extract, news: Path) -> None:
    extract("news", "none.txt", "-o", "facts.jsonl", "--resume")
    (news / "a.txt").write_text("Chile said no.", encoding="utf-8")
    result = extract("news", "none.txt", "-o", "facts.jsonl", "--resume")
    assert "1 article and 2 from the journal" in result.err
    assert Path("facts.jsonl").read_text(encoding="utf-8") == extract("news").out


def test_resume_needs_a_file(extract: Extract, news: Path) -> None:
    assert extract("news", "--resume").code == 2


def test_explain_shows_the_rule(extract: Extract, news: Path) -> None:
    run = extract("news/a.txt", "--explain")
    assert run.code == 0
    assert "demand-1" in run.out
    assert "by rule demand." in run.out
