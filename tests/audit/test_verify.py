"""Whatever is changed in a stored log, verification names the first wrong entry."""

import json

import pytest

from alongside.audit import canonical, tree
from alongside.audit.entry import Entry
from alongside.audit.tree import EMPTY_ROOT, Frontier, leaf_hash
from alongside.audit.verify import Intact, Tampered, verify
from alongside.audit.words import Wrong

SALT = bytes(32)


def entry(number, **changes):
    fields = {
        "deeds": [{"action": "page:opened", "about": "-"}],
        "ts": 1_790_000_000_000_000 + number,
        "actor": "0192f0c1-2b3c-7d4e-8f50-000000000001",
        "session": "5f" * 16,
        "agency": "0192f0c1-2b3c-7d4e-8f50-000000000002",
        "purpose": "direct_work",
        "outcome": "done",
        "policy": "ab" * 32,
        "request": "-",
        "details": [f"words of {number}", "more"] if number % 3 == 0 else [],
    }
    return Entry(**{**fields, **changes})


class Stored:
    """A log in memory, to be tampered with."""

    def __init__(self, size, **changes):
        self.leaves, self.nodes, self.details = [], [], []
        self.frontier = Frontier()
        for number in range(size):
            one = entry(number, **changes)
            written = one.detail_bytes()
            body = one.body(number, commitments=[canonical.commitment(each, salt=SALT) for each in written])
            self.leaves.append((number, body, leaf_hash(body)))
            self.details.extend((number, place, SALT, each) for place, each in enumerate(written))
            self.frontier, made = self.frontier.append(leaf_hash(body))
            self.nodes.extend((node.level, node.index, node.hash) for node in made)

    def put_body(self, seq, body, *, kept=None):
        self.leaves[seq] = (seq, body, leaf_hash(body) if kept is None else kept)

    def rewrite(self, seq, **changes):
        """Change fields of an entry and make its own hash fit."""
        body = canonical.encode({**json.loads(self.leaves[seq][1]), **changes})
        self.put_body(seq, body)

    def grow_nodes_again(self):
        """Make the whole tree fit what the entries now say, as an insider would."""
        frontier, self.nodes = Frontier(), []
        for _, _, kept in self.leaves:
            frontier, made = frontier.append(kept)
            self.nodes.extend((node.level, node.index, node.hash) for node in made)

    def verdict(self):
        return verify(self.leaves, nodes=self.nodes, details=self.details)


@pytest.mark.parametrize("size", range(35))
def test_an_untouched_log_is_ok_and_its_root_is_told(size):
    stored = Stored(size)

    assert stored.verdict() == Intact(size, stored.frontier.root(), 0, None)


def change_a_body(stored):
    _, body, kept = stored.leaves[9]
    stored.put_body(9, body.replace(b'"done"', b'"gone"'), kept=kept)


def change_a_hash(stored):
    stored.leaves[9] = (*stored.leaves[9][:2], bytes(32))


def change_a_body_and_its_hash(stored):
    stored.rewrite(9, outcome="refused")


def change_an_even_body_and_its_hash(stored):
    stored.rewrite(8, outcome="refused")


def change_a_low_node(stored):
    at = next(at for at, node in enumerate(stored.nodes) if node[:2] == (1, 4))
    stored.nodes[at] = (1, 4, bytes(32))


def change_a_high_node(stored):
    at = next(at for at, node in enumerate(stored.nodes) if node[:2] == (2, 2))
    stored.nodes[at] = (2, 2, bytes(32))


def drop_a_node(stored):
    stored.nodes = [node for node in stored.nodes if node[:2] != (2, 2)]


def drop_the_last_node(stored):
    stored.nodes.pop()


def add_a_node(stored):
    at = next(at for at, node in enumerate(stored.nodes) if node[:2] == (2, 2))
    stored.nodes.insert(at, stored.nodes[at])


def add_an_impossible_node(stored):
    stored.nodes.insert(0, (0, 0, bytes(32)))


def drop_in_the_middle(stored):
    del stored.leaves[9]


