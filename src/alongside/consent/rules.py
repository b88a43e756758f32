"""The rules of consent, by what they decide: who may give it, where a record stands, what it covers. Pure."""

from alongside.consent.covering import (
    Coverage,
    Gap,
    Piece,
    Settled,
    carried,
    coverage,
)
from alongside.consent.giving import (
    Assessed,
    Facts,
    Permission,
    Person,
    about_adult,
    has_reached,
    who_may_give,
)
from alongside.consent.lasting import latest, noes_to, reaches_further, who
from alongside.consent.outlasting import still_stands
from alongside.consent.standing import (
    LONGEST_REVIEW,
    Answer,
    Event,
    Runs,
    hl7_code,
    review_due,
    runs,
    says_no,
    state_of,
    taken_back,
)

__all__ = [
    "LONGEST_REVIEW",
    "Answer",
    "Assessed",
    "Coverage",
    "Event",
    "Facts",
    "Gap",
    "Permission",
    "Person",
    "Piece",
    "Runs",
    "Settled",
    "about_adult",
    "carried",
    "coverage",
    "has_reached",
    "hl7_code",
    "latest",
    "noes_to",
    "reaches_further",
    "review_due",
    "runs",
    "says_no",
    "state_of",
    "still_stands",
    "taken_back",
    "who",
    "who_may_give",
]
