"""Draws a family as a genogram in McGoldrick's notation, as one accessible SVG. Its list is `genogram_words.py`.

Squares for male, circles for female, a diamond where neither was said, a triangle before birth, a cross for a death, a
double line for the child it is about. One stroke across a line is a separation, two are a divorce.
"""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from uuid import UUID

from alongside.families.genogram import CHILDREN, MARGIN, SYMBOL, TEXT_LINE, Stand, arrange
from alongside.families.genogram_homes import Outline, outlines_of
from alongside.families.genogram_lines import Joined, Lines, Point, lines_of
from alongside.families.kin import Family, Kin
from alongside.families.words import Bond, Gender, Stage

INK, SOFT, FOCUS, WASH, PAPER, ENDED = "#1d2b33", "#51616b", "#0b5563", "#e6f0f1", "#ffffff", "#a3201d"
HOMES = (("#0b5563", "7 5"), ("#8a4b08", "2 4"), ("#5b3a8c", "10 4 2 4"), ("#51616b", "4 4"))
FONT = "Atkinson Hyperlegible Next, Arial, sans-serif"
LEGEND_LINE = 24.0
BROKEN = frozenset({Bond.PARTNERS, Bond.PARTED})
STROKES = {Bond.SEPARATED: 1, Bond.PARTED: 1, Bond.DIVORCED: 2}


def draw(
    family: Family, *, words: Mapping[UUID, str], inside: Mapping[UUID, str], title: str, told: str
) -> str:
    """The genogram as a standalone SVG of its own size. `inside` is what stands in a symbol: an age, where it is known.

    `words` stands with each name. `title` and `told` are what a screen reader says before the list is read.
    """
    stands = arrange(family, words=words)
    lines, outlines = lines_of(family, stands=stands), outlines_of(family, stands=stands)
    width, height, legend = _size(stands, outlines)
    return "\n".join(
        [
            (
                f'<svg xmlns="http://www.w3.org/2000/svg" class="drawn" viewBox="0 0 {width:g} {height:g}"'
                f' width="{width:g}" height="{height:g}" role="img" aria-labelledby="genogram-title genogram-desc"'
                f' font-family="{FONT}" font-size="14" text-anchor="middle">'
            ),
            f'<title id="genogram-title">{escape(title)}</title>',
            f'<desc id="genogram-desc">{escape(told)}</desc>',
            *_outlines(outlines),
            *_lines(lines),
            *(part for stand in stands for part in _person(stand, family.child_id, inside)),
            *_legend(outlines, legend),
            "</svg>",
            "",
        ]
    )


def _size(stands: Sequence[Stand], outlines: Sequence[Outline]) -> tuple[float, float, float]:
    """Width, height, and where the legend begins."""
    right = max((stand.cell[2] for stand in stands), default=0) + MARGIN
    foot = max((stand.cell[3] for stand in stands), default=0) + MARGIN / 2
    legend = len(outlines) * LEGEND_LINE
    return max(right, 300.0), foot + legend + 8, foot


def _outlines(outlines: Sequence[Outline]) -> Iterable[str]:
    for n, outline in enumerate(outlines):
        colour, dashes = HOMES[n % len(HOMES)]
        path = " ".join(f"{_path(loop)} Z" for loop in outline.loops)
        yield (
            f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2" stroke-linejoin="round"'
            f' stroke-dasharray="{dashes}"/>'
        )


def _lines(lines: Lines) -> Iterable[str]:
    for dotted in lines.dotted:
        yield (
            f'<path d="{_path(dotted.path)}" fill="none" stroke="{SOFT}" stroke-width="1.5"'
            ' stroke-dasharray="1.5 4" stroke-linecap="round"/>'
        )
    for hung in lines.hung:
        yield f'<path d="{_path(hung.path)}" fill="none" stroke="{INK}" stroke-width="2"/>'
    for joined in lines.joined:
        yield from _bond(joined)


