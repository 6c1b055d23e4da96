"""The quality gate: `python -m benchmarks.quality.gate` fails where a figure of a gold set is below its floor.

Prints the figures beside their floors as a Markdown table. Exit code 1: a figure has fallen, or a floor was lowered
without a reason.
"""

import sys
from functools import partial

import extract
from benchmarks.gold.compiled import SETS, gold
from benchmarks.quality.floors import FLOORS, Figures, below, committed, parsed, silently_lowered
from benchmarks.quality.reading import read
from benchmarks.quality.tables import table
from benchmarks.quality.tasks import task_of


def main() -> int:
    """Judges the pipeline, and the floors themselves."""
    floors = parsed(FLOORS.read_text(encoding="utf-8"))
    reader = partial(read, extract.load())
    figures = {name: dict(task_of(gold(name)).judge(gold(name), reader).figures()) for name in SETS}
    print("\n\n".join(compared(name, figures[name], floors.of(name)) for name in SETS))
    under = [fault for name in SETS for fault in below(name, floors.of(name), figures[name])]
    faults = [*under, *silently_lowered(floors, committed())]
    for fault in faults:
        print(fault, file=sys.stderr)
    return bool(faults)


def compared(gold_set: str, figures: Figures, floors: Figures) -> str:
    """The figures of a gold set beside their floors, as a Markdown table."""
    rows = [[name, f"{value:.1f}", f"{floors.get(name, 0):.1f}"] for name, value in figures.items()]
    return table([f"{gold_set}, percent", "figure", "floor"], rows)


if __name__ == "__main__":
    sys.exit(main())
