"""The rules of consent, by what they decide: who may give it, where a record stands, what it covers. Pure."""

from alongside.consent.covering import (
    Coverage,
    Gap,
    Piece,
    Settled,
    agreed_to_help,
    coverage,
    latest,
)
from alongside.consent.giving import (
    Assessed,
    Facts,
    Permission,
    Person,
    about_adult,
    birthday,
    has_reached,
    who_may_give,
)
from alongside.consent.standing import (
    LONGEST_REVIEW,
    Answer,
    Due,
    Event,
    hl7_code,
    review_due,
    state_of,
)

__all__ = [
    "LONGEST_REVIEW",
    "Answer",
    "Assessed",
    "Coverage",
    "Due",
    "Event",
    "Facts",
    "Gap",
    "Permission",
    "Person",
    "Piece",
    "Settled",
    "about_adult",
    "agreed_to_help",
    "birthday",
    "coverage",
    "has_reached",
    "hl7_code",
    "latest",
    "review_due",
    "state_of",
    "who_may_give",
]
