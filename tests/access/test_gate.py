"""The frame around every deed."""

from uuid import uuid4

import pytest

from alongside.access.words import NotThere, SavedWithOtherWords
from alongside.cases import commands as cases
from alongside.families import commands as families
from alongside.families import queries


def test_a_colleague_on_the_case_opens_the_child(cast):
    page = queries.open_child(cast.amira.ctx(), child_id=cast.child_id)
    assert page.child.name == "Ayo Adeyemi"
    assert [a.name for a in page.adults] == ["Gwen Adeyemi", "Tunde Adeyemi"]


def test_someone_admitted_from_another_agency_sees_the_child_and_no_adult(cast):
    page = queries.open_child(cast.cerys.ctx(), child_id=cast.child_id)
    assert page.child.name == "Ayo Adeyemi"
    assert page.adults == ()


@pytest.mark.parametrize("name", ["ben", "dev", "esther", "farid", "hal", "iris"])
def test_for_everybody_else_the_child_is_not_there(cast, name):
    with pytest.raises(NotThere):
        queries.open_child(getattr(cast, name).ctx(), child_id=cast.child_id)


def test_pressed_twice_done_once(cast):
    command_id = uuid4()
    first = families.add_child(
        cast.amira.ctx(command_id=command_id), case_id=cast.case_id, name="Ola", born_on=None
    )
    again = families.add_child(
        cast.amira.ctx(command_id=command_id), case_id=cast.case_id, name="Ola", born_on=None
    )
    assert first == again
    assert len(queries.list_children(cast.amira.ctx())) == 2


def test_the_same_id_with_other_words_is_a_conflict_that_gives_the_first_words(cast):
    command_id = uuid4()
    families.add_child(cast.amira.ctx(command_id=command_id), case_id=cast.case_id, name="Ola", born_on=None)
    with pytest.raises(SavedWithOtherWords) as conflict:
        families.add_child(
            cast.amira.ctx(command_id=command_id), case_id=cast.case_id, name="Olu", born_on=None
        )
    assert conflict.value.first["name"] == "Ola"


def test_a_stranger_cannot_add_to_a_case(cast):
    with pytest.raises(NotThere):
        cases.raise_concern(cast.dev.ctx(), case_id=cast.case_id)
