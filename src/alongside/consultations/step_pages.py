"""The next steps of a consultation as its pages print them: what nothing here sends, and what was done since."""

from dataclasses import dataclass

from django.urls import reverse

from alongside.consultations.queries import ConsultationPage, LookAgain, StepCard
from alongside.consultations.rules import STEP_THAT_SETTLES
from alongside.consultations.words import NextStepKind
from alongside.design.jinja import clock, moment, short_day
from alongside.design.parts import DutyRow, SummaryRow, Tag, Tone
from alongside.duties.queries import DutyLine
from alongside.duties.rules import Urgency
from alongside.duties.words import KINDS, Owed, Unit

TONES = {Urgency.LATE: Tone.LATE, Urgency.TODAY: Tone.DUE}
NOTHING_SENT = {
    Owed.RING_REFERRAL: "Nothing has been sent. Ring children’s social care now. A referral is made by ringing, and "
    "is written down afterwards.",
    Owed.CALL_TAF: "Nothing has been sent. Ring those who should be in the Team Around the Family, and ask the family "
    "whom they want there.",
    Owed.ASK_ELSEWHERE: "Nothing has been sent. Ring the other person yourself, or begin a consultation with them.",
    Owed.CONFIRM_REFERRAL: "Nothing has been written from here. Confirm the referral to children’s social care yourself.",
}
BY_TELEPHONE = frozenset({Owed.RING_REFERRAL, Owed.HEAR_BACK})
DO_IT = {
    NextStepKind.REFERRAL_RUNG: "Say when you rang",
    NextStepKind.REFERRAL_WRITTEN: "Say when you wrote",
    NextStepKind.REFERRAL_ANSWERED: "Say what they decided",
    NextStepKind.TAF_CALLED: "Say that it is called",
    NextStepKind.ASKED_ELSEWHERE: "Say whom you asked",
    NextStepKind.AGREED_STEP_TAKEN: "Say that it is done",
}


@dataclass(frozen=True, slots=True)
class NextSteps:
    """What is to be done next, and what was done. `ring`: "yes" where children's social care is to be rung."""

    nothing_sent: tuple[str, ...]
    ring: str
    rows: tuple[DutyRow, ...]
    taken: tuple[SummaryRow, ...]


def next_steps(page: ConsultationPage) -> NextSteps:
    """The steps of a consultation, as far as this person may know of what is owed."""
    owed = [duty for duty in page.duties if duty.kind in STEP_THAT_SETTLES]
    return NextSteps(
        nothing_sent=tuple(NOTHING_SENT[duty.kind] for duty in owed if duty.kind in NOTHING_SENT),
        ring="yes" if any(duty.kind in BY_TELEPHONE for duty in owed) else "no",
        rows=(*(_again(page, each) for each in page.look_again), *(_row(page, duty) for duty in owed)),
        taken=tuple(_taken(step) for step in page.steps),
    )


def is_owed(page: ConsultationPage, step: NextStepKind) -> str:
    """Whether a step waits to be taken: "yes" or "no"."""
    return "yes" if any(STEP_THAT_SETTLES.get(duty.kind) is step for duty in page.duties) else "no"


def _row(page: ConsultationPage, duty: DutyLine) -> DutyRow:
    step = STEP_THAT_SETTLES[duty.kind]
    tag = Tag(_when(page, duty), TONES.get(duty.urgency, Tone.CALM))
    if page.may_continue != "yes":
        return DutyRow(tag, duty.kind.label)
    href = reverse("consultations:step", args=[page.id, step])
    return DutyRow(tag, duty.kind.label, action=DO_IT[step], href=href)


def _again(page: ConsultationPage, again: LookAgain) -> DutyRow:
    tag = Tag("Not done yet", Tone.DUE)
    if again.duty:
        tag = Tag(_when(page, again.duty), TONES.get(again.duty.urgency, Tone.CALM))
    change = again.changed.change.label
    return DutyRow(
        tag,
        f"Look again at what was decided and shared with {again.recipient}",
        f"{change}, {moment(again.changed.happened_at)}.",
        "Look again" if page.may_continue == "yes" else "See what changed",
        reverse("consultations:changed", args=[again.changed.id]),
    )


def _when(page: ConsultationPage, duty: DutyLine) -> str:
    """By when: a step that is counted in hours says its time on the day itself."""
    if duty.urgency is Urgency.LATE:
        return "Late"
    if duty.urgency is Urgency.TODAY and KINDS[duty.kind].unit is Unit.HOURS:
        return f"by {clock(duty.due_at)}"
    return f"by {short_day(duty.due_at, page.at)}"


def _taken(step: StepCard) -> SummaryRow:
    said = f"{moment(step.done_at)}, with {step.with_whom}."
    return SummaryRow(step.kind.label, f"{said} {step.words}".strip(), f"Recorded by {step.recorded_by}")
