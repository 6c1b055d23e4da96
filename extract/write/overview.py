"""Many articles taken together: how many facts each has, and who acts in most of them."""

from collections import Counter
from dataclasses import dataclass

from extract.records import RECORD_TYPES, Article
from extract.write.facts import Facts
from extract.write.legible import heading, line


@dataclass(frozen=True, slots=True)
class Row:
    """One article's line: its heading and the number of its records by type."""

    title: str
    counts: Counter[str]


@dataclass(slots=True)
class Prominence:
    """How often an actor is met: articles that have it, its quotes and its demands in all of them."""

    name: str
    articles: int = 0
    quotes: int = 0
    demands: int = 0


class Overview:
    """Counts over articles as they come in; holds no text and no record."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.totals: dict[str, int] = dict.fromkeys(RECORD_TYPES, 0)
        self._actors: dict[str, Prominence] = {}

    def add(self, article: Article, facts: Facts) -> None:
        """Counts the facts of one more article."""
        counts = Counter(record.type for record in facts.all)
        self.rows.append(Row(heading(article), counts))
        for kind in self.totals:
            self.totals[kind] += counts[kind]
        self._count_actors(facts)

    def ranked_actors(self) -> list[Prominence]:
        """All actors, those of the most articles first, then those who say and demand most, then by name."""
        return sorted(self._actors.values(), key=lambda a: (-a.articles, -a.quotes - a.demands, a.name))

    def _count_actors(self, facts: Facts) -> None:
        for name in dict.fromkeys(line(actor.name) for actor in facts.actors):
            self._actors.setdefault(name, Prominence(name)).articles += 1
        for quote in facts.quotes:
            if speaker := facts.actor(quote.speaker):
                self._actors[line(speaker.name)].quotes += 1
        for demand in facts.demands:
            if actor := facts.actor(demand.actor):
                self._actors[line(actor.name)].demands += 1
