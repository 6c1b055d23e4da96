"""How a text is laid out: its lines, and where its printed sentences begin, by token.

Parsers split quotations and headlines wrongly, so what a reader sees (line breaks, full stops) is asked here.
"""

import re
from bisect import bisect_left, bisect_right
from typing import cast

from spacy.tokens import Doc, Span, Token

from extract.parse.syntax import trimmed

_BREAK = re.compile(r"\n")
_LONGEST_SENTENCE = 200  # tokens; keeps the search for its beginning linear where there are no full stops
_BRACKETS = 6  # tokens of an abbreviation in brackets
FINAL = frozenset({".", "?", "!", "…", "...", "....", ";"})
PAUSES = frozenset({",", "—", "–", "―", "--", "-"})
OPENING = frozenset({"“", '"', "``", "''", "«", "„"})
CLOSING = frozenset({"”", '"', "''", "»"})
MARKS = OPENING | CLOSING | {"‘", "’", "'"}


class Layout:
    """The lines of a Doc and its `text`, which spaCy puts together anew each time it's asked."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        # numpy's stub takes the whole numbers of IDX for fractions
        self._offsets = cast("list[int]", doc.to_array(["IDX"]).reshape(-1).tolist())
        # a line break is (part of) a token of white space; the line begins behind it
        breaks = (bisect_right(self._offsets, match.start()) - 1 for match in _BREAK.finditer(self.text))
        self._breaks = list(dict.fromkeys(breaks))

    def lines(self) -> list[int]:
        """The first token of each line."""
        return [0, *(i + 1 for i in self._breaks)]

    def line_start(self, token: int) -> int:
        """The first token of the line that the token stands in."""
        place = bisect_left(self._breaks, token)
        return self._breaks[place - 1] + 1 if place else 0

    def line_end(self, token: int) -> int:
        """Behind the last token of the line that the token stands in."""
        place = bisect_left(self._breaks, token)
        return self._breaks[place] if place < len(self._breaks) else len(self.doc)

    def before(self, token: int) -> int:
        """The last token before one that is no white space; -1 if there is none."""
        i = token - 1
        while i >= 0 and self.doc[i].is_space:
            i -= 1
        return i

    def after(self, token: int) -> int:
        """The first token from one on that is no white space within the line; the end of the text if there is none."""
        while token < len(self.doc) and self.doc[token].is_space and "\n" not in self.doc[token].text:
            token += 1
        return token

    def begins(self, mark: int) -> bool:
        """Whether an opening quotation mark begins a line or a sentence."""
        before = self.before(mark)
        if before < self.line_start(mark):
            return True
        text = self.doc[before].text
        return text in FINAL or (text in CLOSING and self.doc[before - 1].text in FINAL)

    def in_brackets(self, token: int) -> bool:
        """Whether a point is that of an abbreviation in brackets: "(D-Md.)"."""
        behind = {t.text for t in self.doc[token + 1 : token + 1 + _BRACKETS]}
        return ")" in behind and any(t.text == "(" for t in self.doc[max(0, token - _BRACKETS) : token])

    def token_at(self, char: int) -> int:
        """The token that holds a character (the one before, if it is white space)."""
        return bisect_right(self._offsets, char) - 1

    def token_from(self, char: int) -> int:
        """The first token that begins at the character or behind it, or holds it."""
        token = self.token_at(char)
        if 0 <= token < len(self.doc) and self.doc[token].idx + len(self.doc[token]) > char:
            return token
        return token + 1

    def token_before(self, char: int) -> int:
        """The last token that begins before the character."""
        return bisect_left(self._offsets, char) - 1


def sentence_start(doc: Doc, token: int) -> int:
    """The first token of the printed sentence that a token stands in: behind a full stop, line break or dateline."""
    body: int = doc._.body
    first = max(body if token >= body else 0, token - _LONGEST_SENTENCE)
    i = token
    while i > first and not _is_final(doc[i - 1]) and "\n" not in doc[i - 1].text:
        i -= 1
    while i < token and (doc[i].is_space or doc[i].text in CLOSING):
        i += 1
    return i


def _is_final(token: Token) -> bool:
    """Whether a token ends a printed sentence; tokenizers leave the point on the "m." of sums like "R500m."."""
    text = token.text
    if text in FINAL or not text.endswith(".") or not 0 < token.i < len(token.doc) - 1:
        return text in FINAL
    before = token.nbor(-1)
    glued = text[:-1].isalpha() and before.text[-1].isdigit() and not before.whitespace_
    return glued and token.nbor(1).is_title


def sentence_end(doc: Doc, token: int) -> int:
    """Behind the last word of the printed sentence that a token stands in: at a full stop or line break."""
    last = min(len(doc), token + _LONGEST_SENTENCE)
    while token < last and not _is_final(doc[token]) and "\n" not in doc[token].text:
        token += 1
    return token


def trim(doc: Doc, start: int, end: int) -> Span | None:
    """The span without white space and loose punctuation at its edges; None if nothing is left."""
    return trimmed(doc[start:end])


def phrases(doc: Doc, start: int, end: int) -> list[Span]:
    """What `trim` leaves, as a list of one span or none."""
    span = trim(doc, start, end)
    return [span] if span is not None else []
