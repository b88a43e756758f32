"""A verdict on a whole log: what is OK, what is only mentioned, and what one alone cannot find."""

import pytest

from alongside.audit.tree import EMPTY_ROOT
from alongside.audit.verify import Intact, Tampered, verify
from alongside.audit.words import Wrong
from tests.audit.stored import Stored


@pytest.mark.parametrize("size", range(35))
def test_an_untouched_log_is_ok_and_its_root_is_told(size):
    stored = Stored(size)

    assert stored.verdict() == Intact(size, stored.frontier.root(), 0, None)


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


def test_a_node_stored_for_an_empty_log_is_found():
    for node, what in (((99, 0, bytes(32)), Wrong.NODE_SURPLUS), ((1, 0, bytes(32)), Wrong.LEAF_MISSING)):
        assert verify([], nodes=[node], details=[]) == Tampered(0, what, last=0)


def test_an_entry_numbered_below_nought_is_found():
    assert verify([(-1, b"", b"")], nodes=[], details=[]) == Tampered(-1, Wrong.LEAF_MISNUMBERED, last=-1)


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
    assert stored.verdict().sentence().endswith("; 3 details no longer kept")


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
