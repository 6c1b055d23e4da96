"""Which words are a time expression, and what day or length of time they mean."""

from collections.abc import Callable
from datetime import date

import pytest
import spacy
from spacy.language import Language

from extract.find import dates
from extract.parse.frames import Timex

DATES = f"extract_{dates.__name__.rpartition('.')[2]}_v1"

MONDAY = date(2025, 6, 2)
Finder = Callable[..., list[Timex]]


@pytest.fixture(scope="module")
def bare() -> Language:
    """The date finder alone: no tagger, no parser, no entities."""
    nlp = spacy.blank("en")
    nlp.add_pipe(DATES)
    return nlp


@pytest.fixture(scope="module")
def find(bare: Language) -> Finder:
    """The time expressions of a text published on MONDAY, or on no known day."""

    def finder(text: str, published: date | None = MONDAY) -> list[Timex]:
        doc = bare.make_doc(text)
        doc._.published = published
        return list(bare(doc)._.dates)

    return finder


def shown(timexes: list[Timex]) -> list[tuple[str, str | None]]:
    return [(timex.span.text, timex.value) for timex in timexes]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("June 2, 2024", "2024-06-02", id="american"),
        pytest.param("2 June 2024", "2024-06-02", id="british"),
        pytest.param("2024-06-02", "2024-06-02", id="iso"),
        pytest.param("06/02/2024", "2024-06-02", id="american-figures"),
        pytest.param("02.06.2024", "2024-06-02", id="european-figures"),
        pytest.param("the 2nd of June, 2024", "2024-06-02", id="ordinal"),
        pytest.param("Sunday, June 2nd, 2024", "2024-06-02", id="weekday-and-date"),
        pytest.param("May 28", "2025-05-28", id="day-just-past"),
        pytest.param("September 3", "2025-09-03", id="day-less-than-120-days-ahead"),
        pytest.param("November 3", "2024-11-03", id="day-far-ahead-is-past"),
        pytest.param("Monday", "2025-06-02", id="weekday-is-today"),
        pytest.param("Tuesday", "2025-05-27", id="weekday-is-the-last-one"),
        pytest.param("last Monday", "2025-05-26", id="last-weekday-is-not-today"),
        pytest.param("Friday week", "2025-06-13", id="weekday-week"),
        pytest.param("Election Day", "2024-11-05", id="holiday-of-even-years"),
        pytest.param("Remembrance Sunday", "2024-11-10", id="holiday-by-its-weekday"),
        pytest.param("the last day of 2024", "2024-12-31", id="last-day-of-a-year"),
        pytest.param("the first week of May", "2025-W18", id="first-week-of-a-month"),
        pytest.param("the 1800s", "18", id="century-by-its-years"),
        pytest.param("20 years ago yesterday", "2005-06-01", id="years-ago-to-the-day"),
        pytest.param("a month ago today", "2025-05-02", id="a-month-ago-to-the-day"),
        pytest.param("two weeks ago today", "2025-05-19", id="weeks-ago-to-the-day"),
        pytest.param("the past week", "2025-W22", id="past-week-on-a-monday"),
        pytest.param("next Friday", "2025-06-06", id="next-weekday"),
        pytest.param("the first Saturday of May", "2025-05-03", id="nth-weekday"),
        pytest.param("the last Monday in May 2023", "2023-05-29", id="last-weekday-of-month"),
        pytest.param("the sixth Monday of May 2023", None, id="no-sixth-weekday"),
        pytest.param("2–4 June 2024", "2024-06-02/2024-06-04", id="british-days-in-one-word"),
        pytest.param("the night of 9 January 2025", "2025-01-09TNI", id="night-of-day"),
        pytest.param("the last quarter of 2024", "2024-Q4", id="last-quarter-of-year"),
        pytest.param("the winter of 2009–10", "2009-WI", id="winter-of-two-years"),
        pytest.param("every second Tuesday", "XXXX-WXX-2", id="every-second-weekday"),
        pytest.param("every Tuesday at 7pm", "XXXX-WXX-2T19:00", id="every-weekday-by-the-clock"),
        pytest.param("the age of 97", "P97Y", id="the-age-of"),
        pytest.param("next Tuesday, June 10", "2025-06-10", id="next-weekday-and-date-is-not-next-year"),
        pytest.param("this Friday", "2025-06-06", id="this-weekday"),
        pytest.param("the 16th of last month", "2025-05-16", id="day-of-last-month"),
        pytest.param("June 16 last year", "2024-06-16", id="month-day-last-year"),
        pytest.param("last Easter", "2025-04-20", id="last-holiday"),
        pytest.param("next Christmas", "2025-12-25", id="next-holiday"),
        pytest.param("Friday night", "2025-05-30TNI", id="weekday-and-part"),
        pytest.param("this morning", "2025-06-02TMO", id="this-part"),
        pytest.param("last night", "2025-06-01TNI", id="last-night"),
        pytest.param("tomorrow afternoon", "2025-06-03TAF", id="day-and-part"),
        pytest.param("4 p.m. Friday", "2025-05-30T16:00", id="clock-and-weekday"),
        pytest.param("16:30 UTC on 1 June 2025", "2025-06-01T16:30Z", id="clock-zone-and-date"),
        pytest.param("midnight on May 3, 2025", "2025-05-03T24:00", id="midnight"),
        pytest.param("12 a.m. on May 3, 2025", "2025-05-03T00:00", id="twelve-a.m."),
        pytest.param("March 2024", "2024-03", id="month-and-year"),
        pytest.param("last March", "2025-03", id="last-month-by-name"),
        pytest.param("last May", "2024-05", id="last-month-by-name-just-past"),
        pytest.param("December", "2024-12", id="bare-month-is-past"),
        pytest.param("July", "2025-07", id="bare-month-ahead"),
        pytest.param("early 2024", "2024", id="early-year"),
        pytest.param("mid-May", "2025-05", id="mid-month"),
        pytest.param("the end of 2024", "2024", id="end-of-year"),
        pytest.param("nineteen ninety-six", "1996", id="year-in-words"),
        pytest.param("fiscal 2024", "2024", id="fiscal-year"),
        pytest.param("the third quarter of 2024", "2024-Q3", id="quarter-of-year"),
        pytest.param("the third quarter", "2024-Q3", id="quarter-not-begun-is-past"),
        pytest.param("the first half of 2024", "2024-H1", id="half"),
        pytest.param("the winter of 2024", "2024-WI", id="season-of-year"),
        pytest.param("last week", "2025-W22", id="last-week"),
        pytest.param("this weekend", "2025-W23-WE", id="this-weekend"),
        pytest.param("next month", "2025-07", id="next-month"),
        pytest.param("earlier this year", "2025", id="earlier-this-year"),
        pytest.param("the day before yesterday", "2025-05-31", id="day-before-yesterday"),
        pytest.param("half an hour", "PT30M", id="half-a-unit"),
        pytest.param("a fortnight ago", "2025-W21", id="fortnight"),
        pytest.param("Q3 2024", "2024-Q3", id="quarter-code"),
        pytest.param("FY2024", "2024", id="fiscal-year-code"),
        pytest.param("2024-25", "2024/2025", id="season-of-two-years"),
        pytest.param("2024-06", "2024-06", id="iso-month"),
        pytest.param("1830 GMT", "2025-06-02T18:30Z", id="military-time"),
        pytest.param("two-and-a-half-year", "P2Y6M", id="and-a-half-as-adjective"),
        pytest.param("8 o'clock on Friday night", "2025-05-30T20:00", id="hour-and-part-of-day"),
        pytest.param("this coming Friday", "2025-06-06", id="this-coming-weekday"),
        pytest.param("the week of May 12", "2025-W20", id="week-of-day"),
        pytest.param("three days ago", "2025-05-30", id="days-ago"),
        pytest.param("two years ago", "2023", id="years-ago"),
        pytest.param("nearly a decade ago", "2015", id="decade-ago-is-a-year"),
        pytest.param("six weeks from now", "2025-W29", id="from-now"),
        pytest.param("the 1990s", "199", id="decade"),
        pytest.param("the late '80s", "198", id="short-decade"),
        pytest.param("the 19th century", "18", id="century"),
        pytest.param("9/11", "2001-09-11", id="day-with-a-name"),
        pytest.param("Thanksgiving", "2024-11-28", id="holiday-past"),
        pytest.param("Easter Monday", "2025-04-21", id="moveable-feast"),
        pytest.param("Christmas 2023", "2023-12-25", id="holiday-of-year"),
        pytest.param("six months", "P6M", id="duration"),
        pytest.param("more than two decades", "P20Y", id="decades-are-years"),
        pytest.param("two and a half hours", "PT2H30M", id="halves"),
        pytest.param("a year and a half", "P1Y6M", id="and-a-half"),
        pytest.param("several weeks", "PXW", id="uncounted"),
        pytest.param("a couple of days", "P2D", id="couple"),
        pytest.param("250,000 years", "P250000Y", id="thousands"),
        pytest.param("the past 30 days", "P30D", id="past-days"),
        pytest.param("the next decade", "P10Y", id="next-decade"),
        pytest.param("42-year-old", "P42Y", id="age"),
        pytest.param("age 16", "P16Y", id="age-without-unit"),
        pytest.param("every Tuesday", "XXXX-WXX-2", id="every-weekday"),
        pytest.param("Monday nights", "XXXX-WXX-1TNI", id="weekday-nights"),
        pytest.param("every two weeks", "P2W", id="every-so-often"),
        pytest.param("annually", "XXXX", id="frequency"),
        pytest.param("currently", "PRESENT_REF", id="present"),
        pytest.param("recently", "PAST_REF", id="past"),
        pytest.param("years ago", "PAST_REF", id="past-uncounted"),
        pytest.param("the coming weeks", "FUTURE_REF", id="future"),
    ],
)
def test_value(find: Finder, text: str, value: str | None) -> None:
    assert shown(find(f"So {text}.")) == [(text, value)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We may march on.", id="verbs"),
        pytest.param("He sat second of 48.", id="words-and-numbers"),
        pytest.param("Lowe, 89, won 21-10.", id="age-in-apposition-and-score"),
        pytest.param("It costs $2,008 or 1,500 euros.", id="sums"),
        pytest.param("A Boeing 737 and an F-16 landed on runway 21.", id="models"),
        pytest.param("A quarter of the crew left, three-quarters of them sick.", id="shares"),
        pytest.param("As soon as it was full, it left.", id="conjunction"),
        pytest.param("The March on Lima passed the Christmas tree day in and day out.", id="march-and-tree"),
        pytest.param("Day by day, year after year, a third time in as many days.", id="idioms"),
    ],
)
def test_no_time(find: Finder, text: str) -> None:
    assert shown(find(text)) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("from May 16 to June 2", ["2025-05-16", "2025-06-02"], id="days-of-two-months"),
        pytest.param("from Sept. 19 to 22, 2024", ["2024-09-19", "2024-09-22"], id="days-of-one-month"),
        pytest.param("between 4 and 6 May 2024", ["2024-05-04", "2024-05-06"], id="british"),
        pytest.param("June 2–4, 2024", ["2024-06-02/2024-06-04"], id="days-in-one-word"),
        pytest.param("2009–10", ["2009/2010"], id="years-in-one-word"),
        pytest.param("from Saturday to Monday", ["2025-05-31", "2025-06-02"], id="weekdays"),
        pytest.param("April and May 2024", ["2024-04", "2024-05"], id="months"),
        pytest.param("the 1960s and 1970s", ["196", "197"], id="decades"),
    ],
)
def test_ranges_give_their_ends(find: Finder, text: str, values: list[str]) -> None:
    assert [timex.value for timex in find(f"So {text}.")] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("It sailed on 6 March 2018 and sank the next day.", "2018-03-07", id="next-day"),
        pytest.param("It sank on 6 March 2018; he left the night before.", "2018-03-05TNI", id="night-before"),
        pytest.param("It sank on 6 March 2018; he left the day before.", "2018-03-05", id="day-before"),
        pytest.param("They still quarrel 200 years later.", "P200Y", id="later-than-nothing"),
        pytest.param("Today they quarrel, 200 years later.", "P200Y", id="later-than-today-in-no-future-tense"),
        pytest.param("It was the day after Christmas 2023.", "2023-12-26", id="day-beside-a-day"),
        pytest.param("It sank on 6 March 2018 and rose a week later.", "2018-W11", id="week-later"),
        pytest.param("It sank in March 2018; he had left a year earlier.", "2017", id="year-earlier"),
        pytest.param("It sank in March 2018, a year earlier than planned.", "P1Y", id="earlier-than-a-plan"),
        pytest.param("It sank on 6 March 2018. That same year he left.", "2018", id="same-year"),
        pytest.param("It sank on 6 March 2018 and rose the following Friday.", "2018-03-09", id="following-weekday"),
        pytest.param("It sank on 6 March 2018. At 4:45 p.m. it rose.", "2018-03-06T16:45", id="clock-of-that-day"),
        pytest.param("It sank on 6 March 2018.\n\n4:45 p.m.\n\nIt rose.", "2025-06-02T16:45", id="clock-as-heading"),
        pytest.param("It sank on 2 March 2018, a Friday.", "2018-03-02", id="day-just-spoken-of-by-its-name"),
        pytest.param("It sank on 2 March 2018. He left on the Monday.", "2018-03-05", id="weekday-of-the-story"),
        pytest.param("It will sail on 6 July 2025. He left at noon.", "2025-06-02T12:00", id="clock-of-no-coming-day"),
        pytest.param("It sank in May 2014 and rose in June that same year.", "2014-06", id="month-of-that-year"),
        pytest.param("It sank in May 2014. He died on 21 August the same year.", "2014-08-21", id="day-of-that-year"),
        pytest.param("It was found on April 3, 2011; it rose in May.", "2011-05", id="month-soon-after-a-full-date"),
        pytest.param("It was built in December 2010 and sailed in February.", "2011-02", id="month-of-the-next-year"),
        pytest.param(
            "It was seen in January 2014 and again in November.", "2024-11", id="month-long-after-a-full-date"
        ),
        pytest.param("It sank in March 2018. In March, nobody was on board.", "2018-03", id="month-already-dated"),
        pytest.param("Sales in the third quarter of 2024 fell from a year ago.", "2023-Q3", id="quarter-a-year-ago"),
    ],
)
def test_anchored_to_the_date_last_spoken_of(find: Finder, text: str, value: str) -> None:
    assert find(text)[-1].value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("yesterday", None, id="relative"),
        pytest.param("Friday", None, id="weekday"),
        pytest.param("June 2", None, id="no-year"),
        pytest.param("June 2, 2024", "2024-06-02", id="full"),
        pytest.param("three years", "P3Y", id="duration"),
        pytest.param("now", "PRESENT_REF", id="reference"),
        pytest.param("noon", "XXXX-XX-XXT12:00", id="clock"),
    ],
)
def test_without_a_publication_day(find: Finder, text: str, value: str | None) -> None:
    assert shown(find(f"So {text}.", None)) == [(text, value)]


