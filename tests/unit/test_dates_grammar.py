"""Patterns of whole tokens: slots, marked spans, what is kept of overlapping matches, and faults in rule files."""

from typing import Any

import pytest
import spacy
from pydantic import ValidationError

from extract.errors import RuleError
from extract.find.dates.grammar import DatesRule, Grammar, Match, longest
from extract.find.dates.words import TimeWords, Vocabulary

NLP = spacy.blank("en")
EXAMPLE = {"example": [{"text": "x", "gives": [{}]}]}


def words(rule_id: str, **fields: Any) -> TimeWords:  # noqa: ANN401 - fields of the rule
    return TimeWords.model_validate({"id": rule_id, **EXAMPLE, **fields})


def rule(name: str, *patterns: str) -> DatesRule:
    return DatesRule.model_validate({"id": f"date.{name}", "kind": "date", "patterns": patterns, **EXAMPLE})


LISTS = [
    words("words.moon", words={"1": ["new moon"], "2": ["full moon", "Moon"]}),
    words("words.name", words={"1": ["luna"]}, capital=True),
    words("words.verb", words={"1": ["wane"]}, never=["VB"]),
    words("shape.num", shape=r"\d+"),
    words("phrase.nth", pattern="the NUM"),
    words("phrase.not", pattern="last NUM", blocks=True),
]


def matched(text: str, *rules: DatesRule) -> list[tuple[str, str, dict[str, str]]]:
    """Rule, words and slots of the matches that are kept."""
    vocabulary = Vocabulary(LISTS)
    grammar = Grammar(list(rules), LISTS, vocabulary)
    doc = NLP.make_doc(text)
    kept: list[Match] = longest(grammar.search(vocabulary.encode(doc)))
    return [
        (m.rule.id, doc[m.start : m.end].text, {s.name: doc[s.start : s.end].text for s in m.slots})
        for m in kept
        if m.rule is not None
    ]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        pytest.param("MOON", "a full moon rose", ("full moon", {"MOON": "full moon"}), id="words-of-two-tokens"),
        pytest.param("the? MOON", "the new moon", ("the new moon", {"MOON": "new moon"}), id="optional-word"),
        pytest.param("NTH MOON", "the 3 full moon", ("the 3 full moon", {"NTH": "the 3", "NUM": "3"}), id="phrase"),
        pytest.param("MOON (to|and) { NUM }", "new moon to 3", ("3", {"MOON": "new moon", "NUM": "3"}), id="context"),
        pytest.param("NUM|NAME", "Luna", ("Luna", {"NAME": "Luna"}), id="either-of-two"),
        pytest.param("NUM (to|and)? NUM?", "3", ("3", {"NUM": "3"}), id="parts-left-out"),
        pytest.param("NAME", "Luna", ("Luna", {"NAME": "Luna"}), id="capital"),
    ],
)
def test_pattern(pattern: str, text: str, expected: tuple[str, dict[str, str]]) -> None:
    [(_, span, slots)] = matched(text, rule("a", pattern))
    assert span == expected[0]
    assert expected[1].items() <= slots.items()


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        pytest.param("NAME", "luna", id="no-capital"),
        pytest.param("the MOON", "the\nnew crescent", id="other-words"),
        pytest.param("NUM", "last 3", id="blocked"),
    ],
)
def test_no_match(pattern: str, text: str) -> None:
    assert matched(text, rule("a", pattern)) == []


def test_longer_match_wins_then_earlier_rule() -> None:
    rules = rule("a", "NUM"), rule("b", "the NUM"), rule("c", "NTH")
    assert [found[0] for found in matched("the 3 and 4", *rules)] == ["date.b", "date.a"]


def test_unknown_list_is_told_with_its_rule() -> None:
    with pytest.raises(RuleError, match=r"date\.a.*TIDE"):
        Grammar([rule("a", "TIDE")], LISTS, Vocabulary(LISTS))


@pytest.mark.parametrize(
    "fields", [{}, {"words": {"1": ["a"]}, "shape": "a"}, {"shape": "("}], ids=["none", "two", "broken-shape"]
)
def test_a_list_is_words_or_shape_or_pattern(fields: dict[str, Any]) -> None:
    with pytest.raises((ValidationError, RuleError)):
        words("words.bad", **fields)
