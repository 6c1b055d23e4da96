"""TIMEX3 values as calendar days, and steps from one to another."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.find.dates.values import days, granularity, stepped

UNITS = ["D", "W", "WE", "M", "Q", "Y"]


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        pytest.param("2025-06-02", "2025-06-02", "2025-06-02", id="day"),
        pytest.param("2025-06-02TMO", "2025-06-02", "2025-06-02", id="part-of-day"),
        pytest.param("2024-02", "2024-02-01", "2024-02-29", id="leap-month"),
        pytest.param("2025-12", "2025-12-01", "2025-12-31", id="december"),
        pytest.param("2025-W01", "2024-12-30", "2025-01-05", id="week-across-new-year"),
        pytest.param("2025-W22-WE", "2025-05-31", "2025-06-01", id="weekend"),
        pytest.param("2025-Q4", "2025-10-01", "2025-12-31", id="quarter"),
        pytest.param("2025-H1", "2025-01-01", "2025-06-30", id="half"),
        pytest.param("2025-WI", "2025-12-01", "2026-02-28", id="winter-ends-next-year"),
        pytest.param("2025", "2025-01-01", "2025-12-31", id="year"),
        pytest.param("199", "1990-01-01", "1999-12-31", id="decade"),
        pytest.param("18", "1800-01-01", "1899-12-31", id="century"),
        pytest.param("2009/2010", "2009-01-01", "2010-12-31", id="interval"),
    ],
)
def test_days(value: str, first: str, last: str) -> None:
    assert days(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        "P3Y",
        "PT2H30M",
        "PRESENT_REF",
        "XXXX-WXX-1",
        "XXXX-XX-XXT12:00",
        "2025-06-31",
        "2025-W60",
        "0000",
        "T",
    ],
)
def test_no_days(value: str | None) -> None:
    assert days(value) is None


@pytest.mark.parametrize(
    ("unit", "steps", "value"),
    [
        pytest.param("D", -1, "2025-06-01", id="yesterday"),
        pytest.param("W", -1, "2025-W22", id="last-week"),
        pytest.param("WE", 0, "2025-W23-WE", id="this-weekend"),
        pytest.param("M", -6, "2024-12", id="months-into-last-year"),
        pytest.param("Q", 3, "2026-Q1", id="quarters-into-next-year"),
        pytest.param("Y", -2000, "0025", id="antiquity"),
        pytest.param("DE", 0, "202", id="decade"),
        pytest.param("CE", -1, "19", id="century"),
        pytest.param("Y", -3000, None, id="before-the-calendar"),
        pytest.param("D", 10**9, None, id="beyond-the-calendar"),
        pytest.param("TH", 1, None, id="no-unit-of-the-calendar"),
    ],
)
def test_stepped(unit: str, steps: int, value: str | None) -> None:
    assert stepped(date(2025, 6, 2), unit, steps) == value


@given(day=st.dates(date(1000, 1, 1), date(2900, 1, 1)), unit=st.sampled_from(UNITS), steps=st.integers(-900, 900))
def test_steps_lead_to_units_that_hold_days(day: date, unit: str, steps: int) -> None:
    value = stepped(day, unit, steps)
    covered = days(value)
    assert value is not None
    assert covered is not None
    assert granularity(value) == unit
    assert covered[0] <= covered[1]


@given(day=st.dates(date(1000, 1, 1), date(2900, 1, 1)), unit=st.sampled_from(UNITS))
def test_no_step_stays_in_the_unit_of_the_day(day: date, unit: str) -> None:
    covered = days(stepped(day, unit, 0))
    assert covered is not None
    assert unit == "WE" or covered[0] <= day <= covered[1]
