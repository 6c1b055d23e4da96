"""Where content ends: parsers hang clauses of the reporter on the last verb reported; here they are cut off."""

from collections.abc import Callable

from spacy.tokens import Span, Token

from extract.find.quotes.layout import CLOSING, PAUSES
from extract.parse.syntax import child

_CONTRAST = frozenset({"while", "whereas", "although", "though"})
_GROUNDS = frozenset({"because", "if", "unless", "since", "until"})
_SUBJECTS = ("nsubj", "nsubjpass", "expl")


def cut(span: Span, cue: Token, reports: Callable[[int], bool]) -> Span:
    """The content without a last clause that is the reporter's own. `reports`: whether a token attributes something."""
    for token in span:
        if token.i > span.start + 1 and _goes_on(token, cue, span, reports):
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


def _goes_on(token: Token, cue: Token, span: Span, reports: Callable[[int], bool]) -> bool:
    """Whether a clause goes on with the reporter's: "… and denied", "…, referring to", "…, while Chile"."""
    match token.dep_:
        case "conj":
            return token.tag_ == cue.tag_ and child(token, *_SUBJECTS) is None and reports(token.i)
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


def _is_aside(token: Token) -> bool:
    """Whether a last relative clause or apposition is the reporter's remark: ", which …"; “…,” a swipe at …"."""
    if token.dep_ == "relcl":
        return _is_set_off(token) and token.left_edge.tag_ in {"WDT", "WP", "IN"}
    return _is_set_off(token) and token.doc[max(0, token.left_edge.i - 2)].text in CLOSING


def _contrasts(clause: Token) -> bool:
    return any(t.dep_ == "mark" and t.lower_ in _CONTRAST for t in clause.lefts)


def _is_set_off(clause: Token) -> bool:
    """Whether a comma or dash stands before a clause."""
    start = clause.left_edge.i
    return start > 0 and clause.doc[start - 1].text in PAUSES


def _start_of(clause: Token) -> int:
    """The first token of a clause, its conjunction and comma included."""
    start = clause.head.left_edge.i if clause.dep_ == "pcomp" else clause.left_edge.i
    doc = clause.doc
    while start > 0 and (doc[start - 1].dep_ == "cc" or doc[start - 1].text in PAUSES or doc[start - 1].is_space):
        start -= 1
    return start
