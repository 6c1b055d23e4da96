"""Which words of an article stand between quotation marks, and what kind of quotation that makes of a content."""

import re
from collections.abc import Sequence

from extract.records import Offsets, QuoteKind

WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
_MARK = re.compile(r"[“”«»\"\n]|``|''")
_NEARLY_ALL = 0.95


def marked(text: str) -> bytearray:
    """For each character whether it stands between double quotation marks; a line's end closes an open mark."""
    mask = bytearray(len(text))
    start: int | None = None
    for match in _MARK.finditer(text):
        mark = match.group()
        if start is None:
            start = match.start() if _opens(text, match) else None
        elif mark not in {"“", "«", "``"}:
            end = match.start() if mark == "\n" else match.end()
            mask[start:end] = b"\x01" * (end - start)
            start = None
    if start is not None:
        mask[start:] = b"\x01" * (len(text) - start)
    return mask


def _opens(text: str, match: re.Match[str]) -> bool:
    """Whether a mark outside a quotation opens one: a closing mark does where it is mistyped before a word."""
    mark, before, after = match.group(), text[: match.start()][-1:], text[match.end() : match.end() + 1]
    if mark in {"”", "»"}:
        return (not before or before.isspace() or before in "(—–-") and bool(after) and not after.isspace()
    return mark != "\n"


def kind_of(text: str, content: Sequence[Offsets], mask: bytearray) -> QuoteKind:
    """Direct where (nearly) all words stand between marks, indirect where none does."""
    words = [match.start() for start, end in content for match in WORD.finditer(text, start, end)]
    inside = sum(mask[start] for start in words)
    if inside == 0:
        return "indirect"
    return "direct" if inside >= _NEARLY_ALL * len(words) else "mixed"
