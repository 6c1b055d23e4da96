"""No regular expression of the code may take more than linear time, on whatever text."""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import pytest

import extract
from extract.errors import ExtractError
from extract.read.published import parse

LENGTH = 40_000
RATIO = 2.6  # of the time for twice the text; quadratic expressions need four times as much
NOISE = 0.05  # seconds of processor time in which no ratio can be measured
ROUNDS = 4  # as other processes may slow one down
TEXTS = [
    "a", "A", "1", " ", "\n", "\t", "-", "(", '"', "“", "'", "<", ".", "@", "é", "_",
    "a ", "A ", "A, ", "A-", "1-", "1,", "1.", "1 ", "a.", ". ", "'s ", " \n", "\r\n", "Aa ", "AA ", "aA", "$1",
    "May 1, ", "<a ", "&a;", "said ", "A: ", "-- ", "P1", "2020-", "http://a/", "(a", "``", "''", "\x00",
]  # fmt: skip
ENDS = ["", "!", "\n"]
# characters at most where an expression only ever meets so many
SHORT = {
    "extract.find.entities.labels.CAMEL": 500,  # a word
    "extract.read.published._ALONE": 80,
    "extract.read.published._DATELINE": 200,
    "extract.write.table._PADDING": 1_000,  # a line of a terminal
}


def expressions() -> Iterator[tuple[str, re.Pattern[str]]]:
    """All compiled expressions for text that stand in a module, with their places."""
    for module in pkgutil.walk_packages(extract.__path__, "extract."):
        if module.name.endswith("__main__"):
            continue
        try:
            names = vars(importlib.import_module(module.name))
        except (ImportError, ExtractError):
            continue  # an extra that is not installed
        for name, value in names.items():
            for part in value if isinstance(value, list | tuple) else [value]:
                if isinstance(part, re.Pattern) and isinstance(part.pattern, str):
                    yield f"{module.name}.{name}", part


def seconds(expression: re.Pattern[str], text: str) -> float:
    """Processor time to search a text through, and to match it as a whole."""
    start = time.process_time()
    for _ in expression.finditer(text):
        pass
    expression.fullmatch(text)
    return time.process_time() - start


@pytest.mark.parametrize(("place", "expression"), [pytest.param(*found, id=found[0]) for found in expressions()])
def test_linear(place: str, expression: re.Pattern[str]) -> None:
    length = SHORT.get(place, LENGTH)
    for text, half in ((unit * (length // len(unit)) + end, length // 2) for unit in TEXTS for end in ENDS):
        whole = seconds(expression, text)
        if whole >= NOISE:
            assert place not in SHORT, f"{text[:9]!r} over and over"
            ratios = (seconds(expression, text) / seconds(expression, text[half:]) for _ in range(ROUNDS))
            assert min(ratios) < RATIO, f"{text[:9]!r} over and over"


@pytest.mark.parametrize("sign", ["-", " -", ",", "May ", "June 1, ", "(", "\0"])
def test_a_publication_date_without_end_is_refused_at_once(sign: str) -> None:
    start = time.process_time()
    with pytest.raises(ValueError, match="is no date"):
        parse(sign * 100_000)
    assert time.process_time() - start < 1
