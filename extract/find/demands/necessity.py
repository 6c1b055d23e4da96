"""Necessity that a party states: "the raids must stop", "it is time to act", "Release them"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from extract.find.demands.content import is_clitic, is_doer
from extract.find.demands.mood import CLAUSAL, is_infinitive
from extract.find.demands.reading import Reading
from extract.find.demands.rules import DemandsRule, Words
from extract.parse.frames import Attribution
from extract.parse.syntax import child

SUBJECT = ("nsubj", "nsubjpass", "expl", "csubj", "csubjpass")
CLIMB = 5  # how many words up a condition is looked for
BE = frozenset({"be", "'s", "’s"})
QUESTIONING = frozenset({"WP", "WRB", "WDT"})
SELF = frozenset({"i", "we"})
FREEING = frozenset({"aux", "advmod"})
FOLLOWING = frozenset({"you", "it"})


def modal(cue: Token, rule: DemandsRule, words: Words, quote: Attribution) -> Iterator[Reading]:
    """She must resign; the ministry needs to pay; the raids have to stop."""
    wanted = _governed(cue, words)
    if cue.lemma_ == "have" and quote.addressee is None and any(part.lower_ == "you" for part in cue.lefts):
        return  # "you have to be patient" tells how things are, unless somebody is told
    if (
        wanted is None
        or wanted.pos_ not in {"VERB", "AUX"}
        or _is_phrase(wanted, rule)
        or (rule.quoted and quote.kind == "indirect")
    ):
        return
    if cue.tag_ == "VBD" and not _is_backshifted(cue, quote):
        return
    if rule.only and (wanted.lemma_ not in rule.only or child(wanted, "neg") is None or child(wanted, "prt")):
        return
    holder = wanted if cue.dep_ == "aux" else cue
    who = _bearer(holder)
    if (
        who is None
        or who.i > cue.i
        or _is_aside(holder, wanted, words)
        or _is_guess(cue, wanted, who, words)
        or not (_is_told_it(who, quote) or _is_deontic(cue, wanted, who, rule, words))
    ):
        return
    passive = child(wanted, "auxpass") is not None
    bearer, theme = (who, None) if is_doer(who, words) and not passive else (None, who if holder is cue else None)
    yield Reading(rule, _with_negation(cue), wanted, wanted, bearer=bearer, theme=theme, firm=True, quote=quote)


def _is_backshifted(cue: Token, quote: Attribution) -> bool:
    """Whether the past is that of a report, about others than who reports: "said the ministry needed to pay"."""
    who = child(cue, "nsubj")
    told = quote.kind != "direct" and quote.cue is not None and quote.cue.root.tag_ in {"VBD", "VBN"}
    return told and cue.lemma_ != "have" and who is not None and who.pos_ != "PRON"


def impersonal(cue: Token, rule: DemandsRule, words: Words, quote: Attribution) -> Iterator[Reading]:
    """It is time to act; it is important that they act; it is up to them to act."""
    verb = cue.head
    if not BE & {verb.lemma_, verb.lower_} or not any(part.lower_ in rule.expletive for part in verb.lefts):
        return
    said = _complement(cue, verb)
    if said is not None and said.lemma_ not in rule.unless:
        yield Reading(rule, cue.doc[cue.i : cue.i + 1], said, said, bearer=child(said, "nsubj"), firm=True, quote=quote)


def duty(noun: Token, rule: DemandsRule, words: Words, quote: Attribution) -> Iterator[Reading]:
    """The council has a duty to pay."""
    verb, said = noun.head, child(noun, "acl")
    who = child(verb, "nsubj") if noun.dep_ == "dobj" and verb.lemma_ == "have" else None
    if who is None or said is None or not is_infinitive(said) or who.lower_ in SELF or not words.is_party(who):
        return
    if child(verb, "neg") is None and not _is_aside(verb, said, words) and said.lemma_ not in rule.unless:
        yield Reading(rule, noun.doc[noun.i : noun.i + 1], said, said, bearer=who, firm=True, quote=quote)


def let(verb: Token, rule: DemandsRule, words: Words, quote: Attribution) -> Iterator[Reading]:
    """Let them come back: an imperative to others."""
    wanted = child(verb, "ccomp", "xcomp")
    who = child(wanted, "nsubj") if wanted is not None else None
    if wanted is None or who is None or not verb.i < who.i < wanted.i or verb.tag_ != "VB":
        return
    if rule.quoted and quote.kind == "indirect":
        return
    if verb.dep_ == "conj" and is_infinitive(verb.head):
        return  # "she wanted to go and let them know"
    if child(verb, *SUBJECT, "aux", "mark") is None and (who.lower_ in rule.only or _is_somebody_else(who, words)):
        yield Reading(rule, verb.doc[verb.i : verb.i + 1], wanted, wanted, bearer=who, firm=True, quote=quote)


def _is_somebody_else(who: Token, words: Words) -> bool:
    """Whether the words name others than speaker and hearer."""
    return who.pos_ in {"NOUN", "PROPN"} and words.is_party(who)


def imperative(verb: Token, rule: DemandsRule, words: Words, quote: Attribution) -> Iterator[Reading]:
    """Release them; please don't shoot."""
    if verb.lemma_.lower() in rule.unless or any(_rules_out_imperative(part) for part in verb.lefts):
        return
    if verb.pos_ not in {"VERB", "AUX"} or verb.lower_ != verb.lemma_.lower() or _is_asked(verb) or _is_bargain(verb):
        return
    if rule.particle and not any(part.lower_ in rule.particle for part in verb.lefts):
        return
    yield Reading(rule, quote.cue or verb.doc[verb.i : verb.i + 1], verb, verb, firm=True, quote=quote)


