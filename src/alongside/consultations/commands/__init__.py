"""The writes of consultations, one file per stage of the talk; this is their door."""

from alongside.consultations.commands.asking import (
    ask_family,
    explain_reasons,
    list_what,
    record_family_answer,
    record_part,
)
from alongside.consultations.commands.beginning import begin_consultation, begin_no_names
from alongside.consultations.commands.choosing import ChosenPerson, choose_person, leave_person
from alongside.consultations.commands.concluding import (
    ChildsView,
    record_not_held,
    record_outcome,
    record_telling,
)
from alongside.consultations.commands.deciding import answer_question, decide_sharing, follow_procedure
from alongside.consultations.commands.exporting import export_list
from alongside.consultations.commands.naming import link_privately, name_child
from alongside.consultations.commands.noticing import write_explanation, write_outcome
from alongside.consultations.commands.objecting import answer_objection
from alongside.consultations.commands.recording import Spoken, record_spoken
from alongside.consultations.commands.returning import Returned, record_slip
from alongside.consultations.commands.sending import Sent, answer_back, send_question
from alongside.consultations.commands.settling import settle_change
from alongside.consultations.commands.stepping import TakenStep, take_step
from alongside.consultations.commands.talking import RecordedTalk, record_talk
from alongside.consultations.commands.withholding import authorise_withholding, review_withholding

__all__ = [
    "ChildsView",
    "ChosenPerson",
    "RecordedTalk",
    "Returned",
    "Sent",
    "Spoken",
    "TakenStep",
    "answer_back",
    "answer_objection",
    "answer_question",
    "ask_family",
    "authorise_withholding",
    "begin_consultation",
    "begin_no_names",
    "choose_person",
    "decide_sharing",
    "explain_reasons",
    "export_list",
    "follow_procedure",
    "leave_person",
    "link_privately",
    "list_what",
    "name_child",
    "record_family_answer",
    "record_not_held",
    "record_outcome",
    "record_part",
    "record_slip",
    "record_spoken",
    "record_talk",
    "record_telling",
    "review_withholding",
    "send_question",
    "settle_change",
    "take_step",
    "write_explanation",
    "write_outcome",
]
