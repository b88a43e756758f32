"""How somebody was asked, who may agree, what is offered after a no, and not asking: all of it can be typed."""

from dataclasses import replace
from uuid import UUID

import pytest
from django.urls import reverse

from alongside.access.words import NotThere
from alongside.consent import queries as consent
from alongside.consent.words import AbsentReason, Explained, Invalid, Presence, Status
from alongside.consultations import commands
from tests import journey
from tests.consultations.deeds import address, page_of
from tests.consultations.test_record_family_answer import AGREED, REFUSED, ready, record
from tests.recital import signed_in

HOW = {
    "explained_how": "easy_read",
    "language": "Yoruba",
    "interpreted": "independent",
    "interpreter": "Femi Ojo, Language Line",
    "shown": "above",
    "feared_present": "no",
    "witness": "Dev Patel, family worker",
    "evidence_ref": "Signed form, in his paper file",
}
DANGER = {
    "status": "not_asked",
    "absent_reason": "asking_would_increase_risk",
    "not_asked_words": "His accounts differ.",
}
WIZARD = {
    "who_decided": "Iris Grant, safeguarding lead",
    "advice_from": "Children’s social care, today at 10",
    "told_later": "Yes, after the strategy discussion",
}


def kept(cast, words):
    (answer,) = page_of(cast, words["consultation_id"]).answers
    return consent.open_record(cast.amira.ctx(), consent_id=answer.id)


def test_how_they_were_asked_is_kept_with_the_text_that_they_were_shown(cast):
    words = ready(cast)
    assert record(cast, words, **AGREED, **HOW).status_code == 302
    found = kept(cast, words)
    assert (found.explained_how, found.language) == (Explained.EASY_READ, "Yoruba")
    assert (found.interpreter, found.feared_present) == ("Femi Ojo, Language Line", Presence.NO)
    assert (found.witness, found.evidence_ref) == (HOW["witness"], HOW["evidence_ref"])
    shown = page_of(cast, words["consultation_id"]).explanation_for_family
    assert (found.text_shown, found.text_version) == (shown, 1)


def test_all_of_it_may_stay_empty_and_other_words_are_kept_as_another_version(cast):
    words = ready(cast)
    assert record(cast, words, **AGREED).status_code == 302
    assert kept(cast, words).text_shown == ""
    record(cast, words, **AGREED, shown="other", other_text="The leaflet.")
    last = page_of(cast, words["consultation_id"]).answers[-1]
    assert consent.open_record(cast.amira.ctx(), consent_id=last.id).text_shown == "The leaflet."


def test_e25_what_a_relative_interpreted_is_kept_and_the_page_says_that_it_does_not_count(cast):
    words = ready(cast)
    page = address("family")(cast, words)
    answer = record(cast, words, **AGREED, interpreted="relative", relative="Ada, her sister")
    assert answer["Location"] == page
    found = kept(cast, words)
    assert (found.answer.status, found.answer.invalid_reason) == (
        Status.NOT_VALID,
        Invalid.RELATIVE_INTERPRETED,
    )
    assert found.interpreter == "Ada, her sister"
    shown = signed_in(cast, "amira").get(page).content.decode()
    assert "It does not count. A relative or friend interpreted. Ask them again." in shown


def test_the_page_says_who_may_agree_and_where_what_is_not_known_is_said(cast):
    shown = signed_in(cast, "amira").get(address("family")(cast, words := ready(cast))).content.decode()
    assert "Who may agree, and why" in shown
    assert reverse("consent:assess", args=[cast.child_id, words["consultation_id"]]) in shown
    assert reverse("families:correct_responsibility", args=[cast.child_id, cast.father_id]) in shown


@pytest.mark.parametrize(
    ("offer", "page"), [("fewer_people", "whom"), ("fewer_things", "what"), ("present", "part")]
)
def test_after_a_no_less_can_be_offered_and_the_answer_is_kept(cast, offer, page):
    words = ready(cast)
    answer = record(cast, words, **REFUSED, narrower=offer)
    assert answer["Location"] == reverse(f"consultations:{page}", args=[words["consultation_id"]])
    assert page_of(cast, words["consultation_id"]).answers[0].status is Status.REFUSED
    shown = signed_in(cast, "amira").get(address("family")(cast, words)).content.decode()
    assert "You can offer less" in shown


def test_not_asking_where_it_could_bring_danger_says_whose_advice_and_when_they_are_told(cast):
    words = ready(cast)
    refused = record(cast, words, **DANGER)
    assert refused.status_code == 422
    assert "Say whose advice you took" in refused.content.decode()
    assert "Say whether they will be told, and when." in refused.content.decode()
    assert record(cast, words, **DANGER, **WIZARD).status_code == 302
    found = kept(cast, words)
    assert (found.answer.absent_reason, found.who_decided) == (
        AbsentReason.ASKING_WOULD_INCREASE_RISK,
        WIZARD["who_decided"],
    )
    assert (found.advice_from, found.told_later) == (WIZARD["advice_from"], WIZARD["told_later"])


def test_what_is_about_an_adult_is_theirs_to_agree_to(cast):
    words = ready(cast)
    page = address("what")(cast, words)
    row = {
        "items-count": "1",
        "items-0-text": "His father is looking for work.",
        "items-0-category": "money",
        "items-0-kind": "reported",
        "items-0-source": "Tunde",
        "items-0-included": "share",
    }
    amira = signed_in(cast, "amira")
    refused = amira.post(page, row | {"command_id": "00000000-0000-4000-8000-000000000001"})
    assert refused.status_code == 422
    assert "Say whom this is about" in refused.content.decode()
    typed = row | {
        "items-0-about": str(cast.father_id),
        "command_id": "00000000-0000-4000-8000-000000000002",
    }
    assert amira.post(page, typed).status_code == 302
    (item,) = page_of(cast, words["consultation_id"]).items
    assert item.about_adult_id == cast.father_id


def test_an_item_about_somebody_who_is_not_of_this_family_is_refused(cast):

    stranger = replace(journey.DAMP, about_adult_id=UUID(int=7))
    with pytest.raises(NotThere):
        commands.list_what(
            cast.amira.ctx(), consultation_id=ready(cast)["consultation_id"], items=(stranger,)
        )
