"""Conditions: "will not sign unless they leave", "threatened to strike if wages are not raised"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from extract.find.directive_parties import named, wanter
from extract.find.directive_reading import Reading
from extract.find.directive_rules import DemandsRule, Words
from extract.parse.syntax import child


def proviso(verb: Token, rule: DemandsRule, words: Words) -> Iterator[Reading]:
    """The clause on whose fulfilment somebody makes an act of his own depend."""
    actor = wanter(verb, words)
    if actor is None or not words.can_ask(actor):
        return
    for holder in (verb, child(verb, "xcomp")):
        for part in holder.rights if holder is not None else ():
            cue = _link(part, rule) if part.dep_ == "advcl" else None
            if cue is not None and _demands(verb, part, cue, actor, words):
                yield Reading(rule, cue, part, verb, actor, firm=True)
                return


def _link(clause: Token, rule: DemandsRule) -> Span | None:
    """The conjunction that makes the clause a condition: "unless", "until", "only if"."""
    mark = child(clause, "mark")
    if mark is None or mark.lower_ not in rule.particle or mark.i > clause.i:
        return None
    only = mark.i > 0 and mark.nbor(-1).lower_ == "only"
    return mark.doc[mark.i - only : mark.i + 1]


def _demands(verb: Token, clause: Token, cue: Span, actor: Token, words: Words) -> bool:
    """Whether somebody else can fulfil it, and the act is withheld until then or threatened."""
    doer = named(child(clause, "nsubj", "nsubjpass"))
    if doer is None or doer.lower_ in {"it", "he", "she", "they", "we", "i"} or doer.lemma_ == actor.lemma_:
        return False
    if doer.dep_ == "nsubj" and not words.is_party(doer):
        return False
    if cue[-1].lower_ == "if":
        return len(cue) > 1 or (child(clause, "neg") is not None and verb.lemma_ == "threaten")
    return child(verb, "neg") is not None or verb.lemma_ in words.withholding
