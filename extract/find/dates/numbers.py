"""Figures and number words as numbers."""

from collections.abc import Iterable

from extract.find.dates.words import Vocabulary

_HUNDRED = 100


def number(words: Iterable[str], vocabulary: Vocabulary) -> float | None:
    """What number words and figures name together: "two and a half" → 2.5, "250,000", "twenty-two", "a hundred"."""
    total, current = 0.0, 0.0
    for word in words:
        if word == "half":
            current += 0.5
        elif (small := vocabulary.meaning("SMALL", word)) is not None:
            current += int(small)
        elif (big := vocabulary.meaning("BIG", word)) is not None:
            current = (current or 1) * int(big)
            if int(big) > _HUNDRED:
                total, current = total + current, 0.0
        elif (figure := _figure(word)) is not None:
            current += figure
    return total + current or None


def _figure(word: str) -> float | None:
    above, slash, below = word.partition("/")
    try:
        return int(above) / int(below) if slash else float(above.replace(",", ""))
    except (ValueError, ZeroDivisionError):
        return None


def year_of(words: list[str], vocabulary: Vocabulary) -> int | None:
    """The year that figures or words spell: "1996", "nineteen ninety-six", "two thousand and five"."""
    if len(words) == 1 and words[0].isdigit():
        return int(words[0])
    if "thousand" in words:
        return _whole(number(words, vocabulary))
    century, rest = number(words[:1], vocabulary), number(words[1:], vocabulary)
    return int(century * _HUNDRED + rest) if century and rest else None


def _whole(value: float | None) -> int | None:
    return int(value) if value is not None else None


def clock_number(value: float) -> str:
    """A number as ISO 8601 writes it: no fraction where it is whole."""
    return str(int(value)) if value == int(value) else f"{value:g}"
