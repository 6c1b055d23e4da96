"""What the person at the terminal learns of a run: errors and warnings as they come, progress, one line at the end."""

import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from extract.batch.error_file import ErrorFile
from extract.batch.outcome import Outcome
from extract.errors import InputError, printable

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class Report:
    """Counts the outcomes of a run and tells of them on standard error.

    Args:
        errors: a file for the errors as JSON lines.
        quiet: errors only. verbose: also what was assumed.
    """

    def __init__(self, errors: str | None = None, *, quiet: bool = False, verbose: bool = False) -> None:
        self.articles = 0
        self.facts = 0
        self.failed = 0
        self.resumed = 0
        self.undated = 0
        self._quiet = quiet
        self._verbose = verbose
        self._began = time.monotonic()
        self._errors_path = errors
        self._errors: ErrorFile | None = None
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    def take(self, outcome: Outcome) -> None:
        """Counts an outcome and tells what the user must know of it."""
        if outcome.article is not None:
            self.articles += 1
            self.facts += len(outcome.lines)
            self.undated += outcome.article.published is None
        if outcome.error is not None:
            self._fail(outcome.error)
        for text in (*(() if self._quiet else outcome.warnings), *(outcome.notes if self._verbose else ())):
            self.say(text)
        self._advance()

    def skip(self) -> None:
        """Counts an article that an earlier run finished."""
        self.resumed += 1
        self._advance()

    def _fail(self, error: InputError) -> None:
        self.failed += 1
        self.say(str(error))
        if self._errors is not None:
            self._errors.write(error)

    def say(self, text: str) -> None:
        """One line on standard error, above the progress bar."""
        line = printable(f"extract: {text}")
        if self._progress is not None:
            self._progress.console.print(line, markup=False, highlight=False, soft_wrap=True)
        else:
            with suppress(OSError):  # nobody reads standard error
                sys.stderr.write(f"{line}\n")
                sys.stderr.flush()

    def note(self, text: str) -> None:
        """A line for those who asked for --verbose."""
        if self._verbose:
            self.say(text)

    def start(self, count: Callable[[], int] | None) -> None:
        """Opens the file of errors, and shows a progress bar for more than one article on a terminal.

        `count` tells their number, None where they can't be counted beforehand.

        Raises:
            OutputError: the file of errors can't be written.
        """
        self._errors = ErrorFile(self._errors_path) if self._errors_path is not None else None
        if self._quiet or not sys.stderr.isatty() or (total := count() if count is not None else None) == 1:
            return
        from extract.batch.progress import bar  # noqa: PLC0415 - Rich is slow to import

        self._progress = bar()
        self._task = self._progress.add_task("", total=total, facts=0)
        self._progress.start()

    def _advance(self) -> None:
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, advance=1, facts=self.facts)

    def stop(self) -> None:
        """Takes the progress bar away and closes the file of errors."""
        if self._progress is not None:
            self._progress.stop()
            self._progress = None
        if self._errors is not None:
            self._errors.close()

    def summary(self) -> None:
        """What was done, in one line for more than one article; and once, that articles have no date."""
        if self._quiet:
            return
        if self.undated:
            self.say(_undated(self.undated, self.articles))
        inputs = self.articles + self.failed + self.resumed
        if self.failed and inputs > 1:
            rest = inputs - self.failed
            self.say(f"{self.failed:,} of {inputs:,} inputs failed; the facts of the other {rest:,} are complete.")
        if inputs > 1 or self._verbose:
            self.say(self._done(time.monotonic() - self._began))

    def _done(self, seconds: float) -> str:
        earlier = f" and {self.resumed:,} from the journal" if self.resumed else ""
        rate = f", {self.articles / seconds:,.1f}/s" if seconds > 1 else ""
        return f"{_count(self.articles, 'article')}{earlier}, {_count(self.facts, 'fact')} in {seconds:,.1f} s{rate}."


def _undated(undated: int, articles: int) -> str:
    which = "the article has" if articles == 1 else f"{_count(undated, 'article')} of {articles:,} have"
    return f"{which} no publication date: relative dates get no calendar value (give --date YYYY-MM-DD)"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
