import csv
import io
from datetime import date

import pytest

from extract.records import Actor, Article, Date, Demand, Part, Reference
from extract.write.csv import CsvSink, defused

ARTICLE = Article(id="a.txt", text="Peru asked Chile on Monday.")
RECORDS = [
    Actor(id="actor-1", article="a.txt", text="Peru", spans=[(0, 4)], rule="r.a", name="=Peru", kind="government"),
    Date(
        id="date-1",
        article="a.txt",
        text="Monday",
        spans=[(20, 26)],
        rule="r.d",
        value="2025-06-02",
        kind="date",
        start=date(2025, 6, 2),
        end=date(2025, 6, 2),
    ),
    Demand(
        id="demand-1",
        article="a.txt",
        text="help, now",
        spans=[(5, 9), (10, 14)],
        rule="r.d",
        kind="appeal",
        cue=Part(text="asked", spans=[(5, 10)]),
        actor=Reference(id="actor-1", name="Peru", text="Lima", spans=[(0, 4)]),
    ),
]


def rows() -> list[dict[str, str]]:
    stream = io.StringIO()
    sink = CsvSink(stream)
    sink.write(ARTICLE, RECORDS)
    sink.close()
    return list(csv.DictReader(io.StringIO(stream.getvalue())))


@pytest.mark.parametrize(
    ("row", "column", "cell"),
    [
        pytest.param(0, "name", "'=Peru", id="formula-defused"),
        pytest.param(0, "unnamed", "false", id="truth-value"),
        pytest.param(0, "country", "", id="null"),
        pytest.param(1, "start", "2025-06-02", id="calendar-day"),
        pytest.param(1, "offset_start", "20", id="offset"),
        pytest.param(2, "offset_end", "14", id="offset-of-the-last-span"),
        pytest.param(2, "spans", "[[5, 9], [10, 14]]", id="all-spans"),
        pytest.param(2, "cue", "asked", id="part"),
        pytest.param(2, "actor", "Peru", id="reference-name"),
        pytest.param(2, "actor_id", "actor-1", id="reference-id"),
        pytest.param(2, "actor_text", "Lima", id="reference-text"),
    ],
)
def test_cell(row: int, column: str, cell: str) -> None:
    assert rows()[row][column] == cell


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_formulas_are_defused(text: str) -> None:
    assert defused(text) == f"'{text}"


@pytest.mark.parametrize("value", ["a=b", "Peru - Chile", -12.04])
def test_others_are_left_alone(value: object) -> None:
    assert defused(value) == str(value)


def test_parquet_has_the_same_rows() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    from extract.write.parquet import ParquetSink  # noqa: PLC0415 - an extra

    stream = io.BytesIO()
    sink = ParquetSink(stream)
    sink.write(ARTICLE, RECORDS)
    sink.close()
    table = parquet.read_table(io.BytesIO(stream.getvalue()))
    assert table.column_names == list(rows()[0])
    assert table["spans"].to_pylist()[2] == [[5, 9], [10, 14]]
    assert table["name"].to_pylist() == ["=Peru", None, None]
