"""Whether a description may be of somebody: by the words of a name, by country and people, by what tells it apart."""

from spacy.tokens import Token

from extract.parse.frames import Entity, Mention


def named(entity: Entity) -> set[str]:
    """The words of an entity's name; of a mere description only its noun: no "union rally" is a union."""
    words = entity.name.lower().split()
    return set(words) if any(m.name for m in entity.mentions) else set(words[-1:])


def is_elsewhere(entity: Entity, mention: Mention) -> bool:
    """Whether a description names another country or people than an entity: "the British driver", no Brazilian."""
    if mention.country is not None and entity.country is not None:
        return entity.country != mention.country
    if mention.kind == "person" or not (own := peoples(mention)):
        return False
    if mention.country is None:  # "the European team"
        return not any(word in m.span.text for m in entity.mentions for word in own)
    others = peoples(entity.mentions[0]) if entity.mentions[0].name is None else own
    return bool(others) and others.isdisjoint(own)


def peoples(mention: Mention) -> set[str]:
    """The adjectives of peoples and regions before the noun of a description: "European"."""
    return {t.text for t in mention.span.doc[mention.head].lefts if t.ent_type_ == "NORP"}


def distinctions(head: Token) -> set[str]:
    """The words before a noun that tell whom it means from others; not where somebody is: "the Lima-based firm"."""
    before = (t for t in head.lefts if t.dep_ in {"compound", "amod"})
    return {t.lower_ for t in before if not any(word.ent_type_ for word in t.subtree)}
