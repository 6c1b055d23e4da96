"""The command in this process, with the session's pipeline in place of a freshly loaded one."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language
from typer.testing import CliRunner

from extract.cli import app

TEXT = "LIMA, June 2, 2025 (Agency) – Peru demanded on Monday that Chile withdraw its ships.\n"


@dataclass(frozen=True)
class Run:
    """How a run of the command ended."""

    code: int
    out: str
    err: str

    @property
    def facts(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def articles(self) -> list[str]:
        return list(dict.fromkeys(fact["article"] for fact in self.facts))


@pytest.fixture
def extract(nlp: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Run]:
    """Runs the command in an empty folder, with environment variables as keywords."""
    monkeypatch.setattr("extract.batch.worker.load", lambda *_: nlp)
    return _runner(tmp_path, monkeypatch)


@pytest.fixture
def extract_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Run]:
    """The same with a pipeline that each run loads itself."""
    return _runner(tmp_path, monkeypatch)


def _runner(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Run]:
    monkeypatch.chdir(folder)

    def run(*args: str, stdin: str | bytes | None = None, **env: str) -> Run:
        result = CliRunner().invoke(app, list(args), input=stdin, env=env, catch_exceptions=False)
        return Run(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture
def text() -> str:
    """The text of news/a.txt."""
    return TEXT


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of three articles: a text, one in a folder below, and an article file of one line."""
    folder = tmp_path / "news"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "sub" / "b.txt").write_text("Ana Flores said no.\n", encoding="utf-8")
    line = {"id": "wire-1", "text": "Peru urged Chile to wait.", "published": "2025-06-02"}
    (folder / "wire.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    return folder
