"""Any text whatever, through the whole pipeline: no exception, valid JSON, offsets that point at the record's words."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

import extract
from extract.records import Article

WORDS = [
    "Ana Flores",
    "said",
    "that",
    "Peru",
    "must",
    "demanded",
    "on Monday",
    "in Lima",
    "he",
    "“",
    "”",
    '"',
    "''",
    ":",
]
ODD = {
    "surrogate": "\ud800",
    "nul": "\0",
    "bidi": "\u202e\u2066\u200f",
    "zero-width": "\u200b\u200d\u2060\ufeff",
    "combining": "e" + "\u0301" * 40,
    "emoji": "👩‍👩‍👧‍👦🇵🇪👍🏽",
    "crlf": "\r\n",
    "tabs": "\t\t",
    "line-separators": "\u2028\x85\x0b",
    "astral": "𝕄𝕠𝕟𝕕𝕒𝕪",
    "ligature": "ﬁ İ ß",
}
pieces = st.sampled_from([*WORDS, *ODD.values()]) | st.text(max_size=8)
texts = st.lists(st.tuples(pieces, st.sampled_from([" ", "", "\n\n"])), max_size=30).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)


def check(text: str, nlp: Language) -> None:
    """The records of a text hold together, and those of the text as JSON would."""
    whole = Article(id="a", text=text).text
    assert len(whole) == len(text)
    for record in extract.extract(text, "2025-06-02", nlp=nlp):
        assert record.text == " ".join(whole[start:end] for start, end in record.spans)
        line = record.model_dump_json()
        assert "\n" not in line
        assert json.loads(line.encode())["spans"] == [list(span) for span in record.spans]


@settings(max_examples=25, deadline=None)
@given(text=texts)
def test_any_text(nlp: Language, text: str) -> None:
    check(text, nlp)


@pytest.mark.parametrize("odd", [pytest.param(odd, id=name) for name, odd in ODD.items()])
def test_odd_characters_everywhere(nlp: Language, odd: str) -> None:
    plain = "Ana Flores said on Monday in Lima: “Chile must withdraw.” Peru demanded an apology."
    check(plain.replace(" ", f" {odd}"), nlp)
    check(plain.replace("a", f"a{odd}"), nlp)
    check(odd * 50, nlp)


def test_a_word_of_a_megabyte(nlp: Language) -> None:
    check("Peru said " + "x" * 1_000_000, nlp)
