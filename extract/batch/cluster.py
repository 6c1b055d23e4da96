"""Several machines, through Dask distributed (extra `newsfacts[cluster]`).

Every worker loads the pipeline once. Paths go over the wire, not texts, so all machines need the same
files under the same names; each worker writes the outcomes of a batch to a shard file in a folder that
all share, and the client joins the shards in the order of the inputs. Dask gives the batches of a
worker that dies to the others.
"""

import json
import logging
import os
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cached_property
from itertools import count
from pathlib import Path
from threading import Lock
from uuid import uuid4

from extract import __version__
from extract.batch.cores import cores
from extract.batch.outcome import Batch, Outcome, Work, died, from_json, to_json
from extract.errors import ClusterError, InputError, UsageError
from extract.read.document import Document

for _logger in ("DISTRIBUTED", "ASYNCIO"):
    os.environ.setdefault(f"DASK_LOGGING__{_logger}", "critical")  # what matters is told in our own words
try:
    from distributed import Client, Future, KilledWorker, LocalCluster, Worker, WorkerPlugin, get_worker
    from distributed.comm import CommClosedError
except ImportError:
    raise UsageError("--cluster needs an extra: pip install 'newsfacts[cluster]'") from None

for _logger in ("distributed.client", "tornado.application"):  # their level is not that of the others
    logging.getLogger(_logger).setLevel(logging.CRITICAL)

LOCAL = "local"
_AHEAD = 4  # batches a worker thread that may be finished ahead of the output
_TIMEOUT = "20s"
# run by each local worker: Ctrl-C reaches all processes of a terminal, and the client decides on their end
_DEAF = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)"


class Pipeline(WorkerPlugin):  # type: ignore[misc]  # distributed has no types
    """A worker's pipeline, loaded when the worker joins; for one of its threads at a time.

    Its name is new for each run, so that two runs on one cluster do not take each other's.
    """

    def __init__(self, work: Work) -> None:
        self.name = f"newsfacts-{uuid4()}"
        self._work = work
        self._version = __version__

    def setup(self, worker: Worker) -> None:  # noqa: ARG002 - a plugin's signature
        """Loads the pipeline. An error ends the run; that of a worker which joins later, when it is given a batch."""
        self._lock = Lock()
        _ = self._extractor

    @cached_property
    def _extractor(self) -> Callable[[Batch], list[Outcome]]:
        if self._version != __version__:
            raise UsageError(_other_version("some worker", __version__, self._version))
        from extract.batch.worker import Worker as Extractor  # noqa: PLC0415 - spaCy is imported in the workers only

        return Extractor(self._work)

    def write(self, batch: Batch, shard: Path) -> None:
        """Writes the outcomes of a batch to a file that is there as a whole or not at all."""
        with self._lock:
            outcomes = self._extractor(batch)
        temporary = shard.with_name(f"{shard.name}.{os.getpid()}")
        temporary.write_text(json.dumps([to_json(outcome) for outcome in outcomes]), encoding="utf-8")
        temporary.replace(shard)


def write_shard(pipeline: str, batch: Batch, shard: str) -> str:
    """A worker's task: processes a batch into a shard file, whose name it returns."""
    get_worker().plugins[pipeline].write(batch, Path(shard))
    return shard


def on_cluster(
    batches: Iterable[Batch], work: Work, address: str, folder: Path, jobs: int | None = None
) -> Iterator[Outcome]:
    """The outcomes of all batches, in order, from the workers of a Dask scheduler.

    Args:
        batches: what is to be done; taken only as fast as outcomes are.
        work: how.
        address: the scheduler's ("tcp://…", "tls://…"), or "local" for workers on this machine alone.
        folder: where the shards go for the time of the run; all workers must see it under this name.
        jobs: how many workers "local" starts; one a core by default.

    Raises:
        UsageError: the scheduler or its workers don't answer, or a worker has another newsfacts or another disk.
        ClusterError: the scheduler or the disk went away.
    """
    pipeline = Pipeline(_anywhere(work))
    with tempfile.TemporaryDirectory(prefix=".newsfacts-", dir=folder, ignore_cleanup_errors=True) as shards:
        workers = _local(jobs or cores(), pipeline) if address == LOCAL else _remote(address, pipeline, shards)
        with workers as client:
            yield from Shards(client, pipeline.name, Path(shards)).joined(batches)


