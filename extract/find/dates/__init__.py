"""Dates: time expressions and their TIMEX3 values."""

from extract.find.dates.finder import make_dates

__all__ = ["make_dates"]
