"""What is on record of who may decide about a child, in sentences: parental responsibility, and the orders. Pure."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from alongside.families.genogram_words import day
from alongside.families.rules import HeldResponsibility, OrderFact
from alongside.families.words import Life, OrderKind

NONE_IN_FORCE, NOT_NAMED = "None was said to be in force", "somebody not named here"


def holder_title(held: HeldResponsibility) -> str:
    """Whose parental responsibility it is, and what they are to the child; an agency is nothing to the child."""
    return f"{held.holder} ({held.relation.label.lower()})" if held.relation else held.holder


def holder_words(held: HeldResponsibility) -> str:
    """What is known of one person's, or one agency's, parental responsibility."""
    told = ["Has died."] if held.life is Life.DIED else []
    told.append(f"Parental responsibility: {held.held.label.lower()}.")
    if held.source and held.adult_id:
        told.append(f"{held.source.label}.")
    if held.order_kind:
        told.append(f"{held.order_kind.label}: the agency shares it with the parents.")
    if held.began_on:
        told.append(f"Since {day(held.began_on)}.")
    if held.ended_on:
        told.append(f"Until {day(held.ended_on)}.")
    if held.restriction:
        told.append(f"Restricted: {held.restriction}")
    return " ".join(told)


def seen_words(fact: HeldResponsibility | OrderFact, seen_by: Mapping[UUID, str]) -> str:
    """On what evidence it stands, and who saw that; empty where nothing was said of any."""
    if fact.seen_on and fact.seen_by:
        what = f"{fact.evidence}, seen" if fact.evidence else "Seen"
        return f"{what} by {seen_by.get(fact.seen_by, 'a colleague')} on {day(fact.seen_on)}."
    return f"{fact.evidence}." if fact.evidence else ""


def order_title(order: OrderFact) -> str:
    """Which order it is."""
    return NONE_IN_FORCE if order.kind is OrderKind.NONE else order.kind.label


def order_words(order: OrderFact, *, names: Mapping[UUID, str], seen_by: Mapping[UUID, str]) -> str:
    """What is known of one order. `names` are those of the adults whom it may name."""
    if order.kind is OrderKind.NONE:
        return "Somebody asked."
    return " ".join(_order(order, names, seen_by))


def _order(order: OrderFact, names: Mapping[UUID, str], seen_by: Mapping[UUID, str]) -> Iterable[str]:
    if order.authority:
        yield f"{order.authority}."
    if order.holder_id:
        yield f"In favour of {names.get(order.holder_id, NOT_NAMED)}."
    if order.made_on:
        yield f"Made {day(order.made_on)}."
    if order.ends_on:
        yield f"Until {day(order.ends_on)}."
    if order.restricted_id:
        yield f"It restricts {names.get(order.restricted_id, NOT_NAMED)}."
    if order.restricts:
        yield f"It says: {order.restricts}"
    yield (seen_words(order, seen_by) if order.seen_on else "") or "Nobody here has seen it."
    if order.ended_on:
        yield f"Ended {day(order.ended_on)}."
