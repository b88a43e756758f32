"""S06: two who may each decide disagree. Both answers stay, a lead decides, and whoever said no reads what and why."""

from dataclasses import replace

import pytest

from alongside.access.words import Ref
from alongside.consent import queries as consents
from alongside.consent.words import Status
from alongside.consultations import commands as consultations
from alongside.duties import queries as duties
from alongside.duties.words import Owed
from alongside.involvement import queries as involvement
from alongside.involvement.commands import ToldPerson
from alongside.involvement.words import NoticeKind, Told
from alongside.sharing import queries as sharing
from tests import journey
from tests.consent.test_edge_cases import with_responsibility
from tests.people import NOW
from tests.portal.doors import AGREED, give
from tests.stories import asking
from tests.stories.test_family_page import come_in

pytestmark = pytest.mark.story

TODAY = NOW.date()
OF_HIM = "His father has lost his job."
NO = "We will sort it out ourselves."
PLAIN = "The damp makes him cough, and school sees him each day."
PATH = ["S0", "P0", "Q1", "Q2", "ADV", "Q2", "H1", "H2", "H3", "H4", "H5", "R_YES", "O_SHARE"]


def prepared(cast):
    """Both hold parental responsibility, and one thing on the list is about the father himself."""
    with_responsibility(cast)
    journey.keep_profiles(cast)
    about_him = replace(journey.ABSENT, text=OF_HIM, about_adult_id=cast.father_id)
    return journey.prepare(cast, items=(journey.DAMP, about_him))


def both_answer(amira, matter):
    amira.open(f"/consultations/{matter}/family/")
    asking.says_no(amira, who="Tunde Adeyemi", on=TODAY, then="Save, and add what another person says")
    asking.mother_agrees(amira, agreed=TODAY, review=TODAY.replace(month=12))
    asking.answers(amira, "No")
    assert amira.reads("They do not agree, and each of them has a say. Both answers are kept.")
    assert amira.reads("What is on record leaves it open.")
    assert amira.reads("It waits for the safeguarding leads of your agency")
    assert "You were not sure." not in amira.page.content()
    assert "✓ Asked" not in amira.page.content()
    assert amira.reads("A safeguarding lead decides, with reasons.")


def a_lead_decides(iris):
    iris.open("/")
    iris.press("Read both, and decide")
    assert iris.reads(NO)
    iris.press("Decide")
    assert iris.reads("Each of them may decide alone, unless an order says otherwise.")
    iris.press("Look for court orders")
    assert iris.reads("No order is on record")
    iris.choose("Have you looked whether a court order says who decides?", "No")
    iris.write("What does the child think?", "He wants to sleep without coughing.")
    iris.choose("What do you decide?", "One of them may act alone: share on the agreement")
    iris.write("Why?", "He coughs every night. One may act alone, and no order says otherwise.")
    iris.press("Save")
    assert iris.reads("Look first whether a court order says who decides.")
    iris.choose("Have you looked whether a court order says who decides?", "Yes")
    iris.write("What did you find?", "No order on file, and both parents say so.")
    iris.press("Save")
    assert iris.reads("No order on file, and both parents say so.")


def what_is_about_him_stays_out(amira, matter):
    """Her yes does not reach what is about him: the walk says so, and it goes no further until it is left out."""
    person = f"/consultations/{matter}/"
    amira.open(person)
    amira.press("Continue: May I share?")
    assert amira.reads("The person whom it is about said no. Nobody else can agree for them.")
    amira.press("What exactly you would share")
    row = amira.page.get_by_label("Whom is it about?").nth(1)
    assert row.locator("option:checked").inner_text() == "Tunde Adeyemi, father"
    amira.page.get_by_label("Leave it out", exact=True).nth(1).check()
    amira.page.get_by_label("Why you leave it out", exact=True).nth(1).fill("It is about him.")
    amira.press("Save and continue")


