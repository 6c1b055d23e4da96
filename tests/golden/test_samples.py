"""Each sample gives the records that stand beside it, which were checked one by one against the text.

`extract samples -o samples/facts/` writes them anew; read the difference before you commit it.
"""

import json
from collections import defaultdict
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extract.cli import app

ROOT = Path(__file__).parents[2]
SAMPLES = sorted(path.name for path in (ROOT / "samples").glob("*.txt"))
Records = list[dict[str, object]]


@pytest.fixture(scope="module")
def facts() -> dict[str, Records]:
    """What one run over all samples gives, by article."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        result = CliRunner().invoke(app, ["-f", "jsonl", *(f"samples/{name}" for name in SAMPLES)])
    assert result.exit_code == 0, result.stderr
    by_article = defaultdict(list)
    for record in map(json.loads, result.stdout.splitlines()):
        by_article[record["article"]].append(record)
    return by_article


@pytest.mark.parametrize("name", SAMPLES)
def test_records(facts: dict[str, Records], name: str) -> None:
    golden = (ROOT / "samples" / "facts" / f"{name}.jsonl").read_text(encoding="utf-8")
    assert facts[f"samples/{name}"] == [json.loads(line) for line in golden.splitlines()]


@pytest.mark.parametrize("name", SAMPLES)
def test_text_is_what_stands_at_the_spans(facts: dict[str, Records], name: str) -> None:
    text = (ROOT / "samples" / name).read_text(encoding="utf-8")
    for record in facts[f"samples/{name}"]:
        assert record["text"] == " ".join(text[start:end] for start, end in record["spans"])  # type: ignore[attr-defined]
