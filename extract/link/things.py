"""What keeps "it" and "they" from meaning somebody: they mostly mean things, which are no entities here.

Read in 60 places of the news: without these checks, 13 of 30 "it" and 15 of 30 "they" meant the entity found; with
them, 19 and 20 of 25.
"""

from spacy.tokens import Token

from extract.link.scene import Scene
from extract.parse.frames import Mention

PLURAL = frozenset({"NNS", "NNPS"})
SINGULAR = frozenset({"NN"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj"})
NEAR = 25  # tokens
POSSESSIVES = frozenset({"its", "itself"})


def reach(pronoun: Mention, most: int) -> int:
    """How many sentences back a pronoun looks: people stay in mind for longer than others."""
    return most if pronoun.gender in {"m", "f"} or pronoun.kind is not None else 1


def is_thing(pronoun: Mention, reporting: int | None, scene: Scene) -> bool:
    """Whether "it" most likely means no organisation: it neither speaks nor is the subject of what one reports."""
    token = scene.doc[pronoun.head]
    if pronoun.kind is not None or pronoun.gender != "n" or token.lower_ in POSSESSIVES or scene.is_party(token.i):
        return False
    reporter = scene.mention(reporting) if reporting is not None else None
    return reporter is None or reporter.kind not in {"organization", "government"}


def rival(pronoun: Mention, scene: Scene) -> int:
    """The nearest noun before the pronoun in its sentence that agrees in number and is nobody's mention, or -1.

    What speaks or wants something is no thing.
    """
    tags = SINGULAR if pronoun.gender == "n" else PLURAL
    if pronoun.gender in {"m", "f"} or pronoun.kind is not None or scene.is_party(pronoun.head):
        return -1
    here = scene.sentence(pronoun.head)
    for i in range(pronoun.head - 1, max(-1, pronoun.head - NEAR), -1):
        if scene.sentence(i) != here:
            return -1
        if is_argument(scene.doc[i], tags, pronoun) and scene.mention(i) is None:
            return i
    return -1


def is_argument(token: Token, tags: frozenset[str], pronoun: Mention) -> bool:
    """Whether the noun is one that the pronoun may mean: for "it", only a subject."""
    if token.tag_ not in tags:
        return False
    return token.dep_ in {"nsubj", "nsubjpass"} if pronoun.gender == "n" else token.dep_ in ARGUMENTS
