"""What the syntax of a sentence says of whom a pronoun in it may mean.

After the binding principles (Chomsky 1981): no pronoun but a reflexive means another argument of its own verb; and
after what news writing makes likely: who reports something is its subject.
"""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from extract.link.scene import Scene
from extract.parse.frames import Attribution, Entity, Mention
from extract.parse.syntax import child, clause_verb, coordinated, subject

SUBJECT = frozenset({"nsubj", "nsubjpass", "agent"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
RELATIVE = frozenset({"WP", "WDT"})


def disjoint(pronoun: Mention, scene: Scene) -> set[int]:
    """The head words of those whom the pronoun can't mean: the other arguments of its verb, and whom a clause tells of.

    A verb without a subject has that of the verb it hangs on: "Flores met Ruiz, thanking him".
    """
    token = scene.doc[pronoun.head]
    found: set[int] = set()
    if token.dep_ in SUBJECT and token.head.dep_ == "relcl":  # "the envoy she met" is not she
        found.add(token.head.head.i)
    if token.lower_ not in REFLEXIVE and token.dep_ not in {"poss", "nsubj", "nsubjpass"}:
        verb = token.head if token.dep_ != "pobj" else token.head.head
        arguments = [t for t in verb.children if t.dep_ in SUBJECT]
        either = verb.dep_ == "xcomp" and child(verb.head, "dobj", "dative") is not None  # "Flores called Ruiz to help"
        controller = None if arguments or either else subject(verb)
        found.update(t.i for who in (*arguments, controller) if who is not None for t in coordinated(who))
    return found


def present(pronoun: Mention, scene: Scene, agrees: Callable[[Mention, Entity], bool]) -> Iterator[Entity | None]:
    """Who speaks the words that hold the pronoun, and who is told, so that neither is "he" or "she" in them."""
    quote = scene.quote(pronoun.head)
    if quote is not None and scene.marked(pronoun.head):
        yield from parties(quote, pronoun.head, scene, agrees)
    introducer = scene.introducer(pronoun.head)
    if introducer is not None:
        yield introducer.entity


def parties(
    quote: Attribution, token: int, scene: Scene, agrees: Callable[[Mention, Entity], bool]
) -> Iterator[Entity | None]:
    """Who speaks and who is told; who spoke last, where he goes on: "“She came,” he said. “She left.”"."""
    for who in (quote.source, quote.addressee):
        mention = scene.mention(who.root.i) if who is not None else None
        if mention is not None and (mention.entity is not None or mention.gender not in {"m", "f"}):
            yield mention.entity
        elif mention is not None and (last := scene.last_speaker(token)) is not None and agrees(mention, last):
            yield last


def owning(pronoun: Mention, scene: Scene) -> int | None:
    """Of whom a relative clause tells what is "his" or "hers": "Flores" in "Flores, who spoke of her plans"."""
    token = scene.doc[pronoun.head]
    verb = clause_verb(token)
    if token.dep_ != "poss" or verb.dep_ != "relcl":
        return None
    who = next((t for t in verb.lefts if t.dep_ == "nsubj"), None)
    return verb.head.i if who is not None and who.tag_ == "WP" else None


def reporting(pronoun: Mention, scene: Scene) -> int | None:
    """Who reports what the pronoun is the subject of: "Flores" in "Flores said she left"."""
    token = scene.doc[pronoun.head]
    clause = token.head
    if token.dep_ not in {"nsubj", "nsubjpass"} or clause.dep_ != "ccomp":
        return None
    verb = clause.head
    who = next((t for t in verb.lefts if t.dep_ == "nsubj"), None)
    if who is not None and who.tag_ in RELATIVE and verb.dep_ == "relcl":
        return verb.head.i
    return who.i if who is not None else None


def fronted(pronoun: Token) -> Token | None:
    """The verb before which the pronoun's clause stands, or the phrase in which it is a possessor."""
    phrase = pronoun.head
    if pronoun.dep_ == "poss" and phrase.dep_ == "pobj":
        phrase = phrase.head
    first = phrase.dep_ in {"advcl", "prep"} and phrase.i < phrase.head.i
    return phrase.head if first and phrase.head.pos_ in {"VERB", "AUX"} else None
