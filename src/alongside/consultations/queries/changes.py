"""What rested on a fact that has changed, with what was shared on it."""

from dataclasses import dataclass
from uuid import UUID

from alongside.access.gate import Look, reads
from alongside.access.words import Answered, NotThere, Ref
from alongside.cases import queries as cases
from alongside.consent import queries as consents
from alongside.consultations.words import Right
from alongside.duties import queries as duties
from alongside.duties.words import Owed
from alongside.reliance import queries as reliance
from alongside.reliance.queries import ChangeCard, StopCard
from alongside.reliance.words import HOLDS
from alongside.sharing import queries as sharing
from alongside.sharing.queries import DisclosurePage


@dataclass(frozen=True, slots=True)
class SharedCard:
    """Something that was shared on it, and what was said to whoever has it; `stop` is None where nothing was."""

    shared: DisclosurePage
    stop: StopCard | None


@dataclass(frozen=True, slots=True)
class ChangedPage:
    """One change as its owner settles it. `decision_id` is None where no decision rested on it."""

    changed: ChangeCard
    arising_from: Ref
    decision_id: UUID | None
    child: str
    recipient: str
    shared: tuple[SharedCard, ...]
    shared_after: tuple[SharedCard, ...]  # once it held no longer, while nobody here knew yet (rulebook 4.5)
    may_settle: Answered
    to_tell: Answered  # whether it is owed to tell whoever changed their mind that it is kept
    told_whom: str  # who took back what it rested on; empty where it was something else


@reads(Right.CONSULTATION_OPEN)
def open_changed(look: Look, *, changed_id: UUID) -> ChangedPage:
    """What rested on a fact that changed, whom it went to, and what stands. Raises NotThere."""
    page = reliance.open_change(look, changed_id=changed_id)
    things = (page.changed.thing, *(each.thing for each in page.together))
    keys = frozenset(each.id for each in things)
    stops = {each.thing.id: each for each in page.stops}
    shared = sorted(
        sharing.list_these_disclosures(look, ids=keys), key=lambda each: (each.disclosed_at, each.id)
    )
    decision = next(iter(sharing.list_these_decisions(look, ids=keys)), None)
    about = decision or (shared[0] if shared else None)
    if about is None:
        raise NotThere
    cards = tuple(SharedCard(each, stops.get(each.id)) for each in shared)
    return ChangedPage(
        changed=page.changed,
        arising_from=about.arising_from,
        decision_id=decision.id if decision else None,
        child=about.child,
        recipient=about.recipient,
        shared=tuple(each for each in cards if not _came_after(each, page.changed)),
        shared_after=tuple(each for each in cards if _came_after(each, page.changed)),
        may_settle=_may_settle(look, page.changed),
        to_tell=_to_tell(look, page.changed),
        told_whom=_whose(look, page.changed.fact),
    )


def _came_after(card: SharedCard, changed: ChangeCard) -> bool:
    """Whether it was shared when what it rested on had ended: a withdrawal takes effect from its moment (rulebook 4.5).

    Whoever shared it could not know. It is not called right, and it is nobody's fault.
    """
    return changed.change in HOLDS and card.shared.disclosed_at > changed.happened_at


def _may_settle(look: Look, changed: ChangeCard) -> Answered:
    """Whether it is open, and the case is this person's own; a safeguarding lead reads it."""
    if changed.settled is not None:
        return Answered.NO
    if changed.case_id is None:
        return Answered.YES if changed.owner_membership_id == look.ctx.membership_id else Answered.NO
    try:
        cases.case_head(look, case_id=changed.case_id)
    except NotThere:
        return Answered.NO
    return Answered.YES


def _to_tell(look: Look, changed: ChangeCard) -> Answered:
    owed = duties.list_duties_from(look, arising_from=Ref("relied_fact", changed.id))
    return Answered.YES if any(each.kind is Owed.TELL_WHAT_BECAME for each in owed) else Answered.NO


def _whose(look: Look, fact: Ref) -> str:
    records = consents.list_these_records(look, ids=frozenset({fact.id})) if fact.kind == "consent" else ()
    return records[0].giver if records else ""
