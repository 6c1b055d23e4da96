"""What is said: how far the content of a cue reaches in its sentence."""

from collections.abc import Callable

from spacy.tokens import Doc, Span, Token

from extract.find.quotes.clauses import clause
from extract.find.quotes.complements import (
    LONGEST,
    direct_object,
    finding,
    gerund,
    governed,
    held,
    infinitive,
    predicate,
    regarded,
    request,
    undergoer,
)
from extract.find.quotes.cues import Cue, Frame
from extract.find.quotes.layout import phrases, sentence_end, sentence_start, trim
from extract.find.quotes.parenthesis import closed, fronted, opening
from extract.parse.syntax import FINITE, child, clause_verb

_NOMINAL = frozenset({"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"})
_REACH = 10  # tokens of a phrase like "in a poll last month"


def content(cue: Cue) -> list[Span]:
    """The content by grammar: the first of the rule's frames that is filled, as spans in the order of the text."""
    for frame in cue.rule.frame:
        spans = [span for span in _FRAMES[frame](cue) if not span.start <= cue.token.i < span.end]
        if spans and sum(map(len, spans)) <= LONGEST:
            return spans
    return []


def _clause_or_sentence(cue: Cue) -> list[Span]:
    """The clause behind a cue, else the sentence around it."""
    if cue.rule.word == "preposition":
        return _qualified(cue)
    said = clause(cue)
    if not said:
        return fronted(cue.token, told=cue.rule.hearer)
    before = opening(cue.token, said[0])
    return [*before, *phrases(cue.token.doc, said[0].start, cue.token.right_edge.i + 1)] if before else said


def _qualified(cue: Cue) -> list[Span]:
    """The sentence that a phrase like "according to Flores" stands in, without the phrase."""
    token, rule, doc = cue.token, cue.rule, cue.token.doc
    near = doc[token.i : min(token.right_edge.i + 1, token.i + _REACH)]
    governed_words = {t.lemma_.lower() for t in near if t.dep_ == "pobj"}
    if rule.possessed and not any(t.dep_ == "pobj" and t.head.i == token.i and child(t, "poss") for t in near):
        return []
    if governed_words & set(rule.unless) or (rule.only and not governed_words & set(rule.only)):
        return []
    start, end = token.left_edge.i, token.right_edge.i + 1
    first, last = _bracketed(token) or (sentence_start(doc, start), sentence_end(doc, token.i))
    before, behind = trim(doc, first, start), trim(doc, end, last)
    if before is None and behind is None:  # the parser took the sentence for an apposition
        behind = trim(doc, _comma(doc, token.i, last), last)
    if rule.only and not rule.possessed:  # "in a poll last month, …" speaks of the whole sentence only at its head
        comma = _comma(doc, end, min(end + _REACH, last))
        if before is not None:
            return _measured(token)
        return [] if comma == min(end + _REACH, last) else phrases(doc, comma, last)
    return [span for span in (before, behind) if span is not None]


def _measured(token: Token) -> list[Span]:
    """The clause with a number that a phrase like "in a new poll" ends: "Flores had 41 percent in a new poll"."""
    governed, verb = child(token, "pobj"), clause_verb(token)
    subject = child(verb, "nsubj", "nsubjpass")
    if governed is None or governed.tag_ != "NN" or subject is None or verb.dep_ == "relcl" or token.i < verb.i:
        return []
    said = token.doc[subject.left_edge.i : token.left_edge.i]
    return phrases(token.doc, said.start, said.end) if any(t.like_num for t in said) else []


def _comma(doc: Doc, start: int, end: int) -> int:
    """The first comma between two tokens, or the second of them."""
    return next((i for i in range(start, end) if doc[i].text == ","), end)


def _bracketed(token: Token) -> tuple[int, int] | None:
    """The tokens of the brackets that a token stands in, within its printed sentence."""
    doc = token.doc
    first, last = sentence_start(doc, token.i), sentence_end(doc, token.i)
    left = next((i for i in range(token.i, first - 1, -1) if doc[i].text in "()"), None)
    right = next((i for i in range(token.i, last) if doc[i].text in "()"), None)
    if left is None or right is None or doc[left].text != "(" or doc[right].text != ")":
        return None
    return left + 1, right


def _begins(token: Token) -> bool:
    """Whether a subject may begin with a token: a noun phrase, a gerund."""
    return token.pos_ in _NOMINAL or token.tag_ == "VBG"


def _rest(cue: Cue) -> list[Span]:
    """The rest of the printed sentence behind a verb of saying, if it holds a clause that the parser missed."""
    token, doc = cue.token, cue.token.doc
    start = token.i + 1
    if token.tag_ not in FINITE or start >= len(doc) or not _begins(doc[start]):
        return []
    end = sentence_end(doc, start)
    verb = next((t for t in doc[start:end] if t.tag_ in FINITE), None)
    if verb is None or verb.dep_ in {"relcl", "advcl"}:
        return []
    if any(t.text == "," or t.dep_ == "mark" for t in doc[start : verb.i]):
        return []
    return phrases(doc, start, end)


def _beside_marks(_: Cue) -> list[Span]:
    """Nothing: quotations are found by their marks, not by grammar."""
    return []


_FRAMES: dict[Frame, Callable[[Cue], list[Span]]] = {
    "quotation": _beside_marks,
    "clause": _clause_or_sentence,
    "rest": _rest,
    "infinitive": infinitive,
    "gerund": gerund,
    "request": request,
    "object": direct_object,
    "predicate": predicate,
    "regard": regarded,
    "finding": finding,
    "preposition": governed,
    "passive": undergoer,
    "held": held,
    "closed": lambda cue: closed(cue.token),
}
