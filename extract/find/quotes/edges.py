"""Where content ends: parsers hang clauses of the reporter on the last verb reported; here they are cut off."""

from collections.abc import Callable

from spacy.tokens import Span, Token

from extract.find.quotes.layout import CLOSING, OPENING, PAUSES, trim
from extract.parse.syntax import child

_CONTRAST = frozenset({"while", "whereas", "although", "though"})
_GROUNDS = frozenset({"because", "if", "unless", "since", "until"})
_BACKSHIFTED = frozenset({"would", "could", "might", "should"})
_CLOSERS = CLOSING | {","}
_JOINT = 8  # tokens of a conjunction and adverbials between two predicates
_LOOSE = frozenset({"conj", "advcl", "pcomp", "relcl", "appos"})  # what may go on with the reporter's clause
_SUBJECTS = ("nsubj", "nsubjpass", "expl")


def cut(span: Span, cue: Token, reports: Callable[[int], bool]) -> Span:
    """The content without a last clause that is the reporter's own. `reports`: whether a token attributes something."""
    for token in span[2:]:
        if token.dep_ in _LOOSE and _goes_on(token, cue, span, reports):
            end = _start_of(token)
            if end > span.start + 1:
                return span.doc[span.start : end]
    return span


def extend(span: Span, cue: Token) -> Span:
    """The content with a reason or condition right behind it that the parser hung on the cue."""
    for part in cue.rights:
        if part.dep_ != "advcl" or part.left_edge.i < span.end:
            continue
        grounds = any(t.dep_ == "mark" and t.lower_ in _GROUNDS for t in part.lefts)
        if grounds and all(t.is_punct for t in span.doc[span.end : part.left_edge.i]):
            return span.doc[span.start : part.right_edge.i + 1]
    return span


def without_leading(span: Span) -> Span:
    """The content without a word at its head that joins it to the sentence before: "But the talks failed, she said"."""
    start = span.start
    if span[0].dep_ == "cc":
        start += 1
    elif span[0].pos_ == "ADV" and span[0].is_title and len(span) > 1 and span[1].text == ",":
        start += 2  # "However, …"
    return trim(span.doc, start, span.end) or span


def without_trailing(span: Span) -> Span:
    """The content without a conjunction at its end that the parser left there."""
    return trim(span.doc, span.start, span.end - 1) or span if span[-1].dep_ == "cc" else span


def resume(span: Span, cue: Token) -> Span:
    """The content with a further predicate that the parser hung elsewhere: "said they had doubts, but would sign"."""
    further = _further(span)
    if further is not None:
        return span.doc[span.start : further.right_edge.i + 1]
    for part in cue.rights:
        if part.dep_ in {"conj", "ccomp"} and span.end <= part.i and part.left_edge.i - span.end <= _JOINT:
            own = child(part, *_SUBJECTS)
            shared = part.dep_ == "ccomp" or _is_backshifted(part, cue)
            if shared if own is None else _is_taken_up(own, span, cue):
                return span.doc[span.start : part.right_edge.i + 1]
    return span


def _further(span: Span) -> Token | None:
    """The verb of a clause that an "and that" behind a clause with "that" adds to it."""
    doc, end = span.doc, span.end
    if span[0].lower_ != "that":
        return None
    while end < len(doc) and doc[end].text in _CLOSERS:
        end += 1
    joined = end + 1 < len(doc) and doc[end].dep_ == "cc" and doc[end + 1].lower_ == "that"
    if not joined or doc[end + 1].dep_ != "mark" or doc[end + 1].head.i <= end + 1:
        return None
    return doc[end + 1].head


def _is_backshifted(predicate: Token, cue: Token) -> bool:
    """Whether a predicate without a subject is in the mood of reported speech: "…, but would sign"."""
    return cue.tag_ == "VBD" and any(t.dep_ == "aux" and t.lower_ in _BACKSHIFTED for t in predicate.lefts)


def _is_taken_up(subject: Token, span: Span, cue: Token) -> bool:
    """Whether a clause goes on with the subject of the content, not of the cue: "Flores says she …, but she …"."""
    speaker = child(cue, "nsubj")
    if subject.pos_ != "PRON" or speaker is None or speaker.lower == subject.lower:
        return False
    return any(t.dep_ == "nsubj" and t.lower == subject.lower for t in span)


def _goes_on(token: Token, cue: Token, span: Span, reports: Callable[[int], bool]) -> bool:
    """Whether a clause goes on with the reporter's: "… and denied", "…, referring to", "…, while Chile"."""
    match token.dep_:
        case "conj":
            return token.tag_ == cue.tag_ and _is_parallel(token) and reports(token.i)
        case "advcl" if token.tag_ == "VBG":
            return _is_set_off(token) and child(token, *_SUBJECTS) is None and reports(token.i)
        case "advcl":
            return _is_set_off(token) and child(token, "nsubj", "nsubjpass") is not None and _contrasts(token)
        case "pcomp" if token.tag_ == "VBG" and token.head.lower_ == "with":
            return _is_set_off(token.head) and reports(token.i)  # ", with Chile denying …"
        case "relcl" | "appos" if token.right_edge.i + 1 >= span.end:
            return _is_aside(token)
        case _:
            return False


def _is_parallel(token: Token) -> bool:
    """Whether a coordinated verb may be the reporter's: it has no subject, or one of its own behind a comma."""
    own = child(token, *_SUBJECTS)
    if own is None:
        return True
    before = token.doc[max(0, token.left_edge.i - 2) : token.left_edge.i]
    return own.pos_ in {"PROPN", "NOUN"} and any(t.text in PAUSES for t in before)


def _is_aside(token: Token) -> bool:
    """Whether a last relative clause or apposition is the reporter's remark: ", which …"; “…,” a swipe at …"."""
    if token.dep_ == "relcl":
        return _is_set_off(token) and token.left_edge.tag_ in {"WDT", "WP", "IN"}
    start = token.left_edge.i
    marks = [t.text in CLOSING for t in token.doc[max(0, start - 2) : start]]
    # two marks in a row, or one that opens here: a list of quotations
    return _is_set_off(token) and sum(marks) == 1 and token.doc[start].text not in OPENING


def _contrasts(clause: Token) -> bool:
    return any(t.dep_ == "mark" and t.lower_ in _CONTRAST for t in clause.lefts)


def _is_set_off(clause: Token) -> bool:
    """Whether a comma or dash stands before a clause, a closing quotation mark between left aside."""
    start = clause.left_edge.i
    if start > 1 and clause.doc[start - 1].text in CLOSING:
        start -= 1
    return start > 0 and clause.doc[start - 1].text in PAUSES


def _start_of(clause: Token) -> int:
    """The first token of a clause, its conjunction and comma included."""
    start = clause.head.left_edge.i if clause.dep_ == "pcomp" else clause.left_edge.i
    doc = clause.doc
    while start > 0 and (doc[start - 1].dep_ == "cc" or doc[start - 1].text in PAUSES or doc[start - 1].is_space):
        start -= 1
    return start
