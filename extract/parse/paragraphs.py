"""Paragraphs and datelines end sentences: set before the parser runs.

It would else join a headline to the text below it, and read "LIMA, June 2 (Agency) –" as the subject of what follows.
"""

import re
from itertools import islice, pairwise

from spacy.language import Language
from spacy.tokens import Doc

# lines mostly of such a length, in characters, were wrapped by an editor: their single breaks mean nothing
_WRAPPED = range(50, 101)
_WRAPPED_SHARE = 0.6
_WRAPPED_LINES = 6

# a dateline: a city in capitals, at the head of one of the first paragraphs, with country, day or agency, and a dash
_DATELINE = re.compile(r"^[^\S\n]*[A-ZÀ-Þ][A-ZÀ-Þ'’.-]{2,}(?:[ ,][^\n–—]{0,70}?)?\s*(?:--?|–|—)\s+(?=\S)", re.MULTILINE)
_FIRST_LINES = 8


@Language.component("extract_paragraphs_v1", assigns=["token.is_sent_start"])
def mark_paragraphs(doc: Doc) -> Doc:
    """Begins a sentence at each paragraph (a line, unless the text is wrapped) and behind the dateline."""
    break_ = "\n\n" if is_wrapped(doc.text) else "\n"
    for before, token in pairwise(doc):
        if before.is_space and not token.is_space and break_ in before.text.replace("\r", ""):
            token.is_sent_start = True
    mark_dateline(doc)
    return doc


def mark_dateline(doc: Doc) -> None:
    """Begins a sentence behind the first dateline of the first lines."""
    lines = [match.end() for match in islice(re.finditer(r"\n", doc.text), _FIRST_LINES)]
    match = _DATELINE.search(doc.text, 0, lines[-1] if len(lines) == _FIRST_LINES else len(doc.text))
    if match is None:
        return
    token = next((token for token in doc if token.idx >= match.end()), None)
    if token is not None and token.i > 0:
        token.is_sent_start = True


def is_wrapped(text: str) -> bool:
    """Whether the lines were broken at a width, as in mail, not at the ends of paragraphs."""
    lines = [len(line) for line in text.splitlines() if line.strip()]
    return len(lines) >= _WRAPPED_LINES and sum(n in _WRAPPED for n in lines) >= _WRAPPED_SHARE * len(lines)
