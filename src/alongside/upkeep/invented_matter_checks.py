"""What is wrong with an invented consultation: whom it names, in what order it happened, where it stops. Pure."""

from collections.abc import Iterator
from itertools import pairwise

from alongside.advice.words import NoteState
from alongside.consent.words import Status
from alongside.consultations.words import WRITTEN_ONLY, OutcomeKind
from alongside.directory.words import MemberStanding
from alongside.involvement.words import Told
from alongside.sharing.words import Countersignature, Included
from alongside.upkeep.invented_matters import (
    DO_NOT_SHARE,
    SHARE,
    InventedConsultation,
    InventedDecision,
    InventedRecipient,
    Town,
)
from alongside.upkeep.invented_shapes import InventedFamily, Moment
from alongside.upkeep.words import NextStep, Stop, Way, YesOrNo

# Nothing is sent by recording these: somebody rings.
RINGS = frozenset({OutcomeKind.TAF, OutcomeKind.REFERRAL, OutcomeKind.ANOTHER_CONSULTATION})


def faults_of_consultation(matter: InventedConsultation, town: Town) -> Iterator[str]:
    """Everything wrong with one consultation, as sentences."""
    asker = town.people.get(matter.asker)
    if asker is None or asker.standing is not MemberStanding.PRACTITIONER:
        yield f"{matter.asker} asks, who is no practitioner here"
        return
    yield from _children(matter, town)
    keys = {recipient.key for recipient in matter.recipients}
    for recipient in matter.recipients:
        yield from (f"{recipient.key}: {wrong}" for wrong in _recipient(recipient, matter, town))
    for item in matter.items:
        if item.included is Included.LEAVE_OUT and not item.left_out_reason:
            yield f"“{item.text[:40]}” is left out without a reason"
    for_whom = [item.for_whom for item in matter.items] + [answer.for_whom for answer in matter.family]
    for named in for_whom:
        if unknown := set(named) - keys:
            yield f"{', '.join(sorted(unknown))} is nobody who is asked"
    yield from _order(matter)
    yield from _outcome(matter, town)
    if (state := stop_of(matter, town)) is not matter.state:
        yield f"says {matter.state} and stops at {state}"


def family_of(matter: InventedConsultation, town: Town) -> InventedFamily | None:
    """The family that it is about; None without names, or where its children are nobody's."""
    for family in town.families.values():
        if matter.children and set(matter.children) <= {child.key for child in family.children}:
            return family
    return None


def is_internal(recipient: InventedRecipient, matter: InventedConsultation, town: Town) -> bool:
    """Whether both belong to one agency: then its own procedure is followed instead of the chart."""
    adviser = town.people.get(recipient.person)
    return adviser is not None and adviser.agency == town.people[matter.asker].agency


def stop_of(matter: InventedConsultation, town: Town) -> Stop:
    """Where a consultation stands, by what has happened in it."""
    if matter.outcome is not None:
        return _after_outcome(matter)
    asked = matter.recipients
    if any(r.talks for r in asked):
        due = [r for r in asked if r.talks and r.outside is None and r.view is None]
        return Stop.TO_CONFIRM if due else Stop.OUTCOME_DUE
    if any(r.asked_back and not r.asked_back.answer for r in asked):
        return Stop.ASKED_BACK
    if any(r.line and (r.taken or r.posted) for r in asked):
        return Stop.TAKEN if any(r.taken for r in asked) else Stop.WAITING
    decided = [r.decision.outcome for r in asked if r.decision]
    if not decided or len(decided) < len([r for r in asked if not is_internal(r, matter, town)]):
        return Stop.BEGUN
    return Stop.REFUSED if set(decided) == {DO_NOT_SHARE} else Stop.DECIDED


def _after_outcome(matter: InventedConsultation) -> Stop:
    if matter.withheld:
        return Stop.WITHHELD
    told = [each.told for each in matter.tellings]
    if matter.children and (not told or Told.NOT_YET in told):
        return Stop.TELLING_DUE
    return Stop.FINISHED


def _children(matter: InventedConsultation, town: Town) -> Iterator[str]:
    family = family_of(matter, town)
    if not matter.children:
        if matter.family or matter.tellings or matter.withheld:
            yield "has no names, so nobody of a family answers or is told"
        known = {child.key for each in town.families.values() for child in each.children}
        if matter.private_link and matter.private_link not in known:
            yield f"there is no child {matter.private_link}"
        return
    if family is None:
        yield f"{', '.join(matter.children)}: no one family has these children"
        return
    if family.case_of != matter.asker:
        yield f"{matter.asker} does not work with the family {family.key}; {family.case_of} does"
    people = {adult.key for adult in family.adults} | {child.key for child in family.children}
    named = [answer.who for answer in matter.family] + [telling.who for telling in matter.tellings]
    for who in (*named, *(each.who for each in matter.withheld)):
        if who not in people:
            yield f"{who} is nobody in the family {family.key}"
    yield from _letters(matter, family)
    for answer in matter.family:
        if (answer.absent_reason is None) == (answer.status is Status.NOT_ASKED):
            yield f"{answer.who}: say why they were not asked, and only then"


def _letters(matter: InventedConsultation, family: InventedFamily) -> Iterator[str]:
    reached = {(each.key, each.who) for each in family.contacts}
    for telling in matter.tellings:
        if telling.letter and (telling.letter, telling.who) not in reached:
            yield f"{telling.letter} is no safe contact of {telling.who}"


