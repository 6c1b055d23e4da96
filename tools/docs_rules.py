"""The rule reference, from the TOML: each rule with its proof."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

RULES = Path(__file__).resolve().parents[1] / "rules"
WORDS = 12  # of a list that are shown
PROOF = {"id", "example", "counter"}

Rule = dict[str, Any]


def rules_page() -> str:
    """One section a file, one entry a rule."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    files = sorted(RULES.glob("*.toml"))
    yield "# Rules\n"
    yield "Made from `rules/*.toml` by `python tools/docs.py`. Each record names in `rule` the rule that found it."
    yield "→ what the rule must find in its example · ✗ what must give no record, and why.\n"
    yield from (f"- [{file.stem}](#{file.stem})" for file in files)
    for file in files:
        text = file.read_text("utf-8")
        yield f"\n## {file.stem}\n"
        yield " ".join(_opening(text)) + "\n"
        for rule in tomllib.loads(text).get("rule", []):
            yield from _rule(rule)


def _opening(text: str) -> Iterator[str]:
    """The comment at the head of a file."""
    for line in text.splitlines():
        if not line.startswith("#"):
            return
        yield line.lstrip("# ").rstrip()


def _rule(rule: Rule) -> Iterator[str]:
    yield f"### `{rule['id']}`\n"
    fields = [f"{key}: {_shown(value)}" for key, value in rule.items() if key not in PROOF]
    if fields:
        yield f"{' · '.join(fields)}\n"
    for example in rule.get("example", []):
        given = "; ".join(", ".join(f"{key} “{value}”" for key, value in gives.items()) for gives in example["gives"])
        yield f"- “{_plain(example['text'])}” → {_plain(given)}"
    for counter in rule.get("counter", []):
        yield f"- ✗ “{_plain(counter['text'])}” ({_plain(counter['why'])})"
    yield ""


def _shown(value: Any) -> str:  # noqa: ANN401 - any TOML value
    """A field's value; of a long list its first words and their number."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        value = [f"{key} = {_shown(inner)}" for key, inner in value.items()]
    if not isinstance(value, list):
        return f"`{value}`"
    words = ", ".join(map(str, value[:WORDS]))
    return f"{_plain(words)} … ({len(value)} in all)" if len(value) > WORDS else _plain(words)


def _plain(text: str) -> str:
    """Text that Markdown does not read as markup."""
    for sign in "\\`*_<>|[]":
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())
