"""What can go wrong for a user, in one line each, with the exit code of the command."""

from typing import ClassVar


class ExtractError(Exception):
    """A user's mistake or a bad input: says what is wrong, where, and what to do."""

    exit_code: ClassVar[int] = 2


class UsageError(ExtractError):
    """Options or settings that make no sense."""


class InputError(ExtractError):
    """One input can't be read; the others still can.

    Args:
        place: the input, with the line where it has some ("wire.jsonl:12").
        kind: a word for programs to count by ("missing", "empty", "binary", …).
        message: what is wrong and what to do.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, place: str, kind: str, message: str) -> None:
        super().__init__(place, kind, message)  # all three, so that the error survives pickling
        self.place = place
        self.kind = kind
        self.message = message

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


class OutputError(ExtractError):
    """The facts can't be written."""

    exit_code: ClassVar[int] = 1


class ClusterError(ExtractError):
    """The machines of a cluster can't be reached any more."""

    exit_code: ClassVar[int] = 1


class ReaderGoneError(ExtractError):
    """Whoever read the output has enough of it (`| head -1`): not worth a word."""

    exit_code: ClassVar[int] = 0


class RunInterruptedError(ExtractError):
    """The user, or the system, ended the run."""

    exit_code: ClassVar[int] = 130


class RuleError(ExtractError):
    """Rules that don't load: every fault of the set, one a line."""


class ModelError(ExtractError):
    """The spaCy pipeline asked for is missing or lacks a part."""


def printable(text: str) -> str:
    """The text with control characters spelt out: file names, rules and articles may hold some."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode("ascii") for c in text)