def _recipient(recipient: InventedRecipient, matter: InventedConsultation, town: Town) -> Iterator[str]:
    yield from _who(recipient, matter, town)
    internal = is_internal(recipient, matter, town)
    if internal and (recipient.decision or not matter.procedure_followed):
        yield "stands inside one agency: say how its procedure was followed, and decide nothing"
    shared = recipient.decision is not None and recipient.decision.outcome == SHARE
    if recipient.talks and not internal and not shared:
        yield "was spoken with, and it was not decided to share"
    for talk in recipient.talks:
        if talk.medium in WRITTEN_ONLY and not talk.why_not_spoken:
            yield "was only written to: say why nobody spoke"
    if recipient.view and recipient.view.note_state is NoteState.CORRECTED and not recipient.view.correction:
        yield "corrects the note and does not say how"
    if recipient.decision:
        yield from _decision(recipient.decision, matter, town)


def _who(recipient: InventedRecipient, matter: InventedConsultation, town: Town) -> Iterator[str]:
    if [bool(recipient.person), bool(recipient.line), recipient.outside is not None].count(True) != 1:
        yield "is a person, a line or somebody outside: exactly one of them"
    if recipient.person and recipient.person not in town.people:
        yield f"there is no {recipient.person} here"
    elif recipient.adviser == matter.asker:
        yield "nobody asks themselves"
    if recipient.line:
        yield from _line(recipient, town)


def _line(recipient: InventedRecipient, town: Town) -> Iterator[str]:
    agency = town.agencies.get(recipient.line)
    if agency is None or agency.consultation_line is None:
        yield f"{recipient.line} keeps no consultation line"
        return
    for taken in (recipient.taken, recipient.handed_on):
        if taken and taken.by not in agency.consultation_line.people:
            yield f"{taken.by} does not serve on the line"
    if recipient.talks and not recipient.taken:
        yield "was answered before anybody took the question"


def _decision(decision: InventedDecision, matter: InventedConsultation, town: Town) -> Iterator[str]:
    if decision.outcome not in {SHARE, DO_NOT_SHARE}:
        yield f"{decision.outcome} is no outcome of the chart"
    if decision.answers.get("Q4") == "yes" and not decision.necessity:
        yield "shares without consent: say why this much is needed, and no more"
    signed = decision.countersignature
    if signed is None:
        return
    if decision.outcome != DO_NOT_SHARE or not decision.alternative_action:
        yield "a countersignature belongs to a decision not to share that protects another way"
    if (signed.stands is Countersignature.AWAITED) != (signed.by == "" and signed.when is None):
        yield "a countersignature says by whom and when, except while it is awaited"
    if signed.by and not _is_lead_of(matter.asker, signed.by, town):
        yield f"{signed.by} is not the asker's safeguarding lead"


def _outcome(matter: InventedConsultation, town: Town) -> Iterator[str]:
    ended = matter.outcome
    if ended:
        if (ended.next_step is NextStep.NONE) == (ended.kind in RINGS):
            yield f"ends with {ended.kind}: say of a ring whether it was made, and of nothing else"
        if (ended.next_step is NextStep.DONE) != (ended.next_step_when is not None):
            yield "a ring that was made says when, and no other"
    for each in matter.withheld:
        if bool(each.authorised_by) != (each.authorised_when is not None):
            yield f"{each.who}: not telling is authorised by somebody at a time"
        if each.authorised_by and not _is_lead_of(matter.asker, each.authorised_by, town):
            yield f"{each.who}: {each.authorised_by} is not the asker's safeguarding lead"


def _is_lead_of(asker: str, name: str, town: Town) -> bool:
    lead = town.people.get(name)
    return (
        lead is not None
        and name != asker
        and lead.oversees is YesOrNo.YES
        and lead.agency == town.people[asker].agency
    )


def _order(matter: InventedConsultation) -> Iterator[str]:
    """Of what happened, nothing may have happened before what it follows."""
    first = [talk.when for recipient in matter.recipients for talk in recipient.talks]
    began = min((*first, matter.begun), key=lambda each: each.order)
    if began is not matter.begun and matter.way is Way.GUIDED:
        yield "somebody was spoken with before it was begun"
    for recipient in matter.recipients:
        yield from _rising(_steps(recipient, matter.way), recipient.key)
    talked = max(first, key=lambda each: each.order, default=None)
    decided = matter.outcome.when if matter.outcome else None
    yield from _rising([began, talked, decided], "the outcome")
    # In an emergency a parent is told on the spot, long before anybody writes down what was decided.
    before = talked if matter.way is Way.AFTERWARDS else decided
    ends = [(telling.who, telling.when) for telling in matter.tellings]
    for who, when in (*ends, *((each.who, each.when) for each in matter.withheld)):
        yield from _rising([before, when], who)


def _steps(recipient: InventedRecipient, way: Way) -> list[Moment | None]:
    """What happened with one recipient, in the order in which it must have happened."""
    decided = recipient.decision.when if recipient.decision and way is Way.GUIDED else None
    line = [each.when for each in (recipient.taken, recipient.handed_on) if each]
    talks = [talk.when for talk in recipient.talks]
    return [decided, recipient.posted, *line, *talks, recipient.view.when if recipient.view else None]


def _rising(moments: list[Moment | None], where: str) -> Iterator[str]:
    known = [moment for moment in moments if moment is not None]
    for earlier, later in pairwise(known):
        if later.order < earlier.order:
            yield f"{where}: {later.days_ago} days ago, {later.hour:02}:{later.minute:02} comes too early"
