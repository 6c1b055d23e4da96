"""Many articles: the rate with one process and with two, and the memory over a long run.

    python -m benchmarks.batch [ARTICLES [ARTICLES OF THE LONG RUN]]

Targets: two processes at least 1.7 times as fast as one on two free cores (loading included), the same
bytes, and a worker's memory growing by less than 5 % after its first thousand articles.
"""

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.kills import ROOT, make
from extract.batch.batches import batches
from extract.batch.outcome import Work
from extract.batch.worker import Worker
from extract.read.document import Document

NEW_WORDS = 5  # that no article before it has: as in the news, by the 30,900 words of 526,000 running (Heaps' law)
MARKS = (1_000, 5_000, 10_000, 20_000, 50_000)
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def main(articles: int = 2_000, long_run: int = 20_000) -> None:
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder) / "news", articles)
        seconds = {jobs: timed(Path(folder), jobs) for jobs in (1, 2)}
        same = (Path(folder) / "1.jsonl").read_bytes() == (Path(folder) / "2.jsonl").read_bytes()
    for jobs, taken in seconds.items():
        print(f"--jobs {jobs}: {taken:.1f} s, {articles / taken:.1f} articles/s")
    print(f"two processes are {seconds[1] / seconds[2]:.2f} x as fast; {'the same' if same else 'OTHER'} bytes")
    memory(long_run)


def timed(folder: Path, jobs: int) -> float:
    started = time.perf_counter()
    command = [sys.executable, "-m", "extract", str(folder / "news"), "-o", str(folder / f"{jobs}.jsonl"), "-q"]
    subprocess.run([*command, "--jobs", str(jobs)], cwd=ROOT, check=True)
    return time.perf_counter() - started


def memory(articles: int) -> None:
    """Prints the memory of one worker (resident, MB) as it goes through articles full of new words."""
    worker = Worker(Work())
    documents = (Document(str(number), "text", data=data.encode()) for number, data in enumerate(novel(articles)))
    done = 0
    marks = iter(sorted({mark for mark in MARKS if mark < articles} | {articles}))
    mark, first = next(marks), 0.0
    for batch in batches(documents):
        worker(batch)
        done += len(batch)
        if done >= mark:
            mark = next(marks, articles)
            first = first or resident()
            print(f"after {done:,} articles: {resident():.0f} MB ({resident() / first - 1:+.1%})", flush=True)


def novel(articles: int) -> Iterator[str]:
    """Articles of some 100 to 350 words, no two alike."""
    rng = random.Random(1)  # noqa: S311 - no secret
    texts = [path.read_text("utf-8").split("\n\n") for path in sorted((ROOT / "samples").glob("*.txt"))]
    for number in range(articles):
        paragraphs = texts[number % len(texts)]
        first = rng.randrange(len(paragraphs))
        words = " ".join([*paragraphs[first:], *paragraphs[:first]]).split(" ")[: rng.randint(100, 350)]
        for place in rng.sample(range(len(words)), NEW_WORDS):
            words[place] = "".join(rng.choices(LETTERS, k=rng.randint(4, 9)))
        yield " ".join(words)


def resident() -> float:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096 / 2**20


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
