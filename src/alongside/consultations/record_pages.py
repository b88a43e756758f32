"""A consultation as its page prints it: what is still to do, and the record so far in reading order."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from django.urls import reverse

from alongside.consultations import rules
from alongside.consultations.chaining import address_in, address_of, onward
from alongside.consultations.concluding_pages import authorised, why_not_yet, why_withheld
from alongside.consultations.queries import ConsultationPage, OutcomeCard, PersonCard, TogetherCard
from alongside.consultations.rules import STEP_THAT_SETTLES, Progress, TaskState
from alongside.consultations.said_pages import Said, said_so_far
from alongside.consultations.withheld_pages import withheld_tag
from alongside.consultations.words import Beginning, OutcomeKind, Task
from alongside.design.jinja import day, short_day
from alongside.design.parts import DutyRow, Statement, SummaryRow, Tag, TaskRow, TaskStatus, Tone
from alongside.duties.queries import DutyLine
from alongside.duties.rules import Urgency
from alongside.duties.words import Owed
from alongside.involvement.queries import TellingCard
from alongside.involvement.rules import is_settled, is_told
from alongside.involvement.words import Told
from alongside.reliance.queries import ChangeCard
from alongside.sharing.pages import AFTER_THE_FACT, statements
from alongside.sharing.words import Included

TONES = {Urgency.LATE: Tone.LATE, Urgency.TODAY: Tone.DUE}
DONE_WITH = {Owed.OUTCOME: Task.OUTCOME, Owed.TELL_FAMILY: Task.TELLING}
TELLINGS = {Told.NOT_YET: Tag("Not yet told", Tone.DUE)}


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """The tasks under one heading: before one asks, with each person asked, afterwards."""

    title: str
    rows: tuple[TaskRow, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """The page of one consultation."""

    tasks: tuple[TaskGroup, ...]
    go_on: str  # the label of the next task, empty where nothing is left or one may only read
    go_on_href: str
    reasons: tuple[SummaryRow, ...]
    items: tuple[Statement, ...]
    left_out: tuple[Statement, ...]
    said: tuple[Said, ...]
    decided: tuple[tuple[PersonCard, Tag], ...]
    told: tuple[tuple[Tag, str, str], ...]
    duties: tuple[DutyRow, ...]
    may_end: str  # "yes" while nobody was spoken with, so that it can end without a talk


@dataclass(frozen=True, slots=True)
class Together:
    """The other consultations that were begun with one, and the badge of what was recorded after the fact (G6)."""

    others: tuple[TogetherCard, ...]
    badge: Tag = AFTER_THE_FACT


@dataclass(frozen=True, slots=True)
class Closing:
    """The confirmation at the end: what stands, what is still owed."""

    title: str
    sentence: str
    rows: tuple[SummaryRow, ...]
    duties: tuple[DutyRow, ...]
    receipts: tuple[Said, ...]  # what somebody of the family said of it and can be handed on paper
    complete_href: str  # where what was recorded in a hurry is completed; empty where nothing waits for it


def record_of(
    page: ConsultationPage,
    *,
    withheld: Collection[UUID | None] = (),
    named: Mapping[UUID, str] | None = None,
) -> Record:
    """Put a consultation into its parts, in reading order.

    `withheld`: those who are not to be told now (`said_so_far`); `named`: the adults of the family (`statements`).
    """
    task = page.next_task if page.may_continue == "yes" else None
    return Record(
        tasks=_tasks(page) if page.may_continue == "yes" else (),
        go_on=task.task.label if task else "",
        go_on_href=address_in(page, task) if task else "",
        reasons=_reasons(page),
        items=_items(page, named),
        left_out=statements(page.items, included=Included.LEAVE_OUT, named=named),
        said=said_so_far(page, withheld=withheld),
        decided=tuple((person, _decided(page, person)) for person in page.people if person.decision),
        told=tuple(_told(told) for told in page.tellings),
        duties=_duties(page),
        may_end="yes" if _may_end(page) else "no",
    )


def _decided(page: ConsultationPage, person: PersonCard) -> Tag:
    """What was decided for one person, as it stands now: what it rested on may have changed or run out since."""
    if person.decision is None or person.decision.outcome != "SHARE":
        return Tag("Not to be shared", Tone.DUE)
    if any(each.holds and not each.settled for each in person.changes):
        return Tag("Stopped until it is looked at again", Tone.LATE)
    if any(each.holds for each in person.changes):
        return Tag("Not shared any more", Tone.DUE)
    if any(not each.settled for each in person.changes):
        return Tag("To be looked at again", Tone.DUE)
    return _rests_on(page, person)


def _rests_on(page: ConsultationPage, person: PersonCard) -> Tag:
    """Whether what it rests on still runs; whoever may not know reads what was decided, and not that it may be shared."""
    if person.run_out:
        return Tag("Run out: ask again before more is shared", Tone.DUE)
    if any(each.weighed != "yes" for each in page.answers):
        return Tag("It was decided to share", Tone.CALM)
    return Tag("May be shared", Tone.OK)


def _may_end(page: ConsultationPage) -> bool:
    begun = page.spoken is not None or any(
        person.talks or (person.sent and not _is_refused(person)) for person in page.people
    )
    return page.may_continue == "yes" and not begun and page.state_of(Task.OUTCOME) is not Progress.DONE


def _is_refused(person: PersonCard) -> bool:
    return person.decision is not None and person.decision.outcome != "SHARE"


def closing_of(
    page: ConsultationPage, together: Together, *, withheld: Collection[UUID | None] = ()
) -> Closing:
    """Say what stands at the end of a consultation, and whom it is about: of a group, all of them.

    `withheld`: those who are not to be told now (`said_so_far`).
    """
    title, sentence = _ending(page, withheld)
    rows = [SummaryRow("About", ", ".join((page.child, *(each.child for each in together.others))))]
    rows += [SummaryRow("With", person.title) for person in page.people]
    if page.outcome:
        rows.append(SummaryRow("What was decided", page.outcome.kind.label, evidence=page.outcome.words))
    rows += [SummaryRow(told.name, _told(told)[2]) for told in page.tellings]
    return Closing(
        title=title,
        sentence=sentence,
        rows=tuple(rows),
        duties=_duties(page),
        receipts=tuple(each for each in said_so_far(page, withheld=withheld) if each.receipt_href),
        complete_href=onward(page) if _is_to_complete(page) else "",
    )


def _is_to_complete(page: ConsultationPage) -> bool:
    return page.may_continue == "yes" and any(duty.kind is Owed.COMPLETE_RECORD for duty in page.duties)


def _ending(page: ConsultationPage, withheld: Collection[UUID | None]) -> tuple[str, str]:
    if page.outcome is not None:
        return _end_of(page, page.outcome, withheld)
    if page.beginning is Beginning.ALREADY_SPOKEN:
        return "Recorded", "It is saved as it is. Complete it when the child is safe and you have the time."
    return "Saved so far", "You can come back to this consultation at any time."


def _end_of(
    page: ConsultationPage, outcome: OutcomeCard, withheld: Collection[UUID | None]
) -> tuple[str, str]:
    if page.state_of(Task.TELLING) is None:
        return "What was decided is recorded", ""
    if not page.tellings:
        return "What was decided is recorded", "The family is still to be told."
    standing = [(told.told, told.authorisation) for told in page.tellings]
    if is_told(standing) and not is_settled(standing):
        return "Recorded", "A safeguarding lead says whether those who are not told for now may go untold."
    if not is_settled(standing):
        return (
            "Recorded, and the family is still to be told",
            "It stays on your list until everyone has been told.",
        )
    ended = [_who_was_told(page), _child_left_open(page, withheld)]
    if outcome.kind is OutcomeKind.NOT_HELD and not page.talks:
        ended.append("" if any(person.sent for person in page.people) else "Nothing was shared.")
    return "The consultation is recorded", " ".join(filter(None, ended))


def _who_was_told(page: ConsultationPage) -> str:
    """Each of the family who knows, by name: one who was told says nothing of another (rulebook 5.6)."""
    told = [each.name for each in page.tellings if each.told in {Told.INFORMED, Told.ALREADY_AWARE}]
    return f"Told what was decided: {'; '.join(told)}." if told else ""


def _child_left_open(page: ConsultationPage, withheld: Collection[UUID | None]) -> str:
    """That nobody has answered for the child, who has a right of their own to know (rulebook 5.7)."""
    if None in withheld or any(each.adult_id is None for each in page.tellings):
        return ""
    return f"Whether {page.child} has been told is not written down yet."


def _tasks(page: ConsultationPage) -> tuple[TaskGroup, ...]:
    of_nobody = [each for each in page.progress if each.person_id is None]
    groups = [
        ("Before you ask", [each for each in of_nobody if each.task not in rules.AFTERWARDS]),
        *(
            (person.title, [each for each in page.progress if each.person_id == person.id])
            for person in page.people
        ),
        ("Afterwards", [each for each in of_nobody if each.task in rules.AFTERWARDS]),
    ]
    return tuple(TaskGroup(title, tuple(_row(page, each) for each in states)) for title, states in groups)


def _row(page: ConsultationPage, state: TaskState) -> TaskRow:
    return TaskRow(
        label=state.task.label,
        status=TaskStatus[state.progress.name],
        href=_address(page, state) if _may_open(page, state) else "",
        hint=_hint(page, state),
    )


def _address(page: ConsultationPage, state: TaskState) -> str:
    person = page.person_of(state.person_id) if state.person_id else None
    if state.task is Task.MAY_I_SHARE and person and (again := _to_look_at(page, person)):
        return reverse("consultations:changed", args=[again.id])
    if state.task is Task.MAY_I_SHARE and person and person.decision and person.talks:
        return reverse("sharing:open_decision", args=[person.decision.id])
    return address_in(page, state)


def _to_look_at(page: ConsultationPage, person: PersonCard) -> ChangeCard | None:
    """The change under a decision that its owner is to look at now; where it is to be decided anew, that comes first."""
    if page.state_of(Task.MAY_I_SHARE, person.id) is not Progress.NEEDS_ATTENTION:
        return None
    return next((each for each in person.changes if not (each.settled or each.through_id)), None)


def _may_open(page: ConsultationPage, state: TaskState) -> str:
    held = page.outcome is None or page.outcome.kind is not OutcomeKind.NOT_HELD
    settled = page.outcome is not None and held
    closed = (
        (state.task is Task.WHY and page.talks)
        or (state.task in {Task.WHOM, Task.WHAT} and settled)
        or (state.task is Task.OUTCOME and state.progress is Progress.DONE and not held)
    )
    return "" if closed or state.progress is Progress.CANNOT_START_YET else "yes"


def _hint(page: ConsultationPage, state: TaskState) -> str:
    if state.task is Task.WHOM:
        return " and ".join(person.name for person in page.people)
    if state.task is Task.MAY_I_SHARE and state.progress is Progress.NEEDS_ATTENTION and state.person_id:
        return _attention_hint(page, page.person_of(state.person_id))
    if state.task is Task.TALK and state.person_id:
        return _talk_hint(page.person_of(state.person_id), state.progress)
    if state.task is Task.TELLING and state.progress is Progress.IN_PROGRESS:
        return "Not everyone has been told yet."
    if state.task is Task.OUTCOME and page.outcome:
        return page.outcome.kind.label
    return ""


def _attention_hint(page: ConsultationPage, person: PersonCard) -> str:
    """Why a decision needs attention: of a change, of a lead who has not countersigned, or of one who sent it back."""
    if _to_look_at(page, person):
        return "What it rested on has changed. Say what becomes of it."
    if person.decision and person.decision.countersignature == "awaited":
        return "It needs a safeguarding lead’s countersignature."
    return "A safeguarding lead asks you to think again."


def _talk_hint(person: PersonCard, progress: Progress) -> str:
    """What became of a question that was sent before anybody spoke."""
    if progress is Progress.IN_PROGRESS:
        return "They answered in writing. You have not spoken yet."
    if not person.sent or progress is not Progress.NOT_STARTED:
        return ""
    last = person.sent[-1]
    taken = f" {last.state.taken_by} has it." if last.state and last.state.taken_by else ""
    return f"You sent your question on {day(last.sent_at)} and wait to be rung back.{taken}"


def _items(page: ConsultationPage, named: Mapping[UUID, str] | None) -> tuple[Statement, ...]:
    """What is to be shared; with several people asked, each item with those of them whom it is for."""
    printed = statements(page.items, included=Included.SHARE, named=named)
    if len(page.people) < 2:
        return printed
    shared = [item for item in page.items if item.included is Included.SHARE]
    return tuple(
        replace(statement, category=f"{statement.category}. For {_names(page, item.shared_with)}")
        for statement, item in zip(printed, shared, strict=True)
    )


def _names(page: ConsultationPage, recipients: tuple[UUID, ...]) -> str:
    found = [person.name for person in page.people if person.recipient_id in recipients]
    return " and ".join(found) or "nobody who is asked now"


def _reasons(page: ConsultationPage) -> tuple[SummaryRow, ...]:
    asked = (
        ("What is asked", page.question),
        ("How it would help", page.benefit),
        ("How it is explained to the family", page.explanation_for_family),
    )
    return tuple(SummaryRow(question, words) for question, words in asked if words)


def _told(told: TellingCard) -> tuple[Tag, str, str]:
    if told.told is Told.WITHHELD:
        return _withheld(told)
    if told.told is Told.NOT_YET:
        return TELLINGS[told.told], told.name, f"Not yet: {why_not_yet(told)}"
    tag = Tag("Told" if told.told is Told.INFORMED else "Knew already", Tone.OK)
    since = "on" if told.told is Told.INFORMED else "since"
    how = f", {told.how}" if told.how and told.told is Told.INFORMED else ""
    words = f" They said: {told.words}" if told.words else ""
    return (
        tag,
        told.name,
        f"{tag.text} {since} {day(told.told_on)}{how}.{words}" if told.told_on else tag.text,
    )


def _withheld(told: TellingCard) -> tuple[Tag, str, str]:
    ground = told.ground.label if told.ground else ""
    again = f" Looked at again on {day(told.review_on)}." if told.review_on else ""
    stands = authorised(told) or "It waits for a safeguarding lead’s word."
    return withheld_tag(told), told.name, " ".join(f"{ground}. {why_withheld(told)}{again} {stands}".split())


def _duties(page: ConsultationPage) -> tuple[DutyRow, ...]:
    """What is still owed; the next steps stand in a block of their own (`step_pages`)."""
    return tuple(_duty(page, duty) for duty in page.duties if duty.kind not in STEP_THAT_SETTLES)


def _duty(page: ConsultationPage, duty: DutyLine) -> DutyRow:
    soon = "today" if duty.urgency is Urgency.TODAY else f"by {short_day(duty.due_at, page.at)}"
    tag = Tag(soon, TONES.get(duty.urgency, Tone.CALM))
    if duty.kind is Owed.COMPLETE_RECORD and _is_to_complete(page):
        return DutyRow(tag=tag, sentence=duty.kind.label, action="Complete it", href=onward(page))
    task = DONE_WITH.get(duty.kind)
    if task is None or page.may_continue != "yes":
        return DutyRow(tag=tag, sentence=duty.kind.label)
    return DutyRow(tag=tag, sentence=duty.kind.label, action="Do it now", href=address_of(task, page.id))
