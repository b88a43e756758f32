"""Duties as sentences with a verb and one button: references become names here."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from alongside.access.words import Ref
from alongside.consent.queries import ConsentLine
from alongside.consultations.queries import ConsultationLine
from alongside.consultations.words import NextStepKind
from alongside.design.jinja import day, moment
from alongside.design.parts import DutyRow, Tag, Tone
from alongside.directory.queries import MemberCard
from alongside.duties.queries import DutyLine
from alongside.duties.words import Owed
from alongside.involvement.queries import TellingCard
from alongside.involvement.words import Authorisation
from alongside.reliance.queries import ChangeCard, StopCard
from alongside.sharing.queries import DecisionLine, DisclosurePage
from alongside.voice.queries import Spoken
from alongside.web import rules

GONE = "You can no longer open what this is about. Ask your safeguarding lead."


@dataclass(frozen=True, slots=True)
class Names:
    """What the references of some duties stand for, as far as this person may know."""

    consultations: Mapping[UUID, ConsultationLine]
    disclosures: Mapping[UUID, DisclosurePage]
    asked_in: Mapping[UUID, DisclosurePage]  # by consultation: what was shared with this person in it
    decisions: Mapping[UUID, DecisionLine]
    tellings: Mapping[UUID, TellingCard]
    spoken: Mapping[UUID, Spoken]
    members: Mapping[UUID, MemberCard]
    consents: Mapping[UUID, ConsentLine]  # records and disagreements of the ledger
    changes: Mapping[UUID, ChangeCard]


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
        "Say whether {other} may go untold for now",
        "A safeguarding lead to say whether {other} may go untold for now",
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
        "Say whether {other} may go untold for now: no safeguarding lead has answered",
        "The partnership’s lead to say whether {other} may go untold for now",
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
    Owed.LOOK_AGAIN_AT_WHAT_RELIED: Wording(
        "Look again at what you decided about {child} for {other}: what it rested on has changed",
        "{debtor} to look again at what was decided about {child}: what it rested on has changed",
        "Look again",
        "consultations:changed",
        "what was agreed can be taken back",
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
    Owed.ANSWER_COMPLAINT: Wording(
        "Answer {other}, who complains about the work with {child}",
        "A safeguarding lead to answer {other}, who complains about the work with {child}",
        "Read and answer",
        "voice:answer_complaint",
        "complaints attach to the record and are answered",
    ),
}
# What somebody of the family said for themselves: the kind of reference, and its page.
SPOKEN = {
    "said": "voice:answer_not_safe",
    "correction": "voice:answer_correction",
    "complaint": "voice:answer_complaint",
}


@dataclass(frozen=True, slots=True)
class About:
    """What one reference stands for: the child, the other person, a line on when, and where to read it."""

    child: str
    other: str
    detail: str
    href: str


def owed_row(line: DutyLine, names: Names, *, now: datetime) -> DutyRow:
    """A duty of the person who looks."""
    wording = WORDINGS[line.kind]
    tag = rules.when(rules.Due(line.urgency, line.due_at), now=now)
    about = _of_kind(line, names) or _about(line.arising_from, names)
    if about is None:
        return DutyRow(tag, f"{line.kind.label}.", GONE)
    return DutyRow(
        tag,
        wording.sentence.format(child=about.child, other=about.other),
        f"{about.detail} · owed under {wording.owed_under}",
        wording.action,
        reverse(wording.page, args=[_about_key(line, names), *filter(None, (wording.step,))]),
    )


def _about_key(line: DutyLine, names: Names) -> UUID:
    """What the page of a duty is about: of a withholding, or of what was asked back, its consultation."""
    shared = names.disclosures.get(line.arising_from.id)
    if shared and line.kind in {Owed.ANSWER_BACK, Owed.RING_LINE}:
        return shared.arising_from.id
    told = names.tellings.get(line.arising_from.id)
    on_telling = line.kind in {Owed.TELL_AFTER_ALL, Owed.TELL_RELEASED}
    return told.arising_from.id if told and on_telling else line.arising_from.id


def awaited_row(line: DutyLine, names: Names, *, now: datetime) -> DutyRow:
    """A duty of somebody else, for the person who waits."""
    tag = rules.when(rules.Due(line.urgency, line.due_at), now=now)
    about = _of_kind(line, names) or _about(line.arising_from, names)
    if about is None:
        return DutyRow(tag, f"Somebody else: {line.kind.label.lower()}.", GONE)
    debtor = names.members.get(line.debtor_membership_id)
    words = {
        "child": about.child,
        "other": about.other,
        "debtor": f"{debtor.name}, {debtor.role}" if debtor else "A colleague",
    }
    return DutyRow(tag, WORDINGS[line.kind].awaited.format(**words), about.detail, "Open it", about.href)


def _of_kind(line: DutyLine, names: Names) -> About | None:
    """What is about whoever was asked: what the adviser asked back and waits for, what a line has not answered."""
    changed = names.changes.get(line.arising_from.id)
    if changed:
        return _relied(changed, names)
    shared = names.disclosures.get(line.arising_from.id)
    if shared and line.kind is Owed.RING_LINE:
        href = reverse("consultations:open", args=[shared.arising_from.id])
        return About(shared.child, shared.recipient, f"Sent on {day(line.owed_at)}", href)
    if shared is None or line.kind is not Owed.ANSWER_BACK:
        return None
    asked_by = names.members.get(line.author_membership_id)
    who = asked_by.title if asked_by else shared.recipient
    return About(
        shared.child,
        who,
        f"{who} asked back, {day(line.owed_at)}",
        reverse("advice:inbox_item", args=[shared.id]),
    )


def _relied(changed: ChangeCard, names: Names) -> About | None:
    """What a change is about: the thing that rested on it."""
    about = _about(changed.thing, names)
    return replace(about, detail=f"{changed.change.label}, {day(changed.happened_at)}") if about else None


def _about(ref: Ref, names: Names) -> About | None:
    if ref.kind == "consultation" and (line := names.consultations.get(ref.id)):
        begun = f"begun {day(line.begun_at)}"
        detail = f"Consultation with {line.person}, {begun}" if line.person else f"Consultation {begun}"
        return About(
            line.child,
            line.person or "whoever you spoke with",
            detail,
            reverse("consultations:open", args=[ref.id]),
        )
    if ref.kind == "consultation" and (shared := names.asked_in.get(ref.id)):
        detail = f"You were asked by {shared.asker}, {day(shared.disclosed_at)}"
        return About(shared.child, shared.asker, detail, reverse("advice:inbox_item", args=[shared.id]))
    if ref.kind == "disclosure" and (shared := names.disclosures.get(ref.id)):
        detail = f"Asked by {shared.asker}, {day(shared.disclosed_at)}"
        return About(
            shared.child, shared.asker, detail, reverse("consultations:open", args=[shared.arising_from.id])
        )
    if ref.kind == "decision" and (decision := names.decisions.get(ref.id)):
        detail = f"Asked for {decision.recipient}, decided {day(decision.decided_at)}"
        return About(
            decision.child, decision.recipient, detail, reverse("sharing:open_decision", args=[ref.id])
        )
    return _about_the_family(ref, names)


def _about_the_family(ref: Ref, names: Names) -> About | None:
    """What is about one person of a family: what they were not told, what they said."""
    if ref.kind == "telling" and (told := names.tellings.get(ref.id)):
        line = names.consultations.get(told.arising_from.id)
        href = reverse("consultations:open", args=[told.arising_from.id])
        return About(_told_about(told, line), told.name, _told_how(told), href)
    if ref.kind in SPOKEN and (spoken := names.spoken.get(ref.id)):
        return About(
            spoken.child,
            spoken.name,
            f"Said on {day(spoken.said_on)}",
            reverse(SPOKEN[ref.kind], args=[ref.id]),
        )
    return _of_ledger(ref, names)


def _of_ledger(ref: Ref, names: Names) -> About | None:
    said = names.consents.get(ref.id)
    if said is None:
        return None
    page = "consent:open_record" if ref.kind == "consent" else "consent:disagreement"
    detail = f"About sharing with {said.recipient}, {day(said.recorded_at)}"
    return About(said.child, said.giver, detail, reverse(page, args=[ref.id]))


def _told_about(told: TellingCard, line: ConsultationLine | None) -> str:
    if told.adult_id is None:
        return "themselves"
    return line.child if line else "a child"


def _told_how(told: TellingCard) -> str:
    if told.authorisation is Authorisation.DECLINED:
        return f"{told.authorised_by} did not authorise that {told.name} goes untold"
    return f"{told.name}: not told for now, since {day(told.recorded_at)}"


def stop_row(stop: StopCard, shared: DisclosurePage) -> DutyRow:
    """That something is used no further, for whoever it was shared with, until they have said that they read it."""
    asked_back = stop.retraction is not None
    said = (
        "takes back what they shared with you"
        if asked_back
        else "asks you not to use further what they shared"
    )
    return DutyRow(
        Tag("Stop", Tone.DUE),
        f"{shared.asker} {said} about {shared.child}",
        f"From {moment(stop.stops_at)}",
        "Say what became of it" if asked_back else "Read it",
        reverse("advice:inbox_item", args=[shared.id]),
    )
