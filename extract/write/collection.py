"""What the overview page tells of many articles: their counts, actors and demands, and what falls on which days."""

from collections import Counter
from dataclasses import dataclass, field

from extract.records import Article, Date, Demand, Quote, Reference, Venue
from extract.write.diagram import Diagram, Link, diagram
from extract.write.facts import Facts
from extract.write.legible import line, origin, spoken_prefix
from extract.write.overview import Overview, Prominence
from extract.write.wording import demand_sentence, plain

ACTORS = 200  # actors in the overview's list
LINKS = 12  # links from one actor to its articles
PAIRS = 20  # pairs of demander and addressee in the diagram
STEPS = 62  # rows of the timeline, at most, before it goes to months, years, decades
DAY, MONTH, YEAR, DECADE = 10, 7, 4, 3  # characters of 2025-06-02 that name each
WORDS = 160  # characters of a demand


@dataclass(slots=True)
class ArticleRow:
    """One article in the list: its number in the page, and the days on which something in it falls, in ISO 8601."""

    number: int
    title: str
    origin: str
    counts: Counter[str]
    days: str


@dataclass(slots=True)
class DemandRow:
    """One demand in the list: its sentence, its address in the page, and its first day in ISO 8601, if it has one."""

    sentence: str
    href: str
    day: str


@dataclass(slots=True)
class ActorRow:
    """One actor in the list: how often it is met, and links to its first articles."""

    prominence: Prominence
    hrefs: list[str]

    @property
    def more(self) -> int:
        """Articles without a link."""
        return self.prominence.articles - len(self.hrefs)


@dataclass(slots=True)
class Step:
    """A row of the timeline: the ISO 8601 prefix that its days share, and what is dated by them."""

    prefix: str
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        """All that is dated in this row."""
        return self.counts.total()

    def bars(self, most: int) -> list[tuple[str, int, int]]:
        """Kind, start and length of the row's stacked bars, where the fullest row is 1,000 long."""
        bars, x = [], 0
        for kind in ("demand", "quote", "venue"):
            width = round(1000 * self.counts[kind] / most)
            bars.append((kind, x, width))
            x += width
        return bars

    @property
    def label(self) -> str:
        """The day, month, year or decade in words."""
        return spoken_prefix(self.prefix)


class Collection:
    """Takes in articles one by one; holds no article, only what the overview shows."""

    def __init__(self) -> None:
        self.overview = Overview()
        self.articles: list[ArticleRow] = []
        self.demands: list[DemandRow] = []
        self._days: dict[str, Counter[str]] = {}
        self._met: dict[str, list[str]] = {}
        self._pairs: dict[tuple[str, str], list[Link]] = {}

    def add(self, article: Article, facts: Facts) -> int:
        """Takes in one more article; gives the number by which the page knows it, from 1."""
        number = len(self.articles) + 1
        days = self._date(facts)
        self.overview.add(article, facts)
        row = self.overview.rows[-1]
        self.articles.append(ArticleRow(number, row.title, origin(article), row.counts, days))
        self._meet(number, facts)
        for demand in facts.demands:
            self._ask(number, demand, facts)
        return number

    @property
    def actors(self) -> list[ActorRow]:
        """The actors of most articles, with links."""
        ranked = self.overview.ranked_actors()[:ACTORS]
        return [ActorRow(prominence, self._met[prominence.name]) for prominence in ranked]

    @property
    def unlisted_actors(self) -> int:
        """How many actors the list leaves out."""
        return max(0, len(self._met) - ACTORS)

    @property
    def steps(self) -> list[Step]:
        """The timeline, by days, months, years or decades: the finest that stays short."""
        for length in (DAY, MONTH, YEAR):
            prefixes = sorted({day[:length] for day in self._days})
            if len(prefixes) <= STEPS:
                return self._steps(prefixes, length)
        return self._steps(sorted({day[:DECADE] for day in self._days}), DECADE)

    @property
    def pairs(self) -> Diagram | None:
        """Who demands most of whom; demands that name only one of the two are in the list alone."""
        ranked = sorted(self._pairs.values(), key=lambda links: -len(links))[:PAIRS]
        return diagram([_sum(links) for links in ranked])

    @property
    def undrawn_pairs(self) -> int:
        """How many pairs the diagram leaves out."""
        return max(0, len(self._pairs) - PAIRS)

    def _steps(self, prefixes: list[str], width: int) -> list[Step]:
        steps = {prefix: Step(prefix) for prefix in prefixes}
        for day, counts in self._days.items():
            steps[day[:width]].counts.update(counts)
        return list(steps.values())

    def _date(self, facts: Facts) -> str:
        """Counts what is dated, by day; gives the article's days."""
        days: dict[str, None] = {}
        happenings: list[Demand | Quote | Venue] = [*facts.demands, *facts.quotes, *facts.venues]
        for record in happenings:
            if day := _day(facts.date(record.date)):
                self._days.setdefault(day, Counter())[record.type] += 1
                days[day] = None
        return " ".join(days)

    def _meet(self, number: int, facts: Facts) -> None:
        names = {line(actor.name): actor.id for actor in reversed(facts.actors)}
        for name, identifier in names.items():
            met = self._met.setdefault(name, [])
            if len(met) < LINKS:
                met.append(f"#{number}.{identifier}")

    def _ask(self, number: int, demand: Demand, facts: Facts) -> None:
        href = f"#{number}.{demand.id}"
        sentence = plain(demand_sentence(demand, facts, WORDS))
        self.demands.append(DemandRow(sentence, href, _day(facts.date(demand.date))))
        who, whom = _named(demand.actor), _named(demand.addressee)
        if who and whom:
            self._pairs.setdefault((who, whom), []).append(Link(who, line(demand.text, WORDS), whom, href))


def _named(reference: Reference | None) -> str | None:
    """The name of an actor that is resolved; a bare pronoun means somebody else in every article."""
    return line(reference.name) if reference and reference.id else None


def _day(record: Date | None) -> str:
    """The day in ISO 8601, or what the first and last day of a period share: its month, year or decade; "" if none."""
    if record is None or record.start is None or record.end is None:
        return ""
    first, last = record.start.isoformat(), record.end.isoformat()
    return next((first[:size] for size in (DAY, MONTH, YEAR, DECADE) if first[:size] == last[:size]), first[:YEAR])


def _sum(links: list[Link]) -> Link:
    """The demands of one pair as one link, to the first of them."""
    first = links[0]
    what = first.what if len(links) == 1 else f"{len(links)} demands, the first: {first.what}"
    return Link(first.who, what, first.whom, first.href)
