"""S04: the parents decline, and nothing is shared; G1 asks for a countersignature where there is a harm concern."""

from datetime import date

import pytest
from django.urls import reverse

from alongside.consultations import queries
from alongside.sharing import queries as sharing
from alongside.sharing.words import Countersignature
from tests import journey
from tests.stories import asking
from tests.stories.conftest import NARROW, WIDE

pytestmark = pytest.mark.story

TODAY = date(2026, 11, 3)


def both_decline(visit, *, harm):
    asking.starts_about(visit, "Ayo Adeyemi")
    asking.wants_to_ask(visit, "Dev Malik")
    asking.says_why(visit)
    asking.lists_the_damp(visit)
    asking.says_no(visit, who="Gwen Adeyemi", on=TODAY, then="Save, and add what another person says")
    asking.says_no(visit, who="Tunde Adeyemi", on=TODAY, then="Save and continue")
    asking.answers(visit, harm)
    asking.answers(visit, "No")


def decides_not_to_share(visit):
    visit.write(
        "Why you will not share, in a sentence or two",
        "Both parents said no, and nothing else speaks for it.",
    )
    visit.write("What would make you think again?", "New information, or things getting worse.")


def decision_of(cast):
    (line,) = queries.list_consultations(cast.amira.ctx()).lines
    page = queries.open_consultation(cast.amira.ctx(), consultation_id=line.id)
    return sharing.open_decision(cast.amira.ctx(), decision_id=page.people[0].decision.id)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_s04_ends_in_a_recorded_decision_not_to_share(visit, cast, width):
    journey.keep_profiles(cast)
    amira = visit(cast.amira, width=width)
    both_decline(amira, harm="No")
    assert amira.reads("Do not share this with Dev Malik")
    assert amira.reads("a no-names consultation stays open to you")
    decides_not_to_share(amira)
    amira.press("I decide not to share")
    decision = decision_of(cast)
    assert decision.outcome == "DO_NOT_SHARE"
    assert decision.countersignature is Countersignature.NOT_NEEDED
    assert sharing.list_my_inbox(cast.dev.ctx()) == ()


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_s04_with_a_harm_concern_a_safeguarding_lead_countersigns(visit, cast, width):
    journey.keep_profiles(cast)
    amira = visit(cast.amira, width=width)
    both_decline(amira, harm="Yes: the child-protection procedure is started, or I start it now")
    decides_not_to_share(amira)
    amira.press("I decide not to share")
    assert amira.reads("Say how the child is protected instead.")
    amira.write("How is the child protected instead?", "We visit every day, and social care knows.")
    amira.press("I decide not to share")
    assert decision_of(cast).countersignature is Countersignature.AWAITED
    iris = visit(cast.iris, width=width)
    iris.open("/")
    iris.press("Read the decision")
    iris.choose("Do you countersign this decision?", "Yes, I countersign it")
    iris.write("What you looked at, and why you agree or do not", "I read the file, and agree.")
    iris.press("Send my answer")
    decision = decision_of(cast)
    assert (decision.countersignature, decision.countersigned_by) == (Countersignature.GIVEN, "Iris Olsen")
    assert decision.closed_at is not None


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_refusal_is_looked_at_again_and_a_later_asker_is_told_whom_to_ask(visit, cast, width, clock):
    journey.keep_profiles(cast)
    amira = visit(cast.amira, width=width)
    both_decline(amira, harm="No")
    decides_not_to_share(amira)
    asking.day(amira, "When is this looked at again?", date(2026, 11, 10))
    amira.press("I decide not to share")
    mine = journey.prepare(cast, by=cast.cerys, asked=cast.dev)
    person = queries.open_consultation(cast.cerys.ctx(), consultation_id=mine).people[0]
    cerys = visit(cast.cerys, width=width)
    cerys.open(reverse("consultations:question", args=[mine, person.id, "hmg-2018-07", "P0"]))
    assert cerys.reads("Considered on 3 November 2026: ask Amira Haddad")
    assert not cerys.reads("Both parents said no")
    clock.advance(days=7)
    amira.open("/")
    amira.press("Look again")
    amira.choose("Does it still stand?", "It stands, and need not be looked at again")
    amira.write("What you looked at, and why it stands", "The damp is gone, and Ayo is well.")
    amira.press("Save")
    assert amira.reads("The damp is gone, and Ayo is well.")
    amira.open("/")
    assert not amira.reads("Look again at your decision")