def drop_in_the_middle_and_renumber(stored):
    del stored.leaves[9]
    stored.leaves = [(seq, body, kept) for seq, (_, body, kept) in enumerate(stored.leaves)]
    stored.grow_nodes_again()


def swap_two(stored):
    (seq, *nine), (other, *ten) = stored.leaves[9], stored.leaves[10]
    stored.leaves[9], stored.leaves[10] = (seq, *ten), (other, *nine)


def read_out_of_order(stored):
    stored.leaves[9], stored.leaves[10] = stored.leaves[10], stored.leaves[9]


def repeat_one(stored):
    stored.leaves.insert(10, stored.leaves[9])


def cut_off_the_end(stored):
    del stored.leaves[15:]


def cut_off_the_end_and_its_nodes(stored):
    del stored.leaves[18:]
    stored.nodes = [one for one in stored.nodes if tree.completing_leaf(one[0], index=one[1]) < 18]


def empty_it(stored):
    stored.leaves = []


def change_a_detail(stored):
    at = next(at for at, one in enumerate(stored.details) if one[:2] == (9, 1))
    stored.details[at] = (9, 1, SALT, b'"other words"')


def change_a_salt(stored):
    at = next(at for at, one in enumerate(stored.details) if one[:2] == (9, 0))
    stored.details[at] = (9, 0, b"\x01" * 32, stored.details[at][3])


def shorten_a_salt(stored):
    at = next(at for at, one in enumerate(stored.details) if one[:2] == (9, 0))
    stored.details[at] = (9, 0, b"", stored.details[at][3])


def add_a_detail(stored):
    at = next(at for at, one in enumerate(stored.details) if one[:2] == (9, 1))
    stored.details.insert(at + 1, (9, 2, SALT, b'"one more"'))


def add_a_detail_to_another_entry(stored):
    stored.details.insert(6, (7, 0, SALT, b'"one more"'))


def add_a_detail_before_the_log(stored):
    stored.details.insert(0, (-1, 0, SALT, b'"one more"'))


def spell_it_otherwise(stored):
    stored.put_body(9, stored.leaves[9][1].replace(b":", b": ", 1))
    stored.grow_nodes_again()


def write_no_json(stored):
    stored.put_body(9, b"\xff")
    stored.grow_nodes_again()


def write_a_list(stored):
    stored.put_body(9, b"[]")
    stored.grow_nodes_again()


def add_a_field(stored):
    stored.rewrite(9, note="Amira rang")
    stored.grow_nodes_again()


def write_another_version(stored):
    stored.rewrite(9, v=2)
    stored.grow_nodes_again()


def write_no_commitments(stored):
    stored.rewrite(9, commitments="none")
    stored.grow_nodes_again()


def write_half_a_commitment(stored):
    stored.rewrite(9, commitments=["00"])
    stored.grow_nodes_again()


def write_a_commitment_that_is_a_number(stored):
    stored.rewrite(9, commitments=[7])
    stored.grow_nodes_again()


def write_a_time_in_words(stored):
    stored.rewrite(9, ts="nine o'clock")
    stored.grow_nodes_again()


