"""An adult on record is somebody to each child in their own way: siblings may have different parents (E7)."""

import pytest

from alongside.access.words import NotThere
from alongside.cases import commands as cases
from alongside.families import commands, queries
from alongside.families.commands import RelatedAdult
from alongside.families.words import LivesWith, ParentalResponsibility, Relation

STEP = RelatedAdult("Tunde Adeyemi", Relation.STEP_PARENT, ParentalResponsibility.NO, LivesWith.PART)


def sibling(cast):
    return commands.add_child(cast.amira.ctx(), case_id=cast.case_id, name="Mo Adeyemi", born_on=None)


def test_a_father_of_one_child_is_the_step_parent_of_another(cast):
    child_id = sibling(cast)
    commands.relate_adult(cast.amira.ctx(), child_id=child_id, adult_id=cast.father_id, adult=STEP)
    (adult,) = queries.open_child(cast.amira.ctx(), child_id=child_id).adults
    assert (adult.relation, adult.lives_with) == (Relation.STEP_PARENT, LivesWith.PART)
    firsts = queries.open_child(cast.amira.ctx(), child_id=cast.child_id).adults
    assert {each.relation for each in firsts} == {Relation.MOTHER, Relation.FATHER}


def test_an_adult_of_another_case_is_not_there(cast):
    other = cases.begin_work(cast.amira.ctx(), child=cases.NewChild("Ivy Holt", None), adult=None)
    with pytest.raises(NotThere):
        commands.relate_adult(cast.amira.ctx(), child_id=other, adult_id=cast.father_id, adult=STEP)


def test_a_stranger_relates_nobody(cast):
    with pytest.raises(NotThere):
        commands.relate_adult(cast.dev.ctx(), child_id=cast.child_id, adult_id=cast.father_id, adult=STEP)
