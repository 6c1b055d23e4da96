"""Nouns that ask: "its demand that", "an order to", "calls for"."""

from collections.abc import Iterator

from spacy.tokens import Token

from extract.find.demands.askers import possessor, raiser, wanter
from extract.find.demands.mood import CLAUSAL, is_indicative, is_infinitive
from extract.find.demands.parties import after, expected_of, objects, subject_of
from extract.find.demands.reading import Reading
from extract.find.demands.rules import DemandsRule, Words
from extract.find.demands.stance import is_denied
from extract.find.demands.verbs import Construction
from extract.parse.syntax import child, clause_verb

NEAR = 3  # tokens from the noun to a clause of its own that the parser hung higher: "its demand today that"
LISTING = frozenset({"be", "include"})


def noun_clause(noun: Token, rule: DemandsRule, words: Words) -> Iterator[Reading]:
    """The demand that she resign; the demand is that she resign."""
    for holder in (noun, noun.head) if noun.dep_ in {"nsubj", "dobj"} else (noun,):
        said = child(holder, "acl", "relcl", "ccomp")
        if said is None or said.i < noun.i:
            continue
        belongs = holder is noun or holder.lemma_ == "be" or said.left_edge.i - noun.i <= NEAR
        mark = child(said, "mark")
        if belongs and mark is not None and mark.lower_ in rule.particle and not _is_told(said, words):
            yield _reading(noun, rule, words, said)
            return


def _is_told(said: Token, words: Words) -> bool:
    """Whether the clause states a fact, or is a relative one: "the appeal that she filed"."""
    aux = child(said, "aux", "auxpass")
    perfect = said.tag_ == "VBN" and (aux is None or aux.lemma_ == "have")
    return perfect or is_indicative(said, words)


def noun_infinitive(noun: Token, rule: DemandsRule, words: Words) -> Iterator[Reading]:
    """An order to leave; a call on the ministry to pay; calls for them to be freed."""
    if noun.dep_ == "pobj" and noun.i == noun.head.i + 1 and noun.head.lower_ == "in":
        return  # "in order to"
    said = next((c for c in noun.rights if c.dep_ in CLAUSAL and is_infinitive(c)), None)
    if said is not None and child(said, "mark") is None and next(objects(noun, rule.apart), None) is not None:
        return  # "calls for a march to explain the charge"
    if said is None and noun.dep_ in {"dobj", "pobj", "nsubj", "nsubjpass"}:
        verb = noun.head if noun.dep_ != "pobj" else noun.head.head
        said = next(
            (c for c in verb.rights if c.dep_ in CLAUSAL and is_infinitive(c) and _follows(c, noun, rule, words)), None
        )
    said = said or _further_right(noun)
    if said is not None and said.lemma_ not in rule.unless and not _is_other(noun, rule):
        yield from _if_wanted(_reading(noun, rule, words, said), rule, words)


def _further_right(noun: Token) -> Token | None:
    """The infinitive that the parser hung on who asks: "a request by the owners to suspend"."""
    owners = objects(noun, ("by", "from"))
    return next((c for owner in owners for c in owner.rights if c.dep_ in CLAUSAL and is_infinitive(c)), None)


def _is_other(noun: Token, rule: DemandsRule) -> bool:
    """Whether the words on the noun make it another: "a call with", "a conference call"."""
    return next(objects(noun, rule.but), None) is not None or any(part.lower_ in rule.but for part in noun.lefts)


def _follows(clause: Token, noun: Token, rule: DemandsRule, words: Words) -> bool:
    """Whether the clause belongs to the noun although the parser hung it higher.

    It comes right after the phrase, or after those who are asked: "put pressure on them to leave".
    """
    before = clause.doc[max(0, clause.left_edge.i - 1)]
    while before.i > noun.right_edge.i and before.dep_ in {"pobj", "compound", "det", "amod", "poss"}:
        before = before.head
    if before.dep_ == "prep" and before.lower_ in rule.to and noun.head == before.head:
        return (
            before.i == noun.right_edge.i + 1 or noun.head.lemma_ in words.growing
        )  # "pressure grew on them to leave"
    return before.i == noun.right_edge.i or (before.dep_ == "prep" and before.i == noun.right_edge.i + 1)


def noun_object(noun: Token, rule: DemandsRule, words: Words) -> Iterator[Reading]:
    """Calls for a vote; demands such as a vote."""
    wanted = next(objects(noun, rule.particle), None) or _gerund(noun, rule)
    if wanted is None and noun.dep_ in {"dobj", "nsubjpass"}:
        wanted = next((w for w in objects(noun.head, rule.particle) if w.head.i == noun.right_edge.i + 1), None)
    if wanted is None or wanted.pos_ == "PRON" or wanted.lemma_.lower() in rule.unless:
        return
    if words.is_party(wanted) and _is_to_act(wanted):
        return  # "calls for the minister to resign"
    done = wanted.tag_ == "VBG" or (rule.gerund and wanted.left_edge.tag_ == "VBG")
    if rule.act and not (words.is_act(wanted) or done):
        return
    yield from _if_wanted(_reading(noun, rule, words, wanted), rule, words)


