"""Whose no was weighed where two people disagreed, and what was decided: what they are owed to read (rulebook E1)."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from alongside.access.gate import Act, finds
from alongside.access.words import Answered, Ref
from alongside.consent import reading
from alongside.consent.models import Consent, ConsentChange, Disagreement
from alongside.consent.queries.answers import answers
from alongside.consent.words import Change, Status, Verdict


@dataclass(frozen=True, slots=True)
class Objector:
    """Somebody who said no, or took a yes back. `adult_id` is None for the child."""

    adult_id: UUID | None
    name: str


@dataclass(frozen=True, slots=True)
class Objected:
    """A disagreement that was decided, and who said no in it, as far as they are on record.

    `stands` is "no" once something was said or found since by which it stands no longer.
    """

    child_id: UUID
    matter: Ref
    recipient: str
    verdict: Verdict
    stands: Answered
    objectors: tuple[Objector, ...]


@finds
def objected(act: Act, *, disagreement_id: UUID) -> Objected:
    """What was decided and who said no, for a deed that was admitted to the disagreement."""
    row = Disagreement.objects.get(id=disagreement_id, resolved_at__isnull=False)
    back = ConsentChange.objects.filter(
        consent=OuterRef("pk"), change=Change.WITHDRAWN, recorded_at__lte=row.resolved_at
    )
    refused = Consent.objects.filter(
        Q(status=Status.REFUSED) | Exists(back), id__in=row.answers, giver_responsibility=""
    )
    matter = Ref(row.arising_from_kind, row.arising_from_id)
    stands = reading.stands_of(row, answers(act, arising_from=matter), act.now)
    return Objected(
        child_id=row.about_child_id,
        matter=matter,
        recipient=row.recipient_as_named,
        verdict=Verdict(row.verdict),
        stands=stands or Answered.NO,
        objectors=tuple(
            Objector(each.giver_adult_id, each.giver_as_named)
            for each in refused.order_by("recorded_at", "id")[:10]
        ),
    )