def decides_and_talks(amira, cast, matter):
    assert amira.reads("Advice from Iris Olsen: He coughs every night.")
    assert amira.reads("Left out: It is about him.")
    asking.decides_to_share(amira)
    journey.talk(cast, matter)
    journey.outcome(cast, matter)
    knew = [
        ToldPerson(adult_id, name, Told.ALREADY_AWARE, TODAY, "")
        for adult_id, name in ((cast.mother_id, "Gwen Adeyemi"), (cast.father_id, "Tunde Adeyemi"))
    ]
    consultations.record_telling(cast.amira.ctx(), consultation_id=matter, people=tuple(knew), how="")


def the_father_is_answered(amira):
    amira.open("/")
    amira.press("Say that they were told")
    amira.press("Say that they were told")
    asking.day(amira, "When did you tell them?", TODAY)
    amira.write("How did you tell them, and how to complain?", "By telephone, and how to complain.")
    amira.write("Why it was decided, in plain words to them", "Gwen wants it.")
    amira.press("Save")
    assert amira.reads("These words name Gwen Adeyemi.")
    amira.write("Why it was decided, in plain words to them", PLAIN)
    amira.press("Save")
    assert amira.reads("Whoever said no was told on 3 November 2026.")


@pytest.mark.long
def test_s06_two_disagree_and_each_is_heard(visit, cast):
    matter = prepared(cast)
    amira, iris = visit(cast.amira), visit(cast.iris)
    both_answer(amira, matter)
    a_lead_decides(iris)
    what_is_about_him_stays_out(amira, matter)
    decides_and_talks(amira, cast, matter)
    the_father_is_answered(amira)
    decision = sharing.open_decision(
        cast.amira.ctx(), decision_id=journey.page_of(cast, matter).person.decision.id
    )
    (walk,) = decision.trace["walks"]
    assert (decision.outcome, walk["path"], walk["missing_records"]) == ("SHARE", PATH, [])
    assert walk["state"] | {"share_mode": "with_consent", "cp_procedure": "none"} == walk["state"]
    his_page(visit, cast)
    both_stay(amira, cast, matter)


def his_page(visit, cast):
    """He reads what was decided about his no, and how to complain, and nothing of whoever agreed."""
    _, made = give(cast, adult_id=cast.father_id)
    father = come_in(visit, made.code)
    father.press("Who spoke with whom, and why")
    for words in (
        "You said no about Ayo Adeyemi: what was decided",
        "They decided that Amira Haddad may go on.",
        PLAIN,
        "You can complain to Marlbrook Community Health: 01632 960 110.",
    ):
        assert father.reads(words)
    father.open(AGREED)
    assert father.reads("You said no.")
    assert not father.reads("Gwen")


def both_stay(amira, cast, matter):
    """Nothing of his is overwritten or hidden by her yes, and nothing about him left the house."""
    amira.open(f"/consent/children/{cast.child_id}/")
    for words in ("Gwen Adeyemi", "Tunde Adeyemi", NO, "One of them may act alone: share on the agreement."):
        assert amira.reads(words)
    amira.open(f"/consultations/{matter}/")
    assert amira.reads(NO)
    answers = consents.list_answers(cast.amira.ctx(), arising_from=Ref("consultation", matter))
    assert {(a.giver_adult_id, a.status) for a in answers} == {
        (cast.mother_id, Status.GIVEN),
        (cast.father_id, Status.REFUSED),
    }
    shared = sharing.list_my_inbox(cast.cerys.ctx())
    assert shared
    assert OF_HIM not in str(shared)
    assert Owed.ANSWER_OBJECTOR not in {d.kind for d in duties.list_my_duties(cast.amira.ctx())}
    notices = involvement.list_notices(cast.amira.ctx(), arising_from=Ref("consultation", matter))
    answered = [n for n in notices if n.kind is NoticeKind.OBJECTION_ANSWERED]
    assert [n.adult_id for n in answered] == [cast.father_id]
