"""Corrects the names that the model recognised: `doc.ents`."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from extract.find.entities.bounds import NAMES, names
from extract.find.entities.evidence import Evidence, load_evidence
from extract.find.entities.headlines import cut_headline
from extract.find.entities.labels import relabel
from extract.find.entities.recall import UNKNOWN, Name
from extract.parse.countries import Countries, load_countries


@Language.factory("extract_entities_v1", assigns=["doc.ents"], default_config={"rules": None})
def make_entities(nlp: Language, name: str, rules: str | None) -> "Entities":
    """Builds the component; `rules` is a folder of the user's own."""
    return Entities(load_evidence(rules), load_countries(rules))


class Entities:
    """Sets the names in `doc.ents` right in bounds and label; dates, numbers and the like stay as they are."""

    def __init__(self, evidence: Evidence, countries: Countries) -> None:
        self._evidence = evidence
        self._countries = countries

    def __call__(self, doc: Doc) -> Doc:
        recognised = list(doc.ents)
        found = names(doc, recognised, self._evidence, self._countries)
        cut_headline(doc, found)
        relabel(doc, found, self._evidence, self._countries)
        doc.set_ents(spans(doc, found, recognised))
        return doc


def spans(doc: Doc, found: list[Name], recognised: list[Span]) -> list[Span]:
    """The names as spans, and all other entities that they leave room for."""
    taken = {i for name in found if name.label != UNKNOWN for i in range(name.start, name.end)}
    others = [e for e in recognised if e.label_ not in NAMES and taken.isdisjoint(range(e.start, e.end))]
    named = [Span(doc, name.start, name.end, label=name.label) for name in found if name.label != UNKNOWN]
    return sorted([*named, *others], key=lambda span: span.start)
