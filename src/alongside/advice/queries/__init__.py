"""The reads of the side that is asked; this is their door."""

from alongside.advice.queries.inbox import InboxItem, ViewCard, has_answer, list_views, open_inbox_item
from alongside.advice.queries.lines import LineWaiting, list_my_lines

__all__ = [
    "InboxItem",
    "LineWaiting",
    "ViewCard",
    "has_answer",
    "list_my_lines",
    "list_views",
    "open_inbox_item",
]
