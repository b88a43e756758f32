"""An entry is written inside the transaction of its deed, or not at all; the database never lets it change."""

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from itertools import chain
from types import SimpleNamespace

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import IntegrityError, connection, connections, transaction
from django.db.migrations.executor import MigrationExecutor

from alongside.access import frame
from alongside.audit import canonical, log, queries
from alongside.audit.entry import Entry, LeafRefused
from alongside.audit.grouping import GroupCommit
from alongside.audit.log import LogDamaged, NoTransaction
from alongside.audit.reading import verify_database
from alongside.audit.tree import EMPTY_ROOT

RIGHT = {
    "deeds": [
        {"action": "consultation:recorded", "about": "consultation:0192f0c1-2b3c-7d4e-8f50-6a7b8c9d0e1f"}
    ],
    "ts": 1_790_000_000_000_000,
    "actor": "0192f0c1-2b3c-7d4e-8f50-000000000001",
    "session": "5f" * 16,
    "agency": "0192f0c1-2b3c-7d4e-8f50-000000000002",
    "purpose": "direct_work",
    "outcome": "done",
    "policy": "ab" * 32,
    "request": "0192f0c1-2b3c-7d4e-8f50-000000000003",
}
ORIGIN = "alongside.example/log"


def rows(sql):
    with connection.cursor() as cursor:
        return cursor.execute(sql).fetchall()


def appended(count, **changes):
    with transaction.atomic():
        return [log.append(**{**RIGHT, **changes}) for _ in range(count)]


def test_entries_are_numbered_from_nought_without_a_gap(log_file):
    assert appended(3) == [0, 1, 2]
    assert appended(2) == [3, 4]
    assert [
        json.loads(bytes(body))["seq"] for (body,) in rows("SELECT body FROM audit_leaf ORDER BY seq")
    ] == [*range(5)]


def test_a_log_grown_one_by_one_and_one_grown_at_once_have_the_same_tree(log_file):
    for _ in range(11):
        appended(1)
    one_by_one = log.head(origin=ORIGIN), rows('SELECT * FROM audit_node ORDER BY level, "index"')

    with transaction.atomic():
        assert log.append_many([Entry(**RIGHT)] * 22) == [*range(11, 33)]
    verdict = verify_database()

    assert one_by_one[0].size == 11
    assert len(one_by_one[1]) == 11 - 3
    assert (verdict.size, verdict.root) == (33, log.head(origin=ORIGIN).root)


def test_an_empty_log_has_a_head(log_file):
    assert (log.head(origin=ORIGIN).size, log.head(origin=ORIGIN).root) == (0, EMPTY_ROOT)


def test_a_leaf_only_commits_to_its_details(log_file):
    details = [{"why": "Amira rang at nine"}, "second"]
    appended(1, details=details)

    ((body,),) = rows("SELECT body FROM audit_leaf")
    kept = rows("SELECT leaf_seq, position, salt, content FROM audit_detail ORDER BY position")

    assert b"Amira" not in bytes(body)
    assert [canonical.decode(bytes(content)) for *_, content in kept] == details
    assert json.loads(bytes(body))["commitments"] == [
        canonical.commitment(bytes(content), salt=bytes(salt)).hex() for _, _, salt, content in kept
    ]
    assert kept[0][2] != kept[1][2]


def test_what_a_deed_was_given_can_be_asked_for_until_it_is_erased(log_file):
    appended(2, details=[{"words": {"benefit": "sleep"}}])
    rows("DELETE FROM audit_detail WHERE leaf_seq = 1")

    with frame.doing():
        assert queries.detail_of(leaf_seq=0) == {"words": {"benefit": "sleep"}}
        assert queries.detail_of(leaf_seq=1) is None


def test_outside_a_transaction_nothing_is_written(log_file):
    with pytest.raises(NoTransaction):
        log.append(**RIGHT)
    with pytest.raises(NoTransaction):
        log.append_many([Entry(**RIGHT)])

    assert rows("SELECT COUNT(*) FROM audit_leaf") == [(0,)]


def test_a_deed_rolled_back_takes_its_entry_along_and_the_number_is_used_again(log_file):
    appended(2)
    with transaction.atomic():
        assert log.append(**RIGHT, details=["gone"]) == 2
        transaction.set_rollback(True)

    assert rows("SELECT COUNT(*) FROM audit_detail") == [(0,)]
    assert appended(1) == [2]
    assert verify_database().word == "OK"


def test_free_text_is_refused_before_anything_is_written(log_file):
    with transaction.atomic(), pytest.raises(LeafRefused):
        log.append(**{**RIGHT, "purpose": "Amira's mother rang"})

    assert rows("SELECT COUNT(*) FROM audit_leaf") == [(0,)]


