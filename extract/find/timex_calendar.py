"""Resolvers of expressions that name a unit of the calendar: dates full and partial, weekdays, quarters, seasons.

Where the year or the week is left out, the one meant is the nearest in the direction that news looks: back, unless
the governing verb is in the future tense or the day lies just ahead (measured on 700 cases of annotated news).
"""

from calendar import month_name
from datetime import date, timedelta

from extract.find.timex_fulldates import iso_date
from extract.find.timex_phrase import Anchor, Phrase
from extract.find.timex_values import SEASON_STARTS, days, month, quarter, week

AHEAD_DAYS = 120  # a month and day up to so far ahead of publication is the coming one
AHEAD_DAYS_PAST = 30  # the same after a verb in the past tense: news tells of the next days in it too
AHEAD_MONTHS = 4  # the same for a bare month
JUST_PAST = 2  # in April, "last February" is that of last year
WEEK = 7
CENTURY = 100
PIVOT = 30  # "the '20s" are the 2020s, "the '30s" the 1930s


def full_date(phrase: Phrase, anchor: Anchor) -> str | None:
    """Day, month and year, in words or figures, in any order."""
    if "NUMERIC" in phrase:
        figures = phrase.text("NUMERIC")
        return iso_date(figures, "DMY" if "." in figures else "MDY")
    if "ISODATE" in phrase:
        return _checked(phrase.text("ISODATE").replace(" ", ""))
    number, day, year = phrase.integer("MONTH"), phrase.day(), phrase.year()
    if number is None or day is None or year is None:
        return None
    return iso_date(f"{day} {month_name[number]} {year}")


def month_day(phrase: Phrase, anchor: Anchor) -> str | None:
    """A day of a month without a year, or with "last year"."""
    number, day = phrase.integer("MONTH"), phrase.day()
    if number is None or day is None:
        return None
    year = year_said(phrase, anchor) or anchor.year_of(number, day) or _nearest_year(number, day, anchor)
    return _checked(f"{year:04}-{number:02}-{day:02}") if year else None


def _nearest_year(number: int, day: int, anchor: Anchor) -> int | None:
    published = anchor.published
    if published is None:
        return None
    gap = (_approximate(published.year, number, day) - published).days
    if gap > (AHEAD_DAYS_PAST if anchor.tense() == "past" else AHEAD_DAYS):
        return published.year - 1
    if gap < AHEAD_DAYS - 365:
        return published.year + 1
    return published.year


def _approximate(year: int, number: int, day: int) -> date:
    return date(year, number, 1) + timedelta(day - 1)


def year_said(phrase: Phrase, anchor: Anchor) -> int | None:
    """The year that the phrase gives in figures, or relative to publication ("last year")."""
    if (year := phrase.year()) is not None:
        return year
    direction = phrase.integer("DIRECTION")
    if direction is None or anchor.published is None:
        return None
    return anchor.published.year + direction


def month_year(phrase: Phrase, anchor: Anchor) -> str | None:
    """A month of a year that the phrase names."""
    number, year = phrase.integer("MONTH"), year_said(phrase, anchor)
    return month(year, number) if number is not None and year is not None else None


def bare_month(phrase: Phrase, anchor: Anchor) -> str | None:
    """A month alone, or last, this, next with its name."""
    number, published = phrase.integer("MONTH"), anchor.published
    if number is None or published is None:
        return None
    ahead = (number - published.month) % 12
    direction = phrase.integer("DIRECTION")
    if direction == -1:
        back = ahead - 12
        just_past = published.month + back > 0 and back >= -JUST_PAST
        return month(published.year, published.month + back - (12 if just_past else 0))
    if direction == 1:
        return month(published.year, published.month + (ahead or 12))
    if direction == 0:
        return month(published.year, number)
    tense, named = anchor.tense(), anchor.year_of(number)
    if named is not None and tense != "future" and not (tense == "past" and (named, number) > _month_of(published)):
        return month(named, number)
    if tense != "future" and ahead > (0 if tense == "past" else AHEAD_MONTHS):
        ahead -= 12
    return month(published.year, published.month + ahead)


def _month_of(day: date) -> tuple[int, int]:
    return day.year, day.month


def weekday(phrase: Phrase, anchor: Anchor) -> str | None:
    """A day of the week: the most recent one, or the coming one after a verb in the future tense or "next"."""
    number, published = phrase.integer("WEEKDAY"), anchor.published
    if number is None or published is None:
        return None
    back = (published.isoweekday() - number) % WEEK
    direction = phrase.integer("DIRECTION")
    if direction == -1:
        back = back or WEEK
    elif direction == 1 or (direction is None and back and anchor.tense() == "future"):
        back -= WEEK
    return (published - timedelta(back)).isoformat()


def day_name(phrase: Phrase, anchor: Anchor) -> str | None:
    """Yesterday, today, tomorrow; the day itself where the phrase has only a part of it ("tonight")."""
    if anchor.published is None:
        return None
    return (anchor.published + timedelta(phrase.integer("DAY-NAME") or 0)).isoformat()


