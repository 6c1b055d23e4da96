"""A user's own expressions: good ones find dates, bad ones are refused in one line, and none runs for long."""

import time
from contextlib import suppress
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from extract.errors import RuleError
from extract.find.dates.finder import Dates
from extract.find.dates.grammar import DatesRule
from extract.find.dates.words import TimeWords
from extract.parse import frames
from extract.parse.expressions import LIMIT, limited
from extract.parse.rulebook import rulebook

EXAMPLE = '\n[[rule.example]]\ntext = "They met."\ngives = [{ value = "P1D" }]\n'
DATES = '[[rule]]\nid = "date.mine"\nkind = "duration"\nvalue = "P1D"\n'
WORDS = '[[rule]]\nid = "shape.mine"\n'
SECONDS = 5  # for all expressions to be compiled; one that blows up would take years


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A user's folder of rules, still empty."""
    return tmp_path


def component(folder: Path, pattern: str, words: str | None = None) -> Dates:
    """The finder of dates with a rule of the user's, and perhaps a list."""
    (folder / "dates.toml").write_text(f"{DATES}patterns = ['{pattern}']{EXAMPLE}", encoding="utf-8")
    if words is not None:
        (folder / "timewords.toml").write_text(f"{WORDS}{words}{EXAMPLE}", encoding="utf-8")
    return Dates(rulebook("dates", DatesRule, str(folder)), rulebook("timewords", TimeWords, str(folder)))


@pytest.mark.parametrize(
    ("pattern", "words", "text"),
    [
        pytest.param("a? moonspan", None, "a moonspan", id="pattern"),
        pytest.param("MINE watch", "shape = 'x[0-9]+'", "x12 watch", id="shape"),
        pytest.param("a MINE", "pattern = '(long|very)+ spell'", "a very very long spell", id="phrase"),
        pytest.param("((the)+)+ moonspan", None, "the the moonspan", id="nested-but-harmless"),
    ],
)
def test_good_patterns_find(folder: Path, pattern: str, words: str | None, text: str) -> None:
    frames.register()
    doc = component(folder, pattern, words)(Doc(spacy.blank("en").vocab, words=["They", *text.split(), "met"]))
    assert [(timex.span.text, timex.rule) for timex in doc._.dates] == [(text, "date.mine")]


@pytest.mark.parametrize(
    ("pattern", "words", "fault"),
    [
        pytest.param("(the|the)+ zebra", None, "dates.toml: rule 'date.mine': pattern", id="same-word-twice"),
        pytest.param("(MONTH|january)+ zebra", None, "takes longer than", id="list-and-its-word"),
        pytest.param("MINE", "shape = '(1|1)+x'", "rule 'shape.mine': shape: takes longer than", id="shape"),
        pytest.param("(the", None, "missing )", id="open-bracket"),
        pytest.param("? the", None, "dates.toml: rule 'date.mine': pattern", id="nothing-to-repeat"),
        pytest.param("the { DAY", None, "dates.toml: rule 'date.mine': pattern", id="open-brace"),
        pytest.param("MINE", "shape = '(1'", "shape: missing )", id="broken-shape"),
        pytest.param("MINE", "pattern = 'the MINE'", "contains itself", id="phrase-in-itself"),
        pytest.param("NOTHING", None, "no list 'NOTHING'", id="no-such-list"),
    ],
)
def test_bad_patterns_are_refused(folder: Path, pattern: str, words: str | None, fault: str) -> None:
    start = time.process_time()
    with pytest.raises(RuleError) as refused:
        component(folder, pattern, words)
    assert time.process_time() - start < SECONDS
    assert fault in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_pattern_found_out_by_a_text_is_named(folder: Path) -> None:
    frames.register()
    dates = component(folder, "a MINE", "pattern = '(the|the)+ zebra'")
    with pytest.raises(RuleError, match=r"dates\.toml: rule 'date\.mine': pattern 'a MINE': takes longer than"):
        dates(Doc(spacy.blank("en").vocab, words=["a", *["the"] * 50, "a", "zebra"]))


@pytest.mark.parametrize(
    "source", ["(a+)+$", "((b|a)*b*)* c (b?)+", "(a|aa)+$", "(a*)*b", "(.*a){12}", "([a-c]+)*d", "(a|b|ab)*c"]
)
@pytest.mark.parametrize("string", ["a" * 60 + "!", "ab" * 30 + "!", "abc" * 20])
def test_no_expression_runs_for_long(source: str, string: str) -> None:
    expression = limited(source, "here", "x", 2)  # so that it isn't refused before it meets the string
    start = time.process_time()
    with suppress(RuleError):
        expression.fullmatch(string)
    with suppress(RuleError):
        list(expression.finditer(string))
    assert time.process_time() - start < 10 * LIMIT
