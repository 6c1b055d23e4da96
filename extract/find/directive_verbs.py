"""Verbs that ask: what their clause, infinitive, object or gerund says is wanted (Huddleston & Pullum 2002, ch. 11)."""

from collections.abc import Callable, Collection, Iterator

from spacy.tokens import Span, Token

from extract.find.directive_parties import after, in_passive, named, objects, subject_of, wanter
from extract.find.directive_reading import Reading
from extract.find.directive_rules import DemandsRule, Words
from extract.parse.syntax import child

REACH = 60  # tokens between a verb and its infinitive; longer ones are parser errors
CLAUSAL = frozenset({"xcomp", "ccomp", "advcl", "acl", "relcl"})

Construction = Callable[[Token, DemandsRule, Words], Iterator[Reading]]


def clause(verb: Token, rule: DemandsRule, words: Words) -> Iterator[Reading]:
    """Demanded (that) she resign."""
    said = child(verb, "ccomp")
    if said is None or said.i < verb.i or is_infinitive(said) or is_question(said):
        return
    if not is_mandative(said, words) and (rule.mandative or not is_content_clause(said, verb)):
        return
    actor = _actor(verb, rule, words)
    if actor is not None or not rule.party:
        yield Reading(rule, _cue(verb), said, verb, actor)


def infinitive(verb: Token, rule: DemandsRule, words: Words) -> Iterator[Reading]:
    """Urged her to resign; called on her to resign; she was urged to resign."""
    wanted = _infinitive_after(verb, rule.to)
    if wanted is None or wanted.lemma_ in rule.unless or not _in_one_breath(verb, wanted):
        return
    asked = _asked(verb, wanted, rule, words)
    if asked is None or not _can_be_asked(asked, wanted, rule, words):
        return
    actor = _actor(verb, rule, words)
    if actor is None and (rule.party or rule.first_person or (rule.to and not in_passive(verb))):
        return
    if rule.to or words.is_party(asked) or in_passive(verb):
        yield Reading(rule, _cue(verb, rule.to), wanted, verb, actor, asked)
    else:
        yield Reading(rule, _cue(verb, rule.to), wanted, verb, actor, theme=asked)


def control(verb: Token, rule: DemandsRule, words: Words) -> Iterator[Reading]:
    """Demanded to be heard: what is wanted is done to the one who asks."""
    wanted = child(verb, "xcomp")
    if wanted is None or in_passive(verb) or not is_infinitive(wanted) or child(verb, "dobj", "dative", "prep"):
        return
    if rule.mandative and child(wanted, "auxpass") is None:
        return
    actor = _actor(verb, rule, words)
    if actor is not None:
        yield Reading(rule, _cue(verb), wanted, verb, actor)


def object_(verb: Token, rule: DemandsRule, words: Words) -> Iterator[Reading]:
    """Demanded a vote; called for a vote; asked them for a vote."""
    for wanted, prep in _objects(verb, rule):
        if not _is_wanted(wanted, rule, words) or (prep is not None and not _asks_somebody(verb, words)):
            continue
        actor = _actor(verb, rule, words)
        if (actor is None and rule.party) or (rule.stated and _is_named(verb, words)):
            return
        cue = _cue(verb, (prep.lower_,) if prep is not None else ())
        done = _done_to(wanted, verb) if prep is not None else None
        if done is None:
            yield Reading(rule, cue, wanted, verb, actor, _giver(verb, wanted, rule, words))
        elif in_passive(done) or not words.is_party(wanted):
            yield Reading(rule, cue, done, verb, actor, theme=wanted)
        else:
            yield Reading(rule, cue, done, verb, actor, wanted)
        yield from (Reading(rule, cue, more, verb, actor) for more in _further(verb) if prep is not None)
        return


def _further(verb: Token) -> Iterator[Token]:
    """An infinitive coordinated with the object: "called for his release, as well as to return to talks"."""
    return (part for part in verb.rights if part.dep_ == "xcomp" and is_infinitive(part) and _is_added(part))


