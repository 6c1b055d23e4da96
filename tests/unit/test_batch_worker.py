"""One bad article costs itself and no other."""

import json

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from extract.batch import worker as module
from extract.batch.outcome import Outcome, Work, from_json, to_json
from extract.batch.worker import Worker
from extract.errors import InputError, RuleError
from extract.parse.model import forget_forms
from extract.read.document import Document
from extract.records import BaseRecord
from extract.write.wire import records

TEXTS = ["Peru urged Chile to wait.", "Chile told Peru to leave.", "Ana Flores said no."]


@pytest.fixture
def worker(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> Worker:
    monkeypatch.setattr(module, "load", lambda *_: nlp)
    return Worker(Work())


def batch() -> list[Document | InputError]:
    return [Document(str(number), "text", data=text.encode()) for number, text in enumerate(TEXTS)]


def test_outcomes_in_order_with_unreadable_ones_in_their_place(worker: Worker) -> None:
    documents = batch()
    documents.insert(1, InputError("x", "missing", "no such file"))
    documents.append(Document("y", "text", data=b""))
    outcomes = worker(documents)
    assert [outcome.place for outcome in outcomes] == ["0", "x", "1", "2", "y"]
    assert [outcome.error.kind if outcome.error else None for outcome in outcomes] == [
        None, "missing", None, None, "empty",
    ]  # fmt: skip


@pytest.mark.parametrize("stage", ["build", "read"])
def test_fault_is_reported_with_its_article_alone(worker: Worker, monkeypatch: pytest.MonkeyPatch, stage: str) -> None:
    def fail(item: Doc | Document, *rest: object) -> object:
        text = item.text if isinstance(item, Doc) else (item.data or b"").decode()
        if text == TEXTS[1]:
            raise ZeroDivisionError("by chance")
        return original(item, *rest)

    original = getattr(module, stage)
    monkeypatch.setattr(module, stage, fail)
    outcomes = worker(batch())
    assert [bool(outcome.lines) for outcome in outcomes] == [True, False, True]
    assert str(outcomes[1].error) == (
        "1: a fault in newsfacts (ZeroDivisionError: by chance): please report it with the article"
    )


def test_a_rule_too_slow_for_an_article_is_named(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> object:
        raise RuleError("dates.toml: rule 'date.mine': takes longer than 0.1 s")

    monkeypatch.setattr(module, "build", fail)
    assert {(o.error.kind, o.error.message) for o in worker(batch()) if o.error} == {
        ("rule", "dates.toml: rule 'date.mine': takes longer than 0.1 s")
    }


def test_same_facts_in_every_batch(worker: Worker) -> None:
    """Nothing that a memory zone takes back is still in use in the next."""
    together = [outcome.lines for outcome in worker(batch())]
    assert [worker([document])[0].lines for document in batch()] == together
    assert [outcome.lines for outcome in worker(batch())] == together


def test_words_of_a_batch_are_forgotten(worker: Worker, nlp: Language) -> None:
    worker(batch())
    before = len(nlp.vocab.strings)
    worker([Document("x", "text", data=b"Zyxwvut Qponmlk said Abracadabrae no.")])
    assert len(nlp.vocab.strings) == before


def test_forms_of_words_are_forgotten_when_they_are_many(worker: Worker, nlp: Language) -> None:
    lemmatizer = nlp.get_pipe("lemmatizer")
    worker(batch())
    forget_forms(nlp, len(lemmatizer.cache))  # type: ignore[attr-defined]  # it is spaCy's own
    assert lemmatizer.cache  # type: ignore[attr-defined]
    forget_forms(nlp, 0)
    assert not lemmatizer.cache  # type: ignore[attr-defined]


def test_types(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "load", lambda *_: nlp)
    lines = [line for outcome in Worker(Work(types=frozenset({"actor"})))(batch()) for line in outcome.lines]
    assert {json.loads(line)["type"] for line in lines} == {"actor"}


def test_outcome_goes_through_json(worker: Worker) -> None:
    for outcome in worker([*batch(), InputError("x", "missing", "no such file")]):
        back: Outcome = from_json(json.loads(json.dumps(to_json(outcome))))
        assert (back.place, back.article, back.lines, back.digest) == (
            outcome.place, outcome.article, outcome.lines, outcome.digest,
        )  # fmt: skip
        assert str(back.error) == str(outcome.error)


def test_records_come_back_from_the_wire(worker: Worker) -> None:
    for outcome in worker(batch()):
        found: list[BaseRecord] = records(outcome.lines)
        assert tuple(record.model_dump_json() for record in found) == outcome.lines
