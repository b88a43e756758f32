"""Reads the stored log row by row from any open database connection. Standard library only.

Nothing is gathered: a log of millions of entries is read in a few megabytes.
"""

import heapq
from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from alongside.audit.tree import completing_leaf

HIGHEST_LEVEL = 62


class Connection(Protocol):
    """A DB-API connection with the short cut `execute`, as sqlite3, pysqlite3 and psycopg have it."""

    def execute(self, sql: str, /) -> Iterable[Any]:
        """Run one statement and answer its rows."""


def leaves(connection: Connection) -> Iterator[tuple[int, bytes, bytes]]:
    """Answer (seq, body, hash) of every entry in the order of the numbers."""
    rows = connection.execute("SELECT seq, body, hash FROM audit_leaf ORDER BY seq")
    return ((seq, _bytes(body), _bytes(kept)) for seq, body, kept in rows)


def nodes(connection: Connection) -> Iterator[tuple[int, int, bytes]]:
    """Answer (level, index, hash) of every stored node in the order in which entries completed them.

    A level on which no tree can stand comes first, so that its nodes are found surplus at once.
    """
    impossible = connection.execute(
        f'SELECT level, "index", hash FROM audit_node WHERE level < 1 OR level > {HIGHEST_LEVEL}'
    )
    yield from ((level, index, _bytes(kept)) for level, index, kept in impossible)
    yield from heapq.merge(
        *(_level(connection, level=level) for level in range(1, HIGHEST_LEVEL + 1)),
        key=lambda node: (completing_leaf(node[0], index=node[1]), node[0]),
    )


def details(connection: Connection) -> Iterator[tuple[int, int, bytes, bytes]]:
    """Answer (entry's seq, position, salt, content) of every detail still kept, in entry order."""
    rows = connection.execute(
        "SELECT leaf_seq, position, salt, content FROM audit_detail ORDER BY leaf_seq, position"
    )
    return ((seq, position, _bytes(salt), _bytes(content)) for seq, position, salt, content in rows)


def _level(connection: Connection, *, level: int) -> Iterator[tuple[int, int, bytes]]:
    rows = connection.execute(f'SELECT "index", hash FROM audit_node WHERE level = {level} ORDER BY "index"')
    return ((level, index, _bytes(kept)) for index, kept in rows)


def _bytes(stored: object) -> bytes:
    """Answer stored bytes as bytes; anything else that someone put there as bytes that no entry has."""
    return bytes(stored) if isinstance(stored, bytes | bytearray | memoryview) else b""