def _is_added(clause: Token) -> bool:
    return clause.left_edge.i > 0 and clause.left_edge.nbor(-1).dep_ == "cc"


def gerund(verb: Token, rule: DemandsRule, words: Words) -> Iterator[Reading]:
    """Proposed holding a vote; warned against entering."""
    if rule.particle:
        wanted = next(
            (child(p, "pcomp") for p in verb.children if p.dep_ == "prep" and p.lower_ in rule.particle), None
        )
    else:
        wanted = child(verb, "xcomp", "ccomp")
    if wanted is None or wanted.tag_ != "VBG" or wanted.i < verb.i or child(wanted, "aux") is not None:
        return
    actor = _actor(verb, rule, words)
    if actor is not None or not rule.party:
        yield Reading(rule, _cue(verb, rule.particle), wanted, verb, actor)


def participle(verb: Token, rule: DemandsRule, words: Words) -> Iterator[Reading]:
    """Wants the law changed."""
    done = child(verb, "ccomp")
    if done is None or done.tag_ not in {"VBN", "VBD"} or done.i < verb.i or child(done, "aux", "auxpass", "mark"):
        return
    own, actor = child(done, "nsubj", "nsubjpass"), _actor(verb, rule, words)
    if own is not None and own.i > verb.i and actor is not None and own.pos_ != "PRON":
        yield Reading(rule, _cue(verb), done, verb, actor, theme=own)


def bar(verb: Token, rule: DemandsRule, words: Words) -> Iterator[Reading]:
    """Banned them from entering."""
    barred = subject_of(verb) if in_passive(verb) else child(verb, "dobj")
    holders = [verb] if barred is None or in_passive(verb) else [verb, barred]
    for holder in holders:
        for prep in holder.children:
            if prep.dep_ == "prep" and prep.lower_ in rule.particle and (wanted := child(prep, "pcomp")) is not None:
                actor = _actor(verb, rule, words) or after(wanted, ("by",), words)
                if actor is not None and barred is not None:
                    yield Reading(rule, _cue(verb, rule.particle), wanted, verb, actor, barred)
                return


def is_content_clause(said: Token, verb: Token) -> bool:
    """Whether the clause opens with "that", or stands right after the verb: it is no speech."""
    mark = child(said, "mark")
    return mark.lower_ == "that" if mark is not None else said.left_edge.i == verb.i + 1


def is_infinitive(verb: Token) -> bool:
    """Whether the verb stands with "to"."""
    return any(part.tag_ == "TO" for part in verb.lefts)


def is_question(said: Token) -> bool:
    """Whether a question word or an inverted modal opens the clause: "what it should mean", "should he leave"."""
    own = child(said, "nsubj", "nsubjpass")
    return any(
        part.left_edge.tag_ in {"WP", "WRB", "WDT", "WP$"} or (part.tag_ == "MD" and own is not None and part.i < own.i)
        for part in said.lefts
        if part.dep_ != "advcl"
    )


def is_mandative(said: Token, words: Words) -> bool:
    """Whether the clause asks: a subjunctive ("that she resign", "be heard") or a modal of necessity ("should")."""
    aux = [part for part in said.lefts if part.dep_ in {"aux", "auxpass"}]
    if any(part.lower_ in words.mandative for part in aux):
        return True
    if aux:
        return aux[0].lower_ == "be"
    if said.lemma_ == "be":
        return said.lower_ == "be"
    own = child(said, "nsubj")
    return own is not None and said.tag_ in {"VB", "VBP"} and is_third_singular(own)


def is_indicative(said: Token, words: Words) -> bool:
    """Whether the clause plainly states a fact: a past or third person verb, or "is", "was", "would"."""
    aux = [part for part in said.lefts if part.dep_ in {"aux", "auxpass"}]
    modal = next((part for part in aux if part.tag_ == "MD"), None)
    if modal is not None:
        return modal.lower_ not in words.mandative
    return is_infinitive(said) or (aux[0] if aux else said).tag_ in {"VBD", "VBZ"}


