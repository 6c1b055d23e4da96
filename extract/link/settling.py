"""What is settled about an entity once all its mentions are known: kind, country, usual name."""

from spacy.tokens import Doc

from extract.find.actors.lexicon import Lexicon
from extract.link.affiliations import affiliate, owners
from extract.link.bases import base
from extract.link.homes import Homes
from extract.link.scene import Scene
from extract.parse.countries import Countries
from extract.parse.frames import Entity

BODIES = frozenset({"actor.noun.group", "actor.noun.organization", "actor.noun.government"})
GROUPS = "actor.noun.organization"
STATES = "actor.noun.government"
DOCUMENT = "actor.noun.source"


HEADLINE = 40  # tokens of a headline at most
OWNED = frozenset({"the", "this", "that", "these", "those"})


def settle(entities: list[Entity], homes: Homes, scene: Scene, lexicon: Lexicon, countries: Countries) -> None:
    """Settles kind, country and name of all entities."""
    based = lexicon.words["based"]
    sources = {span.root.i for quote in homes.doc._.quotes if (span := quote.source) is not None}
    headline = next((i for i, token in enumerate(scene.doc[:HEADLINE]) if "\n" in token.text), 0)
    for entity in entities:
        entity.mentions.sort(key=lambda m: m.head)
        entity.name = told_again(entity, headline)
        if entity.kind == "government" and entity.country and entity.mentions[0].name:
            entity.name = countries.usual.get(entity.country, entity.name)
        if is_unnamed_source(entity, sources, homes.doc):
            entity.kind = "source"
            entity.unnamed = True
        if entity.country is None and not is_worldwide(entity, lexicon):
            entity.country = base(entity, scene.doc, homes.atlas, based) or homes.place(entity)
    affiliate([e for e in entities if not is_worldwide(e, lexicon)], scene, lexicon)
    for entity in entities:
        if entity.country is None and entity.rule != DOCUMENT and not serves_world(entity, scene, lexicon):
            entity.country = homes.home


def told_again(entity: Entity, headline: int) -> str:
    """The name of an entity; of one that only a headline in capitals seems to show ("Ana Flores Sides"), the next."""
    fuller = [m.name for m in entity.mentions if m.name and m.span.start >= headline and " " in m.name]
    shown = [name for name in fuller if entity.name.startswith(f"{name} ")]
    return entity.name if entity.name in fuller or not shown else max(shown, key=len)


def serves_world(entity: Entity, scene: Scene, lexicon: Lexicon) -> bool:
    """Whether the entity, or somebody to whom it belongs, is at home in no country: "the UN's envoy, Ana Flores"."""
    return any(is_international(one, lexicon) for one in (entity, *owners(entity, scene, lexicon)))


def is_worldwide(entity: Entity, lexicon: Lexicon) -> bool:
    """Whether the entity is a body of many countries by its name, wherever it is based: "the IMF"."""
    named = entity.kind != "person" and any(m.name for m in entity.mentions)
    return named and is_international(entity, lexicon)


def is_international(entity: Entity, lexicon: Lexicon) -> bool:
    """Whether the entity is, or serves, a body of many countries, or is of a sort that lives anywhere: "analysts"."""
    first = entity.mentions[0]
    if first.name is None and first.span.doc[first.head].lemma_ in lexicon.words["anywhere"]:
        return True
    if first.name is None and first.plural and (entity.rule == STATES or is_several_bodies(entity)):
        return True
    words = lexicon.words["international"]
    named = entity.name if entity.kind != "person" else entity.role or ""
    return any(word in words for word in named.replace("-", " ").split()) or named in words


def is_several_bodies(entity: Entity) -> bool:
    """Whether the entity is several bodies at large: "aid groups", and not "the unions"."""
    head = entity.mentions[0].span.doc[entity.mentions[0].head]
    at_large = all(t.dep_ not in {"det", "poss", "nummod"} for t in head.lefts)
    return entity.kind == "group" and entity.rule == GROUPS and at_large


def is_unnamed_source(entity: Entity, sources: set[int], doc: Doc) -> bool:
    """Whether nobody in particular speaks: "analysts", "a doctor"; "her doctor" and "the shareholders" are somebody.

    A group does little else.
    """
    if entity.kind not in {"person", "group"} or entity.rule in BODIES or any(m.name for m in entity.mentions):
        return False
    first = next((m for m in entity.mentions if m.kind is not None), entity.mentions[0])
    if any(t.dep_ == "poss" or t.lower_ in OWNED for t in doc[first.head].lefts):
        return False
    speaking = [m.head in sources for m in entity.mentions if m.acts or m.head in sources]
    return entity.kind == "person" or (any(speaking) and 2 * sum(speaking) >= len(speaking))
