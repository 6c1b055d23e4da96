"""Who speaks and who is told: the source and the addressee of a cue, by grammar."""

from spacy.tokens import Doc, Span, Token

from extract.find.quotes.cues import Cue, QuotesRule
from extract.find.quotes.parenthesis import closing_source, named_behind, nearest_subject
from extract.parse.syntax import SUBJECTS, TENSED, agent, child, clause_verb, coordinated, is_passive, noun_phrase

_FACING = frozenset({"about", "to", "after", "despite"})  # "asked about reports that"
_GIVING = frozenset({"by", "from", "of", "among"})
_RELATIVE = frozenset({"who", "that", "which"})
_VERBAL = frozenset({"VERB", "AUX"})
_CLAUSAL = _VERBAL | {"ADJ"}
_NOMINAL = frozenset({"PROPN", "NOUN", "PRON", "NUM"})
_TIMES = frozenset({"DATE", "TIME"})
_LONGEST_MEMBER = 8  # tokens from one of several speakers to the next
_MAX_CLIMB = 6


def source(cue: Cue) -> Span | None:
    """The phrase that names who speaks, or None where the clause names nobody."""
    token = cue.token
    if _is_told(cue):
        return None
    match cue.rule.word:
        case "noun":
            head = _possessor(token) or _giver(token, cue.rule)
        case "preposition":
            head = _governed(token)
            if head is not None and cue.rule.possessed:
                head = _possessor(head)
        case "adjective":
            head = child(token, "nsubjpass") or speaker(token)
        case "last":
            return closing_source(token)
        case "verb" if cue.rule.told:
            return None
        case "verb":
            head = named_behind(token) or speaker(token)
            if head is not None and head.lemma_.lower() in cue.rule.vehicle:
                head = _issuer(head) or head
    return joint(_named(head)) if head is not None else None


def _is_told(cue: Cue) -> bool:
    """Whether a participle tells what somebody was asked or told: "Asked whether he would go, Flores shrugged"."""
    verb = cue.token
    loose = verb.dep_ == "advcl" and verb.tag_ == "VBN" and child(verb, "aux", *SUBJECTS) is None
    return cue.rule.hearer and loose and agent(verb) is None


def joint(head: Token) -> Span:
    """The phrase of a noun with those that "and" puts beside it: "Ana Flores and two envoys"."""
    last = head
    for other in coordinated(head):
        if other.pos_ not in _NOMINAL or other.i - last.i > _LONGEST_MEMBER:
            break
        last = other
    first = phrase(head)
    return first if last.i == head.i else head.doc[first.start : phrase(last).end]


def _named(head: Token) -> Token:
    """The name behind "one of them, Ana Flores,"."""
    name = child(head, "appos")
    return name if head.tag_ == "CD" and name is not None and name.pos_ == "PROPN" else head


def speaker(cue: Token) -> Token | None:
    """The head of the phrase that names who speaks, thinks or shows, of a verb or predicate."""
    verb = cue
    for _ in range(_MAX_CLIMB):
        passive = is_passive(verb) or (verb.tag_ == "VBN" and agent(verb) is not None)
        if passive and (by := agent(verb)) is not None:
            return by
        own = nearest_subject(verb) or child(verb, "csubj" if verb.i == cue.i else "nsubjpass")
        if own is not None and own.dep_ == "csubj" and own.i > verb.i:
            own = None  # "made clear that she would go"
        if own is not None and not (own.lower_ == "it" and verb.pos_ == "ADJ"):
            return _antecedent(own, verb)
        if own is None and ((verb.i == cue.i and passive) or child(verb, "expl") is not None):
            return None
        above = _controller(verb)
        if above is None or above.pos_ not in _CLAUSAL:
            return above
        verb = above
    return None


def _issuer(text: Token) -> Token | None:
    """Who issues a text that speaks: "Flores sent a letter saying …"."""
    verb = text.head.head if text.dep_ == "pobj" and text.head.dep_ in {"prep", "agent"} else text.head
    if text.dep_ not in {"dobj", "pobj", "attr"} or verb.pos_ not in _VERBAL:
        return None
    return speaker(verb)


def _controller(verb: Token) -> Token | None:
    """Where the unspoken subject of a verb is to be sought: the noun that it modifies, or the verb that shares it."""
    head = verb.head
    match verb.dep_:
        case "acl" | "relcl":
            return head.head if _is_purpose(verb) and head.head.pos_ in _VERBAL else head
        case "xcomp" | "advcl" if verb.dep_ == "xcomp" or _is_held(verb):
            return child(head, "dobj", "dative") or head
        case "conj" | "advcl" | "dep" | "parataxis" | "acomp" | "oprd":
            return head
        case "ccomp" if verb.pos_ == "ADJ":
            return head
        case "pcomp" if head.dep_ in {"prep", "agent"}:
            return _quoted(head.head) if head.lower_ == "as" else head.head
        case _:
            return None


def _quoted(verb: Token) -> Token:
    """Whose words a verb like "quote" hands on, before "as saying"."""
    return child(verb, "nsubjpass") or child(verb, "dobj") or verb


def _is_held(verb: Token) -> bool:
    """Whether a participle stands right behind the object that it tells of: "left many wondering"."""
    held = child(verb.head, "dobj")
    return verb.tag_ == "VBG" and held is not None and held.right_edge.i + 1 == verb.left_edge.i


