"""Infinitives after verbs that ask: "urged her to resign", "called on her to resign", "demanded to be heard"."""

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from extract.find.demands.askers import asker, wanter
from extract.find.demands.mood import CLAUSAL, is_infinitive
from extract.find.demands.parties import after, in_passive, subject_of
from extract.find.demands.reading import Reading, cue_of
from extract.find.demands.rules import DemandsRule, Words
from extract.parse.syntax import child

HELD = {"acl": ("advcl", "xcomp"), "relcl": ("advcl",)}  # what may be the asker's infinitive on a clause there
ASKING = frozenset({"WRB", "WP", "WDT"})
OURSELVES = frozenset({"me", "us"})  # who states a need of others for himself does not ask
DEEP = 10  # words down the end of a long object
REACH = 60  # tokens between a verb and its infinitive; longer ones are parser errors


def infinitive(verb: Token, rule: DemandsRule, words: Words) -> Iterator[Reading]:
    """Urged her to resign; called on her to resign; she was urged to resign."""
    wanted = infinitive_after(verb, rule.to) or _after_letter(verb, rule, words)
    if wanted is None or wanted.lemma_ in rule.unless or not _in_one_breath(verb, wanted):
        return
    if any(part.dep_ == "dobj" and part.left_edge.tag_ in ASKING for part in verb.lefts):
        return  # "what she wants him to do"
    if rule.stated and in_passive(verb):
        return  # "a key is needed to open it"
    if rule.sure and verb.tag_ == "VBN" and verb.dep_ == "advcl" and child(verb, "auxpass", "nsubjpass") is None:
        return  # "Asked to explain, she said": a reporter's question
    asked = _asked(verb, wanted, rule, words)
    if asked is None or not _can_be_asked(asked, wanted, rule, words):
        return
    actor = asker(verb, rule, words)
    if rule.stated and asked.lower_ in OURSELVES:
        actor = who if (who := wanter(verb, words)) is not None and words.can_ask(who) else None
    if actor is None and (rule.party or rule.first_person or (rule.to and not in_passive(verb))):
        return
    if rule.to or rule.sure or _is_somebody(asked, words) or in_passive(verb):
        yield Reading(rule, cue_of(verb, rule.to), wanted, verb, actor, asked)
    else:
        yield Reading(rule, cue_of(verb, rule.to), wanted, verb, actor, theme=asked)


def control(verb: Token, rule: DemandsRule, words: Words) -> Iterator[Reading]:
    """Demanded to be heard: what is wanted is done to the one who asks."""
    wanted = child(verb, "xcomp")
    if wanted is None or in_passive(verb) or not is_infinitive(wanted) or child(verb, "dobj", "dative", "prep"):
        return
    if (rule.mandative and child(wanted, "auxpass") is None) or wanted.lemma_ in rule.unless:
        return
    actor = asker(verb, rule, words)
    if actor is not None:
        yield Reading(rule, cue_of(verb), wanted, verb, actor)


def infinitive_after(verb: Token, to: Collection[str] = ()) -> Token | None:
    """The infinitive that completes the verb, on the verb, on its object or in a clause there."""
    for part in verb.rights:
        if part.dep_ in CLAUSAL and is_infinitive(part):
            mark = child(part, "mark")
            linked = mark is None or mark.lower_ in to  # "calls on shops to close", with "on" for a conjunction
            return part if linked and part.left_edge.tag_ not in ASKING else None
        noun = part if part.dep_ == "dobj" else child(part, "pobj")
        asked = part.dep_ in {"dobj", "dative"} or part.lower_ in to
        own = _infinitive_on(noun) if asked and noun is not None else None
        if own is not None or (own := _infinitive_down(part)) is not None:
            return own
    return None


