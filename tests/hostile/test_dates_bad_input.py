"""No text breaks the date finder, slows it down or makes it name a day that does not exist."""

from datetime import date
from itertools import pairwise
from time import process_time

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from extract.find.dates import make_dates
from extract.find.dates.words import TimeWords
from extract.parse.frames import Timex
from extract.parse.rulebook import rulebook

NLP = spacy.blank("en")
DATES = make_dates(NLP, "dates", None)
MONDAY = date(2025, 6, 2)
WORDS = sorted({word for entry in rulebook("timewords", TimeWords) for words in entry.words.values() for word in words})
FIGURES = ["1", "12", "31", "48", "1999", "2024", "99999", "2/30/2024", "25:61", "31st", "1990s", "2009–10", "1/0", "0"]
GLUE = ["the", "of", "a", ",", "-", "in", "to", "and", "ago", "end", "quarter", "year", "'s", "\n", "every", "old"]


def found(text: str, published: date | None = MONDAY) -> list[Timex]:
    doc = NLP.make_doc(text)
    doc._.published = published
    return list(DATES(doc)._.dates)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("31 June 2024", id="june-31"),
        pytest.param("February 29, 2023", id="no-leap-year"),
        pytest.param("June 31", id="june-31-without-year"),
        pytest.param("2024-13-01", id="month-13"),
        pytest.param("02/30/2024", id="february-30-in-figures"),
        pytest.param("June 2, 0", id="year-0"),
        pytest.param("June 2, 99999", id="year-99999"),
        pytest.param("25:61", id="no-such-hour"),
        pytest.param("3000 years ago", id="before-the-calendar"),
        pytest.param("999999999 days from now", id="beyond-the-calendar"),
    ],
)
def test_what_does_not_exist_covers_no_day_of_its_own(text: str) -> None:
    assert all(timex.first is None or timex.first.year in {2024, 2025} for timex in found(text))
    assert text not in {timex.span.text for timex in found(text) if timex.value is not None}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param(" ", id="space"),
        pytest.param("\n\n\n", id="lines"),
        pytest.param("🗓️", id="emoji"),
        pytest.param("昨日 ٢٠٢٤ Juni", id="other-languages"),
        pytest.param("½ ² Ⅻ ٣ days", id="figures-that-are-no-digits"),
        pytest.param("\0YEARNUM \ue000 \ue001", id="our-own-codes"),
        pytest.param("\u202eyadretsey 4202", id="right-to-left"),
    ],
)
def test_odd_text_raises_nothing(text: str) -> None:
    assert all(timex.span.text for timex in found(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("9" * 100_000, id="digits"),
        pytest.param("one " * 30_000, id="number-words"),
        pytest.param("of the " * 20_000, id="function-words"),
        pytest.param("the end of " * 10_000, id="edges"),
        pytest.param("next " * 30_000 + "year", id="directions"),
        pytest.param("May 1 " * 15_000, id="dates"),
        pytest.param("1-" * 30_000, id="dashes"),
        pytest.param("12:00 " * 15_000, id="clock"),
        pytest.param("Friday " * 15_000, id="weekdays"),
    ],
)
def test_long_runs_take_linear_time(text: str) -> None:
    begun = process_time()
    found(text)
    assert process_time() - begun < 20


@given(st.text(max_size=80), st.sampled_from([None, MONDAY, date.min, date.max]))
def test_any_text(text: str, published: date | None) -> None:
    found(text, published)


@given(
    st.lists(st.sampled_from(WORDS + FIGURES * 3 + GLUE * 3), max_size=14),
    st.sampled_from([None, MONDAY, date.min, date.max]),
)
def test_any_jumble_of_time_words(words: list[str], published: date | None) -> None:
    timexes = found(" ".join(words), published)
    assert all(a.span.end <= b.span.start for a, b in pairwise(timexes))
    assert all(timex.first is None or (timex.last is not None and timex.first <= timex.last) for timex in timexes)


def test_a_doc_without_tokens() -> None:
    assert DATES(Doc(NLP.vocab))._.dates == []
