"""`--explain`: one article after the other, each with why its facts were found."""

from collections.abc import Sequence
from typing import TextIO

from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from extract.records import Article, BaseRecord
from extract.write.explain import explain
from extract.write.legible import line


class ExplainedSink:
    """Prints the explanations of each article under a rule with its name."""

    def __init__(self, stream: TextIO) -> None:
        self._console = Console(file=stream, highlight=False, markup=False, emoji=False)

    def write(self, article: Article, records: Sequence[BaseRecord]) -> None:
        """Explains the facts of one article."""
        self._console.print(Rule(Text(line(article.id)), align="left"))
        explain(article.text, records, self._console)

    def close(self) -> None:
        """Nothing ends the output."""
