"""Paragraphs end sentences: set before the parser runs, which would else join a headline to the text below it."""

from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

# lines mostly of such a length, in characters, were wrapped by an editor: their single breaks mean nothing
_WRAPPED = range(50, 101)
_WRAPPED_SHARE = 0.6
_WRAPPED_LINES = 6


@Language.component("extract_paragraphs_v1", assigns=["token.is_sent_start"])
def mark_paragraphs(doc: Doc) -> Doc:
    """Begins a sentence at each paragraph: after a blank line, or after any line break unless the text is wrapped."""
    break_ = "\n\n" if is_wrapped(doc.text) else "\n"
    for before, token in pairwise(doc):
        if before.is_space and not token.is_space and break_ in before.text.replace("\r", ""):
            token.is_sent_start = True
    return doc


def is_wrapped(text: str) -> bool:
    """Whether the lines were broken at a width, as in mail, not at the ends of paragraphs."""
    lines = [len(line) for line in text.splitlines() if line.strip()]
    return len(lines) >= _WRAPPED_LINES and sum(n in _WRAPPED for n in lines) >= _WRAPPED_SHARE * len(lines)
