"""Rules are data: TOML files, one model a file, all faults of a rule set told at once.

A rule has an `id`, at least one `example` that it must fire on with what it `gives`, and `counter`
examples, with the reason, that must give no record of its type. `extract --check-rules` and the tests
run them all.
"""

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, ValidationError

from extract.errors import RuleError


class Strict(BaseModel):
    """A table of a rule file: unknown keys are faults, so that a typing error does not silence a rule."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Example(Strict):
    """A text that the rule must fire on. `gives`: fields that a record must have, references by name or words."""

    text: str
    gives: list[dict[str, Any]] = Field(min_length=1)
    published: str | None = None


class Counter(Strict):
    """A text that must give no record of the rule's type, and why."""

    text: str
    why: str


class Rule(Strict):
    """What all rules share; each finder adds the fields that it matches by."""

    type: ClassVar[str]  # the record type that the examples speak of
    fires: ClassVar[bool] = True  # False: a list that other rules draw on; its id appears on no record

    id: Annotated[str, Field(pattern=r"^[a-z]+(\.[a-z0-9-]+)+$")]
    example: list[Example] = Field(min_length=1)
    counter: list[Counter] = []
    _own: bool = PrivateAttr(default=False)

    def model_post_init(self, context: Any, /) -> None:  # noqa: ANN401 - pydantic's
        """Takes from `rulebook` whose rule it is."""
        self._own = bool(context)

    @property
    def own(self) -> bool:
        """Whether it is a user's, from a folder of theirs."""
        return self._own


R = TypeVar("R", bound=Rule)


def rulebook(name: str, model: type[R], extra: str | None = None) -> list[R]:
    """The rules of `rules/<name>.toml`, then those of the same file in the user's folder `extra`.

    Raises:
        RuleError: naming every fault by file, rule id and field.
    """
    rules: list[R] = []
    faults: list[str] = []
    for own, source in enumerate(_sources(name, extra)):
        for place, table in _tables(source, faults):
            try:
                rules.append(model.model_validate(table, context=own))
            except ValidationError as error:
                faults.extend(f"{place}: {_field(fault['loc'])}: {fault['msg']}" for fault in error.errors())
    faults.extend(f"{name}.toml: rule {rule_id!r} is defined twice" for rule_id in _repeated(r.id for r in rules))
    if faults:
        raise RuleError("\n".join(faults))
    return rules


def folder() -> Traversable:
    """The built-in rules: package data of an installation, or the checkout's `rules/`."""
    try:
        return files("extract.rules")
    except ModuleNotFoundError:
        return Path(__file__).parents[2] / "rules"


def require_folder(extra: str) -> None:
    """Refuses a user's folder that is missing or holds rule files that nothing would read.

    Raises:
        RuleError: naming the folder, or every such file.
    """
    if not Path(extra).is_dir():
        raise RuleError(f"{extra}: no such folder of rules")
    known = sorted(file.name for file in folder().iterdir() if file.name.endswith(".toml"))
    unknown = sorted(file.name for file in Path(extra).glob("*.toml") if file.name not in known)
    if unknown:
        raise RuleError(f"{extra}: {', '.join(unknown)}: no rule file of these names: known are {', '.join(known)}")


def _sources(name: str, extra: str | None) -> Iterator[Traversable]:
    yield folder() / f"{name}.toml"
    if extra is not None and (path := Path(extra) / f"{name}.toml").is_file():
        yield path


def _tables(source: Traversable, faults: list[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    try:
        tables = tomllib.loads(source.read_text(encoding="utf-8")).get("rule", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        faults.append(f"{source}: not valid TOML: {error}")
        return
    for number, table in enumerate(tables, start=1):
        yield f"{source}: rule {table.get('id', number)!r}", table


def _field(loc: tuple[str | int, ...]) -> str:
    return ".".join(map(str, loc)) or "rule"


def _repeated(ids: Iterator[str]) -> list[str]:
    seen: set[str] = set()
    return [rule_id for rule_id in ids if rule_id in seen or seen.add(rule_id)]  # type: ignore[func-returns-value]
