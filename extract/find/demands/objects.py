"""Nouns after verbs that ask: "demanded a vote", "called for a vote", "asked them for a vote"."""

from collections.abc import Iterator

from spacy.tokens import Token

from extract.find.demands.asides import follows_comma
from extract.find.demands.askers import asker, is_plural_noun, is_told_who, raiser
from extract.find.demands.infinitives import infinitive_after
from extract.find.demands.mood import CLAUSAL, is_infinitive
from extract.find.demands.parties import after, expected_of, in_passive, named, subject_of
from extract.find.demands.reading import Reading, cue_of
from extract.find.demands.rules import DemandsRule, Words
from extract.parse.syntax import child


def object_(verb: Token, rule: DemandsRule, words: Words) -> Iterator[Reading]:
    """Demanded a vote; called for a vote; asked them for a vote."""
    for wanted, prep in _objects(verb, rule):
        if prep is None and words.is_party(wanted) and infinitive_after(verb) is not None:
            continue  # "requested the farmers to go home"
        if not _is_wanted(wanted, rule, words) or (prep is not None and not _asks_somebody(verb, words)):
            continue
        actor = raiser(verb, words.raising, words) if is_plural_noun(verb) else asker(verb, rule, words)
        if (actor is None and rule.party and not is_plural_noun(verb)) or (rule.stated and is_told_who(verb, words)):
            return
        cue = cue_of(verb, (prep.lower_,) if prep is not None else ())
        done = _done_to(wanted, verb, words) if prep is not None else None
        if done is None:
            yield Reading(rule, cue, wanted, verb, actor, _giver(verb, wanted, rule, words))
        elif in_passive(done) or not words.is_party(wanted):
            yield Reading(rule, cue, done, verb, actor, theme=wanted)
        else:
            yield Reading(rule, cue, done, verb, actor, wanted)
        yield from (Reading(rule, cue, more, verb, actor) for more in _further(verb) if prep is not None)
        return


def _objects(verb: Token, rule: DemandsRule) -> Iterator[tuple[Token, Token | None]]:
    """(what is wanted, the preposition before it)."""
    if not rule.particle:
        yield from _own_object(verb)
        return
    for prep in verb.rights:
        if prep.lower_ not in rule.particle:
            continue
        if prep.dep_ == "prep" and (noun := child(prep, "pobj", "pcomp")) is not None:
            yield noun, prep
        elif prep.dep_ == "prep" and _lacks_object(verb) and prep.nbor(-1) == verb and verb.head.lower_ != "all":
            yield verb.head, prep
        elif prep.dep_ == "prep" and (clause := _cleft(verb)) is not None:
            yield clause, prep
    for part in verb.rights:
        mark = child(part, "mark")
        if part.dep_ in CLAUSAL and mark is not None and mark.lower_ in rule.particle and is_infinitive(part):
            yield part, mark


def _own_object(verb: Token) -> Iterator[tuple[Token, None]]:
    """What a verb without a preposition asks for."""
    wanted = named(child(verb, "nsubjpass")) if in_passive(verb) else child(verb, "dobj")
    wanted = _cleft(verb) or (verb.head if _lacks_object(verb) else wanted)
    gerund = child(verb, "xcomp")  # "proposed sending observers, an idea that …"
    if wanted is not None and not _is_done_to(wanted, verb) and (gerund is None or gerund.tag_ != "VBG"):
        yield wanted, None


def _cleft(verb: Token) -> Token | None:
    """What is wanted in "what they want is a vote", "all we ask for is a vote"."""
    head = verb.head
    if verb.dep_ == "csubj":
        asks = child(verb, "dobj")
        opens = asks is not None and asks.lower_ == "what" and asks.i < verb.i
    else:
        opens, head = verb.dep_ == "relcl" and head.lower_ == "all" and head.dep_ == "nsubj", head.head
    if not opens or head.lemma_ != "be" or head.i < verb.i:
        return None
    wanted = child(head, "attr", "ccomp", "advcl", "xcomp")
    own = wanted is not None and child(wanted, "nsubj", "nsubjpass") is not None
    return wanted if wanted is not None and wanted.i > head.i and (own or wanted.dep_ == "attr") else None


