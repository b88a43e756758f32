"""A fact changes: all that rests on it is found, once; owners look again, and recipients stop."""

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.access import frame, gate
from alongside.access.gate import writes
from alongside.access.words import Ref
from alongside.duties import queries as duties
from alongside.duties.words import Owed
from alongside.notify.models import Message
from alongside.reliance import commands, queries, rules
from alongside.reliance.models import Reliance, ReliedFactChanged, StopNotice
from alongside.reliance.words import Change
from tests.people import Cast, Person

CONSENT, DECISION, SENT = (
    Ref(kind, UUID(int=n)) for n, kind in enumerate(("consent", "decision", "disclosure"), 1)
)


@writes("test:rest")
def rested(act, *, to: UUID | None = None) -> None:
    """A decision rests on a consent, and what went to somebody on the decision."""
    own = {"owner_membership_id": act.ctx.membership_id, "agency_id": act.ctx.agency_id, "case_id": CASE[0]}
    commands.rest(act, on=CONSENT, thing=DECISION, **own)
    commands.rest(act, on=DECISION, thing=SENT, recipient_membership_id=to, **own)
    act.note("test:rested", about=None)


CASE: list[UUID | None] = [None]
CHANGES: list[int] = []


@writes("test:change")
def changed(act, *, change: str = "consent_withdrawn", fact: UUID = CONSENT.id) -> None:
    """The fact changes."""
    CHANGES.append(commands.fact_changed(act, fact=Ref("consent", fact), change=Change(change)))
    act.note("test:changed", about=None)


@pytest.fixture
def matter(cast) -> Cast:
    CASE[0] = cast.case_id
    rested(cast.amira.ctx(), to=cast.cerys.membership_id)
    return cast


def owed(person: Person) -> list[Owed]:
    return [line.kind for line in duties.list_my_duties(person.ctx())]


def test_what_rests_on_what_rests_is_found_and_owed_once_to_its_owner(matter):
    changed(matter.amira.ctx())
    assert CHANGES.pop() == 2
    assert owed(matter.amira) == [Owed.LOOK_AGAIN_AT_WHAT_RELIED]
    card = queries.list_changes_of(matter.amira.ctx(), things=[SENT.id])[0]
    assert card.through_id == queries.list_changes_of(matter.amira.ctx(), things=[DECISION.id])[0].id
    assert card.holds


def test_the_recipient_is_told_to_stop_and_not_why(matter):
    changed(matter.amira.ctx())
    (stop,) = queries.list_my_stops(matter.cerys.ctx())
    assert stop.thing == SENT
    assert queries.list_changes_of(matter.cerys.ctx(), things=[SENT.id, DECISION.id]) == ()
    with frame.doing():
        told = {str(each.to_membership_id) for each in Message.objects.all()}
    assert str(matter.cerys.membership_id) in told


@pytest.mark.parametrize("name", ["ben", "dev", "esther"])
def test_others_see_neither_the_change_nor_the_stop(matter, name):
    changed(matter.amira.ctx())
    look = matter.people[name].ctx()
    assert queries.list_changes_of(look, things=[SENT.id, DECISION.id]) == ()
    assert queries.list_my_stops(look) == queries.list_stops_of(look, things=[SENT.id]) == ()


def test_oversight_sees_what_changed(matter):
    changed(matter.amira.ctx())
    assert len(queries.list_changes_of(matter.iris.ctx(), things=[SENT.id, DECISION.id])) == 2


@pytest.mark.parametrize("change", list(Change))
def test_the_same_change_twice_does_it_once(matter, change):
    changed(matter.amira.ctx(), change=change)
    changed(matter.amira.ctx(), change=change)
    assert (CHANGES.pop(), CHANGES.pop()) == (0, 2)
    assert owed(matter.amira) == [Owed.LOOK_AGAIN_AT_WHAT_RELIED]
    with frame.doing():
        assert ReliedFactChanged.objects.count() == 2


