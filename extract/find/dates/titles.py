"""Names of programmes, songs and wars that read like a time: CBS This Morning, "60 Minutes", the Thirty Years War."""

from spacy.tokens import Span, Token

_OPENING = frozenset({"“", "``", "''", '"', "‘", "`", "'"})
_CLOSING = frozenset({"”", "''", '"', "’", "'"})
_NEARBY = 12  # tokens whose letters tell a headline, where every word has a capital, from running text
_LONG_WORD = 4  # letters; shorter words are in small letters in headlines too


def is_no_title(span: Span) -> bool:
    """Whether it is no name: none of "Today" in quotation marks, "Saturday Night Live", "CBS This Morning"."""
    words = [token for token in span if token.is_alpha]
    if not words or not all(token.text[0].isupper() for token in words) or _is_hyphened(span):
        return True
    return not (_is_quoted_alone(span) or (_is_part_of_name(span) and _is_running_text(span)))


def _is_hyphened(span: Span) -> bool:
    return any(token.text == "-" for token in span)


def _is_quoted_alone(span: Span) -> bool:
    """Whether marks enclose it within a sentence: the "Today" show, not "Tomorrow," he said."""
    doc = span.doc
    if span.start < 2 or span.end >= len(doc) or doc[span.start - 1].text not in _OPENING:  # noqa: PLR2004 - a mark and a word
        return False
    end = span.end + (doc[span.end].text in {",", "."} and span.end + 1 < len(doc))
    return doc[end].text in _CLOSING and _is_word(doc[span.start - 2])


def _is_word(token: Token) -> bool:
    return token.is_alpha or token.tag_ == "POS"


def _is_part_of_name(span: Span) -> bool:
    """Whether a name goes on behind it, or ends with it."""
    doc = span.doc
    goes_on = len(span) > 1 and span.end < len(doc) and _is_capital(doc[span.end])
    return goes_on or (span.start > 0 and doc[span.start - 1].pos_ == "PROPN" and _is_capital(doc[span.start - 1]))


def _is_capital(token: Token) -> bool:
    return token.is_alpha and token.text[0].isupper()


def _is_running_text(span: Span) -> bool:
    words = span.doc[max(0, span.start - _NEARBY) : span.end + _NEARBY]
    return any(token.is_lower and len(token) >= _LONG_WORD for token in words)
