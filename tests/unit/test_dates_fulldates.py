"""What dateparser reads for us, what it is never asked, and that nothing depends on clock, zone or locale."""

import subprocess
import sys

import pytest

from extract.find.dates.fulldates import iso_date

NO_CLOCK = """
import datetime, time

class NoClock(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        raise AssertionError("asked for the time")
    today = utcnow = now

class NoToday(datetime.date):
    @classmethod
    def today(cls):
        raise AssertionError("asked for the day")

import spacy
from extract.find.dates import make_dates
nlp = spacy.blank("en")
doc = nlp.make_doc("So yesterday or June 2, 2024 or 16:45 on 3 May 2021 or last week or Easter Monday or 3/4/2019.")
doc._.published = datetime.date(2025, 6, 2)
import dateparser.date, dateparser.freshness_date_parser, dateparser.timezone_parser, holidays
dateparser.freshness_date_parser.datetime = dateparser.timezone_parser.datetime = NoClock
datetime.datetime, datetime.date = NoClock, NoToday
print([timex.value for timex in make_dates(nlp, "dates", None)(doc)._.dates])
"""


@pytest.mark.parametrize(
    ("phrase", "order", "day"),
    [
        pytest.param("2 June 2024", "MDY", "2024-06-02", id="name-of-month"),
        pytest.param("3/4/2019", "MDY", "2019-03-04", id="month-first"),
        pytest.param("3.4.2019", "DMY", "2019-04-03", id="day-first"),
        pytest.param("16/3/2019", "MDY", "2019-03-16", id="only-one-reading"),
        pytest.param("11/02/89", "MDY", "1989-11-02", id="short-year"),
        pytest.param("31 June 2024", "MDY", None, id="no-such-day"),
        pytest.param("June 2, 99999", "MDY", None, id="no-such-year"),
    ],
)
def test_iso_date(phrase: str, order: str, day: str | None) -> None:
    assert iso_date(phrase, order) == day


@pytest.mark.parametrize(
    "phrase", ["the 1990s", "We", "48", "a decade", "mid-May", "since 2022", "may", "June 2", "now"]
)
def test_parts_that_are_missing_are_not_made_up(phrase: str) -> None:
    assert iso_date(phrase) is None


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_no_answer_depends_on_clock_or_zone(zone: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", NO_CLOCK],
        env={"TZ": zone, "LC_ALL": "C", "PYTHONPATH": ":".join(sys.path), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stderr == ""
    assert run.stdout.strip() == str(
        ["2025-06-01", "2024-06-02", "2021-05-03T16:45", "2025-W22", "2025-04-21", "2019-03-04"]
    )
