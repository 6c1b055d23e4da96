"""From the words that name a place to what and where it is."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from extract.find.venues.atlas import Atlas, Location
from extract.find.venues.locating import Lexicon
from extract.find.venues.places import PLACES, PlaceMention, stripped
from extract.records import VenueKind

INNER = frozenset({"of", "in"})
LINKS = frozenset({",", "at", "in", "of", "near", "on", "outside"})


class Geocoder:
    """Locates the places of one Doc, each inside the next where the text says so: "Lima, Ohio"."""

    def __init__(self, words: Lexicon, atlas: Atlas, mentions: Sequence[PlaceMention]) -> None:
        self._words = words
        self._atlas = atlas
        self._mentions = mentions
        self._found: dict[int, Location] = {}

    def location(self, number: int) -> Location:
        """What and where the place is; the article's country if no list has it."""
        if number not in self._found:
            self._found[number] = self._location(self._mentions[number], self._container(number))
        return self._found[number]

    def _container(self, number: int) -> Location | None:
        """The place that the text puts this one in; links of one chain are followed from its far end."""
        chain = [number]
        while chain[-1] + 1 < len(self._mentions) and self._linked(chain[-1]):
            chain.append(chain[-1] + 1)
        for outer in reversed(chain[1:]):
            inner = self._found.get(outer)
            self._found[outer] = inner or self._location(self._mentions[outer], self._found.get(outer + 1))
        return self._found.get(number + 1) if len(chain) > 1 else None

    def _linked(self, number: int) -> bool:
        first, second = self._mentions[number].span, self._mentions[number + 1].span
        between = first.doc[first.end : second.start]
        if not between or between[0].lower_ not in LINKS or any(token.pos_ != "DET" for token in between[1:]):
            return False
        return between[0].lower_ != "," or (second.root.dep_ != "conj" and self._is_large(second))

    def _is_large(self, span: Span) -> bool:
        """Whether a name is that of a region or country: in "Lima, Oslo and Rome", Lima is in no Oslo."""
        found = self._atlas.locate(span.text)
        return found is not None and found.kind in {"region", "country"}

    def _location(self, mention: PlaceMention, within: Location | None) -> Location:
        span = mention.span
        if self._words.plays("international", span[-1]):
            return Location("area", international=True)
        if self._words.strings[stripped(span).text.lower()] in self._words.roles["former"]:
            return Location("country")
        if mention.sort != "site" and (found := self._whole(span, within)) is not None:
            return found
        country = within.country if within is not None else None
        if mention.sort == "site":
            return Location("building", country or self._site_country(span, mention.head))
        if mention.sort == "area":
            return self._area(span[: mention.head.i - span.start + 1], country)  # a border lies not in what follows
        kind: VenueKind = "area" if span.root.ent_type_ == "LOC" else "city"
        return Location(kind, country or self._atlas.main_country())

    def _site_country(self, span: Span, head: Token) -> str | None:
        """The country of a building by its fame, its name or the article; nothing for an embassy's, which misleads."""
        if self._words.plays("mission", head):
            return None
        named, home = self._country_in(span), self._atlas.main_country()
        by_name = named if home is None or self._atlas.names(named) else home
        return self._atlas.seat(span.text) or by_name

    def _whole(self, span: Span, within: Location | None) -> Location | None:
        """The place of this very name, else that without its direction: "North Carolina", "northern Peru"."""
        first = span.start
        if all(self._words.plays("direction", token) for token in span):
            return None  # "in the Northeast"
        while first < span.end and (first == span.start or self._words.plays("direction", span.doc[first - 1])):
            found = self._atlas.locate(span.doc[first : span.end].text, within)
            if found is not None:
                return _part(found) if first > span.start else found
            first += 1
        return None

    def _area(self, span: Span, country: str | None) -> Location:
        """A part of a country or city that is called by its kind: "Carmo district"."""
        named = self._whole(span.doc[span.start : max(span.end - 1, span.start + 1)], None)
        if named is not None and named.kind == "region":
            return named
        found = named.country if named is not None and self._atlas.names(named.country) else self._country_in(span)
        kind: VenueKind = "region" if self._words.plays("division", span[-1]) else "area"
        own = named.country if named is not None else None
        return Location(kind, country or found or self._atlas.main_country() or own)

    def _country_in(self, span: Span) -> str | None:
        """The country of a place in the name of a site: "Lima airport", "University of Lima"."""
        for name in _names(span):
            if (found := self._atlas.locate(name.text)) is not None:
                return found.country
        for token in span[:-1]:
            if (
                token.lower_ in INNER
                and (found := self._atlas.locate(span.doc[token.i + 1 : span.end].text)) is not None
            ):
                return found.country
        for end in range(span.end - 1, span.start, -1):
            if span.doc[end - 1].pos_ == "PROPN" and not self._words.plays("direction", span.doc[end - 1]):
                found = self._atlas.locate(span.doc[span.start : end].text)
                if found is not None and self._atlas.names(found.country):
                    return found.country
        return None


def _names(span: Span) -> Iterator[Span]:
    """The names of places in a span, read off its words: `span.ents` costs a walk over the whole text."""
    start = span.start
    for token in span:
        last = token.i + 1 == span.end or token.nbor().ent_iob_ != "I"
        if token.ent_iob_ == "B" or not token.ent_type_:
            start = token.i
        if token.ent_type_ in PLACES and last:
            yield span.doc[start : token.i + 1]


def _part(whole: Location) -> Location:
    """A part of a place, without the coordinates of the whole: "northern Peru", "downtown Lima"."""
    return Location("area" if whole.kind == "city" else "region", whole.country)
