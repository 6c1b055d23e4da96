"""The country of somebody by whom he or she belongs to: "its chairman, Ana Flores", "Ana Flores of the Lima Club"."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from extract.find.actors.lexicon import Lexicon
from extract.find.actors.names import is_attitude
from extract.link.scene import Scene
from extract.parse.frames import Entity

BELONGING = frozenset({"of", "for", "from", "at"})
OWNING = frozenset({"poss", "compound", "nmod", "amod"})
ROUNDS = 3  # "its spokesman" of "the ministry" of "Peru"


def affiliate(entities: Iterable[Entity], scene: Scene, lexicon: Lexicon) -> None:
    """Gives those without a country that of whom they belong to; the nearest to the head of the text decides."""
    pending = [(entity, list(owners(entity, scene, lexicon))) for entity in entities if entity.country is None]
    for _ in range(ROUNDS):
        for entity, owning in pending:
            entity.country = entity.country or next((o.country for o in owning if o.country), None)


def owners(entity: Entity, scene: Scene, lexicon: Lexicon) -> Iterator[Entity]:
    """Those to whom the words of an article say that somebody belongs; a "friend of Peru" does not."""
    for mention in entity.mentions:
        if mention.kind is None or scene.doc[mention.head].lemma_ in lexicon.words["relation"]:
            continue
        for head in titles(scene.doc[mention.head]):
            for token in belongings(head):
                other = scene.mention(token.i)
                if other is None or is_attitude(token):
                    continue
                if other.entity is not None and other.entity is not entity:
                    yield other.entity


def titles(head: Token) -> Iterator[Token]:
    """The head of a mention and the nouns in apposition to it: "Flores", "chairman" of "its chairman, Ana Flores"."""
    yield head
    if head.dep_ == "appos":
        yield head.head
    yield from (t for t in head.rights if t.dep_ == "appos")


def belongings(head: Token) -> Iterator[Token]:
    """The nouns that a noun is said to belong to: "Peru" of "the minister of Peru", "Peru's minister"."""
    for token in head.children:
        if token.dep_ in OWNING and token.i < head.i:
            yield token
            yield from (t for t in token.lefts if t.dep_ in OWNING and not token.ent_type_)  # of the title: "bank CEO"
        elif token.dep_ == "prep" and token.lower_ in BELONGING:
            yield from (t for t in token.rights if t.dep_ == "pobj")
