"""When an article was published: from its own field, else from a dateline in its first lines.

A dateline without a year ("LIMA, June 2 –") fixes no calendar day and is not used: guessing the year
would put every relative date of the article into a year that nobody gave.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = rf"(?P<month>(?:{_MONTHS})|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?,?\s+"
_NAMED = (rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}", rf"{_DAY}\s+{_MONTH},?\s+{_YEAR}")
_LABEL = r"(?:(?:first\s+)?(?:published|posted|updated|last\s+updated|date)(?:\s+(?:on|at))?\s*:?\s+)?"
_CLOCK = r"(?:,?\s+(?:at\s+)?\d\d?[:.]\d\d(?:\s*[ap]\.?m\.?)?(?:\s+\(?[A-Z]{2,5}\)?)?)?"
# a line that is nothing but a date
_ALONE = [re.compile(rf"\W*{_LABEL}(?:{_WEEKDAY})?{named}{_CLOCK}\W*", re.IGNORECASE) for named in _NAMED]
# as in: LIMA, Peru, June 2, 2025 (Agency) –; LIMA – 2 June 2025:; Lima, 2 June 2025 –
_CITY = r"(?:[A-Z][A-Z'’.\- ]+(?:,\s+[A-Z][\w'’.\- ]+)?(?:[,:]|\s[-–—])?|[A-Z]\w+(?: [A-Z]\w+){0,2},)"
_DATELINE = [re.compile(rf"{_CITY}\s+(?:{_WEEKDAY})?{named}\s*(?:\([^)]*\))?\s*(?:[-–—:]|$)") for named in _NAMED]
_LINES = 5
_LONGEST_LINE = 80
_LONGEST_DATELINE = 200


def parse(value: str) -> datetime | date:
    """The day or moment that a field names: ISO 8601, RFC 3339, RFC 2822 or a written-out date.

    Raises:
        ValueError: it names none.
    """
    value = value.strip()
    for reader in (date.fromisoformat, datetime.fromisoformat, parsedate_to_datetime):
        try:
            return reader(value)
        except ValueError:
            continue
    if len(value) <= _LONGEST_LINE:
        for pattern in _ALONE:
            if match := pattern.fullmatch(value):
                return _day(match)
    raise ValueError(f"{value[:_LONGEST_LINE]!r} is no date")


def dateline(text: str) -> date | None:
    """The day that the first lines of an article give as its own, or None."""
    lines = [line.strip() for line in text[:2000].splitlines() if line.strip()][:_LINES]
    for line in lines:
        match = next(_datelines(line), None)
        if match is not None:
            try:
                return _day(match)
            except ValueError:
                continue
    return None


def _datelines(line: str) -> Iterator[re.Match[str]]:
    if len(line) <= _LONGEST_LINE:
        yield from filter(None, (pattern.fullmatch(line) for pattern in _ALONE))
    yield from filter(None, (pattern.match(line, 0, _LONGEST_DATELINE) for pattern in _DATELINE))


def _day(match: re.Match[str]) -> date:
    month = next(number for number, name in enumerate(_MONTHS.split("|"), 1) if name[:3] == match["month"][:3].title())
    return date(int(match["year"]), month, int(match["day"]))
