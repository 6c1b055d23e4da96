"""The tense of the verb that governs a time expression: whether the day it names is past or still to come."""

from spacy.tokens import Span, Token

from extract.find.dates.phrase import Tense
from extract.find.dates.words import Vocabulary

_FUTURE_WORDS = frozenset({"will", "shall", "'ll", "’ll", "wo", "would"})
_PRESENT = frozenset({"VBZ", "VBP"})


def tense(span: Span, vocabulary: Vocabulary) -> Tense | None:
    """The tense of the verb that governs the expression: "will meet Friday", "met Friday"; None if unclear.

    Plans and deadlines count as future: "is set to meet Friday", "a meeting planned for Friday", "payable Friday", "by
    Friday"; those that had been there before ("had been due to expire Friday") as past.
    """
    before = span.doc[span.start - 1] if span.start else None
    deadline = vocabulary.meaning("DEADLINE", before.lower_) if before is not None else None
    if deadline == "<":
        return "past"
    verb = _governor(span.root, vocabulary)
    if verb is None:
        return None
    auxiliaries = _auxiliaries(verb)
    if any(_promises(word, verb) for word in auxiliaries) or _is_timetabled(verb, span.root, vocabulary):
        return "future"
    if (planner := _planner(verb, auxiliaries, vocabulary)) is not None:
        return "past" if _is_pluperfect(planner) else "future"
    past = any(word.tag_ == "VBD" for word in (verb, *auxiliaries)) or (verb.tag_ == "VBN" and verb.dep_ == "acl")
    if deadline is None or _is_pluperfect(verb):
        return "past" if past else None
    return None if past and deadline == "?" else "future"


def _governor(token: Token, vocabulary: Vocabulary) -> Token | None:
    """The nearest verb or adjective of plans above the token; None if there is none or no parse."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in {"VERB", "AUX"} or (ancestor.tag_ == "JJ" and _plans(ancestor, vocabulary)):
            return ancestor
    return None


def _auxiliaries(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]


def _plans(word: Token, vocabulary: Vocabulary) -> bool:
    return vocabulary.meaning("PLANNED", word.lower_) is not None


def _planner(verb: Token, auxiliaries: list[Token], vocabulary: Vocabulary) -> Token | None:
    """The verb, if it is one of plans, or one of plans that it depends on as an infinitive.

    Infinitives that are plans by themselves: "is to meet Friday", "guidelines to be published in May".
    """
    if _plans(verb, vocabulary):
        return verb
    if all(word.tag_ != "TO" for word in auxiliaries):
        return None
    if _plans(verb.head, vocabulary) or (verb.head.lemma_ == "be" and verb.head.tag_ in _PRESENT):
        return verb.head
    return verb if any(word.dep_ == "auxpass" and word.tag_ == "VB" for word in auxiliaries) else None


def _is_pluperfect(word: Token) -> bool:
    """Whether the verb, or the "be" of the adjective, has "had" before it."""
    verb = word.head if word.pos_ == "ADJ" else word
    return any(child.tag_ == "VBD" and child.lemma_ == "have" for child in _auxiliaries(verb))


def _is_timetabled(verb: Token, time: Token, vocabulary: Vocabulary) -> bool:
    """Whether the present tense tells when something is: "the vote is Friday", "they are to vote", "play on Friday"."""
    if verb.tag_ not in _PRESENT:
        return False
    direct = time.head == verb or (time.head.pos_ == "ADP" and time.head.head == verb)
    if verb.lemma_ == "be":
        return time.head == verb or any(word.dep_ == "xcomp" and word.tag_ == "VB" for word in verb.children)
    return direct and vocabulary.meaning("TIMETABLED", verb.lower_) is not None


def _promises(auxiliary: Token, verb: Token) -> bool:
    """Will, would, and a modal of possibility with a verb in the active voice."""
    return auxiliary.lower_ in _FUTURE_WORDS or (auxiliary.tag_ == "MD" and verb.tag_ == "VB")
