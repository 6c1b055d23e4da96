"""Venues: where events happen."""

from extract.find.venues.finder import make_venues

__all__ = ["make_venues"]
