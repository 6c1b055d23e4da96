"""The gate: figures against floors, and no floor lowered in silence."""

import subprocess
from pathlib import Path

import pytest

from benchmarks.quality.floors import FLOORS, Floors, below, committed, parsed, silently_lowered

EARLIER = [Floors(floors={"articles": {"venues": 70.0}}), Floors(floors={"articles": {"venues": 71.0, "quotes": 80.0}})]
REASON = '[[lowered]]\nfigure = "articles: venues"\nfrom = 71.0\nreason = "gold counts more venues now"\n'


@pytest.mark.parametrize(
    ("figures", "faults"),
    [
        pytest.param({"venues": 71.0, "dates": 3.0}, 0, id="on-the-floor"),
        pytest.param({"venues": 70.99}, 1, id="below"),
        pytest.param({"dates": 99.0}, 1, id="no-figure"),
    ],
)
def test_below(figures: dict[str, float], faults: int) -> None:
    assert len([*below("articles", {"venues": 71.0}, figures)]) == faults


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        pytest.param("floors.articles = { venues = 71.5, quotes = 80 }", [], id="raised"),
        pytest.param("floors.articles = { venues = 70.5, quotes = 80 }", ["articles: venues"], id="lowered"),
        pytest.param(
            "floors = { venues = 70.5, quotes = 80 }", ["articles: venues"], id="lowered-without-naming-the-set"
        ),
        pytest.param(
            "floors.articles = { venues = 71, quotes = 80 }\nfloors.samples.venues = 5",
            [],
            id="another-set-has-its-own",
        ),
        pytest.param("floors.articles = { quotes = 80 }", ["articles: venues"], id="removed"),
        pytest.param("floors.articles = { venues = 60, quotes = 80 }\n" + REASON, [], id="lowered-with-a-reason"),
        pytest.param(
            "floors.articles = { venues = 60, quotes = 7 }\n" + REASON, ["articles: quotes"], id="another-one-too"
        ),
        pytest.param(
            "floors.articles = { venues = 60, quotes = 80 }\n" + REASON.replace("71.0", "70.0"),
            ["articles: venues"],
            id="from-too-little",
        ),
    ],
)
def test_silently_lowered(text: str, faults: list[str]) -> None:
    assert [fault.partition(": its")[0] for fault in silently_lowered(parsed(text), EARLIER)] == faults


def test_a_reason_must_say_something() -> None:
    with pytest.raises(ValueError, match="at least 15"):
        parsed("floors = {}\n" + REASON.replace("gold counts more venues now", "flaky"))


def test_committed_versions_are_read_from_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GIT_DIR", raising=False)
    floors = tmp_path / "floors.toml"
    git = ["git", "-c", "user.name=T", "-c", "user.email=t@example.org"]
    subprocess.run([*git, "init", "-q"], cwd=tmp_path, check=True)
    for version in ("floors = { venues = 70 }", "floors.articles.venues = 71"):
        floors.write_text(version, encoding="utf-8")
        subprocess.run([*git, "add", "."], cwd=tmp_path, check=True)
        subprocess.run([*git, "commit", "-qm", version], cwd=tmp_path, check=True)
    assert [version.all() for version in committed(floors)] == [
        {"articles: venues": 71.0},
        {"articles: venues": 70.0},
    ]


def test_no_floor_of_this_repository_was_lowered_in_silence() -> None:
    assert [*silently_lowered(parsed(FLOORS.read_text(encoding="utf-8")), committed())] == []
