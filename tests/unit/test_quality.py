"""The scorers of the quality benchmark, on cases small enough to count by hand."""

import json
from pathlib import Path

import pytest

from benchmarks.quality import dates, facts, pronouns, quotes
from benchmarks.quality.matching import dice, pairs
from benchmarks.quality.measures import Tally
from benchmarks.quality.quotemarks import kind_of, marked
from benchmarks.quality.reading import Reading, stored
from benchmarks.quality.tasks import task_of
from extract.records import Actor, Article, Date, Demand, Offsets, Part, Quote, Reference

TEXT = "Ana Flores urged Chile to wait. “We are tired,” she said on Monday, adding that talks would go on."


def span(words: str) -> Offsets:
    start = TEXT.index(words)
    return start, start + len(words)


def reference(words: str, name: str, actor: str | None) -> Reference:
    return Reference(id=actor, name=name, text=words, spans=[span(words)])


FLORES = Actor(
    id="actor-1",
    text="Ana Flores",
    spans=[span("Ana Flores")],
    name="Ana Flores",
    kind="person",
    mentions=[span("Ana Flores"), span("she")],
    article="a",
    rule="test",
)
GOLD_FLORES = facts.GoldActor(name="Ana Flores", aliases=["Flores"], kind="person", country_ok=["PE"], required=True)


def quote(*content: str, speaker: str = "she") -> Quote:
    return Quote(
        id="quote-1",
        text=" ".join(content),
        spans=[span(words) for words in content],
        kind="direct",
        cue=Part(text="said", spans=[span("said")]),
        speaker=reference(speaker, "Ana Flores", "actor-1"),
        article="a",
        rule="test",
    )


@pytest.mark.parametrize(
    ("found", "gold", "likeness"),
    [
        pytest.param([(0, 4)], [(0, 4)], 1.0, id="same"),
        pytest.param([(0, 4)], [(2, 6)], 0.5, id="half"),
        pytest.param([(0, 2), (4, 6)], [(0, 6)], 0.8, id="with-a-gap"),
        pytest.param([(0, 2)], [(2, 4)], 0.0, id="touching"),
    ],
)
def test_dice(found: list[Offsets], gold: list[Offsets], likeness: float) -> None:
    assert dice(found, gold) == pytest.approx(likeness)


def test_pairs_take_the_most_alike_first_and_each_once() -> None:
    assert pairs([1, 2], [2, 9], lambda one, other: 1.0 - abs(one - other) / 10, 0.5) == [(1, 0)]


def test_tally() -> None:
    tally = Tally(found=4, found_right=3, gold=6, gold_found=3)
    assert [tally.precision, tally.recall, tally.f1] == pytest.approx([0.75, 0.5, 0.6])
    assert Tally().f1 == 0.0


def test_facts_count_matches_attributes_and_what_is_not_required() -> None:
    demand = Demand(
        id="demand-1",
        text="wait",
        spans=[span("wait")],
        kind="appeal",
        cue=Part(text="urged", spans=[span("urged")]),
        actor=reference("Ana Flores", "Ana Flores", "actor-1"),
        addressee=reference("Chile", "Chile", None),
        article="a",
        rule="test",
    )
    spurious = demand.model_copy(update={"spans": [span("Monday")]})
    unowned = spurious.model_copy(update={"actor": None})
    gold = facts.Gold(
        id="a",
        text=TEXT,
        actors=[GOLD_FLORES],
        venues=[],
        demands=[
            facts.GoldDemand(
                spans=[span("to wait")],
                actor=[0],
                addressee=[None],
                kind=["appeal"],
                stance=["asserted"],
                required=True,
            ),
            facts.GoldDemand(
                spans=[span("go on")], actor=[0], addressee=[None], kind=["appeal"], stance=["asserted"], required=False
            ),
        ],
        quotes=None,
        dates=None,
    )
    measures = facts.score([gold], {"a": Reading([FLORES, demand, spurious, unowned])})
    assert measures.tallies["actors"].f1 == 1.0
    assert measures.tallies["demands"] == Tally(found=2, found_right=1, gold=1, gold_found=1)
    assert measures.shares["demand.actor"].accuracy == 1.0
    assert measures.shares["demand.addressee"].accuracy == 0.0
    assert measures.shares["actor.country"].accuracy == 0.0


