"""Patterns over the codes of the vocabulary: where time expressions stand and which words fill their slots.

A pattern is a regular expression whose atoms are whole tokens: words in lower case stand for themselves, names in
capitals for a list, shape or phrase of `timewords.toml`; `( | )`, `?`, `*` and `+` as usual:
`the? ORDINAL quarter (of? YEAR)?`. Braces mark the expression itself where the pattern needs words beside it:
`MONTH DAY (to|and) { DAY }`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from pydantic import Field

from extract.errors import RuleError
from extract.find.dates.words import OTHER, TimeWords, Vocabulary
from extract.parse.rulebook import Rule
from extract.records import DateKind

_ATOM = re.compile(r"[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*|[(){}|?*+]|[^\sA-Z(){}|?*+]+")
_BRACES = {"{": "(?P<span>", "}": ")"}
_SEGMENT = re.compile(f"[^{OTHER}]{{1,60}}")  # no expression is longer: a run of number words costs linear time
_CACHED_SEGMENTS = 50_000


class DatesRule(Rule):
    """A kind of time expression: the `patterns` of its words, and its TIMEX3 `value` or the resolver that gives it.

    `resolver` is a name in `resolve`. `when` names conditions of `context` on the surroundings, all of
    which must hold. `aside`: a comparison ("a year earlier") that later expressions are not measured from.
    """

    type = "date"

    kind: DateKind
    patterns: list[str] = Field(min_length=1)
    value: str | None = None
    resolver: str | None = None
    when: tuple[str, ...] = ()
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """A named part of a match, `[start, end)` in codes."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Match:
    """Where a rule matches, `[start, end)` in codes, with its slots in order; `rule` None: words that are no time."""

    rule: DatesRule | None
    order: int
    start: int
    end: int
    slots: tuple[Slot, ...]


class Grammar:
    """The rules' patterns, compiled; what a run of time words matches is computed once a run and remembered."""

    def __init__(self, rules: list[DatesRule], lists: list[TimeWords], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._phrases = {entry.name: entry.pattern for entry in lists if entry.pattern is not None}
        self._compiled: list[tuple[int, DatesRule | None, re.Pattern[str], list[str]]] = [
            (order, rule, *self._compile(pattern, rule.id))
            for order, rule in enumerate(rules, start=1)
            for pattern in rule.patterns
        ]
        self._compiled += [
            (0, None, *self._compile(entry.pattern, entry.id))
            for entry in lists
            if entry.blocks and entry.pattern is not None
        ]
        self.segment = lru_cache(maxsize=_CACHED_SEGMENTS)(self._segment)

    def search(self, codes: str) -> Iterator[Match]:
        """All matches of all rules in a text, overlapping ones too, by run of time words."""
        for run in _SEGMENT.finditer(codes):
            for match in self.segment(run.group()):
                yield _moved(match, run.start())

    def _segment(self, codes: str) -> tuple[Match, ...]:
        found = (
            Match(rule, order, *hit.span(pattern.groupindex.get("span", 0)), tuple(_slots(hit, names)))
            for order, rule, pattern, names in self._compiled
            for hit in pattern.finditer(codes)
        )
        return tuple(found)

    def _compile(self, pattern: str, rule: str) -> tuple[re.Pattern[str], list[str]]:
        names: list[str] = []
        return re.compile(self._translate(pattern, names, rule)), names

    def _translate(self, pattern: str, names: list[str], rule: str) -> str:
        return "".join(self._atom(atom, names, rule) for atom in _ATOM.findall(pattern))

    def _atom(self, atom: str, names: list[str], rule: str) -> str:
        if atom == "(":
            return "(?:"
        if atom in ")|?*+":
            return atom
        if atom in _BRACES:
            return _BRACES[atom]
        if not atom[0].isupper():
            return self._vocabulary.literal(atom)
        names.append(atom)
        if atom in self._phrases:
            return f"({self._translate(self._phrases[atom], names, rule)})"
        try:
            return f"({self._vocabulary.source(atom)})"
        except KeyError:
            raise RuleError(f"dates.toml: rule {rule!r}: patterns: no list {atom!r} in timewords.toml") from None


def _slots(hit: re.Match[str], names: list[str]) -> list[Slot]:
    """The filled slots, those inside the marked span first."""
    first, last = hit.span("span") if "span" in hit.re.groupindex else hit.span()
    groups = (group for group in range(1, hit.re.groups + 1) if group != hit.re.groupindex.get("span"))
    filled = [Slot(name, *hit.span(group)) for name, group in zip(names, groups, strict=True) if hit.start(group) >= 0]
    return sorted(filled, key=lambda slot: not first <= slot.start < last)


def _moved(match: Match, by: int) -> Match:
    slots = tuple(Slot(slot.name, slot.start + by, slot.end + by) for slot in match.slots)
    return Match(match.rule, match.order, match.start + by, match.end + by, slots)


def longest(matches: Iterable[Match]) -> list[Match]:
    """The matches left when longer ones, and among equals those of earlier rules, displace what they overlap."""
    taken: set[int] = set()
    kept: list[Match] = []
    for match in sorted(matches, key=lambda m: (m.start - m.end, m.order, m.start)):
        if taken.isdisjoint(range(match.start, match.end)):
            taken.update(range(match.start, match.end))
            kept.append(match)
    return sorted(kept, key=lambda m: m.start)
