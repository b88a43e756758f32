"""The Merkle tree of RFC 9162, against the vectors published with Certificate Transparency."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.audit.tree import EMPTY_ROOT, Frontier, completing_leaf, leaf_hash, node_hash, peak_places

LEAVES = [
    bytes.fromhex(text)
    for text in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = (
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)


def grown(bodies):
    frontier, nodes = Frontier(), []
    for body in bodies:
        frontier, made = frontier.append(leaf_hash(body))
        nodes.extend(made)
    return frontier, nodes


def plain_root(bodies):
    """The definition of RFC 9162 s.2.1.1, word for word."""
    if not bodies:
        return sha256(b"").digest()
    if len(bodies) == 1:
        return sha256(b"\x00" + bodies[0]).digest()
    split = 1
    while split * 2 < len(bodies):
        split *= 2
    return sha256(b"\x01" + plain_root(bodies[:split]) + plain_root(bodies[split:])).digest()


@pytest.mark.parametrize("size", range(9))
def test_roots_are_those_published_with_certificate_transparency(size):
    frontier, _ = grown(LEAVES[:size])

    assert frontier.root().hex() == ROOTS[size]


@given(st.lists(st.binary(max_size=8), max_size=70))
def test_the_frontier_gives_the_root_of_the_definition(bodies):
    frontier, _ = grown(bodies)

    assert frontier.size == len(bodies)
    assert frontier.root() == plain_root(bodies)


@pytest.mark.parametrize("size", range(70))
def test_appending_makes_each_perfect_subtree_once_when_its_last_leaf_comes(size):
    bodies = [bytes([number]) for number in range(size)]
    frontier, nodes = grown(bodies)

    wanted = {(level, index) for level in range(1, 8) for index in range(size >> level)}
    assert {(node.level, node.index) for node in nodes} == wanted
    assert len(nodes) == len(wanted) == size - size.bit_count()
    for node in nodes:
        last = completing_leaf(node.level, index=node.index)
        assert node.hash == plain_root(bodies[last + 1 - (1 << node.level) : last + 1])
    peaks = {(node.level, node.index): node.hash for node in nodes}
    peaks |= {(0, number): leaf_hash(body) for number, body in enumerate(bodies)}
    assert frontier.peaks == tuple(peaks[place] for place in peak_places(size))


def test_a_node_cannot_pass_as_a_leaf():
    left, right = leaf_hash(b"one"), leaf_hash(b"two")

    assert leaf_hash(left + right) != node_hash(left, right=right)
    assert leaf_hash(b"\x01" + left + right) != node_hash(left, right=right)


def test_an_empty_log_has_the_root_of_nothing():
    assert Frontier().root() == EMPTY_ROOT == sha256(b"").digest()


@pytest.mark.parametrize(("size", "peaks"), [(-1, ()), (0, (b"x" * 32,)), (3, (b"x" * 32,))])
def test_a_frontier_with_the_wrong_number_of_peaks_is_refused(size, peaks):
    with pytest.raises(ValueError, match="peaks"):
        Frontier(size, peaks)
