"""Who is quoted and who is told: from the mentions that the quotes finder leaves to the entities of the article."""

from spacy.language import Language
from spacy.tokens import Doc

from extract.link.lookup import Lookup


@Language.factory("extract_speakers_v1", assigns=["doc._.quotes"], default_config={"rules": None})
def make_speakers(nlp: Language, name: str, rules: str | None) -> "Speakers":
    """Builds the component; it reads no rules."""
    return Speakers()


class Speakers:
    """Fills `speaker_entity` and `addressee_entity` of the attributions; runs after coreference."""

    def __call__(self, doc: Doc) -> Doc:
        lookup = Lookup(doc)
        for attribution in doc._.quotes:
            attribution.speaker_entity = lookup.entity(attribution.source)
            attribution.addressee_entity = lookup.entity(attribution.addressee)
        return doc
