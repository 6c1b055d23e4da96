"""The record reference, from the pydantic models."""

from collections.abc import Iterator
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from extract.records import RECORD_TYPES, Article, BaseRecord, Part, Reference

NAMES = {str: "text", int: "integer", float: "number", bool: "true or false"}


def records_page() -> str:
    """One table a model, with every field."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield "# Records\n"
    yield "Made from `extract/records.py` by `python tools/docs.py`. `extract --schema` prints the JSON Schema.\n"
    yield "All offsets are `[start, end)` in Unicode code points of the article's text: in Python, `text[start:end]`."
    yield "In each article the records come in the order of the text.\n"
    yield "## Fields of every record\n"
    yield from _table(BaseRecord.model_fields)
    for name, model in RECORD_TYPES.items():
        yield f"## {name}\n"
        yield f"{_summary(model)}\n"
        own = {key: field for key, field in model.model_fields.items() if key not in BaseRecord.model_fields}
        yield from _table(own)
    yield "## What records are made of\n"
    for part in (Part, Reference):
        yield f"### {part.__name__.lower()}\n"
        yield f"{_summary(part)}\n"
        yield from _table(part.model_fields)
    yield "## An article as input\n"
    yield f"{_summary(Article)} One object a line in a `.jsonl` file; other fields are left alone.\n"
    yield from _table(Article.model_fields)


def _table(fields: dict[str, FieldInfo]) -> Iterator[str]:
    yield "| field | holds | meaning |"
    yield "| --- | --- | --- |"
    for name, field in fields.items():
        yield f"| `{field.alias or name}` | {kind(field.annotation)} | {field.description or ''} |"
    yield ""


def _summary(model: type[BaseModel]) -> str:
    return " ".join((model.__doc__ or "").split())


def kind(annotation: Any) -> str:  # noqa: ANN401 - any type annotation
    """A field's type for people who do not read Python."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return " · ".join(f"`{value}`" for value in arguments)
    if origin in {Union, UnionType}:
        return " or ".join(kind(argument) for argument in arguments if argument is not type(None)) + ", or null"
    if origin is list:
        return f"list of {kind(arguments[0])}"
    if origin is tuple:
        return "`[start, end]`"
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return f"[{annotation.__name__.lower()}](#{annotation.__name__.lower()})"
    return NAMES.get(annotation) or str(annotation.__name__)
