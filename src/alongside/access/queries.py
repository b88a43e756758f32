"""What a person may ask about access itself: a kept draft, who oversees an agency, why a row is visible."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.apps import apps
from django.db import connections

from alongside.access import policy
from alongside.access.gate import Act, Look, finds, reads
from alongside.access.models import Draft, Grant
from alongside.access.routing import READER
from alongside.access.sqlite import wall
from alongside.access.words import Answered, GrantKind


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """Text typed on a page and not yet submitted."""

    words: dict[str, list[str]]
    kept_at: datetime


@reads("draft:find")
def find_draft(look: Look, *, page: str) -> KeptDraft | None:
    """The text this person typed on a page and did not submit; None where there is none or it has expired."""
    draft = Draft.objects.filter(page=page, until_at__gt=look.now).first()
    return KeptDraft(draft.words, draft.kept_at) if draft else None


@reads("access:why")
def why_visible(look: Look, *, label: str, key: UUID) -> tuple[str, ...]:
    """The sentences of the rule that let this person see a row; empty where it does not exist for them."""
    table = policy.TABLES[label]
    name = apps.get_model(label)._meta.db_table  # noqa: SLF001
    reasons = []
    with connections[READER].cursor() as cursor:
        for clause in policy.clauses_for(table):
            rule = wall.view_rule(table, clauses=(clause,))
            cursor.execute(f'SELECT 1 FROM main."{name}" r WHERE r.id = %s AND {rule}', [wall.stored(key)])  # noqa: S608
            if cursor.fetchone():
                reasons.append(clause.why)
    return tuple(reasons)


@reads("access:oversees")
def oversees(look: Look, *, agency_id: UUID) -> Answered:  # noqa: ARG001 - the wall's own set answers
    """Whether this person oversees safeguarding in an agency now."""
    with connections[READER].cursor() as cursor:
        cursor.execute(
            "SELECT 1 FROM temp.wall_overseen w WHERE w.token = wall_token() AND w.id = %s", [wall.stored(agency_id)]
        )
        return Answered.YES if cursor.fetchone() else Answered.NO


@finds
def overseers(act: Act, *, agency_id: UUID) -> tuple[UUID, ...]:
    """The memberships that oversee safeguarding in an agency at this instant, longest-standing first."""
    return tuple(
        Grant.objects.filter(
            kind=GrantKind.OVERSIGHT, agency_id=agency_id, from_at__lte=act.now, until_at__gt=act.now
        ).order_by("from_at").values_list("membership_id", flat=True)[:20]
    )
