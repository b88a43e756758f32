"""The writes of consent, one file for each kind of deed."""

from alongside.consent.commands.asking import NewRequest, NotAsking, decide_not_to_ask, request_consent
from alongside.consent.commands.assessing import NewAssessment, assess_competence
from alongside.consent.commands.changing import find_invalid, let_lapse, renew_consent, withdraw_consent
from alongside.consent.commands.looking import look_for_orders
from alongside.consent.commands.own_pages import (
    answer_request,
    heed_answer,
    weigh_my_answers,
    withdraw_my_consent,
)
from alongside.consent.commands.reaching import reach_further
from alongside.consent.commands.recording import Said, record_consent, record_no_reply
from alongside.consent.commands.resolving import Resolved, resolve_conflict, tell_objector

__all__ = [
    "NewAssessment",
    "NewRequest",
    "NotAsking",
    "Resolved",
    "Said",
    "answer_request",
    "assess_competence",
    "decide_not_to_ask",
    "find_invalid",
    "heed_answer",
    "let_lapse",
    "look_for_orders",
    "reach_further",
    "record_consent",
    "record_no_reply",
    "renew_consent",
    "request_consent",
    "resolve_conflict",
    "tell_objector",
    "weigh_my_answers",
    "withdraw_consent",
    "withdraw_my_consent",
]
