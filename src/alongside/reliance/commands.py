"""The writes of reliance: that something rests on a fact, that the fact changed, and what became of what rested on it."""

from datetime import datetime
from uuid import UUID

from alongside.access import commands as access
from alongside.access.commands import OPEN_END
from alongside.access.gate import Act, writes
from alongside.access.words import GrantKind, NotThere, Purpose, Ref, Refused, Standing
from alongside.directory import queries as directory
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.notify import commands as notify
from alongside.notify.words import Neutral
from alongside.reliance import rules
from alongside.reliance.models import Reliance, ReliedFactChanged, Retraction, StopNotice
from alongside.reliance.words import ONCE, TOLD_AT_ONCE, Answer, Change, Leaf, Right, Settled

AT_ONCE_MOST = 400  # how many keys one question to the database takes
SETTLED_MOST = 500


def rest(
    act: Act,
    *,
    on: Ref,
    thing: Ref,
    owner_membership_id: UUID,
    agency_id: UUID,
    case_id: UUID | None,
    recipient_membership_id: UUID | None = None,
    recipient_line_id: UUID | None = None,
) -> None:
    """Say that a thing rests on a fact, or on another thing. Part of the calling deed; said twice it is said once.

    `recipient_…` is whom the thing went to: they are told where it is to be used no further.
    """
    if Reliance.objects.filter(thing_id=thing.id, fact_id=on.id).exists():
        return
    Reliance.objects.create(
        agency_id=agency_id,
        case_id=case_id,
        author_membership_id=_author(act, owner_membership_id),
        thing_kind=thing.kind,
        thing_id=thing.id,
        fact_kind=on.kind,
        fact_id=on.id,
        owner_membership_id=owner_membership_id,
        recipient_membership_id=recipient_membership_id,
        recipient_line_id=recipient_line_id,
        rested_at=act.now,
    )


def let_rest(act: Act, *, thing: Ref) -> None:
    """A thing is no longer in force: it rests on nothing any more, unless something rests on it still."""
    if not Reliance.objects.filter(fact_id=thing.id, ended_at__isnull=True).exists():
        Reliance.objects.filter(thing_id=thing.id, ended_at__isnull=True).update(ended_at=act.now)


def pass_on(act: Act, *, thing: Ref, line_id: UUID) -> None:
    """What went to one line waits on another now: that one is told where it is used no further."""
    del act
    Reliance.objects.filter(thing_id=thing.id, recipient_line__isnull=False).update(recipient_line_id=line_id)


def fact_changed(act: Act, *, fact: Ref, change: Change, happened_at: datetime | None = None) -> int:
    """Find all that rests on a fact that changed, owe its owners a second look, and tell recipients to stop.

    Part of the deed by which the fact changed; `happened_at` where that was earlier. The same change again finds
    nothing new. Nothing that was decided or shared is changed. Answers how many things were found.
    """
    at = min(happened_at or act.now, act.now)
    rows: dict[UUID, ReliedFactChanged] = {}
    edges = _edges(fact.id)
    plain = [
        rules.Rests(e.id, e.thing_id, e.fact_id, e.owner_membership_id, e.thing_kind) for e in edges.values()
    ]
    for each in rules.reached(plain, fact=fact.id):
        if each.by.kind in rules.FACTS or _was_found(each.by.thing, fact=fact, change=change, at=at):
            continue
        through = rows.get(each.through) if each.through else None
        row = _find(act, edges[each.by.key], fact=fact, change=change, at=at, through=through)
        rows[row.thing_id] = row
        if change in TOLD_AT_ONCE:
            _tell_to_stop(act, row)
    return len(rows)


def _edges(fact_id: UUID) -> dict[UUID, Reliance]:
    """Every reliance that leads down to a fact, however far."""
    edges: dict[UUID, Reliance] = {}
    step = {fact_id}
    while step:
        fresh: dict[UUID, Reliance] = {}
        keys = sorted(step)
        for start in range(0, len(keys), AT_ONCE_MOST):
            some = keys[start : start + AT_ONCE_MOST]
            found = Reliance.objects.filter(fact_id__in=some, ended_at__isnull=True)
            fresh |= {row.id: row for row in found.order_by("id") if row.id not in edges}
        edges |= fresh
        step = {row.thing_id for row in fresh.values()}
    return edges


def _was_found(thing_id: UUID, *, fact: Ref, change: Change, at: datetime) -> bool:
    """Whether this change was found for a thing before, or one like it still waits to be settled."""
    before = ReliedFactChanged.objects.filter(thing_id=thing_id, fact_id=fact.id, change=change)
    if change in ONCE:
        return before.exists()
    return before.filter(settled="").exists() or before.filter(happened_at=at).exists()


