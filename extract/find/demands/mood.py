"""The mood of a clause: does it ask, state, or question (Huddleston & Pullum 2002, ch. 10 and 11.1)?"""

from spacy.tokens import Token

from extract.find.demands.rules import Words
from extract.parse.syntax import child

CLAUSAL = frozenset({"xcomp", "ccomp", "advcl", "acl", "relcl"})


def is_infinitive(verb: Token) -> bool:
    """Whether the verb stands with "to"."""
    return any(part.tag_ == "TO" for part in verb.lefts)


def is_content_clause(said: Token, verb: Token) -> bool:
    """Whether the clause opens with "that", or stands right after the verb: it is no speech."""
    mark = child(said, "mark")
    return mark.lower_ == "that" if mark is not None else said.left_edge.i == verb.i + 1


def is_question(said: Token) -> bool:
    """Whether a question word or an inverted modal opens the clause: "what it should mean", "should he leave"."""
    own = child(said, "nsubj", "nsubjpass")
    return any(
        part.left_edge.tag_ in {"WP", "WRB", "WDT", "WP$"} or (part.tag_ == "MD" and own is not None and part.i < own.i)
        for part in said.lefts
        if part.dep_ != "advcl"
    )


def opens_question(verb: Token) -> bool:
    """Whether a question word stands right after the verb: "asked what she thought"."""
    after = verb.i + 1
    return after < len(verb.doc) and verb.doc[after].tag_ in {"WP", "WRB", "WP$"}


def is_mandative(said: Token, words: Words) -> bool:
    """Whether the clause asks: a subjunctive ("that she resign", "be heard") or a modal of necessity ("should")."""
    aux = [part for part in said.lefts if part.dep_ in {"aux", "auxpass"}]
    if any(part.lower_ in words.mandative for part in aux):
        return True
    if aux:
        return aux[0].lower_ == "be"
    if said.lemma_ == "be":
        return said.lower_ == "be"
    own = child(said, "nsubj")
    bare = said.tag_ in {"VB", "VBP"} or (said.tag_ == "JJ" and child(said, "dobj") is not None)  # "that he free them"
    return own is not None and bare and is_third_singular(own)


def lacks_backshift(said: Token, verb: Token) -> bool:
    """Whether a past verb has a bare present one under it: "suggested that parents help"."""
    bare = said.tag_ in {"VB", "VBP"} and said.lemma_ not in {"be", "have"} and child(said, "aux", "neg") is None
    return bare and verb.tag_ == "VBD"


def is_indicative(said: Token, words: Words) -> bool:
    """Whether the clause plainly states a fact: a past or third person verb, or "is", "was", "would"."""
    aux = [part for part in said.lefts if part.dep_ in {"aux", "auxpass"}]
    modal = next((part for part in aux if part.tag_ == "MD"), None)
    if modal is not None:
        return modal.lower_ not in words.mandative
    return is_infinitive(said) or (aux[0] if aux else said).tag_ in {"VBD", "VBZ"}


def is_third_singular(own: Token) -> bool:
    """Whether an indicative verb would need an "s" after this subject."""
    if own.tag_ in {"NN", "NNP"}:
        return child(own, "conj") is None
    return own.lower_ in {"he", "she", "it", "everyone", "everybody", "each", "nobody", "no-one"}
