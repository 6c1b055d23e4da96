"""Which venue lies in which: by the words of the text, then by what the gazetteer says."""

from collections import Counter
from collections.abc import Sequence

from extract.parse.frames import Setting
from extract.records import VenueKind

SIZE: dict[VenueKind, int] = {"building": 0, "area": 1, "city": 2, "region": 3, "country": 4}
LINKS = frozenset({",", "in", "of", "on", "at", "("})
MOST = 0.75  # of the located venues, from which on the others are taken to lie in the same country


def contain(venues: Sequence[Setting]) -> None:
    """Sets `within` of each venue to the next larger one that the text puts it in, or that shares its event.

    A place of no known country lies in that of the larger one.
    """
    by_event: dict[int, list[Setting]] = {}
    for venue in venues:
        if venue.event is not None:
            by_event.setdefault(venue.event.start, []).append(venue)
    for number, venue in enumerate(venues):
        neighbours = (*venues[max(number - 1, 0) : number], *venues[number + 1 : number + 2])
        outer = next((other for other in neighbours if _put_in(venue, other)), None)
        same = by_event[venue.event.start] if venue.event is not None else []
        venue.within = outer or _larger(venue, same)
        if venue.within is not None:
            venue.country = venue.country or venue.within.country


def settle_countries(venues: Sequence[Setting]) -> None:
    """Gives what lies in no known country that of the words on it, else that of most venues: a story stays put."""
    located = dict.fromkeys((v.country, v.event and v.event.start) for v in venues if v.country is not None)
    counts = Counter(country for country, _ in located)  # events, as a city and its country are the place of one
    most = max(counts, key=lambda code: counts[code], default="")
    home = most if counts[most] > 1 and counts[most] >= MOST * counts.total() else None
    for venue in venues:
        if venue.country is None and not venue.international:
            venue.country = venue.beside or home


def _put_in(inner: Setting, outer: Setting) -> bool:
    """Whether the text joins the two: "the palace in Lima", "Lima, Peru", "Lima's palace"."""
    if not _may_hold(inner, outer):
        return False
    if outer.span.start >= inner.span.end:
        between = inner.span.doc[inner.span.end : outer.span.start]
        return len(between) > 0 and between[0].lower_ in LINKS and all(token.pos_ == "DET" for token in between[1:])
    between = inner.span.doc[outer.span.end : inner.span.start]
    return len(between) == 1 and between[0].tag_ == "POS"


def _may_hold(inner: Setting, outer: Setting) -> bool:
    """Whether one venue can be the larger one: by kind, and in no other country; none holds a continent or a sea."""
    if inner.international:
        return False
    if inner.division and outer.division and inner.division != outer.division:
        return False  # the town and the state of one sentence may have nothing to do with each other
    same_country = None in {inner.country, outer.country} or inner.country == outer.country
    return same_country and SIZE[inner.kind] < SIZE[outer.kind]


def _larger(venue: Setting, others: Sequence[Setting]) -> Setting | None:
    """The smallest place of the same event that can hold a venue; a town holds no lake or border beside it."""
    holding = [other for other in others if _may_hold(venue, other) and (venue.kind, other.kind) != ("area", "city")]
    return min(holding, key=lambda other: SIZE[other.kind], default=None)
