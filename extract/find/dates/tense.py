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
    deadline = _preposition(span, vocabulary)
    verb = _governor(span.root, vocabulary)
    if verb is None or deadline == "<":
        return "past" if deadline == "<" else None
    if _is_promised(verb, span.root) or _is_timetabled(verb, span.root, vocabulary):
        return "future"
    if (planner := _planner(verb, vocabulary)) is not None:
        return "past" if _is_pluperfect(planner) or _is_overtaken(planner) else "future"
    return _deadline(deadline, verb, span, vocabulary) if deadline is not None else _plain(verb, span, vocabulary)


def _plain(verb: Token, span: Span, vocabulary: Vocabulary) -> Tense | None:
    """The tense where nothing but the verb tells it."""
    if verb.tag_ in {"VBG", "VB"} and not _auxiliaries(verb):
        return _inherited(verb, vocabulary)
    return _invited(verb, span, vocabulary) or ("past" if _is_past(verb) else None)


def _is_past(verb: Token) -> bool:
    """Whether it has the past tense, itself or by an auxiliary, or is a participle alone: "held Friday"."""
    auxiliaries = _auxiliaries(verb)
    return any(word.tag_ == "VBD" for word in (verb, *auxiliaries)) or (verb.tag_ == "VBN" and not auxiliaries)


def _preposition(span: Span, vocabulary: Vocabulary) -> str | None:
    """What the one or two words before it stand for in the list of deadlines."""
    words = [token.lower_ for token in span.doc[max(0, span.start - 2) : span.start]]
    return vocabulary.meaning("DEADLINE", " ".join(words)) or vocabulary.meaning("DEADLINE", "".join(words[-1:]))


def _inherited(participle: Token, vocabulary: Vocabulary) -> Tense | None:
    """The tense of the verb that a participle goes with: "will tour the city, meeting leaders on Friday"."""
    verb = _governor(participle, vocabulary)
    if verb is None:
        return None
    if _is_promised(verb, participle):
        return "future"
    return "past" if any(word.tag_ == "VBD" for word in (verb, *_auxiliaries(verb))) else None


def _deadline(deadline: str, verb: Token, span: Span, vocabulary: Vocabulary) -> Tense | None:
    """The tense of what is done by, until or before a day."""
    past = _is_past(verb)
    lasted = vocabulary.meaning("LASTING", verb.lower_) or vocabulary.meaning("LASTING", verb.head.lower_)
    if past and (_is_pluperfect(verb) or deadline == "~"):
        return "past"
    if deadline == "^":
        return "past" if past else "future"
    if deadline == "!":
        return "past" if lasted is not None else "future"
    if deadline == "~" and span.root.dep_ != "pobj":
        return None
    foretold = deadline == ">" or vocabulary.meaning("FORETELLING", verb.lower_) is not None
    return "future" if foretold or not past else None


def _invited(verb: Token, span: Span, vocabulary: Vocabulary) -> Tense | None:
    """Future for what somebody was invited to: "invited them to talks on Friday", not "invited them on Friday"."""
    if vocabulary.meaning("INVITING", verb.lower_) is None or _is_direct(span.root, verb):
        return None
    return "future" if span.root.dep_ in {"pobj", "npadvmod"} else None


def _is_direct(time: Token, verb: Token) -> bool:
    """Whether the time is the verb's own, at most by a preposition."""
    return time.head == verb or (time.head.pos_ == "ADP" and time.head.head == verb)


def _is_overtaken(planner: Token) -> bool:
    """Whether it was a plan in a clause beside the event: "the swap that was planned for Sunday collapsed"."""
    verb = planner.head if planner.pos_ == "ADJ" or planner.head.lemma_ == "be" else planner
    was = verb.tag_ == "VBD" or any(word.tag_ == "VBD" for word in _auxiliaries(verb))
    return was and planner.pos_ != "NOUN" and verb.dep_ in {"relcl", "advcl"} and _auxiliary_or_be(verb)


def _auxiliary_or_be(verb: Token) -> bool:
    return verb.lemma_ == "be" or any(word.dep_ == "auxpass" for word in _auxiliaries(verb))


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


def _planner(verb: Token, vocabulary: Vocabulary) -> Token | None:
    """The verb, if it is one of plans, or one of plans that it depends on as an infinitive.

    Infinitives that are plans by themselves: "is to meet Friday", "guidelines to be published in May".
    """
    plans = [word for word in (verb, *verb.children) if word == verb or word.dep_ == "acomp"]
    if (planner := next((word for word in plans if _plans(word, vocabulary)), None)) is not None:
        return planner
    auxiliaries = _auxiliaries(verb)
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
    """Whether the present tense tells when something is: "the vote is Friday", "they play on Friday"."""
    if verb.tag_ == "VBG":
        return _is_under_way(verb, time)
    if verb.tag_ not in _PRESENT:
        return False
    if verb.lemma_ == "be":
        return _is_direct(time, verb) or any(map(_tells_when, verb.children))
    return time.dep_ in {"npadvmod", "pobj", "prep"} and vocabulary.meaning("TIMETABLED", verb.lower_) is not None


def _tells_when(word: Token) -> bool:
    """Whether a word makes a timetable of "be": "they are to vote on Friday", "there is a vote on Friday"."""
    return word.dep_ == "expl" or (word.dep_ == "xcomp" and word.tag_ == "VB")


def _is_under_way(verb: Token, time: Token) -> bool:
    """Whether it has "is" or "are" and no object that the time could belong to: "he is speaking on Friday"."""
    is_present = any(word.tag_ in _PRESENT and word.lemma_ == "be" for word in _auxiliaries(verb))
    return is_present and _is_direct(time, verb) and all(word.dep_ != "dobj" for word in verb.children)


def _is_promised(verb: Token, time: Token) -> bool:
    """Whether the verb has will or would, or a modal of possibility if it is in the active voice and the time its own.

    "They may meet Friday", not "Friday's vote may fail".
    """
    modals = [word for word in _auxiliaries(verb) if word.tag_ == "MD" or word.lower_ in _FUTURE_WORDS]
    if any(word.lower_ in _FUTURE_WORDS for word in modals):
        return True
    return bool(modals) and verb.tag_ == "VB" and time.dep_ not in {"poss", "compound", "nmod", "amod"}
