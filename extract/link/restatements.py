"""Who wants what is told twice, and only once by whom: "A court told the firm to pay … The firm was told to pay"."""

from collections import defaultdict
from collections.abc import Iterable

from extract.parse.frames import Directive

NOUNS = frozenset({"NOUN", "PROPN"})
Key = tuple[str, str]  # the lemma that asks, the lemma at the head of what is wanted


def name_askers(directives: Iterable[Directive]) -> None:
    """Gives a demand of nobody the parties of the one that it restates: the last before it, else the first after."""
    told: dict[Key, list[Directive]] = defaultdict(list)
    open_: list[tuple[int, Directive]] = []
    for directive in directives:
        same = told[key(directive)]
        if directive.actor is not None:
            same.append(directive)
        elif directive.within is None:
            open_.append((len(same), directive))
    for before, directive in open_:
        same = told[key(directive)]
        source = next((d for d in (*reversed(same[:before]), *same[before:]) if restates(directive, d)), None)
        if source is not None:
            directive.actor, directive.actor_entity = source.actor, source.actor_entity
            if directive.addressee is None:
                directive.addressee, directive.addressee_entity = source.addressee, source.addressee_entity


def key(directive: Directive) -> Key:
    """What two tellings of one demand share."""
    return directive.cue.root.lemma_.lower(), directive.content.root.lemma_.lower()


def restates(directive: Directive, other: Directive) -> bool:
    """Whether two demands in like words are one: of the same addressee or about the same things."""
    if other.quote is not None or other.stance != directive.stance:
        return False
    asked, also = directive.addressee_entity, other.addressee_entity
    return (asked is not None and asked is also) or bool(things(directive) & things(other))


def things(directive: Directive) -> set[str]:
    """The nouns of what is wanted."""
    return {token.lemma_.lower() for token in directive.content if token.pos_ in NOUNS}
