"""The network of agencies around a child, drawn: the child in the middle, around them whoever was asked or told. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap

from alongside.design.parts import Figure

WIDTH, PILL, ROW, CHILD = 690.0, 252.0, 80.0, 56.0
HIGH, LETTERS, LINES_MOST = 68.0, 31, 2
INK, SOFT, KNOWS, ASKED, WASH = "#1d2b33", "#51616b", "#0b5563", "#8d897c", "#e6f0f1"
FONT = "Atkinson Hyperlegible Next, Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody in the network, by name, role and agency as recorded; `knows` counts the things they were told."""

    who: str
    knows: int

    @property
    def words(self) -> str:
        """What they were told, in a few words."""
        if self.knows == 0:
            return "asked, nothing shared"
        return "told 1 thing" if self.knows == 1 else f"told {self.knows} things"


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody's field stands: its upper left corner, and the point at which the child's line meets it."""

    contact: Contact
    x: float
    y: float

    @property
    def meets(self) -> tuple[float, float]:
        """The end of the line from the child."""
        return (self.x + PILL if self.x < WIDTH / 2 else self.x), self.y + HIGH / 2


def gathered(told: Iterable[tuple[str, int]], *, asked: Iterable[str]) -> tuple[Contact, ...]:
    """Everybody once: what they were told in all, then whoever was asked and told nothing."""
    knows: dict[str, int] = {}
    for who, things in told:
        knows[who] = knows.get(who, 0) + things
    for who in asked:
        knows.setdefault(who, 0)
    ordered = sorted(knows.items(), key=lambda each: each[1] == 0)
    return tuple(Contact(who, things) for who, things in ordered)


def arrange(contacts: Sequence[Contact]) -> tuple[Place, ...]:
    """Left and right of the child in turn, from the top down."""
    return tuple(
        Place(contact, 8 if n % 2 == 0 else WIDTH - PILL - 8, 10 + n // 2 * ROW)
        for n, contact in enumerate(contacts)
    )


def drawn(child: str, *, contacts: Sequence[Contact]) -> Figure | None:
    """The network with the same as a list; None where nobody was asked or told anything."""
    if not contacts:
        return None
    places = arrange(contacts)
    middle = (WIDTH / 2, max((places[-1].y + HIGH + 10) / 2, CHILD))
    height = max(places[-1].y + HIGH, middle[1] + CHILD) + 10
    svg = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="drawn" viewBox="0 0 {WIDTH:g} {height:g}"'
            f' width="{WIDTH:g}" height="{height:g}" role="img" aria-labelledby="network-title network-desc"'
            f' font-family="{FONT}" font-size="14">'
        ),
        f'<title id="network-title">Who was asked or told about {escape(child)}</title>',
        f'<desc id="network-desc">{len(contacts)} in all. The list below says the same in words.</desc>',
        *(_line(place, middle) for place in places),
        *(part for place in places for part in _field(place)),
        *_child(child, middle),
        "</svg>",
        "",
    ]
    return Figure(
        title="The network around the child",
        svg="\n".join(svg),
        lines=tuple(f"{each.who}: {each.words}." for each in contacts),
        wide="wide",
    )


def _line(place: Place, middle: tuple[float, float]) -> str:
    (x, y), (to_x, to_y) = middle, place.meets
    look = (
        f'stroke="{KNOWS}" stroke-width="2.5"'
        if place.contact.knows
        else f'stroke="{ASKED}" stroke-width="2"'
    )
    dashes = "" if place.contact.knows else ' stroke-dasharray="5 5"'
    return f'<path d="M{x:g} {y:g}L{to_x:g} {to_y:g}" fill="none" {look}{dashes}/>'


def _field(place: Place) -> Iterable[str]:
    contact = place.contact
    fill, edge = (WASH, KNOWS) if contact.knows else ("#ffffff", ASKED)
    yield (
        f'<rect x="{place.x:g}" y="{place.y:g}" width="{PILL:g}" height="{HIGH:g}" rx="14" fill="{fill}"'
        f' stroke="{edge}" stroke-width="1.5"/>'
    )
    lines = wrap(contact.who, LETTERS) or [""]
    if len(lines) > LINES_MOST:
        lines = [*lines[: LINES_MOST - 1], lines[LINES_MOST - 1][: LETTERS - 1] + "…"]
    first = place.y + (HIGH - len(lines) * 18) / 2 + 5
    for n, text in enumerate((*lines, contact.words)):
        colour = SOFT if n == len(lines) else INK
        yield f'<text x="{place.x + 14:g}" y="{first + n * 18:g}" fill="{colour}">{escape(text)}</text>'


def _child(child: str, middle: tuple[float, float]) -> Iterable[str]:
    x, y = middle
    lines = wrap(child, 12)[:3]
    yield f'<circle cx="{x:g}" cy="{y:g}" r="{CHILD - 4:g}" fill="#ffffff" stroke="{KNOWS}" stroke-width="2.5"/>'
    yield f'<circle cx="{x:g}" cy="{y:g}" r="{CHILD - 9:g}" fill="{WASH}" stroke="{KNOWS}" stroke-width="2.5"/>'
    first = y + 5 - (len(lines) - 1) * 8
    for n, text in enumerate(lines):
        yield (
            f'<text x="{x:g}" y="{first + n * 17:g}" text-anchor="middle" font-weight="700" fill="{INK}">'
            f"{escape(text)}</text>"
        )