TAMPERINGS = [
    (change_a_body, 9, Wrong.LEAF_HASH),
    (change_a_hash, 9, Wrong.LEAF_HASH),
    (change_a_body_and_its_hash, (8, 9), Wrong.NODE_HASH),
    (change_an_even_body_and_its_hash, (8, 9), Wrong.NODE_HASH),
    (change_a_low_node, (8, 9), Wrong.NODE_HASH),
    (change_a_high_node, 11, Wrong.NODE_HASH),
    (drop_a_node, 11, Wrong.NODE_MISSING),
    (drop_the_last_node, 19, Wrong.NODE_MISSING),
    (add_a_node, 11, Wrong.NODE_SURPLUS),
    (add_an_impossible_node, 0, Wrong.NODE_SURPLUS),
    (drop_in_the_middle, 9, Wrong.LEAF_MISSING),
    (drop_in_the_middle_and_renumber, 9, Wrong.LEAF_MISNUMBERED),
    (swap_two, 9, Wrong.LEAF_MISNUMBERED),
    (read_out_of_order, 9, Wrong.LEAF_MISSING),
    (repeat_one, 9, Wrong.LEAF_MISNUMBERED),
    (cut_off_the_end, 15, Wrong.LEAF_MISSING),
    (cut_off_the_end_and_its_nodes, 18, Wrong.LEAF_MISSING),
    (empty_it, 0, Wrong.LEAF_MISSING),
    (change_a_detail, 9, Wrong.DETAIL_CHANGED),
    (change_a_salt, 9, Wrong.DETAIL_CHANGED),
    (shorten_a_salt, 9, Wrong.DETAIL_CHANGED),
    (add_a_detail, 9, Wrong.DETAIL_SURPLUS),
    (add_a_detail_to_another_entry, 7, Wrong.DETAIL_SURPLUS),
    (add_a_detail_before_the_log, 0, Wrong.DETAIL_SURPLUS),
    (spell_it_otherwise, 9, Wrong.LEAF_NOT_CANONICAL),
    (write_no_json, 9, Wrong.LEAF_NOT_CANONICAL),
    (write_a_list, 9, Wrong.LEAF_FIELDS),
    (add_a_field, 9, Wrong.LEAF_FIELDS),
    (write_another_version, 9, Wrong.LEAF_FIELDS),
    (write_no_commitments, 9, Wrong.LEAF_FIELDS),
    (write_half_a_commitment, 9, Wrong.LEAF_FIELDS),
    (write_a_commitment_that_is_a_number, 9, Wrong.LEAF_FIELDS),
    (write_a_time_in_words, 9, Wrong.LEAF_FIELDS),
]


@pytest.mark.parametrize(("tamper", "where", "what"), TAMPERINGS, ids=[one[0].__name__ for one in TAMPERINGS])
def test_tampering_is_found_and_the_first_wrong_entry_named(tamper, where, what):
    stored = Stored(20)
    tamper(stored)

    seq, last = where if isinstance(where, tuple) else (where, where)
    assert stored.verdict() == Tampered(seq, what, last=last)


def test_every_bit_of_every_entry_hash_node_salt_and_detail_is_covered():
    stored = Stored(5)
    for rows_kept in (stored.leaves, stored.nodes, stored.details):
        for at, row in enumerate(rows_kept):
            for column, value in enumerate(row):
                for bit in range(len(value) * 8 if isinstance(value, bytes) else 0):
                    changed = bytearray(value)
                    changed[bit // 8] ^= 1 << bit % 8
                    rows_kept[at] = (*row[:column], bytes(changed), *row[column + 1 :])
                    assert isinstance(stored.verdict(), Tampered)
            rows_kept[at] = row
    assert isinstance(stored.verdict(), Intact)


def test_history_rewritten_so_that_all_of_it_fits_has_another_root():
    """Alone it cannot be found; the root that somebody else kept finds it."""
    stored = Stored(20)
    stored.rewrite(9, outcome="refused")
    stored.grow_nodes_again()

    verdict = stored.verdict()

    assert isinstance(verdict, Intact)
    assert verdict.root != stored.frontier.root()


def test_erased_details_are_counted_and_are_no_tampering():
    stored = Stored(20)
    stored.details = [one for one in stored.details if one[:2] != (9, 0) and one[0] != 12]

    assert stored.verdict() == Intact(20, stored.frontier.root(), 3, None)


def test_a_clock_put_back_is_mentioned_and_is_no_tampering():
    stored = Stored(6)
    stored.rewrite(4, ts=5)
    stored.grow_nodes_again()

    verdict = stored.verdict()

    assert verdict.first_step_back == 4
    assert verdict.sentence().endswith("the clock stepped back at entry 4")


def test_a_verdict_is_said_in_one_line():
    assert Intact(0, EMPTY_ROOT, 0, None).sentence() == (
        "OK: 0 entries, root 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
    )
    assert Tampered(9, Wrong.LEAF_HASH, last=9).sentence() == (
        "TAMPERED: entry 9: its text is not the text that was written"
    )
    assert Tampered(8, Wrong.NODE_HASH, last=9).sentence().startswith("TAMPERED: entries 8 to 9: ")
