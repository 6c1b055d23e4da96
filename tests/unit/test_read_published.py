from datetime import UTC, date, datetime

import pytest

from extract.read.published import dateline, parse


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        pytest.param("2016-11-09", date(2016, 11, 9), id="day"),
        pytest.param("20161109", date(2016, 11, 9), id="basic-format"),
        pytest.param("2016-11-09 09:01", datetime(2016, 11, 9, 9, 1), id="blank-for-T"),  # noqa: DTZ001 - as written
        pytest.param("2016-11-09T09:01:00Z", datetime(2016, 11, 9, 9, 1, tzinfo=UTC), id="rfc-3339"),
        pytest.param("Wed, 09 Nov 2016 09:01:00 +0000", datetime(2016, 11, 9, 9, 1, tzinfo=UTC), id="rfc-2822"),
        pytest.param("November 9, 2016", date(2016, 11, 9), id="written-out"),
        pytest.param(" 9 Nov. 2016 ", date(2016, 11, 9), id="day-first"),
    ],
)
def test_field(value: str, moment: date) -> None:
    assert parse(value) == moment


@pytest.mark.parametrize("value", ["", "yesterday", "2016-13-01", "31 February 2020", "1478682060", "2016"])
def test_no_date(value: str) -> None:
    with pytest.raises(ValueError, match=r"no date|day is out of range"):
        parse(value)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("LIMA, June 2, 2025 (Agency) – Peru said", date(2025, 6, 2), id="city-day-agency"),
        pytest.param("LIMA – 2 June 2025: Peru said", date(2025, 6, 2), id="city-dash-day"),
        pytest.param("New Lima, 2 June 2025 – Peru said", date(2025, 6, 2), id="city-in-small-letters"),
        pytest.param("AREQUIPA, Peru, Sept. 12, 2024 — Workers", date(2024, 9, 12), id="city-country-abbreviated"),
        pytest.param("Strike ends\nFriday, May 30, 2025\nThe port", date(2025, 5, 30), id="line-of-its-own"),
        pytest.param("Strike ends\n\nBy Ana Flores\n\nMay 30, 2025\n", date(2025, 5, 30), id="below-byline"),
        pytest.param("Published: 30 May 2025, 10:15 GMT\nThe port", date(2025, 5, 30), id="labelled-with-clock"),
        pytest.param("LIMA, June 2 (Agency) – Peru said", None, id="no-year-fixes-nothing"),
        pytest.param("On May 30, 2025, the port closed.", None, id="date-within-a-sentence"),
        pytest.param("1\n2\n3\n4\n5\nMay 30, 2025", None, id="too-far-down"),
        pytest.param("February 30, 2025\nThe port", None, id="no-such-day"),
        pytest.param("", None, id="empty"),
    ],
)
def test_dateline(text: str, day: date | None) -> None:
    assert dateline(text) == day