def _lacks_object(verb: Token) -> bool:
    """Whether the noun before the clause is its object: "the vote (that) they demanded"."""
    own = child(verb, "nsubj")
    gap = verb.dep_ in {"relcl", "acl"} and own is not None and own.tag_ not in {"WDT", "WP"}
    return gap and all(
        part.dep_ not in {"dobj", "ccomp", "xcomp"} or part.tag_ in {"WDT", "WP"} for part in verb.children
    )


def _is_done_to(noun: Token, verb: Token) -> bool:
    """Whether an infinitive says what is to be done to the object: "ordered the ban to be lifted"."""
    done = infinitive_after(verb)
    return done is not None and done.i > noun.i and child(done, "auxpass") is not None


def _is_wanted(wanted: Token, rule: DemandsRule, words: Words) -> bool:
    if (
        (wanted.dep_ == "pobj" and wanted.ent_type_ in {"DATE", "TIME"} and child(wanted, "prep") is None)
        or wanted.lower_ in {"it", "that", "this", "what", "which"}
        or wanted.lemma_.lower() in rule.unless
    ):
        return False
    if wanted.dep_ == "attr" and wanted.pos_ == "PRON":
        return False  # "he is someone that they want"
    if rule.only and wanted.lemma_.lower() not in rule.only:
        return False
    if wanted.tag_ == "VBG" and wanted.dep_ == "pcomp":
        return rule.gerund or child(wanted, "nsubj") is not None
    return (
        not rule.act
        or wanted.pos_ == "VERB"
        or wanted.dep_ == "attr"
        or (words.is_act(wanted) and not words.is_party(wanted))
    )


def _asks_somebody(verb: Token, words: Words) -> bool:
    """Whether the object, if there is one, is somebody: nobody is asked in "push the button for"."""
    asked = _asked_for(verb)
    return asked is None or words.is_party(asked)


def _done_to(noun: Token, verb: Token, words: Words) -> Token | None:
    """The infinitive right after the object, where the parser hung it on the verb: "called for him to be freed"."""
    if noun.pos_ == "VERB" or noun.lemma_ in words.money:  # "two million crowns to repair the dam"
        return None
    own = child(noun, "relcl", "acl")
    if own is not None and is_infinitive(own) and follows_comma(own):
        return own  # "called for the party, its ally, to be expelled"
    return next(
        (c for c in verb.rights if c.dep_ in CLAUSAL and is_infinitive(c) and c.left_edge.i == noun.right_edge.i + 1),
        None,
    )


def _further(verb: Token) -> Iterator[Token]:
    """An infinitive coordinated with the object: "called for his release, as well as to return to talks"."""
    return (part for part in verb.rights if part.dep_ == "xcomp" and is_infinitive(part) and _is_added(part))


def _is_added(clause: Token) -> bool:
    return clause.left_edge.i > 0 and clause.left_edge.nbor(-1).dep_ == "cc"


def _giver(verb: Token, wanted: Token, rule: DemandsRule, words: Words) -> Token | None:
    """Whom it is asked of: "from the ministry", the object of "ask X for Y", the doer of the act."""
    if rule.to and (found := after(verb, rule.to, words)) is not None:
        return found
    if rule.particle and (found := _asked_for(verb)) is not None:
        return found
    if rule.stated and (found := after(wanted, ("of",), words)) is not None:
        return found  # "requires the effort of all traders"
    return after(verb, ("from", "of", "by"), words) or expected_of(wanted, words)


def _asked_for(verb: Token) -> Token | None:
    """The one who is asked for something: the object of an active verb, the subject of a passive one."""
    return subject_of(verb) if in_passive(verb) else child(verb, "dobj")
