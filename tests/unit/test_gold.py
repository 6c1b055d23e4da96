"""The gold file is what the annotated articles say, and phrases are found where they stand."""

import pytest

from benchmarks.gold.compiled import GOLD, articles, compiled
from benchmarks.gold.locate import NotFoundError, locate

TEXT = "On Monday she left. “We will not wait,” she said on Monday."


def test_gold_file_is_compiled_from_the_articles() -> None:
    assert GOLD.read_text(encoding="utf-8") == "".join(map(compiled, articles())), "run: python -m benchmarks.gold"


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        pytest.param("Monday#2", "Monday", id="numbered"),
        pytest.param("“We ... wait,”", "“We will not wait,”", id="from-first-to-last-words"),
        pytest.param("left", "left", id="once"),
    ],
)
def test_locate(phrase: str, words: str) -> None:
    start, end = locate(TEXT, phrase)
    assert TEXT[start:end] == words


@pytest.mark.parametrize(
    "phrase",
    [
        pytest.param("Monday", id="ambiguous"),
        pytest.param("Tuesday", id="missing"),
        pytest.param("Monday#3", id="number-too-high"),
        pytest.param("he", id="no-whole-word"),
        pytest.param("wait ... left", id="last-words-before-the-first"),
    ],
)
def test_locate_refuses(phrase: str) -> None:
    with pytest.raises(NotFoundError):
        locate(TEXT, phrase)
