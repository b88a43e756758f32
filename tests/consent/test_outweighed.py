"""Another person's no stops what rests on a yes, as that person's own would (rulebook E1, E27; 4.5)."""

import pytest

from alongside.access import context
from alongside.access.words import Refused
from alongside.advice import commands as advice
from alongside.advice import queries as inbox
from alongside.consent import commands, queries
from alongside.consent.words import Category, Conclusion, Form, Status
from alongside.consultations import commands as consultations
from alongside.duties import queries as duties
from alongside.duties.words import Owed
from alongside.reliance import queries as relied
from alongside.reliance.words import Basis, Change, Settled
from tests import journey, lines
from tests.consent.deeds import ask, assess, decide, here, record
from tests.consent.test_edge_cases import DECIDED, with_responsibility
from tests.family import at_their_page
from tests.reliance import changing

NO = {"status": Status.REFUSED, "words": "I do not want it."}
WORDS = {"words": "He needs help before winter.", "risk": "He is safe: the school sees him."}


def says_no(cast, consultation_id, who, **more):
    """The child, assessed as able, or the father whose responsibility was seen, says no to the same people."""
    if who == "child":
        assess(cast, consultation_id)
    return record(cast, consultation_id, who=who, recipient=here(cast, consultation_id), **(NO | more))


def changes(cast, consultation_id):
    """What was found under the decision, oldest first."""
    of = changing.of(cast, consultation_id)
    return [each.change for each in relied.list_changes_of(cast.amira.ctx(), things=[of.decision_id])]


def owes_a_look(cast):
    return [d.kind for d in duties.list_my_duties(cast.amira.ctx())].count(Owed.LOOK_AGAIN_AT_WHAT_RELIED)


@pytest.mark.parametrize("who", ["child", "father"])
def test_e27_and_e1_a_waiting_question_is_taken_by_nobody_after_another_persons_no(cast, clock, who):
    with_responsibility(cast)
    cast = lines.with_nia(cast)
    line_id = lines.opened(cast, cast.cerys, cast.nia)
    consultation_id = lines.sent(cast, lines.decided(cast, line_id))
    (question,) = inbox.open_line(cast.cerys.ctx(), line_id=line_id).questions
    clock.advance(minutes=5)
    says_no(cast, consultation_id, who)
    assert changes(cast, consultation_id) == [Change.CONSENT_OUTWEIGHED]
    assert owes_a_look(cast) == 1
    with pytest.raises(Refused, match="ring whoever asked"):
        advice.take_question(cast.nia.ctx(), question_id=question.id)


@pytest.mark.parametrize(
    ("conclusion", "found"),
    [(Conclusion.ABLE, [Change.CONSENT_OUTWEIGHED]), (Conclusion.UNSURE, []), (Conclusion.UNABLE, [])],
)
def test_e27_that_a_child_is_found_able_holds_what_rests_on_a_parents_yes(cast, conclusion, found):
    consultation_id = journey.decided(cast)
    assess(cast, consultation_id, conclusion=conclusion)
    assert changes(cast, consultation_id) == found


def test_e1_a_yes_that_leaves_something_out_holds_what_rests_on_anothers_yes_to_it(cast):
    with_responsibility(cast)
    consultation_id = journey.decided(cast)
    yes = {"status": Status.GIVEN, "form": Form.VERBAL, "allowed": (Category.ATTENDANCE,), "words": ""}
    yes["review_by"] = context.day_in_london(context.clock())
    says_no(cast, consultation_id, "father", **yes)
    assert changes(cast, consultation_id) == []
    says_no(cast, consultation_id, "father", **yes, excluded=(Category.HOUSING,))
    assert changes(cast, consultation_id) == [Change.CONSENT_OUTWEIGHED]


def test_e1_taken_back_by_one_what_rests_on_the_others_yes_is_held_too(cast):
    with_responsibility(cast)
    consultation_id = journey.prepare(cast)
    to = here(cast, consultation_id)
    key = record(cast, consultation_id, who="father", recipient=to)
    journey.keep_profiles(cast)
    journey.family_says(cast, consultation_id)
    journey.answer(cast, consultation_id, "P0", "no")
    journey.decide(cast, consultation_id)
    commands.withdraw_my_consent(at_their_page(cast, cast.father_id), consent_id=key, words="")
    assert set(changes(cast, consultation_id)) == {Change.CONSENT_WITHDRAWN, Change.CONSENT_OUTWEIGHED}


def test_e1_a_no_on_his_own_page_holds_before_anybody_has_read_it(cast):
    with_responsibility(cast)
    consultation_id = journey.decided(cast)
    to = here(cast, consultation_id)
    request_id = ask(cast, consultation_id, adult_id=cast.father_id, recipient=to)
    commands.answer_request(at_their_page(cast, cast.father_id), request_id=request_id, status=Status.REFUSED)
    assert changes(cast, consultation_id) == [Change.CONSENT_OUTWEIGHED]


def test_a_no_of_one_who_cannot_decide_holds_nothing(cast):
    consultation_id = journey.decided(cast)
    assess(cast, consultation_id, conclusion=Conclusion.UNABLE)
    record(cast, consultation_id, who="child", recipient=here(cast, consultation_id), **NO)
    assert changes(cast, consultation_id) == []


def test_a_no_about_another_recipient_holds_nothing(cast):
    with_responsibility(cast)
    consultation_id = journey.decided(cast)
    record(cast, consultation_id, who="father", **NO)
    assert changes(cast, consultation_id) == []


def test_e1_once_a_lead_has_let_one_act_alone_it_is_kept_on_that_and_a_new_no_is_found_again(cast, clock):
    with_responsibility(cast)
    consultation_id = journey.decided(cast)
    says_no(cast, consultation_id, "father")
    (raised,) = queries.open_ledger(cast.amira.ctx(), child_id=cast.child_id).disagreements
    decide(cast, raised.id, DECIDED)
    found = changing.found(cast, changing.of(cast, consultation_id))
    kept = {"settled": Settled.KEEP, "basis": Basis.ONE_MAY_ACT}
    consultations.settle_change(cast.amira.ctx(), changed_id=found.id, **kept, **WORDS)
    assert Owed.TELL_WHAT_BECAME not in {d.kind for d in duties.list_my_duties(cast.amira.ctx())}
    assert not changing.found(cast, changing.of(cast, consultation_id)).holds
    clock.advance(minutes=5)
    says_no(cast, consultation_id, "father", words="Still no.")
    assert changes(cast, consultation_id) == [Change.CONSENT_OUTWEIGHED] * 2