def _is_asked(verb: Token) -> bool:
    """Whether a question mark ends the sentence."""
    marks = (token for token in reversed(list(verb.rights)) if token.is_punct and not token.is_quote)
    return next((mark.text == "?" for mark in marks), False)


def _is_bargain(verb: Token) -> bool:
    """Whether the clause tells on what something follows: "Add the rent and you get a huge bill"."""
    beside = child(verb, "conj")
    doer = child(beside, "nsubj") if beside is not None else None
    return doer is not None and doer.i > 0 and doer.lower_ in FOLLOWING and doer.nbor(-1).lower_ == "and"


def _rules_out_imperative(part: Token) -> bool:
    if part.dep_ in {"aux", "auxpass"}:
        return part.lower_ != "do"
    return part.dep_ in SUBJECT or part.dep_ == "mark" or part.tag_ in QUESTIONING


def _governed(cue: Token, words: Words) -> Token | None:
    """The verb under the modal: the head of "must", the complement of "needs to"."""
    if cue.tag_ == "MD" and cue.dep_ == "aux":
        return cue.head.head if cue.head.dep_ in {"aux", "auxpass"} else cue.head
    if cue.tag_ in {"VBN", "VBG"} or cue.pos_ not in {"VERB", "AUX"}:
        return None
    if cue.dep_ == "aux":  # "ought to" and "have to" as the parser sometimes sees them
        return cue.head if is_infinitive(cue.head) and cue.head.i > cue.i else None
    said = child(cue, "xcomp") if child(cue, "neg") is None else None  # what need not be done is not asked for
    if said is None or not is_infinitive(said) or child(cue, "dobj") is not None:
        return None
    return None if any(part.lower_ in words.optional for part in cue.lefts if part.dep_ in FREEING) else said


def _is_phrase(wanted: Token, rule: DemandsRule) -> bool:
    """Whether the verb is a turn of phrase with this modal: "should know", "has to do with"."""
    if wanted.lemma_ in rule.unless:
        return True
    return any(f"{wanted.lemma_} {part.lower_}" in rule.unless for part in wanted.rights if part.dep_ == "prep")


