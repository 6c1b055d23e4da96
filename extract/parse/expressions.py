"""The regular expressions of rules. A user's own run with a time limit: `(a|a)+b` would take years on sixty letters."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from extract.errors import RuleError

LIMIT = 0.1  # seconds of processor time on one string; a sound expression needs microseconds
_ADVICE = "a repeated part that fits the same words in several ways, as in (a|a)+, must be written otherwise"


class LimitedExpression:
    """A compiled expression that gives up on a string after `LIMIT`, by the library `regex`; else as `re.Pattern`."""

    def __init__(self, source: str, place: str, flags: int = 0) -> None:
        import regex  # noqa: PLC0415 - few users have expressions of their own

        self._expression = regex.compile(source, flags=flags)
        self._place = place

    @property
    def groupindex(self) -> Mapping[str, int]:
        """Numbers of the named groups."""
        groups: Mapping[str, int] = self._expression.groupindex
        return groups

    def fullmatch(self, string: str) -> re.Match[str] | None:
        """As `re.Pattern.fullmatch`.

        Raises:
            RuleError: it took longer than `LIMIT`.
        """
        with self._limited():
            match: re.Match[str] | None = self._expression.fullmatch(string, timeout=LIMIT)
            return match

    def finditer(self, string: str) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`.

        Raises:
            RuleError: it took longer than `LIMIT`.
        """
        with self._limited():
            yield from self._expression.finditer(string, timeout=LIMIT)

    @contextmanager
    def _limited(self) -> Iterator[None]:
        try:
            yield
        except TimeoutError:
            raise RuleError(f"{self._place}: takes longer than {LIMIT} s on some words: {_ADVICE}") from None


Expression = re.Pattern[str] | LimitedExpression


def compiled(source: str, place: str, flags: int = 0) -> re.Pattern[str]:
    """A built-in expression; `place`, file, rule and field, is for messages.

    Raises:
        RuleError: it is no expression.
    """
    try:
        return re.compile(source, flags)
    except (re.error, OverflowError, RecursionError) as error:
        raise RuleError(f"{place}: {error}") from None


def limited(source: str, place: str, letters: Iterable[str], longest: int, flags: int = 0) -> LimitedExpression:
    """A user's expression, tried on each of the letters over and over before it is used.

    Args:
        source: in the syntax of `re`.
        place: file, rule and field, for messages.
        letters: what it may match.
        longest: letters of the longest string that it will meet.
        flags: as for `re.compile`.

    Raises:
        RuleError: it is no expression, or takes longer than `LIMIT` on such a string.
    """
    compiled(source, place, flags)
    expression = LimitedExpression(source, place, flags)
    alphabet = "".join(sorted(set(letters)))
    for letter in alphabet:
        for end in ("", f"\n{alphabet}"):  # all that it may need is there, but not at its place: it tries all ways
            for _ in expression.finditer(letter * (longest - 1) + end):
                pass
    return expression
