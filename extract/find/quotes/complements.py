"""What is said of whom: objects, predicates and requests that verbs of saying take instead of a clause."""

from spacy.tokens import Span, Token

from extract.find.quotes.cues import Cue, voice
from extract.find.quotes.layout import OPENING, phrases
from extract.parse.syntax import agent, child, is_passive

_ASKED = frozenset({"dobj", "ccomp", "xcomp", "prep", "advcl", "dative"})
LONGEST = 400  # tokens of one indirect statement; beyond, the parse is wrong
_NEAR = 40  # tokens between a verb and what it takes its object as
_BARE = frozenset(  # a bare reference says nothing
    {"it", "this", "that", "him", "her", "me", "us", "you", "them", "these", "those", "so"}
)
_TERM = 4  # tokens of a term with its quotation marks
_TIMES = frozenset({"DATE", "TIME"})  # "spoke on Tuesday" tells when, not what


def infinitive(cue: Cue) -> list[Span]:
    """What somebody promises, refuses or hopes to do; nothing of who "declined to comment"."""
    for part in cue.token.rights:
        if part.dep_ in {"xcomp", "acl"} and is_infinitive(part):
            return [] if part.lemma_ in cue.rule.unless else _whole(part)
    return []


def gerund(cue: Cue) -> list[Span]:
    """What somebody denies, admits or considers doing."""
    for part in cue.token.rights:
        if part.dep_ in {"xcomp", "ccomp"} and part.tag_ == "VBG" and child(part, "aux") is None:
            return _whole(part)
    return []


def request(cue: Cue) -> list[Span]:
    """Who is asked and what for: "urged Chile to withdraw", "called on Chile to withdraw", "called for calm"."""
    verb, doc = cue.token, cue.token.doc
    parts = [part for part in verb.rights if part.dep_ in _ASKED and doc[part.left_edge.i - 1].text != ","]
    named = [part for part in parts if part.dep_ == "prep" and part.lower_ in cue.rule.preposition]
    if is_passive(verb) or (verb.tag_ == "VBN" and child(verb, "aux") is None):
        named = []  # "was called a liar for …"
    if not named and not any(is_infinitive(t) for part in parts for t in (part, *part.rights)):
        return []
    start = named[0].i + 1 if named and named[0] is parts[0] else parts[0].left_edge.i
    return phrases(doc, start, parts[-1].right_edge.i + 1)


def is_infinitive(verb: Token) -> bool:
    """Whether the verb stands with "to"."""
    return any(t.dep_ == "aux" and t.tag_ == "TO" for t in verb.lefts)


def direct_object(cue: Cue) -> list[Span]:
    """An object with the phrases right behind it that parsers hang on the verb: "criticized Chile for its raids"."""
    target = _child_behind(cue.token, "dobj")
    if target is None or voice(cue.token) is not None:
        return []
    end = target.right_edge.i + 1
    for part in cue.token.rights:
        if part.dep_ in {"prep", "dative"} and part.left_edge.i == end and part.lower_ in cue.rule.preposition:
            end = part.right_edge.i + 1
    bare = end == target.i + 1 and target.lower_ in _BARE
    return [] if bare else phrases(target.doc, target.left_edge.i, end)


def predicate(cue: Cue) -> list[Span]:
    """An object and what is said of it: "called the plan a disaster"; not a term in use, "what she calls a plan"."""
    spans = _predicate(cue)
    term = any(part.lower_ == "what" for part in cue.token.lefts) and sum(map(len, spans)) <= _TERM
    return [] if term else spans


def _predicate(cue: Cue) -> list[Span]:
    target = _child_behind(cue.token, "dobj", "ccomp", "nsubj", "oprd")
    if target is None:
        return _of_subject(cue) or _of_antecedent(cue)
    if target.dep_ == "ccomp" and target.tag_ == "VB" and target.lemma_ != "be":
        return []  # "called Rivas to congratulate her"
    if target.right_edge.i - target.left_edge.i > LONGEST:
        return []
    doc, last = cue.token.doc, target.right_edge.i
    told = target.dep_ != "dobj" or any(t.text in OPENING for t in doc[target.i + 1 : target.i + 2])
    for part in cue.token.rights:
        named = part.dep_ in {"prep", "advcl"} and part.lower_ in cue.rule.preposition
        second = part.dep_ == "dobj" and part.i > target.i  # "branded Chile a danger"
        if (
            named
            or second
            or part.dep_ == "oprd"
            or (part.dep_ == "xcomp" and (part.lemma_ == "be" or part.tag_ != "VB"))
        ):
            last, told = max(last, part.right_edge.i), True
    inner = any(t.dep_ == "prep" and t.lower_ in cue.rule.preposition for t in target.subtree)
    return phrases(doc, target.left_edge.i, last + 1) if told or inner else []


