"""What can be owed: each kind says from which rule it comes, by when it falls due, and which deed discharges it.

A new obligation is a new row of `KINDS`, not a new table.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.db.models import TextChoices


class Owed(TextChoices):
    OUTCOME = "outcome", "Record what was decided"
    TELL_FAMILY = "tell_family", "Tell the family what was decided"
    CONFIRM_NOTE = "confirm_note", "Confirm or correct the note of what you advised"
    COUNTERSIGN = "countersign", "Countersign a decision not to share"
    DECIDE_AGAIN = "decide_again", "Decide again: a safeguarding lead sent your decision back"
    COMPLETE_RECORD = "complete_record", "Complete what you recorded after a talk"
    ANSWER_QUESTION = "answer_question", "Ring back about a question that was sent to you"
    RING_LINE = "ring_line", "Ring a line that has not answered your question"
    ANSWER_BACK = "answer_back", "Answer a question that was asked back"
    NAME_CHILD = "name_child", "Say who the child is: what was heard may be significant harm"
    HEED_HARM = "heed_harm", "Ring children’s social care: what was heard may be significant harm"
    RING_REFERRAL = "ring_referral", "Ring children’s social care"
    CONFIRM_REFERRAL = "confirm_referral", "Confirm the referral in writing"
    HEAR_BACK = "hear_back", "Find out what children’s social care decided"
    CALL_TAF = "call_taf", "Call the Team Around the Family together"
    ASK_ELSEWHERE = "ask_elsewhere", "Ask the other person you decided to ask"
    AGREED_STEP = "agreed_step", "Do what was agreed"
    REVIEW_REFUSAL = "review_refusal", "Look again at a decision not to share"
    AUTHORISE_WITHHOLDING = "authorise_withholding", "Say whether telling may be withheld"
    TELL_AFTER_ALL = (
        "tell_after_all",
        "Tell a person: a safeguarding lead did not authorise that they go untold",
    )
    REVIEW_WITHHOLDING = "review_withholding", "Look again at what a person has not been told"
    LOOK_AGAIN_AT_WHAT_RELIED = (
        "look_again_relied",
        "Look again at what you shared or decided: what it rested on has changed",
    )
    ESCALATED_WITHHOLDING = (
        "escalated_withholding",
        "Say whether telling may be withheld: no safeguarding lead has answered",
    )
    TELL_RELEASED = "tell_released", "Tell a person what was withheld from them until today"
    CHILD_NOT_SAFE = "child_not_safe", "Somebody says that they are not safe: answer today"
    ANSWER_CORRECTION = "answer_correction", "Answer what somebody says is wrong in a record"
    ANSWER_FAMILY = "answer_family", "Answer what somebody of a family asks"
    ANSWER_COMPLAINT = "answer_complaint", "Answer a complaint"
    ASK_RIGHT_PERSON = "ask_right_person", "Ask somebody who may agree"
    REVIEW_CONSENT = "review_consent", "Look again at an agreement to share"
    RESOLVE_DISAGREEMENT = "resolve_disagreement", "Decide where two people with a say do not agree"
    ANSWER_OBJECTOR = "answer_objector", "Tell whoever said no what was decided, and how to complain"
    READ_OWN_ANSWER = "read_own_answer", "Read what a person of the family wrote about sharing"
    TELL_WHAT_BECAME = "tell_what_became", "Tell somebody who changed their mind that it is kept, and why"
    LOOK_AT_LINK = "look_at_link", "Look at a page of the family: its link ended, or may not have gone out"


class Unit(StrEnum):
    WORKING_DAYS = "working_days"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of duty as data: who owes it, by when, from which source, and what discharges it."""

    owed: Owed
    debtor: str
    amount: int
    unit: Unit
    source: str
    discharged_by: str


