"""The records of one article, looked up by type and id."""

from collections.abc import Sequence
from typing import TypeVar

from extract.records import Actor, BaseRecord, Date, Demand, Quote, Reference, Venue

T = TypeVar("T", bound=BaseRecord)


class Facts:
    """One article's records by type, in the order of the text, and who or what an id stands for.

    Types that were filtered away (`--types`) are empty lists; their ids then stand for nothing.
    """

    def __init__(self, records: Sequence[BaseRecord]) -> None:
        self.all = list(records)
        self.actors = self._of(Actor)
        self.dates = self._of(Date)
        self.venues = self._of(Venue)
        self.demands = self._of(Demand)
        self.quotes = self._of(Quote)
        self._actors = {record.id: record for record in self.actors}
        self._dates = {record.id: record for record in self.dates}
        self._venues = {record.id: record for record in self.venues}

    def actor(self, reference: Reference | None) -> Actor | None:
        """The actor that a reference is resolved to, or None."""
        return self._actors.get(reference.id or "") if reference else None

    def date(self, identifier: str | None) -> Date | None:
        """The date record of an id, or None."""
        return self._dates.get(identifier or "")

    def venue(self, identifier: str | None) -> Venue | None:
        """The venue record of an id, or None."""
        return self._venues.get(identifier or "")

    def _of(self, kind: type[T]) -> list[T]:
        return [record for record in self.all if isinstance(record, kind)]