def _after_letter(verb: Token, rule: DemandsRule, words: Words) -> Token | None:
    """The infinitive that the parser hung on a phrase between: "urged them in a letter on Monday to pay"."""
    asked = child(verb, "dobj")
    if not rule.asked or asked is None:
        return None
    if (own := _infinitive_with(asked)) is not None:
        return own
    last = next((part for part in reversed(list(verb.rights)) if part.dep_ != "punct"), None)
    noun = child(last, "pobj") if last is not None and last.lower_ in words.meetings else None
    if noun is None or not (noun.lemma_ in words.documents or noun.ent_type_ in {"DATE", "TIME"}):
        return None
    return _infinitive_on(noun)


def _infinitive_with(asked: Token) -> Token | None:
    """The infinitive on what those have who are asked: "urged anyone with photographs to call"."""
    links = (part for holder in (asked, asked.head) for part in holder.rights if part.dep_ == "prep")
    held = (noun for link in links if link.lower_ == "with" and (noun := child(link, "pobj")) is not None)
    return next((wanted for noun in held if (wanted := _infinitive_on(noun)) is not None), None)


def _is_somebody(asked: Token, words: Words) -> bool:
    """Whether the words name a party, a house that people run, or somebody by name: "the rental site Harkly"."""
    beside = child(asked, "appos")
    named = beside is not None and words.is_party(beside)
    return named or words.is_party(asked) or asked.lemma_.lower() in words.places


def _infinitive_on(noun: Token) -> Token | None:
    return next((part for part in noun.rights if part.dep_ in CLAUSAL and is_infinitive(part)), None)


def _infinitive_down(part: Token) -> Token | None:
    """The infinitive on a participle at the end of a long phrase: "ordered owners of land flooded in May to pay"."""
    if part.dep_ not in {"dobj", "prep"}:
        return None
    for _ in range(DEEP):
        last = next((token for token in reversed(list(part.rights)) if token.dep_ != "punct"), None)
        if last is None:
            return None
        inner = child(last, *HELD.get(last.dep_, ("",)))
        if inner is not None and is_infinitive(inner):
            return inner
        part = last
    return None


def _in_one_breath(verb: Token, wanted: Token) -> bool:
    """Whether nothing sets the infinitive off as another's words: no colon, no quotation after a comma."""
    if wanted.i < verb.i or wanted.i - verb.i > REACH:
        return False
    between = verb.doc[verb.i : wanted.i]
    return not any(
        token.text == ":" or (token.is_quote and token.nbor(-1).text == ",") for token in between if token.i > verb.i
    )


def _can_be_asked(asked: Token, wanted: Token, rule: DemandsRule, words: Words) -> bool:
    """Whether the verb asks somebody to do something: no thing, no wish how something may be."""
    if _is_somebody(asked, words):
        return (
            not (rule.party or rule.stated) or child(asked, "nummod") is None or not rule.asked
        )  # "needs 20 delegates to win"
    if child(wanted, "auxpass") is not None:
        return (asked.lower_ != "it" or rule.party) and not rule.first_person
    return (rule.sure or not rule.asked) and wanted.lemma_ != "be" and not words.is_act(asked)


def _asked(verb: Token, wanted: Token, rule: DemandsRule, words: Words) -> Token | None:
    """Whom the verb asks; None where it asks nobody."""
    if rule.to and (found := after(verb, rule.to, words) or _object_of_particle(verb, rule)) is not None:
        return found
    if in_passive(verb):
        return subject_of(verb)
    own = child(wanted, "nsubj", "nsubjpass")
    if own is not None or rule.to:
        return own if not rule.to or child(wanted, "mark") is not None else None
    given, told = child(verb, "dobj"), child(verb, "dative")
    return given or told if given is None or told is None else None  # "asked staff questions to see …"


def _object_of_particle(verb: Token, rule: DemandsRule) -> Token | None:
    """The object of "call on" where the parser takes "on" for a part of the verb."""
    part = child(verb, "prt")
    if part is None or part.lower_ not in rule.to:
        return None
    return child(part, "pobj") or child(verb, "dobj", "pobj")
