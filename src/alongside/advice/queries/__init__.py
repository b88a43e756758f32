"""The reads of the side that is asked; this is their door."""

from alongside.advice.queries.copies import CopyPage, KeptCopy, open_copy
from alongside.advice.queries.inbox import (
    AskedBackCard,
    InboxItem,
    ReplyCard,
    TakenQuestion,
    ViewCard,
    has_answer,
    list_asked_back,
    list_my_inbox,
    list_views,
    open_inbox_item,
)
from alongside.advice.queries.lines import (
    HandOnPage,
    LinePage,
    LineWaiting,
    QuestionLine,
    SentState,
    list_my_lines,
    list_overseen_lines,
    list_sent_states,
    open_handing_on,
    open_line,
)

__all__ = [
    "AskedBackCard",
    "CopyPage",
    "HandOnPage",
    "InboxItem",
    "KeptCopy",
    "LinePage",
    "LineWaiting",
    "QuestionLine",
    "ReplyCard",
    "SentState",
    "TakenQuestion",
    "ViewCard",
    "has_answer",
    "list_asked_back",
    "list_my_inbox",
    "list_my_lines",
    "list_overseen_lines",
    "list_sent_states",
    "list_views",
    "open_copy",
    "open_handing_on",
    "open_inbox_item",
    "open_line",
]
