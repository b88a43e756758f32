"""S07: a competent 15-year-old wants help, and does not want her parents told. She decides; nothing reaches them."""

from dataclasses import replace
from datetime import date

import pytest

from alongside.access.words import Refused
from alongside.consent import queries as consents
from alongside.consent.words import Authority, Status
from alongside.consultations import commands as consultations
from alongside.duties import queries as duties
from alongside.duties.words import Owed
from alongside.families import commands as families
from alongside.families.commands import RelatedAdult
from alongside.families.words import ParentalResponsibility, Relation
from alongside.involvement import commands as involvement
from alongside.involvement import queries as told
from alongside.involvement.commands import NewNotice
from alongside.involvement.words import NoticeKind
from alongside.letters import commands as letters
from alongside.letters.commands import LetterContent
from alongside.portal.words import Reader
from alongside.sharing import queries as sharing
from tests import journey
from tests.consent.deeds import about, ask, consent, here, record
from tests.contacts.reaching import added
from tests.people import NOW
from tests.portal.doors import AGREED, TOLD, give
from tests.stories import asking
from tests.stories.test_family_page import come_in

pytestmark = pytest.mark.story

TODAY, REVIEW = NOW.date(), date(2026, 11, 10)
MOBILE = "07700 900123"
PLAIN = "The school will look out for you on Mondays."
PATH = ["S0", "P0", "Q1", "Q2", "H1", "H2", "H3", "H4", "H5", "R_YES", "O_SHARE"]
LOW = replace(journey.ABSENT, text="Mina is low, and has missed school for it.")
TO_TELL = {Owed.TELL_FAMILY, Owed.TELL_AFTER_ALL, Owed.TELL_RELEASED}


def mina_of(cast):
    """Mina Adeyemi is 15, and both parents are on record with parental responsibility."""
    born_on = date(2011, 3, 2)
    child_id = families.add_child(
        cast.amira.ctx(), case_id=cast.case_id, name="Mina Adeyemi", born_on=born_on
    )
    for adult_id, name, relation in (
        (cast.mother_id, "Gwen Adeyemi", Relation.MOTHER),
        (cast.father_id, "Tunde Adeyemi", Relation.FATHER),
    ):
        adult = RelatedAdult(name, relation, ParentalResponsibility.SEEN)
        families.relate_adult(cast.amira.ctx(), child_id=child_id, adult_id=adult_id, adult=adult)
    return replace(cast, child_id=child_id)


def her_phone_is_safe(amira, mina):
    amira.open(f"/children/{mina.child_id}/")
    amira.press("Safe contacts: how each person may be reached")
    amira.press("Add a safe contact for Mina Adeyemi")
    amira.choose("How do they want to be reached?", "By text message")
    amira.write("Where", MOBILE)
    amira.choose("From whom must this be kept?", "From some of the family")
    for parent in ("Gwen Adeyemi, mother", "Tunde Adeyemi, father"):
        amira.page.get_by_label(parent).check()
    amira.choose("What must never be sent?", "No post to where they live")
    amira.press("Keep this safe contact")
    amira.press("Say that it is safe")
    asking.day(amira, "When did you make sure?", TODAY)
    amira.write("How?", "She showed me her own phone.")
    amira.press("It is safe")
    assert amira.reads("No post to where they live. Kept from Gwen Adeyemi, Tunde Adeyemi.")
    assert not amira.reads(MOBILE)


def she_can_decide(amira, matter):
    amira.open(f"/consultations/{matter}/family/")
    amira.press("Write down whether the child, or a parent, can decide this")
    amira.choose("Who is it about?", "Mina Adeyemi")
    amira.write("Which decision is it?", "Whether the school may be asked how she is.")
    amira.write("What did you explain?", "What is said, to whom, and what may follow.")
    amira.write("What did they say?", "She said it back, and what she fears.")
    amira.choose("Can they decide this?", "Yes, they can decide this")
    amira.write("Why do you think so?", "She weighed both sides.")
    asking.day(amira, "When did you speak with them?", TODAY)
    asking.day(amira, "Look at this again by", date(2026, 12, 3))
    amira.press("Save")
    assert amira.reads("Mina Adeyemi was assessed for this decision and can make it.")


def she_agrees(amira):
    amira.choose("Whose answer is this?", "Mina Adeyemi")
    amira.choose("What did they say?", "They agreed")
    amira.choose("What did they agree may be shared?", "Attendance")
    amira.choose("Did they say that anything must not be shared?", "No")
    amira.choose("How did they say it?", "In a conversation")
    asking.day(amira, "On which day did they agree?", TODAY)
    asking.day(amira, "Look at this agreement again by", date(2026, 12, 3))
    amira.press("Save and continue")
    asking.answers(amira, "No")
    asking.decides_to_share(amira)


