"""How the deeds of a consultation are made ready, and where what they did can be read."""

from typing import Any
from uuid import UUID

from django.urls import reverse

from alongside.access.words import NotThere
from alongside.consultations import chaining
from alongside.consultations.words import Task
from tests.journey import page_of
from tests.people import Cast

__all__ = ["address", "boxes", "page_of", "place_of"]


def place_of(cast: Cast, consultation_id: UUID, name: str) -> str:
    """The address of a consultation's page; of one for each person asked, the first's."""
    if name not in Task.values:
        return reverse(f"consultations:{name}", args=[consultation_id])
    try:
        person = page_of(cast, consultation_id).person
    except NotThere:  # of what does not exist, an address of the same shape
        return chaining.address_of(Task(name), consultation_id, consultation_id)
    return chaining.address_of(Task(name), consultation_id, person.id if person else None)


def address(name: str):
    """The address of one of a consultation's pages, for a deed that is ready."""

    def of(cast: Cast, words: dict[str, Any]) -> str:
        return place_of(cast, words["consultation_id"], name)

    return of


def boxes(name: str, on) -> dict[str, str]:
    """A day as it is typed into its boxes."""
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}
