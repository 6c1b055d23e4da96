"""Several machines, through Dask distributed (extra `newsfacts[cluster]`)."""

from collections.abc import Iterable, Iterator

from extract.batch.outcome import Batch, Outcome, Work
from extract.errors import UsageError


def on_cluster(batches: Iterable[Batch], work: Work, address: str) -> Iterator[Outcome]:  # noqa: ARG001 - to come
    """The outcomes of all batches, in order, from the workers of a Dask scheduler."""
    raise UsageError(f"--cluster {address}: not yet")
    yield from ()
