"""The verb above a time expression and its forms."""

from spacy.tokens import Token

from extract.find.dates.words import Vocabulary

PRESENT = frozenset({"VBZ", "VBP"})
_ATTRIBUTES = frozenset({"poss", "compound", "nmod", "amod"})


def governor(token: Token, vocabulary: Vocabulary) -> Token | None:
    """The nearest verb or adjective of plans above the token; None if there is none or no parse."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in {"VERB", "AUX"}:
            return ancestor
        if ancestor.tag_ == "JJ" and vocabulary.meaning("PLANNED", ancestor.lower_) is not None:
            return ancestor
    return None


def auxiliaries(verb: Token) -> list[Token]:
    """Its auxiliaries: "will", "had", "to"."""
    return [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]


def is_infinitive(verb: Token) -> bool:
    """Whether it has "to" before it."""
    return verb.tag_ == "VB" and any(word.tag_ == "TO" for word in auxiliaries(verb))


def is_past(verb: Token) -> bool:
    """Whether it has the past tense, itself or by an auxiliary, or is a participle alone: "held Friday"."""
    found = auxiliaries(verb)
    return any(word.tag_ == "VBD" for word in (verb, *found)) or (verb.tag_ == "VBN" and not found)


def is_pluperfect(word: Token) -> bool:
    """Whether the verb, or the "be" of the adjective, has "had" before it."""
    verb = word.head if word.pos_ == "ADJ" else word
    return any(child.tag_ == "VBD" and child.lemma_ == "have" for child in auxiliaries(verb))


def is_direct(time: Token, verb: Token) -> bool:
    """Whether the time is the verb's own, at most by a preposition."""
    return time.head == verb or (time.head.pos_ == "ADP" and time.head.head == verb)


def is_attribute(time: Token) -> bool:
    """Whether the time says which thing is meant: "Friday's vote", "the Friday vote"."""
    return time.dep_ in _ATTRIBUTES
