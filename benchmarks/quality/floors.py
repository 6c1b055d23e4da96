"""The floors under the figures, and the proof that none was lowered in silence.

`floors.toml` holds, in percent, the least that each figure of the gold set may be. A floor may fall below the highest
that was ever committed only with an entry that says so:

    [[lowered]]
    figure = "venues"
    from = 71.0
    reason = "gold now counts sites without a name"
"""

import os
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

FLOORS = Path(__file__).with_name("floors.toml")


class Lowered(BaseModel):
    """Why a floor is lower than it once was."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    figure: str
    once: float = Field(alias="from")
    reason: str = Field(min_length=15)


class Floors(BaseModel):
    """The least that each figure may be, in percent."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    floors: dict[str, float]
    lowered: list[Lowered] = []


def parsed(text: str) -> Floors:
    """The floors in a TOML text.

    Raises:
        ValueError: it is no TOML, or has other fields.
    """
    return Floors.model_validate(tomllib.loads(text))


def below(floors: Floors, figures: dict[str, float]) -> Iterator[str]:
    """One line for each figure under its floor, or without a figure."""
    for name, floor in floors.floors.items():
        if name not in figures:
            yield f"{name}: has a floor but no figure"
        elif figures[name] < floor:
            yield f"{name}: {figures[name]:.1f} is below its floor of {floor:.1f}"


def silently_lowered(floors: Floors, earlier: list[Floors]) -> Iterator[str]:
    """One line for each floor below (or gone from) its highest in earlier versions, with no reason given for that."""
    excused = {(lowered.figure, lowered.once) for lowered in floors.lowered}
    for name in sorted({name for version in earlier for name in version.floors}):
        highest = max(version.floors[name] for version in earlier if name in version.floors)
        now = floors.floors.get(name)
        if (now is None or now < highest) and (name, highest) not in excused:
            yield f"{name}: its floor was {highest} and is {now}; put it back, or say why under [[lowered]]"


def committed(path: Path = FLOORS) -> list[Floors]:
    """All versions of the floors in the repository's history; none outside of a repository."""
    commits = _git(path, "log", "--format=%H", "--", path.name).split()
    return [parsed(_git(path, "show", f"{commit}:./{path.name}")) for commit in commits if _has(path, commit)]


def _has(path: Path, commit: str) -> bool:
    return bool(_git(path, "ls-tree", commit, path.name))


def _git(path: Path, *arguments: str) -> str:
    # a hook that runs us sets GIT_DIR and the like for its own repository
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", *arguments]
    return subprocess.run(command, cwd=path.parent, env=clean, capture_output=True, text=True, check=False).stdout
