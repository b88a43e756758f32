"""The reads of the family's part, one file per kind of page; this is their door."""

from alongside.involvement.queries.notices import (
    MyNotice,
    NoticeCard,
    list_my_notices,
    list_notices,
    list_notices_about,
    may_be_told,
    notices,
    open_notice,
)
from alongside.involvement.queries.tellings import (
    PartCard,
    TellingCard,
    last_review_day,
    list_earlier_words,
    list_parts,
    list_tellings,
    list_these_tellings,
    open_review,
    open_withholding,
    parts,
    review_by,
    tellings,
)
from alongside.involvement.queries.withheld import list_kept_from, may_read, withheld_generally

__all__ = [
    "MyNotice",
    "NoticeCard",
    "PartCard",
    "TellingCard",
    "last_review_day",
    "list_earlier_words",
    "list_kept_from",
    "list_my_notices",
    "list_notices",
    "list_notices_about",
    "list_parts",
    "list_tellings",
    "list_these_tellings",
    "may_be_told",
    "may_read",
    "notices",
    "open_notice",
    "open_review",
    "open_withholding",
    "parts",
    "review_by",
    "tellings",
    "withheld_generally",
]
