"""The writes of sharing, one file per deed; this is their door."""

from alongside.sharing.commands.answering import Answered, answer_question, list_items
from alongside.sharing.commands.countersigning import countersign_refusal
from alongside.sharing.commands.deciding import Judged, decide
from alongside.sharing.commands.disclosing import (
    Talked,
    disclose,
    disclose_inside,
    follow_walk,
    let_go,
    let_in,
    require_decision,
    require_procedure,
)
from alongside.sharing.commands.following import follow_procedure
from alongside.sharing.commands.profiles import keep_procedure, keep_profile
from alongside.sharing.commands.reviewing import review_refusal

__all__ = [
    "Answered",
    "Judged",
    "Talked",
    "answer_question",
    "countersign_refusal",
    "decide",
    "disclose",
    "disclose_inside",
    "follow_procedure",
    "follow_walk",
    "keep_procedure",
    "keep_profile",
    "let_go",
    "let_in",
    "list_items",
    "require_decision",
    "require_procedure",
    "review_refusal",
]
