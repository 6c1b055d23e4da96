"""A real scheduler and two workers on this machine, one of which is killed in the middle of a run."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from importlib import import_module
from pathlib import Path

import pytest

from extract import __version__
from extract.batch.outcome import Work
from extract.errors import UsageError

pytest.importorskip("distributed")
module = import_module("extract.batch.cluster")
ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))
Process = subprocess.Popen[bytes]


def command(*args: str) -> list[str]:
    return [sys.executable, "-m", *args]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[Process]]]:
    """A scheduler's address and its two workers, which run in another folder than the client."""
    file = tmp_path / "scheduler.json"
    (tmp_path / "elsewhere").mkdir()
    options = {
        "cwd": tmp_path / "elsewhere",
        "stdout": subprocess.DEVNULL,
        "stderr": subprocess.DEVNULL,
        "env": {**os.environ, "PYTHONPATH": str(ROOT)},
    }
    with ExitStack() as stack:

        def start(*args: str) -> Process:
            process: Process = stack.enter_context(subprocess.Popen(command(*args), **options))  # type: ignore[call-overload]
            stack.callback(process.kill)
            return process

        start(
            "distributed.cli.dask_scheduler",
            "--port",
            "0",
            "--no-dashboard",
            "--host",
            "127.0.0.1",
            "--scheduler-file",
            str(file),
        )
        worker = [
            "distributed.cli.dask_worker",
            "--scheduler-file",
            str(file),
            "--nthreads",
            "1",
            "--no-nanny",
            "--no-dashboard",
        ]
        workers = [start(*worker, "--local-directory", str(tmp_path / name)) for name in ("one", "two")]
        while not file.exists():
            time.sleep(0.05)
        yield json.loads(file.read_text())["address"], workers


def test_killed_worker_costs_nothing_but_time(cluster: tuple[str, list[Process]], tmp_path: Path) -> None:
    address, workers = cluster
    news, journal = tmp_path / "news", tmp_path / "facts.jsonl.journal"
    news.mkdir()
    for sample in SAMPLES:
        (news / sample.name).write_bytes(sample.read_bytes())
    run = command("extract", "news", "--batch-size", "1", "-o", "facts.jsonl", "--cluster", address)
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(run, cwd=tmp_path, env=env, stderr=subprocess.PIPE) as process:
        while process.poll() is None and not (journal.exists() and journal.read_bytes().count(b"\n") > 1):
            time.sleep(0.02)
        workers[0].kill()
        _, err = process.communicate(timeout=120)
    assert process.returncode == 0, err.decode()
    alone = subprocess.run(
        command("extract", "news", "--jobs", "1"), cwd=tmp_path, env=env, capture_output=True, check=True
    )
    assert (tmp_path / "facts.jsonl").read_bytes() == alone.stdout
    assert not list(tmp_path.glob(".newsfacts-*"))


def test_local_cluster_beside_another_says_nothing() -> None:
    """Dask's own port may be taken by another run."""
    run = command("extract", str(SAMPLES[0]), "--jobs", "1", "--quiet")
    with socket.socket() as taken:
        with suppress(OSError):
            taken.bind(("", 8787))
            taken.listen()
        alone, beside = (
            subprocess.run(how, cwd=ROOT, capture_output=True, check=True)
            for how in (run, [*run, "--cluster", "local"])
        )
    assert beside.stdout == alone.stdout
    assert beside.stderr == b""


def test_no_scheduler_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "_TIMEOUT", "0.2s")
    with pytest.raises(UsageError, match="no scheduler answers"):
        list(module.on_cluster([], Work(), "tcp://127.0.0.1:9", tmp_path))


class Workers:
    """Stands in for a client: what its workers answer when they are looked at."""

    def __init__(self, answers: dict[str, object]) -> None:
        self._answers = answers

    def wait_for_workers(self, number: int, **_: object) -> None:
        if len(self._answers) < number:
            raise TimeoutError

    def run(self, *_: object, **__: object) -> dict[str, object]:
        return self._answers


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        pytest.param({}, "--cluster tcp://s:1: has no workers: start some (dask worker tcp://s:1)", id="no-workers"),
        pytest.param(
            {"w": ("0.0.1", True)},
            f"worker w has newsfacts 0.0.1, not {__version__}: install the same everywhere",
            id="other-version",
        ),
        pytest.param(
            {"v": (__version__, True), "w": ModuleNotFoundError("No module named 'extract'")},
            f"worker w has newsfacts none (No module named 'extract'), not {__version__}: install the same everywhere",
            id="not-installed",
        ),
        pytest.param(
            {"w": (__version__, False)},
            "worker w does not see /facts: write to a disk that all machines share under the same name",
            id="disk-not-shared",
        ),
    ],
)
def test_unfit_workers_are_told(answers: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError) as caught:
        module._require_alike(Workers(answers), "tcp://s:1", "/facts/.newsfacts-x")  # noqa: SLF001 - a cluster of its own each would take minutes
    assert str(caught.value) == message
