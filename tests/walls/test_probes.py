"""No path around the queries tells anything of a child to someone who may not know of it.

With the wall off the same paths tell nearly everything: without that, this file would prove nothing.
"""

import contextlib

import pytest
from django.apps import apps
from django.db import connections

from alongside.access import context, frame
from alongside.access.gate import reads
from alongside.access.routing import READER, WRITER
from alongside.access.sqlite import wall
from alongside.access.sqlite.wall import ProtectedName
from tests.walls import paths_by_hand
from tests.walls.paths import PATHS, Child, Prey, all_learned, learned

pytestmark = pytest.mark.wall

LEAST_LEAKS_WITHOUT_THE_WALL = 19
# These go behind the views by name, or to the writer: nobody's to use, whoever looks.
FOR_NOBODY = {
    "a_table_expression_named_like_the_view", "a_name_behind_the_view", "a_quoted_name_behind_the_view",
    "the_view_thrown_down", "the_writer_by_name", "a_cursor_on_the_writer", "dumpdata", "get_or_create",
    "a_unique_constraint_that_validates",
}  # fmt: skip


@pytest.fixture
def prey(cast) -> Prey:
    amira = cast.amira
    return Prey(cast.child_id, cast.case_id, cast.mother_id, amira.agency_id, amira.membership_id)


@contextlib.contextmanager
def looking_as(person):
    with frame.looking(person.ctx().eyes()):
        wall.fill(connections[READER])
        yield


def open_the_wall(monkeypatch):
    """Take both walls away: the views from the reader, the guards from both connections."""
    connections[READER].ensure_connection()
    raw = connections[READER].connection
    for (view,) in raw.execute("SELECT name FROM sqlite_temp_master WHERE type = 'view'").fetchall():
        raw.execute(f'DROP VIEW temp."{view}"')
    monkeypatch.setattr(wall, "refuse_names_behind", lambda sql: None)
    monkeypatch.setattr(wall, "refuse_protected_names", lambda sql: None)


def test_there_are_enough_paths():
    assert len(PATHS) >= 40
    assert paths_by_hand.a_cursor in PATHS.values()


@pytest.mark.parametrize("name", PATHS)
@pytest.mark.parametrize("who", ["ben", "dev", "esther", "farid", "hal", "iris"])
def test_no_path_tells_anything_to_one_who_may_not_know(cast, prey, who, name):
    with looking_as(getattr(cast, who)):
        assert not learned(PATHS[name], prey)


@pytest.mark.parametrize("name", PATHS)
def test_no_path_tells_anything_where_nobody_looks(prey, name):
    assert not learned(PATHS[name], prey)


def test_after_one_who_may_know_the_next_finds_nothing(cast, prey):
    with looking_as(cast.amira):
        assert learned(PATHS["the_manager"], prey)
    assert not all_learned(prey)
    with frame.looking(cast.dev.ctx().eyes()):  # not filled for dev: the sets are still amira's
        assert not all_learned(prey)


@pytest.mark.parametrize("name", sorted(set(PATHS) - FOR_NOBODY))
def test_one_who_may_know_finds_the_child_by_every_open_path(cast, prey, name):
    with looking_as(cast.amira):
        assert learned(PATHS[name], prey)


@pytest.mark.parametrize("name", sorted(FOR_NOBODY))
def test_the_paths_behind_the_wall_are_open_to_nobody(cast, prey, name):
    with looking_as(cast.amira):
        assert not learned(PATHS[name], prey)


def test_without_the_wall_the_same_paths_tell_a_stranger_nearly_everything(cast, prey, monkeypatch, capsys):
    open_the_wall(monkeypatch)
    with looking_as(cast.dev):
        told = all_learned(prey, among=sorted(set(PATHS) - {"the_view_thrown_down"}))
    with capsys.disabled():
        print(f"\n  probes: {len(PATHS)} paths; 0 tell with the wall, {len(told)} without")  # noqa: T201
    assert len(told) >= LEAST_LEAKS_WITHOUT_THE_WALL
    assert set(PATHS) - {"the_view_thrown_down"} - told == set()


WRITES = {
    "save": lambda c: Child(pk=c).save(using=READER),
    "create": lambda c: Child.objects.using(READER).create(pk=c),
    "update": lambda c: Child.objects.using(READER).update(name="-"),
    "delete": lambda c: Child.objects.all()._raw_delete(READER),
    "bulk_create": lambda c: Child.objects.using(READER).bulk_create([Child(pk=c)]),
    "update outside a deed": lambda c: Child.objects.update(name="-"),
    "save outside a deed": lambda c: Child(pk=c, name="-").save(),
    "a cursor": lambda c: connections[READER].cursor().execute("UPDATE families_child SET name = '-'"),
}


@pytest.mark.parametrize("name", WRITES)
def test_nothing_is_written_around_the_gate(cast, name):
    with looking_as(cast.amira), pytest.raises(ProtectedName):
        WRITES[name](cast.child_id)


def test_the_reader_could_not_write_even_without_its_guard(cast, monkeypatch):
    monkeypatch.setattr(wall, "refuse_names_behind", lambda sql: None)
    with looking_as(cast.amira), pytest.raises(Exception, match=r"cannot modify|readonly"):
        Child.objects.using(READER).update(name="-")
    with pytest.raises(Exception, match="readonly"):
        connections[READER].connection.execute("DELETE FROM main.directory_agency")


CLOSED_TO_THE_WRITER = ["access_grant", "access_conflict", "access_seal", "access_receipt", "notify_message"]


@pytest.mark.parametrize("table", CLOSED_TO_THE_WRITER)
def test_outside_a_deed_the_writer_names_no_closed_table(cast, table):
    with connections[WRITER].cursor() as cursor:
        for sql in (f"SELECT count(*) FROM {table}", f'DELETE FROM main."{table}"'):
            with pytest.raises(ProtectedName):
                cursor.execute(sql)


@pytest.mark.parametrize("table", ["audit_leaf", "audit_node", "audit_detail"])
def test_the_log_alone_can_be_read_by_its_verifier_outside_a_deed(cast, table):
    with connections[WRITER].cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        assert cursor.fetchone()[0] > 0


@pytest.mark.parametrize(
    "label", ["access.Grant", "access.Receipt", "audit.Leaf", "audit.Detail", "notify.Message"]
)
def test_a_closed_table_is_empty_on_every_page(cast, label):
    with looking_as(cast.amira):
        assert not apps.get_model(label)._default_manager.exists()


def test_a_query_leaves_no_eyes_behind(cast):
    @reads("probe:look")
    def look(look_: object) -> int:
        return int(Child.objects.count())

    assert look(cast.amira.ctx()) == 1
    assert frame.sight() is None
    assert Child.objects.count() == 0


def test_the_installation_itself_sees_no_row(cast):
    upkeep = context.upkeep_context()
    with frame.looking(upkeep.eyes()):
        wall.fill(connections[READER])
        assert not Child.objects.exists()
