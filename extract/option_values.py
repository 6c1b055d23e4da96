"""What the user writes behind an option → its value. Each raises typer.BadParameter with the right way to write it."""

from datetime import date, datetime

import typer

from extract.config import Shard

FORMATS = ("table", "jsonl", "json", "csv", "parquet", "html")
TYPES = ("actor", "date", "venue", "demand", "quote")
LANGUAGES = ("en", "any")
_FACTORS = {"k": 10**3, "m": 10**6, "g": 10**9}


def format_name(text: str) -> str:
    """One of the output formats."""
    if (name := text.strip().lower()) not in FORMATS:
        raise typer.BadParameter(f"{text!r}: choose from {', '.join(FORMATS)}")
    return name


def record_types(text: str) -> frozenset[str]:
    """A list of record types: "actor,quotes"."""
    names = [name.strip().lower().removesuffix("s") for name in text.split(",")]
    if unknown := [name for name in names if name not in TYPES]:
        raise typer.BadParameter(f"{unknown[0]!r}: choose from {', '.join(TYPES)}, separated by commas")
    return frozenset(names)


def language(text: str) -> str:
    """Which articles are read: those in English, or any."""
    if (name := text.strip().lower()) not in LANGUAGES:
        raise typer.BadParameter(f"{text!r}: choose from {', '.join(LANGUAGES)} (the rules read English only)")
    return name


def publication(text: str) -> datetime | date:
    """A day or moment."""
    from extract.read.published import parse  # noqa: PLC0415 - only where a date is given

    try:
        return parse(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r}: write it as YYYY-MM-DD") from None


def byte_size(text: str) -> int:
    """A number of bytes: "10MB", "500k"."""
    number = text.strip().lower().removesuffix("b")
    try:
        size = int(float(number.rstrip("kmg")) * _FACTORS.get(number[-1:], 1))
    except ValueError:
        size = 0
    if size < 1:
        raise typer.BadParameter(f"{text!r}: write it as 10MB, 500kB or a number of bytes")
    return size


def shard(text: str) -> Shard:
    """A part of the inputs: "3/8"."""
    number, _, total = text.partition("/")
    if not (number.isdecimal() and total.isdecimal() and 1 <= int(number) <= int(total)):
        raise typer.BadParameter(f"{text!r}: write it as 1/8 … 8/8")
    return Shard(int(number), int(total))
