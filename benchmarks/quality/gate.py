"""The quality gate: `python -m benchmarks.quality.gate` fails where a figure of the gold set is below its floor.

Prints the figures beside their floors as a Markdown table. Exit code 1: a figure has fallen, or a floor was lowered
without a reason.
"""

import sys
from functools import partial

import extract
from benchmarks.gold.compiled import GOLD
from benchmarks.quality.floors import FLOORS, Floors, below, committed, parsed, silently_lowered
from benchmarks.quality.reading import read
from benchmarks.quality.tables import table
from benchmarks.quality.tasks import task_of


def main() -> int:
    """Judges the pipeline, and the floors themselves."""
    floors = parsed(FLOORS.read_text(encoding="utf-8"))
    figures = dict(task_of(GOLD).judge(GOLD, partial(read, extract.load())).figures())
    print(compared(figures, floors))
    faults = [*below(floors, figures), *silently_lowered(floors, committed())]
    for fault in faults:
        print(fault, file=sys.stderr)
    return bool(faults)


def compared(figures: dict[str, float], floors: Floors) -> str:
    """The figures beside their floors, as a Markdown table."""
    rows = [[name, f"{value:.1f}", f"{floors.floors.get(name, 0):.1f}"] for name, value in figures.items()]
    return table(["gold set, percent", "figure", "floor"], rows)


if __name__ == "__main__":
    sys.exit(main())
