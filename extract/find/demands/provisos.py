"""Conditions: "will not sign unless they leave", "threatened to strike if wages are not raised"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from extract.find.demands.askers import wanter
from extract.find.demands.parties import named
from extract.find.demands.reading import Reading
from extract.find.demands.rules import DemandsRule, Words
from extract.parse.syntax import child

OWN = frozenset({"it", "he", "she", "they", "we", "i"})


def proviso(verb: Token, rule: DemandsRule, words: Words) -> Iterator[Reading]:
    """The clause on whose fulfilment somebody makes an act of his own depend."""
    actor = wanter(verb, words)
    if actor is None or not words.can_ask(actor):
        return
    for holder in (verb, child(verb, "xcomp")):
        for part in holder.children if holder is not None else ():
            cue = _link(part, rule) if part.dep_ in {"advcl", "conj"} else None
            reading = Reading(rule, cue, part, verb, actor, theme=_own(part), firm=True) if cue is not None else None
            if reading is not None and _demands(reading, actor, words):
                yield reading
                return


def _link(clause: Token, rule: DemandsRule) -> Span | None:
    """The conjunction that makes the clause a condition: "unless", "until", "only if"."""
    mark = child(clause, "mark")
    if mark is None or mark.lower_ not in rule.particle or mark.i > clause.i:
        return None
    only = mark.i > 0 and mark.nbor(-1).lower_ == "only"
    return mark.doc[mark.i - only : mark.i + 1]


def _own(clause: Token) -> Token | None:
    """The pronoun that the clause starts with, where it is no doer but who is to get something."""
    doer = child(clause, "nsubj")
    return doer if doer is not None and doer.lower_ in OWN else None


def _demands(reading: Reading, actor: Token, words: Words) -> bool:
    """Whether somebody else can fulfil it, and the act is withheld until then or threatened."""
    verb, clause, cue = reading.verb, reading.head, reading.cue
    doer = named(child(clause, "nsubj", "nsubjpass"))
    if doer is None or not _is_granted(doer, clause, actor, words):
        return False
    announced = any(part.lower_ in reading.rule.to for part in verb.lefts if part.dep_ == "aux")
    if cue[-1].lower_ == "if":
        return len(cue) > 1 or (child(clause, "neg") is not None and (announced or verb.lemma_ == "threaten"))
    if cue.text.lower() == "unless" and announced:
        return True
    return child(verb, "neg") is not None or verb.lemma_ in words.withholding


def _is_granted(doer: Token, clause: Token, actor: Token, words: Words) -> bool:
    """Whether others must act for the clause to come true: "the firm pays", "they are paid", "it receives the data"."""
    if doer.lower_ in OWN:
        return doer.dep_ == "nsubjpass" or clause.lemma_ in words.receiving
    if doer.lemma_ == actor.lemma_:
        return False
    return doer.dep_ == "nsubjpass" or words.is_party(doer)
