"""Whether what a decision rested on still holds: computed on reading, whatever has run since."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.access.context import beginning_of
from alongside.access.gate import Look, reads
from alongside.access.words import NotThere, Ref
from alongside.consent import queries as consent
from alongside.consent.rules import Answer, state_of
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
    """The agreements under a decision past their day, of which that is not on record yet. Raises NotThere.

    None for whoever may not know the family's facts, which could have brought the day nearer.
    """
    row = Decision.objects.filter(id=decision_id).first()
    if row is None:
        raise NotThere
    under = _agreements_under(look, decision_id)
    changed = reliance.list_changes_of(look, things=[decision_id])
    lapses = tuple(each for each in changed if each.change is Change.CONSENT_LAPSED)
    answers = consent.list_answers(look, arising_from=Ref(row.arising_from_kind, row.arising_from_id))
    return tuple(
        RunOut(answer.giver, answer.review.on)
        for answer in answers
        if answer.id in under
        and answer.review is not None
        and state_of(answer, at=look.now) is State.UNDER_REVIEW
        and not _is_told(answer, lapses, through=under[answer.id])
    )


def _is_told(answer: Answer, lapses: Sequence[ChangeCard], *, through: Collection[UUID]) -> bool:
    """Whether it was found that this agreement lapsed on its present day; that it did on an earlier one is past."""
    assert answer.lapses_on is not None
    since = beginning_of(answer.lapses_on)
    return any(each.fact.id in through and each.happened_at >= since for each in lapses)


def _agreements_under(look: Look, decision_id: UUID) -> dict[UUID, frozenset[UUID]]:
    """The agreements on which a decision rests now, each with all those through which it does, itself among them.

    An earlier one that a later yes carries stands for nothing by itself; that it ran out is found under its own name.
    """
    found: dict[UUID, frozenset[UUID]] = {}
    for first in _on(look, decision_id):
        later: dict[UUID, set[UUID]] = {}
        step = {first}
        while step:
            later |= {each: _on(look, each) for each in step}
            step = set().union(*(later[each] for each in step)) - set(later)
        for last in (each for each, more in later.items() if not more):
            found[last] = found.get(last, frozenset()) | set(later)
    return found


def _on(look: Look, thing: UUID) -> set[UUID]:
    return {fact.id for fact in reliance.list_facts_under(look, thing=thing) if fact.kind == "consent"}
