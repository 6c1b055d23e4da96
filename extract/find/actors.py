"""Stub."""

from spacy.language import Language
from spacy.tokens import Doc

from extract.parse.rulebook import Rule


class ActorsRule(Rule):
    """Stub."""

    type = "actor"


@Language.factory("extract_actors_v1", assigns=["doc.spans"], default_config={"rules": None})
def make_actors(nlp: Language, name: str, rules: str | None) -> "Actors":
    """Builds the component; `rules` is a folder of the user's own."""
    return Actors()


class Actors:
    """Stub."""

    def __call__(self, doc: Doc) -> Doc:
        return doc
