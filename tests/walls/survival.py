"""What must hold of a house after its process was killed, read from the file alone.

Nothing acknowledged is lost, no deed is half done, no row is without its leaf and no leaf without its row.
"""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from alongside.access.sqlite import driver
from alongside.audit.verify import Intact, verify_connection


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """One answer that a practitioner was given: of which deed, under which command id, and what it named."""

    deed: str
    command_id: str
    result: str

    @classmethod
    def parse(cls, line: str) -> "Acknowledged":
        return cls(*line.split())

    def __str__(self) -> str:
        return f"{self.deed} {self.command_id} {self.result}"


# The table that a kind of thing is kept in, and the leaf that says how it came about.
MADE = {"case": ("cases_case", "case:opened"), "child": ("families_child", "child:added")}


@dataclass(frozen=True, slots=True)
class Leaf:
    seq: int
    request: str
    deeds: tuple[tuple[str, str], ...]

    @property
    def is_reading(self) -> bool:
        return all(action == "page:opened" for action, _ in self.deeds)


def faults(path: Path, acknowledged: list[Acknowledged]) -> list[str]:
    """Every sentence that does not hold; none where the house is whole."""
    with closing(driver.choose().connect(str(path), isolation_level=None)) as raw:
        leaves = [
            _leaf(seq, body) for seq, body in raw.execute("SELECT seq, body FROM audit_leaf ORDER BY seq")
        ]
        return [
            *_damage(raw),
            *_lost(raw, leaves, acknowledged),
            *_receipts(raw, leaves),
            *_rows_and_leaves(raw, leaves),
            *_half_done(raw),
        ]


def _leaf(seq: int, body: bytes) -> Leaf:
    said = json.loads(bytes(body))
    return Leaf(seq, said["request"], tuple((d["action"], d["about"]) for d in said["deeds"]))


def _damage(raw: Any) -> Iterator[str]:
    if (answer := raw.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
        yield f"the database is damaged: {answer}"
    for broken in raw.execute("PRAGMA foreign_key_check").fetchall():
        yield f"a key leads nowhere: {broken}"
    verdict = verify_connection(raw)
    if not isinstance(verdict, Intact):
        yield f"the log does not verify: {verdict.sentence()}"


def _lost(raw: Any, leaves: list[Leaf], acknowledged: list[Acknowledged]) -> Iterator[str]:
    receipts = dict(raw.execute("SELECT command_id, result FROM access_receipt"))
    read = {leaf.request for leaf in leaves if leaf.is_reading}
    for one in acknowledged:
        if one.deed == "page":
            if one.result not in read:
                yield f"a page was shown and its leaf is lost: {one}"
            continue
        kept = json.loads(receipts.get(UUID(one.command_id).hex) or "null")
        if UUID(one.command_id).hex not in receipts:
            yield f"an acknowledged deed is lost: {one}"
        elif one.result != "-" and kept != {"id": one.result}:
            yield f"an acknowledged deed would answer otherwise now: {one}"


def _receipts(raw: Any, leaves: list[Leaf]) -> Iterator[str]:
    told = {seq for (seq,) in raw.execute("SELECT leaf_seq FROM access_receipt")}
    written = {leaf.seq for leaf in leaves if not leaf.is_reading}
    yield from (f"a receipt without its leaf: {seq}" for seq in sorted(told - written))
    yield from (f"a leaf without its receipt: {seq}" for seq in sorted(written - told))


def _rows_and_leaves(raw: Any, leaves: list[Leaf]) -> Iterator[str]:
    for kind, (table, how) in MADE.items():
        rows = {f"{kind}:{UUID(key)}" for (key,) in raw.execute(f"SELECT id FROM {table}")}
        made = [about for leaf in leaves for action, about in leaf.deeds if action == how]
        yield from (f"a row without its leaf: {row}" for row in sorted(rows - set(made)))
        yield from (f"a leaf without its row: {about}" for about in sorted(set(made) - rows))
        if len(set(made)) != len(made):
            yield f"two leaves made one {kind}"


def _half_done(raw: Any) -> Iterator[str]:
    without = (
        "SELECT c.id FROM cases_case c WHERE NOT EXISTS (SELECT 1 FROM access_grant g WHERE g.kind = 'admitted'"
        " AND g.case_id = c.id AND g.membership_id = c.author_membership_id)"
    )
    yield from (f"a case was opened and its opener not admitted: {key}" for (key,) in raw.execute(without))
    alone = (
        "SELECT a.id FROM families_adult a WHERE NOT EXISTS"
        " (SELECT 1 FROM families_relationship r WHERE r.adult_id = a.id)"
    )
    yield from (f"an adult was added without a relationship: {key}" for (key,) in raw.execute(alone))
