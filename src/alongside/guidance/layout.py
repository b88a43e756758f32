"""Places the boxes of a flowchart in one column, and the ways past other boxes in lanes beside it.

Lengths are units of the drawing, 360 wide; shown at 343 CSS pixels (a telephone) a text of size 13 is 12.4
pixels high. A box is as high as its lines. A way to the next box goes straight down; a way past other boxes
leaves at the side where its label stands and goes down a lane: to an end on the left, onward on the right. Ways
to the same box share a lane, and lanes are shared where they do not overlap, the shorter nearer to the boxes.
"""

from dataclasses import dataclass
from enum import StrEnum

from alongside.guidance.blocks import Block, Link

WIDTH = 360
LANE = 14  # between two lanes, and from a box to its first lane
MARGIN = 6
TOP = 8
LINE = 19
PADDING = 9
GAP, GAP_WITH_LABEL = 24, 34  # between two boxes
INSET = 11  # from the side of a box to the label of a way that leaves there
NARROW, HALF, WIDE = "ijl.,:;'’|!I()[] ", "frt/-", "mwMW%"


class Side(StrEnum):
    """Where a way leaves its box."""

    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Box:
    """A placed box: its left upper corner and size, the base lines of its text, and where ways come in."""

    x: float
    y: float
    width: float
    height: float
    lines_at: tuple[float, ...]
    entry_at: float

    @property
    def middle(self) -> float:
        """The middle of the box from left to right."""
        return self.x + self.width / 2

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Route:
    """A placed way: where it leaves, its label's height, and the lane it takes (None straight down)."""

    link: Link
    side: Side
    leaves_at: float
    lane_at: float | None


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything placed. `height` is that of the boxes with their margins."""

    boxes: tuple[Box, ...]
    routes: tuple[Route, ...]
    left: float
    right: float
    height: float


def width_of(text: str, *, size: float) -> float:
    """About how wide a text is, a little on the safe side; no font is needed to draw."""
    return sum(_width(letter) for letter in text) * size


def _width(letter: str) -> float:
    if letter in NARROW:
        return 0.32
    if letter in HALF:
        return 0.42
    if letter in WIDE:
        return 0.9
    return 0.68 if letter.isupper() else 0.57


def wrapped(text: str, *, room: float, size: float) -> tuple[str, ...]:
    """The text in lines that fit into `room`; a word longer than a line stands alone."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width_of(longer, size=size) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return tuple(lines)


def side_of(link: Link, blocks: tuple[Block, ...]) -> Side:
    """Down to the next box; left to an end; right to a later box."""
    if link.end == link.start + 1:
        return Side.DOWN
    return Side.LEFT if blocks[link.end].is_end else Side.RIGHT


def side_rows(links: list[Link], blocks: tuple[Block, ...], *, room: float) -> tuple[tuple[Link, ...], ...]:
    """The side ways of one box in rows: a left and a right one share a row where both labels fit."""
    rows: list[tuple[Link, ...]] = []
    for link in (link for link in links if side_of(link, blocks) is not Side.DOWN):
        if rows and _share_a_row(rows[-1], link, blocks, room=room):
            rows[-1] = (*rows[-1], link)
        else:
            rows.append((link,))
    return tuple(rows)


def _share_a_row(row: tuple[Link, ...], link: Link, blocks: tuple[Block, ...], *, room: float) -> bool:
    if len(row) > 1 or side_of(row[0], blocks) is side_of(link, blocks):
        return False
    return width_of(row[0].label + link.label, size=13) + 6 * INSET < room


def lanes(links: tuple[Link, ...], blocks: tuple[Block, ...], *, side: Side) -> dict[int, int]:
    """For each box reached from this side, the number of its lane; 0 is nearest to the boxes."""
    spans: dict[int, int] = {}
    for link in links:
        if side_of(link, blocks) is side:
            spans[link.end] = min(link.start, spans.get(link.end, link.start))
    taken: list[list[tuple[int, int]]] = []
    lane_of: dict[int, int] = {}
    for end, start in sorted(spans.items(), key=lambda span: (span[0] - span[1], span[0])):
        number = next((n for n, lane in enumerate(taken) if _is_free(lane, start, end)), len(taken))
        if number == len(taken):
            taken.append([])
        taken[number].append((start, end))
        lane_of[end] = number
    return lane_of


def _is_free(lane: list[tuple[int, int]], start: int, end: int) -> bool:
    return all(end <= other_start or other_end <= start for other_start, other_end in lane)


def place(blocks: tuple[Block, ...], links: tuple[Link, ...], *, lines: tuple[int, ...]) -> Plan:
    """Place everything. `lines`: how many lines of text each block shows above its side ways."""
    left_lanes, right_lanes = (lanes(links, blocks, side=side) for side in (Side.LEFT, Side.RIGHT))
    left, right = (
        MARGIN + LANE * (max(found.values(), default=-1) + 1) for found in (left_lanes, right_lanes)
    )
    boxes: list[Box] = []
    routes: list[Route] = []
    top: float = TOP
    for number in range(len(blocks)):
        ways = [link for link in links if link.start == number]
        rows = side_rows(ways, blocks, room=WIDTH - left - right)
        height = 2 * PADDING + LINE * (lines[number] + len(rows))
        lines_at = tuple(top + PADDING + LINE * n + 14 for n in range(lines[number]))
        boxes.append(Box(left, top, WIDTH - left - right, height, lines_at, top + PADDING + LINE / 2))
        for row_number, row in enumerate(rows):
            leaves_at = top + PADDING + LINE * (lines[number] + row_number + 0.5)
            for link in row:
                side = side_of(link, blocks)
                lane = left - LANE * (left_lanes[link.end] + 1) if side is Side.LEFT else None
                if lane is None:
                    lane = WIDTH - right + LANE * (right_lanes[link.end] + 1)
                routes.append(Route(link, side, leaves_at, lane))
        down = [link for link in ways if side_of(link, blocks) is Side.DOWN]
        routes += [Route(link, Side.DOWN, top + height, None) for link in down]
        top += height + (GAP_WITH_LABEL if down and blocks[number].is_choice else GAP)
    return Plan(tuple(boxes), tuple(routes), left, right, boxes[-1].bottom + TOP)
