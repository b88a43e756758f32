"""Left out for good: whoever gives the second word reads that it is for good and what was said before; pages say so after."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.access.words import Ref
from alongside.consultations import commands
from alongside.duties import queries as duties
from alongside.duties.words import Owed
from alongside.involvement import commands as involvement_commands
from alongside.involvement import queries as involvement
from alongside.involvement.commands import Review
from alongside.involvement.rules import how_long
from alongside.involvement.words import Authorisation, Ground, Permanence, Reviewed
from tests.consultations.test_keep_from import FACTS, KEEPING, whom
from tests.consultations.test_withhold_telling import WHY, answer, telling_of, withheld
from tests.recital import signed_in

AGAIN = "The court ordered today that he learns nothing of it, ever."


def page(cast, name, view, *args):
    return signed_in(cast, name).get(reverse(view, args=args)).content.decode()


def redact(cast, clock, telling_id):
    clock.advance(hours=1)
    review = Review(Reviewed.REDACTED, AGAIN)
    commands.review_withholding(cast.amira.ctx(), telling_id=telling_id, review=review)


def everything_left_out(cast, clock):
    """Everything was kept from the father, authorised, then left out for good by whoever withheld it."""
    first = involvement_commands.keep_everything_from(cast.amira.ctx(), **whom(cast), keeping=KEEPING)
    say(cast, first, "I read it.")
    redact(cast, clock, first)
    return general(cast).id


def general(cast):
    latest = involvement.list_tellings(cast.amira.ctx(), arising_from=Ref("child", cast.child_id))
    return next(each for each in latest if each.adult_id == cast.father_id)


def say(cast, telling_id, words):
    commands.authorise_withholding(
        cast.iris.ctx(), telling_id=telling_id, verdict=Authorisation.GIVEN, words=words
    )


@pytest.mark.parametrize(
    ("permanence", "authorisation", "words"),
    [
        (Permanence.UNTIL_REVIEW, Authorisation.GIVEN, "for now"),
        (Permanence.FOR_GOOD, Authorisation.AWAITED, "for now"),
        (Permanence.FOR_GOOD, Authorisation.GIVEN, "for good"),
    ],
)
def test_it_is_for_good_once_a_second_person_said_so(permanence, authorisation, words):
    assert how_long(permanence, authorisation=authorisation) == words


def test_the_lead_is_asked_about_for_good_with_the_ground_the_first_reasons_and_who_agreed(cast, clock):
    telling_id = everything_left_out(cast, clock)
    assert "may be left out for good" in signed_in(cast, "iris").get("/").content.decode()
    asked = page(cast, "iris", "consultations:authorise", telling_id)
    assert "May they never be told?" in asked
    assert "Yes, I authorise it for good" in asked
    assert Ground.INCREASES_RISK_TO_CHILD.label in asked
    for said in (AGAIN, FACTS, "I read it."):
        assert said in asked
    for wrong in ("for now", "until the day it is looked at again", "Looked at again on"):
        assert wrong not in asked


INSTEAD = "Not ever: until the hearing."


def day_set_instead(cast, clock, telling_id):
    """The lead is asked to leave it out for good, and sets a day in place of that."""
    clock.advance(hours=1)
    review = Review(Reviewed.RENEWED, INSTEAD, date(2026, 11, 6))
    commands.review_withholding(cast.iris.ctx(), telling_id=telling_id, review=review)


def test_what_was_asked_for_good_and_not_agreed_to_stands_apart_from_the_day_that_the_lead_set(cast, clock):
    telling_id = everything_left_out(cast, clock)
    day_set_instead(cast, clock, telling_id)
    now = general(cast)
    assert (now.reviewed_by, now.recorded_by) == (cast.iris.name, cast.amira.name)
    for view, key in (("consultations:keep_from", None), ("consultations:review_withheld", now.id)):
        args = (cast.child_id, cast.father_id) if key is None else (key,)
        shown = " ".join(page(cast, "amira", view, *args).split())
        assert f"{cast.iris.name}, 3 November 2026: {INSTEAD}" in shown
        asked_before = (
            f"{cast.amira.name} wrote: {AGAIN} It was asked to leave it out for good, and nobody agreed"
        )
        assert asked_before in shown
        assert f"{AGAIN} Authorised" not in shown
        assert f"{FACTS} Authorised by {cast.iris.name}: I read it." in shown


def test_to_ask_for_good_is_no_renewal_and_the_day_set_instead_is_one(cast, clock):
    telling_id = everything_left_out(cast, clock)
    assert general(cast).renewals == 0
    day_set_instead(cast, clock, telling_id)
    assert "Renewed 1 time before." in page(cast, "amira", "consultations:review_withheld", general(cast).id)


def test_the_record_of_a_consultation_gives_the_day_to_the_lead_who_set_it(cast, clock):
    consultation_id = withheld(cast)
    answer(cast, consultation_id, Authorisation.GIVEN)
    redact(cast, clock, telling_of(cast, consultation_id).id)
    day_set_instead(cast, clock, telling_of(cast, consultation_id).id)
    for view in ("consultations:open", "consultations:told"):
        shown = page(cast, "amira", view, consultation_id)
        assert f"{cast.iris.name} looked at it again and set the day: {INSTEAD}" in shown
        assert shown.count(INSTEAD) == 1
        assert "Authorised by" not in shown


def test_a_lead_who_releases_it_is_named_with_the_reason(cast):
    consultation_id = withheld(cast)
    telling_id = telling_of(cast, consultation_id).id
    review = Review(Reviewed.RELEASED, "He is abroad.")
    commands.review_withholding(cast.iris.ctx(), telling_id=telling_id, review=review)
    shown = page(cast, "amira", "consultations:told", consultation_id)
    assert f"{cast.iris.name} looked at it again: they are to be told. He is abroad." in shown
    assert "He is abroad." not in page(cast, "amira", "consultations:telling", consultation_id)


def test_a_lead_who_does_not_agree_to_for_good_may_set_a_day_instead(cast, clock):
    telling_id = everything_left_out(cast, clock)
    asked = page(cast, "iris", "consultations:authorise", telling_id)
    instead = reverse("consultations:review_withheld", args=[telling_id])
    assert instead in asked
    typed = {
        "verdict": Reviewed.RENEWED,
        "words": "Not ever: until the hearing.",
        "office": "safeguarding_lead",
    }
    day = {"review_on_day": "6", "review_on_month": "11", "review_on_year": "2026"}
    answered = signed_in(cast, "iris").post(instead, {**typed, **day, "command_id": str(uuid4())})
    assert answered.status_code == 302, answered.content.decode()
    now = general(cast)
    assert (now.permanence, now.authorisation) == (Permanence.UNTIL_REVIEW, Authorisation.GIVEN)
    assert now.review_on == date(2026, 11, 6)
    assert Owed.REVIEW_WITHHOLDING in {each.kind for each in duties.list_my_duties(cast.amira.ctx())}
    assert "left out for good" not in signed_in(cast, "iris").get("/").content.decode()


def test_whoever_withheld_reads_for_now_until_then_and_for_good_after(cast, clock):
    telling_id = everything_left_out(cast, clock)
    href = ("consultations:keep_from", cast.child_id, cast.father_id)
    before = page(cast, "amira", *href)
    assert "for now" in before
    assert "waits for a second person" in before
    say(cast, telling_id, "The order says so.")
    after = page(cast, "amira", *href)
    assert "for good" in after
    assert "for now" not in after
    assert FACTS in after
    child = page(cast, "amira", "web:child", cast.child_id)
    assert "Nothing goes to them for good." in child


def test_a_consultation_says_that_it_is_for_good(cast, clock):
    consultation_id = withheld(cast)
    answer(cast, consultation_id, Authorisation.GIVEN)
    redact(cast, clock, telling_of(cast, consultation_id).id)
    answer(cast, consultation_id, Authorisation.GIVEN)
    assert "Not told, for good" in page(cast, "amira", "consultations:open", consultation_id)
    assert "Not told, for good" in page(cast, "amira", "consultations:told", consultation_id)


def test_what_is_asked_for_now_stays_asked_for_now(cast):
    telling_id = telling_of(cast, withheld(cast)).id
    asked = page(cast, "iris", "consultations:authorise", telling_id)
    assert "May they go untold for now?" in asked
    assert "for good" not in asked
    assert asked.count(WHY) == 1
