"""Saying what one wants to ask, how it helps, and how one would explain it to the family."""

from alongside.consultations import commands
from alongside.consultations.words import Leaf
from tests.consultations.deeds import address, page_of
from tests.consultations.test_choose_person import begun
from tests.recital import Deed, Recital

REASONS = {
    "question": "Is his cough keeping him from school?",
    "benefit": "So that he is well enough to come.",
    "explanation_for_family": "I would like to ask the school how Ayo is.",
}


class TestExplainReasons(Recital):
    deed = Deed(
        command=commands.explain_reasons,
        leaf=Leaf.REASONS_GIVEN,
        ready=lambda cast: begun(cast) | REASONS,
        stands=lambda cast, words: page_of(cast, words["consultation_id"]).benefit,
        page=address("why"),
        right_words=lambda cast, words: REASONS,
        wrong_words={"benefit": " "},
        sentence="Say how this would help the child or the family",
        kept="Is his cough keeping him from school?",
    )
