"""What dateparser reads for us, what it is never asked, and that nothing depends on clock, zone or locale."""

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis.strategies import dates

from extract.find.dates.fulldates import Order, calendar_day, figures_day, parsed_day

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


USUAL = (
    "LIMA, March 4, 2019 - It closed on Monday, March 4, 2019, after 2 May 2017, the 21st of July 2018, 2018-07-21, "
    "2018/7/21, 07/21/2018 and 21.07.2018, at 16:45 on 3 May 2021, on Christmas, Friday, last year and in March 2020."
)
IMPORTS = f"""
import datetime, spacy, sys
from extract.find.dates import make_dates
nlp = spacy.blank("en")
doc = nlp.make_doc({USUAL!r})
doc._.published = datetime.date(2025, 6, 2)
make_dates(nlp, "dates", None)(doc)
print(sum(timex.value is not None for timex in doc._.dates), *sys.modules)
"""


@pytest.mark.parametrize(
    ("phrase", "order", "day"),
    [
        pytest.param("3/4/2019", "MDY", "2019-03-04", id="month-first"),
        pytest.param("3.4.2019", "DMY", "2019-04-03", id="day-first"),
        pytest.param("16/3/2019", "MDY", "2019-03-16", id="only-one-reading"),
        pytest.param("3.16.2019", "DMY", "2019-03-16", id="only-one-reading-month-first"),
        pytest.param("2019/3/16", "MDY", "2019-03-16", id="year-first"),
        pytest.param("2019-03-16", "MDY", "2019-03-16", id="iso"),
        pytest.param("2019-02-30", "MDY", None, id="no-such-day"),
        pytest.param("16/13/2019", "MDY", None, id="no-such-month"),
        pytest.param("0000/3/16", "MDY", None, id="no-such-year"),
        pytest.param("11/02/89", "MDY", "1989-11-02", id="short-year"),
    ],
)
def test_figures_day(phrase: str, order: Order, day: str | None) -> None:
    assert figures_day(phrase, order) == day


@pytest.mark.parametrize("order", ["MDY", "DMY"])
@given(day=dates())
def test_own_reading_agrees_with_dateparser(order: Order, day: date) -> None:
    figures = day.strftime("%m/%d/" if order == "MDY" else "%d/%m/") + f"{day.year:04}"
    assert figures_day(figures, order) == parsed_day(figures, order) == calendar_day(day.year, day.month, day.day)


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        pytest.param("2 June 2024", "2024-06-02", id="name-of-month"),
        pytest.param("02-Jun-2024", "2024-06-02", id="hyphens"),
        pytest.param("June 2,2024", "2024-06-02", id="no-space"),
        pytest.param("2Jun2024", "2024-06-02", id="run-together"),
        pytest.param("31 June 2024", None, id="no-such-day"),
        pytest.param("June 2, 99999", None, id="no-such-year"),
    ],
)
def test_parsed_day(phrase: str, day: str | None) -> None:
    assert parsed_day(phrase) == day


@pytest.mark.parametrize(
    "phrase", ["the 1990s", "We", "48", "a decade", "mid-May", "since 2022", "may", "June 2", "now"]
)
def test_parts_that_are_missing_are_not_made_up(phrase: str) -> None:
    assert parsed_day(phrase) is None


@pytest.mark.parametrize("library", ["dateparser", "holidays"])
def test_usual_dates_wait_for_no_import(library: str) -> None:
    run = subprocess.run([sys.executable, "-c", IMPORTS], capture_output=True, text=True, check=True)
    found, *modules = run.stdout.split()
    assert found == "13"
    assert library not in modules


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
