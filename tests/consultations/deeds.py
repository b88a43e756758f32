"""How the deeds of a consultation are made ready, and where what they did can be read."""

from typing import Any
from uuid import UUID

from django.urls import reverse

from alongside.consultations import queries
from alongside.consultations.queries import ConsultationPage
from tests.people import Cast


def page_of(cast: Cast, consultation_id: UUID) -> ConsultationPage:
    """The consultation as Amira reads it."""
    return queries.open_consultation(cast.amira.ctx(), consultation_id=consultation_id)


def address(name: str):
    """The address of one of a consultation's pages."""

    def of(cast: Cast, words: dict[str, Any]) -> str:
        return reverse(f"consultations:{name}", args=[words["consultation_id"]])

    return of


def boxes(name: str, on) -> dict[str, str]:
    """A day as it is typed into its boxes."""
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}
