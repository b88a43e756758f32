"""Withholding what was decided from a person of the family: on a ground, never alone, never open-ended (rulebook 5)."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.access import context
from alongside.access.words import Ref, Refused
from alongside.consultations import commands
from alongside.consultations.rules import Progress
from alongside.consultations.words import Task
from alongside.directory import commands as directory
from alongside.directory.words import MemberStanding
from alongside.duties import queries as duties
from alongside.duties.words import Owed
from alongside.involvement import commands as involvement_commands
from alongside.involvement import queries as involvement
from alongside.involvement.commands import ToldPerson
from alongside.involvement.words import Authorisation, Ground, Leaf, Told
from alongside.sharing import queries as sharing
from alongside.voice.words import Safety
from tests import journey
from tests.consultations.deeds import address, boxes, page_of
from tests.consultations.test_record_outcome import talked
from tests.recital import Deed, Recital, signed_in
from tests.voice.test_keep_words import keep

TODAY, TOMORROW = date(2026, 11, 3), date(2026, 11, 4)
FIVE_WORKING_DAYS, SIX = date(2026, 11, 10), date(2026, 11, 11)
WHY = "He would come to the refuge."


def withholding(cast, *, review_on=TOMORROW, ground=Ground.SERIOUS_HARM_TO_ADULT, words=WHY):
    return ToldPerson(cast.father_id, "Tunde Adeyemi (father)", Told.WITHHELD, None, words, ground, review_on)


def record(cast, consultation_id, *people):
    commands.record_telling(
        cast.amira.ctx(), consultation_id=consultation_id, people=people, how="At the school gate"
    )


def withheld(cast, *, mother_told=True, **how):
    """The mother was told, the father is not to be; a safeguarding lead is asked."""
    consultation_id = talked(cast)["consultation_id"]
    journey.outcome(cast, consultation_id)
    mother = ToldPerson(cast.mother_id, "Gwen Adeyemi (mother)", Told.INFORMED, TODAY, "She was glad.")
    record(cast, consultation_id, *([mother] if mother_told else []), withholding(cast, **how))
    return consultation_id


def telling_of(cast, consultation_id):
    return next(each for each in page_of(cast, consultation_id).tellings if each.told is Told.WITHHELD)


def waiting(cast):
    telling_id = telling_of(cast, withheld(cast)).id
    return {"telling_id": telling_id, "verdict": Authorisation.GIVEN, "words": "I read it, and agree."}


def authorised(cast, words):
    (telling,) = involvement.list_these_tellings(cast.iris.ctx(), ids=frozenset({words["telling_id"]}))
    return "" if telling.authorisation is Authorisation.AWAITED else telling.authorisation


class TestAuthoriseWithholding(Recital):
    deed = Deed(
        command=commands.authorise_withholding,
        leaf=Leaf.WITHHOLDING_AUTHORISED,
        ready=waiting,
        stands=authorised,
        page=lambda cast, words: reverse("consultations:authorise", args=[words["telling_id"]]),
        right_words=lambda cast, words: {
            "verdict": "given",
            "office": "safeguarding_lead",
            "words": "I read it, and agree.",
        },
        wrong_words={"verdict": ""},
        sentence="Say whether they may go untold for now.",
        kept="I read it, and agree.",
        who="iris",
        strangers=("dev", "ben", "amira"),
    )


def test_with_a_leads_word_nobody_waits_and_the_walk_ends(cast):
    consultation_id = withheld(cast)
    page = page_of(cast, consultation_id)
    assert page.state_of(Task.TELLING) is Progress.IN_PROGRESS
    assert Owed.TELL_FAMILY not in {duty.kind for duty in page.duties}, "nobody is to be told now"
    decision_id = page.person.decision.id
    assert sharing.open_decision(cast.amira.ctx(), decision_id=decision_id).closed_at is None
    answer(cast, consultation_id, Authorisation.GIVEN)
    assert page_of(cast, consultation_id).state_of(Task.TELLING) is Progress.DONE
    decision = sharing.open_decision(cast.amira.ctx(), decision_id=decision_id)
    assert decision.closed_at is not None
    shown = (
        signed_in(cast, "amira").get(reverse("sharing:open_decision", args=[decision_id])).content.decode()
    )
    assert "authorised by Iris Olsen" in shown


def answer(cast, consultation_id, verdict):
    commands.authorise_withholding(
        cast.iris.ctx(),
        telling_id=telling_of(cast, consultation_id).id,
        verdict=verdict,
        words="I read the record.",
    )


def owed_by(person):
    return {duty.kind for duty in duties.list_my_duties(person.ctx())}


def test_a_lead_owes_a_word_the_next_working_day_and_whoever_withheld_a_review_on_its_day(cast):
    withheld(cast)
    (asked,) = [d for d in duties.list_my_duties(cast.iris.ctx()) if d.kind is Owed.AUTHORISE_WITHHOLDING]
    (review,) = [d for d in duties.list_my_duties(cast.amira.ctx()) if d.kind is Owed.REVIEW_WITHHOLDING]
    assert asked.due_at.date() == TOMORROW
    assert review.due_at.date() == TOMORROW


def test_not_authorised_the_family_is_told_and_no_review_is_owed(cast):
    consultation_id = withheld(cast)
    answer(cast, consultation_id, Authorisation.DECLINED)
    assert Owed.TELL_AFTER_ALL in owed_by(cast.amira)
    assert Owed.REVIEW_WITHHOLDING not in owed_by(cast.amira)
    shown = (
        signed_in(cast, "amira").get(reverse("consultations:open", args=[consultation_id])).content.decode()
    )
    assert "Iris Olsen did not authorise it: I read the record. They are to be told." in shown


def test_not_authorised_that_person_is_told_by_the_next_working_day(cast, clock):
    consultation_id = withheld(cast)
    answer(cast, consultation_id, Authorisation.DECLINED)
    (owed,) = [d for d in duties.list_my_duties(cast.amira.ctx()) if d.kind is Owed.TELL_AFTER_ALL]
    assert owed.due_at.date() == TOMORROW
    browser = signed_in(cast, "amira")
    today = browser.get(reverse("web:today")).content.decode()
    assert "Tell Tunde Adeyemi (father) what was decided about Ayo Adeyemi" in today
    assert "Iris Olsen did not authorise that Tunde Adeyemi (father) goes untold" in today
    page = reverse("consultations:telling", args=[consultation_id])
    assert page in today
    shown = browser.get(page).content.decode()
    assert "Iris Olsen did not authorise it" in shown
    assert WHY not in shown, "whether he is told is asked anew"
    clock.advance(days=1)
    told = ToldPerson(cast.father_id, "Tunde Adeyemi (father)", Told.INFORMED, TOMORROW, "He was calm.")
    record(cast, consultation_id, told)
    assert Owed.TELL_AFTER_ALL not in owed_by(cast.amira)


def test_what_the_child_is_not_told_stands_on_the_page_again_and_reads_well(cast, clock):
    consultation_id = talked(cast)["consultation_id"]
    journey.outcome(cast, consultation_id)
    child = replace(withholding(cast, words="He is six"), adult_id=None, name="Ayo Adeyemi (the child)")
    record(cast, consultation_id, child)
    browser = signed_in(cast, "amira")
    shown = browser.get(reverse("consultations:telling", args=[consultation_id])).content.decode()
    assert "He is six" in shown
    assert 'value="withheld" checked' in " ".join(shown.split())
    today = browser.get(reverse("web:today")).content.decode()
    assert "Look again at what Ayo Adeyemi (the child) has not been told about themselves" in today
    record_page = browser.get(reverse("consultations:open", args=[consultation_id])).content.decode()
    assert "He is six. Looked at again on" in record_page


def test_the_lead_reads_about_whom_it_is_and_that_it_is_looked_at_again_today(cast, clock):
    consultation_id = withheld(cast)
    clock.advance(days=1)
    page = reverse("consultations:authorise", args=[telling_of(cast, consultation_id).id])
    shown = signed_in(cast, "iris").get(page).content.decode()
    assert "About Ayo Adeyemi" in shown
    assert reverse("consultations:open", args=[consultation_id]) in shown
    assert "4 November 2026: that is today" in shown


def test_silence_never_releases(cast, clock):
    consultation_id = withheld(cast)
    answer(cast, consultation_id, Authorisation.GIVEN)
    clock.advance(days=30)
    assert telling_of(cast, consultation_id).told is Told.WITHHELD
    assert Owed.REVIEW_WITHHOLDING in owed_by(cast.amira)


def test_telling_them_after_all_settles_what_was_owed(cast, clock):
    consultation_id = withheld(cast)
    clock.advance(days=1)
    told = ToldPerson(cast.father_id, "Tunde Adeyemi (father)", Told.INFORMED, TOMORROW, "He was calm.")
    record(cast, consultation_id, told)
    assert not owed_by(cast.amira) & {Owed.TELL_FAMILY, Owed.REVIEW_WITHHOLDING}
    assert Owed.AUTHORISE_WITHHOLDING not in owed_by(cast.iris)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"ground": None}, "on which ground"),
        ({"words": ""}, "on which ground"),
        ({"review_on": None}, "Give the day on which this is looked at again"),
        ({"review_on": TODAY}, "after today"),
        ({"review_on": SIX}, "by 10 November 2026 at the latest"),
    ],
)
def test_withholding_needs_a_ground_a_reason_and_a_review_within_five_working_days(cast, wrong, sentence):
    consultation_id = talked(cast)["consultation_id"]
    journey.outcome(cast, consultation_id)
    with pytest.raises(Refused, match=sentence):
        record(cast, consultation_id, withholding(cast, **wrong))


def test_the_page_takes_a_review_on_a_day_to_come(cast):
    consultation_id = talked(cast)["consultation_id"]
    journey.outcome(cast, consultation_id)
    typed = {
        "told_1": "informed",
        **boxes("informed_on_1", TODAY),
        "told_2": "withheld",
        "ground_2": "serious_harm_to_adult",
        "because_2": WHY,
        **boxes("review_on_2", FIVE_WORKING_DAYS),
        "how": "On the telephone",
        "command_id": str(uuid4()),
    }
    words = {"consultation_id": consultation_id}
    answer = signed_in(cast, "amira").post(address("telling")(cast, words), typed)
    assert answer.status_code == 302, answer.content.decode()
    assert telling_of(cast, consultation_id).review_on == FIVE_WORKING_DAYS


def test_withheld_from_one_says_nothing_about_another(cast):
    consultation_id = withheld(cast, mother_told=False)
    answer(cast, consultation_id, Authorisation.GIVEN)
    by_name = {each.name: each.told for each in page_of(cast, consultation_id).tellings}
    assert by_name == {"Tunde Adeyemi (father)": Told.WITHHELD}


def test_saving_the_page_again_leaves_what_a_lead_authorised(cast, clock):
    consultation_id = withheld(cast, mother_told=False)
    answer(cast, consultation_id, Authorisation.GIVEN)
    clock.advance(days=10)
    mother = ToldPerson(cast.mother_id, "Gwen Adeyemi (mother)", Told.INFORMED, TODAY, "She was glad.")
    record(cast, consultation_id, mother, withholding(cast))
    assert telling_of(cast, consultation_id).authorisation is Authorisation.GIVEN
    assert len(page_of(cast, consultation_id).tellings) == 2


def test_a_withholding_that_was_replaced_waits_for_nobody(cast, clock):
    consultation_id = withheld(cast, mother_told=False)
    first = telling_of(cast, consultation_id).id
    clock.advance(hours=1)
    record(cast, consultation_id, withholding(cast, words="He has moved away, and would come back."))
    with pytest.raises(Refused, match="does not wait for a word any more"):
        commands.authorise_withholding(
            cast.iris.ctx(), telling_id=first, verdict=Authorisation.GIVEN, words="I read it."
        )


def lead_of_the_school(cast):
    """Dev, who begins to work for the school as well, and oversees safeguarding there."""
    school = cast.agencies["school"]
    membership_id = directory.begin_membership(
        context.upkeep_context(),
        practitioner_id=cast.dev.practitioner_id,
        agency_id=school,
        role="Designated safeguarding lead",
        telephone="",
        standing=MemberStanding.PRACTITIONER,
    )
    directory.give_oversight(
        context.upkeep_context(),
        membership_id=membership_id,
        agency_id=school,
        until=context.clock() + timedelta(days=365),
    )
    return replace(cast.dev, membership_id=membership_id, agency_id=school)


def test_the_lead_of_the_agency_that_withholds_is_asked_and_no_other(cast):
    lead = lead_of_the_school(cast)
    about = Ref("consultation", journey.prepare(cast, by=cast.cerys, asked=cast.amira))
    involvement_commands.record_telling(
        cast.cerys.ctx(),
        child_id=cast.child_id,
        arising_from=about,
        people=(replace(withholding(cast), adult_id=None),),
        how="",
    )
    assert Owed.AUTHORISE_WITHHOLDING in owed_by(lead)
    assert not involvement.list_tellings(cast.amira.ctx(), arising_from=about)
    assert not involvement.list_tellings(cast.iris.ctx(), arising_from=about)


def test_where_no_lead_could_authorise_it_nothing_is_withheld(cast):
    about = Ref("consultation", journey.prepare(cast, by=cast.cerys, asked=cast.amira))
    with pytest.raises(Refused, match="In an emergency, record that"):
        involvement_commands.record_telling(
            cast.cerys.ctx(),
            child_id=cast.child_id,
            arising_from=about,
            people=(replace(withholding(cast), adult_id=None),),
            how="",
        )


def test_to_withhold_again_after_a_refusal_asks_a_lead_again(cast):
    consultation_id = withheld(cast)
    answer(cast, consultation_id, Authorisation.DECLINED)
    record(cast, consultation_id, withholding(cast))
    assert telling_of(cast, consultation_id).authorisation is Authorisation.AWAITED
    assert Owed.AUTHORISE_WITHHOLDING in owed_by(cast.iris)


def test_nobody_who_is_withheld_from_is_to_be_told_while_a_lead_is_asked(cast):
    consultation_id = withheld(cast)
    shown = signed_in(cast, "amira").get(address("done")(cast, {"consultation_id": consultation_id}))
    assert "A safeguarding lead says whether" in shown.content.decode()
    assert "the family is still to be told" not in shown.content.decode()


def test_a_lead_who_authorises_reads_what_they_decide_on_and_the_partnerships_lead_reads_nothing_more(cast):
    consultation_id = withheld(cast)
    said_id = keep(cast, safety=Safety.NOT_SAFE)
    telling_id = telling_of(cast, consultation_id).id
    for page in ("authorise", "review_withheld"):
        shown = (
            signed_in(cast, "iris").get(reverse(f"consultations:{page}", args=[telling_id])).content.decode()
        )
        for href in (
            reverse("consultations:open", args=[consultation_id]),
            reverse("consent:ledger", args=[cast.child_id]),
            reverse("voice:answer_not_safe", args=[said_id]),
        ):
            assert href in shown, (page, href)
            assert signed_in(cast, "iris").get(href).status_code == 200, href


def test_where_nobody_said_that_they_are_not_safe_no_words_of_the_child_are_offered(cast):
    keep(cast)
    telling_id = telling_of(cast, withheld(cast)).id
    shown = (
        signed_in(cast, "iris").get(reverse("consultations:authorise", args=[telling_id])).content.decode()
    )
    assert "that they are not safe" not in shown
