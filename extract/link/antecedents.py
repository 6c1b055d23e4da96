"""Whom a pronoun means: the nearest entity that it agrees with, subjects first."""

from extract.parse.frames import Entity, Mention

REACH = 3  # sentences


def antecedent(pronoun: Mention, entities: list[Entity], sentence: dict[int, int]) -> Entity | None:
    """The entity that the pronoun means, or None."""
    fitting = [entity for entity in entities if agrees(pronoun, entity)]
    here = sentence[pronoun.head]
    near = [e for e in fitting if here - sentence[e.mentions[-1].head] <= REACH]
    return max(near, key=lambda e: salience(e, sentence), default=None)


def agrees(pronoun: Mention, entity: Entity) -> bool:
    """Whether number, gender and animacy allow the pronoun to mean the entity."""
    if pronoun.gender in {"m", "f"}:
        genders = {m.gender for m in entity.mentions} - {None}
        return entity.kind == "person" and genders <= {pronoun.gender}
    if pronoun.gender == "n":
        return entity.kind in {"organization", "government"}
    return entity.kind in {"group", "organization"}


def salience(entity: Entity, sentence: dict[int, int]) -> tuple[int, bool, int]:
    """How present an entity is: by sentence, whether it was the subject, place."""
    last = entity.mentions[-1]
    return sentence[last.head], last.acts, last.head
