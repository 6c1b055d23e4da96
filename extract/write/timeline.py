"""The calendar of an article: each day or period that it names, with what was said, demanded and done on it."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from extract.records import Article, Date
from extract.write.entries import Entry
from extract.write.facts import Facts
from extract.write.legible import line, spoken_period


@dataclass(slots=True)
class Moment:
    """A day or period: the expressions that name it, and the demands, quotes and events that are dated by them.

    `first` and `last` are None for one that has no place in the calendar.
    """

    first: date | None
    last: date | None
    published: bool = False
    dates: list[Date] = field(default_factory=list)
    happenings: list[Entry] = field(default_factory=list)

    @property
    def label(self) -> str:
        """The day or period in words; outside the calendar, those of the article."""
        if self.first is None or self.last is None:
            return f"“{line(self.dates[0].text)}”"
        return spoken_period(self.first, self.last)


def timeline(article: Article, facts: Facts, entries: dict[str, list[Entry]]) -> list[Moment]:
    """The moments of an article in the order of the calendar, its day of publication marked.

    Expressions without a calendar value that date something follow, in the order of the text.
    """
    dated = _dated(entries)
    vague: list[Moment] = []
    moments: dict[tuple[date, date], Moment] = {}
    for record in facts.dates:
        if record.start and record.end:
            moment = moments.setdefault((record.start, record.end), Moment(record.start, record.end))
            moment.dates.append(record)
            moment.happenings += dated[record.id]
        elif dated[record.id]:
            vague.append(Moment(None, None, dates=[record], happenings=dated[record.id]))
    if moments and (day := publication_day(article)):
        moments.setdefault((day, day), Moment(day, day)).published = True
    return [moments[key] for key in sorted(moments)] + vague


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
