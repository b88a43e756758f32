"""A fact changed, or lapsed by itself: all that rests on it is found, and its owners look again."""

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef

from alongside.access.context import day_in_london
from alongside.access.gate import Act, keeps, writes
from alongside.access.words import Ref, Standing
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.notify import commands as notify
from alongside.notify.words import Neutral
from alongside.reliance import rules
from alongside.reliance.commands.resting import author
from alongside.reliance.commands.telling import address, tell_to_stop
from alongside.reliance.models import Reliance, ReliedFactChanged
from alongside.reliance.words import HOLDS, ONCE, TOLD_AT_ONCE, Change, Leaf, Right

AT_ONCE_MOST = 400  # how many keys one question to the database takes
LAPSED_MOST = 500


@keeps(Right.LAPSE_NOTICE, to=(Standing.UPKEEP,))
def count_lapses(act: Act) -> int:
    """How many facts have lapsed by themselves and were not noticed yet. Nothing is written."""
    return len(_lapsed(act))


@writes(Right.LAPSE_NOTICE, to=(Standing.UPKEEP,))
def notice_lapses(act: Act) -> None:
    """Find what rests on facts that have lapsed by themselves, for the clock of the machine.

    Nobody need wait for it: that something has lapsed is seen wherever it is read. It only owes the second look.
    """
    for fact in _lapsed(act):
        fact_changed(act, fact=fact, change=Change.CONSENT_LAPSED)
    act.note(Leaf.LAPSES_NOTICED, about=None)


def _lapsed(act: Act) -> list[Ref]:
    """The agreements past their day on which something rests still, and of which nothing was found yet."""
    rows = Reliance.objects.filter(lapses_on__lte=day_in_london(act.now), ended_at__isnull=True)
    known = ReliedFactChanged.objects.filter(fact_id=OuterRef("fact_id"), thing_id=OuterRef("thing_id"))
    rows = rows.exclude(Exists(known.filter(change__in=(HOLDS - {Change.ORDER_RECORDED}))))
    facts = rows.order_by("lapses_on", "id").values_list("fact_kind", "fact_id")
    return list(dict.fromkeys(Ref(kind, key) for kind, key in facts[:LAPSED_MOST]))


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
            tell_to_stop(act, row=row)
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
        author_membership_id=author(act, owner_membership_id=edge.owner_membership_id),
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
        address(act, row=row, membership_id=row.owner_membership_id)
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
