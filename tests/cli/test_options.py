"""Options, where they come from, and what the command says about itself."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extract.cli import app

Extract = Callable[..., Any]  # the fixture: arguments → the ended run

SLOW = """
[[rule]]
id = "shape.slow"
shape = "(1|1)+x"
example = [{ text = "They met in 2024.", gives = [{ value = "2024" }] }]
"""


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_names_every_option(extract: Extract, flag: str) -> None:
    result = extract(flag)
    assert result.code == 0
    for option in ("--format", "--output", "--types", "--date", "--model", "--rules", "--check-rules", "--schema",
                   "--quiet", "--verbose", "--version", "--jobs", "--resume", "--shard", "--cluster", "--errors",
                   "--glob", "--max-size", "--fail-fast", "--explain", "--show-completion"):  # fmt: skip
        assert option in result.out


def test_version_names_all_that_matters(extract: Extract) -> None:
    result = extract("--version")
    assert result.out.startswith("newsfacts 0.")
    assert "spaCy 3." in result.out
    assert "en_core_web_md 3.7.1" in result.out


def test_schema_covers_the_five_types(extract: Extract) -> None:
    schema = json.loads(extract("--schema").out)
    assert set(schema["discriminator"]["mapping"]) == {"actor", "date", "venue", "demand", "quote"}


@pytest.mark.parametrize(
    ("args", "message"),
    [
        pytest.param(["--format", "pdf"], "choose from table, jsonl", id="format"),
        pytest.param(["--types", "actor,verb"], "'verb': choose from actor", id="types"),
        pytest.param(["--date", "tomorrow"], "write it as YYYY-MM-DD", id="date"),
        pytest.param(["--shard", "3/2"], "write it as 1/8", id="shard"),
        pytest.param(["--max-size", "big"], "write it as 10MB", id="size"),
        pytest.param(["--jobs", "0"], "jobs", id="jobs"),
        pytest.param(["--config", "none.toml"], "none.toml: No such file", id="config"),
        pytest.param(["--nonsense"], "--nonsense", id="unknown"),
    ],
)
def test_wrong_usage(extract: Extract, news: Path, args: list[str], message: str) -> None:
    result = extract("news/a.txt", *args)
    assert result.code == 2
    assert message in result.err


@pytest.mark.parametrize(
    ("args", "env", "file", "types"),
    [
        pytest.param(["-t", "date"], {"NEWSFACTS_TYPES": "actor"}, 'types = "demand"', {"date"}, id="flag-first"),
        pytest.param([], {"NEWSFACTS_TYPES": "actor"}, 'types = "demand"', {"actor"}, id="then-environment"),
        pytest.param([], {}, 'types = ["date", "demand"]', {"date", "demand"}, id="then-file"),
        pytest.param([], {}, "", {"actor", "date", "demand"}, id="then-default"),
    ],
)
def test_precedence(
    extract: Extract, news: Path, args: list[str], env: dict[str, str], file: str, types: set[str]
) -> None:
    Path("newsfacts.toml").write_text(file)
    found = {fact["type"] for fact in extract("news/a.txt", *args, **env).facts} & {"actor", "date", "demand"}
    assert found == types


def test_pyproject_is_a_settings_file(extract: Extract, news: Path) -> None:
    Path("pyproject.toml").write_text("[tool.newsfacts]\nmax-size = 10\ndate = 2025-06-02\n")
    assert "more than 10 bytes" in extract("news/a.txt").err


@pytest.mark.parametrize("file", ["colour = 1", "jobs = ", "\xff"], ids=["unknown-key", "no-toml", "no-utf-8"])
def test_bad_settings_file(extract: Extract, news: Path, file: str) -> None:
    Path("newsfacts.toml").write_bytes(file.encode("latin-1"))
    result = extract("news/a.txt")
    assert result.code == 2
    assert "newsfacts.toml" in result.err


def test_verbose_tells_what_was_assumed(extract: Extract) -> None:
    Path("a.txt").write_bytes("Córdoba’s mayor said no.".encode("cp1252"))
    assert "a.txt: read as cp1252" in extract("a.txt", "-v").err
    assert "cp1252" not in extract("a.txt").err


def test_every_option_has_help() -> None:
    from typer.main import get_command  # noqa: PLC0415

    assert [option.name for option in get_command(app).params if not getattr(option, "help", None)] == []


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        pytest.param({}, "no such folder", id="no-folder"),
        pytest.param({"demand.toml": ""}, "demand.toml: no rule file", id="unknown-name"),
        pytest.param({"demands.toml": "x = ["}, "demands.toml: not valid TOML", id="no-toml"),
        pytest.param({"demands.toml": '[[rule]]\nid = "x"'}, "rule 'x'", id="bad-rule"),
        pytest.param({"timewords.toml": SLOW}, "rule 'shape.slow': shape: takes longer than 0.1 s", id="slow-pattern"),
    ],
)
@pytest.mark.parametrize("option", [[], ["--check-rules"]], ids=["run", "check"])
def test_bad_rules(extract_itself: Extract, news: Path, rules: dict[str, str], message: str, option: list[str]) -> None:
    for name, content in rules.items():
        Path("rules").mkdir(exist_ok=True)
        (Path("rules") / name).write_text(content)
    run = extract_itself("news/a.txt", "--rules", "rules", "-o", "facts.jsonl", *option)
    assert run.code == 2
    assert message in run.err
    assert not Path("facts.jsonl.journal").exists()
