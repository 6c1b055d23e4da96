"""Records as JSON: lines and an array."""

import io
import json

import pytest
from pydantic import TypeAdapter

from extract.records import Article, BaseRecord, Record
from extract.write.sink import open_sink


@pytest.mark.parametrize("copies", [0, 1, 3])
def test_json_is_one_array(article: Article, records: list[BaseRecord], copies: int) -> None:
    out = io.StringIO()
    sink = open_sink("json", out)
    for _ in range(copies):
        sink.write(article, records)
    sink.close()
    assert TypeAdapter(list[Record]).validate_python(json.loads(out.getvalue())) == records * copies


def test_jsonl_is_a_record_a_line(article: Article, records: list[BaseRecord]) -> None:
    out = io.StringIO()
    sink = open_sink("jsonl", out)
    sink.write(article, records)
    sink.close()
    lines = out.getvalue().splitlines()
    assert [TypeAdapter(Record).validate_json(line) for line in lines] == records
    assert all(line.startswith('{"type":"') for line in lines)
