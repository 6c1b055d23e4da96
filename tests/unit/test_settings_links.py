"""Of some 70 quotes and demands in texts of our own, how many are linked to the right date and place."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

import extract
from extract.records import BaseRecord

FLOOR = 0.90  # never to be lowered
PUBLISHED = "2025-06-20"
CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("settings_links.toml").read_text(encoding="utf-8")
)["case"]


def links(nlp: Language, case: dict[str, Any]) -> dict[str, str] | None:
    """The words of the linked date and venue of the case's record, "" for none; None if there is no such record."""
    records = extract.extract(case["text"], published=PUBLISHED, nlp=nlp)
    words = {record.id: record.text for record in records}
    for record in of_type(records, case["type"]):
        cue = (record["cue"] or {"text": ""})["text"]
        if cue and (cue in case["cue"] or case["cue"] in cue):
            return {key: words.get(record[key] or "", "") for key in ("date", "venue")}
    return None


def of_type(records: list[BaseRecord], kind: str) -> Iterator[dict[str, Any]]:
    return (record.model_dump() for record in records if record.type == kind)


def wrong(nlp: Language, case: dict[str, Any]) -> bool:
    found = links(nlp, case)
    return found is None or any(found[key] != case[key] for key in ("date", "venue") if key in case)


def test_links(nlp: Language) -> None:
    misses = [f"{case['text']} -> {links(nlp, case)}" for case in CASES if wrong(nlp, case)]
    assert 1 - len(misses) / len(CASES) >= FLOOR, "\n".join(misses)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["text"][:40]) for case in CASES])
def test_case_is_complete(case: dict[str, Any]) -> None:
    assert case["type"] in {"quote", "demand"}
    assert case["cue"] in case["text"]
    assert {"date", "venue"} & set(case)
