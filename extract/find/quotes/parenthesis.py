"""Attributions inside or behind what they attribute: "The talks, she said, had failed"; "They failed, she said"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from extract.find.quotes.layout import FINAL, PAUSES, sentence_start, trim
from extract.parse.syntax import FINITE, TENSED, agent, child, clause_verb, is_passive

_EDGE = PAUSES | {";", ":"}
_NAME = 8  # tokens of a source before the last word of a sentence
_CLAUSE = 5  # tokens of the shortest clause before a cue in which the parser may miss the verb
_CONNECTIVES = frozenset({"ADV", "CCONJ", "SCONJ", "INTJ"})  # "However, she said, …" goes on with the report
_COMPLEMENTS = frozenset({"dobj", "ccomp", "xcomp", "acomp", "attr", "oprd"})


def fronted(cue: Token, *, told: bool) -> list[Span]:
    """The sentence around a parenthetical cue, without the attribution. `told`: a passive one has a listener."""
    if cue.dep_ == "pcomp" and cue.head.lower_ == "as":
        cue = cue.head.head  # "…, she was quoted as saying"
    elif not told and _is_undergone(cue):
        return []
    if any(part.dep_ == "xcomp" and part.tag_ == "VB" for part in cue.rights):
        return []  # "the debate is on: Flores vowed to win it"
    said = next((part for part in cue.lefts if part.dep_ == "ccomp"), None)
    if said is not None:
        return list(_without(said, cue))
    if cue.dep_ in {"ccomp", "parataxis", "advcl", "dep"} and _is_parenthetical(cue):
        return list(_without(clause_verb(cue.head), cue))
    return _last_clause(cue)


def _is_undergone(cue: Token) -> bool:
    """Whether a passive tells what happened to something: "had been declared unsafe", not "it was said"."""
    undergoer = child(cue, "nsubjpass")
    return is_passive(cue) and agent(cue) is None and (undergoer is None or undergoer.lower_ != "it")


def interrupted(cue: Token) -> list[Span]:
    """The words before a parenthetical cue that a quotation goes on with: "The talks, she said, “are over”"."""
    comma = _comma_before(cue)
    if comma is None or cue.dep_ == "relcl":
        return []
    span = trim(cue.doc, sentence_start(cue.doc, comma), comma)
    return [span] if span is not None else []


def opening(cue: Token, said: Span) -> list[Span]:
    """The words before a cue between commas that goes on behind it: "In May, she said, the talks failed"."""
    doc = cue.doc
    if said.start <= cue.i or doc[said.start - 1].text not in PAUSES or said[0].dep_ == "mark":
        return []
    before = interrupted(cue)
    return [span for span in before if len(span) > 1 or span[0].pos_ not in _CONNECTIVES]


def _last_clause(cue: Token) -> list[Span]:
    """The printed sentence before a last clause like ", she said", where the parse shows none."""
    if cue.tag_ not in TENSED or child(cue, "nsubj") is None:
        return []
    if any(part.dep_ in {"dobj", "xcomp", "attr", "acomp"} for part in cue.rights):
        return []
    comma = _comma_before(cue)
    if comma is None or comma - sentence_start(cue.doc, comma) < _CLAUSE:
        return []
    return interrupted(cue)


def closed(cue: Token) -> list[Span]:
    """The sentence that a cue like "…, court records show." closes, whatever the parser takes it for."""
    doc, comma = cue.doc, _closing_comma(cue)
    if comma is None:
        return []
    said = trim(doc, sentence_start(doc, comma), comma)
    return [said] if said is not None and any(t.tag_ in FINITE for t in said) else []


def closing_source(cue: Token) -> Span | None:
    """Who or what speaks at the end of a sentence: the words between its last comma and the cue."""
    comma = _closing_comma(cue)
    return cue.doc[comma + 1 : cue.i] if comma is not None else None


def _closing_comma(cue: Token) -> int | None:
    """The comma a few words before a cue that is the last word of its sentence."""
    doc = cue.doc
    if cue.i + 1 < len(doc) and doc[cue.i + 1].text not in FINAL:
        return None
    comma = next((i for i in range(cue.i - 1, max(0, cue.i - _NAME), -1) if doc[i].text == ","), None)
    return comma if comma is not None and cue.i - comma > 1 else None


def nearest_subject(cue: Token) -> Token | None:
    """The subject of a cue; of two before it ("The talks, she said, were over") the one beside it."""
    return next((part for part in reversed(list(cue.lefts)) if part.dep_ == "nsubj"), None) or child(cue, "nsubj")


def named_behind(cue: Token) -> Token | None:
    """The person right behind a cue and before a comma whom the parser took for part of a clause.

    As in: “We lost,” said Flores, a miner whose lungs are failing.
    """
    doc, first = cue.doc, cue.i + 1
    end = first + 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    if end >= len(doc) or doc[first].ent_type_ != "PERSON" or doc[end].text != ",":
        return None
    others = [part for part in (nearest_subject(cue), child(cue, "dobj", "dative")) if part is not None]
    if any(part.i < end for part in others):
        return None
    return doc[first:end].root


def _comma_before(cue: Token) -> int | None:
    """The comma right before the clause of a cue."""
    subject = nearest_subject(cue)
    comma = min(subject.left_edge.i if subject is not None else cue.i, cue.i) - 1
    return comma if comma > 0 and cue.doc[comma].text == "," else None


def _is_parenthetical(cue: Token) -> bool:
    """Whether a clause stands between commas in another and has nothing but a subject of its own."""
    doc, start, end = cue.doc, cue.left_edge.i, cue.right_edge.i + 1
    complements = [part for part in cue.children if part.dep_ in _COMPLEMENTS]
    if child(cue, "nsubj", "agent") is None or any(part.lower_ != "it" for part in complements):
        return False
    if any(part.dep_ == "mark" and part.lower_ != "as" for part in cue.children):
        return False
    while start < cue.i and doc[start].text in _EDGE:
        start += 1
    before = start == 0 or doc[start - 1].text in _EDGE | FINAL or doc[start - 1].is_space or doc[start].lower_ == "as"
    behind = end >= len(doc) or doc[end].is_punct or doc[end - 1].is_punct
    return before and behind


def _without(said: Token, cue: Token) -> Iterator[Span]:
    """The parts of the clause of `said` that lie outside the attribution."""
    inner, outer = _attribution(cue, said)
    start, end = said.left_edge.i, said.right_edge.i + 1
    for left, right in ((start, min(end, inner)), (max(start, outer), end)):
        span = trim(cue.doc, left, right) if left < right else None
        if span is not None and _says(span, said):
            yield span


def _says(span: Span, said: Token) -> bool:
    """Whether a part of a clause is more than the loose participle behind an attribution ("…, he said, smiling")."""
    return span.start <= said.i or not (span[0].dep_ == "advcl" and span[0].tag_ == "VBG")


def _attribution(cue: Token, said: Token) -> tuple[int, int]:
    """The tokens of the attributing clause: the cue with its subject and modifiers, without what is said."""
    start = end = cue.i
    for part in cue.children:
        if part.i != said.i and part.dep_ not in {"ccomp", "conj", "cc", "parataxis", "punct"}:
            start, end = min(start, part.left_edge.i), max(end, part.right_edge.i)
    if start <= said.i < cue.i:
        start = min(said.right_edge.i + 1, cue.i)
    return start, end + 1
