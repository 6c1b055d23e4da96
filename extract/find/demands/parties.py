"""Who is told and who is to do it, as the syntax around a cue shows."""

from collections.abc import Iterable, Iterator
from itertools import islice

from spacy.tokens import Token

from extract.find.demands.asides import is_second_act
from extract.find.demands.mood import is_infinitive
from extract.find.demands.rules import Words
from extract.parse.syntax import child, subject

TELLING = frozenset({"urge", "tell", "order", "warn", "advise", "instruct", "direct"})  # never without whom
CLIMB = 6  # words up a misplaced verb
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"})


def in_passive(verb: Token) -> bool:
    """Whether the verb is passive, an auxiliary shared with the verb beside it included."""
    if child(verb, "auxpass", "nsubjpass") is not None:
        return True
    if verb.tag_ != "VBN" or child(verb, "nsubj") is not None:
        return _in_headline(verb)
    while verb.dep_ == "conj":
        if child(verb, "aux") is not None:
            break
        verb = verb.head
        if verb.tag_ != "VBN":
            return False
    if child(verb, "auxpass", "nsubjpass") is not None:
        return True
    return child(verb, "nsubj") is None and all(part.lemma_ != "have" for part in verb.children if part.dep_ == "aux")


def _in_headline(verb: Token) -> bool:
    """Whether a headline leaves out the auxiliary: "Minister told to quit"."""
    after = verb.i + 1
    if verb.tag_ not in {"VBD", "VBN"} or verb.lemma_ not in TELLING or after >= len(verb.doc):
        return False
    return verb.doc[after].tag_ == "TO" and verb.doc[after].head.dep_ == "xcomp" and verb.dep_ == "ROOT"


def subject_of(verb: Token) -> Token | None:
    """The subject, if it names somebody or something; that of the clause above for "after demanding"."""
    while verb.dep_ == "pcomp" and child(verb, "nsubj") is None:
        verb = verb.head.head
        if verb.pos_ in NOMINAL:
            return named(verb)
    own = [part for part in verb.lefts if part.dep_ in {"nsubj", "nsubjpass"}]
    if len(own) > 1:  # a name that the parser broke up: its last word is the head
        return named(own[-1])
    return named(subject(_finite(verb)))


def _finite(verb: Token) -> Token:
    """The verb, or the finite one above it with which it is coordinated in truth.

    In "urged them to leave and told us" the parser may hang "told" on "leave".
    """
    above = verb.head
    if verb.dep_ == "dep" and verb.tag_ == above.tag_ == "VBD" and child(verb, "nsubj") is None:
        return above  # "phoned the mayor and, it is said, demanded that he resign"
    if is_second_act(verb) and (past := _past_above(verb)) is not None:
        return past
    if verb.dep_ != "conj" or verb.tag_ not in {"VBD", "VBZ"} or not _is_non_finite(above):
        return verb
    while _is_non_finite(above) and above.dep_ in {"conj", "xcomp", "advcl", "ccomp", "acl"}:
        above = above.head
    return above if above.pos_ == "VERB" else verb


def _past_above(verb: Token) -> Token | None:
    """The nearest past verb above."""
    return next((above for above in islice(verb.ancestors, CLIMB) if above.tag_ == "VBD"), None)


def named(token: Token | None) -> Token | None:
    """The token if it can be the head of a name or description."""
    if token is None or token.pos_ not in NOMINAL or token.dep_ == "expl":
        return None
    return token


def _is_non_finite(verb: Token) -> bool:
    return verb.tag_ == "VB" or is_infinitive(verb)


def recipient(verb: Token, words: Words) -> Token | None:
    """To whom something is sent or said that asks: "wrote to the mayor, requesting", "sent him a letter asking"."""
    if verb.tag_ != "VBG" or verb.dep_ not in {"advcl", "acl"}:
        return None
    sending = verb.head.head if verb.dep_ == "acl" and verb.head.dep_ in {"dobj", "pobj"} else verb.head
    if sending.pos_ != "VERB" or (verb.dep_ == "acl" and verb.head.lemma_.lower() not in words.documents):
        return None
    told = child(sending, "dative")
    if told is not None and told.pos_ in NOMINAL:
        return told if words.is_party(told) else None
    return after(sending, ("to",), words)


def expected_of(wanted: Token, words: Words) -> Token | None:
    """Who is to do the act that a noun names: "a vote by members", "an apology from the ministry"."""
    inner = next(objects(wanted, ("of", "on", "for", "to")), None)
    return after(wanted, ("by",) if inner is not None else ("by", "from"), words)


def after(token: Token, prepositions: Iterable[str], words: Words) -> Token | None:
    """The party that a preposition adds to the token."""
    return next((noun for noun in objects(token, prepositions) if words.is_party(noun)), None)


def objects(token: Token, prepositions: Iterable[str]) -> Iterator[Token]:
    """The objects of the given prepositions under the token."""
    for prep in token.children:
        if prep.dep_ in {"prep", "agent", "dative"} and prep.lower_ in prepositions:
            noun = child(prep, "pobj")
            if noun is not None:
                yield noun
