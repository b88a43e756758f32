"""What can be owed: each kind says from which rule it comes, by when it falls due, and which deed discharges it.

A new obligation is a new row of `KINDS`, not a new table.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.db.models import TextChoices


class Owed(TextChoices):
    OUTCOME = "outcome", "Record what was decided"
    TELL_FAMILY = "tell_family", "Tell the family what was decided"
    CONFIRM_NOTE = "confirm_note", "Confirm or correct the note of what you advised"
    COUNTERSIGN = "countersign", "Countersign a decision not to share"
    DECIDE_AGAIN = "decide_again", "Decide again: a safeguarding lead sent your decision back"


class Unit(StrEnum):
    WORKING_DAYS = "working_days"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of duty as data: who owes it, by when, from which source, and what discharges it."""

    owed: Owed
    debtor: str
    amount: int
    unit: Unit
    source: str
    discharged_by: str


KINDS: dict[Owed, Kind] = {
    kind.owed: kind
    for kind in (
        Kind(
            Owed.OUTCOME,
            "whoever asked",
            5,
            Unit.WORKING_DAYS,
            "All consultations should be recorded (practice guide); five working days is a local rule.",
            "consultations.record_outcome",
        ),
        Kind(
            Owed.TELL_FAMILY,
            "whoever asked",
            5,
            Unit.WORKING_DAYS,
            "Families are informed of outcomes and decisions (practice guide); five working days is a local rule.",
            "consultations.record_telling",
        ),
        Kind(
            Owed.CONFIRM_NOTE,
            "whoever was asked",
            2,
            Unit.WORKING_DAYS,
            "Different but equally valid knowledge (practice guide): the adviser confirms or corrects the note. "
            "Two working days is a local rule.",
            "consultations.give_view",
        ),
        Kind(
            Owed.COUNTERSIGN,
            "a safeguarding lead of the agency that decided",
            1,
            Unit.WORKING_DAYS,
            "Guard G1: a decision not to share where there is a harm concern needs a second person. A local safety rule.",
            "sharing.countersign_refusal",
        ),
        Kind(
            Owed.DECIDE_AGAIN,
            "whoever decided",
            1,
            Unit.WORKING_DAYS,
            "Guard G1: a refusal that is not countersigned must be thought about again. A local safety rule.",
            "sharing.decide",
        ),
    )
}


class Right(StrEnum):
    DUTY_LIST = "duty:list"


class Leaf(StrEnum):
    DUTY_OWED = "duty:owed"
    DUTY_DISCHARGED = "duty:discharged"
