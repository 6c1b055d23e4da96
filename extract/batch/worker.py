"""One process's share: a loaded pipeline that turns batches of documents into outcomes."""

import gc
from collections.abc import Iterator

from extract.batch.outcome import Batch, Outcome, Work
from extract.build import build
from extract.errors import InputError, RuleError
from extract.parse.model import forget_forms
from extract.pipeline import load, parse
from extract.read.document import Document, Loaded
from extract.read.language import doubt
from extract.read.load import load as read
from extract.records import Article


class Worker:
    """Holds the pipeline. Call it with a batch: one outcome a document, in order, none ever raised."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._nlp = load(work.model, work.rules)
        gc.freeze()  # what is loaded stays, so that the collector need not look through it again and again

    def __call__(self, batch: Batch) -> list[Outcome]:
        """The outcomes of a batch. The strings of its texts are forgotten afterwards (spaCy's memory zone)."""
        read_ = [self._read(document) for document in batch]
        articles = [loaded.article for loaded in read_ if isinstance(loaded, Loaded)]
        with self._nlp.memory_zone():
            facts = self._facts(articles)
        forget_forms(self._nlp)
        return [_outcome(document, loaded, facts) for document, loaded in zip(batch, read_, strict=True)]

    def _read(self, document: Document | InputError) -> Loaded | InputError:
        if isinstance(document, InputError):
            return document
        try:
            loaded = read(document, self._work.published, self._work.limit)
        except InputError as error:
            return error
        except Exception as error:  # noqa: BLE001 - whatever a page does to its parser, the next article is read
            return _fault(document.place, error)
        if not self._work.any_language and (reason := doubt(loaded.article)):
            return InputError(document.place, "language", f"{reason}: left out (--lang any reads it all the same)")
        return loaded

    def _facts(self, articles: list[Article]) -> Iterator[tuple[str, ...] | Exception]:
        try:
            return iter(list(self._parsed(articles)))
        except Exception:  # noqa: BLE001 - one bad article must not take the batch with it
            return iter([self._alone(article) for article in articles])

    def _alone(self, article: Article) -> tuple[str, ...] | Exception:
        try:
            return next(self._parsed([article]))
        except Exception as error:  # noqa: BLE001 - reported as the article's error
            return error

    def _parsed(self, articles: list[Article]) -> Iterator[tuple[str, ...]]:
        types = self._work.types
        for article, doc in parse(self._nlp, articles):
            records = build(doc, article.id)
            yield tuple(record.model_dump_json() for record in records if types is None or record.type in types)


def _outcome(
    document: Document | InputError, loaded: Loaded | InputError, facts: Iterator[tuple[str, ...] | Exception]
) -> Outcome:
    place, path, line = document.place, getattr(document, "path", None), getattr(document, "line", None)
    if isinstance(loaded, InputError):
        return Outcome(place, path, line, error=loaded)
    lines = next(facts)
    if isinstance(lines, Exception):
        return Outcome(place, path, line, error=_fault(place, lines))
    return Outcome(place, path, line, loaded.article, lines, loaded.digest, None, loaded.warnings, loaded.notes)


def _fault(place: str, error: Exception) -> InputError:
    if isinstance(error, RuleError):  # a user's rule that takes too long
        return InputError(place, "rule", str(error))
    message = f"a fault in newsfacts ({type(error).__name__}: {error}): please report it with the article"
    return InputError(place, "internal", message)