def is_third_singular(own: Token) -> bool:
    """Whether an indicative verb would need an "s" after this subject."""
    if own.tag_ in {"NN", "NNP"}:
        return child(own, "conj") is None
    return own.lower_ in {"he", "she", "it", "everyone", "everybody", "each", "nobody", "no-one"}


def _cue(verb: Token, links: tuple[str, ...] | list[str] = ()) -> Span:
    """The asking words: the verb with the preposition right after it ("called on")."""
    end = verb.i + 1
    if end < len(verb.doc) and verb.doc[end].lower_ in links:
        end += 1
    return verb.doc[verb.i : end]


def _actor(verb: Token, rule: DemandsRule, words: Words) -> Token | None:
    who = wanter(verb, words)
    if who is None or (rule.first_person and who.lower_ not in {"i", "we"}):
        return None
    if rule.stated:
        return None
    return who if not rule.party or words.can_ask(who) else None


def _is_named(verb: Token, words: Words) -> bool:
    """Whether somebody is said to ask, or nothing at all."""
    who = wanter(verb, words)
    return who is None or words.can_ask(who)


def _infinitive_after(verb: Token, to: Collection[str] = ()) -> Token | None:
    """The infinitive that completes the verb, on the verb, on its object or in a clause there."""
    for part in verb.rights:
        if part.dep_ in CLAUSAL and is_infinitive(part):
            return part if child(part, "mark") is None else None
        if part.dep_ in {"dobj", "dative"} or part.lower_ in to:
            noun = part if part.dep_ == "dobj" else child(part, "pobj")
            own = _infinitive_in(noun) if noun is not None else None
            if own is not None:
                return own
    return None


def _infinitive_in(noun: Token) -> Token | None:
    for part in noun.rights:
        if part.dep_ not in CLAUSAL:
            continue
        if is_infinitive(part):
            return part
        inner = child(part, "advcl", "xcomp")
        if inner is not None and part.tag_ in {"VBN", "VBG"} and is_infinitive(inner):
            return inner
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
    if words.is_party(asked):
        return not rule.party or child(asked, "nummod") is None or not rule.asked  # "needs 20 delegates to win"
    if child(wanted, "auxpass") is not None:
        return asked.lower_ != "it" and not rule.first_person
    return not rule.asked and wanted.lemma_ != "be" and not words.is_act(asked)


def _asked(verb: Token, wanted: Token, rule: DemandsRule, words: Words) -> Token | None:
    """Whom the verb asks; None where it asks nobody."""
    if rule.to and (found := after(verb, rule.to, words) or _object_of_particle(verb, rule)) is not None:
        return found
    if in_passive(verb):
        return subject_of(verb)
    if rule.to:
        return None
    own = child(wanted, "nsubj", "nsubjpass")
    if own is not None:
        return own
    given, told = child(verb, "dobj"), child(verb, "dative")
    return given or told if given is None or told is None else None  # "asked staff questions to see …"


def _object_of_particle(verb: Token, rule: DemandsRule) -> Token | None:
    """The object of "call on" where the parser takes "on" for a part of the verb."""
    part = child(verb, "prt")
    if part is None or part.lower_ not in rule.to:
        return None
    return child(part, "pobj") or child(verb, "dobj", "pobj")


def is_phrasal(verb: Token, rule: DemandsRule) -> bool:
    """Whether the verb is another one: "call off", "push back", "plead guilty"."""
    part = child(verb, "prt", "acomp", "oprd")
    return part is not None and part.lower_ not in {*rule.to, *rule.particle}


