"""How a text is laid out: its lines, and where its printed sentences begin, by token.

Parsers split quotations and headlines wrongly, so what a reader sees (line breaks, full stops) is asked here.
"""

import re

import numpy as np
from spacy.tokens import Doc

_BREAK = re.compile(r"\n")
FINAL = frozenset({".", "?", "!", "…", "...", "....", ";"})
PAUSES = frozenset({",", "—", "–", "―", "--", "-"})
OPENING = frozenset({"“", '"', "``", "''", "«", "„"})
CLOSING = frozenset({"”", '"', "''", "»"})


class Layout:
    """The lines of a Doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._offsets = doc.to_array(["IDX"]).reshape(-1).astype(np.int64)
        breaks = np.fromiter((match.start() for match in _BREAK.finditer(doc.text)), dtype=np.int64)
        # a line break is (part of) a token of white space; the line begins behind it
        self._breaks = np.unique(np.searchsorted(self._offsets, breaks, side="right") - 1)

    def lines(self) -> list[int]:
        """The first token of each line."""
        return [0, *(int(i) + 1 for i in self._breaks)]

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

    def sentence_start(self, token: int) -> int:
        """The first token of the printed sentence that the token stands in: behind a full stop or line break."""
        first = self.line_start(token)
        while token > first and self.doc[token - 1].text not in FINAL:
            token -= 1
        while token < len(self.doc) and (self.doc[token].is_space or self.doc[token].text in CLOSING):
            token += 1
        return token

    def in_brackets(self, token: int, reach: int = 6) -> bool:
        """Whether a point is that of an abbreviation in brackets: "(D-Md.)"."""
        following = {t.text for t in self.doc[token + 1 : token + 1 + reach]}
        return ")" in following and any(t.text == "(" for t in self.doc[max(0, token - reach) : token])

    def stands_alone(self, mark: int) -> bool:
        """Whether an opening quotation mark begins a line or a sentence."""
        before = self.before(mark)
        if before < self.line_start(mark):
            return True
        text = self.doc[before].text
        return text in FINAL or (text in CLOSING and self.doc[before - 1].text in FINAL)

    def token_at(self, char: int) -> int:
        """The token that holds a character (the one before, if it is white space)."""
        return int(np.searchsorted(self._offsets, char, side="right")) - 1

    def token_from(self, char: int) -> int:
        """The first token that begins at the character or behind it, or holds it."""
        token = self.token_at(char)
        if 0 <= token < len(self.doc) and self.doc[token].idx + len(self.doc[token]) > char:
            return token
        return token + 1

    def token_before(self, char: int) -> int:
        """The last token that begins before the character."""
        return int(np.searchsorted(self._offsets, char, side="left")) - 1

    def line_start(self, token: int) -> int:
        """The first token of the line that the token stands in."""
        place = int(np.searchsorted(self._breaks, token, side="left"))
        return int(self._breaks[place - 1]) + 1 if place else 0

    def line_end(self, token: int) -> int:
        """Behind the last token of the line that the token stands in."""
        place = int(np.searchsorted(self._breaks, token, side="left"))
        return int(self._breaks[place]) if place < len(self._breaks) else len(self.doc)
