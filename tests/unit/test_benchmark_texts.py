"""The texts of the speed benchmark: as long as asked for, and the same in every run."""

import pytest

from benchmarks.speed.texts import article, articles


@pytest.mark.parametrize("words", [1, 100, 5_000])
def test_length(words: int) -> None:
    assert len(article(words).split()) == words


def test_same_in_every_run_and_different_from_each_other() -> None:
    assert articles(3, 50) == articles(3, 50)
    assert len({*articles(20, 200)}) == 20
