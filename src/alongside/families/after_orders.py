"""What the orders in force make of what was said of parental responsibility. Pure (rulebook 4.2).

A word says what is known of one person without any order about it. What an order keeps them from is read beside it, as
long as the order runs: nothing is copied, so nothing is to be undone when it ends.
"""

from collections.abc import Sequence
from dataclasses import replace

from alongside.families.rules import HeldResponsibility, OrderFact


def after_orders(held: HeldResponsibility, *, orders: Sequence[OrderFact]) -> HeldResponsibility:
    """What stands of a word on one person, under the orders in force on a day (`rules.running`)."""
    by_orders = (order.restricts for order in orders if order.restricted_id == held.adult_id)
    told = dict.fromkeys(words for words in (held.restriction, *by_orders) if words)
    return replace(held, restriction=" ".join(told))
