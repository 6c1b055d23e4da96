"""Paragraphs and datelines end sentences: set before the parser runs.

It would else join a headline to the text below it, and read "LIMA, June 2 (Agency) –" as the subject of what follows.
A list without an end, or ten thousand brackets, is cut: what looks through a sentence for each of its words would take
quadratic time.
"""

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import cast

import numpy as np
from spacy.language import Language
from spacy.strings import get_string_id
from spacy.tokens import Doc
from thinc.types import Ints2d

from extract.parse import frames

# lines mostly of such a length, in characters, were wrapped by an editor: their single breaks mean nothing
_WRAPPED = range(50, 101)
_WRAPPED_SHARE = 0.6
_WRAPPED_LINES = 6

# a dateline, at the head of one of the first paragraphs: a city in capitals with country, day or agency, and a dash,
# the day perhaps behind it with a colon; a city in capitals and a colon; a city, perhaps with the day, and a dash
# before a capital letter
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]{2,}"
_DATELINE = re.compile(
    rf"^[^\S\n]*(?:{_CAPITALS}(?:[ ,][^\n–—]{{0,70}}?)?\s*(?:--?|–|—)\s+(?:[^\n:]{{0,24}}\b(?:19|20)\d\d:\s+)?"
    rf"|{_CAPITALS}(?: {_CAPITALS}){{0,2}}:[^\S\n]+"
    r"|[A-ZÀ-Þ]\w+(?: [A-ZÀ-Þ]\w+){0,2}(?:, [^\n–—]{1,24}\b(?:19|20)\d\d)? (?:-|–|—) (?=[A-ZÀ-Þ“\"]))(?=\S)",
    re.MULTILINE,
)
_FIRST_LINES = 8

frames.register()

_ENDS = frozenset(map(get_string_id, (".", "!", "?", "\n", "\n\n")))
LONGEST = 400  # tokens without any of those, ten times a long sentence


@Language.component("extract_paragraphs_v1", assigns=["token.is_sent_start"])
def mark_paragraphs(doc: Doc) -> Doc:
    """Begins a sentence at each paragraph (a line, unless the text is wrapped) and behind the dateline, at `_.body`."""
    doc._.body = body(doc)
    starts = [*_paragraphs(doc), *filter(None, [doc._.body]), *_cuts(doc)]
    if starts:
        marks = np.zeros((len(doc), 1), dtype=np.uint64)
        marks[starts] = 1
        doc.from_array(
            ["SENT_START"], cast("Ints2d", marks)
        )  # token.is_sent_start looks through the whole Doc each time
    return doc


def _paragraphs(doc: Doc) -> Iterator[int]:
    """The first tokens of all paragraphs but the first."""
    break_ = "\n\n" if is_wrapped(doc.text) else "\n"
    blank = np.asarray(doc.to_array("IS_SPACE")).astype(bool)
    for i in np.flatnonzero(blank[:-1] & ~blank[1:]).tolist():
        if break_ in doc[i].text.replace("\r", ""):
            yield i + 1


def body(doc: Doc) -> int:
    """The first token behind the first dateline of the first lines, 0 if there is none."""
    text = doc.text
    lines = [match.end() for match in islice(re.finditer(r"\n", text), _FIRST_LINES)]
    match = _DATELINE.search(text, 0, lines[-1] if len(lines) == _FIRST_LINES else len(text))
    if match is None:
        return 0
    return next((token.i for token in doc if token.idx >= match.end()), 0)


def _cuts(doc: Doc) -> Iterator[int]:
    """The token after each `LONGEST` among which none can end a sentence."""
    ends = [place for place, orth in enumerate(doc.to_array("ORTH").tolist()) if orth in _ENDS]
    for last, end in pairwise([-1, *ends, len(doc)]):
        yield from range(last + LONGEST + 1, end, LONGEST)


def is_wrapped(text: str) -> bool:
    """Whether the lines were broken at a width, as in mail, not at the ends of paragraphs."""
    lines = [len(line) for line in text.splitlines() if line.strip()]
    return len(lines) >= _WRAPPED_LINES and sum(n in _WRAPPED for n in lines) >= _WRAPPED_SHARE * len(lines)
