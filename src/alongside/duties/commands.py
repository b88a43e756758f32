"""The writes of the ledger: owing and discharging, always inside the deed that causes them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.access import commands as access
from alongside.access import queries as access_queries
from alongside.access.commands import OPEN_END
from alongside.access.context import day_in_london
from alongside.access.gate import Act, keeps
from alongside.access.words import GrantKind, Purpose, Ref, Standing
from alongside.directory import queries as directory
from alongside.duties import queries, rules
from alongside.duties.models import Duty
from alongside.duties.rules import Due
from alongside.duties.words import FOR_LEADS, KINDS, Leaf, Owed, Right
from alongside.notify import commands as notify
from alongside.notify.words import Neutral

REMINDED_AT_ONCE_MOST = 5000
HANDED_OVER_MOST = 500


def owe(
    act: Act,
    *,
    what: Owed,
    by_membership_id: UUID,
    arising_from: Ref,
    agency_id: UUID,
    case_id: UUID | None,
    due: Due | None = None,
) -> UUID:
    """Raise a duty of a kind from a deed; answers the running one where it is owed already.

    It falls due as its kind says, counted from this instant, unless the deed says otherwise (`due`). The debtor is
    let in to the duty, which names no one, wherever they work.
    """
    running = _running(what, arising_from).filter(debtor_membership_id=by_membership_id)
    if owed := list(running.values_list("id", flat=True)[:1]):
        return owed[0]
    calendar = queries.calendar(act)
    kind = KINDS[what]
    duty = Duty.objects.create(
        agency_id=agency_id,
        case_id=case_id,
        author_membership_id=_author(act, by_membership_id),
        kind=what,
        debtor_membership_id=by_membership_id,
        arising_from_kind=arising_from.kind,
        arising_from_id=arising_from.id,
        owed_at=act.now,
        due_at=rules.due_at(kind, owed_at=act.now, calendar=calendar, due=due),
        calendar_version=calendar.version,
        source=kind.source,
    )
    _let_in(act, duty, membership_id=by_membership_id, reason="Owes this duty")
    act.note(Leaf.DUTY_OWED, about=Ref("duty", duty.id))
    return duty.id


def owe_and_tell(
    act: Act,
    *,
    what: Owed,
    by_membership_id: UUID,
    arising_from: Ref,
    agency_id: UUID,
    case_id: UUID | None,
) -> UUID:
    """Raise a duty as `owe` does, and tell its debtor that something waits: for what does not come from their own hand."""
    duty_id = owe(
        act,
        what=what,
        by_membership_id=by_membership_id,
        arising_from=arising_from,
        agency_id=agency_id,
        case_id=case_id,
    )
    about = Ref("duty", duty_id)
    notify.tell(act, to_membership_id=by_membership_id, that=Neutral.SOMETHING_WAITS, about=about)
    return duty_id


def owe_to_leads(
    act: Act, *, what: Owed, row: str, arising_from: Ref, agency_id: UUID, case_id: UUID | None
) -> int:
    """Owe something to every safeguarding lead who may read the row: in post, without a conflict, not whoever acts.

    `row` is its table as the policy names it, such as `sharing.Decision`. Each is told that something waits. Answers
    how many leads there are.
    """
    asked = 0
    for lead in access_queries.overseers(act, agency_id=agency_id):
        card = directory.card_of(lead)
        if card is None or lead == act.ctx.membership_id:
            continue
        eyes = {"membership_id": lead, "practitioner_id": card.practitioner_id, "agency_id": card.agency_id}
        if not act.seen_by(row, arising_from.id, **eyes):
            continue
        owe_and_tell(
            act,
            what=what,
            by_membership_id=lead,
            arising_from=arising_from,
            agency_id=agency_id,
            case_id=case_id,
        )
        asked += 1
    return asked


def let_in(act: Act, *, what: Owed, arising_from: Ref, membership_id: UUID) -> None:
    """Let somebody else see that a duty runs and by when: whoever waits for it. It names no one."""
    for duty in _running(what, arising_from)[:50]:
        _let_in(act, duty, membership_id=membership_id, reason="Waits for this")


def move(act: Act, *, what: Owed, arising_from: Ref, to: date, because: str) -> None:
    """Move the running duties of a kind that arose from a thing to another day, with the reason in words.

    Part of the deed by which what the day rests on changed. The day on which it was due stays readable, the debtor is
    told that something waits, and is reminded anew. None running, or the same day, is no fault.
    """
    for duty in _running(what, arising_from)[:50]:
        due = rules.due_at(KINDS[what], owed_at=duty.owed_at, calendar=queries.calendar(act), due=Due(on=to))
        if due == duty.due_at:
            continue
        duty.moved_at, duty.moved_from, duty.moved_because = act.now, duty.due_at, because
        duty.due_at, duty.reminded_on = due, None
        duty.save(update_fields=["moved_at", "moved_from", "moved_because", "due_at", "reminded_on"])
        about = Ref("duty", duty.id)
        notify.tell(
            act, to_membership_id=duty.debtor_membership_id, that=Neutral.SOMETHING_WAITS, about=about
        )
        act.note(Leaf.DUTY_MOVED, about=about)


def hand_over(act: Act, *, case_id: UUID, to_membership_id: UUID, evidence: Ref) -> None:
    """Let one person owe what was owed in a case: for when nobody else can open it any more (E10).

    The days stay. What that person owed already for the same cause is owed once. What only a safeguarding lead or
    another agency could do for it ends, with the evidence, but for what that person owes as a lead themselves. They are
    told that something waits.
    """
    running = Duty.objects.filter(case_id=case_id, discharged_at__isnull=True)
    theirs = running.exclude(debtor_membership_id=to_membership_id).select_related("debtor_membership")
    for duty in theirs.order_by("due_at", "id")[:HANDED_OVER_MOST]:
        cause = Ref(duty.arising_from_kind, duty.arising_from_id)
        _let_out(act, duty)
        kept = _running(Owed(duty.kind), cause).filter(debtor_membership_id=to_membership_id).exists()
        if kept or duty.kind in FOR_LEADS or duty.debtor_membership.agency_id != act.ctx.agency_id:
            _settle(act, duty, evidence=evidence)
            continue
        duty.debtor_membership_id, duty.reminded_on = to_membership_id, None
        duty.save(update_fields=["debtor_membership", "reminded_on"])
        _let_in(act, duty, membership_id=to_membership_id, reason="Owes this duty")
        about = Ref("duty", duty.id)
        notify.settle(act, about=about)
        notify.tell(act, to_membership_id=to_membership_id, that=Neutral.SOMETHING_WAITS, about=about)
        act.note(Leaf.DUTY_HANDED_OVER, about=about)


def discharge(act: Act, *, what: Owed, arising_from: Ref, evidence: Ref) -> None:
    """Settle every running duty of a kind that arose from a thing, with its evidence. None running is no fault."""
    for duty in _running(what, arising_from)[:50]:
        _settle(act, duty, evidence=evidence)


@dataclass(frozen=True, slots=True)
class Reminded:
    """How many people are reminded, of how many duties. It names no one."""

    people: int
    duties: int


@keeps(Right.DUTY_REMIND, to=(Standing.UPKEEP,))
def remind(act: Act) -> Reminded:
    """Write a neutral message to each person in post about what is late or due today, once a day for each duty.

    What is done already reminds nobody. Outside the gate's leaves, as the outbox is: nothing of the record changes.
    """
    due = _to_remind_of(act)
    for duty in due:
        whom, about = duty.debtor_membership_id, Ref("duty", duty.id)
        notify.tell(act, to_membership_id=whom, that=Neutral.SOMETHING_DUE, about=about)
    Duty.objects.filter(id__in=[duty.id for duty in due]).update(reminded_on=day_in_london(act.now))
    return _counted(due)


@keeps(Right.DUTY_REMIND, to=(Standing.UPKEEP,))
def count_reminders(act: Act) -> Reminded:
    """How many people `remind` would write to now. Nothing is written."""
    return _counted(_to_remind_of(act))


def _to_remind_of(act: Act) -> list[Duty]:
    today = day_in_london(act.now)
    running = Duty.objects.filter(discharged_at__isnull=True, due_at__lte=rules.end_of_day(act.now))
    in_post = running.filter(debtor_membership__from_at__lte=act.now, debtor_membership__until_at__gt=act.now)
    fresh = in_post.filter(Q(reminded_on__isnull=True) | Q(reminded_on__lt=today))
    return list(fresh.order_by("due_at", "id")[:REMINDED_AT_ONCE_MOST])


def _counted(due: list[Duty]) -> Reminded:
    return Reminded(len({duty.debtor_membership_id for duty in due}), len(due))


def _author(act: Act, debtor_membership_id: UUID) -> UUID:
    """From whose deed a duty arises: where a family or the clock of the machine acts, it stands in the debtor's name."""
    in_post = act.ctx.standing in {Standing.PRACTITIONER, Standing.ADMINISTRATOR}
    return act.ctx.membership_id if in_post else debtor_membership_id


