"""A fact changed, or lapsed by itself: all that rests on it is found, and its owners look again."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import TruncDate

from alongside.access.context import LONDON, beginning_of, day_in_london
from alongside.access.gate import Act, keeps, writes
from alongside.access.words import Ref, Standing
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.reliance import rules
from alongside.reliance.commands.resting import author
from alongside.reliance.commands.telling import address, tell_to_stop
from alongside.reliance.models import DayOfFact, Reliance, ReliedFactChanged
from alongside.reliance.words import BIRTHDAYS, ON_A_DAY, ONCE, TOLD_AT_ONCE, Change, Leaf, Right

AT_ONCE_MOST = 400  # how many keys one question to the database takes
LAPSED_MOST = 500


@keeps(Right.LAPSE_NOTICE, to=(Standing.UPKEEP,))
def count_lapses(act: Act) -> int:
    """How many facts have lapsed by themselves, or birthdays come, and were not noticed yet. Nothing is written."""
    return len(_lapsed(act)) + len(_birthdays(act))


@writes(Right.LAPSE_NOTICE, to=(Standing.UPKEEP,))
def notice_lapses(act: Act) -> None:
    """Find what rests on facts that have lapsed by themselves, and on a child who turned 16 or 18 (E5).

    For the clock of the machine. Nobody need wait for it: that something has lapsed is seen wherever it is read. It
    only owes the second look, once for each day on which something lapses.
    """
    for fact, on in _lapsed(act):
        edges = _edges(fact.id, Reliance.objects.filter(lapses_on=on))
        _find_all(act, edges, fact=fact, change=Change.CONSENT_LAPSED, at=beginning_of(on))
    for row in _birthdays(act):
        _reach_age(act, child=Ref(row.fact_kind, row.fact_id), on=row.on)
        row.noticed_at = act.now
        row.save(update_fields=["noticed_at"])
    act.note(Leaf.LAPSES_NOTICED, about=None)


def _lapsed(act: Act) -> list[tuple[Ref, date]]:
    """The agreements past their day on which something rests still, and of which that was not found yet.

    What was found of an earlier day counts for nothing: it was renewed since, or its day was put right.
    """
    rows = Reliance.objects.filter(lapses_on__lte=day_in_london(act.now), ended_at__isnull=True)
    known = ReliedFactChanged.objects.filter(fact_id=OuterRef("fact_id"), thing_id=OuterRef("thing_id"))
    known = known.annotate(on=TruncDate("happened_at", tzinfo=LONDON)).filter(
        Q(change__in=(Change.CONSENT_WITHDRAWN, Change.CONSENT_INVALID))
        | Q(change=Change.CONSENT_LAPSED, on__gte=OuterRef("lapses_on"))
    )
    found = rows.exclude(Exists(known)).order_by("lapses_on", "id")[:LAPSED_MOST]
    days = ((Ref(row.fact_kind, row.fact_id), row.lapses_on) for row in found)
    return list(dict.fromkeys((fact, on) for fact, on in days if on is not None))


def _birthdays(act: Act) -> list[DayOfFact]:
    """The 16th and 18th birthdays that have come and were not looked at yet."""
    rows = DayOfFact.objects.filter(
        cause__in=BIRTHDAYS, on__lte=day_in_london(act.now), noticed_at__isnull=True
    )
    return list(rows.order_by("on", "id")[:LAPSED_MOST])


def _reach_age(act: Act, *, child: Ref, on: date) -> None:
    """A child turned 16 or 18: what rested on them before that day is looked at again.

    What an agreement that lapsed with the birthday has brought back to its owner in this deed is not asked for twice.
    """
    at = beginning_of(on)
    edges = _edges(child.id, Reliance.objects.filter(rested_at__lt=at))
    asked = ReliedFactChanged.objects.filter(found_at=act.now, change=Change.CONSENT_LAPSED)
    again = set(asked.values_list("thing_id", flat=True))
    fresh = {key: edge for key, edge in edges.items() if edge.thing_id not in again}
    _find_all(act, fresh, fact=child, change=Change.BIRTHDAY, at=at)


def fact_changed(
    act: Act,
    *,
    fact: Ref,
    change: Change,
    happened_at: datetime | None = None,
    beside: Ref | None = None,
) -> int:
    """Find all that rests on a fact that changed, owe its owners a second look, and tell recipients to stop.

    Part of the deed by which the fact changed; `happened_at` where that was earlier. `beside` is who an adult is to
    the child whom an order leaves as able to agree as before: what rests on them and on no other adult is looked at
    again, and not stopped. The same change again finds nothing new. Nothing that was decided or shared is changed.
    Answers how many things were found.
    """
    at = min(happened_at or act.now, act.now)
    edges = _edges(fact.id, Reliance.objects.all())
    spared = _resting_on(beside, edges) if beside else {}
    stopped = {key: edge for key, edge in edges.items() if key not in spared}
    found = _find_all(act, stopped, fact=fact, change=change, at=at)
    return found + _find_all(act, spared, fact=fact, change=Change.ORDER_BESIDE, at=at)


def _resting_on(beside: Ref, edges: dict[UUID, Reliance]) -> dict[UUID, Reliance]:
    """Of what a change reaches, what rests on one adult and on no other, with all that hangs on it."""
    roots = {edge.thing_id for edge in edges.values()}
    people = Reliance.objects.filter(thing_id__in=roots, fact_kind=beside.kind, ended_at__isnull=True)
    on: dict[UUID, set[UUID]] = {}
    for thing_id, fact_id in people.values_list("thing_id", "fact_id"):
        on.setdefault(thing_id, set()).add(fact_id)
    spared = {thing_id for thing_id, facts in on.items() if facts == {beside.id}}
    while fresh := {e.thing_id for e in edges.values() if e.fact_id in spared} - spared:
        spared |= fresh
    return {key: edge for key, edge in edges.items() if edge.thing_id in spared}


def _find_all(act: Act, edges: dict[UUID, Reliance], *, fact: Ref, change: Change, at: datetime) -> int:
    """Write down what these reliances lead to, nearest first, each thing once; answers how many things were found."""
    rows: dict[UUID, ReliedFactChanged] = {}
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


def _edges(fact_id: UUID, first: QuerySet[Reliance]) -> dict[UUID, Reliance]:
    """Every reliance that leads down to a fact, however far; directly on it rest `first` alone."""
    near = first.filter(fact_id=fact_id, ended_at__isnull=True).order_by("id")
    edges = {row.id: row for row in near}
    step = {row.thing_id for row in near}
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
    """Whether this change was found for a thing before, or one like it still waits to be settled.

    What comes on a day of its own was found if it was found of that day or of a later one.
    """
    before = ReliedFactChanged.objects.filter(thing_id=thing_id, fact_id=fact.id, change=change)
    if change in ONCE:
        return before.exists()
    if change in ON_A_DAY:
        return before.filter(happened_at__gte=at).exists()
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
        duties.owe_and_tell(
            act,
            what=Owed.LOOK_AGAIN_AT_WHAT_RELIED,
            by_membership_id=row.owner_membership_id,
            arising_from=about,
            agency_id=row.agency_id,
            case_id=row.case_id,
        )
    return row
