"""Draws the whole flowchart as one accessible SVG, with the path taken and the node where the walk stands.

Colours and shapes are presentation attributes, because the pages' content policy allows no styles in place.
"""

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from alongside.guidance.blocks import Block, Link, asks_for_advice, blocks_of, links_of
from alongside.guidance.describing import describe, summary
from alongside.guidance.layout import (
    INSET,
    LANE,
    LINE,
    MARGIN,
    PADDING,
    TOP,
    WIDTH,
    Box,
    Plan,
    Route,
    Side,
    place,
    wrapped,
)
from alongside.guidance.shapes import Node, Pack
from alongside.guidance.trace import Trace
from alongside.guidance.words import Kind

__all__ = ["describe", "draw", "summary"]

INK, SOFT, DEEP = "#1d2b33", "#51616b", "#083f4a"
PATH, WASH, HERE, QUIET = "#0b5563", "#e6f0f1", "#ffdd00", "#b9b5a9"
FONT = "Atkinson Hyperlegible Next, Arial, sans-serif"
HEADING, TEXT = 14.5, 13
ADVICE_HEIGHT = 2 * PADDING + 2 * LINE
DASHES = ' stroke-dasharray="6 5"'  # around the end that alone can still be reached
DOTS = ' stroke-dasharray="2 4"'  # around the question where two editions part
PARTS_HERE = "the two part here"
BADGE = 18  # across, of the mark "?" on a question that can be answered by seeking advice


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text in a box; `node` where the line stands for one task of a group."""

    text: str
    weight: str = "400"
    size: float = TEXT
    node: str | None = None


def draw(pack: Pack, trace: Trace | None = None, *, parts_at: str | None = None) -> str:
    """The drawing as a standalone SVG, 360 units wide, tall as needed. Its text equivalent is `describe`.

    `parts_at`: the node where this walk and one under another edition part, marked when two are compared.
    """
    blocks = blocks_of(pack)
    links = links_of(pack, blocks)
    told = tuple(_lines(block, trace, parts_at) for block in blocks)
    advice = [node for node in pack.nodes.values() if node.kind is Kind.ADVICE]
    plan = place(blocks, links, lines=tuple(len(lines) for lines in told))
    height = plan.height + (TOP if advice else 0) + len(advice) * (ADVICE_HEIGHT + TOP)
    taken = _taken(blocks, trace)
    name = f"chart-{pack.id}"
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" width="100%" role="img" '
            f'aria-labelledby="{name}-title {name}-desc" font-family="{FONT}">'
        ),
        f'<title id="{name}-title">{escape(pack.short_title)}</title>',
        f'<desc id="{name}-desc">{escape(summary(pack, trace, parts_at=parts_at))}</desc>',
        *_ways(plan, taken=taken),
    ]
    for block, box, lines in zip(blocks, plan.boxes, told, strict=True):
        parts += _box(pack, block, box=box, lines=lines, trace=trace, parts_at=parts_at)
    parts += _labels(plan, taken=taken)
    for number, node in enumerate(advice):
        parts += _advice(node, top=plan.height + TOP + number * (ADVICE_HEIGHT + TOP), trace=trace)
    return "\n".join([*parts, "</svg>", ""])


def _lines(block: Block, trace: Trace | None, parts_at: str | None) -> tuple[Line, ...]:
    """What stands in a box: its question, what was answered, "you are here", and where two editions part."""
    if block.heading is not None:
        tasks = (Line(_task(node, trace, parts_at), node=node.id) for node in block.nodes)
        return (Line(block.heading, "700", HEADING), *tasks)
    if block.is_end:
        head = wrapped(block.nodes[-1].short, room=250, size=HEADING)
        return (
            *(Line(text, "700", HEADING) for text in head),
            *(Line(node.short) for node in block.nodes[:-1]),
        )
    node = block.nodes[0]
    lines = [Line(text, "700", HEADING) for text in wrapped(node.short, room=230, size=HEADING)]
    if trace is not None and trace.current == node.id:
        lines.append(Line("you are here"))
    if parts_at == node.id:
        lines.append(Line(PARTS_HERE, "700"))
    return tuple(lines)


def _task(node: Node, trace: Trace | None, parts_at: str | None) -> str:
    if trace is None:
        return node.short
    if trace.current == node.id:
        return f"{node.short}: you are here"
    if parts_at == node.id:
        return f"{node.short}: {PARTS_HERE}"
    done = any(step.node == node.id and not step.implied for step in trace.steps)
    return f"✓ {node.short}" if done else node.short


def _taken(blocks: tuple[Block, ...], trace: Trace | None) -> Mapping[tuple[int, int], str]:
    """The pairs of blocks between which the walk went, with the answer chosen there (empty: no choice)."""
    if trace is None:
        return {}
    place_of = {node.id: number for number, block in enumerate(blocks) for node in block.nodes}
    said = {step.node: step.answer for step in trace.steps}
    visited = [place_of[node_id] for node_id in trace.path if node_id in place_of]
    pairs = [(one, other) for one, other in itertools.pairwise(visited) if one != other]
    return {pair: _chosen(blocks[pair[0]], said) for pair in pairs}


def _chosen(block: Block, said: Mapping[str, str]) -> str:
    node = block.nodes[0]
    return node.answers[said[node.id]].short if block.is_choice else ""


def _ways(plan: Plan, *, taken: Mapping[tuple[int, int], str]) -> Iterable[str]:
    """The lines between boxes, those taken last so that they lie on top."""
    for route in sorted(plan.routes, key=lambda route: _pair(route.link) in taken):
        walked = _pair(route.link) in taken
        colour, breadth = (PATH, 4) if walked else (QUIET, 2)
        start, end = plan.boxes[route.link.start], plan.boxes[route.link.end]
        line, head = _down(start, end) if route.lane_at is None else _round(route, start, end)
        yield f'<path d="{line}" fill="none" stroke="{colour}" stroke-width="{breadth}"/>'
        yield f'<path d="{head}" fill="{colour}"/>'


def _pair(link: Link) -> tuple[int, int]:
    return link.start, link.end


def _down(start: Box, end: Box) -> tuple[str, str]:
    x, tip = start.middle, end.y
    return f"M{x:g} {start.bottom:g}V{tip - 8:g}", f"M{x - 6:g} {tip - 9:g}h12l-6 9z"


def _round(route: Route, start: Box, end: Box) -> tuple[str, str]:
    """A way through a lane: out at the side, down with round corners, in at the side of the other box."""
    lane = route.lane_at or 0
    leftward = route.side is Side.LEFT
    out, side = (-1, start.x) if leftward else (1, start.x + start.width)
    tip = end.x if leftward else end.x + end.width
    line = (
        f"M{side:g} {route.leaves_at:g}H{lane - out * 6:g}Q{lane:g} {route.leaves_at:g} {lane:g} "
        f"{route.leaves_at + 6:g}V{end.entry_at - 6:g}Q{lane:g} {end.entry_at:g} {lane - out * 6:g} "
        f"{end.entry_at:g}H{tip + out * 8:g}"
    )
    return line, f"M{tip + out * 9:g} {end.entry_at - 6:g}v12l{-out * 9:g} -6z"


def _labels(plan: Plan, *, taken: Mapping[tuple[int, int], str]) -> Iterable[str]:
    """The answers beside the ways; where the walk went, the answer that was given there."""
    for route in plan.routes:
        chosen = taken.get(_pair(route.link), "")
        label = f"✓ {chosen}" if chosen else route.link.label
        if not label:
            continue
        box = plan.boxes[route.link.start]
        x, anchor = {
            Side.DOWN: (box.middle + 10, "start"),
            Side.LEFT: (box.x + INSET, "start"),
            Side.RIGHT: (box.x + box.width - INSET, "end"),
        }[route.side]
        y = route.leaves_at + (17 if route.side is Side.DOWN else 4.5)
        fill, weight = (DEEP, "700") if chosen else (SOFT, "400")
        yield _text(label, x=x, y=y, anchor=anchor, fill=fill, weight=weight)


@dataclass(frozen=True, slots=True)
class _Look:
    fill: str
    stroke: str
    breadth: float
    ink: str
    dashes: str = ""


def _look(block: Block, trace: Trace | None, parts_at: str | None) -> _Look:
    """How a box is painted: the walk ended, stands, parts, passed or will end here, or was never here."""
    nodes = {node.id for node in block.nodes}
    if parts_at in nodes:
        return _Look(WASH, INK, 3.5, INK, DOTS)
    if trace is not None and block.is_end and block.nodes[-1].id in trace.path:
        return _Look(PATH, PATH, 2, "#fff")
    if trace is not None and block.heading is None and trace.current in nodes:
        return _Look(HERE, INK, 3, INK)
    if trace is not None and not nodes.isdisjoint(trace.path):
        return _Look(WASH, PATH, 2.5, DEEP)
    if trace is not None and block.is_end and trace.decided == block.nodes[-1].outcome:
        return _Look("#fff", PATH, 2, DEEP, DASHES)
    return _Look("#fff", QUIET, 2, INK)


def _box(
    pack: Pack,
    block: Block,
    *,
    box: Box,
    lines: tuple[Line, ...],
    trace: Trace | None,
    parts_at: str | None,
) -> Iterable[str]:
    look = _look(block, trace, parts_at)
    round_corners = box.height / 2 if block.is_end or block.nodes[0].kind is Kind.ENTRY else 8
    yield f'<g data-nodes="{" ".join(node.id for node in block.nodes)}">'
    yield (
        f'<rect x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}" '
        f'rx="{min(round_corners, 26):g}" fill="{look.fill}" stroke="{look.stroke}" '
        f'stroke-width="{look.breadth:g}"{look.dashes}/>'
    )
    for line, base in zip(lines, box.lines_at, strict=True):
        stands_here = trace is not None and line.node is not None and trace.current == line.node
        if stands_here:
            yield (
                f'<rect x="{box.x + 8:g}" y="{base - 14:g}" width="{box.width - 16:g}" height="{LINE:g}" '
                f'rx="4" fill="{HERE}" stroke="{INK}" stroke-width="2"/>'
            )
        yield _text(
            line.text,
            x=box.middle,
            y=base,
            size=line.size,
            weight=line.weight,
            fill=INK if stands_here else look.ink,
        )
    if asks_for_advice(pack, block):
        asked = _asked_from(pack, block, trace=trace)
        x, y = box.x + box.width - PADDING - BADGE / 2, box.y + PADDING + BADGE / 2
        yield _badge(x=x, y=y, fill=PATH if asked else SOFT)
    yield "</g>"


def _asked_from(pack: Pack, block: Block, *, trace: Trace | None) -> bool:
    """Whether advice was sought from a question in this box."""
    path = trace.path if trace else ()
    raised = {one for one, other in itertools.pairwise(path) if pack.nodes[other].kind is Kind.ADVICE}
    return any(node.id in raised for node in block.nodes)


def _advice(node: Node, *, top: float, trace: Trace | None) -> Iterable[str]:
    """The advice loop as one remark under the chart, because it can be raised from many questions."""
    visited = trace is not None and node.id in trace.path
    fill, stroke, ink = (WASH, PATH, DEEP) if visited else ("#fff", QUIET, SOFT)
    yield f'<g data-nodes="{node.id}">'
    yield (
        f'<rect x="{MARGIN}" y="{top:g}" width="{WIDTH - 2 * MARGIN}" height="{ADVICE_HEIGHT}" rx="8" '
        f'fill="{fill}" stroke="{stroke}" stroke-width="{2.5 if visited else 1.5}" stroke-dasharray="4 4"/>'
    )
    yield _badge(
        x=MARGIN + PADDING + BADGE / 2 + 2, y=top + ADVICE_HEIGHT / 2, fill=PATH if visited else SOFT
    )
    x = MARGIN + PADDING + BADGE + LANE
    yield _text("Not sure: seek advice,", x=x, y=top + PADDING + 14, anchor="start", fill=ink, weight="700")
    second = "then back to the question" + (". ✓ Asked" if _came_back(node, trace=trace) else "")
    yield _text(second, x=x, y=top + PADDING + LINE + 14, anchor="start", fill=ink)
    yield "</g>"


def _came_back(node: Node, *, trace: Trace | None) -> bool:
    """Whether advice was taken: the walk went back to a question and on from there, and does not wait at it."""
    path = trace.path if trace else ()
    back = [other for one, other in itertools.pairwise(path) if one == node.id]
    return bool(back) and trace is not None and trace.current != back[-1]


def _badge(*, x: float, y: float, fill: str) -> str:
    """The mark of advice; filled where it was sought."""
    ground, ink = (fill, "#fff") if fill == PATH else ("#fff", fill)
    circle = f'<circle cx="{x:g}" cy="{y:g}" r="{BADGE / 2:g}" fill="{ground}" stroke="{fill}"/>'
    return circle + _text("?", x=x, y=y + 4.8, weight="700", fill=ink)


def _text(
    text: str,
    *,
    x: float,
    y: float,
    size: float = TEXT,
    weight: str = "400",
    fill: str = INK,
    anchor: str = "middle",
) -> str:
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" font-weight="{weight}" fill="{fill}" '
        f'text-anchor="{anchor}">{escape(text)}</text>'
    )
