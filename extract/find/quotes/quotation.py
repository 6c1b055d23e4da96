"""Quotation marks and the words between them: the typography of direct speech.

Curly marks say whether they open or close; straight ones are judged by the space around them. A line
break closes a quotation only if the next line opens one again, as news does (Chicago Manual of Style,
17th ed., 13.30). A mark without a partner is left out and takes nothing else with it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extract.find.quotes.layout import Layout

_MARK = re.compile("[“”„«»\"]|``|''")
_OPENERS = frozenset("“„«") | {"``"}
_CLOSERS = frozenset("”»")
_LEFT_SIDE = frozenset("([{—–-/‘'")
_RIGHT_SIDE = frozenset(".,;:!?)]}…—–-/'’”")

Role = Literal["open", "close", "either"]


@dataclass(slots=True, frozen=True)
class Quotation:
    """Words between a pair of marks: tokens `[start, end)`, without the marks, which lie in `[left, right)`."""

    left: int
    start: int
    end: int
    right: int
    resumed: bool = False  # takes up the quotation that the line before left open


@dataclass(slots=True, frozen=True)
class _Mark:
    start: int
    end: int
    role: Role


def quotations(layout: Layout) -> list[Quotation]:
    """The quotations of a text in double marks, in order; they don't overlap."""
    text = layout.text
    found: list[Quotation] = []
    opened: _Mark | None = None
    resumed = False
    for mark in _marks(text):
        if opened is None:
            opened = mark if mark.role != "close" else None
            continue
        broken = text.find("\n", opened.end, mark.start)
        if mark.role == "open" and broken >= 0:
            # the next line opens a quotation again: the one before ends with its line
            found.extend(_between(layout, opened, _Mark(broken, broken, "close"), resumed=resumed))
            opened, resumed = mark, not text[broken : mark.start].strip()
        elif mark.role == "open":
            opened, resumed = mark, False
        else:
            found.extend(_between(layout, opened, mark, resumed=resumed))
            opened, resumed = None, False
    if opened is not None and opened.role == "open":
        end = text.find("\n", opened.end)
        last = len(text) if end < 0 else end
        found.extend(_between(layout, opened, _Mark(last, last, "close"), resumed=resumed))
    return list(_apart(found))


def _apart(found: list[Quotation]) -> Iterator[Quotation]:
    """The quotations without those that share a token with the one before: marks that the tokenizer left on a word."""
    last = 0
    for quotation in found:
        if quotation.left >= last:
            yield quotation
            last = quotation.end


def _marks(text: str) -> Iterator[_Mark]:
    for match in _MARK.finditer(text):
        yield _Mark(match.start(), match.end(), _role(text, match))


def _role(text: str, match: re.Match[str]) -> Role:
    """Whether a mark opens or closes, by its shape and then by what stands beside it."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    left_free = not before or before.isspace() or before in _LEFT_SIDE
    right_free = not after or after.isspace() or after in _RIGHT_SIDE
    opens = left_free and bool(after) and not after.isspace()
    if match.group() in _OPENERS:
        return "open" if after and not after.isspace() else "either"
    if match.group() in _CLOSERS:
        # a closing mark typed where an opening one belongs
        return "open" if opens and not right_free else "close"
    if opens == right_free:
        return "either"
    return "open" if opens else "close"


def _between(layout: Layout, opened: _Mark, closed: _Mark, *, resumed: bool) -> Iterator[Quotation]:
    left, right = layout.token_at(opened.start), layout.token_before(closed.end) + 1
    start, end = layout.token_from(opened.end), layout.token_before(closed.start) + 1
    if start < end:
        yield Quotation(left, start, end, max(right, end), resumed)
