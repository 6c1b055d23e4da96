"""Finds named places: the entities that the model calls places, and some that it calls something else."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from extract.find.venues.locating import Lexicon, Role
from extract.find.venues.metonymy import WHOLE
from extract.find.venues.places import PLACES, PlaceMention, stripped
from extract.parse.gazetteer import places

MISTAKEN = frozenset({"NORP", "PERSON", "ORG", "LANGUAGE", "PRODUCT"})
EVENTFUL = frozenset({"EVENT", "WORK_OF_ART", "ORG", "PRODUCT"})  # labels that "the Lima Olympics" is given
PLACEABLE = PLACES | MISTAKEN | EVENTFUL
WITHIN = frozenset({"in", "near", "across", "around", "outside", "throughout"})
PARTING = frozenset({"at", "in", "near", "on"})
SITES: tuple[Role, ...] = ("site", "ground")
OF_SITES = frozenset({"of", "in", "at", "near"})


class ToponymFinder:
    """Finds names of places among the entities."""

    def __init__(self, words: Lexicon) -> None:
        self._words = words

    def mentions(self, doc: Doc) -> Iterator[PlaceMention]:
        """The names, in the order of the text."""
        for entity in doc.ents:
            if entity.label_ not in PLACEABLE:
                continue
            for name in _parts(entity):
                if (place := self._named(name)) is not None:
                    yield place

    def _named(self, entity: Span) -> PlaceMention | None:
        head = entity.root
        if self._means_no_place(entity, head):
            return None
        if entity.label_ in PLACES:
            return PlaceMention(self._bare(entity), head, "site" if entity.label_ == "FAC" else "name")
        if entity.label_ in EVENTFUL and (place := self._in_event(entity)) is not None:
            return place
        return self._mislabelled(entity, head) if entity.label_ in MISTAKEN else None

    def _means_no_place(self, entity: Span, head: Token) -> bool:
        """Whether a name is that of an event, of a work in quotation marks, or one that means no town in the news."""
        if len(entity) == 1 and self._words.plays("placeless", head):
            return True
        if entity.label_ in {"ORG", "FAC"} and self._is_event(head):
            return True
        doc = entity.doc
        around = (doc[entity.start - 1] if entity.start else None, doc[entity.end] if entity.end < len(doc) else None)
        return all(token is not None and token.is_quote for token in around)

    def _is_event(self, head: Token) -> bool:
        at = head.vocab.strings["at"]
        return self._words.noun("locative", head, at) is not None and not self._words.plays("site", head)

    def _mislabelled(self, entity: Span, head: Token) -> PlaceMention | None:
        """A place that the model takes for something else, where its role and the gazetteer say so."""
        goal = head.dep_ == "pobj" and head.head.lower_ == "to"
        if (goal or self._in_place(head)) and places(stripped(entity).text):
            return PlaceMention(self._bare(entity), head, "name", firm=not goal)
        if self._beside(head):
            return PlaceMention(self._bare(entity), head, "name")
        if entity.label_ == "ORG" and head.dep_ == "pobj":
            return PlaceMention(stripped(entity), head, "site", firm=self._is_site(entity, head))
        return None

    def _is_site(self, entity: Span, head: Token) -> bool:
        """Whether a body's name is that of the building where it sits: "the Court of Appeal"."""
        if self._words.plays("site", head):
            return True
        before_of = (token for token in entity[:-1] if token.nbor().lower_ == "of")
        return any(self._words.plays(role, token) for token in before_of for role in SITES)

    def _in_event(self, event: Span) -> PlaceMention | None:
        """The place in the name of an event: "the Lima Olympics"."""
        if self._words.noun("modifier", event.root) is None:
            return None
        name = stripped(event.doc[event.start : event.root.i])
        if any(self._words.plays("placeless", token) for token in name):
            return None
        found = len(name) > 0 and name[-1].pos_ == "PROPN" and name[-1].dep_ == "compound" and places(name.text)
        return PlaceMention(name, name.root, "name") if found else None

    def _in_place(self, head: Token) -> bool:
        """Whether a word that is no place by its label is one by its role: "shelled Callao", "in Callao"."""
        if head.dep_ == "dobj":
            return head.ent_type_ != "PERSON" and self._words.verb("object", head.head) is not None
        return head.dep_ == "pobj" and head.head.lower_ in WITHIN

    def _beside(self, head: Token) -> bool:
        """Whether a name that no gazetteer knows tells where a site lies: "the market of Huancar"."""
        if head.ent_type_ == "NORP" or head.dep_ != "pobj" or head.head.lower_ not in OF_SITES:
            return False
        site = head.head.head
        return site.pos_ == "NOUN" and any(self._words.plays(role, site) for role in WHOLE)

    def _bare(self, entity: Span) -> Span:
        """The name without article and possessive, with the direction before it: "northern Peru"."""
        span = stripped(entity)
        doc, start = span.doc, span.start
        while start > 0 and doc[start - 1].lower in self._words.roles["direction"] and doc[start - 1].head.i >= start:
            start -= 1
        return doc[start : span.end]


def _parts(entity: Span) -> Iterator[Span]:
    """The names in an entity, which may be a place and its whole in one: "Lima, Ohio", "Park Hotel in Lima"."""
    start = entity.start
    for token in entity:
        if start < token.i and (token.text == "," or token.lower_ in PARTING):
            yield Span(entity.doc, start, token.i, label=entity.label)
            start = token.i + 1
    if start < entity.end:
        yield Span(entity.doc, start, entity.end, label=entity.label)
