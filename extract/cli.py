"""The `extract` command: options, help, exit codes – no logic of its own.

Exit codes: 0 done, also with no facts · 1 some input failed, or the output can't be written · 2 wrong
usage, rules or model · 130 interrupted. A closed pipe (`| head -1`) ends quietly with 0.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NoReturn

import typer

from extract import options
from extract.batch import interruption
from extract.config import DEFAULT_MAX_SIZE, ENVIRONMENT, Settings
from extract.errors import ExtractError, RunInterruptedError, UsageError, printable

app = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode=None)


def main() -> None:
    """Runs the command and ends the process with its exit code."""
    # one thread a process: the matrices are too small to share, and the same bytes come out on any machine
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    interruption.listen()
    try:
        app(prog_name="extract")
    except KeyboardInterrupt:
        _leave(RunInterruptedError.exit_code)
    except SystemExit as end:
        _leave(end.code if isinstance(end.code, int) else 0)


def _leave(code: int) -> NoReturn:
    """Ends the process at once: taking the model apart, string by string, would cost a tenth of a short run."""
    with suppress(OSError, ValueError):
        sys.stdout.flush()
    with suppress(OSError, ValueError):
        sys.stderr.flush()
    os._exit(code)


@app.command(context_settings={"auto_envvar_prefix": ENVIRONMENT, "help_option_names": ["-h", "--help"]})
def command(  # noqa: PLR0913 - one parameter an option
    *,
    paths: options.Paths = None,
    format: options.Format = None,  # noqa: A002 - the option's name
    output: options.Output = None,
    types: options.Types = None,
    date: options.PublicationDate = None,
    lang: options.Lang = None,
    model: options.Model = None,
    rules: options.Rules = None,
    explain: options.Explain = False,
    glob: options.Glob = None,
    jobs: options.Jobs = None,
    batch_size: options.BatchSize = 32,
    max_size: options.MaxSize = None,
    resume: options.Resume = False,
    fail_fast: options.FailFast = False,
    errors: options.Errors = None,
    shard: options.OneShard = None,
    cluster: options.Cluster = None,
    config: options.Config = None,  # noqa: ARG001 - read by its callback
    check_rules: options.CheckRules = False,
    schema: options.Schema = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    version: options.Version = False,
) -> None:
    """Turn news articles into typed facts: actor, date, venue, demand, quote.

    Any option may also come from the environment (NEWSFACTS_JOBS=4), or from newsfacts.toml or the
    table [tool.newsfacts] of pyproject.toml in the current folder; the command line wins.

    Exit codes: 0 done · 1 some input failed · 2 wrong usage, rules or model · 130 interrupted.
    """
    settings = Settings(
        format=format,
        output=output,
        types=types,
        date=date,
        lang=lang or "en",
        model=model,
        rules=rules,
        explain=explain,
        glob=glob,
        jobs=jobs,
        batch_size=batch_size,
        max_size=max_size or DEFAULT_MAX_SIZE,
        resume=resume,
        fail_fast=fail_fast,
        errors=errors,
        shard=shard,
        cluster=cluster,
        quiet=quiet,
        verbose=verbose,
    )
    with _told():
        done = _act(paths or [], settings, version=version, schema=schema, check_rules=check_rules)
    raise typer.Exit(0 if done else 1)


@contextmanager
def _told() -> Iterator[None]:
    """Ends the command with the exit code of an error, told in its own words."""
    try:
        yield
    except BrokenPipeError:
        raise typer.Exit(0) from None  # whoever read the output has enough of it
    except ExtractError as error:
        if message := str(error):
            typer.echo("\n".join(map(printable, f"extract: {message}".split("\n"))), err=True)
        raise typer.Exit(error.exit_code) from None


def _act(paths: list[str], settings: Settings, *, version: bool, schema: bool, check_rules: bool) -> bool:
    """Does what was asked for; each way imports only what it needs."""
    if version:
        from extract.batch.made import versions  # noqa: PLC0415

        typer.echo(versions(settings.model))
        return True
    if schema:
        from extract.records import json_schema  # noqa: PLC0415

        typer.echo(json_schema())
        return True
    if check_rules:
        from extract.check import check  # noqa: PLC0415

        typer.echo(check(settings.model, settings.rules))
        return True
    if not paths and sys.stdin.isatty():
        raise UsageError("no article given: name files or folders, or pipe one in (extract --help tells more)")
    from extract.batch.job import job  # noqa: PLC0415

    return job(paths or ["-"], settings)
