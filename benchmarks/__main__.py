"""All that is measured, remade: `python -m benchmarks [NAME ...]` writes benchmarks/results/NAME.md and growth.png.

Takes about an hour on two quiet cores; a name remakes one table.
"""

import argparse
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from extract import __version__
from extract.config import BUILT_IN_MODEL

ROOT = Path(__file__).parents[1]
RESULTS = Path(__file__).parent / "results"
COMMANDS = {
    "quality": ["benchmarks.quality.gate"],
    "speed": ["benchmarks.speed"],
    "cold": ["benchmarks.speed.cold"],
    "profile": ["benchmarks.speed.profile"],
    "growth": ["benchmarks.speed.growth", "--plot", str(RESULTS / "growth.png")],
    "pages": ["benchmarks.pages"],
    "batch": ["benchmarks.batch"],
    "kills": ["benchmarks.kills"],
}


def main(argv: list[str]) -> None:
    """Runs the commands one after another and keeps what each prints."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(COMMANDS))
    names = parser.parse_args(argv).names or list(COMMANDS)
    if unknown := [name for name in names if name not in COMMANDS]:
        parser.error(f"no benchmark {unknown[0]!r}: choose from {', '.join(COMMANDS)}")
    RESULTS.mkdir(exist_ok=True)
    for name in names:
        print(name, file=sys.stderr, flush=True)
        (RESULTS / f"{name}.md").write_text(f"{heading(name)}\n\n{printed(COMMANDS[name])}", encoding="utf-8")


def heading(name: str) -> str:
    """What was run, on what, and when."""
    packages = ", ".join(f"{package} {version(package)}" for package in ("spacy", "thinc", "numpy", BUILT_IN_MODEL))
    machine = f"{processor()}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    command = " ".join(part.removeprefix(f"{ROOT}/") for part in COMMANDS[name])
    return f"`python -m {command}`: newsfacts {__version__}, {packages}; {machine}; {datetime.now(UTC):%Y-%m-%d}"


def processor() -> str:
    """The processor's name, where Linux tells it."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text("utf-8").splitlines() if info.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


def printed(command: list[str]) -> str:
    """The standard output of a benchmark."""
    return subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    main(sys.argv[1:])
