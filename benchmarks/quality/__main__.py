"""Scores gold files: `python -m benchmarks.quality GOLD.jsonl … [--facts FACTS.jsonl]`, tables in Markdown.

Without `--facts` (what `extract GOLD.jsonl --format jsonl` wrote), runs the pipeline over the articles first.
"""

import argparse
import sys
from functools import partial
from pathlib import Path

import extract
from benchmarks.quality.reading import read, stored
from benchmarks.quality.tables import tables
from benchmarks.quality.tasks import task_of


def main(argv: list[str]) -> None:
    """Prints a heading and its tables for each gold file."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path, help="gold files: facts, quotes, dates, entities or pronouns")
    parser.add_argument("--facts", type=Path, help="score these records instead of running the pipeline")
    parser.add_argument("--model", help="spaCy pipeline to run (default: the built-in one)")
    options = parser.parse_args(argv)
    reader = partial(stored, options.facts) if options.facts else partial(read, extract.load(options.model))
    for path in options.gold:
        task = task_of(path)
        print(f"### {path.stem} ({task.name})\n\n{tables(task.judge(path, reader))}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
