"""Paragraphs begin sentences; the broken lines of a wrapped text do not."""

import pytest
import spacy

from extract.parse.paragraphs import LONGEST, is_wrapped, mark_paragraphs

WRAPPED = "\n".join(
    [
        "The minister told the press on Monday that the talks with the",
        "neighbours of the other side of the long river would go on",
    ]
    * 6
)


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        pytest.param("Talks fail\n\nPeru left.", ["Peru"], id="blank-line"),
        pytest.param("Talks fail\nPeru left.\n", ["Peru"], id="headline-above-text"),
        pytest.param("Talks fail\r\n\r\nPeru left.", ["Peru"], id="windows-line-ends"),
        pytest.param("Talks fail. Peru left.", [], id="one-paragraph"),
        pytest.param("LIMA, Peru, June 2 (Agency) – Peru left.", ["Peru"], id="dateline"),
        pytest.param(
            "Talks fail\nLIMA -- Peru left.\nNATO - the alliance - too.", ["LIMA", "Peru", "NATO"], id="one-dateline"
        ),
        pytest.param("BUENOS AIRES: Peru left.", ["Peru"], id="dateline-with-colon"),
        pytest.param("LIMA – 2 June 2025: Peru left.", ["Peru"], id="dateline-with-day-behind"),
        pytest.param("Puerto Montt - Peru left.", ["Peru"], id="dateline-in-small-letters"),
        pytest.param("Lima, 2 June 2025 – Peru left.", ["Peru"], id="dateline-in-small-letters-with-day"),
        pytest.param("Peru – not Chile – left.", [], id="dash-in-a-sentence"),
        pytest.param("\n\n", [], id="nothing-but-breaks"),
        pytest.param("a " * LONGEST + "b", ["b"], id="endless-list"),
        pytest.param(f"{'a ' * (LONGEST - 1)}. {'b ' * LONGEST}cat.", ["cat"], id="endless-after-an-end"),
        pytest.param(f"{'a ' * (LONGEST - 1)}. {'b ' * (LONGEST - 1)}.", [], id="long-but-ended"),
        pytest.param(f"{WRAPPED}\n\nPeru left.", ["Peru"], id="wrapped-text"),
    ],
)
def test_starts(text: str, starts: list[str]) -> None:
    doc = mark_paragraphs(spacy.blank("en").make_doc(text))
    assert [token.text for token in doc if token.i and token.is_sent_start] == starts


@pytest.mark.parametrize(
    ("text", "wrapped"),
    [
        pytest.param(WRAPPED, True, id="mail"),
        pytest.param("A long paragraph. " * 20 + "\n" + "Another one. " * 30, False, id="one-line-a-paragraph"),
        pytest.param("", False, id="empty"),
    ],
)
def test_is_wrapped(text: str, *, wrapped: bool) -> None:
    assert is_wrapped(text) is wrapped