def her_parents_are_not_told(amira, iris, matter):
    amira.open(f"/consultations/{matter}/telling/")
    for number in (1, 2):
        amira.page.locator(f"[name=told_{number}][value=withheld]").check()
        amira.page.locator(f"[name=ground_{number}][value=competent_young_person_objects]").check()
        amira.page.locator(f"[name=because_{number}]").fill("She said it twice, alone.")
        for label, value in (("day", REVIEW.day), ("month", REVIEW.month), ("year", REVIEW.year)):
            amira.page.locator(f"[name=review_on_{number}_{label}]").fill(str(value))
    amira.page.locator("[name=told_3][value=informed]").check()
    for label, value in (("day", TODAY.day), ("month", TODAY.month), ("year", TODAY.year)):
        amira.page.locator(f"[name=informed_on_3_{label}]").fill(str(value))
    amira.write("How did you tell them?", "In my room at school.")
    amira.write("What they read of it, in plain words", PLAIN)
    amira.press("Save and continue")
    for _each in ("Gwen", "Tunde"):
        iris.open("/")
        iris.press("Read and say")
        assert iris.reads("A young person who can decide this does not want it")
        iris.choose("May they go untold for now?", "Yes, I authorise it until the day it is looked at again")
        iris.choose("On whose authority?", "Mine, as safeguarding lead")
        iris.write("What you looked at, and why you agree or do not", "I read how she was assessed.")
        iris.press("Send my answer")


def her_own_page(visit, mina):
    _, made = give(mina, adult_id=None, written_for=Reader.YOUNG_WORDS)
    child = come_in(visit, made.code)
    child.open(TOLD)
    assert child.reads("What was decided about you")
    assert child.reads(PLAIN)
    assert not child.reads("Gwen")
    child.open(AGREED)
    assert child.reads("You said yes.")


def nothing_reaches(mina, matter, *, adult_id):
    """Each way to a parent is refused with a sentence, and nothing was written to them."""
    ctx, content = mina.amira.ctx, LetterContent("About Mina", ("We spoke.",), about(matter))
    notice = NewNotice(NoticeKind.OUTCOME, about(matter), "About Mina", ("We spoke.",))
    whom = {"child_id": mina.child_id, "adult_id": adult_id}
    for write in (consultations.write_explanation, consultations.write_outcome):
        with pytest.raises(Refused, match="is not to be told for now, so nothing is written to them"):
            write(ctx(), consultation_id=matter, adult_id=adult_id, words="We spoke.")
    with pytest.raises(Refused, match="is not to be told for now"):
        involvement.issue_notice(ctx(), **whom, notice=notice)
    contact_id = added(mina, adult_id=adult_id)
    with pytest.raises(Refused, match="is not to be told for now, so no letter goes to them"):
        letters.write_letter(ctx(), **whom, contact_id=contact_id, content=content)
    with pytest.raises(Refused, match="is not to be told for now, so a page of their own cannot be opened"):
        give(mina, adult_id=adult_id)
    with pytest.raises(Refused, match="is not to be told for now, so no request is sent to them"):
        ask(mina, matter, adult_id=adult_id)


def by_post(mina, matter):
    """A letter to Mina at home, which she ruled out."""
    contact_id = added(mina, adult_id=None)
    content = LetterContent("About you", ("We spoke.",), about(matter))
    letters.write_letter(
        mina.amira.ctx(), child_id=mina.child_id, adult_id=None, contact_id=contact_id, content=content
    )


@pytest.mark.long
def test_s07_she_decides_and_nothing_reaches_her_parents(visit, cast):
    mina = mina_of(cast)
    journey.keep_profiles(cast)
    matter = journey.prepare(mina, items=(LOW,))
    amira, iris = visit(cast.amira), visit(cast.iris)
    her_phone_is_safe(amira, mina)
    she_can_decide(amira, matter)
    she_agrees(amira)
    journey.talk(cast, matter)
    journey.outcome(cast, matter)
    her_parents_are_not_told(amira, iris, matter)
    her_own_page(visit, mina)
    for adult_id in (cast.mother_id, cast.father_id):
        nothing_reaches(mina, matter, adult_id=adult_id)
    with pytest.raises(Refused, match="no post to where they live"):
        by_post(mina, matter)
    assert not {d.kind for d in duties.list_my_duties(cast.amira.ctx())} & TO_TELL
    assert {n.adult_id for n in told.list_notices(cast.amira.ctx(), arising_from=about(matter))} == {None}
    it_stands_on_record(amira, mina, matter)
    another_decision_is_not_covered(amira, mina)


def it_stands_on_record(amira, mina, matter):
    decision_id = journey.page_of(mina, matter).person.decision.id
    decision = sharing.open_decision(mina.amira.ctx(), decision_id=decision_id)
    (walk,) = decision.trace["walks"]
    assert (decision.outcome, walk["path"], walk["missing_records"]) == ("SHARE", PATH, [])
    (said,) = consents.list_answers(mina.amira.ctx(), arising_from=about(matter))
    page = consents.open_record(mina.amira.ctx(), consent_id=said.id)
    assert (said.is_child, said.status, page.authority) == ("yes", Status.GIVEN, Authority.COMPETENCE)
    amira.open(f"/consent/children/{mina.child_id}/")
    for words in (
        "What is said, to whom, and what may follow.",
        "She said it back, and what she fears.",
        "For this decision alone. Amira Haddad, 3 November 2026; looked at again by 3 December 2026.",
    ):
        assert amira.reads(words)
    amira.open(f"/consultations/{matter}/told/")
    assert amira.reads("Authorised by Iris Olsen")
    assert amira.reads("Looked at again on 10 November 2026.")


def another_decision_is_not_covered(amira, mina):
    """What was assessed for one decision answers no other: her yes there gives no authority by itself."""
    other = journey.prepare(mina, items=(LOW,))
    amira.open(f"/consultations/{other}/family/")
    assert amira.reads("Nobody has assessed yet whether Mina Adeyemi can make this decision.")
    record(mina, other, who="child", giver="Mina Adeyemi", recipient=here(mina, other))
    assert consent(mina, other).answer != "yes"
