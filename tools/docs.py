"""Remakes the parts of docs/ that come from the code: records, rules, options, man pages, shell completions.

python tools/docs.py          writes what has changed
python tools/docs.py --check  writes nothing; names what is out of step and fails if anything is
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from docs_command import COMMANDS, completions, man_page, options_table
from docs_records import records_page
from docs_rules import rules_page

ROOT = Path(__file__).resolve().parents[1]
BEGIN, END = "<!-- from the code: python tools/docs.py -->", "<!-- end -->"


def main(arguments: list[str]) -> int:
    """Writes or checks; the number of pages out of step when checking."""
    stale = [(path, text) for path, text in pages() if not path.exists() or path.read_text("utf-8") != text]
    for path, text in stale:
        sys.stdout.write(f"{path.relative_to(ROOT)}\n")
        if "--check" not in arguments:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    return len(stale) if "--check" in arguments else 0


def pages() -> Iterator[tuple[Path, str]]:
    """Every generated file and what it should hold."""
    yield ROOT / "docs" / "records.md", records_page()
    yield ROOT / "docs" / "rules.md", rules_page()
    command = ROOT / "docs" / "command.md"
    yield command, between(command.read_text("utf-8"), options_table())
    for name in COMMANDS:
        yield ROOT / "docs" / "man" / f"{name}.1", man_page(name)
        for file, script in completions(name):
            yield ROOT / "docs" / "completions" / file, script


def between(page: str, generated: str) -> str:
    """A hand-written page with its generated part put between the two marks."""
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}\n\n{generated}\n{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
