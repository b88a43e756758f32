"""Which nodes of a pack are drawn as one box, in which order, and which boxes are joined by which answers."""

from collections.abc import Iterable
from dataclasses import dataclass

from alongside.guidance.shapes import Answer, Node, Pack
from alongside.guidance.words import Kind


@dataclass(frozen=True, slots=True)
class Block:
    """One box: the nodes in it, in order, and its heading where it is a named group."""

    nodes: tuple[Node, ...]
    heading: str | None

    @property
    def is_end(self) -> bool:
        """Whether a walk can end in this box."""
        return self.nodes[-1].kind is Kind.OUTCOME

    @property
    def is_choice(self) -> bool:
        """Whether a person chooses here which way to go on, or why."""
        return self.heading is None and self.nodes[0].only is None and not self.is_end


@dataclass(frozen=True, slots=True)
class Link:
    """A way from one block to another (their places in the order), and the answers that take it.

    `label` is empty where every answer goes this way.
    """

    start: int
    end: int
    label: str


def blocks_of(pack: Pack) -> tuple[Block, ...]:
    """The blocks, each before those it leads to, otherwise in the order of the pack; advice is left out."""
    made = _joined(pack)
    place = {node.id: number for number, block in enumerate(made) for node in block.nodes}
    before: dict[int, set[int]] = {number: set() for number in range(len(made))}
    for number, block in enumerate(made):
        for answer in _ways_out(pack, block):
            before[place[answer.next]].add(number)
    order: list[int] = []
    while len(order) < len(made):
        order.append(next(n for n in before if n not in order and before[n] <= set(order)))
    return tuple(made[number] for number in order)


def links_of(pack: Pack, blocks: tuple[Block, ...]) -> tuple[Link, ...]:
    """The ways between blocks, one for each pair, labelled with the answers that take it."""
    place = {node.id: number for number, block in enumerate(blocks) for node in block.nodes}
    links: list[Link] = []
    for number, block in enumerate(blocks):
        ways: dict[int, list[str]] = {}
        for answer in _ways_out(pack, block):
            ways.setdefault(place[answer.next], []).append(answer.short)
        links += [
            Link(number, end, " / ".join(words) if len(ways) > 1 else "") for end, words in ways.items()
        ]
    return tuple(links)


def asks_for_advice(pack: Pack, block: Block) -> bool:
    """Whether one of its nodes can be answered by seeking advice first."""
    return any(
        pack.nodes[answer.next].kind is Kind.ADVICE for node in block.nodes for answer in _given_onward(node)
    )


def _given_onward(node: Node) -> Iterable[Answer]:
    return () if node.kind is Kind.ADVICE else node.answers.values()


def _ways_out(pack: Pack, block: Block) -> list[Answer]:
    inside = {node.id for node in block.nodes}
    return [
        answer
        for node in block.nodes
        for answer in _given_onward(node)
        if answer.next not in inside and pack.nodes[answer.next].kind is not Kind.ADVICE
    ]


def _joined(pack: Pack) -> list[Block]:
    """Groups become one block; a record that leads to an outcome of its own is drawn with it."""
    made: list[Block] = []
    used: set[str] = set()
    for node in pack.nodes.values():
        if node.id in used or node.kind is Kind.ADVICE:
            continue
        members: tuple[Node, ...] = (node,)
        if node.group:
            members = tuple(other for other in pack.nodes.values() if other.group == node.group)
        elif node.kind is Kind.RECORD and node.only and _only_way_in(pack, node.only.next, source=node.id):
            members = (node, pack.nodes[node.only.next])
        used.update(member.id for member in members)
        made.append(Block(members, pack.groups[node.group] if node.group else None))
    return [block for block in made if not _drawn_with_its_record(block, made)]


def _drawn_with_its_record(block: Block, made: list[Block]) -> bool:
    """Whether an outcome, met before its record in the file, is already drawn in the record's block."""
    return any(block is not other and block.nodes[0] in other.nodes for other in made)


def _only_way_in(pack: Pack, node_id: str, *, source: str) -> bool:
    if pack.nodes[node_id].kind is not Kind.OUTCOME:
        return False
    return all(
        answer.next != node_id or node.id == source
        for node in pack.nodes.values()
        for answer in node.answers.values()
    )