@pytest.mark.parametrize(
    ("found", "soft", "exact"),
    [
        pytest.param(["“We are tired,”"], 1, 1, id="marks-and-commas-do-not-count"),
        pytest.param(["We are tired,” she"], 1, 0, id="one-word-too-many"),
        pytest.param(["talks would go on"], 0, 0, id="another-statement"),
    ],
)
def test_quotes(found: list[str], soft: int, exact: int) -> None:
    gold = quotes.Gold(
        id="a",
        text=TEXT,
        quotes=[quotes.GoldQuote(content=[span("We are tired")], cue=[span("said")], speaker=[span("she")])],
    )
    measures = quotes.score([gold], {"a": Reading([quote(*found)])})
    assert measures.tallies["all"].gold_found == soft
    assert measures.tallies["all, exact"].gold_found == exact
    assert sum(share.right for share in measures.shares.values()) == 2 * soft


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("“We are tired”", "direct", id="curly"),
        pytest.param("''We are tired''", "direct", id="doubled-apostrophes"),
        pytest.param("that we are “tired”", "mixed", id="partly"),
        pytest.param("that we are tired", "indirect", id="no-marks"),
        pytest.param("”We are tired”", "direct", id="mistyped-opening-mark"),
    ],
)
def test_kind_of_content(text: str, kind: str) -> None:
    assert kind_of(text, [(0, len(text))], marked(text)) == kind


@pytest.mark.parametrize(
    ("words", "value", "strict", "right"),
    [
        pytest.param("Monday", "2025-06-02", 1, 1, id="right"),
        pytest.param("on Monday", "2025-06-02", 0, 1, id="span-too-long"),
        pytest.param("Monday", "2025-06-09", 1, 0, id="wrong-value"),
    ],
)
def test_dates(words: str, value: str, strict: int, right: int) -> None:
    start, end = span("Monday")
    gold = dates.Gold(id="a", text=TEXT, timexes=[dates.Timex(start=start, end=end, type="DATE", value="2025-06-02")])
    found = Date(id="date-1", text=words, spans=[span(words)], value=value, kind="date", article="a", rule="test")
    measures = dates.score([gold], {"a": Reading([found])})
    assert (measures.tallies["strict"].gold_found, measures.tallies["value"].gold_found) == (strict, right)


def test_pronouns() -> None:
    gold = pronouns.Gold(id="a", text=TEXT, clusters=[[span("Ana Flores"), span("she")], [span("Chile")]])
    assert pronouns.score([gold], {"a": Reading([FLORES])}).tallies["he and she"].f1 == 1.0


@pytest.mark.parametrize("field", ["actors", "quotes", "timexes", "clusters", "entities"])
def test_task_is_told_by_a_field(tmp_path: Path, field: str) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"id": "a", "text": TEXT, field: []}), encoding="utf-8")
    assert task_of(gold).field == field


def test_task_of_something_else(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text('{"id": "a"}', encoding="utf-8")
    with pytest.raises(ValueError, match="no gold file"):
        task_of(tmp_path / "gold.jsonl")


def test_stored_facts_are_read_back(tmp_path: Path) -> None:
    (tmp_path / "facts.jsonl").write_text(FLORES.model_dump_json() + "\n", encoding="utf-8")
    readings = stored(tmp_path / "facts.jsonl", [Article(id="a", text=TEXT), Article(id="b", text=TEXT)])
    assert readings == {"a": Reading([FLORES]), "b": Reading([])}
