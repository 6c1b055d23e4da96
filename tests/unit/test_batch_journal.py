"""A journal that was cut off at any byte goes on with exactly the whole lines before the cut."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from extract.batch.journal import Journal
from extract.errors import OutputError

MADE = {"version": "1"}


@contextmanager
def opened(path: Path, made: dict[str, str] | None = None, *, resume: bool = True) -> Iterator[Journal]:
    journal = Journal(path, made or MADE, resume=resume)
    try:
        yield journal
    finally:
        journal.close(remove=False)


def fill(path: Path, places: list[str]) -> None:
    with opened(path) as journal:
        entries(journal, places)


def entries(journal: Journal, places: list[str]) -> list[Any]:
    """The entries in the order of `places`, those that are not finished added."""
    for place in places:
        if journal.digest(place) is None:
            journal.expect()
            journal.add(place, f"digest of {place}", {"facts": [f"é of {place}"]})
        else:
            journal.again(place)
    return list(journal.entries())


def test_cut_off_at_every_byte(tmp_path: Path) -> None:
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    fill(whole, ["a", "b", "c"])
    data = whole.read_bytes()
    expected = [{"place": p, "digest": f"digest of {p}", "facts": [f"é of {p}"]} for p in "abc"]
    for length in range(len(data) + 1):
        cut.write_bytes(data[:length])
        with opened(cut) as journal:
            assert len(journal) == max(data[:length].count(b"\n") - 1, 0)
            assert entries(journal, ["a", "b", "c"]) == expected
        assert cut.read_bytes() == data


def test_order_is_that_of_the_inputs_not_of_the_journal(tmp_path: Path) -> None:
    fill(tmp_path / "j", ["b", "d"])
    with opened(tmp_path / "j") as journal:
        assert [entry["place"] for entry in entries(journal, ["a", "b", "c", "d"])] == ["a", "b", "c", "d"]


def test_failed_article_leaves_no_entry(tmp_path: Path) -> None:
    with opened(tmp_path / "j") as journal:
        journal.expect()
        journal.expect()
        journal.miss()
        journal.add("b", "d", {})
        assert [entry["place"] for entry in journal.entries()] == ["b"]


@pytest.mark.parametrize(
    ("made", "resume", "finished", "outdated"),
    [
        pytest.param(MADE, True, 1, False, id="same-made-is-used"),
        pytest.param(MADE, False, 0, False, id="not-asked-for"),
        pytest.param({"version": "2"}, True, 0, True, id="made-otherwise"),
    ],
)
def test_what_is_used(tmp_path: Path, made: dict[str, str], resume: bool, finished: int, outdated: bool) -> None:  # noqa: FBT001 - a table
    fill(tmp_path / "j", ["a"])
    with opened(tmp_path / "j", made, resume=resume) as journal:
        assert (len(journal), journal.outdated) == (finished, outdated)


def test_one_run_at_a_time(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "j", MADE, resume=False)
    with pytest.raises(OutputError, match="another run is writing"):
        Journal(tmp_path / "j", MADE, resume=True)
    journal.close(remove=True)
    assert not (tmp_path / "j").exists()
