"""The reads of consultations; this is their door."""

from alongside.consultations.cards import (
    OutcomeCard,
    PersonCard,
    SentCard,
    SlipCard,
    SpokenCard,
    StepCard,
    TalkCard,
)
from alongside.consultations.queries.lists import (
    ConsultationLine,
    ConsultationList,
    NamelessLine,
    list_asked_without_names,
    list_consultations,
    list_consultations_about,
    list_these_consultations,
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
    "ConsultationLine",
    "ConsultationList",
    "ConsultationPage",
    "NamelessLine",
    "OutcomeCard",
    "PersonCard",
    "SentCard",
    "SlipCard",
    "SpokenCard",
    "StepCard",
    "TalkCard",
    "TogetherCard",
    "begun_together",
    "continue_consultation",
    "family_of",
    "find_alike",
    "list_asked_without_names",
    "list_consultations",
    "list_consultations_about",
    "list_these_consultations",
    "open_consultation",
    "sharing_of",
]