def test_a_dateline_anchors_an_article_without_publication_day(find: Finder) -> None:
    assert find("Ferry sinks\nSunday, June 1, 2025\nIt sank yesterday.", None)[-1].value == "2025-05-31"


def test_a_dateline_far_from_publication_is_no_anchor(find: Finder) -> None:
    assert find("Ferry sinks\nSunday, June 1, 2014\nIt sank yesterday.")[-1].value == "2025-06-01"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("They met on Sunday. “We won tonight,” he said.", "2025-06-01TNI", id="on-the-day-told-of"),
        pytest.param('They met on Sunday. "We won today," he said.', "2025-06-01", id="straight-marks"),
        pytest.param("They met on Sunday. He left today.", "2025-06-02", id="not-quoted"),
        pytest.param("“We met on Sunday, and again today,” he said.", "2025-06-02", id="told-by-the-speaker"),
        pytest.param("They met on Friday. “We won today,” he said.", "2025-06-02", id="not-the-eve"),
    ],
)
def test_today_in_a_quotation_is_the_eve_of_publication_if_the_story_is(find: Finder, text: str, value: str) -> None:
    assert find(text)[-1].value == value


def test_a_day_of_the_new_year_is_past_after_since(find: Finder) -> None:
    assert find("Nobody was seen since January 5.", date(2025, 12, 2))[-1].value == "2025-01-05"


def test_a_day_without_its_year_leaves_nothing_to_count_days_from(find: Finder) -> None:
    assert find("It sank on 6 March 2018. They met on January 16; that same day he left.", None)[-1].value is None


def test_days_covered(find: Finder) -> None:
    [timex] = find("So last week.")
    assert (timex.kind, timex.first, timex.last) == ("date", date(2025, 5, 26), date(2025, 6, 1))


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Friday", "date"), ("Friday night", "time"), ("three years", "duration"), ("every Friday", "set")],
)
def test_kind(find: Finder, text: str, kind: str) -> None:
    assert [timex.kind for timex in find(f"So {text}.")] == [kind]


def test_spans_are_marked_with_their_rules(bare: Language) -> None:
    doc = bare("So on June 2, 2024.")
    assert [(span.text, span.label_) for span in doc.spans["dates"]] == [("June 2, 2024", "date.full")]
