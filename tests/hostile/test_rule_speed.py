"""No rule may take more than linear time: words over and over, twice as many in about twice the time."""

import gc
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

import extract
from extract.build import build
from extract.parse.model import prepare
from extract.pipeline import COMPONENTS
from extract.records import Article

WORDS = 1500  # several times the longest sentence that there can be
RATIO = 2.6  # of the time for twice the words; quadratic rules need four times as much
ROUNDS = 4  # as other processes may slow one down
NOISE = 0.03  # seconds of processor time in which no ratio can be measured
BUDGET = 3e-3  # seconds a word: what no text may cost, however odd
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
    "sources": "according to",
    "stutter": "and",
    "wants": "wants him to",
    "told": "told",
    "modals": "He should leave .",
    "titles": "Foreign Minister Ana Flores said",
    "turns": "Ana Flores :",
    "relatives": "who said",
    "settings": "in Lima on Monday",
    "calls": "call for",
    "bodies": "the World Bank",
    "lines": "Peru said no .\n\n",
    "nested-marks": '“ ‘ " (',
}
RULES = sorted((Path(__file__).parents[2] / "rules").glob("*.toml"))


@contextmanager
def no_collection() -> Iterator[None]:
    """Keeps Python's garbage collector, which walks through all that is loaded, out of a measurement."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def parsed(nlp: Language, words: list[str], count: int) -> Doc:
    """So many words, the given ones over and over, as the model leaves them to our components."""
    doc = prepare(nlp, Article(id="a", text=" ".join(islice(cycle(words), count))))
    for name, model in nlp.pipeline:
        doc = doc if name in COMPONENTS else model(doc)
    return doc


def seconds(nlp: Language, doc: Doc) -> float:
    """Processor time of our components and of building the records."""
    doc = doc.copy()
    with no_collection():
        start = time.process_time()
        for name in COMPONENTS:
            doc = nlp.get_pipe(name)(doc)
        build(doc, "a")
        return time.process_time() - start


def check(nlp: Language, words: list[str]) -> None:
    """Half of the words must take about half the time of all."""
    half, whole = (parsed(nlp, words, count) for count in (WORDS, 2 * WORDS))
    for _ in range(ROUNDS):
        short, long = seconds(nlp, half), seconds(nlp, whole)
        if long < max(RATIO * short, NOISE):
            break
    else:
        pytest.fail(f"twice the words took {long:.2f} s for {short:.2f} s")
    assert long < 2 * WORDS * BUDGET


@pytest.mark.parametrize("phrase", [pytest.param(phrase, id=name) for name, phrase in PHRASES.items()])
def test_repeated(nlp: Language, phrase: str) -> None:
    check(nlp, phrase.split(" "))


@pytest.mark.parametrize("rules", [pytest.param(path, id=path.stem) for path in RULES])
def test_what_the_rules_fire_on(nlp: Language, rules: Path) -> None:
    """The examples and counter-examples of a rule file, one after the other."""
    tables = tomllib.loads(rules.read_text(encoding="utf-8"))["rule"]
    texts = [case["text"] for table in tables for case in [*table["example"], *table.get("counter", [])]]
    check(nlp, " ".join(texts).split(" "))


def test_a_hundred_thousand_quotation_marks(nlp: Language) -> None:
    start = time.process_time()
    assert extract.extract('" ' * 100_000, nlp=nlp) == []
    assert time.process_time() - start < 100_000 * BUDGET


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
