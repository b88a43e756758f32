"""What the gate promises of every deed (laws 3, 4 and 15)."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from uuid import uuid4

import pytest
from django.db import connections

from alongside.access import context, gate
from alongside.access import queries as access
from alongside.access.words import NoContext, NothingNoted, NotThere, Refused, SavedWithOtherWords
from alongside.audit import log
from alongside.audit.reading import verify_database
from alongside.cases import commands as cases
from alongside.directory import commands as directory
from alongside.families import commands as families
from alongside.families import queries
from tests.access.doors import add_without_a_word, added, last_leaf, open_with_child, rows


class LogFailedError(RuntimeError):
    pass


def fail(*_args, **_words):
    raise LogFailedError


def add(ctx, cast, name="Ola"):
    return families.add_child(ctx, case_id=cast.case_id, name=name, born_on=None)


def test_a_deed_leaves_its_rows_one_leaf_with_its_detail_and_one_receipt(cast):
    before = rows()
    add(cast.amira.ctx(), cast)
    grown = added(before)
    grown.pop("audit.Node", None)  # how many depends on where the log stands
    assert grown == {"families.Child": 1, "audit.Leaf": 1, "audit.Detail": 1, "access.Receipt": 1}


def test_the_leaf_says_who_did_what_to_which_thing_and_no_name(cast):
    ctx = cast.amira.ctx()
    child_id = add(ctx, cast)
    leaf = last_leaf()
    assert leaf["actor"] == str(cast.amira.membership_id)
    assert leaf["request"] == ctx.request_id
    assert leaf["deeds"] == [{"action": "child:added", "about": f"child:{child_id}"}]
    assert "Ola" not in str(leaf)
    assert "Amira" not in str(leaf)


def test_a_deed_that_notes_nothing_is_undone(cast):
    before = rows()
    with pytest.raises(NothingNoted):
        add_without_a_word(cast.amira.ctx(), case_id=cast.case_id)
    assert added(before) == {}


def test_if_the_log_fails_nothing_happened(cast, monkeypatch):
    before = rows()
    monkeypatch.setattr(log, "append_many", fail)
    with pytest.raises(LogFailedError):
        add(cast.amira.ctx(), cast)
    assert added(before) == {}


def test_if_the_log_failed_the_same_press_succeeds_later(cast, monkeypatch):
    ctx = cast.amira.ctx()
    with monkeypatch.context() as broken:
        broken.setattr(log, "append_many", fail)
        with pytest.raises(LogFailedError):
            add(ctx, cast)
    assert add(ctx, cast)


def test_a_deed_within_a_deed_joins_its_frame_and_its_leaf(cast):
    before = rows()
    case_id = open_with_child(cast.amira.ctx(), name="Ola")
    assert added(before)["audit.Leaf"] == 1
    assert added(before)["access.Receipt"] == 1
    assert [d["action"] for d in last_leaf()["deeds"]] == ["case:opened", "child:added", "test:family"]
    assert f"case:{case_id}" in str(last_leaf())


def test_a_deed_started_anew_inside_another_is_refused(cast):
    @gate.writes("test:nested")
    def nested(act):
        act.note("test:nested", about=None)
        cases.open_case(cast.amira.ctx())

    before = rows()
    with pytest.raises(RuntimeError, match="durable"):
        nested(cast.amira.ctx())
    assert added(before) == {}


def test_a_command_id_of_another_person_is_another_command(cast):
    command_id = uuid4()
    mine = cases.open_case(cast.amira.ctx(command_id=command_id))
    yours = cases.open_case(cast.ben.ctx(command_id=command_id))
    assert mine != yours


def test_the_same_id_for_another_command_is_a_conflict(cast):
    command_id = uuid4()
    add(cast.amira.ctx(command_id=command_id), cast)
    before = rows()
    with pytest.raises(SavedWithOtherWords) as conflict:
        cases.open_case(cast.amira.ctx(command_id=command_id))
    assert conflict.value.first["name"] == "Ola"
    assert added(before) == {}


def test_fifty_presses_at_once_have_one_effect_and_fifty_equal_answers(cast):
    command_id, ready = uuid4(), threading.Barrier(50)

    def press(_):
        ready.wait(timeout=30)
        try:
            return add(cast.amira.ctx(command_id=command_id), cast)
        finally:
            connections.close_all()

    before = rows()
    with ThreadPoolExecutor(50) as pool:
        answers = set(pool.map(press, range(50)))
    assert len(answers) == 1
    grown = added(before)
    assert (grown["families.Child"], grown["audit.Leaf"], grown["access.Receipt"]) == (1, 1, 1)
    assert str(verify_database().word) == "OK"


def test_a_deed_needs_the_id_of_its_form(cast):
    with pytest.raises(Refused, match="did not arrive whole"):
        cases.open_case(replace(cast.amira.ctx(), command_id=None))


@pytest.mark.parametrize("who", [None, "amira", object()])
def test_nobody_in_particular_does_and_reads_nothing(cast, who):
    with pytest.raises(NoContext):
        cases.open_case(who)
    with pytest.raises(NoContext):
        queries.open_child(who, child_id=cast.child_id)


def test_an_administrator_and_the_installation_do_no_casework(cast):
    for ctx in (cast.farid.ctx(), context.upkeep_context()):
        with pytest.raises(NotThere):
            cases.open_case(ctx)
        with pytest.raises(NotThere):
            queries.open_child(ctx, child_id=cast.child_id)


def test_a_practitioner_does_not_act_as_the_installation(cast):
    with pytest.raises(NotThere):
        directory.end_membership(cast.amira.ctx(), membership_id=cast.ben.membership_id)


def test_not_there_and_not_for_you_are_the_same_refusal(cast):
    refusals = []
    for child_id in (cast.child_id, uuid4()):
        with pytest.raises(NotThere) as refusal:
            queries.open_child(cast.dev.ctx(), child_id=child_id)
        refusals.append((type(refusal.value), refusal.value.args))
    assert refusals[0] == refusals[1]


def test_a_page_query_inside_a_deed_is_refused(cast):
    @gate.writes("test:reads")
    def reads_a_page(act):
        act.note("test:reads", about=None)
        queries.open_child(act.ctx, child_id=cast.child_id)

    before = rows()
    with pytest.raises(NoContext):
        reads_a_page(cast.amira.ctx())
    assert added(before) == {}


def test_a_look_up_belongs_to_a_deed(cast):
    with pytest.raises(NoContext):
        access.overseers(cast.amira.ctx(), agency_id=cast.amira.agency_id)


def test_what_a_deed_just_made_is_seen_later_in_the_same_request(cast, clock):
    ctx = cast.amira.ctx()
    assert len(queries.list_children(ctx)) == 1
    clock.advance(milliseconds=3)  # a deed happens after its request began
    open_with_child(ctx, name="Ola")
    assert len(queries.list_children(ctx)) == 2


def test_what_a_deed_takes_away_is_gone_in_the_same_request(cast, clock):
    ctx = cast.amira.ctx()
    assert queries.list_children(ctx)
    clock.advance(milliseconds=3)
    cases.declare_conflict(
        ctx, case_id=cast.case_id, membership_id=cast.amira.membership_id, reason="Her own sister"
    )
    assert not queries.list_children(ctx)


def test_the_world_is_told_only_after_the_commit(cast):
    seen = []

    @gate.writes("test:tells")
    def tells(act):
        act.after_commit(lambda: seen.append(rows()["cases.Case"]))
        act.note("test:tells", about=None)
        cases.open_case(act)
        seen.append("still inside")

    before = rows()["cases.Case"]
    tells(cast.amira.ctx())
    assert seen == ["still inside", before + 1]


def test_telling_that_fails_does_not_undo_the_deed(cast, caplog):
    told = []

    @gate.writes("test:tells")
    def tells(act):
        act.after_commit(fail)
        act.after_commit(lambda: told.append("the next"))
        return cases.open_case(act)

    before = rows()
    assert tells(cast.amira.ctx())
    assert added(before)["cases.Case"] == 1
    assert told == ["the next"]
    assert "failed" in caplog.text


def test_an_undone_deed_tells_nobody(cast):
    told = []

    @gate.writes("test:tells")
    def tells(act):
        act.after_commit(lambda: told.append("it"))

    with pytest.raises(NothingNoted):
        tells(cast.amira.ctx())
    assert told == []


def test_an_answer_that_no_receipt_could_give_again_is_refused(cast):
    @gate.writes("test:answers")
    def answers(act):
        act.note("test:answers", about=None)
        return object()

    before = rows()
    with pytest.raises(TypeError, match="receipt"):
        answers(cast.amira.ctx())
    assert added(before) == {}
