"""The floors under the figures, and the proof that none was lowered in silence.

`floors.toml` holds, in percent, the least that each figure of a gold set may be. A floor may fall below the highest
that was ever committed only with an entry that says so:

    [[lowered]]
    figure = "articles: venues"
    from = 71.0
    reason = "gold now counts sites without a name"
"""

import os
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

FLOORS = Path(__file__).with_name("floors.toml")


class Lowered(BaseModel):
    """Why a floor is lower than it once was."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    figure: str
    once: float = Field(alias="from")
    reason: str = Field(min_length=15)


Figures = dict[str, float]
"""Percent by the name of the figure."""


def _by_set(floors: object) -> object:
    """Floors as they were written while `articles` was the only gold set: no set above the figures."""
    flat = isinstance(floors, dict) and any(isinstance(floor, int | float) for floor in floors.values())
    return {"articles": floors} if flat else floors


class Floors(BaseModel):
    """The least that each figure of each gold set may be, in percent."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    floors: Annotated[dict[str, Figures], BeforeValidator(_by_set)]
    lowered: list[Lowered] = []

    def of(self, gold_set: str) -> Figures:
        """The floors of one set, none if it has none."""
        return self.floors.get(gold_set, {})

    def all(self) -> Figures:
        """The floors of all sets, each named as in `articles: venues`."""
        return {f"{name}: {figure}": floor for name, floors in self.floors.items() for figure, floor in floors.items()}


def parsed(text: str) -> Floors:
    """The floors in a TOML text.

    Raises:
        ValueError: it is no TOML, or has other fields.
    """
    return Floors.model_validate(tomllib.loads(text))


def below(gold_set: str, floors: Figures, figures: Figures) -> Iterator[str]:
    """One line for each figure of a set under its floor, or without a figure."""
    for name, floor in floors.items():
        if name not in figures:
            yield f"{gold_set}: {name}: has a floor but no figure"
        elif figures[name] < floor:
            yield f"{gold_set}: {name}: {figures[name]:.1f} is below its floor of {floor:.1f}"


def silently_lowered(floors: Floors, earlier: list[Floors]) -> Iterator[str]:
    """One line for each floor below (or gone from) its highest in earlier versions, with no reason given for that."""
    excused = {(lowered.figure, lowered.once) for lowered in floors.lowered}
    present, versions = floors.all(), [version.all() for version in earlier]
    for name in sorted({name for version in versions for name in version}):
        highest = max(version[name] for version in versions if name in version)
        now = present.get(name)
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
