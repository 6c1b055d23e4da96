"""Finders: one spaCy component a record type, each with its rule file."""

from extract.find.dates import DatesRule
from extract.find.demands import DemandsRule
from extract.find.entities import EntitiesRule
from extract.find.lexicon import ActorsRule, ReferenceRule
from extract.find.quotes import QuotesRule
from extract.find.venues import VenuesRule
from extract.parse.countries import CountriesRule
from extract.parse.rulebook import Rule

# the rule files and the model that validates each
RULE_FILES: dict[str, type[Rule]] = {
    "countries": CountriesRule,
    "entities": EntitiesRule,
    "actors": ActorsRule,
    "reference": ReferenceRule,
    "dates": DatesRule,
    "venues": VenuesRule,
    "quotes": QuotesRule,
    "demands": DemandsRule,
}
