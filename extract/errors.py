"""What can go wrong for a user, in one line each, with the exit code of the command."""

from typing import ClassVar


class ExtractError(Exception):
    """A user's mistake or a bad input: says what is wrong, where, and what to do."""

    exit_code: ClassVar[int] = 2


class InputError(ExtractError):
    """One input can't be read; the others still can."""

    exit_code: ClassVar[int] = 1


class RuleError(ExtractError):
    """Rules that don't load: every fault of the set, one a line."""


class ModelError(ExtractError):
    """The spaCy pipeline asked for is missing or lacks a part."""
