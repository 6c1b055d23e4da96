"""The tense of the verb that governs a time expression: whether the day it names is past or still to come."""

from spacy.tokens import Span, Token

from extract.find.dates.outlook import foreseen, names_weekday
from extract.find.dates.phrase import Tense
from extract.find.dates.plans import is_promised, is_timetabled, planned
from extract.find.dates.verbs import (
    PRESENT,
    auxiliaries,
    governor,
    is_attribute,
    is_direct,
    is_infinitive,
    is_past,
    is_pluperfect,
)
from extract.find.dates.words import Vocabulary


def tense(span: Span, vocabulary: Vocabulary) -> Tense | None:
    """The tense of the verb that governs the expression: "will meet Friday", "met Friday"; None if unclear.

    Plans and deadlines count as future: "is set to meet Friday", "a meeting planned for Friday", "payable Friday", "by
    Friday". "near" is the day before or after publication that lies nearer to it: what was planned for it, agreed on
    or done ahead of it may be over or still to come.
    """
    deadline = _preposition(span, vocabulary)
    time, verb = span.root, governor(span.root, vocabulary)
    if verb is None:
        return "past" if deadline == "<" else foreseen(span, None, vocabulary)
    if _looks_back(deadline, span, verb, vocabulary):
        return "past"
    if is_promised(verb, time) or is_timetabled(verb, time, vocabulary):
        return "future"
    if (plan := planned(verb, time, vocabulary)) is not None:
        return plan
    found = _deadline(deadline, verb, span, vocabulary) if deadline is not None else _plain(verb, span, vocabulary)
    return found if found == "future" else foreseen(span, verb, vocabulary) or found


def _preposition(span: Span, vocabulary: Vocabulary) -> str | None:
    """What the one or two words before it stand for in the list of deadlines."""
    words = [token.lower_ for token in span.doc[max(0, span.start - 2) : span.start]]
    return vocabulary.meaning("DEADLINE", " ".join(words)) or vocabulary.meaning("DEADLINE", "".join(words[-1:]))


def _looks_back(deadline: str | None, span: Span, verb: Token, vocabulary: Vocabulary) -> bool:
    """Whether the words around it place it in the past: "since May", "will appeal Friday's ruling"."""
    if deadline == "<":  # but "will be back on Friday"
        return is_attribute(span.root) or not is_promised(verb, span.root)
    if is_attribute(span.root) and vocabulary.meaning("LOOKING-BACK", verb.lemma_.lower()) is not None:
        return True
    return _is_measure(span, vocabulary)


def _is_measure(span: Span, vocabulary: Vocabulary) -> bool:
    """Whether it tells when something was foretold that things are compared with: "less than forecast in May"."""
    words = [token.lower_ for token in span.doc[max(0, span.start - 3) : span.start]]
    if len(words) < 3 or words[0] != "than":  # noqa: PLR2004 - than, a participle, a preposition
        return False
    return any(vocabulary.meaning(name, words[1]) is not None for name in ("FORETELLING", "PLANNED"))


def _plain(verb: Token, span: Span, vocabulary: Vocabulary) -> Tense | None:
    """The tense where nothing but the verb tells it."""
    if verb.tag_ in {"VBG", "VB"} and not auxiliaries(verb):
        return _inherited(verb, span, vocabulary)
    if is_infinitive(verb):
        return _done(verb, vocabulary) if names_weekday(span, vocabulary) else None
    return _invited(verb, span, vocabulary) or ("past" if is_past(verb) else None)


def _done(infinitive: Token, vocabulary: Vocabulary) -> Tense | None:
    """Past for what somebody refused, failed or moved to do, and so told of: "declined to comment on Friday"."""
    verb = infinitive.head.head if infinitive.head.pos_ == "ADJ" else infinitive.head
    is_told = infinitive.dep_ in {"xcomp", "advcl"} and verb.pos_ in {"VERB", "AUX"} and is_past(verb)
    return "past" if is_told and vocabulary.meaning("FORETELLING", verb.lower_) is None else None


def _inherited(participle: Token, span: Span, vocabulary: Vocabulary) -> Tense | None:
    """The tense of the verb that a participle goes with: "will tour the city, meeting leaders on Friday"."""
    verb = governor(participle, vocabulary)
    if verb is None:
        return None
    if is_promised(verb, participle):
        return "future"
    if participle.dep_ == "pcomp" and participle.head.lower_ == "after":
        return "past"
    above = (verb, *auxiliaries(verb))
    has_been = names_weekday(span, vocabulary) and any(word.lemma_ == "have" for word in above)
    return "past" if has_been or any(word.tag_ == "VBD" for word in above) else None


def _deadline(deadline: str, verb: Token, span: Span, vocabulary: Vocabulary) -> Tense | None:
    """The tense of what is done by, until or before a day."""
    past = is_past(verb)
    lasted = vocabulary.meaning("LASTING", verb.lower_) or vocabulary.meaning("LASTING", verb.head.lower_)
    if deadline == "=":
        moved = vocabulary.meaning("PUT-OFF", verb.lower_) is not None
        return "future" if moved else _plain(verb, span, vocabulary)
    if past and (is_pluperfect(verb) or deadline == "~"):
        return "past"
    if deadline == "^":
        return "near" if past else "future"
    if deadline == "!":
        return "past" if lasted is not None else "future"
    if deadline == "~" and span.root.dep_ != "pobj":
        return "near" if verb.tag_ in PRESENT and verb.lemma_ != "be" else None
    foretold = deadline == ">" or vocabulary.meaning("FORETELLING", verb.lower_) is not None
    return "future" if foretold or not past else "past"


def _invited(verb: Token, span: Span, vocabulary: Vocabulary) -> Tense | None:
    """Future for what somebody was invited to: "invited them to talks on Friday", not "invited them on Friday"."""
    if vocabulary.meaning("INVITING", verb.lower_) is None or is_direct(span.root, verb):
        return None
    return "future" if span.root.dep_ in {"pobj", "npadvmod"} else None
