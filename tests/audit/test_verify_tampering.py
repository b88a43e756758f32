"""Whatever is changed in a stored log, verification names the first wrong entry."""

import pytest

from alongside.audit import tree
from alongside.audit.verify import Tampered
from alongside.audit.words import Wrong
from tests.audit.stored import SALT, Stored


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


def add_a_node_of_an_earlier_entry(stored):
    at = next(at for at, node in enumerate(stored.nodes) if node[:2] == (2, 2))
    stored.nodes.insert(at + 1, (1, 2, bytes(32)))


def repeat_a_node_below_another(stored):
    at = next(at for at, node in enumerate(stored.nodes) if node[:2] == (1, 5))
    stored.nodes.insert(at, stored.nodes[at])


def add_a_node_on_a_level_of_its_own(stored):
    at = next(at for at, node in enumerate(stored.nodes) if node[:2] == (1, 5))
    stored.nodes.insert(at, (0, 11, bytes(32)))


def add_an_impossible_node_at_the_end(stored):
    stored.nodes.append((99, 0, bytes(32)))


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


def cut_off_the_end_and_its_nodes_but_leave_the_details(stored):
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


def write_a_commitment_in_capitals(stored):
    stored.rewrite(9, commitments=["AB" * 32])
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
    (add_a_node_of_an_earlier_entry, 11, Wrong.NODE_SURPLUS),
    (repeat_a_node_below_another, 11, Wrong.NODE_SURPLUS),
    (add_a_node_on_a_level_of_its_own, 9, Wrong.NODE_SURPLUS),
    (add_an_impossible_node_at_the_end, 19, Wrong.NODE_SURPLUS),
    (add_an_impossible_node, 0, Wrong.NODE_SURPLUS),
    (drop_in_the_middle, 9, Wrong.LEAF_MISSING),
    (drop_in_the_middle_and_renumber, 9, Wrong.LEAF_MISNUMBERED),
    (swap_two, 9, Wrong.LEAF_MISNUMBERED),
    (read_out_of_order, 9, Wrong.LEAF_MISSING),
    (repeat_one, 9, Wrong.LEAF_MISNUMBERED),
    (cut_off_the_end, 15, Wrong.LEAF_MISSING),
    (cut_off_the_end_and_its_nodes_but_leave_the_details, 18, Wrong.LEAF_MISSING),
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
    (write_a_commitment_in_capitals, 9, Wrong.LEAF_FIELDS),
    (write_a_time_in_words, 9, Wrong.LEAF_FIELDS),
]


@pytest.mark.parametrize(("tamper", "where", "what"), TAMPERINGS, ids=[one[0].__name__ for one in TAMPERINGS])
def test_tampering_is_found_and_the_first_wrong_entry_named(tamper, where, what):
    stored = Stored(20)
    tamper(stored)

    seq, last = where if isinstance(where, tuple) else (where, where)
    assert stored.verdict() == Tampered(seq, what, last=last)
