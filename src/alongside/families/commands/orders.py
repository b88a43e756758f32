"""Court orders and why a child is looked after, with the evidence that was seen (rulebook 4.2, E9)."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Q

from alongside.access.context import day_in_london
from alongside.access.gate import Act, writes
from alongside.access.words import NotThere, Ref, Refused
from alongside.families.commands.responsibility import ResponsibilityWords, say
from alongside.families.commands.rows import own_child, own_relationship, owner, tell_days
from alongside.families.models import Order, Relationship, Responsibility
from alongside.families.rules import HELD, only_adds_to
from alongside.families.said import history
from alongside.families.words import (
    GIVES_RESPONSIBILITY,
    SHARED_WITH_AN_AUTHORITY,
    TAKES_NOTHING,
    Leaf,
    OrderKind,
    ParentalResponsibility,
    Right,
    Source,
)
from alongside.reliance import commands as reliance
from alongside.reliance.words import Change


@dataclass(frozen=True, slots=True)
class OrderWords:
    """An order as it is said or was seen. `seen_on` is None where nobody has seen it.

    `holder_id` is the adult in whose favour it is, `restricted_id` whom it keeps from what `restricts` says: None for
    nobody of the child's adults, or where it is not known. `beside_id` is, of an adoption order, the parent whose
    partner adopts and who keeps parental responsibility, or who adopts together with the holder.
    """

    kind: OrderKind
    made_on: date | None = None
    ends_on: date | None = None
    authority: str = ""
    holder_id: UUID | None = None
    restricts: str = ""
    evidence: str = ""
    seen_on: date | None = None
    restricted_id: UUID | None = None
    beside_id: UUID | None = None


@writes(Right.ORDER_RECORD)
def record_order(act: Act, *, child_id: UUID, order: OrderWords) -> UUID:
    """Record an order about a child, or that there is none. Whom it gives parental responsibility is said with it.

    An adoption order ends that of everybody else from its day, but of the adopter's partner (Adoption and Children Act
    2002 s.46). Raises NotThere for another agency's record, and Refused where the order does not name who holds it, or
    was made or seen on a day that has not come.
    """
    child = own_child(act, child_id=child_id)
    _refuse_unnamed(order)
    _refuse_days(order, today=day_in_london(act.now))
    row = Order.objects.create(
        **owner(act, child=child),
        child_id=child_id,
        kind=order.kind,
        made_on=order.made_on,
        ends_on=order.ends_on,
        authority=order.authority,
        holder_id=order.holder_id,
        restricted_id=order.restricted_id,
        beside_id=order.beside_id if order.kind is OrderKind.ADOPTION else None,
        restricts=order.restricts,
        evidence=order.evidence,
        seen_on=order.seen_on,
        seen_by=act.ctx.membership_id if order.seen_on else None,
        said_at=act.now,
    )
    if order.kind is not OrderKind.NONE:
        _find_what_rests(act, child_id, order)
    if order.holder_id is not None:
        _give_responsibility(act, child_id, order.holder_id, order)
    if order.restricted_id is not None:
        own_relationship(act, child_id=child_id, adult_id=order.restricted_id)
    if order.kind is OrderKind.ADOPTION and order.beside_id is not None:
        _give_beside(act, child_id, order.beside_id, order)
    tell_days(act, child_id=child_id)
    act.note(Leaf.ORDER_RECORDED, about=Ref("order", row.id))
    return row.id


@writes(Right.ORDER_END)
def end_order(act: Act, *, order_id: UUID, ended_on: date) -> None:
    """Record that an order has ended. It stays on record; what was known without it of the person named is known again.

    One that was recorded by mistake ends on the day on which it was made: it then counts on no day. Raises NotThere for
    another agency's record, and Refused for one that has ended already, and for a day before it was made or to come.
    """
    row = act.among(Order.objects.filter(id=order_id, agency_id=act.ctx.agency_id)).first()
    if row is None:
        raise NotThere
    if row.ended_on is not None:
        raise Refused("This order is on record as ended. Nothing needs to be done here.")
    if ended_on > day_in_london(act.now):
        raise Refused("Check the date: that day has not come yet.", field="ended_on")
    if row.made_on is not None and ended_on < row.made_on <= day_in_london(act.now):
        raise Refused("Check the date: the order was made after that day.", field="ended_on")
    row.ended_on, row.end_said_at, row.end_said_by = ended_on, act.now, act.ctx.membership_id
    row.save(update_fields=["ended_on", "end_said_at", "end_said_by"])
    if row.kind in GIVES_RESPONSIBILITY:
        for adult_id in filter(None, (row.holder_id, row.beside_id)):
            _give_back(act, own_relationship(act, child_id=row.child_id, adult_id=adult_id))
    tell_days(act, child_id=row.child_id)
    if row.kind != OrderKind.NONE:
        reliance.fact_changed(act, fact=Ref("child", row.child_id), change=Change.RESPONSIBILITY_CHANGED)
    act.note(Leaf.ORDER_ENDED, about=Ref("order", order_id))


def _find_what_rests(act: Act, child_id: UUID, order: OrderWords) -> None:
    """What rests on the child is stopped, but for what rests on somebody alone to whom the order only adds."""
    spared_id = only_adds_to(
        order.kind, holder_id=order.holder_id, restricted_id=order.restricted_id, restricts=order.restricts
    )
    beside = own_relationship(act, child_id=child_id, adult_id=spared_id) if spared_id else None
    takes_nothing = order.kind in TAKES_NOTHING and not order.restricts
    reliance.fact_changed(
        act,
        fact=Ref("child", child_id),
        change=Change.ORDER_BESIDE if takes_nothing else Change.ORDER_RECORDED,
        beside=Ref("relationship", beside.id) if beside else None,
    )


def _refuse_unnamed(order: OrderWords) -> None:
    if order.kind in SHARED_WITH_AN_AUTHORITY and not order.authority:
        raise Refused(
            "Write which local authority or agency is named in it, because it shares parental responsibility.",
            field="authority",
        )
    if order.kind in GIVES_RESPONSIBILITY and order.holder_id is None:
        raise Refused(
            "Say who is named in it, because the order gives them parental responsibility.", field="holder"
        )
    if order.restricted_id is not None and not order.restricts:
        raise Refused("Say what the order keeps this person from doing or deciding.", field="restricts")


def _refuse_days(order: OrderWords, *, today: date) -> None:
    """An order is made, and seen, on a day that has come; by an adoption order others lose something on that day."""
    if order.made_on is not None and order.made_on > today:
        raise Refused(
            "Check the date: that day has not come yet. Record the order once it is made.", field="made_on"
        )
    if order.seen_on is not None and order.seen_on > today:
        raise Refused("Check the date: nobody has seen it on a day that has not come.", field="seen")
    if order.ends_on is not None and order.made_on is not None and order.ends_on < order.made_on:
        raise Refused("Check the dates: the order would end before it was made.", field="ends_on")
    if order.kind is OrderKind.ADOPTION and order.made_on is None:
        raise Refused(
            "Say when it was made: from that day nobody else has parental responsibility.", field="made_on"
        )


def _give_responsibility(act: Act, child_id: UUID, holder_id: UUID, order: OrderWords) -> None:
    """Say of the person named in an order that they hold parental responsibility by it: seen only if it was seen.

    Where they hold it already by another source, on no less, that source stands. What rests on who they are to the
    child rests on the child as well, and was found with the order: nobody looks twice because of one deed.
    """
    row = own_relationship(act, child_id=child_id, adult_id=holder_id)
    if order.kind not in GIVES_RESPONSIBILITY:
        return
    held = ParentalResponsibility.SEEN if order.seen_on else ParentalResponsibility.CLAIMED
    source = GIVES_RESPONSIBILITY[order.kind]
    last = history(child_id, adult_id=holder_id).first()
    words = ResponsibilityWords(held, source, order.made_on, order.ends_on, order.evidence, order.seen_on)
    if last is None or not _is_no_less(last, words):
        say(act, row=row, words=replace(words, restriction=last.restriction if last else ""))


def _give_beside(act: Act, child_id: UUID, beside_id: UUID, order: OrderWords) -> None:
    """Whoever adopts together with the holder has it by the order; a parent whose partner adopts keeps what they had.

    The order ends nothing of theirs (Adoption and Children Act 2002 s.46(3)(b)).
    """
    own_relationship(act, child_id=child_id, adult_id=beside_id)
    last = history(child_id, adult_id=beside_id).first()
    if last is None or last.held not in HELD:
        _give_responsibility(act, child_id, beside_id, order)


def _is_no_less(last: Responsibility, words: ResponsibilityWords) -> bool:
    """Whether what was known is held without an end, by another source, and on evidence no weaker."""
    return (
        last.held in {ParentalResponsibility.SEEN, words.held}
        and last.ended_on is None
        and last.source != words.source
    )


def _give_back(act: Act, row: Relationship) -> None:
    """Say anew the last word that comes from no order that has ended; nothing where that is the last one anyway.

    What was written down by hand that they are kept from is no part of it, and stays. What rests on who they are to
    the child rests on the child as well, and is found with the end of the order.
    """
    named = Q(holder_id=row.adult_id) | Q(beside_id=row.adult_id)
    orders = tuple(Order.objects.filter(named, child_id=row.child_id))
    words = tuple(history(row.child_id, adult_id=row.adult_id))
    gave = [o for o in orders if o.holder_id == row.adult_id or any(_said_with(each, o) for each in words)]
    running = [each for each in gave if each.ended_on is None]
    ended = [each for each in gave if each.ended_on is not None]
    kept = words[0].restriction if words else ""
    for each in words:
        if any(_said_with(each, o) for o in running) or not any(_comes_from(each, o) for o in ended):
            if each is not words[0]:
                say(act, row=row, words=replace(_as_said(each), restriction=kept))
            return
    unknown = ResponsibilityWords(ParentalResponsibility.UNKNOWN, restriction=kept)
    say(act, row=row, words=unknown)


def _said_with(said: Responsibility, order: Order) -> bool:
    """Whether a word was said in the deed that recorded an order, by reason of it."""
    return said.said_at == order.said_at and said.source == GIVES_RESPONSIBILITY.get(OrderKind(order.kind))


def _comes_from(said: Responsibility, order: Order) -> bool:
    """Whether a word was said with an order that has ended, or while it ran, of its source or of none that is named."""
    if _said_with(said, order):
        return True
    source = GIVES_RESPONSIBILITY.get(OrderKind(order.kind))
    ran = order.end_said_at is not None and order.said_at < said.said_at < order.end_said_at
    return ran and said.held in HELD and said.source in {"", source}


def _as_said(row: Responsibility) -> ResponsibilityWords:
    return ResponsibilityWords(
        ParentalResponsibility(row.held),
        Source(row.source) if row.source else None,
        row.began_on,
        row.ended_on,
        row.evidence,
        row.seen_on,
        row.restriction,
        row.seen_by,
    )
