"""Kills a run again and again and lets it resume: the facts must be, byte for byte, those of an undisturbed run.

    python -m benchmarks.kills [KILLS] [ARTICLES] [JOBS]

Each kill (SIGKILL) comes after a random time.
A run that ends before its kill is checked, and the next one starts from nothing.
"""

import random
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main(kills: int = 50, articles: int = 80, jobs: int = 2) -> None:
    rng = random.Random(8)  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as folder:
        news = Path(folder) / "news"
        make(news, articles)
        run(news, Path(folder) / "whole.jsonl", jobs).wait()
        whole = (Path(folder) / "whole.jsonl").read_bytes()
        target = Path(folder) / "facts.jsonl"
        done = ends = rounds = 0
        while done < kills:
            process = run(news, target, jobs)
            with suppress(subprocess.TimeoutExpired):
                process.wait(rng.uniform(0.5, 12))
            if process.poll() is None:
                done += 1
                process.kill()
                process.wait()
                rounds += 1
                require(not target.exists(), "a part of the facts stands under the final name")
            if process.returncode == 0:
                ends += 1
                require(target.read_bytes() == whole, f"other bytes after {rounds} kills")
                target.unlink()
                rounds = 0
        run(news, target, jobs).wait()
        require(target.read_bytes() == whole, "other bytes at the end")
    print(f"{kills} kills, {ends + 1} completed runs, all equal to the undisturbed run")


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
