"""Delayed identification: the lead of an article tells what somebody is, a sentence after it who."""

from extract.link.cast import Cast
from extract.link.scene import Scene
from extract.parse.frames import Entity, Mention

SOON = 2  # sentences


def identified(mention: Mention, scene: Scene, cast: Cast) -> Entity | None:
    """The person first named in the article, if right after the lead and speaking, for an office in the lead.

    "Peru's foreign minister rejected the offer. In an interview, Ana Flores said …"
    """
    named = next((other for other in scene.doc._.mentions if other.name is not None and other.kind == "person"), None)
    if named is None or named.entity is None or not mention.head < named.head or not scene.is_party(named.head):
        return None
    if scene.distance(mention.head, named.head) not in range(1, SOON + 1):
        return None
    noun, role = scene.doc[mention.head].lemma_.lower(), (named.role or named.entity.role or "").lower()
    genders = cast.genders(named.entity) | ({mention.gender} & {"m", "f"})
    return named.entity if len(genders) < 2 and (not role or noun in role.split()) else None  # noqa: PLR2004
