"""Kills a run and lets it resume, again and again: the facts must be, byte for byte, those of an undisturbed run.

    python -m benchmarks.kills [KILLS] [ARTICLES] [JOBS]

Each kill (SIGKILL) comes when a random number of articles is finished and then a random moment later;
after each, a resumed run goes to its end.
"""

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main(kills: int = 50, articles: int = 24, jobs: int = 2) -> None:
    rng = random.Random(8)  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as folder:
        news, target = Path(folder) / "news", Path(folder) / "facts.jsonl"
        make(news, articles)
        run(news, target, jobs).wait()
        whole = target.read_bytes()
        for kill in range(kills):
            target.unlink()
            finished = rng.randrange(articles)
            process = run(news, target, jobs)
            wait_for(target.with_name("facts.jsonl.journal"), finished, process)
            time.sleep(rng.uniform(0, 0.2))
            process.kill()
            process.wait()
            if target.exists():  # killed when all was done
                require(target.read_bytes() == whole, "a part of the facts stands under the final name")
            else:
                require(run(news, target, jobs).wait() == 0, f"not resumed after kill {kill}")
            require(target.read_bytes() == whole, f"other bytes after kill {kill}, with {finished} articles finished")
    print(f"{kills} kills and resumes, all equal to the undisturbed run")


def wait_for(journal: Path, finished: int, process: "subprocess.Popen[bytes]") -> None:
    """Until so many articles are in the journal, after its head line."""
    while process.poll() is None and not (journal.exists() and journal.read_bytes().count(b"\n") > finished):
        time.sleep(0.01)


def require(holds: bool, otherwise: str) -> None:  # noqa: FBT001 - what is required
    if not holds:
        raise SystemExit(otherwise)


def make(news: Path, articles: int) -> None:
    """Articles that differ in name and in their last sentence."""
    news.mkdir()
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "samples").glob("*.txt"))]
    for number in range(articles):
        text = f"{texts[number % len(texts)]}\n\nThe agency counted its article number {number} on Monday.\n"
        (news / f"{number:05d}.txt").write_text(text, "utf-8")


def run(news: Path, target: Path, jobs: int) -> "subprocess.Popen[bytes]":
    command = [
        sys.executable,
        "-m",
        "extract",
        str(news),
        "-o",
        str(target),
        "--resume",
        "--quiet",
        "--batch-size",
        "4",
    ]
    return subprocess.Popen([*command, "--jobs", str(jobs)], cwd=ROOT)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
