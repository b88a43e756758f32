"""What stands as the sender of a mail is seen by others: it names nobody of the matter, no agency and no office (E39)."""

import pytest

from alongside.portal import rules

PEOPLE = ("Gwen Adeyemi", "Bo Adeyemi", "Dr Zoë Haddad")
AGENCY = "The Willow Primary School of St Anne"


@pytest.mark.parametrize(
    "sender",
    [
        "Willow School", "Willow", "willow primary", "Anne from the primary", "School nurse", "The Nurse",
        "Social Services", "Police", "Your health visitor", "The council", "Safeguarding", "Family help",
        "Children’s team", "Bo's worker", "Bo’s friend", "BO", "Gwen A", "Mrs Adeyemi", "Zoe H", "A. Haddad",
        "The Alongside team", "alongside",
    ],
)  # fmt: skip
def test_a_name_that_tells_is_refused(sender):
    assert rules.gives_away(sender, people=PEOPLE, agency=AGENCY)


@pytest.mark.parametrize(
    "sender",
    [
        "",
        "Mrs J Smith",
        "J Smith",
        "Dr Brown",
        "The book club",
        "Bob at the garage",
        "Joanne",
        "A of St Ives",
    ],
)
def test_a_name_that_says_nothing_may_stand_there(sender):
    assert not rules.gives_away(sender, people=PEOPLE, agency=AGENCY)


def test_a_name_that_is_also_a_word_is_a_name():
    assert rules.gives_away("Friends of My", people=("My Tran",), agency="")


def test_an_agency_without_a_name_of_its_own_refuses_nothing_more():
    assert not rules.gives_away("Mrs J Smith", people=("",), agency="")
