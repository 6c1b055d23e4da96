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
from extract.parse.expressions import Expression, compiled, limited
from extract.parse.rulebook import Rule
from extract.records import DateKind

_ATOM = re.compile(r"[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*|[(){}|?*+]|[^\sA-Z(){}|?*+]+")
_BRACES = {"{": "(?P<span>", "}": ")"}
_PIECE = re.compile(r"\(\?P<span>|\(\?:|.")  # of a compiled pattern: the opening of a group, or one character
_LONGEST = 60  # tokens; no expression is longer: a run of number words costs linear time
_SEGMENT = re.compile(f"[^{OTHER}]{{1,{_LONGEST}}}")
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


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A compiled pattern.

    `names`: of its groups, in order. `needs`: sets of codes; a run that lacks all codes of one of them has no match.
    """

    rule: DatesRule | None
    order: int
    expression: Expression
    names: list[str]
    needs: list[frozenset[str]]

    def matches(self, codes: str) -> Iterator[Match]:
        if any(need.isdisjoint(codes) for need in self.needs):
            return
        span = self.expression.groupindex.get("span", 0)
        for hit in self.expression.finditer(codes):
            yield Match(self.rule, self.order, *hit.span(span), tuple(_slots(hit, self.names)))


class Grammar:
    """The rules' patterns, compiled; what a run of time words matches is computed once a run and remembered."""

    def __init__(self, rules: list[DatesRule], lists: list[TimeWords], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._phrases = {entry.name: entry.pattern for entry in lists if entry.pattern is not None}
        self._patterns = [
            self._compile(pattern, rule, order)
            for order, rule in enumerate(rules, start=1)
            for pattern in rule.patterns
        ]
        self._patterns += [
            self._compile(entry.pattern, entry) for entry in lists if entry.blocks and entry.pattern is not None
        ]
        self._by_code: dict[str, list[int]] = {}
        for place, pattern in enumerate(self._patterns):
            for code in pattern.needs[0] if pattern.needs else {*vocabulary.codes}:
                self._by_code.setdefault(code, []).append(place)
        self.segment = lru_cache(maxsize=_CACHED_SEGMENTS)(self._segment)

    def search(self, codes: str) -> Iterator[Match]:
        """All matches of all rules in a text, overlapping ones too, by run of time words."""
        for run in _SEGMENT.finditer(codes):
            for match in self.segment(run.group()):
                yield _moved(match, run.start())

    def _segment(self, codes: str) -> tuple[Match, ...]:
        places = {place for code in set(codes) for place in self._by_code.get(code, ())}
        return tuple(match for place in sorted(places) for match in self._patterns[place].matches(codes))

    def _compile(self, pattern: str, rule: DatesRule | TimeWords, order: int = 0) -> _Pattern:
        names: list[str] = []
        place = f"{rule.id!r}: pattern {pattern!r}"
        try:
            source = self._translate(pattern, names, rule.id)
        except RecursionError:
            raise RuleError(f"timewords.toml: {place}: a phrase in it contains itself") from None
        expression = self._expression(source, f"dates.toml: rule {place}", own=rule.own)
        return _Pattern(rule if isinstance(rule, DatesRule) else None, order, expression, names, _needed(source))

    def _expression(self, source: str, place: str, *, own: bool) -> Expression:
        if own:
            return limited(source, place, set(source) & set(self._vocabulary.codes), _LONGEST)
        return compiled(source, place)

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


def _needed(source: str) -> list[frozenset[str]]:
    """The codes of each part of a pattern that may not be missing, the part with the fewest first."""
    parts: list[set[str]] = []
    depth = 0
    for piece in _PIECE.findall(source):
        if depth == 0 and piece == "|":
            return []
        if depth == 0 and piece in "?*":
            parts.pop()
        elif depth == 0 and piece != "+":
            parts.append(set())
        depth += (piece[0] == "(") - (piece == ")")
        if piece[0] not in "()|?*+":
            parts[-1].add(piece)
    return sorted(map(frozenset, parts), key=len)


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
