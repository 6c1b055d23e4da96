"""The command on articles and file names full of control characters: none of them reaches the terminal."""

import json
from pathlib import Path

import pytest
from spacy.language import Language
from typer.testing import CliRunner

from extract.cli import app

CONTROLS = "\x1b[31m\x07\x08\r"
TEXT = f"LIMA – Ana{CONTROLS} Flores said on Monday{CONTROLS} that Chile{CONTROLS} must withdraw: “No{CONTROLS}.”\n"


@pytest.mark.parametrize("form", ["table", "jsonl", "json"])
@pytest.mark.parametrize(
    "name", [pytest.param("talks.txt", id="plain-name"), pytest.param(f"ta{CONTROLS[:-1]}lks.txt", id="odd-name")]
)
def test_no_control_character_comes_out(
    nlp: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, name: str
) -> None:
    monkeypatch.setattr("extract.batch.worker.load", lambda *_: nlp)
    monkeypatch.chdir(tmp_path)
    Path(name).write_text(TEXT, encoding="utf-8")
    Path("broken" + name).write_bytes(b"\0" * 100)
    run = CliRunner().invoke(app, ["--format", form, "--date", "2025-06-02", ".", "--glob", "*.txt"])
    assert run.exit_code == 1  # one of the two is no text
    assert not {c for c in run.stdout + run.stderr if ord(c) < ord(" ")} - {"\n"}
    if form == "jsonl":
        assert {json.loads(line)["article"] for line in run.stdout.splitlines()} == {f"./{name}"}
