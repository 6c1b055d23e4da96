"""Single quotation marks: British direct speech, and speech inside speech. Apostrophes are neither.

A mark opens before a word and behind none; it closes behind a word or point. "the farmers' union" closes nothing
if a surer mark follows ("…the farmers' union,' she said"), and "the '90s" opens nothing.
"""

import re
from collections.abc import Iterator, Sequence

from extract.find.quotes.layout import Layout
from extract.find.quotes.quotation import Quotation

_MARK = re.compile("(?<!')['‘’](?!')|\n")
_BEFORE_OPENING = frozenset('([{—–-“"«„/')
_BEHIND_CLOSING = frozenset('.,;:!?)]}—–-”"»…/')
_POINTS = frozenset(".,;:!?…—")
# what is left of a word or year whose beginning an apostrophe stands for
_ELISION = re.compile(r"(?:\d0s|\d\d|em|til|tis|twas|cause|bout|round|n)\b", re.IGNORECASE)


def single_quotations(layout: Layout) -> list[Quotation]:
    """The quotations of a text in single marks, in order; each begins and ends in one line."""
    text = layout.text
    found: list[Quotation] = []
    opened = doubtful = -1
    for match in _MARK.finditer(text):
        at = match.start()
        opens = match.group() != "\n" and _opens(text, at)
        if match.group() == "\n" or opens:
            found.extend(_between(layout, opened, doubtful))
            opened, doubtful = at if opens else -1, -1
        elif opened >= 0 and _closes(text, at):
            if text[at - 1] == "s" and text[at + 1 : at + 2].isspace():
                doubtful = doubtful if doubtful >= 0 else at
                continue
            found.extend(_between(layout, opened, at))
            opened = doubtful = -1
    found.extend(_between(layout, opened, doubtful))
    return found


def layered(doubles: Sequence[Quotation], singles: Sequence[Quotation]) -> tuple[list[Quotation], list[Quotation]]:
    """The outer quotations of a text and those inside them, both in order; marks that cross are left out."""
    outer: list[Quotation] = []
    inner: list[Quotation] = []
    for quotation in sorted([*doubles, *singles], key=lambda q: (q.left, -q.right)):
        if not outer or quotation.left >= outer[-1].right:
            outer.append(quotation)
        elif quotation.right <= outer[-1].right and (not inner or quotation.left >= inner[-1].right):
            inner.append(quotation)
    return outer, inner


def _opens(text: str, at: int) -> bool:
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    free = not before or before.isspace() or before in _BEFORE_OPENING
    begins = behind.isalnum() or behind in _BEFORE_OPENING
    return text[at] != "’" and free and bool(behind) and begins and _ELISION.match(text, at + 1) is None


def _closes(text: str, at: int) -> bool:
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    ends = before.isalnum() or before in _POINTS or before in _BEHIND_CLOSING
    return text[at] != "‘" and ends and (not behind or behind.isspace() or behind in _BEHIND_CLOSING)


def _between(layout: Layout, left: int, right: int) -> Iterator[Quotation]:
    """The quotation between two marks, given by character, where both stand and a word between them."""
    if left < 0 or right < 0:
        return
    first, last = layout.token_at(left), layout.token_before(right + 1)
    start, end = layout.token_from(left + 1), layout.token_before(right) + 1
    if start < end:
        yield Quotation(first, start, end, max(last + 1, end))
