"""Verifies a stored log without us, by the standard library alone: `python -m alongside.audit.verify FILE`.

It finds whatever does not fit together. What it cannot find alone is a log whose last entries were cut off,
or whose history was rewritten, with everything that follows made to fit: for that its root is compared with
a checkpoint that somebody else kept (`checkpoint.py`; signatures and witnesses will stand there).
"""

import argparse
import base64
import re
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from alongside.audit import canonical, rows, tree
from alongside.audit.canonical import NotCanonicalError
from alongside.audit.entry import FIELDS, VERSION
from alongside.audit.tree import Frontier, Node
from alongside.audit.words import VerdictWord, Wrong


@dataclass(frozen=True, slots=True)
class Intact:
    """Everything fits: so many entries, this 32-byte root; compare it with a checkpoint kept elsewhere.

    `absent_details` counts details no longer kept (erased). `first_step_back` is the first entry whose time
    lies before its predecessor's, or None; that is a clock put right, not a forgery.
    """

    size: int
    root: bytes
    absent_details: int
    first_step_back: int | None
    word: VerdictWord = VerdictWord.OK

    def sentence(self) -> str:
        """Say the verdict in one line for people."""
        said = f"{self.word}: {self.size} entries, root {base64.standard_b64encode(self.root).decode()}"
        if self.absent_details:
            said += f"; {self.absent_details} details no longer kept"
        if self.first_step_back is not None:
            said += f"; the clock stepped back at entry {self.first_step_back}"
        return said


@dataclass(frozen=True, slots=True)
class Tampered:
    """The first wrong entry and what is wrong with it; every entry before `seq` fits.

    `last` is larger than `seq` where one of two neighbours was rewritten and nothing tells which.
    """

    seq: int
    what: Wrong
    last: int
    word: VerdictWord = VerdictWord.TAMPERED

    def sentence(self) -> str:
        """Say the verdict in one line for people."""
        which = f"entry {self.seq}" if self.last == self.seq else f"entries {self.seq} to {self.last}"
        return f"{self.word}: {which}: {self.what}"


Verdict = Intact | Tampered
_HASH = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class _Said:
    """What an entry says that can be checked: its number, its time in microseconds, 32-byte commitments."""

    seq: int
    ts: int
    commitments: list[bytes]


def verify(
    leaves: Iterable[tuple[int, bytes, bytes]],
    *,
    nodes: Iterable[tuple[int, int, bytes]],
    details: Iterable[tuple[int, int, bytes, bytes]],
) -> Verdict:
    """Read a whole log once, in the orders that `rows` gives, and answer whether everything in it fits.

    `leaves`: (seq, body, 32-byte hash); `nodes`: (level, index, 32-byte hash); `details`: (entry's seq,
    position, 32-byte salt, content). Memory stays small however long the log is.
    """
    reading = _Reading(nodes=iter(nodes), details=iter(details))
    for seq, body, kept in leaves:
        if (wrong := reading.take(seq, body=body, kept=kept)) is not None:
            return wrong
    return reading.end()


def verify_connection(connection: rows.Connection) -> Verdict:
    """Verify the log that an open database connection reads, in one transaction that the caller opened."""
    return verify(rows.leaves(connection), nodes=rows.nodes(connection), details=rows.details(connection))


