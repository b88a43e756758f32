"""A page that opens something leaves one leaf before it leaves, or does not leave."""

import pytest

from alongside.access import gate
from alongside.access.words import NoContext, NotThere, Ref
from alongside.audit import log
from alongside.families import queries
from tests.access.doors import added, last_leaf, rows


def test_a_page_leaves_one_leaf_that_names_what_it_opened(cast):
    ctx = cast.amira.ctx()
    before = rows()
    queries.open_child(ctx, child_id=cast.child_id)
    assert added(before) == {}
    gate.leave_trace(ctx)
    grown = added(before)
    grown.pop("audit.Node", None)
    assert grown == {"audit.Leaf": 1}
    assert last_leaf()["deeds"] == [{"action": "page:opened", "about": f"child:{cast.child_id}"}]
    assert last_leaf()["request"] == ctx.request_id


def test_a_page_of_several_queries_leaves_one_leaf_and_names_each_thing_once(cast):
    ctx = cast.amira.ctx()
    look = gate.Look(ctx, ctx.now)
    other = Ref("case", cast.case_id)
    before = rows()
    for _ in range(3):
        queries.open_child(ctx, child_id=cast.child_id)
        look.opens(other)
    gate.leave_trace(ctx)
    gate.leave_trace(ctx)
    assert added(before)["audit.Leaf"] == 1
    assert [d["about"] for d in last_leaf()["deeds"]] == [f"child:{cast.child_id}", str(other)]


def test_a_page_that_opened_nothing_leaves_no_leaf(cast):
    before = rows()
    gate.leave_trace(cast.amira.ctx())
    assert added(before) == {}


def test_where_the_log_cannot_be_written_the_page_is_not_left_and_is_asked_for_again(cast, monkeypatch):
    def fail(_entries):
        raise OSError("no space left")

    ctx = cast.amira.ctx()
    queries.open_child(ctx, child_id=cast.child_id)
    before = rows()
    with monkeypatch.context() as broken:
        broken.setattr(log, "append_many", fail)
        with pytest.raises(OSError, match="no space"):
            gate.leave_trace(ctx)
    assert added(before) == {}
    gate.leave_trace(ctx)
    assert added(before)["audit.Leaf"] == 1


def test_a_trace_is_not_left_inside_a_deed(cast):
    @gate.writes("test:traces")
    def traces(act):
        act.note("test:traces", about=None)
        gate.leave_trace(act.ctx)

    with pytest.raises(NoContext):
        traces(cast.amira.ctx())


def test_what_was_not_found_is_not_named_as_opened(cast):
    ctx = cast.dev.ctx()
    with pytest.raises(NotThere):
        queries.open_child(ctx, child_id=cast.child_id)
    assert ctx.trail.opened == []
