"""The writes of consultations, one file per stage of the talk; this is their door."""

from alongside.consultations.commands.asking import (
    ChosenPerson,
    begin_consultation,
    choose_person,
    explain_reasons,
    list_what,
    record_family_answer,
)
from alongside.consultations.commands.concluding import (
    ToldPerson,
    record_outcome,
    record_telling,
)
from alongside.consultations.commands.deciding import answer_question, decide_sharing
from alongside.consultations.commands.talking import RecordedTalk, give_view, record_talk

__all__ = [
    "ChosenPerson",
    "RecordedTalk",
    "ToldPerson",
    "answer_question",
    "begin_consultation",
    "choose_person",
    "decide_sharing",
    "explain_reasons",
    "give_view",
    "list_what",
    "record_family_answer",
    "record_outcome",
    "record_talk",
    "record_telling",
]
