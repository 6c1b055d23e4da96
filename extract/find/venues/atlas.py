"""What the place names of one article mean: kind, country, coordinates.

Of places that share a name, the container that the text gives decides ("Lima, Ohio"), then the countries that the
article names, then population (Leidner 2007, "one country per discourse"); a place of none of them gets no
coordinates rather than wrong ones.
"""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from extract.find.actors.names import DATELINE, DATELINE_LENGTH
from extract.find.venues.clues import Clues
from extract.find.venues.namesakes import NOTED, is_byname, state_rather, weight
from extract.parse.countries import Countries
from extract.parse.gazetteer import Place
from extract.records import VenueKind

OBVIOUS = 1_000_000  # from this population on, a city is meant even where the article names another country

OBSCURE = 50_000  # a smaller one is not what all think of where a larger one abroad has its name
RIVAL = 5  # times as large a place must be to be meant before one nearer to what the article is about
DATED = 4  # what a dateline tells of the country, where a city tells 1
LONGEST = 3  # words in the name of a dateline's place


@dataclass(frozen=True, slots=True)
class Location:
    """What a place name means. Degrees are WGS 84. `international`: it lies in no one country."""

    kind: VenueKind
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    division: str = ""
    international: bool = False


class Atlas:
    """The world as one article sees it: its own countries first.

    Parameters:
        missions: lemma ids of the sites that are called after a country in which they do not stand.

    Attributes:
        dateline: the country of the place that opens the article, if one does.
    """

    def __init__(self, doc: Doc, countries: Countries, missions: frozenset[int] = frozenset()) -> None:
        self._countries = countries
        self._clues = Clues(doc, countries, missions)
        self._read: dict[tuple[str, str | None], Location | None] = {}
        self.dateline = self._opening(doc)
        if self.dateline is not None:
            self._clues.named[self.dateline] += DATED

    def _opening(self, doc: Doc) -> str | None:
        """The country of the place in capitals that opens an article: "LIMA (Reuters) –"; none for "BRUSSELS"."""
        end = 0
        while end < min(len(doc), LONGEST) and doc[end].is_upper and doc[end].is_alpha:
            end += 1
        if not end or all(t.text not in DATELINE for t in doc[end : end + DATELINE_LENGTH]):
            return None
        name = doc[:end].text.title()
        found = self.locate(name) if self._countries.host(name) is None else None
        self._read.clear()  # what names mean depends on the dateline
        return found.country if found is not None else None

    def locate(self, name: str, within: Location | None = None) -> Location | None:
        """What a name means here, inside `within` where the text says so; None for a name that no list has."""
        key = (name, within.country if within is not None else None)
        if within is not None and within.division:
            return self._locate(name, within)
        if key not in self._read:
            self._read[key] = self._locate(name, within)
        return self._read[key]

    def _locate(self, name: str, within: Location | None) -> Location | None:
        found = self._clues.places(name)
        code = self._countries.named(name)
        if code is not None and not self._rather_state(code, found):
            return Location("country", code)
        meant = (place for place in found if self._clues.named[place.country] or not is_byname(name, place))
        place = self._choose(tuple(meant) if within is None else found, within)
        if place is None:
            return None
        if within is None and self._is_ambiguous(name, place, found):
            return Location(place.kind, place.country)
        return Location(place.kind, place.country, place.latitude, place.longitude, place.division)

    def _is_ambiguous(self, name: str, place: Place, found: tuple[Place, ...]) -> bool:
        """Whether another place of the name may be meant: "Springfield" in an article that names no state."""
        if place.kind == "region" or self._clues.towns.get((place.country, place.division), set()) - {name}:
            return False
        others = [p for p in found if p.kind == "city" and p.division != place.division and not is_byname(name, p)]
        at_home = max((p.population for p in others if p.country == place.country), default=0)
        abroad = max((p.population for p in others if p.country != place.country), default=0)
        return place.population < RIVAL * at_home or place.population < min(abroad, OBSCURE)

    def _rather_state(self, code: str, found: tuple[Place, ...]) -> bool:
        """Whether a country's name means a state instead, by what else the article names (Georgia)."""
        states = (place for place in found if place.kind == "region" and place.country != code)
        return any(self._clues.named[place.country] > self._clues.named[code] for place in states)

    def _choose(self, found: tuple[Place, ...], within: Location | None) -> Place | None:
        if within is not None and within.country is not None:
            found = tuple(place for place in found if place.country == within.country)
            inside = tuple(place for place in found if within.division in {"", place.division})
            found = inside or found
        most = max((weight(place) for place in found), default=0)
        best = max(found, key=lambda place: self._fitness(place, most), default=None)
        if best is not None and within is None and self._far_off(best):
            return None
        if best is None or best.kind == "city":
            return best if best is None else state_rather(best, found)
        twins = (p for p in found if p.kind == "city" and (p.country, p.division) == (best.country, best.division))
        return next(twins, best)

    def _far_off(self, place: Place) -> bool:
        """Whether a small place lies in a country of which the article, which names others, says nothing."""
        return place.population < NOTED and bool(self._clues.named) and not self._clues.named[place.country]

    def _fitness(self, place: Place, most: int) -> tuple[int, int, int, int, int]:
        """What speaks for a place among those of its name, of which the largest has the weight `most`.

        That the article names its country, or all know it; that it names its region; that it names the country or one
        of its continent, where the place is not much smaller than the largest; its size.
        """
        named, known = self._clues.named[place.country] > 0, weight(place) >= OBVIOUS
        near = self._clues.is_near(place.country) and max(weight(place), NOTED) * RIVAL >= most
        return (
            int(named or known or near),
            min(self._clues.divisions[place.country, place.division], 1),
            int(named and weight(place) * RIVAL >= most),
            int(near),
            weight(place),
        )

    def seat(self, name: str) -> str | None:
        """The country whose institution sits in a building that all know by its name: "the White House"."""
        return self._countries.seat(name)

    def names(self, country: str | None) -> bool:
        """Whether the article names the country or a people or place of it."""
        return self._clues.names(country)

    def beside(self, place: Token) -> str | None:
        """The country that the words on a place tell of: "Peru's Callao", "the Peruvian island of San Lorenzo"."""
        return self._clues.beside(place)

    def main_country(self) -> str | None:
        """The country that the article is about, if one stands out."""
        return self._clues.main_country(self.dateline)
