"""Actors of texts that nobody foresaw: nothing fails, and long texts take long only in proportion."""

from time import perf_counter

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span

ODD = [
    pytest.param("", id="empty"),
    pytest.param(" \n\n ", id="white-space"),
    pytest.param("He", id="one-pronoun"),
    pytest.param("😀 😀 said 😀", id="emoji"),
    pytest.param("PERU REJECTS OFFER\n\nLIMA SAID IT WOULD NOT WAIT. ANA FLORES AGREED.", id="all-capitals"),
    pytest.param("it rained and then it rained again", id="no-name"),
    pytest.param("((((Ana (Flores", id="open-brackets"),
]


@pytest.fixture(scope="module")
def unparsed() -> Language:
    """Our components alone, on texts without a parse."""
    nlp = spacy.blank("en")
    for name in ("extract_entities_v1", "extract_actors_v1", "extract_coreference_v1"):
        nlp.add_pipe(name)
    return nlp


@pytest.mark.parametrize("text", ODD)
def test_odd_texts(nlp: Language, text: str) -> None:
    assert all(entity.mentions for entity in nlp(text)._.actors)


@given(st.text(alphabet=st.sampled_from("AaBb .,()“”'’-\n😀é"), max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_text_without_a_parse(unparsed: Language, text: str) -> None:
    doc = unparsed(text)
    assert all(0 <= m.head < len(doc) for entity in doc._.actors for m in entity.mentions)


@given(
    st.lists(st.tuples(st.integers(0, 11), st.integers(1, 4), st.sampled_from(["PERSON", "ORG", "GPE"])), max_size=5)
)
@settings(max_examples=60, deadline=None)
def test_any_entities(unparsed: Language, stretches: list[tuple[int, int, str]]) -> None:
    doc = Doc(unparsed.vocab, words=["(", "Ana", "-", "Flores", ")", "\n\n", "of", "the", "“", "Peru", "”", "Bank"])
    taken: set[int] = set()
    ents = []
    for start, size, label in stretches:
        span = range(start, min(start + size, len(doc)))
        if span and taken.isdisjoint(span):
            taken.update(span)
            ents.append(Span(doc, span.start, span.stop, label=label))
    doc.set_ents(ents)
    for _, component in unparsed.pipeline:
        doc = component(doc)
    assert all(entity.name for entity in doc._.actors)


def test_thousands_of_names_take_time_in_proportion(unparsed: Language) -> None:
    def seconds(count: int) -> float:
        doc = Doc(unparsed.vocab, words=[word for i in range(count) for word in ("Ana", f"Flores{i % 900}", ",")])
        doc.set_ents([Span(doc, 3 * i, 3 * i + 2, label="PERSON") for i in range(count)])
        start = perf_counter()
        for _, component in unparsed.pipeline:
            doc = component(doc)
        return perf_counter() - start

    seconds(50)
    assert seconds(5000) < 40 * seconds(500) + 1
