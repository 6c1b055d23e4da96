"""Resolvers of the quarters of a report: the one that it is on, and those that it compares it with."""

from extract.find.dates.anchor import Anchor
from extract.find.dates.phrase import Phrase
from extract.find.dates.values import days, quarter, stepped


def latest_quarter(phrase: Phrase, anchor: Anchor) -> str | None:
    """The quarter: the one that the text reports on, else the last that was complete at publication."""
    span = days(anchor.quarter)
    if span is not None and not (anchor.published is not None and span[1] >= anchor.published):
        return anchor.quarter
    return stepped(anchor.published, "Q", -1) if anchor.published is not None else None


def year_ago_quarter(phrase: Phrase, anchor: Anchor) -> str | None:
    """The year-earlier quarter: a year before that reported on; the whole year where the report is on more months."""
    if anchor.quarter is not None and anchor.quarterly is None and "quarter" not in phrase.span.text.lower():
        return f"{int(anchor.quarter[:4]) - 1:04}"
    value = latest_quarter(phrase, anchor)
    if value is not None and (number := phrase.ordinal()) is not None:
        value = quarter(int(value[:4]), number)
    return year_apart(value, -1) if value is not None else None


def quarter_in_year(phrase: Phrase, anchor: Anchor) -> str | None:
    """The 1988 period: the quarter of that year that answers to the one reported on."""
    year, value = phrase.year(), latest_quarter(phrase, anchor)
    return f"{year:04}{value[4:]}" if year is not None and value is not None else None


def year_apart(value: str, steps: int) -> str | None:
    """The quarter so many years later than another, or earlier if that is negative."""
    span = days(value)
    return stepped(span[0], "Q", 4 * steps) if span else None