def _bearer(verb: Token) -> Token | None:
    """The subject of the necessity, shared with the verb before where need be."""
    own = child(verb, *SUBJECT)
    while own is None and verb.dep_ == "conj":
        verb = verb.head
        own = child(verb, *SUBJECT)
    return own


def _is_aside(verb: Token, wanted: Token, words: Words) -> bool:
    """Whether the clause is a question, a condition or a relative clause: nothing is asked for there."""
    before = [part for part in (*verb.lefts, *wanted.lefts) if part.dep_ != "advcl"]
    if verb.dep_ == "relcl" or any(part.left_edge.tag_ in QUESTIONING for part in before):
        return True
    if any(part.dep_ in {"mark", "advmod"} and part.lower_ in words.temporal for part in verb.lefts):
        return True
    if any(map(_is_asked, (wanted, *_above(wanted)))):
        return True
    if len(marks := [part for part in verb.lefts if part.dep_ == "mark"]) > 1 and marks[0].lower_ in words.purposive:
        return True
    return any(
        part.dep_ == "mark" and part.lower_ in words.conditional for above in _above(verb) for part in above.lefts
    )


def _above(verb: Token) -> Iterator[Token]:
    """The words that the clause hangs on, the nearest first."""
    for _ in range(CLIMB):
        if verb.dep_ == "ROOT":
            return
        verb = verb.head
        yield verb


def _is_guess(cue: Token, wanted: Token, who: Token, words: Words) -> bool:
    """Whether nothing is to be done: a guess ("must have been", "must be a joke"), a wish for oneself."""
    if (
        who.lower_ == "i"
        or who.tag_ in {"WDT", "WP"}
        or who.dep_ == "expl"
        or (cue.i > 0 and cue.nbor(-1) != who and cue.nbor(-1).lower_ in words.denying)
    ):
        return True
    if any(part.dep_ == "aux" and part.lemma_ == "have" and part.i > cue.i for part in wanted.lefts):
        return True
    return (wanted.lemma_ == "be" and child(wanted, "attr") is not None) or _lets_off(cue, who, words)


def _is_deontic(cue: Token, wanted: Token, who: Token, rule: DemandsRule, words: Words) -> bool:
    """Whether somebody must act, or something must be done."""
    if child(wanted, "auxpass") is not None:
        return who.lower_ != "it" or child(wanted, "ccomp") is None
    if words.is_party(who):
        return True
    firm = rule.thing or child(wanted, "neg") is not None  # "the rain should stop" predicts, "should not" does not
    return firm and cue.tag_ == "MD" and who.pos_ != "PRON" and wanted.lemma_ != "be"


def _is_told_it(who: Token, quote: Attribution) -> bool:
    """Whether "it" is who is told: "told the firm that it must pay"."""
    return who.lower_ == "it" and quote.addressee is not None


def _lets_off(cue: Token, who: Token, words: Words) -> bool:
    """Whether the words tell what need not be done: "nobody has to pay"."""
    free = cue.tag_ != "MD" and cue.dep_ != "aux"
    return free and any(part.lower_ in words.denying for part in (who, *who.lefts))


def _with_negation(cue: Token) -> Span:
    following = cue.i + 1
    return cue.doc[cue.i : following + (following < len(cue.doc) and is_clitic(cue.doc[following]))]


def _complement(cue: Token, verb: Token) -> Token | None:
    for holder in (cue, verb):
        for part in holder.rights:
            if part.i > cue.i and part.dep_ in CLAUSAL | {"csubj"} and _is_wish(part):
                return part
    return None


def _is_wish(said: Token) -> bool:
    mark = child(said, "mark")
    return is_infinitive(said) or (mark is not None and mark.lower_ == "that" and said.tag_ in {"VB", "VBP", "VBN"})


NECESSITY = {"modal": modal, "impersonal": impersonal, "let": let, "duty": duty}
