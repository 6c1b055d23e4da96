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
from extract.parse.rulebook import rulebook

NLP = spacy.blank("en")
QUOTES = make_quotes(NLP, "quotes", None)
CUES = sorted({lemma for rule in rulebook("quotes", QuotesRule) for lemma in rule.cue})
LABELS = [
    "ROOT",
    "nsubj",
    "nsubjpass",
    "dobj",
    "prep",
    "pobj",
    "xcomp",
    "ccomp",
    "advcl",
    "conj",
    "relcl",
    "acl",
    "mark",
]
TAGS = {"VERB": "VBD", "NOUN": "NN", "PROPN": "NNP", "PRON": "PRP", "ADP": "IN", "PUNCT": ",", "SPACE": "_SP"}
SECONDS = 5


def found(doc: Doc) -> list[Attribution]:
    return list(QUOTES(doc)._.quotes)


def tree(rows: list[tuple[str, str, str, int]]) -> Doc:
    """A Doc of (word, coarse tag, label, how far left the head stands)."""
    words, pos, deps, reach = (list(column) for column in zip(*rows, strict=True))
    heads = [max(0, i - int(back)) for i, back in enumerate(reach)]
    tags = [TAGS[tag] for tag in pos]
    return Doc(NLP.vocab, words=words, pos=pos, tags=tags, deps=deps, heads=heads, lemmas=words)


WORDS = st.sampled_from([*CUES, "that", "“", "”", '"', ",", ".", ":", "—", "\n", "they", "FLORES", "who", "according"])
ROW = st.tuples(WORDS, st.sampled_from(sorted(TAGS)), st.sampled_from(LABELS), st.integers(0, 5))


@given(st.lists(ROW, min_size=1, max_size=30))
def test_any_tree_gives_contents_inside_the_text(rows: list[tuple[str, str, str, int]]) -> None:
    doc = tree(rows)
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
    ["“", "”", '"', "'' ", "“a” ", '"a, " said ', "“a.”\n", ": “a.” ", "“a,” he said. ", "A: b\n", "— ", "« »"],
    ids=repr,
)
def test_time_grows_with_the_number_of_marks(unit: str) -> None:
    doc = NLP.make_doc(unit * 10_000)
    start = process_time()
    found(doc)
    assert process_time() - start < SECONDS


@pytest.mark.parametrize("label", ["ccomp", "conj", "xcomp", "advcl", "relcl"])
def test_time_grows_with_the_depth_of_reports(label: str) -> None:
    doc = tree([("say", "VERB", "ROOT", 0), *[("say", "VERB", label, 1)] * 3000])
    start = process_time()
    found(doc)
    assert process_time() - start < SECONDS


def test_a_whole_article_in_quotation_marks() -> None:
    text = "“" + "The talks have failed. We leave.\n\n" * 500 + "”"
    assert found(NLP.make_doc(text)) == []
