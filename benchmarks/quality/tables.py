"""Measures as Markdown tables, in percent."""

from collections.abc import Sequence

from benchmarks.quality.measures import Measures


def table(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table: first column to the left, figures to the right."""
    rule = ["---", *["---:" for _ in heading[1:]]]
    return "\n".join("| " + " | ".join(row) + " |" for row in [heading, rule, *rows])


def tables(measures: Measures) -> str:
    """Precision, recall and F1 of all tallies, then the accuracy of all shares."""
    tallies = [
        [name, *(f"{100 * value:.1f}" for value in (tally.precision, tally.recall, tally.f1)), str(tally.gold)]
        for name, tally in measures.tallies.items()
    ]
    shares = [[name, f"{100 * share.accuracy:.1f}", str(share.of)] for name, share in measures.shares.items()]
    parts = [table(["", "P", "R", "F1", "gold"], tallies)]
    if shares:
        parts.append(table(["of the matches", "right", "of"], shares))
    return "\n\n".join(parts)
