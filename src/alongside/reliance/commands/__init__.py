"""The writes of reliance; this is their door."""

from alongside.reliance.commands.answering import acknowledge_stop, confirm_retraction
from alongside.reliance.commands.changing import count_lapses, fact_changed, notice_lapses
from alongside.reliance.commands.following import Own, days_changed, follow, follow_no_longer
from alongside.reliance.commands.resting import hand_over, let_rest, pass_on, rest
from alongside.reliance.commands.settling import settle_change, tell_what_became

__all__ = [
    "Own",
    "acknowledge_stop",
    "confirm_retraction",
    "count_lapses",
    "days_changed",
    "fact_changed",
    "follow",
    "follow_no_longer",
    "hand_over",
    "let_rest",
    "notice_lapses",
    "pass_on",
    "rest",
    "settle_change",
    "tell_what_became",
]
