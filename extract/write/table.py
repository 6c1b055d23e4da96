"""Facts as a table for a terminal: one article with its facts, or many with their counts.

Article text goes into Rich as `Text`, never as markup, and without control characters.
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, TextIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.rule import Rule
from rich.table import Column, Table
from rich.text import Text

from extract.records import Actor, Article, BaseRecord, Date, Venue
from extract.write.facts import Facts
from extract.write.legible import heading, line, origin, spoken
from extract.write.overview import Overview
from extract.write.wording import Piece, demand_sentence, quote_sentence

CONTENT = 300  # characters of a quote or demand
NAME = 32  # cells of a name's column, at most
TITLE = 30  # cells that hold an article's heading on one line; fewer take three
COUNTS = 48  # cells of the columns of counts
_PADDING = re.compile(r" +\n")  # that nobody should copy
ROWS = 30  # articles, and actors, of an overview
COLOURS = {"actor": "cyan", "demand": "magenta", "quote": "green", "venue": "blue", "date": "yellow"}
_STYLES = {"actor": "bold cyan", "detail": "dim", "verb": "bold", "date": "yellow", "venue": "blue"}


class TableSink:
    """Shows one article in full, or many by their counts; prints when closed, for only then the number is known."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        colours: Literal["auto"] | None = None if os.environ.get("NO_COLOR") else "auto"  # None: not even bold
        self._console = Console(file=out, color_system=colours, highlight=False, markup=False, emoji=False)
        self._first: tuple[Article, Facts] | None = None
        self._overview = Overview()

    def write(self, article: Article, records: Sequence[BaseRecord]) -> None:
        """Takes in the facts of one article."""
        facts = Facts(records)
        self._first = self._first or (article, facts)
        self._overview.add(article, facts)

    def close(self) -> None:
        """Prints what was taken in; nothing where no article was."""
        if self._first is None:
            return
        one = len(self._overview.rows) == 1
        width = self._console.width
        with self._console.capture() as capture:
            self._console.print(article_view(*self._first, width) if one else overview_view(self._overview, width))
        self._out.write(_PADDING.sub("\n", capture.get()))


def article_view(article: Article, facts: Facts, width: int) -> RenderableType:
    """One article: what it is, then its facts by type, for a line of `width` cells."""
    name = min(NAME, width * 2 // 5)
    sections = {
        "demand": _sentences((demand_sentence(demand, facts, CONTENT) for demand in facts.demands), "demand"),
        "quote": _sentences((quote_sentence(quote, facts, CONTENT) for quote in facts.quotes), "quote"),
        "actor": _grid(map(_actor_row, facts.actors), name),
        "venue": _grid((_venue_row(venue, facts) for venue in facts.venues), name),
        "date": _grid(map(_date_row, facts.dates), name),
    }
    shown = (_section(kind, body) for kind, body in sections.items() if body.row_count)
    nothing = [] if facts.all else [Text("No facts found.", "dim")]
    where = " · ".join(part for part in (origin(article), line(article.url or "")) if part)
    return Group(Text(heading(article), "bold"), Text(where, "dim"), *shown, *nothing)


def _section(kind: str, body: Table) -> RenderableType:
    title = Text(f"{kind.capitalize()}s ", f"bold {COLOURS[kind]}").append(str(body.row_count), "not bold dim")
    return Group(Text(), Rule(title, align="left", style="dim", characters="─"), body)


def _sentences(sentences: Iterable[list[Piece]], kind: str) -> Table:
    grid = Table.grid(Column(width=1), Column(overflow="fold"), padding=(0, 1, 0, 0))
    for pieces in sentences:
        styles = {**_STYLES, "content": COLOURS[kind]}
        grid.add_row(Text("•", COLOURS[kind]), Text.assemble(*((p.text, styles.get(p.role, "")) for p in pieces)))
    return grid


def _grid(rows: Iterable[tuple[Text, Text]], width: int) -> Table:
    """Two columns, the first of `width` cells."""
    grid = Table.grid(Column(overflow="fold", width=width), Column(overflow="fold"), padding=(0, 2, 0, 0))
    for row in rows:
        grid.add_row(*row)
    return grid


def _actor_row(actor: Actor) -> tuple[Text, Text]:
    parts = (actor.role, actor.kind, actor.country, "unnamed" if actor.unnamed else None, f"{len(actor.mentions)}×")
    return Text(line(actor.name), COLOURS["actor"]), _joined(parts)


def _venue_row(venue: Venue, facts: Facts) -> tuple[Text, Text]:
    within, when = facts.venue(venue.within), facts.date(venue.date)
    parts = (
        f"“{line(venue.event.text)}”" if venue.event else None,
        spoken(when) if when else None,
        venue.kind,
        f"in {line(within.name)}" if within else None,
        venue.country,
    )
    return Text(line(venue.name), COLOURS["venue"]), _joined(parts)


def _date_row(record: Date) -> tuple[Text, Text]:
    resolved = record.start is not None
    when = spoken(record) if resolved else record.kind
    return Text(when, COLOURS["date"]), _joined((f"“{line(record.text)}”", record.value or "no calendar value"))


def _joined(parts: Iterable[str | None]) -> Text:
    return Text(" · ").join(Text(line(part)) for part in parts if part)


def overview_view(overview: Overview, width: int) -> RenderableType:
    """Many articles: their counts, and the actors that most of them name, for a line of `width` cells."""
    return Group(_counts(overview, width), *_more(len(overview.rows), "articles"), Text(), *_actors(overview))


def _counts(overview: Overview, width: int) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), show_footer=True, expand=True, pad_edge=False)
    table.add_column("Article", "Total", ratio=1, overflow="fold")
    for kind, total in overview.totals.items():
        table.add_column(f"{kind}s", _count(total), style=COLOURS[kind], justify="right", no_wrap=True)
    cells = max(width - COUNTS, 1)
    most = cells if cells >= TITLE else 3 * cells
    for row in overview.rows[:ROWS]:
        title = line(row.title, most)
        table.add_row(Text(title), *(_count(row.counts[kind]) for kind in overview.totals))
    return table


def _actors(overview: Overview) -> Iterator[RenderableType]:
    ranked = overview.ranked_actors()
    if not ranked:
        return
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), expand=True, pad_edge=False)
    table.add_column("Actors in most articles", ratio=1, overflow="ellipsis", no_wrap=True)
    for heading_ in ("articles", "quotes", "demands"):
        table.add_column(heading_, justify="right", no_wrap=True)
    for actor in ranked[:ROWS]:
        table.add_row(Text(actor.name, COLOURS["actor"]), *map(_count, (actor.articles, actor.quotes, actor.demands)))
    yield table
    yield from _more(len(ranked), "actors")


def _count(number: int) -> str:
    return f"{number:,}" if number else "·"


def _more(count: int, what: str) -> Iterator[Text]:
    if count > ROWS:
        yield Text(f"… and {count - ROWS:,} more {what}", "dim")