def test_nothing_is_appended_to_a_tree_with_a_hole(log_file):
    appended(5)
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER audit_node_is_never_removed")
        cursor.execute("DELETE FROM audit_node WHERE level = 2")

    with transaction.atomic(), pytest.raises(LogDamaged, match="below entry 4"):
        log.append(**RIGHT)


@pytest.mark.parametrize(
    ("sql", "sentence"),
    [
        ("UPDATE audit_leaf SET body = x'00' WHERE seq = 0", "never changed or removed"),
        ("DELETE FROM audit_leaf WHERE seq = 2", "never changed or removed"),
        ("DELETE FROM audit_leaf", "never changed or removed"),
        ("INSERT OR REPLACE INTO audit_leaf SELECT * FROM audit_leaf WHERE seq = 1", "takes the next number"),
        (
            "INSERT INTO audit_leaf SELECT 7, body, hash FROM audit_leaf WHERE seq = 1",
            "takes the next number",
        ),
        (
            "INSERT INTO audit_leaf SELECT -1, body, hash FROM audit_leaf WHERE seq = 1",
            "takes the next number",
        ),
        ("UPDATE audit_node SET hash = zeroblob(32)", "never changed or removed"),
        ("DELETE FROM audit_node", "never changed or removed"),
        ("INSERT OR REPLACE INTO audit_node SELECT * FROM audit_node", "written once"),
        ("UPDATE audit_detail SET content = x'00'", "never edited"),
        ("INSERT OR REPLACE INTO audit_detail SELECT * FROM audit_detail", "written once"),
        ("INSERT INTO audit_leaf VALUES (3, x'00', x'00')", "a_leaf_hash_has_32_bytes"),
        ("INSERT INTO audit_node VALUES (1, 9, x'00')", "a_node_hash_has_32_bytes"),
        ("INSERT INTO audit_node VALUES (0, 9, zeroblob(32))", "a_node_stands_above_the_leaves"),
        ("INSERT INTO audit_node VALUES (1, -1, zeroblob(32))", "a_node_stands_above_the_leaves"),
        ("INSERT INTO audit_detail VALUES (0, 9, x'00', x'00')", "a_detail_has_a_salt_of_32_bytes"),
    ],
)
def test_the_database_itself_refuses_to_change_the_log(log_file, sql, sentence):
    appended(3, details=["kept"])

    with pytest.raises(IntegrityError, match=sentence), connection.cursor() as cursor:
        cursor.execute(sql)

    assert verify_database().word == "OK"
    assert rows("SELECT COUNT(*) FROM audit_leaf") == [(3,)]


def test_an_empty_log_cannot_begin_with_another_number_than_nought(log_file):
    with pytest.raises(IntegrityError, match="takes the next number"), connection.cursor() as cursor:
        cursor.execute("INSERT INTO audit_leaf VALUES (-1, x'00', zeroblob(32))")


def test_a_detail_may_be_erased_and_the_log_still_holds(log_file):
    appended(2, details=["one", "two"])
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM audit_detail WHERE leaf_seq = 0 AND position = 1")

    verdict = verify_database()

    assert (verdict.word, verdict.absent_details) == ("OK", 1)


def test_all_eight_triggers_are_there_after_the_last_migration(log_file):
    """A migration that alters a table on SQLite makes it anew and loses them: lay them again there."""
    names = rows(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'audit_%' ORDER BY name"
    )

    assert [name for (name,) in names] == [
        "audit_detail_is_never_changed",
        "audit_detail_is_written_once",
        "audit_leaf_follows_the_last",
        "audit_leaf_is_never_changed",
        "audit_leaf_is_never_removed",
        "audit_node_is_never_changed",
        "audit_node_is_never_removed",
        "audit_node_is_written_once",
    ]


def test_a_database_on_which_nothing_refuses_a_change_cannot_keep_the_log():
    migration = import_module("alongside.audit.migrations.0002_the_log_only_grows")

    with pytest.raises(ImproperlyConfigured, match="cannot be kept on another"):
        migration.lay(None, SimpleNamespace(connection=SimpleNamespace(vendor="another")))


def test_the_triggers_can_be_lifted_by_migrating_back(log_file):
    executor = MigrationExecutor(connection)
    executor.migrate([("audit", "0001_initial")])

    assert rows("SELECT COUNT(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'audit_%'") == [
        (0,)
    ]


def test_readings_of_many_threads_are_written_in_groups_without_a_gap(log_file):
    def commit(batch):
        with transaction.atomic():
            return log.append_many(batch)

    group = GroupCommit(commit)
    start = threading.Barrier(6)

    def read_pages(_):
        try:
            start.wait(30)
            return [group.submit(Entry(**RIGHT)) for _ in range(20)]
        finally:
            connections["default"].close()

    with ThreadPoolExecutor(6) as pool:
        numbers = [*chain.from_iterable(pool.map(read_pages, range(6)))]

    assert sorted(numbers) == [*range(120)]
    assert verify_database().size == 120