KINDS: dict[Owed, Kind] = {
    kind.owed: kind
    for kind in (
        Kind(
            Owed.OUTCOME,
            "whoever asked",
            5,
            Unit.WORKING_DAYS,
            "All consultations should be recorded (practice guide); five working days is a local rule.",
            "consultations.record_outcome",
        ),
        Kind(
            Owed.TELL_FAMILY,
            "whoever asked",
            5,
            Unit.WORKING_DAYS,
            "Families are informed of outcomes and decisions (practice guide); five working days is a local rule.",
            "consultations.record_telling",
        ),
        Kind(
            Owed.CONFIRM_NOTE,
            "whoever was asked",
            2,
            Unit.WORKING_DAYS,
            "Different but equally valid knowledge (practice guide): the adviser confirms or corrects the note. "
            "Two working days is a local rule.",
            "consultations.give_view",
        ),
        Kind(
            Owed.COUNTERSIGN,
            "a safeguarding lead of the agency that decided",
            1,
            Unit.WORKING_DAYS,
            "Guard G1: a decision not to share where there is a harm concern needs a second person. A local safety rule.",
            "sharing.countersign_refusal",
        ),
        Kind(
            Owed.DECIDE_AGAIN,
            "whoever decided",
            1,
            Unit.WORKING_DAYS,
            "Guard G1: a refusal that is not countersigned must be thought about again. A local safety rule.",
            "sharing.decide",
        ),
        Kind(
            Owed.COMPLETE_RECORD,
            "whoever recorded it",
            1,
            Unit.WORKING_DAYS,
            "Record as soon as possible after an emergency (rulebook E19); one working day is a local rule.",
            "consultations.record_outcome",
        ),
        Kind(
            Owed.ANSWER_QUESTION,
            "whoever the question was sent to",
            2,
            Unit.WORKING_DAYS,
            "Consultation is best by speaking (practice guide); two working days is a local rule.",
            "advice.give_view",
        ),
        Kind(
            Owed.RING_LINE,
            "whoever asked",
            2,
            Unit.WORKING_DAYS,
            "Consultation is best by speaking (practice guide); two working days for a line to answer is a local rule.",
            "advice.give_view",
        ),
        Kind(
            Owed.ANSWER_BACK,
            "whoever asked first",
            2,
            Unit.WORKING_DAYS,
            "A two-way process (practice guide); two working days is a local rule.",
            "advice.reply",
        ),
        Kind(
            Owed.NAME_CHILD,
            "whoever asked without names",
            4,
            Unit.HOURS,
            "A child who may be suffering significant harm is named and referred at once (rulebook E14, 7.1); four hours is a local rule.",
            "consultations.name_child",
        ),
        Kind(
            Owed.HEED_HARM,
            "whoever asked",
            1,
            Unit.HOURS,
            "A child who may be suffering significant harm is referred at once (rulebook 7.1); one hour is a local rule.",
            "consultations.record_outcome",
        ),
        Kind(
            Owed.RING_REFERRAL,
            "whoever asked",
            1,
            Unit.HOURS,
            "A referral is made at once, by telephone first (rulebook 7.1, 7.4); one hour is a local rule.",
            "consultations.take_step",
        ),
        Kind(
            Owed.CONFIRM_REFERRAL,
            "whoever rang",
            48,
            Unit.HOURS,
            "A referral by telephone is confirmed in writing (rulebook 7.4); the hours are a setting of the partnership.",
            "consultations.take_step",
        ),
        Kind(
            Owed.HEAR_BACK,
            "whoever rang",
            1,
            Unit.WORKING_DAYS,
            "Children’s social care decides within one working day; hearing nothing, the referrer follows up (rulebook 7.5).",
            "consultations.take_step",
        ),
        Kind(
            Owed.CALL_TAF,
            "whoever asked",
            10,
            Unit.WORKING_DAYS,
            "A Team Around the Family approach (practice guide); ten working days is a local rule.",
            "consultations.take_step",
        ),
        Kind(
            Owed.ASK_ELSEWHERE,
            "whoever asked",
            5,
            Unit.WORKING_DAYS,
            "What was decided together is done (practice guide); five working days is a local rule.",
            "consultations.take_step",
        ),
        Kind(
            Owed.AGREED_STEP,
            "whoever asked",
            10,
            Unit.WORKING_DAYS,
            "What was decided together is done by the day that was agreed (practice guide).",
            "consultations.take_step",
        ),
        Kind(
            Owed.REVIEW_REFUSAL,
            "whoever decided",
            20,
            Unit.WORKING_DAYS,
            "A decision not to share says when it is looked at again; twenty working days where it does not is a local rule.",
            "sharing.review_refusal",
        ),
        Kind(
            Owed.AUTHORISE_WITHHOLDING,
            "a safeguarding lead of the agency that withholds",
            1,
            Unit.WORKING_DAYS,
            "Withholding is authorised by someone who may, or ratified on the next working day (rulebook 5.4).",
            "involvement.authorise_withholding",
        ),
        Kind(
            Owed.TELL_AFTER_ALL,
            "whoever withheld",
            1,
            Unit.WORKING_DAYS,
            "Nobody withholds alone (rulebook 5.4): without a second person’s word they are told; one working day is a "
            "local rule.",
            "consultations.record_telling",
        ),
        Kind(
            Owed.REVIEW_WITHHOLDING,
            "whoever withheld",
            5,
            Unit.WORKING_DAYS,
            "Withholding is reviewed on its day, never open-ended (rulebook 5.5).",
            "involvement.record_telling",
        ),
        Kind(
            Owed.LOOK_AGAIN_AT_WHAT_RELIED,
            "whoever owns what rested on it",
            1,
            Unit.WORKING_DAYS,
            "Withdrawal takes effect from its moment, and risk is looked at again (rulebook 4.5); one working day is a "
            "local rule.",
            "reliance.settle_change",
        ),
        Kind(
            Owed.TELL_WHAT_BECAME,
            "whoever owns what rested on it",
            1,
            Unit.WORKING_DAYS,
            "Whoever says no, or takes a yes back, is told what was decided (rulebook 4.7); one working day is a local rule.",
            "reliance.tell_what_became",
        ),
        Kind(
            Owed.ESCALATED_WITHHOLDING,
            "the partnership’s lead for safeguarding",
            1,
            Unit.WORKING_DAYS,
            "Withholding is ratified on the next working day (rulebook 5.4); unanswered, it goes to the partnership. A "
            "local rule.",
            "involvement.authorise_withholding",
        ),
        Kind(
            Owed.TELL_RELEASED,
            "whoever withheld",
            0,
            Unit.WORKING_DAYS,
            "A release creates the overdue notices (rulebook 5.5).",
            "consultations.record_telling",
        ),
        Kind(
            Owed.CHILD_NOT_SAFE,
            "whoever heard it, whoever leads the work, and every safeguarding lead of the agency",
            0,
            Unit.WORKING_DAYS,
            "A child who says that they are not safe is answered the same day, whatever day it is. A local safety rule.",
            "voice.answer_not_safe",
        ),
        Kind(
            Owed.ANSWER_CORRECTION,
            "whoever wrote the record",
            10,
            Unit.WORKING_DAYS,
            "Corrections attach to the record (rulebook 5.9); the law gives a month (UK GDPR Arts 12(3), 16); ten working "
            "days is a local rule.",
            "voice.answer_correction",
        ),
        Kind(
            Owed.ANSWER_FAMILY,
            "whoever gave them their page",
            5,
            Unit.WORKING_DAYS,
            "Be able to explain to the family (practice guide); five working days is a local rule.",
            "voice.answer_question",
        ),
        Kind(
            Owed.ANSWER_COMPLAINT,
            "a safeguarding lead of the agency",
            10,
            Unit.WORKING_DAYS,
            "Complaints attach to the record and never delete it (rulebook 5.9); ten working days is a local rule.",
            "voice.answer_complaint",
        ),
        Kind(
            Owed.ASK_RIGHT_PERSON,
            "whoever recorded it",
            1,
            Unit.WORKING_DAYS,
            "An agreement by somebody who may not give it is none: ask the right person (rulebook E4); the next working "
            "day is a local rule.",
            "consent.record_consent",
        ),
        Kind(
            Owed.REVIEW_CONSENT,
            "whoever recorded it",
            1,
            Unit.WORKING_DAYS,
            "An agreement is looked at again on the earliest of its days, and not used past it (rulebook 4.5).",
            "consent.renew_consent",
        ),
        Kind(
            Owed.RESOLVE_DISAGREEMENT,
            "a safeguarding lead of the agency that asked",
            2,
            Unit.WORKING_DAYS,
            "Where two people with parental responsibility disagree, somebody else decides with reasons (rulebook E1); "
            "two working days is a local rule.",
            "consent.resolve_conflict",
        ),
        Kind(
            Owed.ANSWER_OBJECTOR,
            "whoever recorded it",
            2,
            Unit.WORKING_DAYS,
            "Whoever objected is told what was decided and how to complain (rulebook E1); two working days is a local "
            "rule.",
            "consent.tell_objector",
        ),
        Kind(
            Owed.READ_OWN_ANSWER,
            "whoever asked",
            1,
            Unit.WORKING_DAYS,
            "What a person takes back or answers on their own page is read, and risk is looked at again (rulebook 4.5); "
            "one working day is a local rule.",
            "consent.heed_answer",
        ),
        Kind(
            Owed.LOOK_AT_LINK,
            "whoever gave the link",
            1,
            Unit.WORKING_DAYS,
            "A person who was promised a page gets one, and who tried to open it is asked about (rulebook E39); one "
            "working day is a local rule.",
            "portal.heed_link",
        ),
    )
}


# A second person's word: nobody gives it in place of a safeguarding lead.
FOR_LEADS = frozenset(
    {
        Owed.COUNTERSIGN,
        Owed.AUTHORISE_WITHHOLDING,
        Owed.ESCALATED_WITHHOLDING,
        Owed.REVIEW_WITHHOLDING,  # a lead's after two renewals; before, of whoever withheld
        Owed.RESOLVE_DISAGREEMENT,
        Owed.ANSWER_COMPLAINT,
    }
)


class Right(StrEnum):
    DUTY_LIST = "duty:list"
    DUTY_REMIND = "duty:remind"


class Leaf(StrEnum):
    DUTY_OWED = "duty:owed"
    DUTY_MOVED = "duty:moved"
    DUTY_HANDED_OVER = "duty:handed_over"
    DUTY_DISCHARGED = "duty:discharged"
