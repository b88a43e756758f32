"""Makes and verifies the two proofs of RFC 9162: an entry is in the log; the log only grew. Pure.

A verifier takes size and root from a Checkpoint and from nowhere else: a proof binds neither.
"""

from collections.abc import Callable, Sequence

from alongside.audit import tree
from alongside.audit.checkpoint import Checkpoint
from alongside.audit.tree import HASH_BYTES

# Answers the 32-byte hash of a perfect subtree by level and index; level 0 is the leaf hash.
Lookup = Callable[[int, int], bytes]


def make_inclusion(index: int, *, size: int, lookup: Lookup) -> tuple[bytes, ...]:
    """Prove that leaf `index` is in the tree of `size` leaves (RFC 9162 s.2.1.3.1): hashes from the leaf up.

    Raises ValueError where the tree has no such leaf.
    """
    if not 0 <= index < size:
        raise ValueError(f"A log of {size} entries has no entry {index}.")
    path = []
    start, end = 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            path.append(_range_hash(middle, end=end, lookup=lookup))
            end = middle
        else:
            path.append(_range_hash(start, end=middle, lookup=lookup))
            start = middle
    return tuple(reversed(path))


def make_consistency(older: int, *, newer: int, lookup: Lookup) -> tuple[bytes, ...]:
    """Prove that the tree of `newer` leaves only appended to that of `older` (RFC 9162 s.2.1.4.1).

    Empty for equal sizes and for `older` 0. Raises ValueError where `older` is not from 0 to `newer`.
    """
    if not 0 <= older <= newer:
        raise ValueError(f"A log of {newer} entries was never {older} long.")
    if older in {0, newer}:
        return ()
    path = []
    start, end = 0, newer
    while end != older:
        middle = start + _split(end - start)
        if older <= middle:
            path.append(_range_hash(middle, end=end, lookup=lookup))
            end = middle
        else:
            path.append(_range_hash(start, end=middle, lookup=lookup))
            start = middle
    if start:
        # The older root is not itself a perfect subtree of the newer tree, so its last part is given.
        path.append(_range_hash(start, end=end, lookup=lookup))
    return tuple(reversed(path))


def verify_inclusion(leaf: bytes, *, index: int, checkpoint: Checkpoint, proof: Sequence[bytes]) -> bool:
    """Say whether the bytes `leaf` are entry `index` of the log at this checkpoint (RFC 9162 s.2.1.3.2)."""
    if not 0 <= index < checkpoint.size or not _are_hashes(proof):
        return False
    place, last, found = index, checkpoint.size - 1, tree.leaf_hash(leaf)
    for sibling in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            found = tree.node_hash(sibling, right=found)
            place, last = _skip_lone_levels(place, last=last)
        else:
            found = tree.node_hash(found, right=sibling)
        place, last = place >> 1, last >> 1
    return last == 0 and found == checkpoint.root


def verify_consistency(older: Checkpoint, *, newer: Checkpoint, proof: Sequence[bytes]) -> bool:
    """Say whether the log at `newer` begins with the whole log at `older` (RFC 9162 s.2.1.4.2).

    Both are checkpoints of one origin. An empty log begins every log; equal sizes need equal roots.
    """
    if older.origin != newer.origin or older.size > newer.size or not _are_hashes(proof):
        return False
    if older.size == newer.size:
        return not proof and older.root == newer.root
    if older.size == 0:
        return not proof
    path = [older.root, *proof] if older.size.bit_count() == 1 else list(proof)
    return bool(proof) and _roots_follow(path, older=older, newer=newer)


def _roots_follow(path: list[bytes], *, older: Checkpoint, newer: Checkpoint) -> bool:
    place, last = older.size - 1, newer.size - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    older_root = newer_root = path[0]
    for sibling in path[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            older_root = tree.node_hash(sibling, right=older_root)
            newer_root = tree.node_hash(sibling, right=newer_root)
            place, last = _skip_lone_levels(place, last=last)
        else:
            newer_root = tree.node_hash(newer_root, right=sibling)
        place, last = place >> 1, last >> 1
    # `last` is nought only when the whole of the newer size was walked: a shorter proof proves nothing.
    return last == 0 and older_root == older.root and newer_root == newer.root


def _skip_lone_levels(place: int, *, last: int) -> tuple[int, int]:
    """Climb the levels on which the right edge has no sibling, up to the next one that has."""
    while place and not place & 1:
        place, last = place >> 1, last >> 1
    return place, last


def _are_hashes(proof: Sequence[bytes]) -> bool:
    return all(isinstance(one, bytes) and len(one) == HASH_BYTES for one in proof)


def _split(count: int) -> int:
    """Answer the largest power of two smaller than `count` (2 or more): where RFC 9162 divides a tree."""
    return 1 << (count - 1).bit_length() - 1


def _range_hash(start: int, *, end: int, lookup: Lookup) -> bytes:
    """Hash the leaves from `start` until `end`; RFC 9162 starts a range only where its subtrees may."""
    lowest, *higher = reversed(tree.peak_places(end - start))
    tip = lookup(lowest[0], (start >> lowest[0]) + lowest[1])
    for level, index in higher:
        tip = tree.node_hash(lookup(level, (start >> level) + index), right=tip)
    return tip
