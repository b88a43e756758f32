"""The rules of consent, by what they decide: who may give it, where a record stands, what it covers. Pure."""

from alongside.consent.covering import (
    Coverage,
    Gap,
    Piece,
    Settled,
    coverage,
    latest,
    who,
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
    says_no,
    state_of,
    taken_back,
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
    "birthday",
    "coverage",
    "has_reached",
    "hl7_code",
    "latest",
    "review_due",
    "says_no",
    "state_of",
    "taken_back",
    "who",
    "who_may_give",
]
