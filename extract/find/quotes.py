"""Stub."""

from spacy.language import Language
from spacy.tokens import Doc

from extract.parse.rulebook import Rule


class QuotesRule(Rule):
    """Stub."""

    type = "quote"


@Language.factory("extract_quotes_v1", assigns=["doc.spans"], default_config={"rules": None})
def make_quotes(nlp: Language, name: str, rules: str | None) -> "Quotes":
    """Builds the component; `rules` is a folder of the user's own."""
    return Quotes()


class Quotes:
    """Stub."""

    def __call__(self, doc: Doc) -> Doc:
        return doc
