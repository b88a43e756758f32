"""Recording what one person of the family said about it."""

from datetime import date
from uuid import uuid4

import pytest

from alongside.access.words import Refused
from alongside.consent.commands import Said
from alongside.consent.words import AbsentReason, Category, ConsentKind, Form, Leaf, Status
from alongside.consultations import commands
from tests import journey
from tests.consultations.deeds import address, boxes, page_of, place_of
from tests.consultations.test_choose_person import begun
from tests.recital import Deed, Recital, signed_in

TODAY = date(2026, 11, 3)
AGREED = {
    "status": "given",
    "allowed": ["housing"],
    "exclusions": "yes",
    "excluded": ["gp_history"],
    "form": "verbal",
    "agreed_words": "Yes, do ask them.",
    **boxes("agreed_on", date(2026, 11, 2)),
    **boxes("review_by", date(2026, 12, 14)),
}
REFUSED = {"status": "refused", "refused_words": "We will sort it out.", **boxes("refused_on", TODAY)}
NOT_ASKED = {
    "status": "not_asked",
    "absent_reason": "cannot_be_reached",
    "not_asked_words": "No answer since Monday.",
}


def said(cast, consultation_id):
    return Said(
        giver_adult_id=cast.mother_id,
        giver="Gwen Adeyemi",
        status=Status.GIVEN,
        words="Yes, do ask them.",
        recipient=page_of(cast, consultation_id).person.title,
        purpose=journey.BENEFIT,
        answered_on=TODAY,
        allowed=(Category.HOUSING,),
        form=Form.VERBAL,
        review_by=date(2026, 12, 14),
    )


def ready(cast):
    consultation_id = journey.prepare(cast)
    return {"consultation_id": consultation_id, "said": said(cast, consultation_id)}


class TestRecordFamilyAnswer(Recital):
    deed = Deed(
        command=commands.record_family_answer,
        leaf=Leaf.CONSENT_RECORDED,
        ready=ready,
        stands=lambda cast, words: page_of(cast, words["consultation_id"]).answers,
        page=address("family"),
        right_words=lambda cast, words: {"giver": str(cast.mother_id), **AGREED},
        wrong_words=boxes("review_by", date(2027, 6, 1)),
        sentence="Give a review date within six months",
        kept="Yes, do ask them.",
    )


def record(cast, words, **typed):
    typed = {"giver": str(cast.mother_id), **typed, "command_id": str(uuid4())}
    return signed_in(cast, "amira").post(address("family")(cast, words), typed)


def test_an_agreement_keeps_what_it_covers_and_what_it_leaves_out(cast):
    words = ready(cast)
    record(cast, words, **AGREED)
    (answer,) = page_of(cast, words["consultation_id"]).answers
    assert (answer.giver, answer.allowed, answer.excluded) == (
        "Gwen Adeyemi",
        (Category.HOUSING,),
        (Category.GP_HISTORY,),
    )
    assert (answer.answered_on, answer.review_by) == (date(2026, 11, 2), date(2026, 12, 14))


def test_only_what_would_be_shared_is_offered_for_agreement(cast):
    shown = signed_in(cast, "amira").get(address("family")(cast, ready(cast))).content.decode()
    offered = shown.split('name="allowed"')[1:]
    assert len(offered) == 2
    assert " checked" not in shown


def test_a_no_keeps_their_reasons_and_asks_nothing_about_an_agreement(cast):
    words = ready(cast)
    assert record(cast, words, **REFUSED).status_code == 302
    (answer,) = page_of(cast, words["consultation_id"]).answers
    assert (answer.status, answer.absent_reason) == (Status.REFUSED, AbsentReason.REFUSED)
    assert answer.words == "We will sort it out."


def test_who_was_not_asked_was_not_asked_for_a_reason(cast):
    words = ready(cast)
    assert (
        record(
            cast,
            words,
            **NOT_ASKED,
        ).status_code
        == 302
    )
    (answer,) = page_of(cast, words["consultation_id"]).answers
    assert (answer.status, answer.absent_reason) == (Status.NOT_ASKED, AbsentReason.CANNOT_BE_REACHED)
    assert answer.answered_on == TODAY


def test_not_asked_without_a_reason_is_refused(cast):
    answer = record(cast, ready(cast), status="not_asked")
    assert "Say why they were not asked." in answer.content.decode()


def test_the_child_and_someone_else_may_answer_by_name(cast):
    words = ready(cast)
    record(cast, words, giver="child", **AGREED)
    ada = {"giver_name": "Ada Adeyemi (grandmother)", "giver_responsibility": "no"}
    record(cast, words, giver="someone_else", **ada, **REFUSED)
    answers = page_of(cast, words["consultation_id"]).answers
    assert [(a.giver_adult_id, a.giver) for a in answers] == [
        (None, "Ayo Adeyemi"),
        (None, "Ada Adeyemi (grandmother)"),
    ]


def test_the_second_button_stays_for_another_person_and_shows_the_first(cast):
    words = ready(cast)
    page = address("family")(cast, words)
    answer = record(cast, words, **AGREED, then="another")
    assert answer["Location"] == page
    assert "Yes, do ask them." in signed_in(cast, "amira").get(page).content.decode()


def test_saving_goes_on_to_may_i_share(cast):
    words = ready(cast)
    expected = place_of(words["consultation_id"], "may_i_share")
    assert record(cast, words, **AGREED)["Location"] == expected


def test_a_confidence_agreed_to_be_passed_on_is_its_own_kind(cast):
    words = ready(cast)
    assert record(cast, words, **AGREED, consent_kind=ConsentKind.CONFIDENTIALITY_CONSENT).status_code == 302


def test_an_answer_about_somebody_else_than_is_asked_now_is_refused(cast):
    words = ready(cast)
    with pytest.raises(Refused, match="has changed since"):
        commands.record_family_answer(
            cast.amira.ctx(),
            consultation_id=words["consultation_id"],
            said=Said(
                giver_adult_id=cast.mother_id,
                giver="Gwen Adeyemi",
                status=Status.REFUSED,
                words="No.",
                recipient="Somebody else",
                purpose=journey.BENEFIT,
                answered_on=TODAY,
            ),
        )


def test_before_anyone_is_chosen_the_page_asks_whom_first(cast):
    words = begun(cast)
    answer = signed_in(cast, "amira").get(address("family")(cast, words))
    assert answer["Location"] == address("whom")(cast, words)


def test_nobody_has_agreed_on_a_day_that_is_still_to_come(cast):
    answer = record(cast, ready(cast), **(AGREED | boxes("agreed_on", date(2026, 11, 4))))
    assert "Give the day on which they answered" in answer.content.decode()
