"""What was said of a child or an adult, as it stood at a moment: rows turned into the values that the rules weigh.

Part of the queries and commands of this room; whoever calls has asked for the right already.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.access.context import day_in_london
from alongside.families.after_orders import after_orders
from alongside.families.models import Adult, BirthDate, Child, Order, Relationship, Responsibility
from alongside.families.rules import HeldResponsibility, OrderFact, SaidBirth, StageHistory, held_on, running
from alongside.families.words import (
    BirthBasis,
    Life,
    OrderKind,
    ParentalResponsibility,
    Relation,
    Source,
    Stage,
)

SAID_MOST = 200


def births(child_id: UUID, *, at: datetime) -> tuple[SaidBirth, ...]:
    """What had been said of a child's day of birth by a moment, in the order of saying, without slips of the pen."""
    rows = BirthDate.objects.filter(child_id=child_id, said_at__lte=at)
    rows = rows.filter(Q(set_aside_at__isnull=True) | Q(set_aside_at__gt=at)).order_by("said_at", "id")
    return tuple(
        SaidBirth(BirthBasis(row.basis), row.earliest_on, row.latest_on, row.words, row.said_at)
        for row in rows[:SAID_MOST]
    )


def orders(child_id: UUID, *, at: datetime) -> tuple[OrderFact, ...]:
    """The orders about a child that were on record at a moment, in the order of recording."""
    rows = Order.objects.filter(child_id=child_id, said_at__lte=at).order_by("said_at", "id")
    return tuple(_order(row, at) for row in rows[:SAID_MOST])


def responsibilities(
    child_id: UUID, *, at: datetime, on: date, orders: Sequence[OrderFact]
) -> tuple[HeldResponsibility, ...]:
    """What was known at a moment of each adult around a child, the last word of each, as it stood on a day.

    `orders` are those that were on record at that moment: what one of them restricts or ends counts while it runs.
    """
    people = Relationship.objects.select_related("adult").filter(child_id=child_id).order_by("id")[:50]
    rows = Responsibility.objects.filter(child_id=child_id, said_at__lte=at).order_by("said_at", "id")
    last = {row.adult_id: row for row in rows[:SAID_MOST]}
    live, known = running(orders, on=on), [each for each in people if each.adult_id in last]
    said = (
        replace(held(last[each.adult_id], relationship=each, on=on), life=_life(each.adult, at=at, on=on))
        for each in known
    )
    return tuple(after_orders(each, orders=live) for each in said)


def _life(adult: Adult, *, at: datetime, on: date) -> Life:
    """Whether it was on record at a moment that somebody had died by a day: from the day on which it was said."""
    said_at = adult.died_said_at
    has_died = said_at is not None and said_at <= at and day_in_london(said_at) <= on
    return Life.DIED if has_died else Life.NOT_SAID


def history(child_id: UUID, *, adult_id: UUID) -> QuerySet[Responsibility]:
    """Every word on one adult's parental responsibility, the last first."""
    rows = Responsibility.objects.filter(child_id=child_id, adult_id=adult_id)
    return rows.order_by("-said_at", "-id")[:SAID_MOST]


def held(row: Responsibility, *, relationship: Relationship, on: date) -> HeldResponsibility:
    """One word on parental responsibility, as it stood on a day."""
    said = ParentalResponsibility(row.held)
    return HeldResponsibility(
        adult_id=row.adult_id,
        holder=relationship.adult.name,
        relation=Relation(relationship.relation),
        held=held_on(said, began_on=row.began_on, ended_on=row.ended_on, on=on),
        source=Source(row.source) if row.source else None,
        order_kind=None,
        began_on=row.began_on,
        ended_on=row.ended_on,
        evidence=row.evidence,
        seen_on=row.seen_on,
        seen_by=row.seen_by,
        restriction=row.restriction,
        said_at=row.said_at,
    )


def stages(child: Child) -> StageHistory:
    """When a child's stage was said to change."""
    return StageHistory(Stage(child.stage), child.birth_said_at, child.end_said_at)


def _order(row: Order, at: datetime) -> OrderFact:
    ended = row.ended_on if row.end_said_at and row.end_said_at <= at else None
    return OrderFact(
        id=row.id,
        kind=OrderKind(row.kind),
        made_on=row.made_on,
        ends_on=row.ends_on,
        authority=row.authority,
        holder_id=row.holder_id,
        restricted_id=row.restricted_id,
        restricts=row.restricts,
        evidence=row.evidence,
        seen_on=row.seen_on,
        seen_by=row.seen_by,
        said_at=row.said_at,
        ended_on=ended,
        beside_id=row.beside_id,
    )
