"""Verbs that ask: what their clause, gerund or participle says is wanted (Huddleston & Pullum 2002, ch. 11)."""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from extract.find.demands.askers import asker
from extract.find.demands.infinitives import control, infinitive
from extract.find.demands.mood import (
    CLAUSAL,
    is_content_clause,
    is_infinitive,
    is_mandative,
    is_question,
    lacks_backshift,
    opens_question,
)
from extract.find.demands.objects import object_
from extract.find.demands.parties import after, in_passive, subject_of
from extract.find.demands.reading import Reading, cue_of
from extract.find.demands.rules import DemandsRule, Words
from extract.parse.syntax import child

FINITE = ("aux", "auxpass", "mark")
OBJECTIVE = frozenset({"it", "them", "him", "her", "this", "that"})
Construction = Callable[[Token, DemandsRule, Words], Iterator[Reading]]


def clause(verb: Token, rule: DemandsRule, words: Words) -> Iterator[Reading]:
    """Demanded (that) she resign."""
    said = child(verb, "ccomp")
    if said is None or said.i < verb.i or is_infinitive(said) or is_question(said) or opens_question(verb):
        return
    wished = is_mandative(said, words) or (rule.unless and _is_bare_wish(said, verb, rule, words))
    if not wished and (rule.mandative or not is_content_clause(said, verb)):
        return
    actor = asker(verb, rule, words)
    if actor is not None or not rule.party:
        yield Reading(rule, cue_of(verb), said, verb, actor)


def _is_bare_wish(said: Token, verb: Token, rule: DemandsRule, words: Words) -> bool:
    """Suggested that parents help: an act of somebody's, in the bare form under a past verb."""
    doer = child(said, "nsubj")
    acts = doer is not None and words.is_party(doer) and said.lemma_ not in rule.unless
    return acts and lacks_backshift(said, verb)


def gerund(verb: Token, rule: DemandsRule, words: Words) -> Iterator[Reading]:
    """Proposed holding a vote; warned against entering."""
    link = next((p for p in verb.rights if p.dep_ == "prep" and p.lower_ in rule.particle), None)
    if rule.particle:
        wanted = child(link, "pcomp", "pobj") if link is not None else None
    else:
        wanted = child(verb, "xcomp", "ccomp")
    actor = asker(verb, rule, words)
    if wanted is None and not rule.particle and actor is not None and words.can_ask(actor):
        wanted = _hidden_gerund(verb)
    elif wanted is None or wanted.tag_ != "VBG" or wanted.i < verb.i or child(wanted, "aux") is not None:
        return
    if wanted is None:
        return
    if actor is not None or not rule.party:
        asked = child(verb, "dobj") if link is not None else None
        yield Reading(rule, cue_of(verb), wanted, verb, actor, asked, theme=link)


def _hidden_gerund(verb: Token) -> Token | None:
    """The object of a gerund right after the verb that the parser took for an adjective: "proposed closing schools"."""
    noun = child(verb, "dobj")
    opens = noun is not None and noun.left_edge.i == verb.i + 1 and noun.left_edge.tag_ == "VBG"
    return noun if opens else None


def participle(verb: Token, rule: DemandsRule, words: Words) -> Iterator[Reading]:
    """Wants the law changed."""
    done = child(verb, "ccomp")
    if done is None or done.tag_ not in {"VBN", "VBD"} or done.i < verb.i or child(done, "aux", "auxpass", "mark"):
        return
    own, actor = child(done, "nsubj", "nsubjpass"), asker(verb, rule, words)
    if own is not None and own.i > verb.i and actor is not None and (own.pos_ != "PRON" or own.lower_ in OBJECTIVE):
        yield Reading(rule, cue_of(verb), done, verb, actor, theme=own)


def sight(verb: Token, rule: DemandsRule, words: Words) -> Iterator[Reading]:
    """Wants to see the law changed; want to see ministers act."""
    wish, said = verb.head, child(verb, "ccomp")
    if verb.dep_ != "xcomp" or wish.lemma_ not in rule.only or said is None or is_question(said):
        return
    own, actor = child(said, "nsubj", "nsubjpass"), asker(verb, rule, words)
    if own is None or actor is None or said.tag_ not in {"VB", "VBN", "VBP"} or child(said, *FINITE):
        return
    cue = verb.doc[wish.i : verb.i + 1]
    if said.tag_ != "VBN" and words.is_party(own):
        yield Reading(rule, cue, said, wish, actor, own)
    else:
        yield Reading(rule, cue, said, wish, actor, theme=own)


def bar(verb: Token, rule: DemandsRule, words: Words) -> Iterator[Reading]:
    """Banned them from entering."""
    barred = subject_of(verb) if in_passive(verb) else child(verb, "dobj")
    holders = [verb] if barred is None or in_passive(verb) else [verb, barred]
    for holder in holders:
        for prep in holder.children:
            if prep.dep_ == "prep" and prep.lower_ in rule.particle and (wanted := child(prep, "pcomp")) is not None:
                actor = asker(verb, rule, words) or after(wanted, ("by",), words)
                if actor is not None and barred is not None:
                    yield Reading(rule, cue_of(verb, rule.particle), wanted, verb, actor, barred)
                return


def is_phrasal(verb: Token, rule: DemandsRule) -> bool:
    """Whether the verb is another one: "call off", "push back", "plead guilty"."""
    part = child(verb, "prt", "acomp", "oprd")
    return part is not None and part.lower_ not in {*rule.to, *rule.particle}


def deadline(verb: Token, rule: DemandsRule, words: Words) -> Iterator[Reading]:
    """Gave them until May to leave; gave the firm 48 hours to pay."""
    given = child(verb, "dobj")
    told = subject_of(verb) if in_passive(verb) else child(verb, "dative") or given
    limit = (
        given
        if given is not None and told is not given
        else next((p for p in verb.rights if p.lower_ in rule.particle), None)
    )
    if told is None or limit is None or not words.is_party(told):
        return
    holders = (verb, limit, child(limit, "pobj"))
    wanted = next((c for h in holders if h for c in h.rights if c.dep_ in CLAUSAL and is_infinitive(c)), None)
    if wanted is None or not told.i < limit.i < wanted.i or (limit is given and given.lemma_ not in rule.only):
        return
    actor = asker(verb, rule, words)
    if actor is not None or in_passive(verb):
        yield Reading(rule, cue_of(verb), wanted, verb, actor, told)


VERBAL: dict[str, Construction] = {
    "clause": clause,
    "infinitive": infinitive,
    "control": control,
    "object": object_,
    "participle": participle,
    "gerund": gerund,
    "bar": bar,
    "sight": sight,
    "deadline": deadline,
}
