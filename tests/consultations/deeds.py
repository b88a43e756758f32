"""How the deeds of a consultation are made ready, and where what they did can be read."""

from typing import Any
from uuid import UUID

from django.urls import reverse

from alongside.consultations import chaining
from alongside.consultations.words import Task
from tests.journey import asked_in, page_of
from tests.people import Cast

__all__ = ["address", "boxes", "page_of", "place_of"]


def place_of(consultation_id: UUID, name: str) -> str:
    """The address of a consultation's page; of one for each person asked, the first's (or one of the same shape)."""
    if name not in Task.values:
        return reverse(f"consultations:{name}", args=[consultation_id])
    asked = asked_in(consultation_id)
    return chaining.address_of(Task(name), consultation_id, asked[0].id if asked else consultation_id)


def address(name: str):
    """The address of one of a consultation's pages, for a deed that is ready."""

    def of(cast: Cast, words: dict[str, Any]) -> str:
        return place_of(words["consultation_id"], name)

    return of


def boxes(name: str, on) -> dict[str, str]:
    """A day as it is typed into its boxes."""
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}
