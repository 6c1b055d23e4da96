"""Stub."""

from spacy.language import Language
from spacy.tokens import Doc

from extract.parse.rulebook import Rule


class DatesRule(Rule):
    """Stub."""

    type = "date"


@Language.factory("extract_dates_v1", assigns=["doc.spans"], default_config={"rules": None})
def make_dates(nlp: Language, name: str, rules: str | None) -> "Dates":
    """Builds the component; `rules` is a folder of the user's own."""
    return Dates()


class Dates:
    """Stub."""

    def __call__(self, doc: Doc) -> Doc:
        return doc
