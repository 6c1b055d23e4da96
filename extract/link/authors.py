"""Who writes "I" in an article: the person of its byline, or of the note on its author at its end."""

from spacy.tokens import Doc

from extract.link.scene import Scene
from extract.parse.frames import Entity, Mention

FIRST = 60  # tokens at the head of an article, its headline included, in which a byline stands
LAST = 80  # tokens at its end in which the note on the author begins
BYLINE = 12  # tokens of a byline at most
BY = "by"


def author(scene: Scene) -> Entity | None:
    """The person who wrote the article, where it names one."""
    doc = scene.doc
    writer = next((m for i in range(min(FIRST, len(doc))) if (m := bylined(i, scene)) is not None), None)
    if writer is None:
        notes = range(len(doc) - 1, max(-1, len(doc) - LAST), -1)
        writer = next((m for i in notes if (m := noted(i, scene)) is not None), None)
    return writer.entity if writer is not None else None


def bylined(by: int, scene: Scene) -> Mention | None:
    """The person in a line that a "by" at this token begins: "By Ana Flores"."""
    doc = scene.doc
    if doc[by].lower_ != BY or not opens_line(doc, by):
        return None
    end = next((i for i in range(by + 1, min(by + BYLINE, len(doc))) if "\n" in doc[i].text), by)
    return next((m for i in range(by + 1, end) if (m := person(i, scene)) is not None), None)


def noted(token: int, scene: Scene) -> Mention | None:
    """The person of whom a line at the end says what he or she is: "Ana Flores is a poet in Lima"."""
    mention = person(token, scene)
    if mention is None or not opens_line(scene.doc, mention.span.start):
        return None
    name = scene.doc[token]
    return mention if name.dep_ == "nsubj" and name.head.lemma_ == "be" and name.head.tag_ == "VBZ" else None


def person(token: int, scene: Scene) -> Mention | None:
    """The person named at a token."""
    mention = scene.mention(token)
    return mention if mention is not None and mention.kind == "person" and mention.name is not None else None


def opens_line(doc: Doc, token: int) -> bool:
    """Whether a token is the first of its line."""
    return token == 0 or "\n" in doc[token - 1].text
