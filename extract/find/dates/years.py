"""Resolvers of expressions that name years: single years, spans, decades, centuries."""

from extract.find.dates.anchor import Anchor
from extract.find.dates.numbers import year_of
from extract.find.dates.phrase import Phrase
from extract.find.dates.values import existing

CENTURY = 100
PIVOT = 30  # "the '20s" are the 2020s, "the '30s" the 1930s


def year(phrase: Phrase, anchor: Anchor) -> str | None:
    """A year in figures or words."""
    if figures := "".join(filter(str.isdigit, phrase.text("FISCAL"))):
        return "20"[: 4 - len(figures)] + figures
    number = phrase.year() or year_of([token.lower_ for token in phrase.span], phrase.vocabulary)
    return f"{number:04}" if number is not None else None


def year_span(phrase: Phrase, anchor: Anchor) -> str | None:
    """Two years in one: "2009–10"; "2018-06" is a month, though."""
    figures = "".join(filter(str.isdigit, phrase.span.text))
    first, last = figures[:4], figures[4:]
    last = first[: 4 - len(last)] + last
    if int(first) < int(last) <= int(first) + CENTURY:
        return f"{first}/{last}"
    return existing(f"{first}-{figures[4:]}")


def stretch_year(phrase: Phrase, anchor: Anchor) -> str | None:
    """Mid-2016, mid-1990s: the whole year or decade."""
    figures = "".join(filter(str.isdigit, phrase.text("STRETCHNUM")))
    return figures[:3] if phrase.text("STRETCHNUM").endswith("s") else figures


def decade(phrase: Phrase, anchor: Anchor) -> str | None:
    """The 1960s, the '60s, the sixties."""
    if (name := phrase.integer("DECADE-NAME")) is not None:
        return f"{_century_of(10 * name):02}{name}"
    figures = "".join(filter(str.isdigit, phrase.text("DECADENUM") or phrase.text("DECADESHORT")))
    if figures.endswith("00") and figures < "2000":  # the 1800s: a century
        return figures[:2]
    if len(figures) == len("60"):
        return f"{_century_of(int(figures)):02}{figures[0]}"
    return figures[:3] or None


def _century_of(two_digits: int) -> int:
    return 20 if two_digits < PIVOT else 19


def century(phrase: Phrase, anchor: Anchor) -> str | None:
    """The nineteenth century: 18, the years 1800-1899."""
    ordinal = phrase.ordinal()
    return f"{ordinal - 1:02}" if ordinal is not None and 1 <= ordinal <= CENTURY else None
