"""Makes `articles.jsonl`, the gold file, from the annotated articles: `python -m benchmarks.gold`."""

import sys
from pathlib import Path

from benchmarks.gold.compiled import GOLD, articles, compiled


def main() -> int:
    """Writes the gold file, or says which annotations don't fit their text."""
    lines, faults = [], []
    for path in articles():
        try:
            lines.append(compiled(path))
        except ValueError as fault:
            faults.append(f"{path.name}: {fault}")
    for message in faults:
        print(message, file=sys.stderr)
    if not faults:
        Path(GOLD).write_text("".join(lines), encoding="utf-8")
        print(f"{GOLD}: {len(lines)} articles")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
