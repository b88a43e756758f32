"""Looking again at what was withheld: who does it, what comes of it, and that silence does nothing (rulebook 5.4, 5.5)."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.access import context
from alongside.access.words import NotThere, Ref, Refused
from alongside.consultations import commands
from alongside.directory import commands as directory
from alongside.directory.words import Setting
from alongside.duties import queries as duties
from alongside.duties.rules import Calendar
from alongside.duties.words import Owed
from alongside.involvement import queries as involvement
from alongside.involvement.commands import Authority, PartTaken, Review
from alongside.involvement.rules import latest_review_for, may_authorise, reviewer_of
from alongside.involvement.words import (
    Authorisation,
    Ground,
    Happened,
    Leaf,
    Office,
    Permanence,
    Reviewed,
    Reviewer,
    Step,
    Told,
)
from tests import journey
from tests.consultations.deeds import page_of
from tests.consultations.test_withhold_telling import answer, owed_by, telling_of, withheld
from tests.family import notices_of
from tests.recital import Deed, Recital, signed_in

TOMORROW = date(2026, 11, 4)
FRESH = "She has moved again, and he asks her sister where."
POLICE = Authority(
    Office.POLICE, "DS Pike, Marlbrook Police", "Lesley Marsh", "By telephone, 3 November, 4 pm"
)


def renewal(cast, telling_id, *, by="amira", words=FRESH, days=1, authority=None):
    on = context.day_in_london(context.clock()) + timedelta(days=days)
    more = {"authority": authority} if authority else {}
    review = Review(Reviewed.RENEWED, words, on, **more)
    commands.review_withholding(cast.people[by].ctx(), telling_id=telling_id, review=review)


def name_partnership_lead(cast, name="dev"):
    directory.decide_setting(
        context.upkeep_context(),
        name=Setting.PARTNERSHIP_LEAD,
        value=str(cast.people[name].membership_id),
        from_on=date(2026, 1, 1),
        source="The partnership's arrangements",
    )


def renewed(cast, clock, times, *, by=lambda n: "amira"):
    """Withheld from the father, authorised, and renewed so often, a day apart, each with other reasons."""
    consultation_id = withheld(cast)
    answer(cast, consultation_id, Authorisation.GIVEN)
    for number in range(times):
        clock.advance(days=1)
        renewal(cast, telling_of(cast, consultation_id).id, by=by(number), words=f"{FRESH} Day {number}.")
        if telling_of(cast, consultation_id).authorisation is Authorisation.AWAITED:
            answer(cast, consultation_id, Authorisation.GIVEN)
    return consultation_id


def ready(cast):
    telling_id = telling_of(cast, withheld(cast)).id
    return {"telling_id": telling_id, "review": Review(Reviewed.RELEASED, FRESH)}


def released(cast, words):
    tellings = involvement.list_these_tellings(cast.amira.ctx(), ids=frozenset({words["telling_id"]}))
    matter = tellings[0].arising_from
    latest = involvement.list_tellings(cast.amira.ctx(), arising_from=matter)
    return [each for each in latest if each.told is Told.NOT_YET]


class TestReviewWithholding(Recital):
    deed = Deed(
        command=commands.review_withholding,
        leaf=Leaf.WITHHOLDING_REVIEWED,
        ready=ready,
        stands=released,
        page=lambda cast, words: reverse("consultations:review_withheld", args=[words["telling_id"]]),
        right_words=lambda cast, words: {"verdict": "released", "words": FRESH},
        wrong_words={"verdict": ""},
        sentence="Say what comes of looking again.",
        kept=FRESH,
        strangers=("dev", "ben"),
    )


@pytest.mark.parametrize(
    ("renewals", "who"),
    [
        (0, Reviewer.WHOEVER_WITHHELD),
        (1, Reviewer.WHOEVER_WITHHELD),
        (2, Reviewer.SAFEGUARDING_LEAD),
        (3, Reviewer.SAFEGUARDING_LEAD),
        (4, Reviewer.PARTNERSHIP_LEAD),
        (9, Reviewer.PARTNERSHIP_LEAD),
    ],
)
def test_after_two_renewals_a_lead_looks_and_after_four_the_partnerships(renewals, who):
    assert reviewer_of(renewals) is who


@pytest.mark.parametrize("ground", list(Ground))
@pytest.mark.parametrize("office", list(Office))
def test_what_the_police_or_a_court_need_is_for_the_police_to_say(ground, office):
    assert may_authorise(ground, office=office) is (
        ground is not Ground.PREJUDICES_POLICE_OR_COURT or office is Office.POLICE
    )


@pytest.mark.parametrize(
    ("ground", "last"),
    [
        (Ground.INCREASES_RISK_TO_CHILD, date(2026, 11, 10)),
        (Ground.PREJUDICES_POLICE_OR_COURT, date(2027, 2, 1)),
    ],
)
def test_nothing_is_open_ended(ground, last):
    assert latest_review_for(ground, today=date(2026, 11, 3), calendar=Calendar({})) == last


def test_a_release_owes_the_telling_today_and_what_they_will_read_waits_to_be_written(cast):
    consultation_id = withheld(cast)
    telling_id = telling_of(cast, consultation_id).id
    review = Review(Reviewed.RELEASED, "He is abroad.")
    commands.review_withholding(cast.iris.ctx(), telling_id=telling_id, review=review)
    (owed,) = [d for d in duties.list_my_duties(cast.amira.ctx()) if d.kind is Owed.TELL_RELEASED]
    assert owed.due_at.date() == date(2026, 11, 3)
    assert Owed.AUTHORISE_WITHHOLDING not in owed_by(cast.iris)
    shown = signed_in(cast, "amira").get(reverse("consultations:told", args=[consultation_id]))
    write = reverse("consultations:write_notice", args=[consultation_id, "outcome", cast.father_id])
    assert write in shown.content.decode()
    assert "Tell Tunde Adeyemi (father) today" in signed_in(cast, "amira").get("/").content.decode()


def test_a_renewal_needs_fresh_reasons_and_a_second_person(cast, clock):
    consultation_id = withheld(cast)
    answer(cast, consultation_id, Authorisation.GIVEN)
    clock.advance(days=1)
    first = telling_of(cast, consultation_id)
    with pytest.raises(Refused, match="reasons of the last time"):
        renewal(cast, first.id, words=first.words)
    with pytest.raises(Refused, match="after today"):
        renewal(cast, first.id, days=0)
    renewal(cast, first.id)
    now = telling_of(cast, consultation_id)
    assert (now.renewals, now.authorisation) == (1, Authorisation.AWAITED)
    assert Owed.AUTHORISE_WITHHOLDING in owed_by(cast.iris)


def test_after_two_renewals_whoever_withheld_may_not_and_a_lead_owes_it(cast, clock):
    consultation_id = renewed(cast, clock, 2)
    assert Owed.REVIEW_WITHHOLDING in owed_by(cast.iris)
    assert Owed.REVIEW_WITHHOLDING not in owed_by(cast.amira)
    telling_id = telling_of(cast, consultation_id).id
    with pytest.raises(Refused, match="A safeguarding lead looks at it now"):
        renewal(cast, telling_id, words="He rang again.")
    renewal(cast, telling_id, by="iris", words="He rang again.")
    assert telling_of(cast, consultation_id).authorisation is Authorisation.GIVEN


def test_after_four_renewals_the_partnerships_lead_owes_it_and_reads_nothing_else(cast, clock):
    name_partnership_lead(cast)
    consultation_id = renewed(cast, clock, 4, by=lambda n: "amira" if n < 2 else "iris")
    telling_id = telling_of(cast, consultation_id).id
    with pytest.raises(Refused, match="The partnership’s lead looks at it now"):
        renewal(cast, telling_id, by="iris", words="He rang once more.")
    assert Owed.REVIEW_WITHHOLDING in owed_by(cast.dev)
    browser = signed_in(cast, "dev")
    shown = browser.get(reverse("consultations:review_withheld", args=[telling_id])).content.decode()
    assert "Renewed 4 times before." in shown
    assert "Ayo" not in shown
    assert "You are let in to this one withholding, and to nothing else about the child." in shown
    assert browser.get(reverse("consultations:open", args=[consultation_id])).status_code == 404
    review = Review(Reviewed.RELEASED, "He is abroad.")
    commands.review_withholding(cast.dev.ctx(), telling_id=telling_id, review=review)
    assert Owed.TELL_RELEASED in owed_by(cast.amira)


@pytest.mark.parametrize("verdict", [Reviewed.RENEWED, Reviewed.REDACTED])
def test_the_partnerships_lead_gives_no_second_word_on_what_they_withheld_themselves(cast, verdict):
    name_partnership_lead(cast, "amira")
    consultation_id = withheld(cast)
    answer(cast, consultation_id, Authorisation.GIVEN)
    telling_id = telling_of(cast, consultation_id).id
    review = Review(verdict, FRESH, TOMORROW if verdict is Reviewed.RENEWED else None)
    commands.review_withholding(cast.amira.ctx(), telling_id=telling_id, review=review)
    now = telling_of(cast, consultation_id)
    assert (now.authorisation, now.authorised_by) == (Authorisation.AWAITED, "")
    assert Owed.AUTHORISE_WITHHOLDING in owed_by(cast.iris)


@pytest.mark.parametrize("times", [2, 4])
def test_what_the_partnerships_lead_withheld_is_looked_at_by_another_lead(cast, clock, times):
    name_partnership_lead(cast, "amira")
    consultation_id = renewed(cast, clock, times, by=lambda n: "amira" if n < 2 else "iris")
    telling_id = telling_of(cast, consultation_id).id
    assert Owed.REVIEW_WITHHOLDING in owed_by(cast.iris)
    assert Owed.REVIEW_WITHHOLDING not in owed_by(cast.amira)
    with pytest.raises(Refused, match="Another safeguarding lead looks at it now"):
        renewal(cast, telling_id, by="amira", words="He rang once more.")
    page = reverse("consultations:review_withheld", args=[telling_id])
    typed = {"verdict": "released", "words": "He is abroad.", "command_id": str(uuid4())}
    sent = signed_in(cast, "amira").post(page, typed)
    assert sent.status_code == 422
    assert "Another safeguarding lead" in sent.content.decode()
    renewal(cast, telling_id, by="iris", words="He rang her mother.")
    assert telling_of(cast, consultation_id).renewals == times + 1


def test_left_out_for_good_it_is_not_looked_at_again_and_nothing_is_written(cast):
    consultation_id = withheld(cast)
    review = Review(Reviewed.REDACTED, "It is about his sister alone.")
    telling_id = telling_of(cast, consultation_id).id
    commands.review_withholding(cast.iris.ctx(), telling_id=telling_id, review=review)
    now = telling_of(cast, consultation_id)
    assert (now.permanence, now.review_on) == (Permanence.FOR_GOOD, None)
    assert Owed.REVIEW_WITHHOLDING not in owed_by(cast.amira)
    with pytest.raises(Refused, match="not to be told for now"):
        commands.write_outcome(cast.amira.ctx(), consultation_id=consultation_id, adult_id=cast.father_id)


def test_unanswered_by_the_next_working_day_it_goes_to_the_partnership(cast, clock):
    name_partnership_lead(cast)
    consultation_id = withheld(cast)
    assert Owed.ESCALATED_WITHHOLDING not in owed_by(cast.dev), "its leads are asked first"
    clock.advance(days=2)
    assert Owed.ESCALATED_WITHHOLDING in owed_by(cast.dev)
    telling_id = telling_of(cast, consultation_id).id
    assert (
        signed_in(cast, "dev").get(reverse("consultations:authorise", args=[telling_id])).status_code == 200
    )
    commands.authorise_withholding(
        cast.dev.ctx(), telling_id=telling_id, verdict=Authorisation.GIVEN, words="I read it."
    )
    assert Owed.ESCALATED_WITHHOLDING not in owed_by(cast.dev)
    assert Owed.AUTHORISE_WITHHOLDING not in owed_by(cast.iris)


@pytest.mark.parametrize("days", [2, 30, 400])
def test_silence_never_releases_never_authorises_and_tells_nobody(cast, clock, days):
    consultation_id = withheld(cast)
    clock.advance(days=days)
    now = telling_of(cast, consultation_id)
    assert (now.told, now.authorisation) == (Told.WITHHELD, Authorisation.AWAITED)
    assert Owed.AUTHORISE_WITHHOLDING in owed_by(cast.iris)
    assert Owed.REVIEW_WITHHOLDING in owed_by(cast.amira)
    assert not notices_of(cast, cast.father_id)


def test_a_police_hold_names_the_officer_and_social_care(cast):
    consultation_id = withheld(cast, ground=Ground.PREJUDICES_POLICE_OR_COURT, review_on=date(2027, 1, 20))
    telling_id = telling_of(cast, consultation_id).id
    words = {"telling_id": telling_id, "verdict": Authorisation.GIVEN, "words": "I read it."}
    for authority, sentence in (
        (Authority(), "for the police to say"),
        (Authority(Office.POLICE, "DS Pike", "", "By telephone"), "Name the social worker"),
        (Authority(Office.POLICE), "Name who said so"),
    ):
        with pytest.raises(Refused, match=sentence):
            commands.authorise_withholding(cast.iris.ctx(), authority=authority, **words)
    commands.authorise_withholding(cast.iris.ctx(), authority=POLICE, **words)
    shown = signed_in(cast, "amira").get(reverse("consultations:open", args=[consultation_id]))
    assert "DS Pike, Marlbrook Police with Lesley Marsh" in shown.content.decode()


def test_not_told_before_needs_a_ground_and_a_second_person_too(cast):
    consultation_id = journey.prepare(cast)
    part = {
        "adult_id": cast.father_id,
        "name": "Tunde Adeyemi (father)",
        "step": Step.TOLD_BEFORE,
        "happened": Happened.NO,
        "words": "He would come to the refuge.",
    }
    with pytest.raises(Refused, match="on which ground"):
        commands.record_part(cast.amira.ctx(), consultation_id=consultation_id, part=PartTaken(**part))
    part |= {"ground": Ground.SERIOUS_HARM_TO_ADULT, "review_on": TOMORROW}
    commands.record_part(cast.amira.ctx(), consultation_id=consultation_id, part=PartTaken(**part))
    (telling,) = page_of(cast, consultation_id).tellings
    assert (telling.told, telling.authorisation) == (Told.WITHHELD, Authorisation.AWAITED)
    assert Owed.AUTHORISE_WITHHOLDING in owed_by(cast.iris)
    with pytest.raises(Refused, match="not to be told for now"):
        commands.write_explanation(cast.amira.ctx(), consultation_id=consultation_id, adult_id=cast.father_id)


def test_nobody_else_looks_at_it(cast):
    telling_id = telling_of(cast, withheld(cast)).id
    for name in ("dev", "ben", "cerys", "esther"):
        with pytest.raises(NotThere):
            renewal(cast, telling_id, by=name)
    assert involvement.list_tellings(
        cast.amira.ctx(), arising_from=Ref("consultation", page_of(cast, _matter(cast, telling_id)).id)
    )


def _matter(cast, telling_id):
    (telling,) = involvement.list_these_tellings(cast.amira.ctx(), ids=frozenset({telling_id}))
    return telling.arising_from.id
