"""Finders: one spaCy component a record type, each with its rule file."""

from extract.find.actors.lexicon import ActorsRule, ReferenceRule
from extract.find.dates.grammar import DatesRule
from extract.find.dates.words import TimeWords
from extract.find.demands.rules import DemandsRule, DemandWordsRule
from extract.find.entities.evidence import EntitiesRule
from extract.find.quotes.cues import QuotesRule
from extract.find.venues.locating import PlacesRule, VenuesRule
from extract.parse.countries import CountriesRule
from extract.parse.rulebook import Rule
from extract.parse.scenes import SettingsRule

# the rule files and the model that validates each
RULE_FILES: dict[str, type[Rule]] = {
    "countries": CountriesRule,
    "entities": EntitiesRule,
    "actors": ActorsRule,
    "reference": ReferenceRule,
    "dates": DatesRule,
    "timewords": TimeWords,
    "venues": VenuesRule,
    "places": PlacesRule,
    "settings": SettingsRule,
    "quotes": QuotesRule,
    "demands": DemandsRule,
    "demand_words": DemandWordsRule,
}
