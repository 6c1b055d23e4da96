"""Resolvers of expressions that name a day: full dates, days of a month, weekdays, yesterday, days with a name.

Where the year or the week is left out, the one meant is the nearest in the direction that news looks: back, unless
the governing verb is in the future tense or the day lies just ahead (measured on 700 cases of annotated news).
"""

from datetime import date, timedelta

from extract.find.dates.anchor import Anchor
from extract.find.dates.fulldates import calendar_day, figures_day, parsed_day
from extract.find.dates.phrase import Phrase, Tense
from extract.find.dates.values import days, existing, month, week

FARTHEST: dict[Tense | None, int] = {  # by tense, how many days ahead of publication a month and day is the coming one
    None: 120,
    "near": 270,
    "past": 30,  # news tells of the next days in it too
    "future": 366,
}
JUST_PAST_DAYS = 30  # "he said he would leave on March 1" is told some days later
WEEK = 7
NEARLY_A_WEEK = {"near": 3, None: 5}  # by tense, days back from which a weekday is the coming one


def full_date(phrase: Phrase, anchor: Anchor) -> str | None:
    """Day, month and year, in words or figures, in any order."""
    if "NUMERIC" in phrase:
        figures = phrase.text("NUMERIC")
        return figures_day(figures, "DMY" if "." in figures else "MDY")
    if "ISODATE" in phrase:
        return figures_day(phrase.text("ISODATE").replace(" ", ""))
    if "ONE-WORD" in phrase:
        return parsed_day(phrase.span.text)
    number, day, year = phrase.integer("MONTH"), phrase.day(), phrase.year()
    if number is None or day is None or year is None:
        return None
    return calendar_day(year, number, day)


def month_day(phrase: Phrase, anchor: Anchor) -> str | None:
    """A day of a month without a year, or with "last year"."""
    number, day = phrase.integer("MONTH"), phrase.day()
    if number is None or day is None:
        return None
    year = (
        year_said(phrase, anchor)
        or anchor.told_year(number, phrase.span)
        or anchor.year_of(number, day)
        or _nearest_year(number, day, anchor)
    )
    return existing(f"{year:04}-{number:02}-{day:02}") if year else None


def _nearest_year(number: int, day: int, anchor: Anchor) -> int | None:
    published = anchor.published
    if published is None:
        return None
    gap = (_approximate(published.year, number, day) - published).days
    tense = anchor.tense()
    if tense == "future":
        return published.year + (gap < -JUST_PAST_DAYS)
    ahead = FARTHEST[tense]
    return published.year - (gap > ahead) + (gap < ahead - 365)


def _approximate(year: int, number: int, day: int) -> date:
    return date(year, number, 1) + timedelta(day - 1)


def year_said(phrase: Phrase, anchor: Anchor) -> int | None:
    """The year that the phrase gives in figures, relative to publication ("last year") or to the text ("that year")."""
    if (year := phrase.year()) is not None:
        return year
    if "TOLD-YEAR" in phrase and (told := anchor.spoken("Y")) is not None:
        return told.year
    direction = phrase.integer("DIRECTION")
    if "RELATIVE-YEAR" not in phrase or direction is None or anchor.published is None:
        return None
    return anchor.published.year + direction


def day_span(phrase: Phrase, anchor: Anchor) -> str | None:
    """June 2–4: from the first to the last day."""
    first, _, last = phrase.text("DAYSPAN").replace("-", "–").partition("–")
    ends = [month_day(phrase.with_day(day), anchor) for day in (first, last)]
    return "/".join(end for end in ends if end) if all(ends) else None


def week_of(phrase: Phrase, anchor: Anchor) -> str | None:
    """The week that holds a day: "the week of March 3"."""
    day = days(month_day(phrase, anchor))
    return week(day[0]) if day else None


def day_of_month(phrase: Phrase, anchor: Anchor) -> str | None:
    """A bare "the 16th": of the month last spoken of, else of that of publication or, if it is over, the one before."""
    day, told, published = phrase.day(), anchor.spoken("M"), anchor.published
    reference = told or published
    if day is None or reference is None:
        return None
    back = told is None and day > reference.day and anchor.tense() == "past"
    return existing(f"{month(reference.year, reference.month - back)}-{day:02}")


def day_of_relative_month(phrase: Phrase, anchor: Anchor) -> str | None:
    """The 16th of this, last or next month."""
    day, steps, published = phrase.day(), phrase.integer("DIRECTION"), anchor.published
    if day is None or steps is None or published is None:
        return None
    return existing(f"{month(published.year, published.month + steps)}-{day:02}")


def weekday(phrase: Phrase, anchor: Anchor) -> str | None:
    """A day of the week: the most recent one, or the coming one after a verb in the future tense, "this" or "next"."""
    number, published = phrase.integer("WEEKDAY"), anchor.published
    if number is None or published is None:
        return None
    back = (published.isoweekday() - number) % WEEK
    direction = phrase.integer("DIRECTION", "WHICH")
    if direction == -1:
        back = back or WEEK
    elif direction == 1 or (back and _is_coming(phrase, back, anchor)):
        back -= WEEK
    return (published - timedelta(back)).isoformat()


def _is_coming(phrase: Phrase, back: int, anchor: Anchor) -> bool:
    tense = anchor.tense()
    if "DIRECTION" in phrase or "WHICH" in phrase:
        return tense != "past"
    if tense is None and not phrase.span[0].dep:  # no parse: nothing tells
        return False
    return tense == "future" or (tense != "past" and back >= NEARLY_A_WEEK[tense])


def weekday_week(phrase: Phrase, anchor: Anchor) -> str | None:
    """Tuesday week: seven days after the coming Tuesday."""
    number, published = phrase.integer("WEEKDAY"), anchor.published
    if number is None or published is None:
        return None
    return (published + timedelta((number - published.isoweekday()) % WEEK + WEEK)).isoformat()


def day_name(phrase: Phrase, anchor: Anchor) -> str | None:
    """Yesterday, today, tomorrow; the day itself where the phrase has only a part of it ("tonight")."""
    today = anchor.today()
    return (today + timedelta(phrase.integer("DAY-NAME") or 0)).isoformat() if today is not None else None


def named_day(phrase: Phrase, anchor: Anchor) -> str | None:
    """A day of history that goes by its date; none that was still to come."""
    value = phrase.meaning("NAMED-DAY") or phrase.vocabulary.meaning(
        "ATTACK-DAY", f"{phrase.integer('MONTH')}-{phrase.day()}"
    )
    if value is None or (anchor.published is not None and value > anchor.published.isoformat()):
        return month_day(phrase, anchor)
    return value
