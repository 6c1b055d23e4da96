"""Records as rows of one table, for spreadsheets and data frames: references by name and id, parts by their words."""

from typing import Any

from extract.records import RECORD_TYPES, BaseRecord

Cell = str | int | float | bool | list[Any] | None


def flat(record: BaseRecord) -> dict[str, Cell]:
    """A record as a row; `offset_start` and `offset_end` enclose all its words, `spans` holds each piece."""
    row: dict[str, Cell] = {}
    for name, value in record.model_dump(mode="json").items():
        row |= _cells(name, value)
    return row | {"offset_start": record.spans[0][0], "offset_end": record.spans[-1][1]}


def _cells(name: str, value: Any) -> dict[str, Cell]:  # noqa: ANN401 - any JSON value
    if not isinstance(value, dict):
        return {name: value}
    if "name" in value:
        return {name: value["name"], f"{name}_id": value["id"], f"{name}_text": value["text"]}
    return {name: value["text"]}


def _columns() -> dict[str, str]:
    """All columns in the order of the record types, each with its JSON type."""
    columns: dict[str, str] = {}
    for model in RECORD_TYPES.values():
        fields = model.model_json_schema(mode="serialization")["properties"]
        for name, field in fields.items():
            columns |= _types(name, [field, *field.get("anyOf", [])])
    return columns


def _types(name: str, alternatives: list[dict[str, Any]]) -> dict[str, str]:
    if any("Reference" in field.get("$ref", "") for field in alternatives):
        return {name: "string", f"{name}_id": "string", f"{name}_text": "string"}
    found = (field["type"] for field in alternatives if field.get("type") not in {None, "null"})
    enclosing = {"offset_start": "integer", "offset_end": "integer"} if name == "spans" else {}
    return {name: next(found, "string"), **enclosing}


COLUMNS = _columns()
