"""At an adoption the earlier record is sealed and a new one begun, and nothing leads from one to the other (E10)."""

import pytest

from alongside.access.words import NotThere, Refused
from alongside.cases import commands as cases
from alongside.cases.commands import Adopted
from alongside.families import commands, queries
from tests.families.test_stages import link_of, running
from tests.people import Cast
from tests.recital import leaves


def adopt(cast: Cast) -> None:
    adopted = Adopted(
        "Ayo Whitfield", cast.iris.membership_id, cast.ben.membership_id, "Adoption order of 2 November"
    )
    cases.seal_adoption(cast.amira.ctx(), child_id=cast.child_id, adopted=adopted)


def names(cast, who, words=""):
    return [each.name for each in queries.list_children(cast.people[who].ctx(), words=words)]


def test_e10_a_search_for_the_old_name_finds_nothing(cast):
    adopt(cast)
    for who in ("amira", "ben", "cerys", "dev", "esther", "hal"):
        assert names(cast, who, "Adeyemi") == [], who
    with pytest.raises(NotThere):
        queries.open_child(cast.amira.ctx(), child_id=cast.child_id)


def test_e10_the_new_record_is_there_for_the_named_and_holds_nothing_of_the_old(cast):
    adopt(cast)
    (new,) = queries.list_children(cast.ben.ctx())
    assert new.name == "Ayo Whitfield"
    assert new.id != cast.child_id
    assert new.case_id != cast.case_id
    assert queries.list_adults(cast.ben.ctx(), child_id=new.id) == ()
    assert names(cast, "amira") == []


def test_e10_only_the_officer_opens_the_link_and_says_why(cast):
    adopt(cast)
    new = next(each for each in queries.list_children(cast.iris.ctx()) if each.name == "Ayo Whitfield")
    for child_id, other_id in ((cast.child_id, new.id), (new.id, cast.child_id)):
        assert (
            commands.open_adoption(cast.iris.ctx(), child_id=child_id, reason="Asked by the agency")
            == other_id
        )
    with pytest.raises(NotThere):
        commands.open_adoption(cast.ben.ctx(), child_id=new.id, reason="Curious about it")
    with pytest.raises(NotThere):
        commands.open_adoption(cast.amira.ctx(), child_id=cast.child_id, reason="Worked with him")
    with pytest.raises(Refused, match="why"):
        commands.open_adoption(cast.iris.ctx(), child_id=new.id, reason=" ")


def test_e10_no_leaf_names_both_records(cast):
    adopt(cast)
    (new,) = queries.list_children(cast.ben.ctx())
    sealed = next(deed for deed in leaves() if deed["action"] == "adoption:sealed")
    assert str(cast.child_id) not in sealed["about"]
    assert not [deed for deed in leaves() if str(new.id) in deed["about"]]


def test_e10_the_earlier_familys_private_links_end(cast):
    reader_id = link_of(cast.amira.ctx(), child_id=cast.child_id, adult_id=cast.mother_id)
    assert running(reader_id) == 1
    adopt(cast)
    assert running(reader_id) == 0


def test_e10_a_record_of_brothers_and_sisters_is_not_sealed_over_them(cast):
    commands.add_child(cast.amira.ctx(), case_id=cast.case_id, name="Ife Adeyemi", born_on=None)
    with pytest.raises(Refused, match="several children"):
        adopt(cast)
    assert names(cast, "amira", "Adeyemi") == ["Ayo Adeyemi", "Ife Adeyemi"]


@pytest.mark.parametrize("name", ["dev", "ben", "iris", "esther", "hal", "cerys"])
def test_somebody_else_seals_nothing(cast, name):
    adopted = Adopted("Ayo W", cast.people[name].membership_id, cast.people[name].membership_id, "Order")
    with pytest.raises(NotThere):
        cases.seal_adoption(cast.people[name].ctx(), child_id=cast.child_id, adopted=adopted)
