"""Growth with the length and the number of articles: `python -m benchmarks.speed.growth [--quick] [--plot FILE.png]`.

Microseconds a word and peak memory, from 100 to 100,000 words and from 1 to 20,000 articles; a straight line is what
we want. The plot needs matplotlib.
"""

import argparse
import sys

from benchmarks.quality.tables import table
from benchmarks.speed.names import OURS
from benchmarks.speed.once import Run, measure

LENGTHS = (100, 300, 1_000, 3_000, 10_000, 30_000, 100_000)
NUMBERS = (1, 10, 100, 1_000, 5_000, 20_000)
_WORDS = 350
_RUN = 100_000  # words of a run, so that what is learnt from the first articles weighs the same in all
_QUICK = 3  # points of a quick run


def main(argv: list[str]) -> None:
    """Prints both tables and draws both curves."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.growth", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="only the first points of each curve")
    parser.add_argument("--plot", metavar="FILE.png")
    options = parser.parse_args(argv)
    most = _QUICK if options.quick else None
    lengths = {words: measure(OURS, _RUN // words, words) for words in LENGTHS[:most]}
    numbers = {number: measure(OURS, number, _WORDS) for number in NUMBERS[:most]}
    print(table(["words an article", "µs a word", "peak MB"], _rows(lengths)), end="\n\n")
    print(table(["articles of 350 words", "µs a word", "peak MB"], _rows(numbers)))
    if options.plot:
        draw(lengths, numbers, options.plot)


def _rows(runs: dict[int, Run]) -> list[list[str]]:
    return [[f"{size:,}", f"{1e6 / run.pace:.0f}", f"{run.peak:.0f}"] for size, run in runs.items()]


def draw(lengths: dict[int, Run], numbers: dict[int, Run], path: str) -> None:
    """Two curves side by side, logarithmic across, as a PNG file."""
    from matplotlib.figure import Figure  # noqa: PLC0415 - only plots need it

    figure = Figure(figsize=(10, 4), layout="constrained")
    for axes, runs, label in zip(
        figure.subplots(1, 2), (lengths, numbers), ("words an article", "articles of 350 words"), strict=True
    ):
        axes.semilogx(list(runs), [1e6 / run.pace for run in runs.values()], marker="o")
        axes.set(xlabel=label, ylabel="µs a word")
        axes.set_ylim(bottom=0)
    figure.savefig(path, dpi=120)


if __name__ == "__main__":
    main(sys.argv[1:])
