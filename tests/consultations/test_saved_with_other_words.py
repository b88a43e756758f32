"""The back button: a page sent again under the same id with other words shows both texts and drops none."""

from uuid import uuid4

import pytest

from tests.consultations.deeds import address
from tests.consultations.test_choose_person import NURSE
from tests.consultations.test_explain_reasons import REASONS, TestExplainReasons
from tests.consultations.test_record_family_answer import AGREED, TestRecordFamilyAnswer
from tests.consultations.test_record_talk import TYPED as TALK
from tests.consultations.test_record_talk import TestRecordTalk
from tests.consultations.test_record_telling import TYPED as TOLD
from tests.consultations.test_record_telling import TestRecordTelling
from tests.recital import signed_in

WHY, FAMILY, TALKED, TELLING = (
    kind.deed for kind in (TestExplainReasons, TestRecordFamilyAnswer, TestRecordTalk, TestRecordTelling)
)
del (
    TestExplainReasons,
    TestRecordFamilyAnswer,
    TestRecordTalk,
    TestRecordTelling,
)  # recited in their own files
CASES = {
    "why": (
        WHY,
        REASONS,
        {"benefit": "So that he sleeps."},
        ("So that he is well enough", "So that he sleeps."),
    ),
    "family": (
        FAMILY,
        {"giver": "child", **AGREED},
        {"excluded": ["money"], "agreed_words": "Not the money."},
        ("GP history", "Money and work", "Yes, do ask them.", "Not the money."),
    ),
    "talk": (
        TALKED,
        TALK,
        {"medium": "video", "talked_at_clock": "3.15 pm"},
        ("Telephone", "3.40 pm", "3.15 pm"),
    ),
    "telling": (
        TELLING,
        TOLD,
        {"told_2": "not_yet", "why_2": "He is away."},
        ("They knew: we agreed it beforehand", "Not yet", "He is away."),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_both_texts_are_shown_side_by_side(cast, name):
    deed, typed, changed, both = CASES[name]
    words = deed.ready(cast)
    browser, page, command_id = signed_in(cast, "amira"), deed.page(cast, words), str(uuid4())
    assert browser.post(page, {**typed, "command_id": command_id}).status_code == 302
    stands = deed.stands(cast, words)
    answer = browser.post(page, {**typed, **changed, "command_id": command_id})
    shown = answer.content.decode()
    assert answer.status_code == 409
    for text in both:
        assert text in shown
    assert deed.stands(cast, words) == stands


def test_what_is_alike_is_not_shown_as_different(cast):
    words = TALKED.ready(cast)
    browser, page, command_id = signed_in(cast, "amira"), TALKED.page(cast, words), str(uuid4())
    browser.post(page, {**TALK, "command_id": command_id})
    shown = browser.post(page, {**TALK, "said_by_asker": "More.", "command_id": command_id}).content.decode()
    assert "What you said" in shown
    for label in ("When did you speak?", "How did you speak?", "What they said"):
        assert f">{label}<" not in shown


def test_another_person_under_the_same_id_is_a_conflict_too(cast):
    words = WHY.ready(cast)
    browser, page, command_id = signed_in(cast, "amira"), address("whom")(cast, words), str(uuid4())
    browser.post(page, {**NURSE, "command_id": command_id})
    answer = browser.post(page, {"person": str(cast.cerys.membership_id), "command_id": command_id})
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "Cerys Pugh" in shown
    assert "Someone who is not on Alongside" in shown


def test_both_answers_can_be_kept_by_sending_again(cast):
    words = FAMILY.ready(cast)
    browser, page, command_id = signed_in(cast, "amira"), FAMILY.page(cast, words), str(uuid4())
    typed = {"giver": str(cast.mother_id), **AGREED}
    browser.post(page, {**typed, "command_id": command_id})
    again = {**typed, "agreed_words": "Better this.", "command_id": str(uuid4())}
    assert browser.post(page, again).status_code == 302
    assert [answer.words for answer in FAMILY.stands(cast, words)] == ["Yes, do ask them.", "Better this."]
