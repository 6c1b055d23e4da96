"""Any text whatever, through the whole pipeline: no exception, valid JSON, offsets that point at the record's words."""

import json
from collections.abc import Iterator
from typing import Any

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
    "bell-and-escape": "\a\x1b[31m\x9b",
    "blanks": "\u00a0\u3000\u200a \u180e",
    "private-use": "\ue000\uf8ff\U0010ffff",
    "not-characters": "\ufffe\uffff\ufffd",
    "right-to-left": "قال الوزير שלום",
    "no-spaces": "部长周一在利马说",
    "variation": "❤️‍🔥☝🏿\ufe0e",
}
pieces = st.sampled_from([*WORDS, *ODD.values()]) | st.text(max_size=8)
texts = st.lists(st.tuples(pieces, st.sampled_from([" ", "", "\n\n"])), max_size=30).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)


def parts(value: object) -> Iterator[dict[str, Any]]:
    """Everything in a record that has words and says where they stand: itself, its cue, its actor and so on."""
    if isinstance(value, dict):
        if "spans" in value:
            yield value
        for inner in value.values():
            yield from parts(inner)


def check(text: str, nlp: Language) -> None:
    """Each record of a text is one line of JSON, and all its offsets point at its words."""
    whole = Article(id="a", text=text).text
    assert len(whole) == len(text)
    for record in extract.extract(text, "2025-06-02", nlp=nlp):
        line = record.model_dump_json()
        assert "\n" not in line
        fields = json.loads(line.encode())
        for part in parts(fields):
            assert part["text"] == " ".join(whole[start:end] for start, end in part["spans"])
        for start, end in [*fields["spans"], *fields.get("mentions", [])]:
            assert 0 <= start < end <= len(whole)


@settings(max_examples=100, deadline=None)
@given(text=texts)
def test_any_text(nlp: Language, text: str) -> None:
    check(text, nlp)


@pytest.mark.parametrize("odd", [pytest.param(odd, id=name) for name, odd in ODD.items()])
def test_odd_characters_everywhere(nlp: Language, odd: str) -> None:
    plain = "Ana Flores said on Monday in Lima: “Chile must withdraw.” Peru demanded an apology."
    check(plain.replace(" ", f" {odd}"), nlp)
    check(plain.replace("a", f"a{odd}"), nlp)
    check(odd * 50, nlp)


@pytest.mark.parametrize("letter", ["x", "é", "e\u0301", "👍🏽", "\u200b", "1", "“", "-", "\0"])
def test_a_word_of_many_letters(nlp: Language, letter: str) -> None:
    check(f"Peru said {letter * 5_000}, and Chile must {letter * 5_000}.", nlp)


def test_a_word_of_a_megabyte(nlp: Language) -> None:
    check("Peru said " + "x" * 1_000_000, nlp)


@pytest.mark.parametrize("gap", ["\r\n", "\r", "\t", "\x0b", "\u2028", "\xa0", "\n \n"], ids=ascii)
def test_any_blank_between_words(nlp: Language, gap: str) -> None:
    text = "LIMA, June 2 – Ana Flores said on Monday: “Chile must withdraw.” Peru demanded an apology in Lima."
    check(text.replace(" ", gap), nlp)
    check(gap.join(text), nlp)
