"""The options as a table, a man page and completion scripts, from the command itself."""

from collections.abc import Iterator
from inspect import cleandoc

import typer
from typer.completion import get_completion_script  # type: ignore[attr-defined]  # documented, not re-exported
from typer.core import TyperArgument, TyperOption

from extract import __version__
from extract.cli import app
from extract.config import ENVIRONMENT

COMMANDS = ("extract", "newsfacts")
SHELLS = {"bash": "bash/{}", "zsh": "zsh/_{}", "fish": "fish/{}.fish"}
OWN = {"install_completion", "show_completion"}  # Typer's, about the shell alone

Option = tuple[str, str, str]  # flags with what they take, help, environment variable


def options() -> Iterator[Option]:
    """Every option in the order of the help."""
    command = typer.main.get_command(app)
    for parameter in command.params:
        if not isinstance(parameter, TyperOption) or not parameter.name or parameter.name in OWN:
            continue
        flags = ", ".join(sorted(parameter.opts, key=len))
        takes = "" if parameter.is_flag else f" {parameter.metavar or 'N'}"
        named = parameter.name not in {"version", "schema", "check_rules", "config"}
        variable = f"{ENVIRONMENT}_{parameter.name.upper()}" if named else ""
        yield f"{flags}{takes}", parameter.help or "", variable


def options_table() -> str:
    """The options in Markdown."""
    rows = [f"| `{flags}` | {text} | {f'`{variable}`' if variable else ''} |" for flags, text, variable in options()]
    return "\n".join(["| option | does | environment |", "| --- | --- | --- |", *rows, ""])


def man_page(name: str) -> str:
    """The man page in roff; the alias only points to it."""
    if name != COMMANDS[0]:
        return f".so man1/{COMMANDS[0]}.1\n"
    command = typer.main.get_command(app)
    summary, *paragraphs = cleandoc(command.help or "").split("\n\n")
    does = summary[0].lower() + summary[1:].rstrip(".")
    [paths] = [parameter for parameter in command.params if isinstance(parameter, TyperArgument)]
    lines = [
        f'.TH EXTRACT 1 "" "newsfacts {__version__}" "User Commands"',
        ".SH NAME",
        f"extract, newsfacts \\- {_roff(does)}",
        ".SH SYNOPSIS",
        ".B extract\n[\\fIOPTION\\fR]... [\\fIPATH\\fR]...",
        ".SH DESCRIPTION",
        _roff(f"PATH: {paths.help or ''}"),
        *(f".PP\n{_roff(paragraph)}" for paragraph in paragraphs),
        ".SH OPTIONS",
    ]
    for flags, text, variable in options():
        lines.append(f".TP\n\\fB{_roff(flags)}\\fR\n{_roff(text)}{f' ({variable})' if variable else ''}")
    lines += [
        ".SH EXAMPLES",
        _example("the facts of an article, for people", "extract article.txt"),
        _example(
            "who said what, in a folder of articles", "extract -t quote news/ | jq -r '[.speaker.name, .text] | @tsv'"
        ),
        _example("a page to look at", "extract news/ -o facts.html"),
    ]
    return "\n".join(lines) + "\n"


def completions(name: str) -> Iterator[tuple[str, str]]:
    """File name and script for each shell; both commands answer to the variable of the first."""
    variable = f"_{COMMANDS[0].upper()}_COMPLETE"
    for shell, file in SHELLS.items():
        script = get_completion_script(prog_name=name, complete_var=variable, shell=shell)
        yield file.format(name), script.rstrip() + "\n"


def _example(what: str, command: str) -> str:
    return f".TP\n{_roff(what)}\n.nf\n{_roff(command)}\n.fi"


def _roff(text: str) -> str:
    """Text on one line, with what roff would read as its own escaped."""
    flat = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    return f"\\&{flat}" if flat.startswith(".") else flat
