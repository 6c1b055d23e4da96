"""Which cue a quotation belongs to: the one that introduces it or the one that follows it.

Parsers often attach direct speech wrongly, above all across sentences; what stands beside the marks is a
surer guide (Pouliquen, Steinberger & Best 2007, "Automatic detection of quotations in multilingual news").
"""

from collections.abc import Mapping

from spacy.tokens import Token

from extract.find.cues import Cue
from extract.find.layout import CLOSING, FINAL, Layout
from extract.find.quotation import Quotation
from extract.parse.syntax import child

WINDOW = 40  # tokens between a quotation and its cue, appositions and relative clauses of the source included
_SHORT = 5
_PAUSES = frozenset({",", "—", "–", "--", "-"})
_OPEN_ENDED = frozenset({",", "?", "!", "…", "...", "....", "—", "–", "--", "-"})
_OPENING = frozenset({"“", '"', "``", "''", "«", "„"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})

Cues = Mapping[int, Cue]


def follower(quotation: Quotation, layout: Layout, cues: Cues) -> Cue | None:
    """The cue of the clause right behind a quotation: “…,” said Flores; “…,” Ana Flores, the minister, said."""
    doc, start = layout.doc, quotation.right
    pause = doc[quotation.end - 1].text in _OPEN_ENDED
    while start < len(doc) and doc[start].text in _PAUSES:
        start, pause = start + 1, True
    for i in range(start, min(start + WINDOW, layout.line_end(quotation.end - 1))):
        text = doc[i].text
        if text in FINAL or text in _OPENING or text == ":":
            return None
        cue = cues.get(i)
        if cue is not None and cue.takes("quotation") and _closes(cue, start):
            return cue if pause or i - start <= _SHORT else None
    return None


def _closes(cue: Cue, start: int) -> bool:
    """Whether the clause of the cue is just the attribution of what stands before `start`."""
    token = cue.token
    if any(part.dep_ == "ccomp" and part.i > token.i and _finite(part) for part in token.rights):
        return False
    if cue.rule.word == "preposition":
        return token.i <= start + 1
    subject = child(token, "nsubj", "nsubjpass")
    if token.i <= start + 1:
        return token.tag_ not in {"VBG", "VB"}
    if subject is not None and start - 1 <= subject.i < token.i:
        return subject.left_edge.i <= start + 2
    return token.i - start <= _SHORT and not any(_finite(t) for t in token.doc[start : token.i])


def leader(quotation: Quotation, layout: Layout, cues: Cues) -> Cue | None:
    """The cue that introduces a quotation: Flores said: “…”; told reporters, “…”; adding “…”."""
    doc, i = layout.doc, quotation.left - 1
    while i >= 0 and doc[i].is_space:
        i -= 1
    if i < 0:
        return None
    colon = doc[i].text == ":"
    pause = colon or doc[i].text in _PAUSES
    if layout.line_start(quotation.left) > i and not colon:
        return None
    reach = WINDOW if pause else _SHORT
    first = max(layout.line_start(i), i - reach)
    for k in range(i, first - 1, -1):
        text = doc[k].text
        if k < i and (text in FINAL or text in CLOSING - {")", "]", "’", "'"}):
            return None
        cue = cues.get(k)
        if cue is not None and cue.takes("quotation") and (colon or _introduces(cue, i, pause=pause)):
            return cue
    return None


def _introduces(cue: Cue, end: int, *, pause: bool) -> bool:
    """Whether nothing but an addressee and circumstances stands between the cue and a quotation."""
    token = cue.token
    if cue.rule.word == "noun":
        return False
    between = token.doc[token.i + 1 : end + 1]
    if any(_finite(t) or t.lower_ in {"that", "whether", "if"} for t in between):
        return False
    return pause or all(t.dep_ in {"dobj", "dative", "prt", "det", "poss", "advmod", "pobj", "prep"} for t in between)


def _finite(token: Token) -> bool:
    return token.tag_ in _FINITE or any(t.tag_ in _FINITE for t in token.lefts if t.dep_ in {"aux", "auxpass"})
