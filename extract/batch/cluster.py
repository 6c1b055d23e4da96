"""Several machines, through Dask distributed (extra `newsfacts[cluster]`).

Every worker loads the pipeline once. Paths go over the wire, not texts, so all machines need the same
files under the same names; each worker writes the outcomes of a batch to a shard file in a folder that
all share, and the client joins the shards in the order of the inputs. Dask gives the batches of a
worker that dies to the others.
"""

import json
import os
import tempfile
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from threading import Lock

from extract import __version__
from extract.batch.outcome import Batch, Outcome, Work, died, from_json, to_json
from extract.errors import ClusterError, UsageError

try:
    from distributed import Client, Future, KilledWorker, LocalCluster, Worker, WorkerPlugin, get_worker
except ImportError:
    raise UsageError("--cluster needs an extra: pip install 'newsfacts[cluster]'") from None

LOCAL = "local"
_AHEAD = 4  # batches a worker thread that may be finished ahead of the output
_TIMEOUT = "20s"
_PLUGIN = "newsfacts"


class Pipeline(WorkerPlugin):  # type: ignore[misc]  # distributed has no types
    """A worker's pipeline, loaded when the worker joins; for one of its threads at a time."""

    name = _PLUGIN

    def __init__(self, work: Work) -> None:
        self._work = work

    def setup(self, worker: Worker) -> None:  # noqa: ARG002 - a plugin's signature
        """Loads the pipeline."""
        from extract.batch.worker import Worker as Extractor  # noqa: PLC0415 - spaCy is imported in the workers only

        self._extractor = Extractor(self._work)
        self._lock = Lock()

    def write(self, batch: Batch, shard: Path) -> None:
        """Writes the outcomes of a batch to a file that is there as a whole or not at all."""
        with self._lock:
            outcomes = self._extractor(batch)
        temporary = shard.with_name(f"{shard.name}.{os.getpid()}")
        temporary.write_text(json.dumps([to_json(outcome) for outcome in outcomes]), encoding="utf-8")
        temporary.replace(shard)


def write_shard(batch: Batch, shard: str) -> str:
    """A worker's task: processes a batch into a shard file, whose name it returns."""
    get_worker().plugins[_PLUGIN].write(batch, Path(shard))
    return shard


def on_cluster(batches: Iterable[Batch], work: Work, address: str, folder: Path) -> Iterator[Outcome]:
    """The outcomes of all batches, in order, from the workers of a Dask scheduler.

    Args:
        batches: what is to be done; taken only as fast as outcomes are.
        work: how.
        address: the scheduler's ("tcp://…", "tls://…"), or "local" for workers on this machine alone.
        folder: where the shards go for the time of the run; all workers must see it under this name.

    Raises:
        UsageError: the scheduler does not answer, or its workers have another newsfacts.
        ClusterError: the scheduler went away.
    """
    with _connected(address) as client, tempfile.TemporaryDirectory(prefix=".newsfacts-", dir=folder) as shards:
        _require_version(client)
        client.register_plugin(Pipeline(work))
        yield from Shards(client, Path(shards)).joined(batches)


class Shards:
    """The shard files of a run, written by the workers of `client` into `folder`."""

    def __init__(self, client: Client, folder: Path) -> None:
        self._client = client
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
        return self._client.submit(write_shard, batch, str(shard), pure=False)

    def _outcomes(self, batch: Batch, future: Future) -> Iterator[Outcome]:
        """The outcomes of a batch; where it killed several workers, of its articles one by one."""
        try:
            shard = Path(future.result())
        except KilledWorker:
            if len(batch) == 1:
                yield died(batch[0])
            else:
                for document in batch:
                    yield from self._outcomes([document], self._submit([document]))
            return
        except (OSError, CancelledError) as error:
            raise ClusterError(f"the Dask scheduler is gone ({error}): start it, and go on with --resume") from None
        yield from map(from_json, json.loads(shard.read_text(encoding="utf-8")))
        shard.unlink()


@contextmanager
def _connected(address: str) -> Iterator[Client]:
    if address == LOCAL:
        with LocalCluster(threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as client:
            yield client
        return
    try:
        client = Client(address, timeout=_TIMEOUT)
    except (OSError, ValueError) as error:
        raise UsageError(
            f"--cluster {address}: no scheduler answers ({error}): start one, or check the address"
        ) from None
    with client:
        yield client


def _require_version(client: Client) -> None:
    versions: dict[str, str] = client.run(lambda: __version__)
    if others := {worker: version for worker, version in versions.items() if version != __version__}:
        [(worker, version), *_] = others.items()
        raise UsageError(f"worker {worker} has newsfacts {version}, not {__version__}: install the same everywhere")
