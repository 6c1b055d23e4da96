"""Article text made safe and short for a reader's eyes: no control characters, one line, dates in words."""

import re
from calendar import monthrange
from datetime import date, datetime

from extract.records import Article, Date

# C0 and C1 controls could drive a terminal; bidirectional overrides and isolates make text read as what it is not
_CONTROLS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
HEADING = 100


def clean(text: str) -> str:
    """The text without control characters and bidirectional overrides; its line breaks stay."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n"))


def line(text: str, most: int | None = None) -> str:
    """The text cleaned and on one line, cut between words to `most` characters, with an ellipsis, where given."""
    flat = " ".join(clean(text).split())
    if most is None or len(flat) <= most:
        return flat
    head = flat[: most - 1]
    cut = head.rpartition(" ")[0] or head
    return f"{cut.rstrip(' ,;:')} …"


def heading(article: Article, most: int = HEADING) -> str:
    """The article's title, or else the first words of its text, or else its id, in `most` characters."""
    first = article.title or article.text.lstrip().partition("\n")[0]
    return line(first, most) or line(article.id)


def origin(article: Article) -> str:
    """Day of publication, source and id of the article, as far as known."""
    published = spoken_day(article.published) if article.published else "undated"
    parts = [published, article.source, article.id]
    return " · ".join(dict.fromkeys(line(part) for part in parts if part))


def spoken_day(day: date | datetime) -> str:
    """A calendar day as "2 Jun 2025", in every locale."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def spoken_prefix(day: str) -> str:
    """A day, month, year or decade, given in ISO 8601 as far as it goes, in words: "2 Jun 2025", "Jun 2025", "2025"."""
    year, *rest = day.split("-")
    month = [_MONTHS[int(rest[0]) - 1]] if rest else []
    return " ".join(
        [*(f"{int(number)}" for number in rest[1:]), *month, year if len(year) == len("2025") else f"{year}0s"]
    )


def spoken(record: Date) -> str:
    """When a date record is: a day, month, year or period, or else its TIMEX3 value or its words."""
    if record.start is None or record.end is None:
        return record.value or line(record.text)
    return spoken_period(record.start, record.end)


def spoken_period(first: date, last: date) -> str:
    """A day or period in as few words as tell it: "2 Jun 2025", "2–8 Jun 2025", "Jun 2025", "2025"."""
    if first == last:
        return spoken_day(first)
    whole_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if first.year != last.year:
        return f"{spoken_day(first)} – {spoken_day(last)}"
    if first.month == last.month:
        return f"{'' if whole_months else f'{first.day}–{last.day} '}{_MONTHS[first.month - 1]} {first.year}"
    if whole_months and (first.month, last.month) == (1, 12):
        return f"{first.year}"
    return f"{first.day} {_MONTHS[first.month - 1]} – {spoken_day(last)}"