def _bond(joined: Joined) -> Iterable[str]:
    """A couple's line: whole where married, broken where not, pale where nothing was said; strokes where it ended."""
    dashes = ' stroke-dasharray="7 4"' if joined.bond in BROKEN else ""
    colour = SOFT if joined.bond is None else INK
    for path in joined.paths:
        yield f'<path d="{_path(path)}" fill="none" stroke="{colour}" stroke-width="2"{dashes}/>'
    x, y = joined.strokes_at
    for n in range(STROKES.get(joined.bond, 0) if joined.bond else 0):
        at = x + n * 7
        yield f'<path d="M{at - 4:g} {y + 8:g}L{at + 4:g} {y - 8:g}" stroke="{ENDED}" stroke-width="2.5"/>'


def _person(stand: Stand, child_id: UUID, inside: Mapping[UUID, str]) -> Iterable[str]:
    person, in_focus = stand.person, stand.person.id == child_id
    colour, fill = (FOCUS, WASH) if in_focus else (INK, PAPER)
    yield f'<g class="person" data-person="{person.id}">'
    if in_focus:
        yield _symbol(person, stand, size=SYMBOL + 12, colour=colour, fill=PAPER)
    yield _symbol(person, stand, size=SYMBOL, colour=colour, fill=fill)
    if told := inside.get(person.id, ""):
        yield f'<text x="{stand.x:g}" y="{stand.y + _down(person):g}" fill="{INK}">{escape(told)}</text>'
    if person.has_died or person.stage is Stage.LOST:
        half = SYMBOL / 2 - 3
        yield (
            f'<path d="M{stand.x - half:g} {stand.y - half:g}L{stand.x + half:g} {stand.y + half:g}'
            f'M{stand.x + half:g} {stand.y - half:g}L{stand.x - half:g} {stand.y + half:g}"'
            f' stroke="{INK}" stroke-width="2"/>'
        )
    yield from _label(stand, in_focus="700" if in_focus else "400")
    yield "</g>"


def _down(person: Kin) -> float:
    """How far below the middle the words inside a symbol stand; a triangle has its room further down."""
    return 14.0 if person.stage in {Stage.UNBORN, Stage.LOST} else 5.0


def _symbol(person: Kin, stand: Stand, *, size: float, colour: str, fill: str) -> str:
    half, x, y = size / 2, stand.x, stand.y
    look = f'fill="{fill}" stroke="{colour}" stroke-width="2.5"'
    if person.stage in {Stage.UNBORN, Stage.LOST}:
        return f'<path d="M{x:g} {y - half:g}L{x + half:g} {y + half:g}L{x - half:g} {y + half:g}Z" {look}/>'
    if person.gender is Gender.MALE:
        return f'<rect x="{x - half:g}" y="{y - half:g}" width="{size:g}" height="{size:g}" {look}/>'
    if person.gender is Gender.FEMALE:
        return f'<circle cx="{x:g}" cy="{y:g}" r="{half:g}" {look}/>'
    return f'<path d="M{x:g} {y - half:g}L{x + half:g} {y:g}L{x:g} {y + half:g}L{x - half:g} {y:g}Z" {look}/>'


def _label(stand: Stand, *, in_focus: str) -> Iterable[str]:
    """The name and words: below a child, above an adult, nearest line at the symbol."""
    first = (
        stand.bottom + 26 if stand.row == CHILDREN else stand.top - 14 - (len(stand.label) - 1) * TEXT_LINE
    )
    for n, (text, is_name) in enumerate(stand.label):
        weight, colour = (in_focus, INK) if is_name else ("400", SOFT)
        yield (
            f'<text x="{stand.x:g}" y="{first + n * TEXT_LINE:g}" font-weight="{weight}" fill="{colour}">'
            f"{escape(text)}</text>"
        )


def _legend(outlines: Sequence[Outline], top: float) -> Iterable[str]:
    for n, outline in enumerate(outlines):
        colour, dashes = HOMES[n % len(HOMES)]
        y = top + n * LEGEND_LINE + 8
        yield (
            f'<path d="M{MARGIN:g} {y:g}H{MARGIN + 44:g}" stroke="{colour}" stroke-width="2"'
            f' stroke-dasharray="{dashes}"/>'
        )
        yield (
            f'<text x="{MARGIN + 54:g}" y="{y + 5:g}" text-anchor="start" fill="{INK}">{escape(outline.name)}</text>'
        )


def _path(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points)
