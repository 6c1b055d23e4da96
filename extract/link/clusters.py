"""Who is who: entities by all the keys that their names give."""

from extract.parse.frames import Entity, Mention


class Clusters:
    """The entities of an article so far, found again by the keys of their names."""

    def __init__(self) -> None:
        self.entities: list[Entity] = []
        self._by_key: dict[str, Entity] = {}

    def named(self, mention: Mention) -> Entity:
        """The entity that the name names, made if new."""
        known = self.find(mention) or self._new(mention)
        for key in keys(mention):
            self._by_key[key] = known
        self.add(known, mention)
        return known

    def described(self, mention: Mention) -> Entity:
        """The entity that a description without an antecedent describes."""
        key = f"{mention.span.root.lemma_}"
        known = self._by_key.get(key)
        if known is None:
            known = self._new(mention)
            self._by_key[key] = known
        self.add(known, mention)
        return known

    def find(self, mention: Mention) -> Entity | None:
        """The entity that a name names, or None."""
        return next((self._by_key[key] for key in keys(mention) if key in self._by_key), None)

    def add(self, entity: Entity, mention: Mention) -> None:
        """Adds a mention to an entity, which learns from it."""
        entity.mentions.append(mention)
        mention.entity = entity
        entity.acts |= mention.acts
        entity.role = entity.role or mention.role
        entity.country = entity.country or mention.country
        if mention.name and entity.kind != "government" and len(mention.name) > len(entity.name):
            entity.name = mention.name

    def _new(self, mention: Mention) -> Entity:
        kind = mention.kind or "person"
        entity = Entity(name=mention.name or mention.span.text, kind=kind, rule=mention.rule, unnamed=mention.unnamed)
        self.entities.append(entity)
        return entity


def keys(mention: Mention) -> list[str]:
    """What a name can be found again by, the most telling first."""
    name = mention.name or mention.span.text
    if mention.kind == "government" and mention.country:
        return [mention.country]
    words = name.split()
    if mention.kind == "person" and len(words) > 1:
        return [name, words[-1], words[0]]
    return [name]
