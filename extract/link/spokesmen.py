"""For whom somebody speaks who says "we": the body whose spokesman or signatory he or she is."""

from collections.abc import Iterator

from spacy.tokens import Token

from extract.find.actors.lexicon import Lexicon
from extract.link.affiliations import owners
from extract.link.scene import Scene
from extract.parse.frames import Entity, Mention

BODIES = frozenset({"organization", "government", "group"})
WIDE = 60  # tokens back from a statement to the body that issues it


def represented(speaker: Entity, scene: Scene, lexicon: Lexicon) -> Entity | None:
    """The body in whose name somebody speaks."""
    if speaker.kind in BODIES:
        return None
    role = (speaker.role or "").lower().split()
    if any(word in lexicon.words["spokesman"] for word in role):
        return next((owner for owner in owners(speaker, scene, lexicon) if owner.kind in BODIES), None)
    statement = next((s for m in speaker.mentions if (s := signed(m, scene, lexicon)) is not None), None)
    return issuer(statement, scene) if statement is not None else None


def signed(mention: Mention, scene: Scene, lexicon: Lexicon) -> Token | None:
    """The statement that the mention says somebody signed: "a statement signed by Ana Flores"."""
    by = scene.doc[mention.head].head
    verb = by.head
    if mention.name is None or by.dep_ != "agent" or verb.lemma_ not in lexicon.words["sign"]:
        return None
    return verb.head if verb.dep_ == "acl" else None


def issuer(statement: Token, scene: Scene) -> Entity | None:
    """The body that a statement is of: the subject last named before it."""
    for mention in before(statement, scene):
        if mention.kind in BODIES and mention.entity is not None and scene.doc[mention.head].dep_ == "nsubj":
            return mention.entity
    return None


def before(token: Token, scene: Scene) -> Iterator[Mention]:
    """The mentions before a token, the nearest first."""
    for i in range(token.i - 1, max(-1, token.i - WIDE), -1):
        if (mention := scene.mention(i)) is not None:
            yield mention