def _objects(verb: Token, rule: DemandsRule) -> Iterator[tuple[Token, Token | None]]:
    """(what is wanted, the preposition before it)."""
    if not rule.particle:
        wanted = named(child(verb, "nsubjpass")) if in_passive(verb) else child(verb, "dobj")
        if wanted is None and _lacks_object(verb):
            wanted = verb.head
        if wanted is not None and not _is_done_to(wanted, verb):
            yield wanted, None
        return
    for prep in verb.rights:
        if prep.lower_ not in rule.particle:
            continue
        if prep.dep_ == "prep" and (noun := child(prep, "pobj", "pcomp")) is not None:
            yield noun, prep
        elif prep.dep_ == "prep" and _lacks_object(verb) and prep.nbor(-1) == verb:
            yield verb.head, prep
    for part in verb.rights:
        mark = child(part, "mark")
        if part.dep_ in CLAUSAL and mark is not None and mark.lower_ in rule.particle and is_infinitive(part):
            yield part, mark


def _done_to(noun: Token, verb: Token) -> Token | None:
    """The infinitive right after the object, where the parser hung it on the verb: "called for him to be freed"."""
    if noun.pos_ == "VERB":
        return None
    return next(
        (c for c in verb.rights if c.dep_ in CLAUSAL and is_infinitive(c) and c.left_edge.i == noun.right_edge.i + 1),
        None,
    )


def _asks_somebody(verb: Token, words: Words) -> bool:
    """Whether the object, if there is one, is somebody: nobody is asked in "push the button for"."""
    asked = _asked_for(verb)
    return asked is None or words.is_party(asked)


def _lacks_object(verb: Token) -> bool:
    """Whether the noun before the clause is its object: "the vote (that) they demanded"."""
    own = child(verb, "nsubj")
    gap = verb.dep_ in {"relcl", "acl"} and own is not None and own.tag_ not in {"WDT", "WP"}
    return gap and child(verb, "dobj", "ccomp", "xcomp") is None


def _is_done_to(noun: Token, verb: Token) -> bool:
    """Whether an infinitive says what is to be done to the object: "ordered the ban to be lifted"."""
    done = _infinitive_after(verb)
    return done is not None and done.i > noun.i and child(done, "auxpass") is not None


def _is_wanted(wanted: Token, rule: DemandsRule, words: Words) -> bool:
    if (
        (wanted.dep_ == "pobj" and wanted.ent_type_ in {"DATE", "TIME"})
        or wanted.lower_ in {"it", "that", "this", "what", "which"}
        or wanted.lemma_.lower() in rule.unless
    ):
        return False
    if rule.only and wanted.lemma_.lower() not in rule.only:
        return False
    if wanted.tag_ == "VBG" and wanted.dep_ == "pcomp":
        return rule.gerund or child(wanted, "nsubj") is not None
    return not rule.act or wanted.pos_ == "VERB" or (words.is_act(wanted) and not words.is_party(wanted))


def _giver(verb: Token, wanted: Token, rule: DemandsRule, words: Words) -> Token | None:
    """Whom it is asked of: "from the ministry", the object of "ask X for Y", the doer of the act."""
    if rule.to and (found := after(verb, rule.to, words)) is not None:
        return found
    if rule.particle and (found := _asked_for(verb)) is not None:
        return found
    return after(verb, ("from", "of", "by"), words) or expected_of(wanted, words)


def _asked_for(verb: Token) -> Token | None:
    """The one who is asked for something: the object of an active verb, the subject of a passive one."""
    return subject_of(verb) if in_passive(verb) else child(verb, "dobj")


def expected_of(wanted: Token, words: Words) -> Token | None:
    """Who is to do the act that a noun names: "a vote by members", "an apology from the ministry"."""
    inner = next(objects(wanted, ("of", "on", "for", "to")), None)
    return after(wanted, ("by",) if inner is not None else ("by", "from"), words)


VERBAL: dict[str, Construction] = {
    "clause": clause,
    "infinitive": infinitive,
    "control": control,
    "object": object_,
    "participle": participle,
    "gerund": gerund,
    "bar": bar,
}