class _Reading:
    """What is known of the log so far: its frontier, and the next stored node and detail not yet met."""

    __slots__ = ("_absent", "_detail", "_details", "_frontier", "_node", "_nodes", "_step_back", "_ts")

    def __init__(
        self,
        *,
        nodes: Iterator[tuple[int, int, bytes]],
        details: Iterator[tuple[int, int, bytes, bytes]],
    ) -> None:
        self._nodes, self._details = nodes, details
        self._node, self._detail = next(nodes, None), next(details, None)
        self._frontier = Frontier()
        self._ts = self._absent = 0
        self._step_back: int | None = None

    def take(self, seq: int, *, body: bytes, kept: bytes) -> Tampered | None:
        """Add one entry; answer what is wrong with it, or None."""
        if seq != self._frontier.size:
            first = min(seq, self._frontier.size)
            return _wrong(first, Wrong.LEAF_MISSING if seq > first else Wrong.LEAF_MISNUMBERED)
        if tree.leaf_hash(body) != kept:
            return _wrong(seq, Wrong.LEAF_HASH)
        try:
            said = _read(body)
        except NotCanonicalError:
            return _wrong(seq, Wrong.LEAF_NOT_CANONICAL)
        if said is None:
            return _wrong(seq, Wrong.LEAF_FIELDS)
        if said.seq != seq:
            return _wrong(seq, Wrong.LEAF_MISNUMBERED)
        if said.ts < self._ts and self._step_back is None:
            self._step_back = seq
        self._ts = said.ts
        self._frontier, made = self._frontier.append(kept)
        return self._nodes_wrong(seq, made=made) or self._details_wrong(seq, commitments=said.commitments)

    def end(self) -> Verdict:
        """Answer the verdict once every entry was taken: nothing may be stored beyond the last."""
        size = self._frontier.size
        if self._node is not None:
            return _wrong(size, Wrong.NODE_SURPLUS if _birth(self._node) is None else Wrong.LEAF_MISSING)
        if self._detail is not None:
            return _wrong(size, Wrong.LEAF_MISSING)
        return Intact(size, self._frontier.root(), self._absent, self._step_back)

    def _nodes_wrong(self, seq: int, *, made: tuple[Node, ...]) -> Tampered | None:
        for node in made:
            stored, due = self._node, (seq, node.level)
            if stored is None:
                return _wrong(seq, Wrong.NODE_MISSING)
            birth = _birth(stored)
            if birth is None or birth < due:
                return _wrong(seq, Wrong.NODE_SURPLUS)
            if birth > due:
                return _wrong(seq, Wrong.NODE_MISSING)
            if stored[2] != node.hash:
                # Its children fitted, except on the lowest level, where an entry and its hash were rewritten
                # together or the node was: the two entries below are then equally suspect.
                first = seq - 1 if node.level == 1 else seq
                return Tampered(first, Wrong.NODE_HASH, last=seq)
            self._node = next(self._nodes, None)
        if self._node is not None and ((birth := _birth(self._node)) is None or birth[0] <= seq):
            return _wrong(seq, Wrong.NODE_SURPLUS)
        return None

    def _details_wrong(self, seq: int, *, commitments: Sequence[bytes]) -> Tampered | None:
        met = -1
        present = 0
        while self._detail is not None and self._detail[0] <= seq:
            about, position, salt, content = self._detail
            if about < seq or not met < position < len(commitments):
                return _wrong(seq, Wrong.DETAIL_SURPLUS)
            if len(salt) != canonical.SALT_BYTES or (
                canonical.commitment(content, salt=salt) != commitments[position]
            ):
                return _wrong(seq, Wrong.DETAIL_CHANGED)
            met = position
            present += 1
            self._detail = next(self._details, None)
        self._absent += len(commitments) - present
        return None


def _wrong(seq: int, what: Wrong) -> Tampered:
    return Tampered(seq, what, last=seq)


def _birth(node: tuple[int, int, bytes]) -> tuple[int, int] | None:
    """Answer (entry that completes the node, level), the order of nodes; None where no tree has it."""
    level, index, _ = node
    if not 1 <= level <= rows.HIGHEST_LEVEL or index < 0:
        return None
    return tree.completing_leaf(level, index=index), level


def _read(body: bytes) -> _Said | None:
    """Read an entry's text; None where it has not the fields of one. Raises NotCanonicalError."""
    said = canonical.decode(body)
    if not isinstance(said, dict) or set(said) != FIELDS or said["v"] != VERSION:
        return None
    seq, ts, written = said["seq"], said["ts"], said["commitments"]
    if type(seq) is not int or type(ts) is not int or not isinstance(written, list):
        return None
    commitments = [bytes.fromhex(one) for one in written if isinstance(one, str) and _HASH.fullmatch(one)]
    return _Said(seq, ts, commitments) if len(commitments) == len(written) else None


def open_read_only(path: Path) -> sqlite3.Connection:
    """Open a database file so that nothing here can change it. Raises sqlite3.Error where it is none.

    A copy without its write-ahead files is opened as it lies; a database in use is read at one moment.
    """
    in_use = Path(f"{path}-wal").exists()
    address = f"file:{quote(str(path.absolute()))}?{'mode=ro' if in_use else 'immutable=1'}"
    return sqlite3.connect(address, uri=True, isolation_level=None)


def main(arguments: Sequence[str] | None = None) -> int:
    """Verify a database file, say so on one line: 0 for OK, 1 for tampered, 2 for a file that is no log."""
    asked = argparse.ArgumentParser(
        prog="python -m alongside.audit.verify", description="Say whether a stored log fits together."
    )
    asked.add_argument("file", type=Path, metavar="FILE.sqlite3")
    path: Path = asked.parse_args(arguments).file
    if not path.is_file():
        sys.stderr.write(f"There is no file {path}.\n")
        return 2
    try:
        with closing(open_read_only(path)) as connection:
            connection.execute("BEGIN")
            verdict = verify_connection(connection)
    except sqlite3.Error as error:
        sys.stderr.write(f"{path} cannot be read as a log: {error}.\n")
        return 2
    sys.stdout.write(f"{verdict.sentence()}\n")
    return 0 if verdict.word is VerdictWord.OK else 1


if __name__ == "__main__":
    sys.exit(main())
