"""One run of one system in a process of its own: `python -m benchmarks.speed.once SYSTEM NUMBER WORDS`.

Prints a JSON object: words, seconds of processor time after loading and a warm-up, and the process's peak memory in MB.
"""

import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speed.texts import articles

_ROOT = Path(__file__).parents[2]
_KILO = 1024


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took: seconds of processor time (in one thread, the wall time of a quiet machine); `peak` in MB."""

    words: int
    seconds: float
    peak: float

    @property
    def pace(self) -> float:
        """Words a second."""
        return self.words / self.seconds


def measure(system: str, number: int, words: int) -> Run:
    """Runs a system on that many articles of that many words, in a fresh process with one thread.

    Raises:
        subprocess.CalledProcessError: the system isn't installed or failed.
    """
    one_thread = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "PYTHONWARNINGS": "ignore"}
    command = [sys.executable, "-m", "benchmarks.speed.once", system, str(number), str(words)]
    done = subprocess.run(command, cwd=_ROOT, env=os.environ | one_thread, capture_output=True, text=True, check=True)
    return Run(**json.loads(done.stdout))


def main(system: str, number: int, words: int) -> None:
    """Loads a system, lets it warm up on two articles, and times it."""
    from benchmarks.speed.systems import SYSTEMS  # noqa: PLC0415 - the parent should not carry spaCy

    texts = articles(number, words)
    work = SYSTEMS[system]()
    work(articles(2, 100))
    start = time.process_time()
    work(texts)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KILO
    print(json.dumps({"words": sum(len(text.split()) for text in texts), "seconds": seconds, "peak": peak}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
