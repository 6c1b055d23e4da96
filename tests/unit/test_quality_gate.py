"""The gate: figures against floors, and no floor lowered in silence."""

import subprocess
from pathlib import Path

import pytest

from benchmarks.quality.floors import FLOORS, Floors, below, committed, parsed, silently_lowered

EARLIER = [Floors(floors={"venues": 70.0}), Floors(floors={"venues": 71.0, "quotes": 80.0})]
REASON = '[[lowered]]\nfigure = "venues"\nfrom = 71.0\nreason = "gold counts more venues now"\n'


@pytest.mark.parametrize(
    ("figures", "faults"),
    [
        pytest.param({"venues": 71.0, "dates": 3.0}, 0, id="on-the-floor"),
        pytest.param({"venues": 70.99}, 1, id="below"),
        pytest.param({"dates": 99.0}, 1, id="no-figure"),
    ],
)
def test_below(figures: dict[str, float], faults: int) -> None:
    assert len([*below(Floors(floors={"venues": 71.0}), figures)]) == faults


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        pytest.param("floors = { venues = 71.5, quotes = 80 }", [], id="raised"),
        pytest.param("floors = { venues = 70.5, quotes = 80 }", ["venues"], id="lowered"),
        pytest.param("floors = { quotes = 80 }", ["venues"], id="removed"),
        pytest.param("floors = { venues = 60, quotes = 80 }\n" + REASON, [], id="lowered-with-a-reason"),
        pytest.param("floors = { venues = 60, quotes = 7 }\n" + REASON, ["quotes"], id="another-one-too"),
        pytest.param(
            "floors = { venues = 60, quotes = 80 }\n" + REASON.replace("71.0", "70.0"), ["venues"], id="from-too-little"
        ),
    ],
)
def test_silently_lowered(text: str, faults: list[str]) -> None:
    assert [fault.partition(":")[0] for fault in silently_lowered(parsed(text), EARLIER)] == faults


def test_a_reason_must_say_something() -> None:
    with pytest.raises(ValueError, match="at least 15"):
        parsed("floors = {}\n" + REASON.replace("gold counts more venues now", "flaky"))


def test_committed_versions_are_read_from_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GIT_DIR", raising=False)
    floors = tmp_path / "floors.toml"
    git = ["git", "-c", "user.name=T", "-c", "user.email=t@example.org"]
    subprocess.run([*git, "init", "-q"], cwd=tmp_path, check=True)
    for version in ("floors = { venues = 70 }", "floors = { venues = 71 }"):
        floors.write_text(version, encoding="utf-8")
        subprocess.run([*git, "add", "."], cwd=tmp_path, check=True)
        subprocess.run([*git, "commit", "-qm", version], cwd=tmp_path, check=True)
    assert [version.floors["venues"] for version in committed(floors)] == [71.0, 70.0]


def test_no_floor_of_this_repository_was_lowered_in_silence() -> None:
    assert [*silently_lowered(parsed(FLOORS.read_text(encoding="utf-8")), committed())] == []
