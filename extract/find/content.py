"""What is said: how far the content of a cue reaches in its sentence."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from extract.find.cues import Cue, Frame
from extract.find.layout import FINAL, OPENING
from extract.parse.syntax import child

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_REACH = 10  # tokens between a verb and its "that": an addressee, a place, a day
_EDGE = frozenset({",", ";", ":", "-", "--", "—", "–"})


def content(cue: Cue) -> list[Span]:
    """The content by grammar: the first of the rule's frames that is filled, as spans in the order of the text."""
    for frame in cue.rule.frame:
        spans = _fill(cue, frame)
        if spans:
            return spans
    return []


def _fill(cue: Cue, frame: Frame) -> list[Span]:
    """The content in one frame, or nothing."""
    token, rule = cue.token, cue.rule
    match frame:
        case "clause" if rule.word == "preposition":
            spans = _qualified(token, rule.unless)
        case "clause":
            spans = clause(token) or fronted(token)
        case "infinitive":
            spans = _whole(child_after(token, "xcomp", "acl", tag="TO"))
        case "gerund":
            spans = _whole(child_after(token, "xcomp", "pcomp", tag="VBG"))
        case "object":
            spans = _with_complements(child_after(token, "dobj"), rule.preposition)
        case "predicate":
            spans = predicate(token, rule.preposition)
        case "preposition":
            spans = governed(token, rule.preposition)
        case "quotation":
            spans = []
    return spans


def _qualified(token: Token, unless: list[str]) -> list[Span]:
    """The sentence that a phrase like "according to Flores" stands in, without the phrase."""
    if any(t.lower_ in unless for t in token.subtree if t.dep_ == "pobj"):
        return []
    doc, start, end = token.doc, token.left_edge.i, token.right_edge.i + 1
    sentence = token.sent
    before, after = trim(doc, sentence.start, start), trim(doc, end, sentence.end)
    return [span for span in (before, after) if span is not None]


def child_after(token: Token, *deps: str, tag: str | None = None) -> Token | None:
    """The first child behind the token with one of the labels: an infinitive ("TO"), a gerund ("VBG") or any."""
    for part in token.rights:
        if part.dep_ in deps and (tag is None or _has_form(part, tag)):
            return part
    return None


def _has_form(verb: Token, tag: str) -> bool:
    return verb.tag_ == tag or any(t.dep_ in {"aux", "auxpass"} and t.tag_ == tag for t in verb.lefts)


def clause(token: Token) -> list[Span]:
    """The clause behind a cue, its "that" or "whether" included."""
    for part in token.rights:
        if part.dep_ == "ccomp" or (part.dep_ in {"acl", "advcl", "xcomp"} and _is_declared(part, token)):
            return _whole(part)
    return _introduced(token) if token.pos_ in {"VERB", "AUX"} else []


def _introduced(token: Token) -> list[Span]:
    """The clause that a "that" close behind a verb introduces, wherever the parser hung it."""
    doc = token.doc
    for mark in doc[token.i + 1 : token.i + 1 + _REACH]:
        if mark.dep_ == "mark" and mark.lower_ in {"that", "whether"} and mark.head.i > mark.i:
            return _whole_from(mark.i, mark.head)
        if mark.tag_ in _FINITE or mark.text in FINAL:
            break
    return []


def _whole_from(start: int, head: Token) -> list[Span]:
    span = trim(head.doc, start, head.right_edge.i + 1)
    return [span] if span is not None else []


def _is_declared(part: Token, token: Token) -> bool:
    """Whether a clause on a noun or verb is introduced as its content."""
    marks = ("that", "whether") if token.pos_ == "NOUN" else ("that", "whether", "if")
    return any(t.dep_ == "mark" and t.lower_ in marks for t in part.lefts)


def fronted(token: Token) -> list[Span]:
    """The sentence around a parenthetical cue: "The talks, she said, had failed"."""
    lefts = [part for part in token.lefts if part.dep_ == "ccomp"]
    if lefts:
        return list(_without(lefts[0], token))
    if token.dep_ in {"ccomp", "parataxis", "advcl", "dep"} and _is_parenthetical(token):
        return list(_without(token.head, token))
    return []


