"""Who is quoted and who is told: from the mentions that the quotes finder leaves to the entities of the article."""

from collections.abc import Mapping

from spacy.language import Language
from spacy.tokens import Doc, Span

from extract.find.demands.rules import Words, word_lists
from extract.link.lookup import Lookup
from extract.link.writings import writer
from extract.parse.frames import Attribution, Entity

_SINGULAR = frozenset({"he", "she"})


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
        named = {m.head: e for e in doc._.actors for m in e.mentions if doc[m.head].pos_ == "PROPN"}
        last: Entity | None = None
        for attribution in doc._.quotes:
            found = self._speaker(attribution.source, lookup)
            if last is not None and last.kind == "person" and _is_of_another(attribution, found, named):
                found = last
            attribution.speaker_entity = found
            last = found or last
            attribution.addressee_entity = lookup.entity(attribution.addressee)
        return doc

    def _speaker(self, source: Span | None, lookup: Lookup) -> Entity | None:
        if source is None:
            return None
        return lookup.entity(source) or writer(source, self._words, lookup)


def _is_of_another(attribution: Attribution, found: Entity | None, named: Mapping[int, Entity]) -> bool:
    """Whether "she said" reports words that name whom "she" was taken for: "Rivas would resign, she said".

    Nobody speaks of herself by name (principle C of Chomsky 1981). `named`: the entities by the token that names them.
    """
    source = attribution.source
    if found is None or source is None or source.root.lower_ not in _SINGULAR or attribution.kind != "indirect":
        return False
    return any(named.get(i) is found for span in attribution.content for i in range(span.start, span.end))
