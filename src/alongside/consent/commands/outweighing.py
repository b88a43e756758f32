"""What a no, or a word on who decides, means for whatever rests on somebody else's yes (rulebook E1, E27)."""

from uuid import UUID

from alongside.access.gate import Act
from alongside.access.words import Ref, Standing
from alongside.consent import reading
from alongside.consent.models import Consent
from alongside.consent.reading import Moment, who_said
from alongside.consent.rules import Facts, Piece, carried
from alongside.families import queries as families
from alongside.reliance import commands as reliance
from alongside.reliance.words import Change as Relied

Carried = frozenset[tuple[UUID, Piece]]


def carried_now(act: Act, *, child_id: UUID) -> Carried:
    """Each agreement about a child with every kind of thing that may go on it now, as a deed finds it before it is done."""
    moment = Moment.now(act.now)
    newest = reading.rows_of(moment=moment).filter(about_child_id=child_id).reverse()
    rows = tuple(reversed(newest[: reading.LISTED_MOST]))
    if not rows:
        return frozenset()
    facts = _facts(act, child_id)
    said = reading.answers_from(rows, facts=facts, moment=moment)
    found: Carried = frozenset()
    for key in dict.fromkeys(row.arising_from_id for row in rows):
        weighed = reading.weighed_in(key, rows, said, facts=facts, moment=moment)
        here = {row.id for row in rows if row.arising_from_id == key}
        found |= carried(
            [a for a in weighed if a.id in here],
            at=act.now,
            settled=reading.settled_of(key, moment=moment),
            elsewhere=[a for a in weighed if a.id not in here],
        )
    return found


def find_outweighed(act: Act, *, child_id: UUID, before: Carried, by: Consent | None = None) -> None:
    """What may go on somebody's yes no longer is held and looked at again: another's no stands against it now.

    `by` is whose word did so; None where it was found who can decide. A later word of the same person on the same
    question is not its business (`following.supersede`).
    """
    lost = {key for key, _ in before - carried_now(act, child_id=child_id)}
    for yes in Consent.objects.filter(id__in=lost).order_by("recorded_at", "id"):
        own = by is not None and who_said(yes) == who_said(by)
        if by is not None and own and (yes.arising_from_id, yes.kind) == (by.arising_from_id, by.kind):
            continue
        change = Relied.CONSENT_WITHDRAWN if own else Relied.CONSENT_OUTWEIGHED
        reliance.fact_changed(act, fact=Ref("consent", yes.id), change=change)


def _facts(act: Act, child_id: UUID) -> Facts:
    """What is known of who decides; a person of the family may not read it, and nothing of it leaves the deed."""
    if act.ctx.standing is Standing.FAMILY:
        return reading.facts_of(*families.facts_of_reading_person(act))
    child = families.child(act, child_id=child_id)
    return reading.facts_of(child, families.family_facts(act, child_id=child_id))
