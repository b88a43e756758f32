"""Duties as sentences with a verb and one button: references become names here."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from alongside.access.words import Ref
from alongside.consent.queries import ConsentLine
from alongside.consultations.queries import ConsultationLine
from alongside.design.jinja import day, moment
from alongside.design.parts import DutyRow, Tag, Tone
from alongside.directory.queries import MemberCard
from alongside.duties.queries import DutyLine
from alongside.duties.words import Owed
from alongside.involvement.queries import TellingCard
from alongside.involvement.rules import how_long
from alongside.involvement.words import Authorisation, Permanence
from alongside.portal.queries import GivenLink
from alongside.reliance.queries import ChangeCard, StopCard
from alongside.sharing.queries import DecisionLine, DisclosurePage
from alongside.voice.queries import Spoken
from alongside.web import rules
from alongside.web.wordings import WORDINGS

THE_CHILD = "child"  # how addresses name the child themselves among the people of a family

GO_UNTOLD, LEFT_OUT = "go untold for now", "be left out for good"
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
    links: Mapping[UUID, GivenLink]


# What somebody of the family said for themselves: the kind of reference, and its page.
SPOKEN = {
    "said": "voice:answer_not_safe",
    "correction": "voice:answer_correction",
    "question": "voice:answer_question",
    "complaint": "voice:answer_complaint",
}


TOLD_AFTER = frozenset({Owed.TELL_AFTER_ALL, Owed.TELL_RELEASED})


@dataclass(frozen=True, slots=True)
class About:
    """What one reference stands for: the child, the other person, a line on when, and where to read it."""

    child: str
    other: str
    detail: str
    href: str
    untold: str = GO_UNTOLD  # what a second person's word on it is asked for


def owed_row(line: DutyLine, names: Names, *, now: datetime) -> DutyRow:
    """A duty of the person who looks."""
    wording = WORDINGS[line.kind]
    tag = rules.when(rules.Due(line.urgency, line.due_at), now=now)
    about = _of_kind(line, names) or _about(line.arising_from, names)
    if about is None:
        return DutyRow(tag, f"{line.kind.label}.", GONE)
    return DutyRow(
        tag,
        wording.sentence.format(child=about.child, other=about.other, untold=about.untold),
        f"{about.detail} · owed under {wording.owed_under}{_moved(line)}",
        wording.action,
        _kept_from(line, names)
        or reverse(wording.page, args=[_about_key(line, names), *filter(None, (wording.step,))]),
    )


def _moved(line: DutyLine) -> str:
    """Why the day of a duty is another one than it was; empty where it never moved."""
    return f" · moved from {day(line.moved_from)}: {line.moved_because}" if line.moved_from else ""


def _kept_from(line: DutyLine, names: Names) -> str:
    """Where to say that somebody was told from whom everything about a child was kept; empty for any other duty."""
    told = names.tellings.get(line.arising_from.id)
    if told is None or told.arising_from.kind != "child" or line.kind not in TOLD_AFTER:
        return ""
    return reverse("consultations:told_after_all", args=[told.arising_from.id, told.adult_id or THE_CHILD])


def _about_key(line: DutyLine, names: Names) -> UUID:
    """What the page of a duty is about: of a withholding, or of what was asked back, its consultation."""
    shared = names.disclosures.get(line.arising_from.id)
    if shared and line.kind in {Owed.ANSWER_BACK, Owed.RING_LINE}:
        return shared.arising_from.id
    told = names.tellings.get(line.arising_from.id)
    return told.arising_from.id if told and line.kind in TOLD_AFTER else line.arising_from.id


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
        "untold": about.untold,
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
        href = (
            reverse("consultations:keep_from", args=[told.arising_from.id, told.adult_id or THE_CHILD])
            if told.arising_from.kind == "child"
            else reverse("consultations:open", args=[told.arising_from.id])
        )
        untold = LEFT_OUT if told.permanence is Permanence.FOR_GOOD else GO_UNTOLD
        return About(_told_about(told, line), told.name, _told_how(told), href, untold)
    if ref.kind in SPOKEN and (spoken := names.spoken.get(ref.id)):
        return About(
            spoken.child,
            spoken.name,
            f"Said on {day(spoken.said_on)}",
            reverse(SPOKEN[ref.kind], args=[ref.id]),
        )
    if ref.kind == "family_link" and (link := names.links.get(ref.id)):
        href = reverse("giving:links", args=[link.child_id])
        return About(link.child, link.person, f"Given on {day(link.given_at)}", href)
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
    return line.child if line else told.child or "a child"


def _told_how(told: TellingCard) -> str:
    if told.authorisation is Authorisation.DECLINED:
        return f"{told.authorised_by} did not authorise that {told.name} goes untold"
    span = how_long(told.permanence, authorisation=told.authorisation)
    return f"{told.name}: not told {span}, since {day(told.recorded_at)}"


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
