"""What time expressions are measured from: publication, and what the text has spoken of so far."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from spacy.tokens import Span

from extract.find.dates.phrase import Phrase, Tense
from extract.find.dates.values import days, granularity

_NO_COARSER = {  # by unit: what a day can be taken from (`values.granularity`)
    "W": ("D", "W", "WE"),
    "WE": ("D", "W", "WE"),
    "M": ("D", "M"),
    "Q": ("D", "M", "Q"),
    "Y": ("D", "W", "WE", "M", "Q", "H", "S", "Y"),
}
_MONTHS_LONG = re.compile(r"P(?!3M)\d+M|P1Y")  # "the nine months": a report's other period
_DATELINE_MARGIN = timedelta(3)  # written, filed and put online
_LONGEST_SENTENCE = 60  # tokens
_LONGEST_REPORT = 200  # tokens from one word of the quarter to what is compared with it
_LONGEST_HOURS = 6  # tokens from a set, or one of its hours, to the next hour
_SOON_AFTER = 4  # months


def _no_tense() -> Tense | None:
    return None


def _not_quoted() -> bool:
    return False


@dataclass(slots=True)
class Anchor:
    """What relative expressions are measured from, kept up as the text is read.

    `published`: the day of publication, if known. `told`: the day that the narrator spoke of last, `over`: the last
    that was not to come. `quarter`: the latest quarter that the text reports on; `quarterly`: the token where it was
    spoken of, if it is the period last spoken of. `recurring`: the token behind the last of times that recur. `tense`:
    that of the verb that governs the expression in hand, `quoted`: whether that stands in a quotation; both worked out
    when asked for.
    """

    published: date | None
    told: date | None = None
    quarter: str | None = None
    quarterly: int | None = None
    tense: Callable[[], Tense | None] = _no_tense
    quoted: Callable[[], bool] = _not_quoted
    recurring: int | None = None
    over: date | None = None
    _dated: tuple[int, date] | None = None
    _named: dict[tuple[int, int | None], int] = field(default_factory=dict)
    _spoken: list[tuple[str, date]] = field(default_factory=list)

    def spoken(self, unit: str) -> date | None:
        """The first day of the value last spoken of that is no coarser than the unit."""
        finer = _NO_COARSER.get(unit, ("D",))
        return next((day for kind, day in reversed(self._spoken) if kind in finer), None)

    def spoken_kind(self) -> str | None:
        """The granularity of the value last spoken of."""
        return self._spoken[-1][0] if self._spoken else None

    def today(self) -> date | None:
        """The day of publication; in a quotation the day before it, if that is the day that the narrator tells of."""
        eve = self._eve()
        return eve if eve is not None and self.told == eve and self.quoted() else self.published

    def _eve(self) -> date | None:
        return self.published - timedelta(1) if self.published is not None and self.published > date.min else None

    def begun(self) -> date | None:
        """The day last spoken of; that of publication, if that day is to come and the verb in no future tense."""
        day = self.near("D")
        if day is None or self.published is None or day <= self.published or self.tense() == "future":
            return day
        return self.published

    def near(self, unit: str) -> date | None:
        """The same, or the day of publication where the text has spoken of none."""
        return self.spoken(unit) or self.published

    def is_far(self, day: date, distance: timedelta) -> bool:
        """Whether a day lies further from publication than that, or that is not known."""
        return self.published is None or abs(self.published - day) > distance

    def is_to_come(self, value: str | None) -> bool:
        """Whether a value begins after publication."""
        span = days(value)
        return span is not None and self.published is not None and span[0] > self.published

    def year_of(self, month: int, day: int | None = None) -> int | None:
        """The year in which the text has already put this month, or day of a month.

        None if that is neither the year of publication nor the one last spoken of: the text has moved on.
        """
        named = self._named.get((month, day))
        years = {known.year for known in (self.spoken("Y"), self.published) if known is not None}
        return named if named in years else None

    def name_month(self, value: str | None) -> None:
        """Takes the year of a month, or of a day of a month, that the text has called by its name."""
        span, kind = days(value), granularity(value or "")
        if span is not None and kind in {"D", "M"}:
            self._named[span[0].month, span[0].day if kind == "D" else None] = span[0].year

    def take_year(self, span: Span, day: date) -> None:
        """Takes the year of a day or month that is given in full for that of those beside it."""
        self._dated = span.end, day

    def told_year(self, month: int, span: Span) -> int | None:
        """The year of a bare month in the sentence of a full date: "on April 3, 2011, and again in May"."""
        if self._dated is None or self.tense() == "future":
            return None
        end, day = self._dated
        if span.start - end > _LONGEST_SENTENCE or any(token.is_sent_start for token in span.doc[end : span.start + 1]):
            return None
        if (month - day.month) % 12 > _SOON_AFTER:
            return None
        year = day.year + (month < day.month)
        return (
            None if self.published is not None and (year, month) > (self.published.year, self.published.month) else year
        )

    def take_dateline(self, day: date) -> None:
        """Measures from the day that the article bears, if it is near the day of publication or all that is known."""
        if self.published is None or abs(day - self.published) <= _DATELINE_MARGIN:
            self.published = day

    def recurs(self, place: int) -> bool:
        """Whether a time at that token is one of those that recur: "open every day from 8 a.m. to noon"."""
        return self.recurring is not None and place - self.recurring <= _LONGEST_HOURS

    def reports_quarter(self, place: int) -> bool:
        """Whether the text at that token still reports on a quarter."""
        return self.quarterly is not None and place - self.quarterly <= _LONGEST_REPORT

    def remember(self, value: str | None, place: int, *, background: bool = False) -> None:
        """Takes the value at a token for the one last spoken of, if it lies in the calendar; after None there is none.

        A day in the background ("the May 3 accord") gives its year, but the next day is not the next to it.
        """
        if value is None:  # of an unknown day only the year may still be meant
            self._spoken = [("Y", day) for _, day in self._spoken[-1:]]
        value = _last_day(value or "")
        span, kind = days(value), granularity(value)
        if span is None or kind is None:
            if _MONTHS_LONG.fullmatch(value):
                self.quarterly = None
            return
        if not (kind == "D" and background):
            self._spoken = [(other, day) for other, day in self._spoken if other != kind]
            self._spoken.append((kind, span[0]))
            if kind == "D" and self._begun(span[0]):
                self.over = span[0]
            if kind == "D" and not (span[0] == self._eve() and self.quoted()):
                self.told = span[0]
        if kind == "Q" and self.tense() != "future":
            self.quarterly = place
            self.quarter = max(self.quarter or "", value) if self._begun(span[0]) else self.quarter

    def _begun(self, day: date) -> bool:
        return self.published is None or day <= self.published


def _last_day(value: str) -> str:
    """The last day of a span of days, the first year of a span of years: what comes next is counted from it."""
    first, _, last = value.partition("/")
    return last if granularity(last) == "D" else first


Resolver = Callable[[Phrase, Anchor], str | None]
