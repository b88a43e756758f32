"""The words that were recorded on one person, for the deeds of this room."""

from uuid import UUID

from django.db.models import QuerySet

from alongside.involvement.models import Telling


def words_on(matter_id: UUID, *, adult_id: UUID | None) -> QuerySet[Telling]:
    """Every word on whether one person was told in a matter; `adult_id` is None for the child. The latest stands."""
    rows = Telling.objects.filter(arising_from_id=matter_id)
    return rows.filter(adult_id=adult_id) if adult_id else rows.filter(adult_id__isnull=True)


def is_replaced(row: Telling) -> bool:
    """Whether a later word on the same person stands: what it replaced waits for nobody."""
    others = words_on(row.arising_from_id, adult_id=row.adult_id).exclude(id=row.id)
    return others.filter(recorded_at__gte=row.recorded_at).exists()
