"""Places that share a name: which of them a bare name may mean at all."""

from extract.parse.gazetteer import Place, folded

BYNAMED = 2_000_000  # a smaller one is not meant by another name than its usual one: Baru is no Johor Bahru
NOTED = 100_000  # a smaller one is not meant at all in a country of which the article says nothing


def is_byname(name: str, place: Place) -> bool:
    """Whether a place that not everybody knows is called by another than its usual name or a part of it."""
    usual, used = folded(place.name), folded(name)
    return (
        place.kind == "city"
        and place.population < BYNAMED
        and not usual.startswith(used)
        and not used.startswith(usual)
    )


def weight(place: Place) -> int:
    """The people of a city, of a region a tenth, or "Washington" would never be the city."""
    return place.population // 10 if place.kind == "region" else place.population


def state_rather(city: Place, found: tuple[Place, ...]) -> Place:
    """The state of that name where the city is a town of another: Wyoming is not the one in Michigan."""
    states = (p for p in found if p.kind == "region" and p.country == city.country and p.division != city.division)
    larger = (p for p in states if city.population < min(NOTED, p.population))
    return next(larger, city)
