"""Why each demand and quote was found: its sentence with the parts marked, and the rule that made it.

On a terminal the parts are told by colour; everywhere each part also stands on a line of its own.
Article text goes into Rich as `Text`, never as markup, and without control characters.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from extract.records import BaseRecord, Demand, Offsets, Part, Quote, Reference
from extract.write.legible import clean, line

REACH = 300  # characters of context on either side, at most
STYLES = {
    "cue": "bold yellow",
    "wanted": "green",
    "said": "green",
    "actor": "cyan",
    "speaker": "cyan",
    "addressee": "magenta",
    "reported by": "blue",
}
_ENDS = re.compile(r"(?<=[.!?])[”’\"')\]]*\s+|\n+")
Role = tuple[str, Part]


def explain(text: str, records: Sequence[BaseRecord], console: Console) -> None:
    """Prints each demand and quote of one article, in the order of the text, with what made it."""
    blocks = list(explanations(text, records)) or [Text("No demands or quotes found.", "dim")]
    console.print(Group(*blocks))


def explanations(text: str, records: Iterable[BaseRecord]) -> Iterator[RenderableType]:
    """One block a demand or quote: what it is and by which rule, its sentence, its parts."""
    for record in records:
        if isinstance(record, Demand | Quote):
            yield _headline(record)
            yield Padding(Group(passage(text, record), _parts(record)), (0, 0, 1, 2))


def roles(record: Demand | Quote) -> list[Role]:
    """The parts of a record by the roles that they play in it; those that the text leaves out are left out here."""
    content = Part(text=record.text, spans=record.spans)
    if isinstance(record, Demand):
        named = [("cue", record.cue), ("wanted", content), ("actor", record.actor), ("addressee", record.addressee)]
        named.append(("reported by", record.reported_by))
    else:
        named = [("cue", record.cue), ("said", content), ("speaker", record.speaker), ("addressee", record.addressee)]
    return [(role, part) for role, part in named if part is not None]


def passage(text: str, record: Demand | Quote) -> Text:
    """The sentences of the text that hold the record, each part in the style of its role."""
    near = [(role, span) for role, part in roles(record) for span in part.spans if _is_near(span, record)]
    start, end = _window(text, [span for _, span in near])
    shown = Text()
    for first, last, style in _stretches(near, start, end):
        shown.append(clean(text[first:last]).replace("\n", " "), style)
    return shown


def _headline(record: Demand | Quote) -> Text:
    traits: list[str] = [record.kind, record.stance] if isinstance(record, Demand) else [record.kind]
    if isinstance(record, Quote) and record.nested:
        traits.append("nested")
    return Text.assemble((record.id, "bold"), " · ", " · ".join(traits), " · by rule ", (record.rule, "italic"))


def _parts(record: Demand | Quote) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    for role, part in roles(record):
        grid.add_row(Text(role, "dim"), Text(_wording(part), STYLES[role]))
    return grid


def _wording(part: Part) -> str:
    """The words, with whom they mean where the words alone do not say it."""
    words = line(part.text)
    meant = line(part.name) if isinstance(part, Reference) else words
    return words if meant == words else f"{words} → {meant}"


def _is_near(span: Offsets, record: Demand | Quote) -> bool:
    """Whether a part stands close enough to the content to be shown with it."""
    return record.spans[0][0] - REACH <= span[0] and span[1] <= record.spans[-1][1] + REACH


def _window(text: str, spans: list[Offsets]) -> Offsets:
    """From the start of the first sentence that holds a span to the end of the last one."""
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    before = max(0, first - REACH)
    starts = [before + found.end() for found in _ENDS.finditer(text[before:first])]
    ahead = _ENDS.search(text, last, last + REACH)
    return (starts[-1] if starts else before), (ahead.start() if ahead else min(len(text), last + REACH))


def _stretches(marked: list[tuple[str, Offsets]], start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The window cut where a part begins or ends; where parts overlap, the shorter one's style shows."""
    edges = sorted({start, end, *(edge for _, span in marked for edge in span if start < edge < end)})
    by_length = sorted(marked, key=lambda role_span: role_span[1][1] - role_span[1][0])
    for first, last in pairwise(edges):
        style = next((STYLES[role] for role, (begin, stop) in by_length if begin <= first and last <= stop), "")
        yield first, last, style
