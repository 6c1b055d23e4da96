"""Words around a day that look ahead to it, or back: an upcoming vote on Friday, ahead of Friday, after Friday."""

from spacy.tokens import Span, Token

from extract.find.dates.phrase import Tense
from extract.find.dates.plans import is_pictured
from extract.find.dates.verbs import PRESENT, is_direct, is_infinitive
from extract.find.dates.words import Vocabulary

_LONGEST_THING = 8  # tokens
_SIDES: dict[str, Tense] = {"ahead": "near", "after": "past"}


def foreseen(span: Span, verb: Token | None, vocabulary: Vocabulary) -> Tense | None:
    """Near for a day that the words around it look ahead to, though the verb does not tell; else None."""
    time = span.root
    if _is_of_planned_thing(time, vocabulary):
        return "near"
    is_weekday, side = names_weekday(span, vocabulary), _side(span)
    if side == "near" or (side == "past" and is_weekday):
        return side
    if not is_weekday and (len(span) == 1 or vocabulary.meaning("MONTH", time.lower_) is None):
        return None
    if is_weekday and span.start and span.doc[span.start - 1].lower_ == "for":
        return "near"
    return "near" if verb is not None and is_direct(time, verb) and _points_ahead(verb, vocabulary) else None


def names_weekday(span: Span, vocabulary: Vocabulary) -> bool:
    """Whether some word of it is a weekday."""
    return any(vocabulary.meaning("WEEKDAY", token.lower_) is not None for token in span)


def _is_of_planned_thing(time: Token, vocabulary: Vocabulary) -> bool:
    """Whether it tells when a planned thing is: "the upcoming vote on Friday"."""
    thing = time.head.head if time.head.pos_ == "ADP" else time.head
    return thing.pos_ == "NOUN" and any(
        child.dep_ == "amod" and vocabulary.meaning("PLANNED", child.lower_) == "+" for child in thing.children
    )


def _side(span: Span) -> Tense | None:
    """On which side a thing is that something is ahead of or comes after: "in the lead ahead of the vote on Friday"."""
    for place in range(span.start - 1, max(-1, span.start - _LONGEST_THING), -1):
        word = span.doc[place]
        if word.lower_ in _SIDES:
            return _SIDES[word.lower_]
        if word.is_punct or word.is_space or word.pos_ in {"VERB", "AUX"}:
            return None
    return None


def _points_ahead(verb: Token, vocabulary: Vocabulary) -> bool:
    """Whether the verb itself, or the one that it is the infinitive of, tells of what is to come.

    "The team travels on Friday", "they agreed to meet on Friday"; not "he says on Friday".
    """
    if verb.tag_ in PRESENT:
        return verb.lemma_ != "be" and not is_pictured(verb) and vocabulary.meaning("TELLING", verb.lemma_) is None
    return is_infinitive(verb) and vocabulary.meaning("FORETELLING", verb.head.lower_) is not None
