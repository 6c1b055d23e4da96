"""Where the time goes, component by component: `python -m benchmarks.speed.profile`, a table in Markdown."""

import time
from collections.abc import Callable, Iterable
from typing import TypeVar

from spacy.tokens import Doc

import extract
from benchmarks.quality.tables import table
from benchmarks.speed.texts import articles
from extract.build import build
from extract.parse.model import prepare
from extract.records import Article

T = TypeVar("T")
Component = Callable[[Doc], Doc]
_ARTICLES = 60
_BATCH = 8


def main() -> None:
    """Prints microseconds a token and shares of the whole, in the order of the pipeline."""
    given = [Article(id=str(number), text=text) for number, text in enumerate(articles(_ARTICLES))]
    nlp = extract.load()
    list(nlp.pipe(articles(2)))
    seconds: dict[str, float] = {}
    docs = _timed(seconds, "tokenizer", (prepare(nlp, article) for article in given))
    for name, component in nlp.pipeline:
        docs = _timed(seconds, name, _batchwise(component, docs))
    records = _timed(seconds, "build", (build(doc, "a") for doc in docs))
    _timed(seconds, "write", (record.model_dump_json() for one in records for record in one))
    tokens, whole = sum(map(len, docs)), sum(seconds.values())
    rows = [[name, f"{1e6 * took / tokens:.1f}", f"{100 * took / whole:.1f}"] for name, took in seconds.items()]
    print(table([f"{tokens:,} tokens", "µs a token", "%"], [*rows, ["all", f"{1e6 * whole / tokens:.1f}", "100.0"]]))


def _batchwise(component: Component, docs: list[Doc]) -> Iterable[Doc]:
    """As in the pipeline, where a network gets about this many articles at once."""
    pipe = getattr(component, "pipe", None)
    return pipe(docs, batch_size=_BATCH) if pipe is not None else map(component, docs)


def _timed(seconds: dict[str, float], name: str, lazy: Iterable[T]) -> list[T]:
    start = time.process_time()
    done = list(lazy)
    seconds[name] = time.process_time() - start
    return done


if __name__ == "__main__":
    main()
