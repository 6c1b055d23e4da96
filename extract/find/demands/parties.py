"""Who wants and who is to do it, as the syntax around a cue shows."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from extract.find.demands.rules import DemandsRule, WordList, Words
from extract.parse.syntax import agent, child, clause_verb, subject

RELATIVE = frozenset({"WDT", "WP"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"})


def in_passive(verb: Token) -> bool:
    """Whether the verb is passive, an auxiliary shared with the verb beside it included."""
    if child(verb, "auxpass", "nsubjpass") is not None:
        return True
    if verb.tag_ != "VBN" or child(verb, "nsubj") is not None:
        return False
    while verb.dep_ == "conj":
        if child(verb, "aux") is not None:
            break
        verb = verb.head
        if verb.tag_ != "VBN":
            return False
    if child(verb, "auxpass", "nsubjpass") is not None:
        return True
    return child(verb, "nsubj") is None and all(part.lemma_ != "have" for part in verb.children if part.dep_ == "aux")


def wanter(verb: Token, words: Words) -> Token | None:
    """Who asks: the subject of an active verb, the agent of a passive one, the sender of a letter that asks."""
    if in_passive(verb):
        return agent(verb) or _agent_further(verb, words)
    who = author(_in_truth(subject_of(verb)), verb, words)
    if who is not None and verb.dep_ == "acl" and (_is_place(who, words) or _is_approached(who, words)):
        return subject_of(clause_verb(who)) or who
    if who is None or words.can_ask(who):
        return _teller(verb, words) or who if who is not None and _is_told_of(who) else who
    return (
        _above(verb, who, words)
        or _teller(verb, words)
        or _behind(verb, who, words)
        or _described(verb, who, words)
        or who
    )


def _behind(verb: Token, who: Token, words: Words) -> Token | None:
    """Whose act asks where the subject is an act: "Norland's aim is to press", "they took the lead in advocating"."""
    owner = child(who, "poss") if any(part.tag_ == "TO" for part in verb.lefts) else None
    if owner is None and verb.dep_ == "pcomp":
        owner = subject_of(clause_verb(who))
    return owner if owner is not None and words.can_ask(owner) else None


def _described(verb: Token, thing: Token, words: Words) -> Token | None:
    """Whom "who" describes, where the parser took the thing before it: "a nurse at the clinic, who demands"."""
    if verb.dep_ != "relcl" or all(part.lower_ != "who" for part in verb.lefts):
        return None
    noun = thing
    while noun.dep_ in {"pobj", "prep", "appos"}:
        noun = noun.head
        if noun.pos_ in NOMINAL and words.is_party(noun):
            return noun
    return None


def _teller(verb: Token, words: Words) -> Token | None:
    """Who reports, where a second act was taken for a part of the report: "said it was late and told them to go"."""
    first = verb.head
    if verb.dep_ != "conj" or first.dep_ != "ccomp" or first.head.lemma_ not in words.saying:
        return None
    return subject_of(first.head) if verb.tag_ == first.head.tag_ else None


def _is_told_of(who: Token) -> bool:
    """Whether only something is said of "it" or others: "said it was late", "said the offer was final"."""
    return who.lower_ == "it" or (who.dep_ == "nsubj" and who.head.lemma_ == "be" and child(who.head, "aux") is None)


def _is_approached(who: Token, words: Words) -> bool:
    """Whether the noun before an asking participle is who is turned to: "petitioned the court seeking"."""
    return who.dep_ == "dobj" and who.head.lemma_ in words.approaching


def _in_truth(who: Token | None) -> Token | None:
    """The subject of "be" for a noun that tells what it is: "Flores is a poet who has demanded"."""
    noun = who
    while noun is not None and noun.dep_ == "conj":
        noun = noun.head
    if noun is None or noun.dep_ != "attr" or noun.head.lemma_ != "be":
        return who
    own = child(noun.head, "nsubj") or (subject_of(noun.head) if noun.head.dep_ == "conj" else None)
    return own if own is not None and own.tag_ not in RELATIVE | {"EX", "DT"} and own.lower_ != "it" else who


def _is_place(who: Token, words: Words) -> bool:
    """Whether the noun before an asking participle is only where it is asked: "camped outside the court demanding"."""
    return who.dep_ == "pobj" and who.head.lower_ in words.outside and who.tag_ in {"NN", "NNP"}


def _above(verb: Token, who: Token, words: Words) -> Token | None:
    """Who acts in the clause above, where the verb only hangs on a noun there.

    "Issued a statement after the meeting calling for", "made a visit to press for".
    """
    while verb.dep_ == "conj":
        verb = verb.head
    if verb.dep_ != "acl":
        return None
    clause = clause_verb(who)
    if any(part.tag_ == "TO" for part in verb.lefts):
        return subject_of(clause)
    return subject_of(clause) if who.head.lower_ in words.meetings and clause.lemma_ in words.raising else None


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
    if verb.dep_ != "conj" or verb.tag_ not in {"VBD", "VBZ"} or not _is_non_finite(above):
        return verb
    while _is_non_finite(above) and above.dep_ in {"conj", "xcomp", "advcl", "ccomp", "acl"}:
        above = above.head
    return above if above.pos_ == "VERB" else verb


def named(token: Token | None) -> Token | None:
    """The token if it can be the head of a name or description."""
    if token is None or token.pos_ not in NOMINAL or token.dep_ == "expl":
        return None
    return token


def _is_non_finite(verb: Token) -> bool:
    return verb.tag_ == "VB" or any(part.tag_ == "TO" for part in verb.lefts)


def _agent_further(verb: Token, words: Words) -> Token | None:
    """The agent where the parser hung "by" as a plain preposition, on the verb or on what it asks for."""
    for holder in (verb, child(verb, "xcomp")):
        if holder is not None and (found := after(holder, ("by",), words)) is not None:
            return found
    return None


def author(who: Token | None, verb: Token, words: Words) -> Token | None:
    """Whose letter, ruling or rally asks, where that is told; else the subject itself."""
    if who is None or who.lemma_.lower() not in words.documents:
        return who
    if who.dep_ == "nsubj" and words.is_party(who):  # "the mayor's campaign asked"
        return who
    owner = child(who, "poss") or after(who, ("by", "from"), words) or _giver(who, words)
    if owner is not None:
        return owner
    holder = who.head
    if who.dep_ in {"dobj", "attr"} and holder != verb and holder.pos_ == "VERB":
        return who if holder.lemma_ in words.heeding else subject_of(holder) or who
    return who


def _giver(document: Token, words: Words) -> Token | None:
    """By whom a clause says that a document was given: "the sentence he received by a court", "passed by the house"."""
    for clause in document.rights:
        if clause.dep_ in {"relcl", "acl"}:
            return agent(clause) or after(clause, ("by", "from"), words)
    return None


def asker(verb: Token, rule: DemandsRule, words: Words) -> Token | None:
    """Who asks in the words of the rule; None where nobody can, or the rule leaves it to the speaker."""
    who = wanter(verb, words)
    if who is None or (rule.first_person and who.lower_ not in {"i", "we"}):
        return None
    if rule.stated:
        return None
    return who if not rule.party or words.can_ask(who) else None


def is_plural_noun(verb: Token) -> bool:
    """Whether the verb is really a plural noun: "it provoked anger and calls for a vote"."""
    if verb.tag_ != "VBZ" or child(verb, "nsubj", "nsubjpass", "mark", "aux") is not None:
        return False
    listed = verb.i > 1 and verb.nbor(-1).dep_ == "cc" and verb.nbor(-2).tag_ == "NNS" and verb.dep_ == "conj"
    return verb.dep_ in {"advcl", "ccomp"} or listed


def is_told_who(verb: Token, words: Words) -> bool:
    """Whether somebody is said to ask, or nothing at all."""
    who = wanter(verb, words)
    return who is None or words.can_ask(who)


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


def possessor(noun: Token, rule: DemandsRule, words: Words) -> Token | None:
    """Whose demand it is: "Moscow's demand", "a call by opposition leaders", "the union demand"."""
    links = ("by", "from") if "of" in rule.to or "of" in rule.particle else ("by", "from", "of")
    owner = child(noun, "poss") or after(noun, links, words)
    if owner is not None and owner.pos_ == "PRON":
        return raiser(noun, words.raising, words) or owner  # "they renewed their call" is bound within its clause
    if owner is not None:
        return owner
    adjacent = next((part for part in noun.lefts if part.dep_ in {"compound", "nmod", "amod"} and _names(part)), None)
    return adjacent or raiser(noun, words.raising, words) or _misread(noun, words)


def _misread(noun: Token, words: Words) -> Token | None:
    """Who says that something demands, where the parser takes the verb for a noun: "said the crisis demands that"."""
    said = noun.dep_ == "dobj" and noun.head.lemma_ in words.saying and noun.head.lemma_ not in words.heeding
    return wanter(noun.head, words) if said else None


def _names(part: Token) -> bool:
    return part.ent_type_ in {"ORG", "GPE", "PERSON", "NORP"}


def raiser(noun: Token, verbs: WordList, words: Words) -> Token | None:
    """The subject of the verb that raises the demand: "issued a call", "stressed the need"."""
    holder = noun.head
    if noun.dep_ == "pobj":
        noun, holder = holder, holder.head
    if holder.pos_ != "VERB" or holder.lemma_ not in verbs:
        return None
    return wanter(holder, words)
