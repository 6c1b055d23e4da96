"""Where a phrase of an annotation stands in its article."""

import re

_GAP = " ... "


class NotFoundError(ValueError):
    """An annotated phrase isn't in the text, or is there more than once with no number given."""


def locate(text: str, phrase: str) -> tuple[int, int]:
    """Offsets `[start, end)` of a phrase in code points.

    `Monday` must stand in the text once, as whole words; `Monday#2` is its second occurrence;
    `We will ... have failed.` runs from the first part to the next occurrence of the last.

    Raises:
        NotFoundError: the phrase is missing, or ambiguous.
    """
    first, gap, last = phrase.partition(_GAP)
    start, end = _occurrence(text, first, phrase)
    if not gap:
        return start, end
    tail = _words(last).search(text, end)
    if tail is None:
        raise NotFoundError(f"{phrase!r}: {last!r} does not follow")
    return start, tail.end()


def _occurrence(text: str, words: str, phrase: str) -> tuple[int, int]:
    plain, mark, number = words.rpartition("#")
    numbered = bool(mark) and number.isdigit()
    found = [match.span() for match in _words(plain if numbered else words).finditer(text)]
    if not numbered and len(found) != 1:
        raise NotFoundError(f"{phrase!r} stands {len(found)} times in the text; number it (phrase#2)")
    if numbered and not 1 <= int(number) <= len(found):
        raise NotFoundError(f"{phrase!r}: only {len(found)} in the text")
    return found[int(number) - 1 if numbered else 0]


def _words(phrase: str) -> re.Pattern[str]:
    before = r"(?<!\w)" if phrase[:1].isalnum() else ""
    after = r"(?!\w)" if phrase[-1:].isalnum() else ""
    return re.compile(before + re.escape(phrase) + after)