def regarded(cue: Cue) -> list[Span]:
    """An object and what it is taken as: "sees the plan as a risk", not "saw the plan fail"."""
    rights = [part for part in cue.token.rights if part.i - cue.token.i <= _NEAR]
    inner = (t for part in rights for t in (part, *part.rights))
    return predicate(cue) if any(t.lower_ in cue.rule.preposition for t in inner) else []


def finding(cue: Cue) -> list[Span]:
    """What a poll or study shows, with all that goes with it: "showed Flores with a lead, down from four"."""
    verb = cue.token
    first = _child_behind(verb, "dobj", "dative", "ccomp")
    if first is None or verb.doc[first.left_edge.i - 1].text == ",":
        return []
    if any(part.dep_ == "dobj" and part.lemma_.lower() in cue.rule.unless for part in verb.rights):
        return []
    last = max(part.right_edge.i for part in verb.rights if part.dep_ not in {"conj", "cc", "punct", "parataxis"})
    return phrases(verb.doc, first.left_edge.i, last + 1)


def _of_subject(cue: Cue) -> list[Span]:
    """The subject of a passive and what is said of it: "Rivas was accused by Flores of lying"."""
    subject = child(cue.token, "nsubjpass")
    said = next((p for p in cue.token.rights if p.dep_ == "prep" and p.lower_ in cue.rule.preposition), None)
    return [*_whole(subject), *_whole(said)] if subject is not None and said is not None else []


def _of_antecedent(cue: Cue) -> list[Span]:
    """What is said of the noun that a relative clause stands behind: "a plan that Flores described as a crime"."""
    relative = next(
        (part for part in cue.token.lefts if part.dep_ in {"dobj", "nsubj"} and part.tag_ in {"WDT", "WP"}), None
    )
    said = next((p for p in cue.token.rights if p.dep_ == "oprd" or p.lower_ in cue.rule.preposition), None)
    if said is not None and said.dep_ == "prep":
        said = _child_behind(said, "pobj", "pcomp", "amod")
    if relative is None or said is None or (cue.token.dep_ != "relcl" and relative.tag_ != "WP"):
        return []
    return _whole(said)


def governed(cue: Cue) -> list[Span]:
    """The object of one of the prepositions of a cue."""
    for part in cue.token.rights:
        if part.dep_ in {"prep", "prt"} and part.lower_ in cue.rule.preposition:
            inner = _child_behind(part, "pobj", "pcomp", "prep")
            if inner is not None and inner.dep_ == "prep":
                inner = _child_behind(inner, "pobj", "pcomp")
            if inner is not None and inner.lemma_.lower() not in cue.rule.unless and inner.ent_type_ not in _TIMES:
                return _whole(inner)
    return []


def undergoer(cue: Cue) -> list[Span]:
    """What a passive with "by" says something of: its subject, or the noun that it stands behind."""
    verb = cue.token
    if agent(verb) is None:
        return []
    subject = child(verb, "nsubjpass")
    if subject is not None:
        return _whole(subject)
    return phrases(verb.doc, verb.head.left_edge.i, verb.left_edge.i) if verb.dep_ == "acl" else []


def held(cue: Cue) -> list[Span]:
    """What is believed of the subject of a passive: "the talks are expected to resume in May"."""
    verb = cue.token
    subject = child(verb, "nsubjpass")
    told = next((part for part in verb.rights if part.dep_ == "xcomp" and is_infinitive(part)), None)
    if subject is None or subject.tag_ in {"WDT", "WP"} or told is None or child(told, "ccomp") is not None:
        return []  # "is reported to have said that …": what is said is the statement
    return [*_whole(subject), *_whole(told)]


def _child_behind(token: Token, *deps: str) -> Token | None:
    return next((part for part in token.rights if part.dep_ in deps), None)


def _whole(head: Token) -> list[Span]:
    """A phrase or clause with all that depends on it."""
    return phrases(head.doc, head.left_edge.i, head.right_edge.i + 1)
