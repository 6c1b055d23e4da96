"""What the pool makes of processes that die; the processes are stand-ins that need no model."""

import sys
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from extract.batch import pool as module
from extract.batch.batches import batches
from extract.batch.outcome import Batch, Work
from extract.batch.pool import Pool
from extract.errors import ExtractError, ModelError
from extract.read.document import Document

# a text may order its process to die: always ("die"), or the first time only ("die once")
STAND_IN = """
import os
from pathlib import Path
from extract.batch.outcome import Outcome
from extract.errors import ModelError

MARK = Path(__file__).with_name("died")

def answer(document):
    order = document.data.decode()
    if order == "die" or (order == "die once" and not MARK.exists()):
        MARK.touch()
        os._exit(1)
    return Outcome(document.place, lines=(order,))

def obedient(connection, work):
    connection.send("ready")
    while True:
        connection.send([answer(document) for document in connection.recv()])

def numbered(connection, work):
    connection.send("ready")
    while True:
        connection.send([Outcome(document.place, lines=(str(os.getpid()),)) for document in connection.recv()])

def stillborn(connection, work):
    os._exit(1)

def without_model(connection, work):
    connection.send(ModelError("no model"))
"""


@pytest.fixture
def life(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The stand-ins, where the pool's processes can import them too."""
    (tmp_path / "stand_in.py").write_text(STAND_IN)
    monkeypatch.syspath_prepend(str(tmp_path))
    yield import_module("stand_in")
    del sys.modules["stand_in"]


def documents(*orders: str) -> Batch:
    return [Document(str(number), "text", data=order.encode()) for number, order in enumerate(orders)]


@pytest.mark.parametrize(
    ("orders", "size", "lines"),
    [
        pytest.param(["a", "b", "c", "d", "e"], 2, ["a", "b", "c", "d", "e"], id="nobody-dies"),
        pytest.param(["a", "die once", "c", "d"], 3, ["a", "die once", "c", "d"], id="one-retry-saves-it"),
        pytest.param(["a", "die", "c", "die", "e", "f"], 4, ["a", None, "c", None, "e", "f"], id="two-given-up"),
        pytest.param(["die"], 1, [None], id="alone"),
        pytest.param([], 1, [], id="nothing-to-do"),
    ],
)
def test_order_and_completeness(life: ModuleType, orders: list[str], size: int, lines: list[str | None]) -> None:
    with Pool(Work(), 2, life.obedient) as pool:
        outcomes = list(pool.run(batches(documents(*orders), size)))
    assert [outcome.place for outcome in outcomes] == [str(number) for number in range(len(orders))]
    assert [outcome.lines[0] if outcome.lines else None for outcome in outcomes] == lines
    assert {outcome.error.kind for outcome in outcomes if outcome.error} <= {"died"}


def test_processes_give_way_to_fresh_ones(life: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_RENEWED", 4)
    with Pool(Work(), 2, life.numbered) as pool:
        outcomes = list(pool.run(batches(documents(*"abcdefghijklmnopqrst"), 2)))
    assert [outcome.place for outcome in outcomes] == [str(number) for number in range(20)]
    counts = Counter(outcome.lines for outcome in outcomes)
    assert max(counts.values()) == 4
    assert len(counts) >= 5


def test_processes_that_never_start_end_the_run(life: ModuleType) -> None:
    with Pool(Work(), 2, life.stillborn) as pool, pytest.raises(ExtractError, match="too little memory"):
        list(pool.run([documents("a")]))


def test_error_while_loading_reaches_the_user(life: ModuleType) -> None:
    with Pool(Work(), 1, life.without_model) as pool, pytest.raises(ModelError, match="no model"):
        list(pool.run([documents("a")]))


@pytest.mark.parametrize(
    ("lengths", "articles", "length", "expected"),
    [
        pytest.param([1, 1, 1], 2, 100, [[1, 1], [1]], id="by-number"),
        pytest.param([60, 60, 30], 9, 100, [[60], [60, 30]], id="by-length"),
        pytest.param([500, 1], 9, 100, [[500], [1]], id="one-too-long-alone"),
        pytest.param([], 9, 100, [], id="none"),
    ],
)
def test_batches(lengths: list[int], articles: int, length: int, expected: list[list[int]]) -> None:
    found = batches(documents(*("x" * length_ for length_ in lengths)), articles, length)
    assert [[len(document.data or b"") for document in batch if isinstance(document, Document)] for batch in found] == (
        expected
    )