def _is_to_act(noun: Token) -> bool:
    """Whether an infinitive follows the phrase of the noun."""
    after = noun.right_edge.i + 1
    return after < len(noun.doc) and noun.doc[after].tag_ == "TO"


def _gerund(noun: Token, rule: DemandsRule) -> Token | None:
    """The gerund in "the importance of closing the plant"."""
    preps = (prep for prep in noun.rights if prep.dep_ == "prep" and prep.lower_ in rule.particle)
    return next((verb for prep in preps if (verb := child(prep, "pcomp")) is not None), None)


def noun_attribute(noun: Token, rule: DemandsRule, words: Words) -> Iterator[Reading]:
    """Their main demand is the release of prisoners; their demands include a vote."""
    verb = noun.head
    wanted = child(verb, "attr", "dobj", "xcomp") if noun.dep_ == "nsubj" and verb.lemma_ in LISTING else None
    listed = wanted is not None and (noun.tag_ == "NNS" or is_infinitive(wanted) or words.is_act(wanted))
    if wanted is not None and wanted.i > verb.i and listed:
        yield from _if_wanted(_reading(noun, rule, words, wanted), rule, words)


def noun_list(noun: Token, rule: DemandsRule, words: Words) -> Iterator[Reading]:
    """Three demands: cut the tax and free the port; on one condition: that she resign."""
    doc, colon = noun.doc, noun.right_edge.i + 1
    if colon + 1 >= len(doc) or doc[colon].text != ":":
        return
    listed = doc[colon + 1]
    while listed.head != listed and listed.head.left_edge.i > colon:
        listed = listed.head
    if _is_wish(listed, words):
        verb = clause_verb(noun)
        yield Reading(rule, doc[noun.i : noun.i + 1], listed, verb, wanter(verb, words), firm=True)


def _is_wish(listed: Token, words: Words) -> bool:
    """Whether a listed clause asks: a bare imperative or a clause with "that"."""
    mark = child(listed, "mark")
    if mark is None:
        return listed.tag_ == "VB" and child(listed, "nsubj") is None
    return mark.lower_ == "that" and not is_indicative(listed, words)


def noun_as(noun: Token, rule: DemandsRule, words: Words) -> Iterator[Reading]:
    """Set a vote as a condition."""
    verb = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ != "as" or verb.pos_ != "VERB":
        return
    wanted = child(verb, "dobj")
    if wanted is not None and words.is_act(wanted):
        yield Reading(rule, noun.doc[noun.i : noun.i + 1], wanted, verb, wanter(verb, words))


def _if_wanted(reading: Reading, rule: DemandsRule, words: Words) -> Iterator[Reading]:
    if rule.raised and reading.cue[0].tag_ == "NNS":
        return  # "emphasized the needs of pupils"
    if not (rule.party or rule.raised) or (reading.actor is not None and words.can_ask(reading.actor)):
        yield reading


def _reading(noun: Token, rule: DemandsRule, words: Words, wanted: Token) -> Reading:
    actor = raiser(noun, words.emphatic, words) if rule.raised else possessor(noun, rule, words)
    if actor is not None and not words.can_ask(actor):
        actor = None
    if noun.head.lemma_ == "have" and noun.dep_ == "dobj" and noun.lemma_ in words.received:
        return Reading(rule, noun.doc[noun.i : noun.i + 1], wanted, noun, bearer=wanter(noun.head, words))
    asked = after(noun, rule.to, words) or expected_of(wanted, words)
    if asked is None and (noun.dep_ == "dobj" or (noun.dep_ == "nsubj" and noun.head.lemma_ in words.growing)):
        asked = after(noun.head, rule.to, words)
    given = child(noun.head, "dative") if noun.dep_ == "dobj" and noun.i > noun.head.i else None
    asked = asked or _pressed(noun, words) or (given if given is not None and words.is_party(given) else None)
    verb = noun.head if noun.head.lemma_ in words.raising and not is_denied(noun, words) else noun
    return Reading(rule, noun.doc[noun.i : noun.i + 1], wanted, verb, actor, asked)


def _pressed(noun: Token, words: Words) -> Token | None:
    """Who is under pressure or faces calls: "the minister came under pressure to resign"."""
    who: Token | None = None
    if noun.dep_ == "pobj" and noun.head.lower_ in words.under:
        who = subject_of(clause_verb(noun.head))
    elif noun.dep_ == "dobj" and noun.head.lemma_ in words.facing:
        who = subject_of(noun.head)
    return who if who is not None and words.is_party(who) else None


NOMINAL: dict[str, Construction] = {
    "noun-clause": noun_clause,
    "noun-infinitive": noun_infinitive,
    "noun-object": noun_object,
    "noun-attribute": noun_attribute,
    "noun-as": noun_as,
    "noun-list": noun_list,
}
