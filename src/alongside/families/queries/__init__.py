"""The reads of families; this is their door."""

from alongside.families.queries.facts import (
    FamilyFacts,
    family_facts,
    list_responsibilities_on,
    open_family_facts,
    responsibilities_on,
)
from alongside.families.queries.family import PeoplePage, list_words_on, open_people
from alongside.families.queries.people import (
    AdultCard,
    ChildCard,
    ChildPage,
    adult_of,
    adults_of,
    child,
    children,
    children_of,
    list_adults,
    list_children,
    may_be_written_to,
    names_known,
    open_adult,
    open_child,
    reader_of,
)

__all__ = [
    "AdultCard",
    "ChildCard",
    "ChildPage",
    "FamilyFacts",
    "PeoplePage",
    "adult_of",
    "adults_of",
    "child",
    "children",
    "children_of",
    "family_facts",
    "list_adults",
    "list_children",
    "list_responsibilities_on",
    "list_words_on",
    "may_be_written_to",
    "names_known",
    "open_adult",
    "open_child",
    "open_family_facts",
    "open_people",
    "reader_of",
    "responsibilities_on",
]
