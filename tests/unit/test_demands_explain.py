"""What `--explain` prints: the sentence with its parts, the rule, and nothing that drives a terminal."""

import io

import pytest
from rich.console import Console

from extract.records import BaseRecord, Demand, Offsets, Part, Quote, Reference
from extract.write.explain import explain, passage

TEXT = "Rain fell. Ana urged Ben to leave the old house. He stayed.\nMuch later nothing happened."


def at(words: str) -> list[Offsets]:
    start = TEXT.index(words)
    return [(start, start + len(words))]


DEMAND = Demand(
    id="demand-1",
    article="a",
    text="leave the old house",
    spans=at("leave the old house"),
    rule="demand.infinitive.urge",
    kind="appeal",
    cue=Part(text="urged", spans=at("urged")),
    actor=Reference(id="actor-1", name="Ana Brandt", text="Ana", spans=at("Ana")),
    addressee=Reference(id=None, name="Ben", text="Ben", spans=at("Ben")),
)
QUOTE = Quote(id="quote-1", article="a", text="Rain fell", spans=at("Rain fell"), rule="quote.carried", kind="direct")


def shown(records: list[BaseRecord], text: str = TEXT, *, terminal: bool = False) -> str:
    out = io.StringIO()
    console = Console(file=out, width=80, force_terminal=terminal, color_system="standard" if terminal else None)
    explain(text, records, console)
    return out.getvalue()


@pytest.mark.parametrize(
    "words",
    ["demand-1", "by rule demand.infinitive.urge", "Ana urged Ben to leave the old house.", "Ana → Ana Brandt", "Ben"],
)
def test_a_demand_shows(words: str) -> None:
    assert words in shown([DEMAND])


def test_passage_is_the_sentence_alone() -> None:
    assert passage(TEXT, DEMAND).plain == "Ana urged Ben to leave the old house."


def test_parts_are_told_by_colour_on_a_terminal() -> None:
    assert "\x1b[1;33murged" in shown([DEMAND], terminal=True)


def test_a_quote_without_cue_or_speaker_shows_its_words() -> None:
    assert "Rain fell" in shown([QUOTE])


def test_nothing_found_is_said() -> None:
    assert shown([]).strip() == "No demands or quotes found."


def test_control_characters_do_not_reach_the_terminal() -> None:
    text = TEXT.replace("old", "\x1b[2")
    assert "\x1b" not in shown([DEMAND], text)
