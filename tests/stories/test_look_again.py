"""Look again: what another edition would have said about a decision, on a telephone and without scripts too."""

import pytest

from alongside.access.words import Ref
from alongside.consent.words import Status
from alongside.sharing import queries as sharing
from tests import journey
from tests.stories.conftest import NARROW, WIDE

pytestmark = pytest.mark.story

REFUSAL = {"outcome": "DO_NOT_SHARE", "review_trigger": "New information, or things getting worse."}


def declined(cast):
    """A decision not to share under the 2018 chart: the mother said no, and nothing else spoke for it."""
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    journey.family_says(cast, consultation_id, status=Status.REFUSED)
    for node, said in (("P0", "no"), ("Q4", "no")):
        journey.answer(cast, consultation_id, node, said)
    journey.decide(cast, consultation_id, **REFUSAL)
    about = Ref("consultation", consultation_id)
    return sharing.list_decisions(cast.amira.ctx(), arising_from=about)[0].id


def chooses(amira, question, answer):
    amira.choose(question, answer)
    amira.press("Go on")


@pytest.mark.parametrize(("width", "scripts"), [(WIDE, True), (NARROW, True), (NARROW, False)])
def test_a_refusal_is_looked_at_again_under_the_2024_questions(visit, cast, width, scripts):
    decision_id = declined(cast)
    amira = visit(cast.amira, width=width, scripts=scripts)
    amira.open(f"/decisions/{decision_id}/")
    amira.press("Look again under another edition of the guidance")
    amira.press("Look again")
    assert amira.reads("Choose an edition to look at it under.")
    amira.choose("Under which edition do you want to look at it?", "The 2024 questions")
    amira.press("Look again")
    amira.press("Go on")
    assert amira.reads("Choose an answer first. Nothing that you choose here is kept.")
    chooses(amira, "What happened when you talked to them?", "They objected")
    chooses(amira, "Is this part of a voluntary offer of help?", "Yes, and they have declined it")
    chooses(amira, "Without agreement, is sharing still necessary, proportionate and fair?", "Yes")
    chooses(amira, "Which Article 6 basis applies?", "I have identified it")
    chooses(
        amira,
        "Is there a duty of confidence, court order, police hold or other restriction?",
        "No restriction",
    )
    chooses(amira, "Could anyone be harmed if they were identified or located?", "No one")
    assert amira.reads("under the 2024 questions it would be “Share”")
    amira.press("Change Without agreement")
    chooses(amira, "Without agreement, is sharing still necessary, proportionate and fair?", "No")
    assert amira.reads("Both lead to the same outcome: do not share.")
    assert amira.reads("The decision stays as it was made.")
    assert sharing.open_decision(cast.amira.ctx(), decision_id=decision_id).outcome == "DO_NOT_SHARE"
