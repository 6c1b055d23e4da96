"""Makes the gold files, one a set, from the annotated articles: `python -m benchmarks.gold`."""

import sys
from pathlib import Path

from benchmarks.gold.compiled import SETS, annotated, compiled, gold


def main() -> int:
    """Writes the gold files, or says which annotations don't fit their text."""
    files, faults = {}, []
    for name in SETS:
        lines, unfit = _lines(annotated(name))
        files[gold(name)] = lines
        faults += unfit
    for message in faults:
        print(message, file=sys.stderr)
    if not faults:
        for path, lines in files.items():
            path.write_text("".join(lines), encoding="utf-8")
            print(f"{path}: {len(lines)} articles")
    return bool(faults)


def _lines(paths: list[Path]) -> tuple[list[str], list[str]]:
    """The lines of the articles that fit, and what is wrong with the others."""
    lines, faults = [], []
    for path in paths:
        try:
            lines.append(compiled(path))
        except ValueError as fault:
            faults.append(f"{path.name}: {fault}")
    return lines, faults


if __name__ == "__main__":
    sys.exit(main())
