"""Plans and timetables: verbs, adjectives and nouns that set a day, whatever their own tense."""

from spacy.tokens import Token

from extract.find.dates.phrase import Tense
from extract.find.dates.verbs import PRESENT, auxiliaries, governor, is_attribute, is_direct, is_past, is_pluperfect
from extract.find.dates.words import Vocabulary

_FUTURE_WORDS = frozenset({"will", "shall", "'ll", "’ll", "wo", "would"})


def planned(verb: Token, time: Token, vocabulary: Vocabulary) -> Tense | None:
    """Future for what is planned, near for what was; None for what is no plan, or had been one for a day of the week.

    "Is set to meet Friday", "a meeting planned for Friday", "payable Friday"; "was set to meet Friday", "had been due
    in May"; "had been due Friday".
    """
    planner = _planner(verb, time, vocabulary)
    if planner is None:
        return None
    if is_pluperfect(planner):
        return "near" if _names_month(time, vocabulary) else None
    return "near" if _is_told_in_past(planner, time, vocabulary) else "future"


def _planner(verb: Token, time: Token, vocabulary: Vocabulary) -> Token | None:
    """The verb, if it is one of plans, or one of plans that it depends on as an infinitive.

    Infinitives that are plans by themselves: "is to meet Friday", "guidelines to be published in May".
    """
    plans = [word for word in (verb, *verb.children) if word == verb or word.dep_ == "acomp"]
    if (planner := next((word for word in plans if _plans(word, time, vocabulary)), None)) is not None:
        return planner
    if all(word.tag_ != "TO" for word in auxiliaries(verb)):
        return None
    is_to = verb.head.lemma_ == "be" and verb.head.tag_ in {*PRESENT, "VBD"}
    if is_to or vocabulary.meaning("PLANNED", verb.head.lower_) is not None:
        return verb.head
    return verb if any(word.dep_ == "auxpass" and word.tag_ == "VB" for word in auxiliaries(verb)) else None


def _plans(word: Token, time: Token, vocabulary: Vocabulary) -> bool:
    """Whether a word tells a plan for the time; "set" where it is set for or as something: no record is."""
    meaning = vocabulary.meaning("PLANNED", word.lower_)
    return meaning == "+" or (meaning == "for" and _aims(word, time, vocabulary))


def _names_month(time: Token, vocabulary: Vocabulary) -> bool:
    return any(vocabulary.meaning("MONTH", word.lower_) is not None for word in (time, *time.children))


def _aims(word: Token, time: Token, vocabulary: Vocabulary) -> bool:
    before = word.doc[word.i + 1 : time.i]
    if is_attribute(time) and vocabulary.meaning("APPOINTMENT", time.head.lower_) is not None:
        return True
    return any(token.lower_ == "for" for token in before) or any(child.lower_ == "as" for child in word.children)


def _is_told_in_past(planner: Token, time: Token, vocabulary: Vocabulary) -> bool:
    """Whether the plan is one that was: "was due Friday", "a march set for Friday was stopped", "first set for May".

    Not for a weekday in reported speech, where only the report is past: "said it planned to close on Friday".
    """
    verb = planner.head if planner.pos_ == "ADJ" and planner.dep_ == "acomp" else planner
    if any(vocabulary.meaning("AT-FIRST", child.lower_) is not None for child in planner.children):
        return True
    finite = any(word.tag_ == "VBD" for word in (verb, *auxiliaries(verb)))
    if finite:
        return verb.dep_ != "ccomp" or _names_month(time, vocabulary)
    if verb.head.tag_ == "VBD" and verb.head.lemma_ == "be":
        return True
    if verb.pos_ == "NOUN" or auxiliaries(verb):
        return False
    above = governor(verb, vocabulary)
    return verb.dep_ == "acl" and above is not None and is_past(above)


def is_promised(verb: Token, time: Token) -> bool:
    """Whether the verb has will or would, or a modal of possibility if it is in the active voice and the time its own.

    "They may meet Friday", not "Friday's vote may fail".
    """
    modals = [word for word in auxiliaries(verb) if word.tag_ == "MD" or word.lower_ in _FUTURE_WORDS]
    if any(word.lower_ in _FUTURE_WORDS for word in modals):
        return True
    return bool(modals) and verb.tag_ == "VB" and not is_attribute(time)


def is_timetabled(verb: Token, time: Token, vocabulary: Vocabulary) -> bool:
    """Whether the present tense tells when something is: "the vote is Friday", "they play on Friday"."""
    if verb.tag_ == "VBG":
        return _is_under_way(verb, time)
    if verb.tag_ not in PRESENT or is_pictured(verb):
        return False
    if verb.lemma_ == "be":
        return is_direct(time, verb) or any(map(_tells_when, verb.children))
    return time.dep_ in {"npadvmod", "pobj", "prep"} and vocabulary.meaning("TIMETABLED", verb.lower_) is not None


def is_pictured(verb: Token) -> bool:
    """Whether it says what a picture shows: "she waves as she takes the stage on Friday"."""
    return verb.dep_ == "advcl" and verb.head.tag_ in PRESENT and any(child.lower_ == "as" for child in verb.children)


def _tells_when(word: Token) -> bool:
    """Whether a word makes a timetable of "be": "they are to vote on Friday", "there is a vote on Friday"."""
    return word.dep_ == "expl" or (word.dep_ == "xcomp" and word.tag_ == "VB")


def _is_under_way(verb: Token, time: Token) -> bool:
    """Whether it has "is" or "are" and no object that the time could belong to: "he is speaking on Friday"."""
    is_present = any(word.tag_ in PRESENT and word.lemma_ == "be" for word in auxiliaries(verb))
    return is_present and is_direct(time, verb) and all(word.dep_ != "dobj" for word in verb.children)
