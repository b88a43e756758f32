"""What is on record of who may decide is looked for before somebody decides a disagreement (rulebook E1, S06)."""

from uuid import UUID

from alongside.access import commands as access
from alongside.access.gate import Act, writes
from alongside.access.words import Ref, Refused
from alongside.consent.models import Disagreement
from alongside.consent.words import Leaf, Right
from alongside.families import queries as families

LOOK_FIRST = (
    "Look first whether a court order says who decides. It could bar one of them. “Look for court orders” is on the "
    "page of this disagreement."
)
LOOK_AGAIN = (
    "What is on record of orders or of parental responsibility has changed since you looked. Look again."
)


@writes(Right.DISAGREEMENT_RESOLVE)
def look_for_orders(act: Act, *, disagreement_id: UUID) -> UUID:
    """Write down with a disagreement which orders are in force on record, and who holds parental responsibility.

    For a safeguarding lead, who decides on it and does not open the family's record. Raises NotThere for anybody else,
    and Refused once it was decided: what was decided on stays as it was.
    """
    act.admit("consent.Disagreement", disagreement_id)
    row = Disagreement.objects.get(id=disagreement_id)
    access.require_oversight(act, agency_id=row.agency_id)
    if row.resolved_at is not None:
        raise Refused("This was decided already. Read what was decided.")
    row.orders_found, row.holders_found = _on_record(act, row)
    row.orders_looked_for_at, row.orders_looked_for_by_id = act.now, act.ctx.membership_id
    row.save()
    act.note(Leaf.ORDERS_LOOKED_FOR, about=Ref("disagreement", row.id))
    return row.id


def refuse_unlooked(act: Act, *, row: Disagreement, words: str) -> None:
    """Raise Refused unless this person has looked, what is on record still is as they found it, and they say of it."""
    if row.orders_looked_for_by_id != act.ctx.membership_id:
        raise Refused(LOOK_FIRST, field="orders_checked")
    if (row.orders_found, row.holders_found) != _on_record(act, row):
        raise Refused(LOOK_AGAIN, field="orders_checked")
    if row.orders_found and not words:
        raise Refused(
            "Something is on record of orders. Say what it means for who decides here.", field="orders_words"
        )


def _on_record(act: Act, row: Disagreement) -> tuple[list[list[str]], list[list[str]]]:
    found = families.who_decides(act, child_id=row.about_child_id)
    return [[each.title, each.told] for each in found.orders], [
        [each.title, each.told] for each in found.holders
    ]
