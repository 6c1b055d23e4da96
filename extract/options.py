"""The options of the command: how each is written, what it takes and what its help says."""

from datetime import date as day
from functools import partial
from typing import Annotated

import typer

from extract.config import Shard, defaults
from extract.errors import UsageError, printable
from extract.option_values import FORMATS, TYPES, byte_size, format_name, language, publication, record_types, shard

_option = partial(typer.Option, show_envvar=False)  # the documentation names the variables once for all
_action = partial(_option, allow_from_autoenv=False)


def _config(context: typer.Context, path: str | None) -> str | None:
    try:
        context.default_map = defaults(path)
    except UsageError as error:
        raise typer.BadParameter(printable(str(error))) from None
    return path


Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH",
        help="Articles (.txt, .jsonl, .html, .warc; also .gz, .bz2, .xz, .zst), folders, - for standard input.",
    ),
]
Format = Annotated[
    str | None,
    _option("--format", "-f", parser=format_name, metavar="FORMAT", help=", ".join(FORMATS)),
]
Output = Annotated[
    str | None,
    _option("--output", "-o", metavar="PATH", help="A file (also .gz, .zst), replaced as a whole, or a folder/."),
]
Types = Annotated[
    frozenset[str] | None,
    _option("--types", "-t", parser=record_types, metavar="TYPE,…", help=", ".join(TYPES)),
]
PublicationDate = Annotated[
    day | None,
    _option(parser=publication, metavar="DATE", help="Publication day, before the article's own."),
]
Lang = Annotated[
    str | None,
    _option(parser=language, metavar="en|any", help="Read also what seems not to be English [default: en]"),
]
Model = Annotated[
    str | None, _option(metavar="NAME", help="An installed spaCy pipeline with tagger, parser, lemmatizer and NER.")
]
Rules = Annotated[str | None, _option(metavar="DIR", help="TOML rules that are added to the built-in ones.")]
Explain = Annotated[bool, _option("--explain", help="Show in the text why each fact was found.")]
Glob = Annotated[
    str | None, _option(metavar="PATTERN", help="Which files of a folder are articles, whatever their suffix.")
]
Jobs = Annotated[int | None, _option("--jobs", "-j", min=1, help="Processes [default: the cores, at most one a batch]")]
BatchSize = Annotated[int, _option(min=1, help="Articles that a process takes at once, at most.")]
MaxSize = Annotated[
    int | None,
    _option(parser=byte_size, metavar="SIZE", help="The largest article, decompressed [default: 10MB]"),
]
Resume = Annotated[bool, _option("--resume", help="Go on from the journal beside --output, which an ended run leaves.")]
FailFast = Annotated[bool, _option("--fail-fast", help="Stop at the first input that fails.")]
Errors = Annotated[str | None, _option(metavar="FILE", help="Errors as JSON lines.")]
OneShard = Annotated[Shard | None, _option(parser=shard, metavar="I/N", help="Only the I-th of N parts of the inputs.")]
Cluster = Annotated[str | None, _option(metavar="ADDRESS", help="A Dask scheduler to run on, or 'local'.")]
Config = Annotated[
    str | None,
    _option(callback=_config, is_eager=True, metavar="FILE", help="Settings [default: ./newsfacts.toml]"),
]
CheckRules = Annotated[bool, _action("--check-rules", help="Check all rules and run their examples.")]
Schema = Annotated[bool, _action("--schema", help="Print the JSON Schema of the records.")]
Quiet = Annotated[bool, _option("--quiet", "-q", help="Tell errors only.")]
Verbose = Annotated[bool, _option("--verbose", "-v", help="Tell also what was assumed.")]
Version = Annotated[bool, _action("--version", help="Print our, spaCy's and the model's version.")]
