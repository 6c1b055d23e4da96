"""The `extract` command: options, help, exit codes – no logic of its own.

Exit codes: 0 done, also with no facts · 1 some input failed, or the output can't be written · 2 wrong
usage, rules or model · 130 interrupted. A closed pipe (`| head -1`) ends quietly with 0.
"""

import os
import signal
import sys
from contextlib import suppress
from datetime import date as day
from functools import partial
from typing import Annotated, NoReturn

import typer

from extract import options
from extract.config import DEFAULT_MAX_SIZE, ENVIRONMENT, Settings, Shard, defaults
from extract.errors import ExtractError, RunInterruptedError, UsageError

app = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode=None)
_option = partial(typer.Option, show_envvar=False)


def main() -> None:
    """Runs the command and ends the process with its exit code."""
    # one thread a process: the matrices are too small to share, and the same bytes come out on any machine
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
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


def _config(context: typer.Context, path: str | None) -> str | None:
    try:
        context.default_map = defaults(path)
    except UsageError as error:
        raise typer.BadParameter(str(error)) from None
    return path


@app.command(context_settings={"auto_envvar_prefix": ENVIRONMENT, "help_option_names": ["-h", "--help"]})
def command(  # noqa: PLR0913 - one parameter an option
    *,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH",
            help="Articles (.txt, .jsonl, .html, .warc; also .gz, .bz2, .xz, .zst), folders, - for standard input.",
        ),
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name
        str | None,
        _option("--format", "-f", parser=options.format_name, metavar="FORMAT", help=", ".join(options.FORMATS)),
    ] = None,
    output: Annotated[
        str | None,
        _option("--output", "-o", metavar="PATH", help="A file (also .gz, .zst), replaced as a whole, or a folder/."),
    ] = None,
    types: Annotated[
        frozenset[str] | None,
        _option("--types", "-t", parser=options.record_types, metavar="TYPE,…", help=", ".join(options.TYPES)),
    ] = None,
    date: Annotated[
        day | None,
        _option(parser=options.publication, metavar="DATE", help="Publication day, before the article's own."),
    ] = None,
    lang: Annotated[
        str | None,
        _option(parser=options.language, metavar="en|any", help="Read also what seems not to be English [default: en]"),
    ] = None,
    model: Annotated[
        str | None, _option(metavar="NAME", help="An installed spaCy pipeline with tagger, parser and NER.")
    ] = None,
    rules: Annotated[str | None, _option(metavar="DIR", help="TOML rules that are added to the built-in ones.")] = None,
    explain: Annotated[bool, _option("--explain", help="Show in the text why each fact was found.")] = False,
    glob: Annotated[
        str | None, _option(metavar="PATTERN", help="Which files of a folder are articles, whatever their suffix.")
    ] = None,
    jobs: Annotated[
        int | None, _option("--jobs", "-j", min=1, help="Processes [default: the cores, one for 16 articles]")
    ] = None,
    batch_size: Annotated[int, _option(min=1, help="Articles that a process takes at once, at most.")] = 32,
    max_size: Annotated[
        int | None,
        _option(parser=options.byte_size, metavar="SIZE", help="The largest article, decompressed [default: 10MB]"),
    ] = None,
    resume: Annotated[
        bool, _option("--resume", help="Go on from the journal beside --output, which an ended run leaves.")
    ] = False,
    fail_fast: Annotated[bool, _option("--fail-fast", help="Stop at the first input that fails.")] = False,
    errors: Annotated[str | None, _option(metavar="FILE", help="Errors as JSON lines.")] = None,
    shard: Annotated[
        Shard | None, _option(parser=options.shard, metavar="I/N", help="Only the I-th of N parts of the inputs.")
    ] = None,
    cluster: Annotated[str | None, _option(metavar="ADDRESS", help="A Dask scheduler to run on, or 'local'.")] = None,
    config: Annotated[  # noqa: ARG001 - read by its callback
        str | None,
        _option(callback=_config, is_eager=True, metavar="FILE", help="Settings [default: ./newsfacts.toml]"),
    ] = None,
    check_rules: Annotated[
        bool, _option("--check-rules", allow_from_autoenv=False, help="Check all rules and run their examples.")
    ] = False,
    schema: Annotated[
        bool, _option("--schema", allow_from_autoenv=False, help="Print the JSON Schema of the records.")
    ] = False,
    quiet: Annotated[bool, _option("--quiet", "-q", help="Tell errors only.")] = False,
    verbose: Annotated[bool, _option("--verbose", "-v", help="Tell also what was assumed.")] = False,
    version: Annotated[
        bool, _option("--version", allow_from_autoenv=False, help="Print our, spaCy's and the model's version.")
    ] = False,
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
    try:
        done = _act(paths or [], settings, version=version, schema=schema, check_rules=check_rules)
    except BrokenPipeError:
        raise typer.Exit(0) from None  # whoever read the output has enough of it
    except ExtractError as error:
        if message := str(error):
            typer.echo(f"extract: {message}", err=True)
        raise typer.Exit(error.exit_code) from None
    raise typer.Exit(0 if done else 1)


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
