"""No text breaks the quote finder or slows it down: marks without end or partner, no parse, endless reports."""

from time import process_time

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from extract.find.quotes import make_quotes
from extract.find.quotes.cues import QuotesRule
from extract.parse.frames import Attribution
from extract.parse.long import tokenized
from extract.parse.rulebook import rulebook
from tests.hostile.trees import Row, rows, tree

NLP = spacy.blank("en")
QUOTES = make_quotes(NLP, "quotes", None)
CUES = sorted({lemma for rule in rulebook("quotes", QuotesRule) for lemma in rule.cue})
TAGS = {"VERB": "VBD", "NOUN": "NN", "PROPN": "NNP", "PRON": "PRP", "ADP": "IN", "PUNCT": ",", "SPACE": "_SP"}
SECONDS = 5


def found(doc: Doc) -> list[Attribution]:
    return list(QUOTES(doc)._.quotes)


def seconds(doc: Doc) -> float:
    start = process_time()
    found(doc)
    return process_time() - start


WORDS = [
    *CUES,
    "that",
    "if",
    "as",
    "it",
    "“",
    "”",
    '"',
    "‘",
    "’",
    "'",
    ",",
    ".",
    ":",
    "—",
    "\n",
    "they",
    "FLORES",
    "who",
]


@given(st.lists(rows([*WORDS, "according"], TAGS), min_size=1, max_size=30))
def test_any_tree_gives_contents_inside_the_text(drawn: list[Row]) -> None:
    doc = tree(NLP.vocab, drawn, TAGS)
    for made in found(doc):
        assert made.content
        assert all(0 <= span.start < span.end <= len(doc) for span in made.content)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "😀",
        "“",
        "”",
        '"',
        "Said.",
        ":",
        "—",
        "“ ”",
        "FLORES:",
        "“😀”, said",
        "according to",
        "\n“\n”\n",
    ],
    ids=repr,
)
def test_scraps_of_text(text: str) -> None:
    assert found(NLP.make_doc(text)) == []


@pytest.mark.parametrize(
    "unit",
    [
        "“",
        "”",
        '"',
        "'' ",
        "“a” ",
        '"a, " said ',
        "“a.”\n",
        ": “a.” ",
        "“a,” he said. ",
        "A: b\n",
        "— ",
        "« »",
        "'",
        "‘",
        "‘a’ ",
        "s' ",
    ],
    ids=repr,
)
def test_time_grows_with_the_number_of_marks(unit: str) -> None:
    assert seconds(tokenized(NLP, unit * 10_000)) < SECONDS


@pytest.mark.parametrize("label", ["ccomp", "conj", "xcomp", "advcl", "relcl", "acl", "dobj", "pcomp"])
@pytest.mark.parametrize("word", ["say", "call", "urge"])
def test_time_grows_with_the_depth_of_reports(word: str, label: str) -> None:
    shallow, deep = (
        tree(NLP.vocab, [(word, "VERB", "ROOT", 0), *[(word, "VERB", label, 1)] * depth], TAGS)
        for depth in (1000, 3000)
    )
    assert seconds(deep) < 6 * seconds(shallow) + 0.5  # 3 if linear, 9 if quadratic


def test_a_whole_article_in_quotation_marks() -> None:
    text = "“" + "The talks have failed. We leave.\n\n" * 500 + "”"
    assert found(NLP.make_doc(text)) == []
