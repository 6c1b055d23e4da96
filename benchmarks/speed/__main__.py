"""The systems side by side: `python -m benchmarks.speed [--rounds N] [--articles N]`, a table in Markdown.

Each round runs every system once, in an order that turns by one, so that a slow minute of the machine hits all of them;
ratios are taken within a round.
"""

import argparse
import platform
import subprocess
import sys
from statistics import median

from benchmarks.quality.tables import table
from benchmarks.speed.names import BARE, NAMES
from benchmarks.speed.once import Run, measure

_WORDS = 350


def main(argv: list[str]) -> None:
    """Prints the machine and the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--articles", type=int, default=100, help="articles of 350 words a run")
    options = parser.parse_args(argv)
    rounds = [_round(turn, options.articles) for turn in range(options.rounds)]
    print(
        f"{platform.processor() or platform.machine()}, Python {platform.python_version()}, {options.rounds} rounds\n"
    )
    print(table(["one thread", "words/s", "time, × bare model", "spread", "peak MB"], [*map(list, _rows(rounds))]))


def _round(turn: int, articles: int) -> dict[str, Run]:
    order = [*NAMES[turn % len(NAMES) :], *NAMES[: turn % len(NAMES)]]
    runs: dict[str, Run] = {}
    for name in order:
        try:
            runs[name] = measure(name, articles, _WORDS)
        except subprocess.CalledProcessError as error:
            print(f"{name}: left out: {error.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
    return runs


def _rows(rounds: list[dict[str, Run]]) -> list[list[str]]:
    rows = []
    for name in NAMES:
        runs = [runs[name] for runs in rounds if name in runs]
        ratios = [runs[name].seconds / runs[BARE].seconds for runs in rounds if name in runs and BARE in runs]
        if runs and ratios:
            pace, peak = median(run.pace for run in runs), max(run.peak for run in runs)
            spread = f"{min(ratios):.2f}–{max(ratios):.2f}"
            rows.append([name, f"{pace:,.0f}", f"{median(ratios):.2f}", spread, f"{peak:.0f}"])
    return rows


if __name__ == "__main__":
    main(sys.argv[1:])