class Shards:
    """The shard files of a run, written by the workers of `client` into `folder`."""

    def __init__(self, client: Client, pipeline: str, folder: Path) -> None:
        self._client = client
        self._pipeline = pipeline
        self._folder = folder
        self._numbers = count()

    def joined(self, batches: Iterable[Batch]) -> Iterator[Outcome]:
        """The outcomes of all batches, in order."""
        running: deque[tuple[Batch, Future]] = deque()
        for batch in batches:
            running.append((batch, self._submit(batch)))
            if len(running) >= _AHEAD * max(sum(self._client.nthreads().values()), 1):
                yield from self._outcomes(*running.popleft())
        while running:
            yield from self._outcomes(*running.popleft())

    def _submit(self, batch: Batch) -> Future:
        shard = self._folder / f"{next(self._numbers):08d}"
        located = [_located(document) for document in batch]
        return self._client.submit(write_shard, self._pipeline, located, str(shard), pure=False)

    def _outcomes(self, batch: Batch, future: Future) -> Iterator[Outcome]:
        """The outcomes of a batch; where it killed several workers, of its articles one by one."""
        try:
            shard = Path(future.result())
            found = json.loads(shard.read_text(encoding="utf-8"))
        except KilledWorker:
            if len(batch) == 1:
                yield died(batch[0])
            else:
                for document in batch:
                    yield from self._outcomes([document], self._submit([document]))
            return
        except (CommClosedError, CancelledError, TimeoutError):
            raise ClusterError("the Dask scheduler is gone: start it again, and go on with --resume") from None
        except OSError as error:
            raise ClusterError(f"a worker can't write the facts ({error}): all machines must share the disk") from None
        yield from map(from_json, found)
        shard.unlink()


@contextmanager
def _local(workers: int, pipeline: Pipeline) -> Iterator[Client]:
    """Workers on this machine. After an error they end with this process: they might take seconds to be closed."""
    os.environ.setdefault("PYTHONWARNINGS", "ignore:resource_tracker")  # that they left semaphores, which it removes
    cluster = LocalCluster(
        workers,
        threads_per_worker=1,
        dashboard_address="127.0.0.1:0",  # None would take port 8787, of all interfaces, and complain if it is taken
        scheduler_kwargs={"dashboard": False},
        preload=[_DEAF],
    )
    client = Client(cluster)
    client.register_plugin(pipeline)
    yield client
    client.close()
    cluster.close()


@contextmanager
def _remote(address: str, pipeline: Pipeline, shards: str) -> Iterator[Client]:
    """The workers of a scheduler, those that join later too; they forget the pipeline at the end."""
    try:
        client = Client(address, timeout=_TIMEOUT)
    except (OSError, ValueError) as error:
        raise UsageError(
            f"--cluster {address}: no scheduler answers ({error}): start one, or check the address"
        ) from None
    with client:
        _require_alike(client, address, shards)
        client.register_plugin(pipeline)
        try:
            yield client
        finally:
            with suppress(OSError, CancelledError):  # the scheduler is gone
                client.unregister_worker_plugin(pipeline.name)


def _require_alike(client: Client, address: str, shards: str) -> None:
    """Requires workers, all of this version and with the disk that the shards are on."""
    try:
        client.wait_for_workers(1, timeout=_TIMEOUT)
    except TimeoutError:
        raise UsageError(f"--cluster {address}: has no workers: start some (dask worker {address})") from None
    for worker, found in client.run(_look, shards, on_error="return").items():
        version, shares = found if isinstance(found, tuple) else (f"none ({found})", False)
        if version != __version__:
            raise UsageError(_other_version(f"worker {worker}", version, __version__))
        if not shares:
            raise UsageError(
                f"worker {worker} does not see {Path(shards).parent}: write to a disk that all machines share "
                "under the same name"
            )


def _other_version(worker: str, theirs: str, ours: str) -> str:
    return f"{worker} has newsfacts {theirs}, not {ours}: install the same everywhere"


def _look(folder: str) -> tuple[str, bool]:
    """What a worker has: which newsfacts, and whether it sees a folder."""
    return __version__, Path(folder).is_dir()


def _anywhere(work: Work) -> Work:
    """The same work for a process in another folder."""
    model = str(Path(work.model).absolute()) if work.model and Path(work.model).is_dir() else work.model
    return replace(work, model=model, rules=str(Path(work.rules).absolute()) if work.rules else None)


def _located(document: Document | InputError) -> Document | InputError:
    """The same document for a process in another folder."""
    if isinstance(document, Document) and document.path is not None:
        return replace(document, path=str(Path(document.path).absolute()))
    return document
