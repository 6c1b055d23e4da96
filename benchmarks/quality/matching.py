"""One-to-one matching of what was found with what is there."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from extract.records import Offsets

P = TypeVar("P")
G = TypeVar("G")


def dice(found: Sequence[Offsets], gold: Sequence[Offsets]) -> float:
    """Shared characters of two lists of spans, by Dice (1945): 0 for disjoint, 1 for the same."""
    total = sum(end - start for start, end in [*found, *gold])
    shared = sum(max(0, min(e1, e2) - max(s1, s2)) for s1, e1 in found for s2, e2 in gold)
    return 2 * shared / total if total else 0.0


def best_dice(found: Sequence[Offsets], gold: Sequence[Offsets]) -> float:
    """The same against the gold span that fits best, where several are accepted."""
    return max(dice(found, [span]) for span in gold)


def pairs(
    found: Sequence[P], gold: Sequence[G], similarity: Callable[[P, G], float], least: float
) -> list[tuple[int, int]]:
    """Indices of found and gold that match, the most similar first, each used once; similarity at least `least`."""
    ranked = sorted(
        ((similarity(one, other), i, j) for i, one in enumerate(found) for j, other in enumerate(gold)), reverse=True
    )
    matched: list[tuple[int, int]] = []
    used_found: set[int] = set()
    used_gold: set[int] = set()
    for value, i, j in ranked:
        if value >= least and i not in used_found and j not in used_gold:
            used_found.add(i)
            used_gold.add(j)
            matched.append((i, j))
    return matched
