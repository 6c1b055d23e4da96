"""Counts that add up to precision, recall, F1 and accuracy."""

from collections.abc import Iterator
from dataclasses import dataclass, field


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


@dataclass(slots=True)
class Tally:
    """What was found against what is there; the hits are counted on either side, as one may answer several."""

    found: int = 0
    found_right: int = 0
    gold: int = 0
    gold_found: int = 0

    @property
    def precision(self) -> float:
        """The share of the found that is right, 0–1."""
        return _ratio(self.found_right, self.found)

    @property
    def recall(self) -> float:
        """The share of the gold that is found, 0–1."""
        return _ratio(self.gold_found, self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0–1."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Share:
    """How many of the cases are right."""

    right: int = 0
    of: int = 0

    @property
    def accuracy(self) -> float:
        """The share of right cases, 0–1."""
        return _ratio(self.right, self.of)


@dataclass(slots=True)
class Measures:
    """The named figures of one task, in the order in which they first came up."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    shares: dict[str, Share] = field(default_factory=dict)

    def tally(self, name: str) -> Tally:
        """The counts of that name, to add to."""
        return self.tallies.setdefault(name, Tally())

    def judge(self, name: str, *, right: bool) -> None:
        """Counts one more case of that name."""
        share = self.shares.setdefault(name, Share())
        share.right += right
        share.of += 1

    def figures(self) -> Iterator[tuple[str, float]]:
        """Name and value of each figure in percent: F1 of tallies, accuracy of shares."""
        yield from ((name, 100 * tally.f1) for name, tally in self.tallies.items())
        yield from ((name, 100 * share.accuracy) for name, share in self.shares.items())
