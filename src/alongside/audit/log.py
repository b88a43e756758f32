"""Writes entries of the log, inside the transaction of the deed that they tell of.

The statements are plain SQL: an entry costs three short statements, and nothing here passes through a model.
"""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import connections
from django.db.backends.utils import CursorWrapper

from alongside.audit import canonical, tree
from alongside.audit.canonical import Json
from alongside.audit.checkpoint import Checkpoint
from alongside.audit.entry import Entry

WRITER = "default"


class NoTransaction(RuntimeError):  # noqa: N818 - a fault of ours, never shown
    """Somebody wrote to the log outside the transaction of a deed; row and leaf could part."""


class LogDamaged(RuntimeError):  # noqa: N818
    """The stored tree does not belong to the stored entries, so nothing is appended. Run the verification."""


def append(
    *,
    deeds: Sequence[Mapping[str, str]],
    ts: int,
    actor: str,
    session: str,
    agency: str,
    purpose: str,
    outcome: str,
    policy: str,
    request: str,
    details: Sequence[Json] = (),
) -> int:
    """Write one entry (shapes: `Entry`) in the caller's open transaction on the writer; answer its number.

    Raises LeafRefused for a shape that the log does not take, NoTransaction outside a transaction, LogDamaged
    where the stored tree is broken, and the database's own errors. Law 4: any of them undoes the deed.
    """
    entry = Entry(
        deeds=deeds,
        ts=ts,
        actor=actor,
        session=session,
        agency=agency,
        purpose=purpose,
        outcome=outcome,
        policy=policy,
        request=request,
        details=details,
    )
    return append_many([entry])[0]


def append_many(entries: Iterable[Entry]) -> list[int]:
    """Write several entries, in their order, in the caller's open transaction; answer their numbers.

    Raises as `append` does, and then the caller's transaction must be rolled back: part may be written.
    """
    _refuse_without_transaction()
    leaves: list[tuple[int, bytes, bytes]] = []
    nodes: list[tuple[int, int, bytes]] = []
    details: list[tuple[int, int, bytes, bytes]] = []
    with connections[WRITER].cursor() as cursor:
        frontier = _frontier(cursor)
        for entry in entries:
            seq = frontier.size
            salted = [(secrets.token_bytes(canonical.SALT_BYTES), one) for one in entry.detail_bytes()]
            body = entry.body(seq, commitments=[canonical.commitment(one, salt=salt) for salt, one in salted])
            leaf_hash = tree.leaf_hash(body)
            frontier, made = frontier.append(leaf_hash)
            leaves.append((seq, body, leaf_hash))
            nodes.extend((node.level, node.index, node.hash) for node in made)
            details.extend((seq, place, salt, one) for place, (salt, one) in enumerate(salted))
        _write(cursor, leaves=leaves, nodes=nodes, details=details)
    return [seq for seq, _, _ in leaves]


def head(*, origin: str) -> Checkpoint:
    """Answer the size and root of the log as it stands now, under the log's name `origin`; unsigned.

    Raises LogDamaged where the stored tree does not belong to the stored entries.
    """
    with connections[WRITER].cursor() as cursor:
        frontier = _frontier(cursor)
    return Checkpoint(origin=origin, size=frontier.size, root=frontier.root())


def _refuse_without_transaction() -> None:
    if not connections[WRITER].in_atomic_block:
        raise NoTransaction(
            "An entry of the log is written inside the transaction of its deed, or not at all."
        )


def _frontier(cursor: CursorWrapper) -> tree.Frontier:
    """Read the peaks of the stored tree: at most one look-up for each of its levels.

    SQLite has one writer at a time, so the number read here is still free when the leaf is written.
    PostgreSQL will take a lock on the log's head first.
    """
    cursor.execute("SELECT seq, hash FROM audit_leaf ORDER BY seq DESC LIMIT 1")
    last = cursor.fetchone()
    if last is None:
        return tree.Frontier()
    size = last[0] + 1
    places = [place for place in tree.peak_places(size) if place[0]]
    found: dict[tuple[int, int], bytes] = {(0, size - 1): bytes(last[1])}
    if places:
        either = " OR ".join(['(level = %s AND "index" = %s)'] * len(places))
        cursor.execute(
            f'SELECT level, "index", hash FROM audit_node WHERE {either}',
            [number for place in places for number in place],
        )
        found |= {(level, index): bytes(kept) for level, index, kept in cursor.fetchall()}
    try:
        return tree.Frontier(size, tuple(found[place] for place in tree.peak_places(size)))
    except KeyError as error:
        raise LogDamaged(f"A tree node of the log is missing below entry {size - 1}.") from error


def _write(
    cursor: CursorWrapper,
    *,
    leaves: list[tuple[int, bytes, bytes]],
    nodes: list[tuple[int, int, bytes]],
    details: list[tuple[int, int, bytes, bytes]],
) -> None:
    statements: tuple[tuple[str, list[Any]], ...] = (
        ("INSERT INTO audit_leaf (seq, body, hash) VALUES (%s, %s, %s)", leaves),
        ('INSERT INTO audit_node (level, "index", hash) VALUES (%s, %s, %s)', nodes),
        (
            "INSERT INTO audit_detail (leaf_seq, position, salt, content) VALUES (%s, %s, %s, %s)",
            details,
        ),
    )
    for sql, rows in statements:
        if rows:
            cursor.executemany(sql, rows)
