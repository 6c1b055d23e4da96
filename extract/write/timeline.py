"""The calendar of an article: each day or period that it names, with what was said, demanded and done on it."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from extract.records import Article, Date
from extract.write.entries import Entry
from extract.write.facts import Facts
from extract.write.legible import spoken_period


@dataclass(slots=True)
class Moment:
    """A day or period: the expressions that name it, and the demands, quotes and events that are dated by them."""

    first: date
    last: date
    published: bool = False
    dates: list[Date] = field(default_factory=list)
    happenings: list[Entry] = field(default_factory=list)

    @property
    def label(self) -> str:
        """The day or period in words."""
        return spoken_period(self.first, self.last)


def timeline(article: Article, facts: Facts, entries: dict[str, list[Entry]]) -> list[Moment]:
    """The moments of an article in the order of the calendar, its day of publication marked."""
    dated = _dated(entries)
    moments: dict[tuple[date, date], Moment] = {}
    for record in facts.dates:
        if record.start and record.end:
            moment = moments.setdefault((record.start, record.end), Moment(record.start, record.end))
            moment.dates.append(record)
            moment.happenings += dated[record.id]
    if moments and (day := publication_day(article)):
        moments.setdefault((day, day), Moment(day, day)).published = True
    return [moments[key] for key in sorted(moments)]


def publication_day(article: Article) -> date | None:
    """The calendar day of publication, without its time."""
    published = article.published
    return date(published.year, published.month, published.day) if published else None


def _dated(entries: dict[str, list[Entry]]) -> defaultdict[str, list[Entry]]:
    """The demands, quotes and venues by the id of the date record that dates them."""
    dated: defaultdict[str, list[Entry]] = defaultdict(list)
    for kind in ("demand", "quote", "venue"):
        for entry in entries.get(kind, []):
            dated[getattr(entry.record, "date", None) or ""].append(entry)
    return dated