def _is_purpose(verb: Token) -> bool:
    """Whether a clause on a noun is an infinitive: "Flores had one thing to add"."""
    return verb.tag_ == "VB" and child(verb, "aux") is not None


def _antecedent(subject: Token, verb: Token) -> Token:
    """Whom a relative pronoun stands for; any other subject itself."""
    if subject.lower_ in _RELATIVE and subject.tag_ in {"WP", "WDT", "IN"}:
        clause = verb
        while clause.dep_ in {"conj", "ccomp", "xcomp"}:
            clause = clause.head
        if clause.dep_ == "relcl":
            return clause.head
    return subject


def _possessor(noun: Token) -> Token | None:
    return child(noun, "poss")


def _giver(noun: Token, rule: QuotesRule) -> Token | None:
    """Who makes a statement: "a claim by Flores", "Flores made the claim that"; not who "denied the claim that"."""
    for preposition in noun.children:
        if preposition.dep_ == "prep" and preposition.lower_ in _GIVING and preposition.lower_ not in rule.preposition:
            return child(preposition, "pobj")
    verb = noun.head
    if noun.dep_ in {"dobj", "pobj", "attr"}:
        if verb.pos_ == "ADP":
            verb = noun if verb.lower_ in _FACING else verb.head
        if verb.pos_ in _VERBAL and verb.lemma_ not in rule.facing:
            return speaker(verb)
    return None


def _governed(token: Token) -> Token | None:
    """The object of a preposition, "to" of "according to" included; who says it in "according to what Flores said"."""
    link = child(token, "prep") or token
    clause = child(link, "pcomp")
    return child(clause, "nsubj") if clause is not None else child(link, "pobj")


def phrase(head: Token) -> Span:
    """The phrase of a noun as the article gives it, with its title and name."""
    if head.pos_ == "PRON" and child(head, "prep") is None:
        return head.doc[head.i : head.i + 1]
    span = noun_phrase(head)
    doc = head.doc
    start = next((i for i in range(head.i, span.start, -1) if "\n" in doc[i - 1].text), span.start)
    end = next((i for i in range(head.i + 1, span.end) if "\n" in doc[i].text), span.end)
    while start < head.i and (doc[start].is_punct or doc[start].is_space):
        start += 1
    while end > head.i + 1 and _is_loose(doc[end - 1]):
        end -= 1
    return doc[start:end]


def _is_loose(token: Token) -> bool:
    """Whether a last token of a phrase is no part of the name: punctuation, the "'s" of a possessive."""
    return token.dep_ == "case" or token.is_space or (token.is_punct and token.text != ")")


def addressee(cue: Cue) -> Span | None:
    """The phrase that names who is told: an object or the object of "to", where the rule says so."""
    verb = cue.token
    if cue.rule.told:
        told = nearest_subject(verb)
        return phrase(told) if told is not None else None
    if _is_told(cue):
        told = speaker(verb)
        return phrase(told) if told is not None else None
    if cue.rule.hearer:
        if is_passive(verb) and (told := child(verb, "nsubjpass")) is not None:
            return phrase(_antecedent(told, verb))
        if (told := child(verb, "dobj", "dative")) is not None and told.pos_ in {"NOUN", "PROPN", "PRON"}:
            return phrase(told)
    if cue.rule.word == "verb":
        for preposition in verb.children:
            if preposition.dep_ in {"prep", "dative"} and preposition.lower_ == "to":
                told = child(preposition, "pobj")
                return phrase(told) if told is not None and told.pos_ in {"PROPN", "PRON", "NOUN"} else None
    return None


def beside(cue: Token) -> Span | None:
    """The phrase right before a cue, else right behind it, for cues whose subject the parser missed."""
    doc = cue.doc
    i = cue.i - 1
    while i > 0 and (doc[i].pos_ in {"ADV", "AUX"} or doc[i].text == ","):
        i -= 1
    if i >= 0 and doc[i].pos_ in _NOMINAL and doc[i].ent_type_ not in _TIMES and cue.tag_ in TENSED:
        return phrase(_top(doc[i], cue))
    behind = doc[cue.i + 1] if cue.i + 1 < len(doc) else None
    if behind is not None and behind.pos_ in _NOMINAL | {"DET", "ADJ"} and behind.ent_type_ not in _TIMES:
        return phrase(_top(doc[cue.i + 1], cue))
    return None


def _top(token: Token, cue: Token) -> Token:
    """The noun that heads the phrase of a token on its side of the cue."""
    side = token.i < cue.i
    top = token
    while token.head.i != token.i and (token.head.i < cue.i) == side and token.head.i != cue.i:
        token = token.head
        if token.pos_ in _NOMINAL:
            top = token
        elif token.pos_ != "ADP":
            break
    return top


def announcer(doc: Doc, start: int, colon: int) -> Span | None:
    """Whom the words before a colon are about: the subject of the last verb, or the possessor or name that they are."""
    verb = clause_verb(doc[colon - 1]) if colon > start else None
    if verb is not None and start <= verb.i < colon and verb.pos_ in _VERBAL:
        head = speaker(verb)
    else:
        top = next((t for t in doc[start:colon] if not start <= t.head.i < colon or t.head.i == t.i), None)
        if top is not None and top.pos_ == "ADP":
            top = child(top, "pobj")
        head = top and (_possessor(top) or top)
    return phrase(head) if head is not None and start <= head.i < colon and head.pos_ in _NOMINAL else None
