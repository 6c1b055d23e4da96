"""Noun phrases that are wanted, one by one, and where the words of a demand must end."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from extract.find.demands.asides import before_aside, before_speech, follows_comma, is_past
from extract.find.demands.rules import Words
from extract.parse.syntax import child, trimmed

OWN_WORDS = frozenset({"det", "poss", "nummod", "amod"})
OPENING, CLOSING = frozenset("“‘«"), frozenset("”»")
SINGLE, HYPHENS = frozenset("‘'"), frozenset("-‐‑")
CLAUSE = 40  # words back in which the mark that a single one closes is looked for

Content = tuple[Token, Span, Token | None]  # the head, the words, and who is to do it if they name somebody


def phrases(head: Token, words: Words) -> Iterator[Content]:
    """The coordinated phrases under a noun that stand for a demand each."""
    while True:
        beside = child(head, "conj") or _listed(head)
        apart = beside is not None and _stands_alone(beside, head)
        end = _phrase_end(head, beside if apart or _is_clause(beside) else None, words)
        full = head.doc[head.left_edge.i : _with_complement(head, end, words)]
        span = bounded(before_speech(full, head, words))
        if span is not None:
            yield head, span, None
        if beside is None or not apart:
            return
        head = beside


def _listed(head: Token) -> Token | None:
    """The next of a list that the parser took for another name of this one: "a road, a clinic and guards"."""
    beside = child(head, "appos")
    is_list = beside is not None and child(beside, "conj") is not None and follows_comma(beside)
    return beside if is_list else None


def _is_clause(token: Token | None) -> bool:
    return token is not None and token.pos_ in {"VERB", "AUX"}


def _stands_alone(beside: Token, head: Token) -> bool:
    """Whether a coordinated noun is a demand of its own: it has words of its own, or both have a complement."""
    if beside.pos_ not in {"NOUN", "PROPN", "ADJ", "PRON"}:
        return False
    if any(part.dep_ in OWN_WORDS and part.i < beside.i for part in beside.lefts):
        return child(head, *OWN_WORDS) is not None or child(head, "prep") is not None
    return child(beside, "prep") is not None and child(head, "prep") is not None


def _with_complement(head: Token, end: int, words: Words) -> int:
    """The end with the phrase that completes "an end to", "a say in", where the parser hung it on the verb."""
    if end >= len(head.doc):
        return end
    link, noun = head.doc[end], head.lemma_.lower()
    governed = "to" if noun in words.completed else None
    if noun in words.governing and child(link, "pobj", "pcomp") is not None and not _is_time(link):
        governed = link.lower_ if link.lower_ in {"in", "into", "on", "over"} else governed
    return link.right_edge.i + 1 if link.lower_ == governed and link.dep_ in {"prep", "dative"} else end


def _is_day(part: Token) -> bool:
    """Whether the part tells by its name alone on which day it was asked for: "called for a vote Sunday"."""
    return part.dep_ == "npadvmod" and part.tag_ == "NNP" and part.ent_type_ == "DATE"


def _is_time(link: Token) -> bool:
    """Whether the phrase of a preposition tells when: "on Monday"."""
    noun = child(link, "pobj")
    return noun is not None and noun.ent_type_ in {"DATE", "TIME"}


def _phrase_end(head: Token, beside: Token | None, words: Words) -> int:
    end = head.i + 1
    for part in head.rights:
        if (
            part.dep_ in {"acl", "relcl", "advcl"}
            and head.lemma_.lower() in words.money
            and part.left_edge.tag_ == "TO"
        ):
            break  # "ten million crowns to rebuild the port"
        if (
            part == beside
            or is_past(part, words)
            or _is_day(part)
            or (part.dep_ in {"relcl", "appos", "advcl"} and follows_comma(part))
        ):
            break
        if part.dep_ not in {"punct", "cc"}:
            end = before_aside(part, words)
    return end


def bounded(span: Span) -> Span | None:
    """The span up to the end of its paragraph and of the quotation that it starts in."""
    depth, end = 0, _whole_word(span).end
    for token in span.doc[span.start : end]:
        if token.is_quote and not _is_apostrophe(token):
            depth += 1 if _opens(token) else -1
        if depth < 0 or "\n" in token.text or _announces_speech(token):
            end = token.i
            break
    while end > span.start + 1 and "cc" in {span.doc[end - 1].dep_, span.doc[end - 1].head.dep_}:
        end -= 1
    return _with_mark(trimmed(span.doc[span.start : end]))


def _with_mark(span: Span | None) -> Span | None:
    """The words with the mark that closes a quotation opened among them: "to a “clean economy”"."""
    if span is None or span.end >= len(span.doc) or not span.doc[span.end].is_quote or _opens(span.doc[span.end]):
        return span
    marks = [token for token in span if token.is_quote and not _is_apostrophe(token)]
    opened = sum(1 if _opens(mark) else -1 for mark in marks)
    return span.doc[span.start : span.end + 1] if opened == 1 else span


def _whole_word(span: Span) -> Span:
    """The span with the rest of a word that the tokenizer cut at its hyphen: "the non|-|use of force"."""
    doc, end = span.doc, span.end
    if end + 1 < len(doc) and doc[end].text in HYPHENS and not doc[end - 1].whitespace_ and not doc[end].whitespace_:
        return doc[span.start : doc[end + 1].right_edge.i + 1]
    return span


def _announces_speech(token: Token) -> bool:
    """Whether other words are quoted from here on."""
    return token.text == ":" and token.i + 1 < len(token.doc) and token.nbor().is_quote


def _is_apostrophe(mark: Token) -> bool:
    """Whether the mark makes a plural possessive: "the nurses’ pay"."""
    if mark.text not in {"’", "'"} or not mark.i or not mark.whitespace_:
        return False
    before = mark.nbor(-1)
    opened = any(token.text in SINGLE for token in mark.doc[max(0, mark.i - CLAUSE) : mark.i])
    return not before.whitespace_ and before.lower_.endswith("s") and not opened


def _opens(mark: Token) -> bool:
    if mark.text in OPENING or mark.text in CLOSING:
        return mark.text in OPENING
    return mark.i == 0 or bool(mark.nbor(-1).whitespace_) or mark.nbor(-1).text in {"(", "—", "-"}
