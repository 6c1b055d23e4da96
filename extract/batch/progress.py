"""The progress bar on standard error."""

import sys

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text


class Rate(ProgressColumn):
    """Articles a second since the start: the speed of the moment jumps with every batch."""

    def render(self, task: Task) -> Text:
        """The rate, empty while it is unknown."""
        return Text(f"{task.completed / task.elapsed:,.1f}/s" if task.completed and task.elapsed else "")


def bar() -> Progress:
    """Articles, facts, rate and time left."""
    return Progress(
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("articles · {task.fields[facts]:,} facts ·"),
        Rate(),
        TextColumn("·"),
        TimeRemainingColumn(),
        console=Console(file=sys.stderr),
        transient=True,
    )