def named_day(phrase: Phrase, anchor: Anchor) -> str | None:
    """A day of history that goes by its date; none that was still to come."""
    value = phrase.meaning("NAMED-DAY") or phrase.vocabulary.meaning(
        "ATTACK-DAY", f"{phrase.integer('MONTH')}-{phrase.day()}"
    )
    if value is None or (anchor.published is not None and value > anchor.published.isoformat()):
        return month_day(phrase, anchor)
    return value


def day_of_month(phrase: Phrase, anchor: Anchor) -> str | None:
    """A bare "the 16th": of the month last spoken of, else of the latest month in which it has passed."""
    day, reference = phrase.day(), anchor.near("M")
    if day is None or reference is None:
        return None
    return _checked(f"{reference.year:04}-{reference.month:02}-{day:02}")


def year(phrase: Phrase, anchor: Anchor) -> str | None:
    """A year in figures or words."""
    if figures := "".join(filter(str.isdigit, phrase.text("FISCAL"))):
        return "20"[: 4 - len(figures)] + figures
    number = phrase.year()
    return f"{number:04}" if number is not None else None


def year_span(phrase: Phrase, anchor: Anchor) -> str | None:
    """Two years in one: "2009–10"; "2018-06" is a month, though."""
    figures = "".join(filter(str.isdigit, phrase.span.text))
    first, last = figures[:4], figures[4:]
    last = first[: 4 - len(last)] + last
    if int(first) < int(last) <= int(first) + CENTURY:
        return f"{first}/{last}"
    return _checked(f"{first}-{figures[4:]}")


def stretch_year(phrase: Phrase, anchor: Anchor) -> str | None:
    """Mid-2016, mid-1990s: the whole year or decade."""
    figures = "".join(filter(str.isdigit, phrase.text("STRETCHNUM")))
    return figures[:3] if phrase.text("STRETCHNUM").endswith("s") else figures


def day_span(phrase: Phrase, anchor: Anchor) -> str | None:
    """June 2–4: from the first to the last day."""
    first, _, last = phrase.text("DAYSPAN").replace("-", "–").partition("–")
    ends = [month_day(phrase.with_day(day), anchor) for day in (first, last)]
    return "/".join(end for end in ends if end) if all(ends) else None


def decade(phrase: Phrase, anchor: Anchor) -> str | None:
    """The 1960s, the '60s, the sixties."""
    if (name := phrase.integer("DECADE-NAME")) is not None:
        return f"{_century_of(10 * name):02}{name}"
    figures = "".join(filter(str.isdigit, phrase.text("DECADENUM") or phrase.text("DECADESHORT")))
    if len(figures) == len("60"):
        return f"{_century_of(int(figures)):02}{figures[0]}"
    return figures[:3] or None


def _century_of(two_digits: int) -> int:
    return 20 if two_digits < PIVOT else 19


def century(phrase: Phrase, anchor: Anchor) -> str | None:
    """The nineteenth century: 18, the years 1800-1899."""
    ordinal = phrase.ordinal()
    return f"{ordinal - 1:02}" if ordinal is not None and 1 <= ordinal <= CENTURY else None


def quarter_of(phrase: Phrase, anchor: Anchor) -> str | None:
    """A numbered quarter: of the year named, else the latest one that has begun."""
    number = phrase.ordinal() or phrase.integer("QUARTER-CODE")
    if number is None or not 1 <= number <= 4:  # noqa: PLR2004 - quarters
        return None
    year = year_said(phrase, anchor)
    published = anchor.published
    if year is None and published is not None:
        begun = (published.month + 2) // 3
        year = published.year if number <= begun or anchor.tense() == "future" else published.year - 1
    return quarter(year, number) if year is not None else None


def half_of(phrase: Phrase, anchor: Anchor) -> str | None:
    """The first or second half of a year."""
    number = phrase.ordinal() or 2
    year = year_said(phrase, anchor)
    if year is None and anchor.published is not None:
        year = anchor.published.year
    return f"{year:04}-H{number}" if year is not None and number in {1, 2} else None


def season(phrase: Phrase, anchor: Anchor) -> str | None:
    """A season: of the year named, else the latest one that has begun; "last" and "next" keep off the present one."""
    name, published = phrase.meaning("SEASON"), anchor.published
    if name is None:
        return None
    if "YEAR" in phrase:
        return f"{phrase.year():04}-{name}"
    if published is None:
        return None
    year, direction = published.year, phrase.integer("DIRECTION")
    begun = published.month >= SEASON_STARTS[name]
    if direction == 1 or (direction is None and anchor.tense() == "future"):
        year += begun
    elif direction != 0:
        present = days(f"{year:04}-{name}")
        running = begun and present is not None and published <= present[1]
        year -= not begun or (running and direction == -1)
    return f"{year:04}-{name}"


def week_of(phrase: Phrase, anchor: Anchor) -> str | None:
    """The week that holds a day: "the week of March 3"."""
    day = days(month_day(phrase, anchor))
    return week(day[0]) if day else None


def _checked(value: str) -> str | None:
    return value if days(value) else None