def _find(
    act: Act,
    edge: Reliance,
    *,
    fact: Ref,
    change: Change,
    at: datetime,
    through: ReliedFactChanged | None,
) -> ReliedFactChanged:
    row = ReliedFactChanged.objects.create(
        agency_id=edge.agency_id,
        case_id=edge.case_id,
        author_membership_id=_author(act, edge.owner_membership_id),
        thing_kind=edge.thing_kind,
        thing_id=edge.thing_id,
        fact_kind=fact.kind,
        fact_id=fact.id,
        change=change,
        owner_membership_id=edge.owner_membership_id,
        recipient_membership_id=edge.recipient_membership_id,
        recipient_line_id=edge.recipient_line_id,
        through=through,
        happened_at=at,
        found_at=act.now,
    )
    about = Ref("relied_fact", row.id)
    act.note(Leaf.RELIED_FACT_CHANGED, about=about)
    if through is None:
        _address(act, row, membership_id=row.owner_membership_id)
        duty_id = duties.owe(
            act,
            what=Owed.LOOK_AGAIN_AT_WHAT_RELIED,
            by_membership_id=row.owner_membership_id,
            arising_from=about,
            agency_id=row.agency_id,
            case_id=row.case_id,
        )
        notify.tell(
            act,
            to_membership_id=row.owner_membership_id,
            that=Neutral.SOMETHING_WAITS,
            about=Ref("duty", duty_id),
        )
    return row


def _tell_to_stop(act: Act, row: ReliedFactChanged) -> None:
    """Tell whoever a thing went to not to use it further, once. It says from when, and not why."""
    if row.recipient_membership_id is None and row.recipient_line_id is None:
        return
    if StopNotice.objects.filter(changed=row).exists():
        return
    notice = StopNotice.objects.create(
        agency_id=row.agency_id,
        case_id=row.case_id,
        author_membership_id=row.author_membership_id,
        changed=row,
        thing_kind=row.thing_kind,
        thing_id=row.thing_id,
        to_membership_id=row.recipient_membership_id,
        to_line_id=row.recipient_line_id,
        stops_at=row.happened_at,
        noticed_at=act.now,
    )
    if notice.to_membership_id:
        _address(act, notice, membership_id=notice.to_membership_id)
    act.note(Leaf.STOP_NOTICED, about=Ref("stop", notice.id))
    _tell_recipients(act, notice)


def _tell_recipients(act: Act, notice: StopNotice) -> None:
    for each in _recipients(act, notice):
        notify.tell(act, to_membership_id=each, that=Neutral.SOMETHING_WAITS, about=Ref("stop", notice.id))


def _recipients(act: Act, notice: StopNotice) -> tuple[UUID, ...]:
    """Who is told: the person, or those who answer the line now."""
    if notice.to_line_id:
        return directory.members_of_line(act, line_id=notice.to_line_id)
    return (notice.to_membership_id,) if notice.to_membership_id else ()


@writes(Right.CHANGE_SETTLE)
def settle_change(act: Act, *, changed_id: UUID, settled: Settled, words: str, risk: str) -> UUID:
    """Say what becomes of what rested on a fact that changed, with all that hangs on it.

    What was shared stays recorded and lawful. Raises NotThere for anyone whose case it is not, and Refused without a
    reason, or where it is settled already.
    """
    root = _own_change(act, changed_id)
    if not words:
        raise Refused("Say why, in a sentence. A reader looks for it first.", field="words")
    if not risk:
        raise Refused(
            "Say whether the child is safe without it: a change of mind is looked at for risk every time.",
            field="risk",
        )
    if root.settled:
        raise Refused("This was settled already. Read what was decided.")
    together = ReliedFactChanged.objects.filter(through=root, settled="").order_by("id")[:SETTLED_MOST]
    rows = (root, *together)
    for row in rows:
        row.settled, row.words, row.risk = settled, words, risk
        row.settled_at, row.settled_by_id = act.now, act.ctx.membership_id
        row.save(update_fields=["settled", "words", "risk", "settled_at", "settled_by"])
        if settled is Settled.KEEP:
            _lift(act, row)
        else:
            _tell_to_stop(act, row)
        if settled is Settled.RETRACT:
            _ask_back(act, row)
    about = Ref("relied_fact", root.id)
    duties.discharge(act, what=Owed.LOOK_AGAIN_AT_WHAT_RELIED, arising_from=about, evidence=about)
    act.note(Leaf.CHANGE_SETTLED, about=about)
    return root.id


