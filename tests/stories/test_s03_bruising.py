"""S03: a bruise on a cheek. Nobody is asked first, a referral is rung, and for now the parents are not told."""

from datetime import UTC, date, datetime, timedelta

import pytest

from alongside.access import frame
from alongside.consultations import queries
from alongside.duties.words import Owed
from alongside.notify.models import Message
from alongside.sharing import queries as sharing
from tests import journey
from tests.stories import asking

pytestmark = pytest.mark.story

TODAY, TOMORROW = date(2026, 11, 3), date(2026, 11, 4)
RUNG = datetime(2026, 11, 3, 15, 35, tzinfo=UTC)


def was_not_asked(visit, *, who, then):
    visit.choose("Whose answer is this?", who)
    visit.choose("What did they say?", "I have not asked them")
    visit.choose("Why not?", "Asking could put someone at risk")
    visit.write("What makes you think so?", "His father gave two accounts of the bruise.")
    visit.write("Whose advice did you take, and when?", "Iris Grant, safeguarding lead, today.")
    visit.write("Will they be told, and when?", "Yes, by the doctor, once he is seen.")
    visit.press(then)


def decides_to_share_without_consent(visit):
    visit.choose("Are these lawful answers right for this?", "Yes, they are right")
    visit.write("Why you decide this, in a sentence", "A bruise on the cheek needs a doctor today.")
    visit.write(
        "Why is sharing this much needed, and no more?", "He cannot be kept safe without saying what I saw."
    )
    visit.press("I decide to share")


def withholds(visit, *, number):
    visit.page.locator(f"[name=told_{number}][value=withheld]").check()
    visit.page.locator(f"[name=ground_{number}][value=increases_risk_to_child]").check()
    visit.page.locator(f"[name=because_{number}]").fill("He would be alone with Ayo tonight.")
    for label, value in (("day", TOMORROW.day), ("month", TOMORROW.month), ("year", TOMORROW.year)):
        visit.page.locator(f"[name=review_on_{number}_{label}]").fill(str(value))


def refers(visit):
    visit.choose("What did you decide together?", "A referral")
    visit.write("In your words", "They see him at two. I write this afternoon.")
    visit.choose("What did the child think, and how did it count?", "I did not ask: too young to say")
    visit.press("Save and continue")
    assert visit.reads("Nothing has been sent. Ring children’s social care now.")
    asking.day(visit, "When did you ring?", TODAY)
    visit.page.get_by_role("group", name="When did you ring?").get_by_label("Time").fill("3.35 pm")
    visit.write("Whom did you speak with?", "Dev Malik, who took it")
    visit.press("Save and continue")


def test_s03_nobody_is_asked_first_and_telling_is_withheld_with_a_leads_word(visit, cast):
    journey.keep_profiles(cast)
    amira = visit(cast.amira)
    asking.starts_about(amira, "Ayo Adeyemi")
    asking.wants_to_ask(amira, "Dev Malik")
    asking.says_why(amira)
    asking.lists_the_damp(amira)
    was_not_asked(amira, who="Gwen Adeyemi", then="Save, and add what another person says")
    was_not_asked(amira, who="Tunde Adeyemi", then="Save and continue")
    asking.answers(amira, "Yes: the child-protection procedure is started, or I start it now")
    asking.answers(amira, "Yes")
    decides_to_share_without_consent(amira)
    asking.records_the_talk(amira, on=TODAY)
    refers(amira)
    withholds(amira, number=1)
    withholds(amira, number=2)
    amira.press("Save and continue")
    (line,) = queries.list_consultations(cast.amira.ctx()).lines
    page = queries.open_consultation(cast.amira.ctx(), consultation_id=line.id)
    decision_id = page.people[0].decision.id
    assert sharing.open_decision(cast.amira.ctx(), decision_id=decision_id).closed_at is None
    iris = visit(cast.iris)
    for _each in ("Gwen", "Tunde"):
        iris.open("/")
        iris.press("Read and say")
        assert iris.reads("Telling them would put a child at more risk")
        iris.choose("May they go untold for now?", "Yes, I authorise it until the day it is looked at again")
        iris.write("What you looked at, and why you agree or do not", "I read the record, and agree.")
        iris.press("Send my answer")
    decision = sharing.open_decision(cast.amira.ctx(), decision_id=decision_id)
    assert decision.closed_at is not None
    amira.open("/")
    assert amira.reads("Look again at what Gwen Adeyemi")
    page = queries.open_consultation(cast.amira.ctx(), consultation_id=line.id)
    (rung,) = page.steps
    assert rung.done_at == RUNG
    due = {duty.kind: duty.due_at for duty in page.duties}
    assert due[Owed.CONFIRM_REFERRAL] == RUNG + timedelta(hours=48)
    assert due[Owed.HEAR_BACK].date() == TOMORROW, "social care decides within a working day"
    with frame.doing():
        written_to = {message.to_membership_id for message in Message.objects.all()}
    assert written_to <= {person.membership_id for person in cast.people.values()}, "to no parent"
