"""The command on articles and file names full of control characters: none of them reaches the terminal."""

import io
import json
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from typer.testing import CliRunner

from extract.cli import app
from extract.errors import printable
from extract.write.terminal import Terminal

# what drives a terminal (C0, DEL, C1) or turns the direction of its text
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
CONTROLS = "\x1b[31m\x07\x08\r\x9b31m\x7f\u202e\u2066"
TEXT = f"LIMA – Ana{CONTROLS} Flores said on Monday{CONTROLS} that Chile{CONTROLS} must withdraw: “No{CONTROLS}.”\n"
ARGUMENTS = [["--format", form] for form in ("table", "jsonl", "json", "csv", "html")] + [["--explain"]]


class Screen(io.TextIOWrapper):
    """A terminal that keeps what it gets."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="\n")

    def isatty(self) -> bool:
        return True

    def shown(self) -> str:
        """All that was written to it."""
        self.flush()
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue().decode()


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """A terminal in the place of standard output."""
    screen = Screen()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    return screen


@pytest.mark.parametrize("arguments", ARGUMENTS, ids=lambda arguments: arguments[-1].strip("-"))
@pytest.mark.parametrize(
    "name", [pytest.param("talks.txt", id="plain-name"), pytest.param(f"ta{CONTROLS}lks.txt", id="odd-name")]
)
def test_no_control_character_comes_out(
    nlp: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, screen: Screen, arguments: list[str], name: str
) -> None:
    monkeypatch.setattr("extract.batch.worker.load", lambda *_: nlp)
    monkeypatch.setattr("extract.batch.job.sys", type("Sys", (), {"stdout": screen}))
    monkeypatch.chdir(tmp_path)
    Path(name).write_text(TEXT, encoding="utf-8")
    Path("broken" + name).write_bytes(b"\0" * 100)
    run = CliRunner().invoke(app, [*arguments, "--date", "2025-06-02", ".", "--glob", "*.txt", "-v"])
    assert run.exit_code == 1  # one of the two is no text
    assert "withdraw" in screen.shown()
    assert CONTROL.findall(screen.shown()) == []
    assert CONTROL.findall(run.stderr) == []
    if arguments[-1] == "jsonl":
        assert {json.loads(line)["article"] for line in screen.shown().splitlines()} == {f"./{name}"}


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--rules", CONTROLS], id="rules"),
        pytest.param(["--config", CONTROLS], id="config"),
        pytest.param(["--format", CONTROLS], id="format"),
        pytest.param(["--model", CONTROLS], id="model"),
        pytest.param(["--output", f"no/{CONTROLS}/such.jsonl"], id="output"),
        pytest.param([f"--{CONTROLS[:-2]}"], id="option"),
        pytest.param([CONTROLS], id="article"),
    ],
)
def test_no_control_character_of_an_argument_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke(app, ["talks.txt", *arguments], color=True)  # without it, click takes some of them out
    assert run.exit_code
    assert CONTROL.findall(run.stderr) == []


@given(st.text())
def test_json_on_a_terminal_is_the_same_json(text: str) -> None:
    stream = io.StringIO(newline="")
    Terminal(stream).write(json.dumps(text, ensure_ascii=False) + "\n")
    assert json.loads(stream.getvalue()) == text
    assert CONTROL.findall(stream.getvalue()) == []


@given(st.text(st.characters(categories=["Cc", "Cf", "Cs", "Co", "Zl", "Zp", "L"])))
def test_messages_are_printable(text: str) -> None:
    assert printable(text).isprintable()