def _own_change(act: Act, changed_id: UUID) -> ReliedFactChanged:
    """What one may settle: one's own, or that of a colleague on the same case. Raises NotThere."""
    act.admit("reliance.ReliedFactChanged", changed_id)
    row = ReliedFactChanged.objects.get(id=changed_id)
    if row.agency_id != act.ctx.agency_id or row.through_id is not None:
        raise NotThere
    if row.case_id is not None:
        act.admit("cases.Case", row.case_id)
    elif row.owner_membership_id != act.ctx.membership_id:
        raise NotThere
    return row


def _lift(act: Act, row: ReliedFactChanged) -> None:
    for notice in StopNotice.objects.filter(changed=row, lifted_at__isnull=True):
        notice.lifted_at, notice.lifted_by = act.now, act.ctx.membership_id
        notice.save(update_fields=["lifted_at", "lifted_by"])
        _tell_recipients(act, notice)


def _ask_back(act: Act, row: ReliedFactChanged) -> None:
    for notice in StopNotice.objects.filter(changed=row):
        asked = Retraction.objects.create(
            agency_id=notice.agency_id,
            case_id=notice.case_id,
            author_membership_id=act.ctx.membership_id,
            notice=notice,
            to_line_id=notice.to_line_id,
            asked_at=act.now,
        )
        if notice.to_membership_id:
            _address(act, asked, membership_id=notice.to_membership_id)
        act.note(Leaf.RETRACTION_ASKED, about=Ref("retraction", asked.id))
        _tell_recipients(act, notice)


@writes(Right.STOP_ACKNOWLEDGE)
def acknowledge_stop(act: Act, *, notice_id: UUID) -> UUID:
    """Say that one has read that something is used no further; answers the thing. Said again, the first stands.

    Raises NotThere for anyone to whom it is not addressed.
    """
    notice = _to_me(act, notice_id)
    if notice.acknowledged_at is None:
        notice.acknowledged_at, notice.acknowledged_by_id = act.now, act.ctx.membership_id
        notice.save(update_fields=["acknowledged_at", "acknowledged_by"])
    notify.settle(act, about=Ref("stop", notice.id))
    act.note(Leaf.STOP_ACKNOWLEDGED, about=Ref("stop", notice.id))
    return notice.thing_id


@writes(Right.RETRACTION_CONFIRM)
def confirm_retraction(act: Act, *, notice_id: UUID, answer: Answer, words: str = "") -> UUID:
    """Say what became of what was taken back: deleted, kept and not used, or why neither; answers the thing.

    Raises NotThere for anyone to whom it is not addressed, and Refused where nothing is asked, or no reason is given.
    """
    notice = _to_me(act, notice_id)
    asked = Retraction.objects.filter(notice=notice, confirmed_at__isnull=True).first()
    if asked is None:
        raise Refused("You have answered this already. Thank you.")
    if answer is Answer.CANNOT and not words:
        raise Refused("Say why you cannot, so that they know where it stands.", field="words")
    asked.answer, asked.words = answer, words
    asked.confirmed_at, asked.confirmed_by_id = act.now, act.ctx.membership_id
    asked.save(update_fields=["answer", "words", "confirmed_at", "confirmed_by"])
    if notice.acknowledged_at is None:
        notice.acknowledged_at, notice.acknowledged_by_id = act.now, act.ctx.membership_id
        notice.save(update_fields=["acknowledged_at", "acknowledged_by"])
    notify.settle(act, about=Ref("stop", notice.id))
    notify.tell(
        act,
        to_membership_id=notice.changed.owner_membership_id,
        that=Neutral.SOMETHING_WAITS,
        about=Ref("retraction", asked.id),
    )
    act.note(Leaf.RETRACTION_CONFIRMED, about=Ref("retraction", asked.id))
    return notice.thing_id


def _to_me(act: Act, notice_id: UUID) -> StopNotice:
    """A notice to whoever acts, or to a line that they answer. Raises NotThere."""
    act.admit("reliance.StopNotice", notice_id)
    notice = StopNotice.objects.select_related("changed").get(id=notice_id)
    if act.ctx.membership_id not in _recipients(act, notice):
        raise NotThere
    return notice


def _address(act: Act, row: "ReliedFactChanged | StopNotice | Retraction", *, membership_id: UUID) -> None:
    access.grant(
        act,
        kind=GrantKind.ADDRESSEE,
        whom=access.Whom(membership_id=membership_id, row_id=row.id, case_id=row.case_id),
        purpose=Purpose.CONSULTATION,
        reason="A fact changed on which this rested",
        until=OPEN_END,
    )


def _author(act: Act, owner_membership_id: UUID) -> UUID:
    """Whose hand a row is: of whoever acts in a post; what a family or the clock of the machine changed, the owner's."""
    in_post = act.ctx.standing in {Standing.PRACTITIONER, Standing.ADMINISTRATOR}
    return act.ctx.membership_id if in_post else owner_membership_id
