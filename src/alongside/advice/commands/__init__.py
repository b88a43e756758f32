"""The writes of the side that is asked, one file per deed; this is their door."""

from alongside.advice.commands.answering import GivenView, give_view
from alongside.advice.commands.asking_back import ask_back, reply
from alongside.advice.commands.handing_on import HandedQuestion, hand_on_question
from alongside.advice.commands.queueing import (
    QueuedQuestion,
    queue_question,
    reaches,
    settle_spoken,
    take_question,
    withdraw_sent,
)

__all__ = [
    "GivenView",
    "HandedQuestion",
    "QueuedQuestion",
    "ask_back",
    "give_view",
    "hand_on_question",
    "queue_question",
    "reaches",
    "reply",
    "settle_spoken",
    "take_question",
    "withdraw_sent",
]
