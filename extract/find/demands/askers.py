"""Who wants it, as the syntax around a cue shows: the subject, the agent, the owner of a noun, who sent a letter."""

from spacy.tokens import Token

from extract.find.demands.mood import is_infinitive
from extract.find.demands.parties import NOMINAL, after, in_passive, subject_of
from extract.find.demands.rules import DemandsRule, WordList, Words
from extract.parse.syntax import agent, child, clause_verb

RELATIVE = frozenset({"WDT", "WP"})


def wanter(verb: Token, words: Words) -> Token | None:
    """Who asks: the subject of an active verb, the agent of a passive one, the sender of a letter that asks."""
    if in_passive(verb):
        return agent(verb) or _agent_further(verb, words)
    who = author(_in_truth(subject_of(verb)), verb, words)
    if who is not None and verb.dep_ == "acl" and (_is_place(who, words) or _is_approached(who, words)):
        return subject_of(clause_verb(who)) or who
    if who is None:
        return None
    if words.can_ask(who):
        return (_teller(verb, words) if _is_told_of(who) else None) or who
    return (
        _above(verb, who, words)
        or _teller(verb, words)
        or _behind(verb, who, words)
        or _described(verb, who, words)
        or who
    )


def _behind(verb: Token, who: Token, words: Words) -> Token | None:
    """Whose act asks where the subject is an act: "Norland's aim is to press", "they took the lead in advocating"."""
    owner = child(who, "poss") if is_infinitive(verb) else None
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
    told = who.head.head if who.dep_ == "pobj" and who.head.lower_ == "to" else who.head
    return who.dep_ in {"dobj", "pobj"} and told.lemma_ in words.approaching


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
    if is_infinitive(verb):
        return subject_of(clause)
    return subject_of(clause) if who.head.lower_ in words.meetings and clause.lemma_ in words.raising else None


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
