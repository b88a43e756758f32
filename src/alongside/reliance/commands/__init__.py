"""The writes of reliance; this is their door."""

from alongside.reliance.commands.answering import acknowledge_stop, confirm_retraction
from alongside.reliance.commands.changing import count_lapses, fact_changed, notice_lapses
from alongside.reliance.commands.resting import let_rest, pass_on, renew, rest
from alongside.reliance.commands.settling import settle_change

__all__ = [
    "acknowledge_stop",
    "confirm_retraction",
    "count_lapses",
    "fact_changed",
    "let_rest",
    "notice_lapses",
    "pass_on",
    "renew",
    "rest",
    "settle_change",
]
