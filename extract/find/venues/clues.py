"""What the names in an article tell of the countries that it is about."""

from collections import Counter

from spacy.tokens import Doc, Token

from extract.find.venues.namesakes import is_byname, weight
from extract.parse.countries import Countries
from extract.parse.gazetteer import Place, places

FAMOUS = 10  # times as large as its namesakes abroad a place is that all think of
ORIGIN = "from"
COUNTRY, PEOPLE, CITY = 2, 1, 1  # what the names of a country, its people, who may be abroad, and its places tell


class Clues:
    """Counts what the names of countries, peoples and places tell.

    Parameters:
        missions: lemma ids of the sites that are called after a country in which they do not stand.

    Attributes:
        named: what tells of each country.
        divisions: how often the article names each state or province, by country and the gazetteer's code.
        towns: the names that the article takes from each of those.
    """

    def __init__(self, doc: Doc, countries: Countries, missions: frozenset[int]) -> None:
        self._countries = countries
        self.named: Counter[str] = Counter()
        self.divisions: Counter[tuple[str, str]] = Counter()
        self.towns: dict[tuple[str, str], set[str]] = {}
        self._first: str | None = None
        self._told_on: dict[int, tuple[int, str]] = {}  # the word that tells of a country, by the one it hangs on
        for entity in doc.ents:
            away = is_origin(entity.root) or entity.root.head.lemma in missions
            if entity.label_ in {"GPE", "NORP", "LOC"} and not away:
                people = entity.label_ == "NORP"
                told = self._count(entity.text, PEOPLE if people else COUNTRY)
                self._first = self._first or (told if not people else None)
                if told is not None:
                    self._told_on.setdefault(entity.root.head.i, (entity.root.i, told))

    def _count(self, name: str, told: int) -> str | None:
        """Counts what a name tells of a country, and returns the country if it is clear.

        `told`: what the name of a country or people tells; that of a place has a weight of its own.
        """
        code = self._countries.named(name) or self._countries.demonym(name)
        found = self.places(name)
        if code is not None:
            twin = any(place.kind == "region" and place.country != code for place in found)  # Georgia speaks for none
            self.named[code] += 0 if twin else told
            return None if twin else code
        likeliest = max((place for place in found if not is_byname(name, place)), key=weight, default=None)
        if likeliest is None:
            return None
        others = max((weight(place) for place in found if place.country != likeliest.country), default=0)
        self.towns.setdefault((likeliest.country, likeliest.division), set()).add(name)
        if likeliest.kind == "region":
            self.divisions[likeliest.country, likeliest.division] += 1
        elif weight(likeliest) < FAMOUS * others:
            return None
        self.named[likeliest.country] += CITY
        return likeliest.country

    def places(self, name: str) -> tuple[Place, ...]:
        """All places of the name; the state, if it is the abbreviation of one: "Calif.", "D.C."."""
        found = places(self._countries.regions.get(name, name))
        states = tuple(place for place in found if place.kind == "region")
        return states if states and name in self._countries.regions else found

    def is_near(self, country: str) -> bool:
        """Whether the article names a country of the same continent."""
        continent = self._countries.continents.get(country)
        return any(count and self._countries.continents.get(code) == continent for code, count in self.named.items())

    def names(self, country: str | None) -> bool:
        """Whether the article names the country or a people or place of it."""
        return country is not None and self.named[country] > 0

    def beside(self, place: Token) -> str | None:
        """The country that the words on a place tell of: "Peru's Callao", "the Peruvian island of San Lorenzo"."""
        heads = [place, place.head.head] if place.dep_ == "pobj" and place.head.lower_ == "of" else [place]
        told = (self._told_on.get(head.i) for head in heads)
        return next((found[1] for found in told if found is not None and found[0] < place.i), None)

    def main_country(self, dateline: str | None) -> str | None:
        """The country that the article is about: far ahead, of the dateline, or named first and most."""
        ranked = self.named.most_common(2)
        if not ranked:
            return None
        (most, count), (_, next_count) = ranked[0], ranked[1] if len(ranked) > 1 else ("", 0)
        if count >= 2 * next_count:
            return most
        return dateline or (most if count > next_count and most == self._first else None)


def is_origin(place: Token) -> bool:
    """Whether somebody comes or calls from a place, so that it is away: "from Lima", "from Lima, Peru"."""
    outer = place.head if place.head.ent_type_ == place.ent_type_ else place
    return outer.head.lower_ == ORIGIN