def _let_in(act: Act, duty: Duty, *, membership_id: UUID, reason: str) -> None:
    access.grant(
        act,
        kind=GrantKind.ADDRESSEE,
        whom=access.Whom(membership_id=membership_id, row_id=duty.id, case_id=duty.case_id),
        purpose=Purpose.DIRECT_WORK,
        reason=reason,
        until=OPEN_END,
    )


def _let_out(act: Act, duty: Duty) -> None:
    """Whoever owed it sees no more of it."""
    whom = access.Whom(membership_id=duty.debtor_membership_id, row_id=duty.id, case_id=duty.case_id)
    access.end_grants(act, kind=GrantKind.ADDRESSEE, whom=whom)


def _settle(act: Act, duty: Duty, *, evidence: Ref) -> None:
    duty.discharged_at = act.now
    duty.discharged_by = act.ctx.membership_id
    duty.evidence = str(evidence)
    duty.save(update_fields=["discharged_at", "discharged_by", "evidence"])
    notify.settle(act, about=Ref("duty", duty.id))
    act.note(Leaf.DUTY_DISCHARGED, about=Ref("duty", duty.id))


def _running(what: Owed, arising_from: Ref) -> QuerySet[Duty]:
    return Duty.objects.filter(
        kind=what,
        arising_from_kind=arising_from.kind,
        arising_from_id=arising_from.id,
        discharged_at__isnull=True,
    )
