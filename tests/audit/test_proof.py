"""Inclusion and consistency proofs: every right one is accepted, every changed one refused."""

from functools import cache
from hashlib import sha256

import pytest

from alongside.audit.checkpoint import Checkpoint
from alongside.audit.proof import make_consistency, make_inclusion, verify_consistency, verify_inclusion
from alongside.audit.tree import EMPTY_ROOT, Frontier, leaf_hash

ORIGIN = "alongside.example/log"
MOST = 33
BODIES = [f"entry {number}".encode() for number in range(MOST)]
PAIRS = [(older, newer) for newer in range(MOST + 1) for older in range(newer + 1)]


@cache
def hashes():
    frontier, stored = Frontier(), {}
    for number, body in enumerate(BODIES):
        stored[0, number] = leaf_hash(body)
        frontier, made = frontier.append(stored[0, number])
        stored |= {(node.level, node.index): node.hash for node in made}
    return stored


def lookup(level, index):
    return hashes()[level, index]


@cache
def at(size, origin=ORIGIN):
    frontier = Frontier()
    for body in BODIES[:size]:
        frontier, _ = frontier.append(leaf_hash(body))
    return Checkpoint(origin=origin, size=size, root=frontier.root())


def flipped(proof):
    """Every proof that differs in one bit."""
    for place, one in enumerate(proof):
        for bit in range(len(one) * 8):
            changed = bytearray(one)
            changed[bit // 8] ^= 1 << bit % 8
            yield [*proof[:place], bytes(changed), *proof[place + 1 :]]


def cut_and_stretched(proof):
    """Proofs with a hash dropped, doubled, swapped, shortened or added."""
    for place, one in enumerate(proof):
        yield [*proof[:place], *proof[place + 1 :]]
        yield [*proof[:place], one, one, *proof[place + 1 :]]
        yield [*proof[:place], one[:-1], *proof[place + 1 :]]
        yield [*proof[:place], one + b"\x00", *proof[place + 1 :]]
        if place and proof[place - 1] != one:
            yield [*proof[: place - 1], one, proof[place - 1], *proof[place + 1 :]]
    yield [*proof, b"\x00" * 32]
    yield [b"\x00" * 32, *proof]
    yield [*proof, *([b"\x00" * 32] * 64)]


def test_every_inclusion_proof_up_to_33_entries_is_accepted():
    for size in range(1, MOST + 1):
        for index in range(size):
            proof = make_inclusion(index, size=size, lookup=lookup)
            assert verify_inclusion(BODIES[index], index=index, checkpoint=at(size), proof=proof)


def test_every_consistency_proof_up_to_33_entries_is_accepted():
    for older, newer in PAIRS:
        proof = make_consistency(older, newer=newer, lookup=lookup)
        assert verify_consistency(at(older), newer=at(newer), proof=proof)


def test_the_proofs_are_those_published_with_certificate_transparency():
    bodies = [bytes.fromhex(one) for one in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657")]
    bodies.append(bytes.fromhex("606162636465666768696a6b6c6d6e6f"))
    stored, frontier = {}, Frontier()
    for number, body in enumerate(bodies):
        stored[0, number] = leaf_hash(body)
        frontier, made = frontier.append(stored[0, number])
        stored |= {(node.level, node.index): node.hash for node in made}

    inclusion = make_inclusion(5, size=8, lookup=lambda level, index: stored[level, index])
    consistency = make_consistency(6, newer=8, lookup=lambda level, index: stored[level, index])

    assert [one.hex() for one in inclusion] == [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]
    assert [one.hex() for one in consistency] == [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]


def test_an_inclusion_proof_with_any_bit_changed_is_refused():
    for size in range(1, 17):
        for index in range(size):
            proof = make_inclusion(index, size=size, lookup=lookup)
            for wrong in flipped(proof):
                assert not verify_inclusion(BODIES[index], index=index, checkpoint=at(size), proof=wrong)


def test_a_consistency_proof_with_any_bit_changed_is_refused():
    for older, newer in PAIRS:
        if newer <= 16:
            for wrong in flipped(make_consistency(older, newer=newer, lookup=lookup)):
                assert not verify_consistency(at(older), newer=at(newer), proof=wrong)


def test_a_proof_cut_stretched_or_reordered_is_refused():
    for older, newer in PAIRS:
        for wrong in cut_and_stretched(make_consistency(older, newer=newer, lookup=lookup)):
            assert not verify_consistency(at(older), newer=at(newer), proof=wrong)
        if older < newer:
            for wrong in cut_and_stretched(make_inclusion(older, size=newer, lookup=lookup)):
                assert not verify_inclusion(BODIES[older], index=older, checkpoint=at(newer), proof=wrong)


def test_an_entry_at_another_place_is_refused():
    for size in range(1, MOST + 1):
        for index in range(size):
            proof = make_inclusion(index, size=size, lookup=lookup)
            for wrong in (-1, *range(size + 2), 2**64):
                accepted = verify_inclusion(BODIES[index], index=wrong, checkpoint=at(size), proof=proof)
                assert accepted == (wrong == index)


def test_a_proof_for_another_size_is_refused_because_the_checkpoint_carries_its_own_root():
    for size in range(1, MOST + 1):
        for index in range(size):
            proof = make_inclusion(index, size=size, lookup=lookup)
            for other in range(MOST + 1):
                if other != size:
                    assert not verify_inclusion(BODIES[index], index=index, checkpoint=at(other), proof=proof)


def test_a_consistency_proof_between_other_sizes_is_refused():
    for older, newer in PAIRS:
        if 0 < older < newer <= 16:
            proof = make_consistency(older, newer=newer, lookup=lookup)
            for other in range(1, 17):
                assert verify_consistency(at(other), newer=at(newer), proof=proof) == (other == older)
                assert verify_consistency(at(older), newer=at(other), proof=proof) == (other == newer)


def test_the_size_of_the_newer_log_is_walked_to_its_end():
    """A proof that holds for 6 to 8 must not hold for a checkpoint that claims the same root at another size."""
    proof = make_consistency(6, newer=8, lookup=lookup)

    assert verify_consistency(at(6), newer=at(8), proof=proof)
    for claimed in (9, 16, 17, 31, 2**40):
        newer = Checkpoint(origin=ORIGIN, size=claimed, root=at(8).root)
        assert not verify_consistency(at(6), newer=newer, proof=proof)


@pytest.mark.parametrize("size", [1, 2, 7, 8, 33])
def test_another_root_is_refused(size):
    wrong = Checkpoint(origin=ORIGIN, size=size, root=sha256(b"another").digest())
    proof = make_inclusion(0, size=size, lookup=lookup)

    assert not verify_inclusion(BODIES[0], index=0, checkpoint=wrong, proof=proof)
    assert not verify_consistency(at(size), newer=wrong, proof=())
    consistency = make_consistency(1, newer=size, lookup=lookup)
    assert not verify_consistency(at(1), newer=wrong, proof=consistency)


def test_a_node_offered_as_an_entry_is_refused():
    """The second preimage: the two hashes below the root, offered as a leaf of a shorter log."""
    forged = hashes()[0, 0] + hashes()[0, 1]

    for size in (1, 2, 3):
        for proof in ((), (hashes()[0, 2],)):
            assert not verify_inclusion(forged, index=0, checkpoint=at(size), proof=proof)
            one = Checkpoint(origin=ORIGIN, size=1, root=at(2).root)
            assert not verify_inclusion(forged, index=0, checkpoint=one, proof=())


def test_an_empty_log_begins_every_log_and_holds_no_entry():
    assert verify_consistency(at(0), newer=at(7), proof=())
    assert not verify_consistency(at(0), newer=at(7), proof=(EMPTY_ROOT,))
    assert not verify_inclusion(BODIES[0], index=0, checkpoint=at(0), proof=())


def test_a_shrunken_log_and_another_log_are_refused():
    assert not verify_consistency(at(7), newer=at(6), proof=())
    assert not verify_consistency(at(6, "other.example/log"), newer=at(6), proof=())


@pytest.mark.parametrize(("index", "size"), [(-1, 3), (3, 3), (0, 0)])
def test_no_inclusion_proof_is_made_for_an_entry_that_is_not_there(index, size):
    with pytest.raises(ValueError, match="has no entry"):
        make_inclusion(index, size=size, lookup=lookup)


@pytest.mark.parametrize(("older", "newer"), [(-1, 3), (4, 3)])
def test_no_consistency_proof_is_made_from_a_longer_log(older, newer):
    with pytest.raises(ValueError, match="was never"):
        make_consistency(older, newer=newer, lookup=lookup)
