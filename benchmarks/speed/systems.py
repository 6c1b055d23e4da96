"""What is compared: each system loads once and then works through texts, in one process and thread.

The peers do a part of the job each: quotations (textacy), dates (dateparser, timexy), entities with dates.
"""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import spacy

import extract
from benchmarks.speed.names import NAMES
from extract.build import build
from extract.config import BUILT_IN_MODEL
from extract.pipeline import parse
from extract.records import Article

Worker = Callable[[Sequence[str]], None]


def bare() -> Worker:
    """The model as spaCy loads it, and nothing else."""
    nlp = spacy.load(BUILT_IN_MODEL)

    def work(texts: Sequence[str]) -> None:
        for _ in nlp.pipe(texts, batch_size=32):
            pass

    return work


def newsfacts() -> Worker:
    """This project: all five record types, written as JSON lines."""
    nlp = extract.load()

    def work(texts: Sequence[str]) -> None:
        given = (Article(id=str(number), text=text) for number, text in enumerate(texts))
        with Path(os.devnull).open("w", encoding="utf-8") as out:
            for article, doc in parse(nlp, given):
                out.writelines(record.model_dump_json() + "\n" for record in build(doc, article.id))

    return work


def textacy_quotations() -> Worker:
    """Textacy's direct quotations, on the bare model."""
    from textacy.extract.triples import direct_quotations  # noqa: PLC0415 - a peer that need not be installed

    nlp = spacy.load(BUILT_IN_MODEL)

    def work(texts: Sequence[str]) -> None:
        # it refuses a text with an odd number of marks, so it gets paragraphs
        paragraphs = (paragraph for text in texts for paragraph in text.split("\n\n"))
        for doc in nlp.pipe(paragraphs, batch_size=32):
            with suppress(ValueError):
                list(direct_quotations(doc))

    return work


def dateparser_search() -> Worker:
    """Dateparser's search for dates in a text; no model."""
    from dateparser.search import search_dates  # noqa: PLC0415

    def work(texts: Sequence[str]) -> None:
        for text in texts:
            search_dates(text, languages=["en"])

    return work


def timexy_dates() -> Worker:
    """Timexy's temporal expressions in a blank pipeline."""
    import timexy  # noqa: F401, PLC0415 - registers its component

    nlp = spacy.blank("en")
    nlp.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})

    def work(texts: Sequence[str]) -> None:
        for _ in nlp.pipe(texts, batch_size=32):
            pass

    return work


def entities_dateparser() -> Worker:
    """SpaCy's entities, the dates among them resolved by dateparser."""
    from dateparser import parse as resolve  # noqa: PLC0415

    nlp = spacy.load(BUILT_IN_MODEL)

    def work(texts: Sequence[str]) -> None:
        for doc in nlp.pipe(texts, batch_size=32):
            for entity in doc.ents:
                if entity.label_ in {"DATE", "TIME"}:
                    resolve(entity.text, languages=["en"])

    return work


_LOADERS = (bare, newsfacts, textacy_quotations, entities_dateparser, timexy_dates, dateparser_search)
SYSTEMS: dict[str, Callable[[], Worker]] = dict(zip(NAMES, _LOADERS, strict=True))
