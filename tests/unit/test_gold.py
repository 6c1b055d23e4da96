"""The gold file is what the annotated articles say, and phrases are found where they stand."""

from pathlib import Path

import pytest

from benchmarks.gold.annotation import AnnotatedArticle
from benchmarks.gold.compiled import SETS, annotated, compiled, gold
from benchmarks.gold.locate import NotFoundError, locate

TEXT = "On Monday she left. “We will not wait,” she said on Monday."


@pytest.mark.parametrize("name", SETS)
def test_gold_file_is_compiled_from_the_articles(name: str) -> None:
    assert gold(name).read_text(encoding="utf-8") == "".join(map(compiled, annotated(name))), (
        "run: python -m benchmarks.gold"
    )


@pytest.mark.parametrize("texts", [{}, {"text": "Rain.", "sample": "recall.txt"}], ids=["no-text", "two-texts"])
def test_an_article_has_one_text(texts: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="one of `text` and `sample`"):
        AnnotatedArticle.model_validate({"id": "rain", "published": "2025-06-02", "actors": [], **texts})


def test_every_sample_has_gold() -> None:
    samples = {path.stem for path in (Path(__file__).parents[2] / "samples").glob("*.txt")}
    assert {path.stem for path in annotated("samples")} == samples


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
