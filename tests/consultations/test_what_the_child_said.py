"""A notice to an adult that says what the child said or feels: the writer is asked whether that is safe."""

import pytest
from django.urls import reverse

from alongside.consultations.speaking_of import says_what_they_said
from tests.consultations.test_write_notices import decided
from tests.recital import signed_in

ASKED = "Is it safe that Tunde Adeyemi reads what Ayo Adeyemi said or feels?"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("Ayo said he is scared of you.", True),
        ("We spoke. AYO wants to stay at school.", True),
        ("Ayo is at school every day. We told the nurse.", False),
        ("The nurse said that the cough will pass.", False),
        ("Ayodele said so.", False),
        ("", False),
    ],
)
def test_what_a_child_said_or_feels_is_seen_in_one_sentence_with_their_name(words, says):
    assert says_what_they_said(words, "Ayo Adeyemi") is says


def shown(cast, who, words):
    consultation_id = decided(cast)
    href = reverse("consultations:write_notice", args=[consultation_id, "outcome", who])
    typed = {"words": words, "language": "en", "own_language": "en", "show_what_they_read": "1"}
    return signed_in(cast, "amira").post(href, typed).content.decode()


def test_the_writer_is_asked_of_an_adult_alone_and_only_then(cast):
    said = "Ayo says that he is scared of you."
    assert ASKED in shown(cast, cast.father_id, said)
    assert "Is it safe that" not in shown(cast, cast.father_id, "We look again in spring.")
    assert "Is it safe that" not in shown(cast, "child", said)
