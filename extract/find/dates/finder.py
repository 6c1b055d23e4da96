"""Time expressions with their TIMEX3 values: `doc._.dates` and `doc.spans["dates"]`.

Rules over tokens find the spans (`grammar`), resolvers give the values (`resolve`). Annotation follows
TimeML 1.2.1 (Pustejovsky et al. 2005) as records.md narrows it.
"""

from collections.abc import Iterator
from functools import cache, partial

from spacy.language import Language
from spacy.tokens import Doc, Span

from extract.errors import RuleError
from extract.find.dates.anchor import Anchor
from extract.find.dates.clock import UNKNOWN_DAY
from extract.find.dates.context import CONDITIONS, is_attribute, is_dateline, is_quoted
from extract.find.dates.grammar import DatesRule, Grammar, Match, longest
from extract.find.dates.phrase import Phrase
from extract.find.dates.resolve import RESOLVERS
from extract.find.dates.tense import tense
from extract.find.dates.values import days
from extract.find.dates.words import TimeWords, Vocabulary
from extract.parse.frames import Timex, mark
from extract.parse.rulebook import rulebook
from extract.records import DateKind


@Language.factory("extract_dates_v1", assigns=["doc.spans"], default_config={"rules": None})
def make_dates(nlp: Language, name: str, rules: str | None) -> "Dates":
    """Builds the component; `rules` is a folder of the user's own."""
    return Dates(rulebook("dates", DatesRule, rules), rulebook("timewords", TimeWords, rules))


class Dates:
    """Marks time expressions, in the order of the text, each resolved against those before it."""

    def __init__(self, rules: list[DatesRule], lists: list[TimeWords]) -> None:
        _check_names(rules)
        self._vocabulary = Vocabulary(lists)
        self._grammar = Grammar(rules, lists, self._vocabulary)

    def __call__(self, doc: Doc) -> Doc:
        anchor = Anchor(published=doc._.published)
        doc._.dates = [self._timex(*found, anchor) for found in self._found(doc)]
        mark(doc, "dates", ((timex.span, timex.rule) for timex in doc._.dates))
        return doc

    def _found(self, doc: Doc) -> Iterator[tuple[Span, DatesRule, Phrase]]:
        matches = self._grammar.search(self._vocabulary.encode(doc))
        for match in longest(match for match in matches if _fits(doc, match)):
            span = doc[match.start : match.end]
            if match.rule is not None:
                yield span, match.rule, Phrase.of(match, span, self._vocabulary)

    def _timex(self, span: Span, rule: DatesRule, phrase: Phrase, anchor: Anchor) -> Timex:
        anchor.tense = cache(partial(tense, span, self._vocabulary))
        anchor.quoted = lambda: is_quoted(span)
        value = _resolved(rule, phrase, anchor)
        first, last = days(value) or (None, None)
        if first is not None and first == last and is_dateline(span):
            anchor.take_dateline(first)
        if first is not None and "MONTH" in phrase and phrase.year() is not None:
            anchor.take_year(span, first)
        if _recurs(rule.kind, value or ""):
            anchor.recurring = span.end
        if "MONTH" in phrase:
            anchor.name_month(value)
        if not rule.aside and not phrase.looks_back():
            anchor.remember(value, span.start, background=is_attribute(span))
        return Timex(span, _kind(rule.kind, value), value, rule.id, first, last)


def _check_names(rules: list[DatesRule]) -> None:
    """Refuses rules that call conditions or resolvers which do not exist.

    Raises:
        RuleError: naming them all.
    """
    unknown = [
        f"dates.toml: rule {rule.id!r}: when: no condition {name!r}"
        for rule in rules
        for name in rule.when
        if name not in CONDITIONS
    ]
    unknown += [
        f"dates.toml: rule {rule.id!r}: no resolver {rule.resolver!r}"
        for rule in rules
        if rule.resolver not in {None, *RESOLVERS}
    ]
    if unknown:
        raise RuleError("\n".join(unknown))


def _resolved(rule: DatesRule, phrase: Phrase, anchor: Anchor) -> str | None:
    if rule.resolver is None:
        return rule.value
    try:
        return RESOLVERS[rule.resolver](phrase, anchor)
    except (ValueError, OverflowError):  # beyond the years 1-9999, or no such day
        return None


def _recurs(kind: DateKind, value: str) -> bool:
    """Whether it is a set of days or longer units, or an hour of no certain day."""
    return value.startswith(f"{UNKNOWN_DAY}T") or (kind == "set" and not value.startswith("PT"))


def _fits(doc: Doc, match: Match) -> bool:
    if match.rule is None:
        return True
    span = doc[match.start : match.end]
    return all(CONDITIONS[name](span) for name in match.rule.when)


def _kind(kind: DateKind, value: str | None) -> DateKind:
    """What the value makes of the rule's kind: a date with a time of day is a time, an uncounted step a duration."""
    if kind != "date" or value is None or value.endswith("_REF"):
        return kind
    if value[0] == "P":
        return "duration"
    return "time" if "T" in value else kind
