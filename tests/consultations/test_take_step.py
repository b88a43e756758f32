"""Saying that a next step was taken, which nothing here sends: each settles its duty and owes the next, by its clock."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from alongside.access import context
from alongside.access.words import Refused
from alongside.consultations import commands
from alongside.consultations.commands import TakenStep
from alongside.consultations.words import Leaf, NextStepKind, OutcomeKind
from alongside.directory import commands as directory
from alongside.directory.words import Setting
from alongside.duties.words import Owed
from tests import journey
from tests.consultations.deeds import boxes, page_of
from tests.consultations.test_record_outcome import talked
from tests.people import NOW
from tests.recital import Deed, Recital, signed_in

TODAY = date(2026, 11, 3)
RUNG_AT = NOW - timedelta(minutes=5)
RUNG = {
    **boxes("done_at", TODAY),
    "done_at_clock": "3.35 pm",
    "with_whom": "Josh Penrose, duty social worker",
    "words": "He took it.",
}


def step_page(cast, words, kind=NextStepKind.REFERRAL_RUNG):
    return reverse("consultations:step", args=[words["consultation_id"], kind])


def decided_on(cast, kind, **more):
    words = talked(cast)
    commands.record_outcome(cast.amira.ctx(), **(words | {"kind": kind} | more))
    return words["consultation_id"]


def referred(cast):
    step = TakenStep(NextStepKind.REFERRAL_RUNG, RUNG_AT, "Josh Penrose, duty social worker", "He took it.")
    return {"consultation_id": decided_on(cast, OutcomeKind.REFERRAL), "step": step}


class TestTakeStep(Recital):
    deed = Deed(
        command=commands.take_step,
        leaf=Leaf.STEP_TAKEN,
        ready=referred,
        stands=lambda cast, words: page_of(cast, words["consultation_id"]).steps,
        page=step_page,
        right_words=lambda cast, words: RUNG,
        wrong_words={"with_whom": ""},
        sentence="Say with whom, so that a reader can ask them.",
        kept="He took it.",
    )


def owed(cast, consultation_id):
    """What is owed of the next steps, and by when."""
    steps = {
        Owed.RING_REFERRAL, Owed.CONFIRM_REFERRAL, Owed.HEAR_BACK, Owed.CALL_TAF, Owed.ASK_ELSEWHERE, Owed.AGREED_STEP,
    }  # fmt: skip
    duties = page_of(cast, consultation_id).duties
    return {duty.kind: duty.due_at for duty in duties if duty.kind in steps}


def take(cast, consultation_id, kind, *, done_at=RUNG_AT, words="They said so."):
    step = TakenStep(kind, done_at, "Josh Penrose", words)
    return commands.take_step(cast.amira.ctx(), consultation_id=consultation_id, step=step)


def end_of(on):
    """The end of a day in London, in winter."""
    return datetime(on.year, on.month, on.day, 23, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kind", "done_by", "what", "due"),
    [
        (OutcomeKind.REFERRAL, None, Owed.RING_REFERRAL, NOW + timedelta(hours=1)),
        (OutcomeKind.REFERRAL, date(2026, 11, 6), Owed.RING_REFERRAL, NOW + timedelta(hours=1)),
        (OutcomeKind.TAF, None, Owed.CALL_TAF, end_of(date(2026, 11, 17))),
        (OutcomeKind.TAF, date(2026, 11, 6), Owed.CALL_TAF, end_of(date(2026, 11, 6))),
        (OutcomeKind.ANOTHER_CONSULTATION, None, Owed.ASK_ELSEWHERE, end_of(date(2026, 11, 10))),
        (OutcomeKind.ADVICE, date(2026, 11, 6), Owed.AGREED_STEP, end_of(date(2026, 11, 6))),
        (OutcomeKind.NO_FURTHER_ACTION, TODAY, Owed.AGREED_STEP, end_of(TODAY)),
    ],
)
def test_an_outcome_owes_its_next_step_by_its_clock(cast, kind, done_by, what, due):
    assert owed(cast, decided_on(cast, kind, done_by=done_by)) == {what: due}


@pytest.mark.parametrize("kind", [OutcomeKind.ADVICE, OutcomeKind.NO_FURTHER_ACTION])
def test_where_nothing_was_agreed_nothing_more_is_owed(cast, kind):
    assert owed(cast, decided_on(cast, kind)) == {}


def test_rung_it_is_to_be_confirmed_in_writing_and_heard_back_of(cast):
    consultation_id = decided_on(cast, OutcomeKind.REFERRAL)
    take(cast, consultation_id, NextStepKind.REFERRAL_RUNG)
    assert owed(cast, consultation_id) == {
        Owed.CONFIRM_REFERRAL: RUNG_AT + timedelta(hours=48),
        Owed.HEAR_BACK: end_of(date(2026, 11, 4)),
    }
    take(cast, consultation_id, NextStepKind.REFERRAL_WRITTEN)
    take(cast, consultation_id, NextStepKind.REFERRAL_ANSWERED)
    assert owed(cast, consultation_id) == {}
    kinds = {step.kind for step in page_of(cast, consultation_id).steps}
    assert kinds == {
        NextStepKind.REFERRAL_RUNG,
        NextStepKind.REFERRAL_WRITTEN,
        NextStepKind.REFERRAL_ANSWERED,
    }


def test_a_partnership_may_ask_for_the_writing_sooner(cast):
    decide_hours("24")
    consultation_id = decided_on(cast, OutcomeKind.REFERRAL)
    take(cast, consultation_id, NextStepKind.REFERRAL_RUNG)
    assert owed(cast, consultation_id)[Owed.CONFIRM_REFERRAL] == RUNG_AT + timedelta(hours=24)


def decide_hours(value):
    directory.decide_setting(
        context.upkeep_context(),
        name=Setting.WRITTEN_CONFIRMATION_HOURS,
        value=value,
        from_on=date(2026, 1, 1),
        source="The partnership",
    )


@pytest.mark.parametrize("value", ["soon", "0", "-1", "169", ""])
def test_hours_that_are_none_are_not_decided(cast, value):
    with pytest.raises(Refused, match="whole number"):
        decide_hours(value)


def test_a_referral_rung_on_a_friday_evening_is_confirmed_within_hours_not_working_days(cast, clock):
    clock.at = datetime(2026, 11, 6, 18, 0, tzinfo=UTC)
    consultation_id = decided_on(cast, OutcomeKind.REFERRAL)
    take(cast, consultation_id, NextStepKind.REFERRAL_RUNG, done_at=clock.at)
    due = owed(cast, consultation_id)
    assert due[Owed.CONFIRM_REFERRAL] == datetime(2026, 11, 8, 18, 0, tzinfo=UTC)
    assert due[Owed.HEAR_BACK] == end_of(date(2026, 11, 9))


@pytest.mark.parametrize(
    ("kind", "step"),
    [
        (OutcomeKind.TAF, NextStepKind.TAF_CALLED),
        (OutcomeKind.ANOTHER_CONSULTATION, NextStepKind.ASKED_ELSEWHERE),
    ],
)
def test_the_other_steps_end_with_themselves(cast, kind, step):
    consultation_id = decided_on(cast, kind)
    take(cast, consultation_id, step)
    assert owed(cast, consultation_id) == {}


def test_a_step_that_nothing_asks_for_is_refused(cast):
    consultation_id = decided_on(cast, OutcomeKind.TAF)
    with pytest.raises(Refused, match="does not wait"):
        take(cast, consultation_id, NextStepKind.REFERRAL_RUNG)
    take(cast, consultation_id, NextStepKind.TAF_CALLED)
    with pytest.raises(Refused, match="does not wait"):
        take(cast, consultation_id, NextStepKind.TAF_CALLED)


def test_a_step_still_to_come_is_not_taken(cast):
    consultation_id = decided_on(cast, OutcomeKind.REFERRAL)
    with pytest.raises(Refused, match="later than now"):
        take(cast, consultation_id, NextStepKind.REFERRAL_RUNG, done_at=NOW + timedelta(minutes=1))


def test_what_they_decided_is_written_down(cast):
    consultation_id = decided_on(cast, OutcomeKind.REFERRAL)
    take(cast, consultation_id, NextStepKind.REFERRAL_RUNG)
    with pytest.raises(Refused, match="what they decided"):
        take(cast, consultation_id, NextStepKind.REFERRAL_ANSWERED, words="")


def test_a_day_that_has_passed_is_not_agreed(cast):
    with pytest.raises(Refused, match="still to come"):
        decided_on(cast, OutcomeKind.TAF, done_by=date(2026, 11, 2))


def test_another_outcome_lets_go_of_what_the_earlier_one_asked_for(cast):
    consultation_id = decided_on(cast, OutcomeKind.REFERRAL)
    journey.outcome(cast, consultation_id, kind=OutcomeKind.TAF)
    assert set(owed(cast, consultation_id)) == {Owed.CALL_TAF}


def test_the_clock_of_a_referral_does_not_begin_anew(cast, clock):
    consultation_id = decided_on(cast, OutcomeKind.REFERRAL)
    clock.advance(minutes=40)
    journey.outcome(cast, consultation_id, kind=OutcomeKind.REFERRAL)
    assert owed(cast, consultation_id) == {Owed.RING_REFERRAL: NOW + timedelta(hours=1)}
    take(cast, consultation_id, NextStepKind.REFERRAL_RUNG)
    journey.outcome(cast, consultation_id, kind=OutcomeKind.REFERRAL)
    assert Owed.RING_REFERRAL not in owed(cast, consultation_id)


def test_the_consultation_says_plainly_that_nothing_was_sent_and_whom_to_ring(cast):
    words = referred(cast)
    browser = signed_in(cast, "amira")
    for name in ("open", "done"):
        shown = browser.get(
            reverse(f"consultations:{name}", args=[words["consultation_id"]])
        ).content.decode()
        assert "Nothing has been sent. Ring children’s social care now." in shown
        assert "01632 960 101" in shown
        assert step_page(cast, words) in shown


def test_an_outcome_that_is_a_referral_leads_to_the_number_at_once(cast):
    words = talked(cast)
    page = reverse("consultations:outcome", args=[words["consultation_id"]])
    typed = {
        "kind": "referral",
        "words": "We refer.",
        "child_view": "could_not_wait",
        "command_id": "0" * 8 + "-0000-7000-8000-000000000001",
    }
    answer = signed_in(cast, "amira").post(page, typed)
    assert answer["Location"] == step_page(cast, words)


def test_a_step_that_is_not_owed_leads_back_and_an_unknown_one_is_not_there(cast):
    words = referred(cast)
    browser = signed_in(cast, "amira")
    assert browser.get(step_page(cast, words, NextStepKind.TAF_CALLED)).status_code == 302
    assert browser.get(step_page(cast, words, "gossip")).status_code == 404


def test_what_was_done_is_on_the_record_for_the_lead_who_only_reads(cast):
    words = referred(cast)
    commands.take_step(cast.amira.ctx(), **words)
    page = reverse("consultations:open", args=[words["consultation_id"]])
    shown = signed_in(cast, "iris").get(page).content.decode()
    assert "Children’s social care was rung" in shown
    assert "Josh Penrose, duty social worker" in shown
    assert "Say when you wrote" not in shown
