"""What the orders in force, and the time before birth, make of what was said of parental responsibility. Pure (4.2, E6).

A word says what is known of one person without any order about it. What an order keeps them from, and what an adoption
order ends, is read beside it as long as the order runs: nothing is copied, so nothing is to be undone when it ends.
"""

from collections.abc import Sequence
from dataclasses import replace

from alongside.families.rules import HELD, HeldResponsibility, OrderFact
from alongside.families.words import OrderKind, ParentalResponsibility, Source

# By these somebody may come to hold it after an adoption; whatever else gives it did so before, or gives it to an adopter.
GAINED_SINCE = frozenset(
    {
        Source.AGREEMENT,
        Source.COURT_ORDER,
        Source.LIVES_WITH_ORDER,
        Source.SPECIAL_GUARDIANSHIP,
        Source.GUARDIAN,
        Source.ADOPTION,
    }
)


def after_orders(held: HeldResponsibility, *, orders: Sequence[OrderFact]) -> HeldResponsibility:
    """What stands of a word on one person, under the orders in force on a day (`rules.running`)."""
    for order in orders:
        if order.kind is OrderKind.ADOPTION and held.adult_id not in {order.holder_id, order.beside_id}:
            held = _left_by_adoption(held, order)
    by_orders = (order.restricts for order in orders if order.restricted_id == held.adult_id)
    told = dict.fromkeys(words for words in (held.restriction, *by_orders) if words)
    return replace(held, restriction=" ".join(told))


def _left_by_adoption(held: HeldResponsibility, adoption: OrderFact) -> HeldResponsibility:
    """An adoption order ends what everybody else held before it (Adoption and Children Act 2002 s.46(2)).

    It ends it whenever it was said, until the order itself is said to have been a mistake. While nobody has seen the
    order, what was said before it is not known; what is said afterwards is said in knowledge of it, and stands.
    """
    if adoption.seen_on is not None:
        if _was_gained_since(held, adoption):
            return held
        ended_on = min(filter(None, (held.ended_on, adoption.made_on)), default=None)
        return replace(held, held=ParentalResponsibility.NO, ended_on=ended_on)
    if held.held not in HELD or (held.said_at and held.said_at > adoption.said_at):
        return held
    return _only(held, ParentalResponsibility.UNKNOWN)


def before_birth(held: HeldResponsibility) -> HeldResponsibility:
    """Nobody holds any for a child who is not born, whatever was said: it is asked anew at the birth (E6)."""
    return _only(held, ParentalResponsibility.NO)


def _only(held: HeldResponsibility, word: ParentalResponsibility) -> HeldResponsibility:
    """A word without anything on which what was said rested."""
    return replace(
        held,
        held=word,
        source=None,
        began_on=None,
        ended_on=None,
        evidence="",
        seen_on=None,
        seen_by=None,
    )


def _was_gained_since(held: HeldResponsibility, adoption: OrderFact) -> bool:
    """Whether a word says of a day, and of a way, by which somebody came to hold it after an adoption."""
    if held.source not in GAINED_SINCE or held.began_on is None or adoption.made_on is None:
        return False
    return held.began_on >= adoption.made_on
