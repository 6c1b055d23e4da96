"""A real scheduler and two workers on this machine, one of which is killed in the middle of a run."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

pytest.importorskip("distributed")
ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))
Process = subprocess.Popen[bytes]


def command(*args: str) -> list[str]:
    return [sys.executable, "-m", *args]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[Process]]]:
    """A scheduler's address and its two workers."""
    file = tmp_path / "scheduler.json"
    options = {
        "cwd": ROOT,
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
    run = command("extract", str(news), "--batch-size", "1", "-o", str(tmp_path / "facts.jsonl"), "--cluster", address)
    with subprocess.Popen(run, cwd=ROOT, stderr=subprocess.PIPE) as process:
        while process.poll() is None and not (journal.exists() and journal.read_bytes().count(b"\n") > 1):
            time.sleep(0.02)
        workers[0].kill()
        _, err = process.communicate(timeout=120)
    assert process.returncode == 0, err.decode()
    alone = subprocess.run(command("extract", str(news), "--jobs", "1"), cwd=ROOT, capture_output=True, check=True)
    assert (tmp_path / "facts.jsonl").read_bytes() == alone.stdout
    assert not list(tmp_path.glob(".newsfacts-*"))


def test_no_scheduler_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from extract.batch import cluster  # noqa: PLC0415 - an extra
    from extract.batch.outcome import Work  # noqa: PLC0415
    from extract.errors import UsageError  # noqa: PLC0415

    monkeypatch.setattr(cluster, "_TIMEOUT", "0.2s")
    with pytest.raises(UsageError, match="no scheduler answers"):
        list(cluster.on_cluster([], Work(), "tcp://127.0.0.1:9", ROOT))
