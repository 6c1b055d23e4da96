"""What the article's own pronouns tell of the gender of people whose names do not tell it."""

from collections import defaultdict

from extract.find.actors.lexicon import Lexicon
from extract.find.actors.names import given
from extract.link.cast import Cast
from extract.link.scene import Scene
from extract.parse.frames import Entity, Mention

SUBJECT = 3  # votes of a pronoun that is a subject: "he called her a friend" is told of a man
SURE = 15  # votes more, against the gender of a given name
CLEARLY = 2  # times as many pronouns of one gender as of the other


def learn_genders(mentions: list[Mention], cast: Cast, scene: Scene, lexicon: Lexicon) -> None:
    """Counts "he" and "she" where only one person has been named in this sentence and the one before.

    Who is only ever called by one name, and that a given name, has the gender of the name.
    """
    entities: dict[int, Entity] = {}
    votes: dict[int, dict[str, int]] = defaultdict(lambda: {"m": 0, "f": 0})
    named: list[Mention] = []
    for mention in mentions:
        if mention.kind == "person" and (mention.name is not None or mention.gender is not None):
            named.append(mention)
        elif mention.kind is None and mention.gender in {"m", "f"} and not scene.marked(mention.head):
            entity = only_one(mention, named, scene)
            if entity is not None:
                entities[id(entity)] = entity
                subject = scene.doc[mention.head].dep_ == "nsubj"
                votes[id(entity)][mention.gender or ""] += SUBJECT if subject else 1
    for key, entity in entities.items():
        shown, told = cast.genders(entity), clearer(votes[key])
        if not shown:
            cast.learn_gender(entity, told)
        elif told is not None and votes[key][told] >= SURE + sum(votes[key][g] for g in shown if g != told):
            cast.unlearn_gender(entity, told)
    for entity in cast.entities:
        if entity.kind == "person" and " " not in entity.name and not cast.genders(entity):
            cast.learn_gender(entity, given(entity.name, lexicon))


def only_one(pronoun: Mention, named: list[Mention], scene: Scene) -> Entity | None:
    """The only person named in the pronoun's sentence, or else in the one before; none where a noun fits better."""
    here = scene.sentence(pronoun.head)
    found: Entity | None = None
    for mention in reversed(named):
        if here - scene.sentence(mention.head) > 1:
            break
        if mention.name is None and mention.gender != pronoun.gender:
            continue
        if mention.name is None:
            return None
        if found is not None and mention.entity is not found:
            return None
        found = mention.entity
    return found


def clearer(votes: dict[str, int]) -> str | None:
    """The gender of clearly more pronouns, or None."""
    more, fewer = ("m", "f") if votes["m"] >= votes["f"] else ("f", "m")
    return more if votes[more] > CLEARLY * votes[fewer] else None
