"""Whether a demand is made, denied or only imagined."""

from spacy.tokens import Token

from extract.find.demands.rules import Words
from extract.records import Stance

DENIABLE = frozenset({"nsubj", "nsubjpass", "det"})


def stance(verb: Token, words: Words) -> Stance:
    """How firmly the clause of the cue says that it is asked for."""
    found = _own_stance(verb, words)
    while found == "asserted" and verb.dep_ == "xcomp":  # "refused to ask", "did not want to call"
        verb = verb.head
        found = _own_stance(verb, words)
    if verb.dep_ == "pcomp" and verb.head.lower_ in words.denying:  # "without asking"
        return "denied"
    return found


def is_denied(word: Token, words: Words) -> bool:
    """Whether a verb or noun is negated, by its own meaning, its subject or its determiner."""
    return word.lemma_ in words.denying or any(
        part.dep_ == "neg" or (part.dep_ in DENIABLE and _is_none(part, words)) for part in word.children
    )


def _is_none(part: Token, words: Words) -> bool:
    """Whether a subject or determiner is "nobody" or "no"."""
    return part.lower_ in words.denying or any(d.dep_ == "det" and d.lower_ in words.denying for d in part.lefts)


def _own_stance(verb: Token, words: Words) -> Stance:
    if is_denied(verb, words):
        return "denied"
    conditional = False
    for part in verb.children:
        if part.dep_ == "aux" and part.lower_ in words.doubtful:
            conditional = verb.lemma_ not in words.polite
        elif part.dep_ in {"mark", "advmod"} and part.lower_ in words.conditional and part.i < verb.i:
            conditional = True
    return "hypothetical" if conditional else "asserted"
