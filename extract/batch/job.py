"""A whole job as the command line asks for it: the output opened, the run done, its end told."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any, cast

from extract.batch.made import made_by
from extract.batch.outputs import FileOutput, FolderOutput, Output, StreamOutput
from extract.batch.report import Report
from extract.batch.run import inputs, run, work
from extract.config import Settings
from extract.errors import OutputError, RunInterruptedError, UsageError
from extract.read.sources import STDIN
from extract.write.files import COMPRESSIONS, is_special
from extract.write.sink import FORMATS
from extract.write.terminal import Terminal


def job(paths: Sequence[str], settings: Settings) -> bool:
    """Extracts the facts of all inputs into the output.

    Returns:
        Whether every input could be read.

    Raises:
        ExtractError: the settings, rules, model or output are at fault, or the run was interrupted.
    """
    output = open_output(paths, settings)
    report = Report(settings.errors, quiet=settings.quiet, verbose=settings.verbose)
    own = [path for path in (settings.output, settings.errors) if path]
    if output.outdated:
        report.say("the journal is of another version, model, rule set or option: all articles are done again")
    try:
        report.start(None if STDIN in paths else lambda: sum(1 for _ in inputs(paths, settings, own)))
        complete = run(inputs(paths, settings, own), settings, output, report)
        if complete:
            output.finish(keep=settings.resume and report.failed > 0)
    except KeyboardInterrupt:
        raise RunInterruptedError(f"interrupted. {_resumable(output.stop())}") from None
    except OutputError as error:
        journal = output.stop()
        raise OutputError(f"{error}. {_resumable(journal)}" if journal else str(error)) from None
    except BaseException:
        output.stop()
        raise
    finally:
        report.stop()
    if not complete:
        report.say(f"stopped at the first error. {_resumable(output.stop())}")
    report.summary()
    return report.failed == 0


def open_output(paths: Sequence[str], settings: Settings) -> Output:
    """The output that the settings name.

    Raises:
        ExtractError: it can't be written, or would overwrite an input.
    """
    format_ = chosen_format(settings)
    if settings.output in {None, STDIN}:
        if settings.resume:
            raise UsageError("--resume goes on with a file: give it by --output")
        return StreamOutput(format_, _stdout(format_), "standard output")
    assert settings.output is not None  # noqa: S101 - for mypy
    target = Path(settings.output)
    if any(target.absolute() == Path(path).absolute() for path in paths):
        raise UsageError(f"{target}: is an input: choose another --output")
    if is_special(target):
        mode, encoding = ("wb", None) if FORMATS[format_].binary else ("w", "utf-8")
        return StreamOutput(format_, target.open(mode, encoding=encoding), str(target))
    made = made_by(work(settings))
    if target.is_dir() or settings.output.endswith(("/", os.sep)):
        return FolderOutput(target, format_, list(paths), made, resume=settings.resume)
    return FileOutput(target, format_, made, resume=settings.resume)


def chosen_format(settings: Settings) -> str:
    """The format asked for, else that of the output's suffix, else a table for a terminal and else JSON lines."""
    if settings.explain:
        return "explained"
    if settings.format is not None:
        return settings.format
    if settings.output in {None, STDIN}:
        return "table" if sys.stdout.isatty() else "jsonl"
    name = Path(settings.output or "")
    suffix = (name.with_suffix("") if name.suffix.lower() in COMPRESSIONS else name).suffix.lower()
    return next((name for name, format_ in FORMATS.items() if format_.suffix == suffix), "jsonl")


def _stdout(format_: str) -> IO[Any]:
    """Standard output; to a pipe or file in UTF-8 and with plain line ends, whatever the locale.

    A terminal shows "?" for what its encoding lacks, and gets no control characters from an article.
    """
    if FORMATS[format_].binary:
        return sys.stdout.buffer
    if hasattr(sys.stdout, "reconfigure"):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
            return sys.stdout if FORMATS[format_].legible else cast("IO[Any]", Terminal(sys.stdout))
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    return sys.stdout


def _resumable(journal: str | None) -> str:
    if journal is None:
        return "What was written so far is whole."
    if not Path(journal).exists():
        return "Nothing was finished yet."
    return f"What is finished is kept in {journal}: the same command with --resume goes on from there."
