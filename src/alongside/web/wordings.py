"""Each kind of duty in words: what is owed, what others wait for, and the page on which it is done."""

from dataclasses import dataclass

from alongside.consultations.words import NextStepKind
from alongside.duties.words import Owed


@dataclass(frozen=True, slots=True)
class Wording:
    """One kind of duty in words, with the page on which it is done."""

    sentence: str
    awaited: str
    action: str
    page: str
    owed_under: str  # the rule in the practice guide's own words, where it is the guide's
    step: str = ""  # of a next step that nothing here sends: its kind, which its page is named by


WORDINGS = {
    Owed.OUTCOME: Wording(
        "Record what you and {other} decided about {child}",
        "{debtor} to record what was decided about {child}",
        "Record it",
        "consultations:outcome",
        "“all consultations are recorded”",
    ),
    Owed.TELL_FAMILY: Wording(
        "Tell {child}’s family what was decided",
        "{debtor} to tell {child}’s family what was decided",
        "Say who was told",
        "consultations:telling",
        "“families are told outcomes”",
    ),
    Owed.CONFIRM_NOTE: Wording(
        "Confirm the note of what you advised about {child}",
        "{debtor} to confirm the note of your talk about {child}",
        "Read and confirm",
        "advice:inbox_item",
        "“different but equally valid knowledge”",
    ),
    Owed.COUNTERSIGN: Wording(
        "Read the decision not to share about {child}, and countersign it or send it back",
        "A safeguarding lead to countersign your decision not to share about {child}",
        "Read the decision",
        "sharing:countersign",
        "a local safety rule: a second person reads it",
    ),
    Owed.DECIDE_AGAIN: Wording(
        "Decide again about {child}: a safeguarding lead sent your decision back",
        "{debtor} to decide again about {child}",
        "Read why",
        "sharing:open_decision",
        "a local safety rule: a refusal that is not countersigned is thought about again",
    ),
    Owed.COMPLETE_RECORD: Wording(
        "Complete what you recorded about {child} after the talk",
        "{debtor} to complete what was recorded about {child}",
        "Complete it",
        "consultations:open",
        "“all consultations are recorded”",
    ),
    Owed.ANSWER_QUESTION: Wording(
        "Ring {other} back about {child}: they sent you a question",
        "{debtor} to answer the question about {child} that you sent",
        "Read the question",
        "advice:inbox_item",
        "“best undertaken by speaking”",
    ),
    Owed.RING_LINE: Wording(
        "Ring {other} about {child}: nobody has answered your question yet",
        "{other} to answer the question about {child}",
        "Read who has it, and ring",
        "consultations:open",
        "“best undertaken by speaking”",
    ),
    Owed.ANSWER_BACK: Wording(
        "Answer what {other} asked back about {child}",
        "{debtor} to answer what you asked back about {child}",
        "Read and answer",
        "consultations:open",
        "“a two-way process”",
    ),
    Owed.NAME_CHILD: Wording(
        "Say who {child} is, and refer: what {other} heard may be significant harm",
        "{debtor} to say who {child} is",
        "Name the child",
        "consultations:name",
        "a child who may be suffering significant harm is named and referred at once",
    ),
    Owed.HEED_HARM: Wording(
        "{other} thinks that {child} may be suffering significant harm. Ring children’s social care, "
        "and record what you decided",
        "{debtor} to ring children’s social care about {child}, who may be suffering significant harm",
        "Record what you decided",
        "consultations:outcome",
        "a child who may be suffering significant harm is referred at once",
    ),
    Owed.RING_REFERRAL: Wording(
        "Ring children’s social care now about {child}: you decided on a referral, and nothing has been sent",
        "{debtor} to ring children’s social care about {child}",
        "Say when you rang",
        "consultations:step",
        "a referral is made at once, by telephone first",
        NextStepKind.REFERRAL_RUNG,
    ),
    Owed.CONFIRM_REFERRAL: Wording(
        "Confirm the referral about {child} in writing",
        "{debtor} to confirm the referral about {child} in writing",
        "Say when you wrote",
        "consultations:step",
        "a referral by telephone is confirmed in writing",
        NextStepKind.REFERRAL_WRITTEN,
    ),
    Owed.HEAR_BACK: Wording(
        "Find out what children’s social care decided about {child}",
        "{debtor} to find out what children’s social care decided about {child}",
        "Say what they decided",
        "consultations:step",
        "hearing nothing, the referrer follows up",
        NextStepKind.REFERRAL_ANSWERED,
    ),
    Owed.CALL_TAF: Wording(
        "Call the Team Around the Family for {child} together",
        "{debtor} to call the Team Around the Family for {child} together",
        "Say that it is called",
        "consultations:step",
        "“a Team Around the Family approach”",
        NextStepKind.TAF_CALLED,
    ),
    Owed.ASK_ELSEWHERE: Wording(
        "Ask the other person about {child}, as you decided",
        "{debtor} to ask somebody else about {child}",
        "Say whom you asked",
        "consultations:step",
        "what was decided together is done",
        NextStepKind.ASKED_ELSEWHERE,
    ),
    Owed.AGREED_STEP: Wording(
        "Do what was agreed about {child}",
        "{debtor} to do what was agreed about {child}",
        "Say that it is done",
        "consultations:step",
        "what was decided together is done",
        NextStepKind.AGREED_STEP_TAKEN,
    ),
    Owed.REVIEW_REFUSAL: Wording(
        "Look again at your decision not to share about {child}",
        "{debtor} to look again at not sharing about {child}",
        "Look again",
        "sharing:review",
        "a decision not to share says when it is looked at again",
    ),
    Owed.AUTHORISE_WITHHOLDING: Wording(
        "Say whether {other} may {untold}",
        "A safeguarding lead to say whether {other} may {untold}",
        "Read and say",
        "consultations:authorise",
        "withholding is authorised by someone who may",
    ),
    Owed.TELL_AFTER_ALL: Wording(
        "Tell {other} what was decided about {child}: a safeguarding lead did not authorise that they go untold",
        "{debtor} to tell {other} what was decided about {child}",
        "Say that you told them",
        "consultations:telling",
        "nobody withholds alone",
    ),
    Owed.REVIEW_WITHHOLDING: Wording(
        "Look again at what {other} has not been told about {child}",
        "{debtor} to look again at what {other} has not been told about {child}",
        "Look again",
        "consultations:review_withheld",
        "withholding is reviewed on its day",
    ),
    Owed.ESCALATED_WITHHOLDING: Wording(
        "Say whether {other} may {untold}: no safeguarding lead has answered",
        "The partnership’s lead to say whether {other} may {untold}",
        "Read and say",
        "consultations:authorise",
        "withholding is ratified on the next working day",
    ),
    Owed.TELL_RELEASED: Wording(
        "Tell {other} today what was decided about {child}: it is not withheld any more",
        "{debtor} to tell {other} what was decided about {child}",
        "Say that you told them",
        "consultations:telling",
        "a release creates the overdue notices",
    ),
    Owed.ASK_RIGHT_PERSON: Wording(
        "Ask somebody who may agree about {child}: what {other} said is no consent",
        "{debtor} to ask somebody who may agree about {child}",
        "Read why",
        "consent:open_record",
        "an agreement by somebody who may not give it is none",
    ),
    Owed.REVIEW_CONSENT: Wording(
        "Look again at what {other} agreed to about {child}",
        "{debtor} to look again at what {other} agreed to about {child}",
        "Look again",
        "consent:renew",
        "an agreement is looked at again on its day",
    ),
    Owed.RESOLVE_DISAGREEMENT: Wording(
        "Decide about {child}: {other} who each have a say do not agree",
        "A safeguarding lead to decide about {child}, where {other} do not agree",
        "Read both, and decide",
        "consent:disagreement",
        "where two people with a say disagree, somebody else decides with reasons",
    ),
    Owed.ANSWER_OBJECTOR: Wording(
        "Tell whoever said no about {child} what was decided, and how to complain",
        "{debtor} to tell whoever said no about {child} what was decided",
        "Say that they were told",
        "consent:disagreement",
        "whoever objected is told what was decided",
    ),
    Owed.READ_OWN_ANSWER: Wording(
        "Read what {other} wrote about sharing about {child}",
        "{debtor} to read what {other} wrote about sharing about {child}",
        "Read it",
        "consent:open_record",
        "what a person takes back is read, and risk is looked at again",
    ),
    Owed.LOOK_AT_LINK: Wording(
        "Look at the page of {other} about {child}: its link ended, or may not have gone out",
        "{debtor} to look at the page of {other} about {child}",
        "See what happened",
        "giving:heed",
        "who was promised a page gets one",
    ),
    Owed.LOOK_AGAIN_AT_WHAT_RELIED: Wording(
        "Look again at what you decided about {child} for {other}: what it rested on has changed",
        "{debtor} to look again at what was decided about {child}: what it rested on has changed",
        "Look again",
        "consultations:changed",
        "what was agreed can be taken back",
    ),
    Owed.TELL_WHAT_BECAME: Wording(
        "Tell whoever changed their mind about {child} what was decided: it is kept, and why",
        "{debtor} to tell whoever changed their mind about {child} what was decided",
        "Say that you told them",
        "consultations:told_what_became",
        "whoever takes a yes back is told what was decided",
    ),
    Owed.CHILD_NOT_SAFE: Wording(
        "{other} says that they are not safe. Act now, and say what was done",
        "{debtor} to answer {other}, who says that they are not safe",
        "Read it and answer",
        "voice:answer_not_safe",
        "a child who says that they are not safe is answered the same day",
    ),
    Owed.ANSWER_CORRECTION: Wording(
        "Answer {other}, who says that something written about {child} is wrong",
        "{debtor} to answer {other}, who says that something written about {child} is wrong",
        "Read and answer",
        "voice:answer_correction",
        "corrections attach to the record and are answered",
    ),
    Owed.ANSWER_FAMILY: Wording(
        "Answer {other}, who asks something about the work with {child}",
        "{debtor} to answer {other}, who asks something about the work with {child}",
        "Read and answer",
        "voice:answer_question",
        "a family is explained what happens",
    ),
    Owed.ANSWER_COMPLAINT: Wording(
        "Answer {other}, who complains about the work with {child}",
        "A safeguarding lead to answer {other}, who complains about the work with {child}",
        "Read and answer",
        "voice:answer_complaint",
        "complaints attach to the record and are answered",
    ),
}
