"""The question of consent where two who each have a say do not agree: what the page says of it (E1, S06)."""

from html import unescape
from uuid import uuid4

from django.urls import reverse

from alongside.consultations import commands
from alongside.sharing.commands import Answered
from tests import journey
from tests.consent.deeds import decide
from tests.consent.test_edge_cases import DECIDED, disputed
from tests.recital import signed_in


def no_harm(cast, consultation_id):
    """Nobody is worried about harm: that is asked before consent."""
    commands.answer_question(
        cast.amira.ctx(),
        consultation_id=consultation_id,
        person_id=journey.page_of(cast, consultation_id).person.id,
        answered=Answered("hmg-2018-07", "P0", answer="no", reason=""),
    )
    return consultation_id


def asked(cast, consultation_id):
    """The question at which the walk waits, its address and its words."""
    person = journey.page_of(cast, consultation_id).person
    href = reverse("consultations:may_i_share", args=[consultation_id, person.id])
    answer = signed_in(cast, "amira").get(href, follow=True)
    return answer.redirect_chain[-1][0], unescape(answer.content.decode())


def test_e1_the_ledger_is_not_sure_and_nobody_is_said_to_have_asked(cast):
    consultation_id = no_harm(cast, disputed(cast)[0])
    href, shown = asked(cast, consultation_id)
    assert href.endswith("/Q2/")
    assert "What is on record leaves it open. You have not answered yet." in shown
    assert "You were not sure." not in shown
    assert "✓ Asked" not in shown
    assert "It waits for the safeguarding leads of your agency" in shown


def test_e1_the_reason_why_yes_is_no_answer_is_that_they_do_not_agree(cast):
    consultation_id = no_harm(cast, disputed(cast)[0])
    href, _ = asked(cast, consultation_id)
    typed = {
        "advice_from": "Iris Olsen, safeguarding lead",
        "advice_summary": "Wait for what is decided.",
        "answer": "yes",
        "reason": "",
        "command_id": str(uuid4()),
    }
    assert signed_in(cast, "amira").post(href, typed).status_code == 302
    shown = asked(cast, consultation_id)[1]
    assert "Two people who each have a say do not agree" in shown
    for wrong in ("does not cover this recipient", "does not cover this purpose", "is not valid now"):
        assert wrong not in shown


def test_e1_once_a_lead_has_decided_the_chart_shows_that_somebody_was_asked(cast):
    consultation_id, key = disputed(cast)
    no_harm(cast, consultation_id)
    decide(cast, key, DECIDED)
    assert "✓ Asked" in asked(cast, consultation_id)[1]