def test_an_agreement_that_runs_out_holds_and_tells_no_recipient_to_stop(matter):
    changed(matter.amira.ctx(), change="consent_lapsed")
    assert queries.list_changes_of(matter.amira.ctx(), things=[SENT.id])[0].holds
    assert queries.list_my_stops(matter.cerys.ctx()) == ()


def test_a_birthday_is_looked_at_and_holds_nothing(matter):
    changed(matter.amira.ctx(), change="birthday")
    assert not queries.list_changes_of(matter.amira.ctx(), things=[DECISION.id])[0].holds


def test_what_is_in_force_no_longer_is_not_looked_at_again(matter):
    @writes("test:end")
    def ended(act, *, thing: str) -> None:
        commands.let_rest(act, thing=Ref.parse(thing))
        act.note("test:ended", about=None)

    ended(matter.amira.ctx(), thing=str(DECISION))
    with frame.doing():
        assert not Reliance.objects.filter(ended_at__isnull=False).exists(), "something rests on it still"
    ended(matter.amira.ctx(), thing=str(SENT))
    ended(matter.amira.ctx(), thing=str(DECISION))
    changed(matter.amira.ctx())
    assert CHANGES.pop() == 0


def test_a_change_goes_through_an_agreement_to_the_decision_and_no_further_than_its_owner(matter):
    @writes("test:through")
    def agreed(act) -> None:
        own = {
            "owner_membership_id": act.ctx.membership_id,
            "agency_id": act.ctx.agency_id,
            "case_id": CASE[0],
        }
        commands.rest(act, on=Ref("relationship", UUID(int=9)), thing=CONSENT, **own)
        act.note("test:agreed", about=None)

    agreed(matter.amira.ctx())
    changed(matter.amira.ctx(), fact=UUID(int=9), change="responsibility_changed")
    assert CHANGES.pop() == 2
    assert owed(matter.amira) == [Owed.LOOK_AGAIN_AT_WHAT_RELIED]
    (sent,) = queries.list_changes_of(matter.amira.ctx(), things=[SENT.id])
    assert sent.through_id == queries.list_changes_of(matter.amira.ctx(), things=[DECISION.id])[0].id


def test_another_fact_finds_nothing(matter):
    changed(matter.amira.ctx(), fact=uuid4())
    assert CHANGES.pop() == 0


def test_if_the_log_fails_nothing_is_found_and_nobody_is_told(matter, monkeypatch):
    def fails(*_entries) -> list[int]:
        raise OSError("The disk is full.")

    monkeypatch.setattr(gate.log, "append_many", fails)
    with pytest.raises(OSError, match="disk"):
        changed(matter.amira.ctx())
    with frame.doing():
        assert not ReliedFactChanged.objects.exists()
        assert not StopNotice.objects.exists()


keys = st.integers(0, 9).map(lambda n: UUID(int=n))
edges = st.lists(st.tuples(keys, keys, st.integers(0, 2)), max_size=30)


@given(edges=edges, fact=keys)
def test_everything_that_rests_is_reached_and_nothing_else(edges, fact):
    """The plain oracle: add whatever rests on what is in the set, until nothing more comes."""
    given = [rules.Rests(UUID(int=n + 100), a, b, UUID(int=o + 50)) for n, (a, b, o) in enumerate(edges)]
    oracle, before = {fact}, None
    while before != oracle:
        before = set(oracle)
        oracle |= {thing for thing, on, _ in edges if on in oracle}
    found = rules.reached(given, fact=fact)
    assert [len(found)] == [len({each.by.thing for each in found})]
    assert {each.by.thing for each in found} == oracle - {fact}
    owner = {each.by.thing: each.by.owner for each in found}
    through = {each.by.thing: each.through for each in found}
    for each in found:
        if each.through is not None:
            assert owner[each.through] == each.by.owner
            assert through[each.through] is None, "what is settled together hangs on one thing"
