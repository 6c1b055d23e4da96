"""A pool of worker processes whose results come in the order of the work, and in which a death costs one article.

The standard library's pools break as a whole when a process dies, without telling on what; here every
process has a pipe of its own, so it is known which batch died with it. That batch is tried again
article by article, and the article that kills a process twice is reported.
"""

import contextlib
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from threading import Thread
from typing import Self

from extract.batch.outcome import Batch, Outcome, Work, died
from extract.errors import ExtractError

_SPAWN = multiprocessing.get_context("spawn")  # fork would copy threads and locks of numpy's libraries
_AHEAD = 4  # batches a process that may be read or finished ahead of the output
_RENEWED = 5_000  # articles after which a process gives way to a fresh one: what grows in spaCy's tables, stays bounded
_DEATHS = 2  # of an article, before it is given up
_FAILED_STARTS = 3  # in a row, before the run is given up
_READY = "ready"
Life = Callable[[Connection, Work], None]


def serve(connection: Connection, work: Work) -> None:
    """The life of a worker process: load once, then answer batches until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    Thread(target=_end_with_parent, daemon=True).start()
    from extract.batch.worker import Worker  # noqa: PLC0415 - spaCy is imported here, not in the parent

    with contextlib.suppress(EOFError, OSError):  # the parent is gone
        try:
            worker = Worker(work)
        except ExtractError as error:
            connection.send(error)
            return
        connection.send(_READY)
        while True:
            connection.send(worker(connection.recv()))


def _end_with_parent() -> None:
    """Ends this process when its parent does, whatever it is at: a parent that is killed can't do it."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@dataclass(slots=True)
class _Slot:
    """A batch's place in the output, with the outcomes so far."""

    outcomes: list[Outcome | None]

    @property
    def done(self) -> bool:
        return None not in self.outcomes


@dataclass(slots=True)
class _Task:
    """Documents to be processed, and where their outcomes belong: from `first` on in `slot`."""

    slot: _Slot
    first: int
    batch: Batch
    deaths: int = 0


class _Process:
    """A worker process; `task` is what it is at, None while it is idle or loading."""

    def __init__(self, life: Life, work: Work) -> None:
        self.connection, theirs = _SPAWN.Pipe()
        self._process: SpawnProcess = _SPAWN.Process(target=life, args=(theirs, work), daemon=True)
        self._process.start()
        theirs.close()  # so that reading ends when the process does
        self.ready = False
        self.finished = 0  # articles
        self.task: _Task | None = None

    def end(self) -> None:
        """Ends the process at once, whatever it does."""
        self._process.kill()
        self._process.join()
        self.connection.close()


class Pool:
    """Runs batches over `jobs` processes. Use it as a context: leaving it ends the processes at once.

    `life` is what each process does with its end of the pipe: say "ready", then answer batches.
    """

    def __init__(self, work: Work, jobs: int, life: Life = serve) -> None:
        self._work = work
        self._life = life
        self._jobs = jobs
        self._processes: list[_Process] = []
        self._queue: deque[_Task] = deque()
        self._failed_starts = 0

    def __enter__(self) -> Self:
        self._processes = [_Process(self._life, self._work) for _ in range(self._jobs)]
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._processes:
            process.end()

    def run(self, batches: Iterable[Batch]) -> Iterator[Outcome]:
        """The outcomes of all batches, in order; takes batches only as fast as outcomes are taken.

        Raises:
            ExtractError: the processes can't load the pipeline.
        """
        source = iter(batches)
        slots: deque[_Slot] = deque()
        while True:
            while len(slots) < self._jobs * _AHEAD and (batch := next(source, None)) is not None:
                slots.append(_Slot([None] * len(batch)))
                self._queue.append(_Task(slots[-1], 0, batch))
            if not slots:
                return
            self._send()
            while slots and slots[0].done:
                yield from filter(None, slots.popleft().outcomes)
            if slots:
                self._receive()

    def _send(self) -> None:
        for process in self._processes:
            if process.ready and process.task is None and self._queue:
                process.task = self._queue.popleft()
                with contextlib.suppress(OSError):  # it died: _receive will see
                    process.connection.send(process.task.batch)

    def _receive(self) -> None:
        by_connection = {process.connection: process for process in self._processes}
        for connection in wait(list(by_connection)):
            process = by_connection[connection]  # type: ignore[index]
            try:
                self._take(process, process.connection.recv())
            except (EOFError, OSError):
                self._bury(process)

    def _take(self, process: _Process, answer: object) -> None:
        if isinstance(answer, ExtractError):
            raise answer
        if isinstance(answer, list) and process.task is not None:
            first, outcomes = process.task.first, process.task.slot.outcomes
            outcomes[first : first + len(answer)] = answer
            process.task = None
            process.finished += len(answer)
            if process.finished >= _RENEWED:
                self._renew(process)
        else:
            process.ready = True
            self._failed_starts = 0

    def _bury(self, process: _Process) -> None:
        if not process.ready:
            self._failed_starts += 1
            if self._failed_starts == _FAILED_STARTS:
                raise ExtractError(
                    "the worker processes die while they load the model (too little memory?): try --jobs 1"
                )
        if process.task is not None:
            self._retry(process.task)
        self._renew(process)

    def _renew(self, process: _Process) -> None:
        """Puts a fresh process in the place of one, which ends."""
        process.end()
        self._processes[self._processes.index(process)] = _Process(self._life, self._work)

    def _retry(self, task: _Task) -> None:
        """Queues the articles of a batch that died one by one, or gives up the one that died again."""
        deaths = task.deaths + 1
        if len(task.batch) > 1:
            singles = [_Task(task.slot, task.first + i, [item], deaths) for i, item in enumerate(task.batch)]
            self._queue.extendleft(reversed(singles))
        elif deaths < _DEATHS:
            self._queue.appendleft(_Task(task.slot, task.first, task.batch, deaths))
        else:
            task.slot.outcomes[task.first] = died(task.batch[0])
