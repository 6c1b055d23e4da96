"""The command as a process of its own: pipes, signals, kills, and what the environment must not change."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest

from extract.batch import interruption


@pytest.fixture(autouse=True, scope="module")
def heard() -> Iterator[None]:
    """Ctrl-C heard by what the tests start, also where pytest itself runs in the background with it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


ROOT = Path(__file__).parents[2]
RESUMABLE = "What is finished is kept in {}: the same command with --resume goes on from there."
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))


@contextmanager
def started(*args: str, **env: str) -> Iterator[subprocess.Popen[bytes]]:
    """A running command; it is ended with the context if it has not ended by then."""
    command = [sys.executable, "-m", "extract", *args]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL}
    surroundings = {**os.environ, **env}
    with subprocess.Popen(command, cwd=ROOT, env=surroundings, start_new_session=True, **pipes) as process:  # type: ignore[call-overload]
        try:
            yield process
        finally:
            process.kill()


def ended(*args: str, **env: str) -> tuple[int, bytes, str]:
    """Exit code, standard output and standard error of a command."""
    with started(*args, **env) as process:
        out, err = process.communicate(timeout=120)
        return process.returncode, out, err.decode()


def wait_for_entries(journal: Path, number: int, process: subprocess.Popen[bytes]) -> None:
    """Until the journal has so many articles (or the run is over)."""
    while process.poll() is None:
        if journal.exists() and journal.read_bytes().count(b"\n") > number:
            return
        time.sleep(0.02)


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder of 24 articles."""
    folder = tmp_path_factory.mktemp("news")
    for copy in range(3):
        for sample in SAMPLES:
            (folder / f"{copy}-{sample.name}").write_bytes(sample.read_bytes())
    return str(folder)


@pytest.fixture(scope="module")
def whole(news: str) -> bytes:
    """The facts of all articles from one run in one process that nothing disturbs."""
    code, out, _ = ended(news, "--jobs", "1", "--quiet", PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C")
    assert code == 0
    return out


def test_same_bytes_whatever_the_jobs_and_the_environment(news: str, whole: bytes) -> None:
    surroundings = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "latin-1"}
    code, out, _ = ended(news, "--jobs", "2", "--batch-size", "3", "--quiet", **surroundings)
    assert code == 0
    assert out == whole


def test_killed_and_resumed_gives_the_same_bytes(news: str, whole: bytes, tmp_path: Path) -> None:
    target, journal = tmp_path / "facts.jsonl", tmp_path / "facts.jsonl.journal"
    for finished in (3, 9):
        with started(news, "-o", str(target), "--resume", "--batch-size", "2") as process:
            wait_for_entries(journal, finished, process)
            process.kill()
        assert not target.exists()
    code, _, err = ended(news, "-o", str(target), "--resume", "--jobs", "2")
    assert code == 0
    assert "from the journal" in err
    assert target.read_bytes() == whole
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("signal_", "how"),
    [
        pytest.param(signal.SIGINT, ("--jobs", "1"), id="ctrl-c"),
        pytest.param(signal.SIGTERM, ("--jobs", "1"), id="term"),
        pytest.param(signal.SIGINT, ("--jobs", "2"), id="ctrl-c-two-processes"),
        pytest.param(signal.SIGINT, ("--cluster", "local"), id="ctrl-c-cluster"),
    ],
)
def test_signal_to_all_processes_ends_the_run_soon_and_resumably(
    news: str, whole: bytes, tmp_path: Path, signal_: signal.Signals, how: tuple[str, str]
) -> None:
    if "--cluster" in how:
        pytest.importorskip("distributed")
    target, journal = tmp_path / "facts.jsonl", tmp_path / "facts.jsonl.journal"
    with started(news, "-o", str(target), *how, "--batch-size", "2") as process:
        wait_for_entries(journal, 2, process)
        began = time.monotonic()
        os.killpg(process.pid, signal_)  # as a terminal does
        process.wait(timeout=30)
        seconds = time.monotonic() - began
        assert process.stderr is not None
        err = process.stderr.read().decode()
    assert err == f"extract: interrupted. {RESUMABLE.format(journal)}\n"
    assert process.returncode == 130
    assert seconds < 2
    assert list(tmp_path.iterdir()) == [journal]
    assert ended(news, "-o", str(target), "--resume", "--quiet", *how)[0] == 0
    assert target.read_bytes() == whole


def test_signal_that_python_drops_ends_the_run_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """An exception in a destructor is printed and forgotten, even a KeyboardInterrupt."""
    monkeypatch.setattr(interruption, "_heard", Event())
    interruption.check()
    with pytest.raises(KeyboardInterrupt):
        interruption._interrupt(signal.SIGINT, None)  # noqa: SLF001 - as the system calls it
    with pytest.raises(KeyboardInterrupt):
        interruption.check()


IN_A_DESTRUCTOR = """
import os, signal, sys
from extract.batch import interruption

class Dying:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGTERM)
        for _ in range(1000): pass

interruption.listen()
Dying()
try:
    interruption.check()
except KeyboardInterrupt:
    sys.exit("heard")
"""


def test_signal_in_a_destructor_prints_nothing() -> None:
    ran = subprocess.run([sys.executable, "-c", IN_A_DESTRUCTOR], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.stderr == "heard\n"


def test_closed_pipe_is_no_error() -> None:
    with started(*map(str, SAMPLES[:2]), "--batch-size", "1", "--quiet") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b'{"type"')
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


def test_full_disk_is_told() -> None:
    code, _, err = ended(str(SAMPLES[0]), "-o", "/dev/full", "--quiet")
    assert (code, err) == (1, "extract: /dev/full: can't be written (No space left on device)\n")


def test_full_disk_in_mid_run_is_told_and_resumed(news: str, whole: bytes, tmp_path: Path) -> None:
    """A limit on the size of files stands in for the disk's."""
    target, journal = tmp_path / "facts.jsonl", tmp_path / "facts.jsonl.journal"
    code = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
from extract.cli import main
main()
"""
    command = [sys.executable, "-c", code, news, "-o", str(target), "--jobs", "1", "--quiet"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == f"extract: {journal}: can't be written (File too large). {RESUMABLE.format(journal)}\n"
    code_, _, err = ended(news, "-o", str(target), "--resume", "--jobs", "1")
    assert code_ == 0
    assert "from the journal" in err
    assert target.read_bytes() == whole


@pytest.mark.parametrize("option", ["--help", "--version", "--schema"])
def test_short_answers_do_not_wait_for_spacy(option: str) -> None:
    check = f"""
import sys, extract.cli
try: extract.cli.app(["{option}"])
except SystemExit as end: assert end.code == 0
assert not {{"spacy", "rich", "numpy"}} & sys.modules.keys(), "imported in vain"
"""
    done = subprocess.run([sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode == 0


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="asks Linux for the processes")
def test_killed_command_leaves_no_process_behind(news: str, tmp_path: Path) -> None:
    with started(news, "-o", str(tmp_path / "facts.jsonl"), "--jobs", "2", "--batch-size", "1") as process:
        wait_for_entries(tmp_path / "facts.jsonl.journal", 1, process)
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split()
        process.kill()
    ends = time.monotonic() + 20
    while any(map(is_running, children)):
        assert time.monotonic() < ends
        time.sleep(0.05)


def is_running(process: str) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        return False