def _is_parenthetical(token: Token) -> bool:
    """Whether a clause stands between commas in another and has nothing but a subject of its own."""
    doc, start, end = token.doc, token.left_edge.i, token.right_edge.i + 1
    if any(part.dep_ in {"mark", "dobj", "ccomp", "xcomp"} for part in token.children):
        return False
    if child(token, "nsubj") is None:
        return False
    while start > 0 and doc[start].text in _EDGE:
        start += 1
    before = start > 0 and doc[start - 1].text in _EDGE
    after = end >= len(doc) or doc[end].is_punct or doc[end - 1].is_punct
    return before and after


def _without(clause_head: Token, cue: Token) -> Iterator[Span]:
    """The parts of a clause that lie outside the attribution."""
    doc = cue.doc
    said_start, said_end = attribution(cue, clause_head)
    start, end = clause_head.left_edge.i, clause_head.right_edge.i + 1
    for left, right in ((start, min(end, said_start)), (max(start, said_end), end)):
        if left < right and (span := trim(doc, left, right)) is not None and _says(span, clause_head):
            yield span


def _says(span: Span, clause_head: Token) -> bool:
    """Whether a part of a clause is more than the loose participle behind an attribution ("…, he said, smiling")."""
    return span.start <= clause_head.i or not (span[0].dep_ == "advcl" and span[0].tag_ == "VBG")


def attribution(cue: Token, said: Token | None = None) -> tuple[int, int]:
    """The tokens of the attributing clause: the cue with its subject and modifiers, without the content `said`."""
    start = end = cue.i
    for part in cue.children:
        if said is not None and (part.i == said.i or part.dep_ == "punct"):
            continue
        if part.dep_ in {"ccomp", "conj", "cc", "parataxis"}:
            continue
        start, end = min(start, part.left_edge.i), max(end, part.right_edge.i)
    if said is not None and said.i < cue.i:
        start = max(start, min(said.right_edge.i + 1, cue.i)) if start <= said.i else start
    return start, end + 1


def predicate(token: Token, prepositions: list[str]) -> list[Span]:
    """An object and what is said of it: "called the plan a disaster", "accused Chile of lying"."""
    target = child_after(token, "dobj", "ccomp", "nsubj", "oprd")
    if target is None:
        return []
    last = target.right_edge.i
    told = target.dep_ != "dobj" or _is_named(target)
    for part in token.rights:
        if part.dep_ in {"oprd", "xcomp"} or (part.dep_ in {"prep", "advcl"} and part.lower_ in prepositions):
            last, told = max(last, part.right_edge.i), True
    span = trim(token.doc, target.left_edge.i, last + 1)
    inner = any(t.dep_ == "prep" and t.lower_ in prepositions for t in target.subtree)
    return [span] if span is not None and (told or inner) else []


def _is_named(target: Token) -> bool:
    """Whether a quotation follows an object at once: "called the plan “a disaster”"."""
    return any(t.text in OPENING for t in target.doc[target.i + 1 : target.i + 2])


def governed(token: Token, prepositions: list[str]) -> list[Span]:
    """The object of one of the prepositions of a cue."""
    for part in token.rights:
        if part.dep_ in {"prep", "prt"} and part.lower_ in prepositions:
            inner = child_after(part, "pobj", "pcomp", "prep")
            if inner is not None and inner.dep_ == "prep":
                inner = child_after(inner, "pobj", "pcomp")
            if inner is not None:
                return _whole(inner)
    return []


def _with_complements(target: Token | None, prepositions: list[str]) -> list[Span]:
    """An object with the phrases right behind it that parsers hang on the verb: "criticized Chile for its raids"."""
    if target is None:
        return []
    end = target.right_edge.i + 1
    for part in target.head.rights:
        if part.dep_ in {"prep", "dative"} and part.left_edge.i == end and part.lower_ in prepositions:
            end = part.right_edge.i + 1
    span = trim(target.doc, target.left_edge.i, end)
    return [span] if span is not None else []


def _whole(head: Token | None) -> list[Span]:
    """A phrase or clause with all that depends on it."""
    if head is None:
        return []
    span = trim(head.doc, head.left_edge.i, head.right_edge.i + 1)
    return [span] if span is not None else []


def trim(doc: Doc, start: int, end: int) -> Span | None:
    """The span without white space and loose punctuation at its edges."""
    while start < end and (doc[start].is_space or doc[start].is_punct):
        start += 1
    while start < end and (doc[end - 1].is_space or (doc[end - 1].is_punct and doc[end - 1].text not in {")", "%"})):
        end -= 1
    return doc[start:end] if start < end else None
