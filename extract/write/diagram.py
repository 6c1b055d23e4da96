"""Who demands what of whom, laid out for SVG in three columns: demanders, what they want, addressees.

Units are those of the view box: one is a CSS pixel at full size.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.write.legible import line

SIDE, MIDDLE, GAP = 176, 336, 64  # widths of an outer box, of a middle one and of the space between
LINE, PADDING, SPACE = 17, 8, 10  # heights of a line of text, inside a box and between boxes
NAME, CONTENT = 22, 44  # characters that fit on a line of an outer and of a middle box
NOBODY, ANYBODY = "somebody", "anybody"


@dataclass(frozen=True, slots=True)
class Link:
    """One demand, or several of one pair: who, what and whom, and the fragments of the page that show each."""

    who: str | None
    what: str
    whom: str | None
    href: str
    who_href: str | None = None
    whom_href: str | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with lines of text; `full` is the text uncut."""

    x: float
    y: float
    width: float
    lines: list[str]
    full: str
    kind: str
    href: str | None

    @property
    def height(self) -> float:
        """Enough for the lines."""
        return len(self.lines) * LINE + 2 * PADDING

    @property
    def baselines(self) -> list[tuple[float, str]]:
        """Each line with the height of its letters' foot."""
        return [(self.y + PADDING + LINE * number + 13, text) for number, text in enumerate(self.lines)]

    @property
    def middle(self) -> float:
        """The height of its centre."""
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Diagram:
    """Boxes and the curves between them, in a view box of `width` and `height`."""

    width: float
    height: float
    boxes: list[Box]
    curves: list[str]


def diagram(links: Sequence[Link]) -> Diagram | None:
    """The layout of the links from top to bottom in their order, or None where there are none."""
    if not links:
        return None
    middles = _stack(links)
    left = _side([link.who or NOBODY for link in links], [link.who_href for link in links], middles, 0)
    right_x = SIDE + MIDDLE + 2 * GAP
    right = _side([link.whom or ANYBODY for link in links], [link.whom_href for link in links], middles, right_x)
    curves = []
    for link, box in zip(links, middles, strict=True):
        curves.append(_curve(SIDE, left[link.who or NOBODY].middle, box.x, box.middle))
        curves.append(_curve(box.x + MIDDLE, box.middle, right_x, right[link.whom or ANYBODY].middle))
    boxes = [*left.values(), *middles, *right.values()]
    height = max(box.y + box.height for box in boxes) + 1
    return Diagram(right_x + SIDE + 1, height, boxes, curves)


def _stack(links: Iterable[Link]) -> list[Box]:
    boxes: list[Box] = []
    y = 1.0
    for link in links:
        box = Box(SIDE + GAP, y, MIDDLE, _folded(link.what, CONTENT), line(link.what), "what", link.href)
        boxes.append(box)
        y += box.height + SPACE
    return boxes


def _side(names: list[str], hrefs: list[str | None], rows: list[Box], x: float) -> dict[str, Box]:
    """One box a name, each as near as can be to the middle of its rows, without overlap."""
    heights: dict[str, list[float]] = {}
    links: dict[str, str | None] = {}
    for name, href, row in zip(names, hrefs, rows, strict=True):
        heights.setdefault(name, []).append(row.middle)
        links[name] = links.get(name) or href
    boxes: dict[str, Box] = {}
    floor = 1.0
    for name in sorted(heights, key=lambda n: sum(heights[n]) / len(heights[n])):
        lines = _folded(name, NAME)
        tall = len(lines) * LINE + 2 * PADDING
        y = max(floor, sum(heights[name]) / len(heights[name]) - tall / 2)
        boxes[name] = Box(x, y, SIDE, lines, line(name), "who", links[name])
        floor = y + tall + SPACE
    return boxes


def _folded(text: str, width: int) -> list[str]:
    """The text on at most two lines of `width` characters, cut with an ellipsis."""
    flat = line(text, 2 * width - 4)
    if len(flat) <= width:
        return [flat]
    head = flat[: width + 1].rpartition(" ")[0] or flat[:width]
    return [head, line(flat[len(head) :], width)]


def _curve(x1: float, y1: float, x2: float, y2: float) -> str:
    """An S from one side to the other, as an SVG path."""
    bend = (x1 + x2) / 2
    return f"M{x1:.0f} {y1:.1f}C{bend:.0f} {y1:.1f} {bend:.0f} {y2:.1f} {x2:.0f} {y2:.1f}"
