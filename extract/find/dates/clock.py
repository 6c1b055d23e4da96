"""Resolvers of times: parts of a day and times by the clock, on the day that the phrase or the text before it names."""

import re
from datetime import timedelta

from extract.find.dates.anchor import Anchor
from extract.find.dates.context import is_line
from extract.find.dates.days import day_name, full_date, month_day, weekday
from extract.find.dates.holidays import holiday
from extract.find.dates.numbers import number
from extract.find.dates.phrase import Phrase
from extract.find.dates.relative import neighbour_weekday
from extract.find.dates.values import days, stepped

NOON = 12
MINUTES = 60
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?\s*([ap])?")
_DAY_BEGINS, _DAY_ENDS = "00:00", "24:00"
UNKNOWN_DAY = "XXXX-XX-XX"


def day_of(phrase: Phrase, anchor: Anchor) -> str | None:
    """The day that the phrase names beside the time, if it names one."""
    if "MONTH" in phrase:
        return full_date(phrase, anchor) if "YEAR" in phrase else month_day(phrase, anchor)
    if "WEEKDAY" in phrase:
        return neighbour_weekday(phrase, anchor) if "NEIGHBOUR" in phrase else weekday(phrase, anchor)
    return day_name(phrase, anchor) if "DAY-NAME" in phrase else None


def beside_day(phrase: Phrase, anchor: Anchor) -> str | None:
    """The day before yesterday, the day after Christmas."""
    day = days(holiday(phrase, anchor) if "HOLIDAY" in phrase else day_of(phrase, anchor))
    steps = phrase.integer("SEQUENCE")
    return stepped(day[0], "D", steps) if day is not None and steps is not None else None


def part_of_day(phrase: Phrase, anchor: Anchor) -> str | None:
    """Friday morning, tomorrow night; "this morning" is of the day of publication."""
    day = day_of(phrase, anchor)
    if day is None and "DIRECTION" in phrase and anchor.published is not None:
        day = _beside(phrase, anchor)
    part = phrase.meaning("PART")
    return f"{day}T{part}" if day is not None and part is not None else None


def _beside(phrase: Phrase, anchor: Anchor) -> str | None:
    today = anchor.today()
    return (today + timedelta(phrase.integer("DIRECTION") or 0)).isoformat() if today is not None else None


def part_spoken_of(phrase: Phrase, anchor: Anchor) -> str | None:
    """That night, the next morning, the night before: of the day last spoken of or the one beside it."""
    part, reference = phrase.meaning("PART"), anchor.near("D")
    if part is None or reference is None:
        return None
    steps = phrase.integer("NEIGHBOUR", "SEQUENCE") or 0
    value = f"{(reference + timedelta(steps)).isoformat()}T{part}"
    return None if anchor.is_to_come(value) and anchor.tense() == "past" else value


def tonight(phrase: Phrase, anchor: Anchor) -> str | None:
    """Tonight, overnight."""
    today = anchor.today()
    return f"{today.isoformat()}TNI" if today is not None else None


def clock(phrase: Phrase, anchor: Anchor) -> str | None:
    """A time by the clock; one that heads a paragraph, as in a log of the day, is of the day of publication."""
    time, day = clock_time(phrase), day_of(phrase, anchor)
    if time is None:
        return None
    told = anchor.published if is_line(phrase.span) else anchor.begun()
    if day is None and told is not None and not anchor.recurs(phrase.span.start):
        if time == _DAY_ENDS and told == anchor.published and anchor.tense() == "past":
            time = _DAY_BEGINS  # the midnight that is over
        day = (told + timedelta(phrase.integer("NEIGHBOUR") or 0)).isoformat()
    return f"{day or UNKNOWN_DAY}T{time}{phrase.meaning('ZONE') or ''}"


def clock_time(phrase: Phrase) -> str | None:
    """The time as `16:45`; None if no clock shows it."""
    if (named := phrase.meaning("NOON")) is not None:
        return named
    if military := phrase.text("MILITARY"):
        return _on_clock(int(military[:2]), int(military[2:]), None, None) if len(military) == len("1830") else None
    if "CLOCK" in phrase or "CLOCK-HALF" in phrase:
        match = _CLOCK.match(phrase.text("CLOCK") or phrase.text("CLOCK-HALF"))
        if match is None:
            return None
        hour, minute = int(match[1]), int(match[2] or 0)
        half = f"{match[3]}M".upper() if match[3] else phrase.meaning("HALFDAY")
    else:
        hour, minute = int(number(phrase.slots.get("HOUR", []), phrase.vocabulary) or -1), 0
        half = phrase.meaning("HALFDAY")
    return _on_clock(hour, minute, half, phrase.meaning("PART"))


def _on_clock(hour: int, minute: int, half: str | None, part: str | None) -> str | None:
    if half is None and part is not None:
        half = "AM" if part == "MO" else "PM"
    if half is not None and hour > NOON:
        half = None
    if half == "PM" and hour < NOON:
        hour += NOON
    elif half == "AM" and hour == NOON:
        hour = 0
    return f"{hour:02}:{minute:02}" if 0 <= hour <= 2 * NOON and minute < MINUTES else None
