"""What the place names of one article mean: kind, country, coordinates.

Of places that share a name, the container that the text gives decides ("Lima, Ohio"), then the countries that the
article names, then population (Leidner 2007, "one country per discourse"); a place of none of them gets no
coordinates rather than wrong ones.
"""

from collections import Counter
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from extract.find.actors.names import DATELINE, DATELINE_LENGTH
from extract.parse.countries import Countries
from extract.parse.gazetteer import Place, folded, places
from extract.records import VenueKind

OBVIOUS = 1_000_000  # from this population on, a city is meant even where the article names another country

BYNAMED = 2_000_000  # a smaller one is not meant by another name than its usual one: Baru is no Johor Bahru
NOTED = 100_000  # a smaller one is not meant at all then
OBSCURE = 50_000  # a smaller one is not what all think of where a larger one abroad has its name
RIVAL = 5  # times as large a place must be to be meant before one nearer to what the article is about
FAMOUS = 10  # times as large as its namesakes abroad a place is that all think of
ORIGIN = "from"
DATED = 4  # what a dateline tells of the country, where a city tells 1
COUNTRY, PEOPLE = 2, 1  # and what its name and its people's tell, who may be abroad
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
        self._named: Counter[str] = Counter()
        self._first: str | None = None
        self._divisions: Counter[tuple[str, str]] = Counter()
        self._towns: dict[tuple[str, str], set[str]] = {}  # the names that the article takes from each division
        self._told_on: dict[int, tuple[int, str]] = {}  # the word that tells of a country, by the one it hangs on
        self._read: dict[tuple[str, str | None], Location | None] = {}
        for entity in doc.ents:
            away = is_origin(entity.root) or entity.root.head.lemma in missions
            if entity.label_ in {"GPE", "NORP", "LOC"} and not away:
                people = entity.label_ == "NORP"
                told = self._count(entity.text, PEOPLE if people else COUNTRY)
                self._first = self._first or (told if not people else None)
                if told is not None:
                    self._told_on.setdefault(entity.root.head.i, (entity.root.i, told))
        self.dateline = self._opening(doc)
        if self.dateline is not None:
            self._named[self.dateline] += DATED

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

    def _count(self, name: str, weight: int) -> str | None:
        """Counts what a name tells of a country, and returns the country if it is clear.

        `weight`: what the name of a country or people tells; that of a city tells 1.
        """
        code = self._countries.named(name) or self._countries.demonym(name)
        found = self._places(name)
        if code is not None:
            twin = any(place.kind == "region" and place.country != code for place in found)  # Georgia speaks for none
            self._named[code] += 0 if twin else weight
            return None if twin else code
        likeliest = max((place for place in found if not _is_byname(name, place)), key=_weight, default=None)
        if likeliest is None:
            return None
        others = max((_weight(place) for place in found if place.country != likeliest.country), default=0)
        self._towns.setdefault((likeliest.country, likeliest.division), set()).add(name)
        if likeliest.kind == "region":
            self._divisions[likeliest.country, likeliest.division] += 1
        elif _weight(likeliest) < FAMOUS * others:
            return None
        self._named[likeliest.country] += 1
        return likeliest.country

    def _places(self, name: str) -> tuple[Place, ...]:
        """All places of the name; the state, if it is the abbreviation of one: "Calif.", "D.C."."""
        found = places(self._countries.regions.get(name, name))
        states = tuple(place for place in found if place.kind == "region")
        return states if states and name in self._countries.regions else found

    def locate(self, name: str, within: Location | None = None) -> Location | None:
        """What a name means here, inside `within` where the text says so; None for a name that no list has."""
        key = (name, within.country if within is not None else None)
        if within is not None and within.division:
            return self._locate(name, within)
        if key not in self._read:
            self._read[key] = self._locate(name, within)
        return self._read[key]

    def _locate(self, name: str, within: Location | None) -> Location | None:
        found = self._places(name)
        code = self._countries.named(name)
        if code is not None and not self._rather_state(code, found):
            return Location("country", code)
        meant = (place for place in found if self._named[place.country] or not _is_byname(name, place))
        place = self._choose(tuple(meant) if within is None else found, within)
        if place is None:
            return None
        if within is None and self._is_ambiguous(name, place, found):
            return Location(place.kind, place.country)
        return Location(place.kind, place.country, place.latitude, place.longitude, place.division)

    def _is_ambiguous(self, name: str, place: Place, found: tuple[Place, ...]) -> bool:
        """Whether another place of the name may be meant: "Springfield" in an article that names no state."""
        if place.kind == "region" or self._towns.get((place.country, place.division), set()) - {name}:
            return False
        others = [p for p in found if p.kind == "city" and p.division != place.division and not _is_byname(name, p)]
        at_home = max((p.population for p in others if p.country == place.country), default=0)
        abroad = max((p.population for p in others if p.country != place.country), default=0)
        return place.population < RIVAL * at_home or place.population < min(abroad, OBSCURE)

    def _rather_state(self, code: str, found: tuple[Place, ...]) -> bool:
        """Whether a country's name means a state instead, by what else the article names (Georgia)."""
        states = (place for place in found if place.kind == "region" and place.country != code)
        return any(self._named[place.country] > self._named[code] for place in states)

    def _choose(self, found: tuple[Place, ...], within: Location | None) -> Place | None:
        if within is not None and within.country is not None:
            found = tuple(place for place in found if place.country == within.country)
            inside = tuple(place for place in found if within.division in {"", place.division})
            found = inside or found
        most = max((_weight(place) for place in found), default=0)
        best = max(found, key=lambda place: self._fitness(place, most), default=None)
        if best is not None and within is None and self._far_off(best):
            return None
        if best is None or best.kind == "city":
            return best if best is None else _state_rather(best, found)
        twins = (p for p in found if p.kind == "city" and (p.country, p.division) == (best.country, best.division))
        return next(twins, best)

    def _far_off(self, place: Place) -> bool:
        """Whether a small place lies in a country of which the article, which names others, says nothing."""
        return place.population < NOTED and bool(self._named) and not self._named[place.country]

    def _fitness(self, place: Place, most: int) -> tuple[int, int, int, int, int]:
        """What speaks for a place among those of its name, of which the largest has the weight `most`.

        That the article names its country, or all know it; that it names its region; that it names the country or one
        of its continent, where the place is not much smaller than the largest; its size.
        """
        named, known = self._named[place.country] > 0, _weight(place) >= OBVIOUS
        near = self._is_near(place.country) and max(_weight(place), NOTED) * RIVAL >= most
        return (
            int(named or known or near),
            min(self._divisions[place.country, place.division], 1),
            int(named and _weight(place) * RIVAL >= most),
            int(near),
            _weight(place),
        )

    def _is_near(self, country: str) -> bool:
        """Whether the article names a country of the same continent."""
        continent = self._countries.continents.get(country)
        return any(count and self._countries.continents.get(code) == continent for code, count in self._named.items())

    def seat(self, name: str) -> str | None:
        """The country whose institution sits in a building that all know by its name: "the White House"."""
        return self._countries.seat(name)

    def names(self, country: str | None) -> bool:
        """Whether the article names the country or a people or place of it."""
        return country is not None and self._named[country] > 0

    def beside(self, place: Token) -> str | None:
        """The country that the words on a place tell of: "Peru's Callao", "the Peruvian island of San Lorenzo"."""
        heads = [place, place.head.head] if place.dep_ == "pobj" and place.head.lower_ == "of" else [place]
        told = (self._told_on.get(head.i) for head in heads)
        return next((found[1] for found in told if found is not None and found[0] < place.i), None)

    def main_country(self) -> str | None:
        """The country that the article is about: by far the most named, the dateline's, or the first and most named."""
        ranked = self._named.most_common(2)
        if not ranked:
            return None
        (most, count), (_, next_count) = ranked[0], ranked[1] if len(ranked) > 1 else ("", 0)
        if count >= 2 * next_count:
            return most
        return self.dateline or (most if count > next_count and most == self._first else None)


def is_origin(place: Token) -> bool:
    """Whether somebody comes or calls from a place, so that it is away: "from Lima", "from Lima, Peru"."""
    outer = place.head if place.head.ent_type_ == place.ent_type_ else place
    return outer.head.lower_ == ORIGIN


def _state_rather(city: Place, found: tuple[Place, ...]) -> Place:
    """The state of that name where the city is a town of another: Wyoming is not the one in Michigan."""
    states = (p for p in found if p.kind == "region" and p.country == city.country and p.division != city.division)
    larger = (p for p in states if city.population < min(NOTED, p.population))
    return next(larger, city)


def _is_byname(name: str, place: Place) -> bool:
    """Whether a place that not everybody knows is called by another than its usual name or a part of it."""
    usual, used = folded(place.name), folded(name)
    return (
        place.kind == "city"
        and place.population < BYNAMED
        and not usual.startswith(used)
        and not used.startswith(usual)
    )


def _weight(place: Place) -> int:
    """The people of a city, of a region a tenth, or "Washington" would never be the city."""
    return place.population // 10 if place.kind == "region" else place.population
