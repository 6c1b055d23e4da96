"""Links the mentions of one person or body: `doc._.actors`."""

from spacy.language import Language
from spacy.tokens import Doc

from extract.link.antecedents import antecedent
from extract.link.clusters import Clusters
from extract.parse.countries import Countries, load_countries
from extract.parse.frames import Mention
from extract.parse.syntax import sentences


@Language.factory("extract_coreference_v1", assigns=["doc._.actors"], default_config={"rules": None})
def make_coreference(nlp: Language, name: str, rules: str | None) -> "Coreference":
    """Builds the component; `rules` is a folder of the user's own."""
    return Coreference(load_countries(rules))


class Coreference:
    """Groups `doc._.mentions` into entities, `doc._.actors`, in one pass over the text."""

    def __init__(self, countries: Countries) -> None:
        self._countries = countries

    def __call__(self, doc: Doc) -> Doc:
        clusters = Clusters()
        sentence = {t.i: n for n, sent in enumerate(sentences(doc)) for t in sent}
        for mention in doc._.mentions:
            if mention.name is not None:
                clusters.named(mention)
            elif mention.kind is not None:
                self._described(mention, clusters, doc)
            elif (entity := antecedent(mention, clusters.entities, sentence)) is not None:
                clusters.add(entity, mention)
        self._usual_names(clusters)
        doc._.actors = clusters.entities
        return doc

    def _described(self, mention: Mention, clusters: Clusters, doc: Doc) -> None:
        head = doc[mention.head]
        other = head.head if head.dep_ == "appos" else next((t for t in head.children if t.dep_ == "appos"), None)
        beside = next((m for m in doc._.mentions if other is not None and m.head == other.i and m.name), None)
        if beside is None:
            clusters.described(mention)
        else:
            clusters.add(beside.entity or clusters.named(beside), mention)

    def _usual_names(self, clusters: Clusters) -> None:
        for entity in clusters.entities:
            if entity.kind == "government" and entity.country and entity.mentions[0].name:
                entity.name = self._countries.usual.get(entity.country, entity.name)
