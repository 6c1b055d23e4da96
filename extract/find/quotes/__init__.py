"""Quotes: who said what."""

from extract.find.quotes.finder import make_quotes

__all__ = ["make_quotes"]
