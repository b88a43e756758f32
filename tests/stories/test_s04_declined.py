"""S04: the parents decline, and nothing is shared; G1 asks for a countersignature where there is a harm concern."""

from datetime import date

import pytest
from django.urls import reverse

from alongside.consultations import queries
from alongside.consultations.words import OutcomeKind
from alongside.involvement.words import Told
from alongside.sharing import queries as sharing
from alongside.sharing.words import Countersignature
from tests import journey
from tests.consent.test_edge_cases import with_responsibility
from tests.stories import asking
from tests.stories.own_page import opens_own_page

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


def test_s04_ends_in_a_recorded_decision_not_to_share(visit, cast):
    journey.keep_profiles(cast)
    amira = visit(cast.amira)
    both_decline(amira, harm="No")
    assert amira.reads("Do not share this with Dev Malik")
    assert amira.reads("a no-names consultation stays open to you")
    decides_not_to_share(amira)
    amira.press("I decide not to share")
    decision = decision_of(cast)
    assert decision.outcome == "DO_NOT_SHARE"
    assert decision.countersignature is Countersignature.NOT_NEEDED
    assert sharing.list_my_inbox(cast.dev.ctx()) == ()


def test_s04_with_a_harm_concern_a_safeguarding_lead_countersigns(visit, cast):
    journey.keep_profiles(cast)
    amira = visit(cast.amira)
    both_decline(amira, harm="Yes: the child-protection procedure is started, or I start it now")
    decides_not_to_share(amira)
    amira.press("I decide not to share")
    assert amira.reads("Say how the child is protected instead.")
    amira.write("How is the child protected instead?", "We visit every day, and social care knows.")
    amira.press("I decide not to share")
    assert decision_of(cast).countersignature is Countersignature.AWAITED
    iris = visit(cast.iris)
    iris.open("/")
    iris.press("Read the decision")
    iris.choose("Do you countersign this decision?", "Yes, I countersign it")
    iris.write("What you looked at, and why you agree or do not", "I read the file, and agree.")
    iris.press("Send my answer")
    decision = decision_of(cast)
    assert (decision.countersignature, decision.countersigned_by) == (Countersignature.GIVEN, "Iris Olsen")
    assert decision.closed_at is not None


def test_a_refusal_is_looked_at_again_and_a_later_asker_is_told_whom_to_ask(visit, cast, clock):
    journey.keep_profiles(cast)
    amira = visit(cast.amira)
    both_decline(amira, harm="No")
    decides_not_to_share(amira)
    asking.day(amira, "When is this looked at again?", date(2026, 11, 10))
    amira.press("I decide not to share")
    mine = journey.prepare(cast, by=cast.cerys, asked=cast.dev)
    person = queries.open_consultation(cast.cerys.ctx(), consultation_id=mine).people[0]
    cerys = visit(cast.cerys)
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


def both_are_told(amira, consultation_id):
    """Amira tells each parent what was decided, at the telling page."""
    amira.open(f"/consultations/{consultation_id}/telling/")
    for number, name in ((1, "Gwen Adeyemi"), (2, "Tunde Adeyemi")):
        box = amira.page.get_by_role("group", name=f"Has {name}").first
        box.get_by_label(Told.INFORMED.label, exact=True).check()
        for label, value in (("day", TODAY.day), ("month", TODAY.month), ("year", TODAY.year)):
            amira.page.locator(f"[name=informed_on_{number}_{label}]").fill(str(value))
    amira.write("How did you tell them?", "At the school gate")
    amira.press("Save and continue")


def asks_again_in_vain(amira, consultation_id):
    """Within the review period neither is asked the same again unless something new has come up."""
    amira.open(f"/consultations/{consultation_id}/")
    amira.press("Ask somebody of the family")
    for name in ("Gwen Adeyemi", "Tunde Adeyemi"):
        amira.choose("Whom do you ask?", name)
        amira.press("Ask them")
        assert amira.reads(f"{name} said no on 3 November. Ask again only if something new has come up")


def test_s04_who_said_no_and_why_is_kept_and_nobody_is_asked_again_without_new_facts(visit, cast):
    with_responsibility(cast)
    decision_id = journey.refused(cast)
    (line,) = queries.list_consultations(cast.amira.ctx()).lines
    amira = visit(cast.amira)
    asks_again_in_vain(amira, line.id)
    amira.open(f"/consent/children/{cast.child_id}/")
    for words in ("Gwen Adeyemi (mother)", "Tunde Adeyemi (father)", "Said no", "3 November 2026"):
        assert amira.reads(words), words
    assert amira.page.get_by_text("We will sort it out ourselves.").count() == 2
    assert not amira.reads("may be shared"), "nobody has agreed to anything"
    amira.open(f"/decisions/{decision_id}/")
    assert amira.reads("New facts."), "what would make them think again"
    both_are_told(amira, line.id)
    page = queries.open_consultation(cast.amira.ctx(), consultation_id=line.id)
    assert page.outcome.kind is OutcomeKind.NOT_HELD
    assert page.duties == (), "no referral is opened because somebody said no"
    assert page.people[0].talks == ()
    for adult_id, other in ((cast.mother_id, "Tunde"), (cast.father_id, "Gwen")):
        reads_that_nothing_was_said(opens_own_page(visit, cast, adult_id), other=other)


def reads_that_nothing_was_said(parent, *, other):
    """A parent's own page: what they said, that nothing was said to anybody, and nobody else of the family."""
    parent.press("Who spoke with whom, and why")
    assert parent.reads("In the end nothing was said to anybody.")
    assert not parent.reads(other)
    parent.press("Back to the start", within="footer")
    parent.press("What I said yes or no to")
    for words in ("You said no.", "We will sort it out ourselves."):
        assert parent.reads(words), words
    assert not parent.reads(other)
