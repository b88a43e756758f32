"""The next step after an outcome: nothing here sends it, so it is owed until a person says that it was taken."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.access.gate import Act, writes
from alongside.access.words import Ref, Refused
from alongside.consultations import rules
from alongside.consultations.commands.nameless import refuse_identifying
from alongside.consultations.commands.naming import settle_naming
from alongside.consultations.finding import own_consultation
from alongside.consultations.models import Consultation, NextStep
from alongside.consultations.words import Leaf, NextStepKind, OutcomeKind, Right
from alongside.directory import queries as directory
from alongside.directory.words import Setting
from alongside.duties import commands as duties
from alongside.duties import queries as duty_queries
from alongside.duties.rules import Due
from alongside.duties.words import Owed


@dataclass(frozen=True, slots=True)
class TakenStep:
    """A next step as whoever took it writes it down. `done_at` is an aware instant."""

    kind: NextStepKind
    done_at: datetime
    with_whom: str
    words: str = ""
    not_identifying: str = ""


def owe_first_step(act: Act, *, row: Consultation, kind: OutcomeKind, done_by: date | None) -> None:
    """Owe the step that an outcome asks for, and let go of what an earlier outcome asked for instead.

    Part of the calling deed. The clock of a referral is never set by an agreed day, nor begun anew.
    """
    about = Ref("consultation", row.id)
    first = rules.first_step(kind, done_by=done_by)
    agreed = None if first is Owed.RING_REFERRAL else done_by
    for owed in rules.FIRST_STEPS:
        if owed is not first or agreed:
            duties.discharge(act, what=owed, arising_from=about, evidence=about)
    if first is None or (agreed is None and _is_taken(row, first)):
        return
    _owe(act, row, first, by=row.author_membership_id, due=Due(on=agreed) if agreed else None)


@writes(Right.CONSULTATION_CONTINUE)
def take_step(act: Act, *, consultation_id: UUID, step: TakenStep) -> UUID:
    """Say that a next step was taken: when, with whom, what came of it. It settles its duty and owes the next.

    Whoever rang about a referral then confirms it in writing, in elapsed hours from the call, and hears back by the
    next working day (rulebook 7.4, 7.5). Raises Refused for a step that nothing asks for, and for one still to come.
    """
    row = own_consultation(act, consultation_id=consultation_id)
    about, rule = Ref("consultation", row.id), rules.STEPS[step.kind]
    if rule.settles not in duty_queries.owed_from(act, arising_from=about):
        raise Refused("This does not wait to be done any more. Open the consultation to see what stands.")
    _refuse_bad_step(step, now=act.now)
    refuse_identifying(act, row=row, texts=(step.with_whom, step.words), because=step.not_identifying)
    taken = NextStep.objects.create(
        agency_id=row.agency_id,
        case_id=row.case_id,
        author_membership_id=act.ctx.membership_id,
        consultation_id=row.id,
        kind=step.kind,
        done_at=step.done_at,
        with_whom=step.with_whom,
        words=step.words,
        recorded_at=act.now,
    )
    for owed in rule.settles, *rule.also:
        duties.discharge(act, what=owed, arising_from=about, evidence=Ref("step", taken.id))
    if step.kind is NextStepKind.REFERRAL_RUNG:
        settle_naming(act, row=row, evidence=Ref("step", taken.id))
    for owed in rule.then:
        hours = _hours_to_confirm(step.done_at) if owed is Owed.CONFIRM_REFERRAL else None
        _owe(act, row, owed, by=act.ctx.membership_id, due=Due(counted_from=step.done_at, hours=hours))
    act.note(Leaf.STEP_TAKEN, about=about)
    return taken.id


def _refuse_bad_step(step: TakenStep, *, now: datetime) -> None:
    if step.done_at > now:
        raise Refused("Give the time at which it was done: it cannot be later than now.", field="done_at")
    if not step.with_whom:
        raise Refused("Say with whom, so that a reader can ask them.", field="with_whom")
    if step.kind is NextStepKind.REFERRAL_ANSWERED and not step.words:
        raise Refused("Write what they decided, and why.", field="words")


def _is_taken(row: Consultation, first: Owed) -> bool:
    taken = NextStep.objects.filter(consultation_id=row.id, kind=rules.STEP_THAT_SETTLES[first])
    return taken.exists()


def _hours_to_confirm(rung_at: datetime) -> int | None:
    """The hours that the partnership has decided on; None for those of the rulebook."""
    decided = directory.setting(Setting.WRITTEN_CONFIRMATION_HOURS, on=day_in_london(rung_at))
    return int(decided.value) if decided else None


def _owe(act: Act, row: Consultation, owed: Owed, *, by: UUID, due: Due | None) -> None:
    duties.owe(
        act,
        what=owed,
        by_membership_id=by,
        arising_from=Ref("consultation", row.id),
        agency_id=row.agency_id,
        case_id=row.case_id,
        due=due,
    )
