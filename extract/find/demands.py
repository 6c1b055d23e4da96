"""Stub."""

from spacy.language import Language
from spacy.tokens import Doc

from extract.parse.rulebook import Rule


class DemandsRule(Rule):
    """Stub."""

    type = "demand"


@Language.factory("extract_demands_v1", assigns=["doc.spans"], default_config={"rules": None})
def make_demands(nlp: Language, name: str, rules: str | None) -> "Demands":
    """Builds the component; `rules` is a folder of the user's own."""
    return Demands()


class Demands:
    """Stub."""

    def __call__(self, doc: Doc) -> Doc:
        return doc
