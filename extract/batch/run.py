"""One run: documents → batches → one process or several → output, in the order of the inputs."""

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

from extract.batch.batches import batches
from extract.batch.outcome import Batch, Outcome, Work
from extract.batch.outputs import Output
from extract.batch.report import Report
from extract.config import Settings
from extract.errors import InputError
from extract.read.document import Document
from extract.read.documents import documents
from extract.read.sources import find

_WORTH_A_PROCESS = 16  # articles: loading the model takes about as long


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
    """
    todo = _todo(found, output, report)
    for outcome in outcomes(todo, settings):
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
    if settings.cluster is not None:
        from extract.batch.cluster import on_cluster  # noqa: PLC0415 - an extra

        folder = Path(settings.output or ".").absolute().parent
        yield from on_cluster(batches(todo, settings.batch_size), work(settings), settings.cluster, folder)
        return
    most = settings.jobs or cores()
    first = list(islice(todo, most * _WORTH_A_PROCESS))
    jobs = most if settings.jobs else min(most, len(first) // _WORTH_A_PROCESS)
    grouped = batches(chain(first, todo), settings.batch_size)
    yield from _here(grouped, work(settings)) if jobs <= 1 else _over_processes(grouped, work(settings), jobs)


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


def cores() -> int:
    """The processor cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS and Windows
        return os.cpu_count() or 1
