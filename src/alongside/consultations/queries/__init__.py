"""The reads of consultations; this is their door."""

from alongside.consultations.cards import (
    LookAgain,
    OutcomeCard,
    PersonCard,
    SentCard,
    SlipCard,
    SpokenCard,
    StepCard,
    TalkCard,
)
from alongside.consultations.narrowing import Sought
from alongside.consultations.queries.changes import ChangedPage, SharedCard, open_changed
from alongside.consultations.queries.lines import (
    ConsultationLine,
    NamelessLine,
    list_asked_again_by_name,
    list_asked_without_names,
    list_begun,
    list_consultations_about,
    list_these_consultations,
)
from alongside.consultations.queries.lists import (
    ConsultationList,
    ListedLine,
    Narrowings,
    list_consultations,
    list_narrowings,
    list_to_export,
)
from alongside.consultations.queries.opening import (
    ConsultationPage,
    TogetherCard,
    begun_together,
    continue_consultation,
    family_of,
    find_alike,
    open_consultation,
    sharing_of,
)

__all__ = [
    "ChangedPage",
    "ConsultationLine",
    "ConsultationList",
    "ConsultationPage",
    "ListedLine",
    "LookAgain",
    "NamelessLine",
    "Narrowings",
    "OutcomeCard",
    "PersonCard",
    "SentCard",
    "SharedCard",
    "SlipCard",
    "Sought",
    "SpokenCard",
    "StepCard",
    "TalkCard",
    "TogetherCard",
    "begun_together",
    "continue_consultation",
    "family_of",
    "find_alike",
    "list_asked_again_by_name",
    "list_asked_without_names",
    "list_begun",
    "list_consultations",
    "list_consultations_about",
    "list_narrowings",
    "list_these_consultations",
    "list_to_export",
    "open_changed",
    "open_consultation",
    "sharing_of",
]
