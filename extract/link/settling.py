"""What is settled about an entity once all its mentions are known: kind, country, usual name."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from extract.find.lexicon import Lexicon
from extract.find.names import is_attitude
from extract.parse.countries import Countries
from extract.parse.frames import Entity, Mention
from extract.parse.gazetteer import places

CLEAR = 0.3  # the share of all countries named that makes one the article's own
CITY, COUNTRY = 1, 2  # what the name of a city or of a country tells of the country that an article is about
BODIES = frozenset({"actor.noun.group", "actor.noun.organization", "actor.noun.government"})
DOCUMENT = "actor.noun.source"


class Homes:
    """The countries that an article speaks of, for those of whom it does not say where they belong."""

    def __init__(self, doc: Doc, countries: Countries) -> None:
        self.doc = doc
        self._places = sorted(_located(doc._.mentions, countries))
        counts: Counter[str] = Counter()
        for _, code, weight in self._places:
            counts[code] += weight
        self.main = max(counts, key=lambda code: counts[code], default=None)
        self._clear = self.main is not None and counts[self.main] >= CLEAR * counts.total()

    def home(self, entity: Entity) -> str | None:
        """The article's main country; where it has none, for a person the last one named before."""
        if self._clear:
            return self.main
        if entity.kind != "person":
            return None
        first = entity.mentions[0].head
        number = bisect_left(self._places, (first, "", 0))
        return self._places[number - 1][1] if number else self.main


def _located(mentions: Iterable[Mention], countries: Countries) -> Iterator[tuple[int, str, int]]:
    """Token, country and weight of all places and peoples named: a city tells less than a country."""
    for mention in mentions:
        if mention.name is not None and mention.kind in {"government", "group"} and not is_attitude(mention.span[0]):
            if mention.country is not None:
                capital = countries.capital(mention.name) is not None and countries.named(mention.name) is None
                yield mention.head, mention.country, CITY if capital else COUNTRY
            elif mention.kind == "government" and (found := places(mention.name)):
                yield mention.head, found[0].country, CITY


OWNED = frozenset({"the", "this", "that", "these", "those"})


def settle(entities: list[Entity], atlas: Homes, lexicon: Lexicon, countries: Countries) -> None:
    """Settles kind, country and name of all entities."""
    sources = {span.root.i for quote in atlas.doc._.quotes if (span := quote.source) is not None}
    for entity in entities:
        entity.mentions.sort(key=lambda m: m.head)
        if entity.kind == "government" and entity.country and entity.mentions[0].name:
            entity.name = countries.usual.get(entity.country, entity.name)
        if is_unnamed_source(entity, sources, atlas.doc):
            entity.kind = "source"
            entity.unnamed = True
        if entity.country is None and entity.rule != DOCUMENT and not is_international(entity, lexicon):
            entity.country = atlas.home(entity)


def is_international(entity: Entity, lexicon: Lexicon) -> bool:
    """Whether the entity is, or serves, a body of many countries, or is of a sort that lives anywhere: "analysts"."""
    first = entity.mentions[0]
    if first.name is None and first.span.doc[first.head].lemma_ in lexicon.words["anywhere"]:
        return True
    words = lexicon.words["international"]
    named = entity.name if entity.kind != "person" else entity.role or ""
    return any(word in words for word in named.replace("-", " ").split()) or named in words


def is_unnamed_source(entity: Entity, sources: set[int], doc: Doc) -> bool:
    """Whether nobody in particular speaks: "analysts", "a doctor"; "her doctor" and "the shareholders" are somebody."""
    if entity.kind not in {"person", "group"} or entity.rule in BODIES or any(m.name for m in entity.mentions):
        return False
    first = next((m for m in entity.mentions if m.kind is not None), entity.mentions[0])
    if any(t.dep_ == "poss" or t.lower_ in OWNED for t in doc[first.head].lefts):
        return False
    return not first.plural or any(m.head in sources for m in entity.mentions)
