"""Birth, loss, death and a move: nothing is given by default, and nothing more is written (E6, E35)."""

from datetime import date, timedelta

import pytest

from alongside.access import commands as access
from alongside.access import context, frame
from alongside.access.commands import OPEN_END, Whom
from alongside.access.context import NOBODY
from alongside.access.gate import writes
from alongside.access.models import Grant
from alongside.access.words import Answered, GrantKind, NotThere, Purpose, Refused, Standing
from alongside.cases import commands as cases
from alongside.families import commands, queries
from alongside.families.commands import Newborn, RelatedAdult
from alongside.families.words import Leaf, Loss, ParentalResponsibility, Relation, Right, Stage
from tests.people import NOW


@pytest.fixture
def unborn(cast):
    return cases.begin_work(
        cast.amira.ctx(),
        child=cases.NewChild("Baby Holt", None, date(2026, 12, 1)),
        adult=RelatedAdult("Ivy Holt", Relation.MOTHER, ParentalResponsibility.UNKNOWN),
    )


@writes(Right.CHILD_ADD, to=(Standing.PRACTITIONER, Standing.UPKEEP))
def ask_whether(act, *, child_id):
    act.note(Leaf.CHILD_ADDED, about=None)
    return str(queries.may_be_written_to(act, child_id=child_id))


@writes(Right.CHILD_ADD)
def link_of(act, *, child_id, adult_id):
    """A private link of one person of the family runs."""
    reader_id = queries.reader_of(act, child_id=child_id, adult_id=adult_id)
    access.grant(
        act,
        kind=GrantKind.FAMILY_PAGE,
        whom=Whom(membership_id=reader_id, agency_id=NOBODY),
        purpose=Purpose.FAMILY_PAGES,
        reason="A letter",
        until=OPEN_END,
    )
    act.note(Leaf.CHILD_ADDED, about=None)
    return reader_id


def open_link(who, *, child_id):
    (mother,) = queries.list_adults(who, child_id=child_id)
    return link_of(who, child_id=child_id, adult_id=mother.id)


def running(reader_id):
    with frame.doing():
        return Grant.objects.filter(
            membership_id=reader_id, kind=GrantKind.FAMILY_PAGE, until_at__gt=NOW + timedelta(hours=1)
        ).count()


def test_e6_nobody_holds_parental_responsibility_by_a_birth(cast, unborn):
    at_first = queries.list_adults(cast.amira.ctx(), child_id=unborn)
    assert [each.authority for each in at_first] == [None], "she speaks for herself"
    with context.at_time(NOW + timedelta(days=9)):
        commands.record_birth(
            cast.amira.ctx(), child_id=unborn, newborn=Newborn("Rae Holt", (NOW + timedelta(days=8)).date())
        )
        page = queries.open_child(cast.amira.ctx(), child_id=unborn)
        assert (page.child.stage, page.child.name, page.child.expected_on) == (Stage.BORN, "Rae Holt", None)
        assert [each.authority for each in page.adults] == [ParentalResponsibility.UNKNOWN]
        before = queries.open_family_facts(cast.amira.ctx(), child_id=unborn, at=NOW + timedelta(days=1))
        assert before.stage is Stage.UNBORN


def test_e6_a_birth_is_recorded_once(cast, unborn):
    commands.record_birth(cast.amira.ctx(), child_id=unborn, newborn=Newborn("Rae", NOW.date()))
    with pytest.raises(Refused, match="on record already"):
        commands.record_birth(cast.amira.ctx(), child_id=unborn, newborn=Newborn("Rae", NOW.date()))
    with pytest.raises(Refused, match="as born"):
        commands.record_loss(cast.amira.ctx(), child_id=unborn, loss=Loss.NOT_SAID, ended_on=None)


def test_e6_after_a_loss_nothing_is_written_and_every_link_is_cut_at_once(cast, unborn):
    reader_id = open_link(cast.amira.ctx(), child_id=unborn)
    assert ask_whether(cast.amira.ctx(), child_id=unborn) == Answered.YES
    assert running(reader_id) == 1
    commands.record_loss(cast.amira.ctx(), child_id=unborn, loss=Loss.MISCARRIAGE, ended_on=None)
    assert running(reader_id) == 0
    assert ask_whether(cast.amira.ctx(), child_id=unborn) == Answered.NO
    assert queries.open_child(cast.amira.ctx(), child_id=unborn).child.stage is Stage.LOST


def test_e6_a_family_that_moved_is_not_written_to_at_the_old_place(cast, unborn):
    reader_id = open_link(cast.amira.ctx(), child_id=unborn)
    commands.record_move(cast.amira.ctx(), child_id=unborn, moved_on=NOW.date())
    assert (running(reader_id), ask_whether(cast.amira.ctx(), child_id=unborn)) == (0, Answered.NO)
    commands.record_move(cast.amira.ctx(), child_id=unborn, moved_on=None)
    assert ask_whether(cast.amira.ctx(), child_id=unborn) == Answered.YES


def test_e35_after_a_death_nothing_is_written(cast):
    assert ask_whether(context.upkeep_context(), child_id=cast.child_id) == Answered.YES
    commands.record_death(cast.amira.ctx(), child_id=cast.child_id, died_on=NOW.date())
    for who in (cast.amira.ctx(), context.upkeep_context()):
        assert ask_whether(who, child_id=cast.child_id) == Answered.NO
    with pytest.raises(Refused, match="Nothing needs"):
        commands.record_death(cast.amira.ctx(), child_id=cast.child_id, died_on=None)


@pytest.mark.parametrize("name", ["dev", "ben", "iris", "esther", "hal", "cerys"])
def test_somebody_else_records_no_death(cast, name):
    with pytest.raises(NotThere):
        commands.record_death(cast.people[name].ctx(), child_id=cast.child_id, died_on=None)
