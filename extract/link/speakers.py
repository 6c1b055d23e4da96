"""Who is quoted and who is told: from the mentions that the quotes finder leaves to the entities of the article."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from extract.find.demands.rules import Words, word_lists
from extract.link.lookup import Lookup
from extract.link.writings import writer
from extract.parse.frames import Entity


@Language.factory("extract_speakers_v1", assigns=["doc._.quotes"], default_config={"rules": None})
def make_speakers(nlp: Language, name: str, rules: str | None) -> "Speakers":
    """Builds the component; `rules` is a folder of the user's own."""
    return Speakers(word_lists(rules))


class Speakers:
    """Fills `speaker_entity` and `addressee_entity` of the attributions; runs after coreference."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def __call__(self, doc: Doc) -> Doc:
        lookup = Lookup(doc)
        for attribution in doc._.quotes:
            attribution.speaker_entity = self._speaker(attribution.source, lookup)
            attribution.addressee_entity = lookup.entity(attribution.addressee)
        return doc

    def _speaker(self, source: Span | None, lookup: Lookup) -> Entity | None:
        if source is None:
            return None
        return lookup.entity(source) or writer(source, self._words, lookup)
