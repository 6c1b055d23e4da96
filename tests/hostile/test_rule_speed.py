"""No rule may take much more than linear time: one token or phrase over and over, under a budget."""

import time

import pytest
from spacy.language import Language

from extract.build import build
from extract.parse.model import prepare
from extract.pipeline import COMPONENTS
from extract.records import Article

TOKENS = 1500
BUDGET = 1.5  # seconds of processor time; linear rules need a tenth of it, quadratic ones go over it
PHRASES = {
    "marks": '"',
    "opening-marks": "“",
    "closing-marks": "”",
    "apostrophes": "''",
    "opening-brackets": "(",
    "closing-brackets": "]",
    "dashes": "—",
    "commas": ",",
    "colons": "A :",
    "weekdays": "Monday",
    "months": "May",
    "years": "1999",
    "numbers": "2 -",
    "halves": "half a",
    "cities": "Paris",
    "places": "in Paris ,",
    "names": "Ana Flores and",
    "pronouns": "he",
    "reports": "he said that",
    "cues": "said",
    "demands": "urged to",
    "necessity": "must",
    "conditions": "unless",
    "articles": "the",
    "quotations": "“ No , ” she said .",
}


@pytest.mark.parametrize("phrase", [pytest.param(phrase, id=name) for name, phrase in PHRASES.items()])
def test_repeated(nlp: Language, phrase: str) -> None:
    times = TOKENS // len(phrase.split())
    doc = prepare(nlp, Article(id="a", text=f"{phrase} " * times))
    for name, model in nlp.pipeline:
        doc = doc if name in COMPONENTS else model(doc)
    start = time.process_time()
    for name in COMPONENTS:
        doc = nlp.get_pipe(name)(doc)
    build(doc, "a")
    assert time.process_time() - start < BUDGET


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('"' * 100_000, id="quotation-marks"),
        pytest.param("(" * 50_000 + ")" * 50_000, id="nested-brackets"),
        pytest.param("1-" * 50_000, id="digits-and-dashes"),
        pytest.param("a." * 50_000, id="dots"),
        pytest.param("http://a/" * 10_000, id="addresses"),
    ],
)
def test_tokens_without_a_space(nlp: Language, text: str) -> None:
    start = time.process_time()
    assert prepare(nlp, Article(id="a", text=text)).text == text
    assert time.process_time() - start < 10
