"""Venues and links survive any text, and cost no more than its length."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

import extract
from extract.find.venues import make_venues
from extract.link.settings import make_settings
from extract.records import Venue

WORDS = [
    "Lima",
    "in",
    "at",
    "of",
    "on",
    "Peru",
    "met",
    "talks",
    "the",
    ",",
    "palace",
    "\n\n",
    "where",
    "was",
    "Nice",
    "-",
    "as",
    "away",
    "border",
    "with",
    "Port",
    "staged",
]
DEPS = ["ROOT", "pobj", "prep", "conj", "appos", "compound", "poss", "dobj", "nsubj", "relcl", "acl", "amod", "det"]
TAGS = {"Lima": "PROPN", "Peru": "PROPN", "Nice": "PROPN", "met": "VERB", "was": "AUX", "in": "ADP", "of": "ADP"}
TAGS |= {"as": "ADP", "away": "ADV", "with": "ADP", "Port": "PROPN", "staged": "VERB"}
FINE = {"VERB": "VBD", "NOUN": "NN", "PROPN": "NNP", "ADP": "IN", "ADV": "RB", "AUX": "VBD"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" \n\n\t ", id="white-space"),
        pytest.param("Lima", id="one-word"),
        pytest.param("in", id="one-preposition"),
        pytest.param("🌋🌋 in 🌋", id="emoji"),
        pytest.param("in at of on near " * 50, id="prepositions-only"),
        pytest.param("Of met in Å in U at Y.", id="places-of-one-letter"),
        pytest.param("Mobile users in Reading love Nice.", id="common-words"),
        pytest.param("in Lima, " * 200, id="a-chain-of-one-name"),
        pytest.param("the palace of the palace of the palace of the palace in Lima fell.", id="nested"),
        pytest.param("Lima 'met' \x00 in \ud7ff Peru.", id="control-characters"),
    ],
)
def test_any_text(nlp: Language, text: str) -> None:
    for record in extract.extract(text, nlp=nlp):
        if isinstance(record, Venue):
            assert text[slice(*record.spans[0])] == record.text


@st.composite
def parses(draw: st.DrawFn) -> tuple[list[str], list[int], list[str]]:
    """A tree of any shape over place and event words: heads before or after, one root."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
    heads = [draw(st.integers(0, i)) for i in range(len(words))]
    deps = ["ROOT" if head == i else draw(st.sampled_from(DEPS[1:])) for i, head in enumerate(heads)]
    return words, heads, deps


@given(parses())
@settings(max_examples=300, deadline=None)
def test_any_parse(nlp: Language, parse: tuple[list[str], list[int], list[str]]) -> None:
    words, heads, deps = parse
    ents = ["B-GPE" if word in {"Lima", "Peru", "Nice"} else "O" for word in words]
    pos = [TAGS.get(word, "NOUN") for word in words]
    doc = Doc(nlp.vocab, words, heads=heads, deps=deps, pos=pos, tags=[FINE[tag] for tag in pos], ents=ents)
    for component in (make_venues(nlp, "venues", None), make_settings(nlp, "settings", None)):
        doc = component(doc)
    assert all(setting.within is not setting for setting in doc._.venues)


def test_without_parse(nlp: Language) -> None:
    doc = Doc(nlp.vocab, ["They", "met", "in", "Lima"])
    assert make_venues(nlp, "venues", None)(doc)._.venues == []


def test_linear(nlp: Language) -> None:
    """Eight times the text takes no more than sixteen times as long."""
    component = make_venues(nlp, "venues", None)
    docs = [nlp("The ministers met at the palace in Lima, Peru, on Monday. " * n) for n in (20, 160)]

    def seconds(doc: Doc) -> float:
        start = time.process_time()
        component(doc)
        return time.process_time() - start

    short, long = (min(seconds(doc) for _ in range(3)) for doc in docs)
    assert long < 16 * max(short, 0.001)
