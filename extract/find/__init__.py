"""Finders: one spaCy component a record type, each with its rule file."""

from extract.find.directive_rules import DemandsRule, DemandWordsRule
from extract.find.entity_evidence import EntitiesRule
from extract.find.lexicon import ActorsRule, ReferenceRule
from extract.find.locating import PlacesRule, VenuesRule
from extract.find.quotes import QuotesRule
from extract.find.timex_grammar import DatesRule
from extract.find.timex_words import TimeWords
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
