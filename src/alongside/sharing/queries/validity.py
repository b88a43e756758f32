"""Whether what a decision rested on still holds: computed on reading, whatever has run since."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.access.gate import Look, reads
from alongside.access.words import NotThere, Ref
from alongside.consent import queries as consent
from alongside.consent.rules import state_of
from alongside.consent.words import State
from alongside.reliance import queries as reliance
from alongside.reliance.queries import ChangeCard
from alongside.reliance.words import Change
from alongside.sharing.models import Decision, Disclosure
from alongside.sharing.words import Right

LISTED_MOST = 100


@dataclass(frozen=True, slots=True)
class RunOut:
    """An agreement under a decision that has run out."""

    giver: str
    review_by: date


@dataclass(frozen=True, slots=True)
class ChangedSince:
    """A change under something that was decided or shared in a matter, and whom that was for."""

    recipient: str
    changed: ChangeCard


@reads(Right.DECISION_OPEN)
def list_changed_since(look: Look, *, arising_from: Ref) -> tuple[ChangedSince, ...]:
    """What changed under all that was decided and shared in a matter, superseded decisions too, oldest first."""
    of_it = {"arising_from_kind": arising_from.kind, "arising_from_id": arising_from.id}
    named: dict[UUID, str] = {}
    for model in (Decision, Disclosure):
        found = model.objects.filter(**of_it).order_by("recorded_at", "id")
        named |= dict(found.values_list("id", "recipient_as_named")[:LISTED_MOST])
    changes = reliance.list_changes_of(look, things=tuple(named)) if named else ()
    return tuple(ChangedSince(named[each.thing.id], each) for each in changes)


@reads(Right.DECISION_OPEN)
def list_run_out(look: Look, *, decision_id: UUID) -> tuple[RunOut, ...]:
    """The agreements under a decision past their review date for which no change stands on record. Raises NotThere."""
    row = Decision.objects.filter(id=decision_id).first()
    if row is None:
        raise NotThere
    under = _agreements_under(look, decision_id)
    changed = reliance.list_changes_of(look, things=[decision_id])
    told = {each.fact.id for each in changed if each.change is Change.CONSENT_LAPSED}
    answers = consent.list_answers(look, arising_from=Ref(row.arising_from_kind, row.arising_from_id))
    return tuple(
        RunOut(answer.giver, answer.due.on)
        for answer in answers
        if answer.id in under - told
        and answer.due is not None
        and state_of(answer, at=look.now) is State.UNDER_REVIEW
    )


def _agreements_under(look: Look, decision_id: UUID) -> set[UUID]:
    """The agreements on which a decision rests now: an earlier one that a later yes carries stands for nothing."""
    found: set[UUID] = set()
    step = _on(look, decision_id)
    while step:
        carried = {each: _on(look, each) - found for each in step}
        found |= {each for each, later in carried.items() if not later}
        step = set().union(*carried.values())
    return found


def _on(look: Look, thing: UUID) -> set[UUID]:
    return {fact.id for fact in reliance.list_facts_under(look, thing=thing) if fact.kind == "consent"}
