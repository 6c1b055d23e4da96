"""One run: documents → batches → one process or several → output, in the order of the inputs."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

from extract.batch import interruption
from extract.batch.batches import batches
from extract.batch.cores import cores
from extract.batch.outcome import Batch, Outcome, Work
from extract.batch.outputs import Output
from extract.batch.report import Report
from extract.config import Settings
from extract.errors import InputError
from extract.read.document import Document
from extract.read.documents import documents
from extract.read.sources import find


def work(settings: Settings) -> Work:
    """What the workers need to know of the settings."""
    any_language = settings.lang == "any"
    return Work(settings.model, settings.rules, settings.types, settings.date, settings.max_size, any_language)


def inputs(paths: Sequence[str], settings: Settings, but: Sequence[str] = ()) -> Iterator[Document | InputError]:
    """The documents of a run, in order."""
    found = documents(find(paths, settings.glob, but), settings.max_size)
    shard = settings.shard
    return found if shard is None else (document for document in found if shard.holds(document.place))


def run(found: Iterable[Document | InputError], settings: Settings, output: Output, report: Report) -> bool:
    """Processes all documents into the output.

    Returns:
        Whether all were processed; False where --fail-fast ended the run.

    Raises:
        ExtractError: the rules, the model or the output are at fault.
        KeyboardInterrupt: the user, or the system, ends the run.
    """
    todo = _todo(found, output, report)
    for outcome in outcomes(todo, settings):
        interruption.check()
        output.add(outcome)
        report.take(outcome)
        if settings.fail_fast and outcome.error is not None:
            return False
    return True


def _todo(found: Iterable[Document | InputError], output: Output, report: Report) -> Iterator[Document | InputError]:
    for document in found:
        if output.expect(document):
            yield document
        else:
            report.skip()


def outcomes(todo: Iterator[Document | InputError], settings: Settings) -> Iterator[Outcome]:
    """The outcomes of all documents, in their order."""
    grouped, wanted = batches(todo, settings.batch_size), work(settings)
    if settings.cluster is not None:
        from extract.batch.cluster import on_cluster  # noqa: PLC0415 - an extra

        folder = Path(settings.output or ".").absolute().parent
        yield from on_cluster(grouped, wanted, settings.cluster, folder, settings.jobs)
        return
    first = list(islice(grouped, settings.jobs or cores()))  # a process more would load the model for nothing
    every = chain(first, grouped)
    yield from _here(every, wanted) if len(first) <= 1 else _over_processes(every, wanted, len(first))


def _here(grouped: Iterator[Batch], wanted: Work) -> Iterator[Outcome]:
    first = next(grouped, None)
    if first is None:
        return
    from extract.batch.worker import Worker  # noqa: PLC0415 - imports spaCy

    worker = Worker(wanted)
    for batch in chain([first], grouped):
        yield from worker(batch)


def _over_processes(grouped: Iterator[Batch], wanted: Work, jobs: int) -> Iterator[Outcome]:
    from extract.batch.pool import Pool  # noqa: PLC0415 - rarely needed

    with Pool(wanted, jobs) as pool:
        yield from pool.run(grouped)
