"""The documentation is true: generated parts are in step, its lines of jq answer, its Python runs."""

import doctest
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import extract
from extract.check import failures, rules
from extract.pipeline import COMPONENTS
from extract.records import BaseRecord, Demand, Quote

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
COOKBOOK = (DOCS / "cookbook.md").read_text("utf-8")
RECIPES = re.findall(r"^## \d+\. (.+?)\n.*?```sh\n(.+?)```", COOKBOOK, flags=re.DOTALL | re.MULTILINE)


def test_generated_parts_are_in_step() -> None:
    run = subprocess.run(
        [sys.executable, "tools/docs.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert not run.stderr
    assert not run.stdout, f"out of step, to be remade by `python tools/docs.py`: {run.stdout}"


@pytest.fixture
def facts(tmp_path: Path, records: list[BaseRecord]) -> Path:
    """A folder with facts.jsonl: the hand-made facts, and variants that the rarer questions ask for."""
    variants = [
        *records,
        records[0].model_copy(update={"id": "actor-3", "unnamed": True, "kind": "source"}),
        *(record.model_copy(update={"stance": "denied"}) for record in records if isinstance(record, Demand)),
        *(record.model_copy(update={"kind": "direct"}) for record in records if isinstance(record, Quote)),
    ]
    lines = "".join(f"{record.model_dump_json()}\n" for record in variants)
    (tmp_path / "facts.jsonl").write_text(lines, "utf-8")
    return tmp_path


def test_there_are_ten_recipes() -> None:
    assert len(RECIPES) == 10


@pytest.mark.skipif(not shutil.which("jq"), reason="needs jq: apt-get install jq")
@pytest.mark.parametrize(("question", "command"), RECIPES, ids=[question for question, _ in RECIPES])
def test_a_recipe_answers(facts: Path, question: str, command: str) -> None:
    run = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", command],  # noqa: S607 - wherever the reader's bash is
        cwd=facts,
        capture_output=True,
        text=True,
        check=False,
    )
    assert not run.stderr
    assert run.stdout.strip() not in {"", "null", "?"}, question
    if "GeoJSON" in question:
        assert json.loads(run.stdout)["features"][0]["geometry"]["coordinates"] == [-77.03, -12.04]


def test_python_runs() -> None:
    failed, tried = doctest.testfile(str(DOCS / "python.md"), module_relative=False, encoding="utf-8")
    assert tried > 10
    assert not failed


def test_every_component_is_told_of() -> None:
    named = re.findall(r"^\| `(extract_\w+)`", (DOCS / "python.md").read_text("utf-8"), flags=re.MULTILINE)
    assert named == list(COMPONENTS)


def test_the_rule_of_the_tour_holds(tmp_path: Path) -> None:
    [rule] = re.findall(r"```toml\n(.+?)```", (DOCS / "tour.md").read_text("utf-8"), flags=re.DOTALL)
    (tmp_path / "demands.toml").write_text(rule, "utf-8")
    own = [known for known in rules(str(tmp_path)) if known.id == "demand.clause.motion"]
    assert len(own) == 1
    assert not list(failures(extract.load(rules=str(tmp_path)), own))


def test_the_notebook_runs() -> None:
    pytest.importorskip("pandas", reason="needs pandas, which is no part of newsfacts")
    [cell] = re.findall(r"```python notebook\n(.+?)```", (DOCS / "python.md").read_text("utf-8"), flags=re.DOTALL)
    text = "LIMA, June 2 – Peru demanded on Monday that Chile withdraw its ships."
    exec(f"import extract\n{cell}", {"text": text})  # noqa: S102 - our own page


@pytest.mark.parametrize(
    "page", sorted([*ROOT.glob("*.md"), *DOCS.glob("*.md")]), ids=lambda page: str(page.relative_to(ROOT))
)
def test_links_lead_somewhere(page: Path) -> None:
    prose = re.sub("`[^`]*`", "", page.read_text("utf-8"))
    for target in re.findall(r"\]\((?!https?:)([^)#\s]+)", prose):
        assert (page.parent / target).exists(), target


def test_man_page_and_completions_are_shipped_for_both_commands() -> None:
    shipped = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["data-files"]
    names = {
        folder: sorted(path.name for glob in globs for path in ROOT.glob(glob)) for folder, globs in shipped.items()
    }
    assert names == {
        "share/man/man1": ["extract.1", "newsfacts.1"],
        "share/bash-completion/completions": ["extract", "newsfacts"],
        "share/zsh/site-functions": ["_extract", "_newsfacts"],
        "share/fish/vendor_completions.d": ["extract.fish", "newsfacts.fish"],
    }


@pytest.mark.skipif(not shutil.which("man"), reason="needs man: apt-get install man-db")
def test_the_man_page_has_no_faults() -> None:
    environment = {**os.environ, "MANROFFSEQ": "", "MANWIDTH": "80", "LC_ALL": "C.UTF-8"}
    run = subprocess.run(
        ["man", "--warnings", "-l", "docs/man/extract.1"],  # noqa: S607 - wherever the reader's man is
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert not run.stderr
    assert "--format FORMAT" in re.sub(".\b", "", run.stdout)
