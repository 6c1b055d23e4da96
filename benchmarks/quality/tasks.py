"""The five forms of gold files, told apart by their fields, and the scorer of each."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from benchmarks.quality import dates, entities, facts, pronouns, quotes
from benchmarks.quality.measures import Measures
from benchmarks.quality.reading import Readings
from extract.records import Article

A = TypeVar("A", bound=Article)

Reader = Callable[[Sequence[Article]], Readings]


class Task(Protocol):
    """Something that a gold file judges."""

    @property
    def name(self) -> str:
        """The task's name."""

    @property
    def field(self) -> str:
        """The field of an article that tells the gold file's form."""

    def judge(self, path: Path, reader: Reader) -> Measures:
        """The figures for what the reader finds in the articles of a gold file."""


@dataclass(frozen=True, slots=True)
class _Form(Generic[A]):
    """A form of gold file: the shape of its articles, and how they are scored."""

    name: str
    field: str
    article: type[A]
    score: Callable[[Sequence[A], Readings], Measures]

    def judge(self, path: Path, reader: Reader) -> Measures:
        with path.open(encoding="utf-8") as lines:
            articles = [self.article.model_validate_json(line) for line in lines]
        return self.score(articles, reader(articles))


# the first whose field is there decides: a file of facts has quotes, one of clusters has entities
TASKS: tuple[Task, ...] = (
    _Form("facts", "actors", facts.Gold, facts.score),
    _Form("quotes", "quotes", quotes.Gold, quotes.score),
    _Form("dates", "timexes", dates.Gold, dates.score),
    _Form("pronouns", "clusters", pronouns.Gold, pronouns.score),
    _Form("entities", "entities", entities.Gold, entities.score),
)


def task_of(path: Path) -> Task:
    """The task of a gold file.

    Raises:
        ValueError: the file is in none of the documented forms.
    """
    with path.open(encoding="utf-8") as lines:
        fields = json.loads(next(lines, "{}"))
    for task in TASKS:
        if task.field in fields:
            return task
    raise ValueError(f"{path}: no gold file – its first line has none of {', '.join(task.field for task in TASKS)}")
