"""The Merkle tree of RFC 9162 with SHA-256, as far as an append-only log needs it. Pure."""

from dataclasses import dataclass
from hashlib import sha256

HASH_BYTES = 32
EMPTY_ROOT = sha256(b"").digest()


def leaf_hash(body: bytes) -> bytes:
    """Hash a leaf to 32 bytes; the prefix 0x00 keeps a node from passing as a leaf (RFC 9162 s.2.1.1)."""
    return sha256(b"\x00" + body).digest()


def node_hash(left: bytes, *, right: bytes) -> bytes:
    """Hash two 32-byte children to their 32-byte parent, with the prefix 0x01 (RFC 9162 s.2.1.1)."""
    return sha256(b"\x01" + left + right).digest()


@dataclass(frozen=True, slots=True)
class Node:
    """A perfect subtree: `level` 1 covers two leaves; `index` counts along it from 0; `hash` is 32 bytes."""

    level: int
    index: int
    hash: bytes


def completing_leaf(level: int, *, index: int) -> int:
    """Answer the number of the leaf that completes the perfect subtree here (level 0: the leaf itself)."""
    return ((index + 1) << level) - 1


def peak_places(size: int) -> tuple[tuple[int, int], ...]:
    """Answer the places (level, index) of the perfect subtrees in a tree of `size`, largest first."""
    levels = (level for level in reversed(range(size.bit_length())) if size >> level & 1)
    return tuple((level, (size >> level) - 1) for level in levels)


@dataclass(frozen=True, slots=True)
class Frontier:
    """All that appending needs of a tree: its size in leaves and the hashes of its peaks, largest first.

    Raises ValueError where the number of peaks does not belong to the size.
    """

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        if self.size < 0 or len(self.peaks) != self.size.bit_count():
            raise ValueError(f"A tree of {self.size} leaves does not have {len(self.peaks)} peaks.")

    def append(self, leaf: bytes) -> "tuple[Frontier, tuple[Node, ...]]":
        """Add one 32-byte leaf hash; answer the new frontier and the subtrees it completed, lowest first."""
        peaks = list(self.peaks)
        nodes = []
        tip, level = leaf, 0
        while self.size >> level & 1:
            tip = node_hash(peaks.pop(), right=tip)
            level += 1
            nodes.append(Node(level, self.size >> level, tip))
        return Frontier(self.size + 1, (*peaks, tip)), tuple(nodes)

    def root(self) -> bytes:
        """Answer the 32-byte root over all leaves; of no leaves, the hash of nothing (RFC 9162 s.2.1.1)."""
        if not self.peaks:
            return EMPTY_ROOT
        *left, tip = self.peaks
        for peak in reversed(left):
            tip = node_hash(peak, right=tip)
        return tip
