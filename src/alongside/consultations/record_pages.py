"""A consultation as its page prints it: what is still to do, and the record so far in reading order."""

from dataclasses import dataclass

from django.urls import reverse

from alongside.consent.words import Status
from alongside.consultations.chaining import address_of
from alongside.consultations.queries import ConsultationPage, TellingCard
from alongside.consultations.rules import Progress
from alongside.consultations.words import OutcomeKind, Task, Told
from alongside.design.jinja import day, short_day
from alongside.design.parts import DutyRow, Statement, SummaryRow, Tag, TaskRow, TaskStatus, Tone
from alongside.duties.queries import DutyLine
from alongside.duties.rules import Urgency
from alongside.duties.words import Owed
from alongside.sharing.pages import statements
from alongside.sharing.words import Included

# What rests on these cannot be changed once it was spoken about: another talk is another consultation.
SETTLED_BY_TALK = frozenset({Task.WHOM, Task.WHY, Task.WHAT})
DECIDED = {"SHARE": Tag("May be shared", Tone.OK), "DO_NOT_SHARE": Tag("Not to be shared", Tone.DUE)}
TONES = {Urgency.LATE: Tone.LATE, Urgency.TODAY: Tone.DUE}
STANDINGS = {Status.GIVEN: Tag("Agreed", Tone.OK), Status.REFUSED: Tag("Said no", Tone.DUE)}
DONE_WITH = {Owed.OUTCOME: Task.OUTCOME, Owed.TELL_FAMILY: Task.TELLING}
TELLINGS = {Told.NOT_YET: Tag("Not yet told", Tone.DUE)}


@dataclass(frozen=True, slots=True)
class Said:
    """What one person of the family said: a word as a tag, and the rest in lines."""

    giver: str
    tag: Tag
    lines: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Record:
    """The page of one consultation."""

    tasks: tuple[TaskRow, ...]
    go_on: str  # the label of the next task, empty where nothing is left or one may only read
    go_on_href: str
    reasons: tuple[SummaryRow, ...]
    items: tuple[Statement, ...]
    left_out: tuple[Statement, ...]
    said: tuple[Said, ...]
    decided: Tag | None
    told: tuple[tuple[Tag, str, str], ...]
    duties: tuple[DutyRow, ...]


@dataclass(frozen=True, slots=True)
class Closing:
    """The confirmation at the end: what stands, what is still owed."""

    title: str
    sentence: str
    rows: tuple[SummaryRow, ...]
    duties: tuple[DutyRow, ...]
    ring_csc: str  # "yes" where what was decided is a referral, which nothing here sends
    ask_others: str  # the same for a Team Around the Family


def record_of(page: ConsultationPage) -> Record:
    """Put a consultation into its parts, in reading order."""
    task = page.next_task if page.may_continue == "yes" else None
    return Record(
        tasks=_tasks(page) if page.may_continue == "yes" else (),
        go_on=task.label if task else "",
        go_on_href=address_of(task, page.id) if task else "",
        reasons=_reasons(page),
        items=statements(page.items, included=Included.SHARE),
        left_out=statements(page.items, included=Included.LEAVE_OUT),
        said=said_so_far(page),
        decided=DECIDED.get(page.decision.outcome, Tag("Not to be shared", Tone.DUE))
        if page.decision
        else None,
        told=tuple(_told(told) for told in page.tellings),
        duties=tuple(_duty(page, duty) for duty in page.duties),
    )


def closing_of(page: ConsultationPage) -> Closing:
    """Say what stands at the end of a consultation."""
    title, sentence = _ending(page)
    kind = page.outcome.kind if page.outcome else None
    rows = [SummaryRow("About", page.child)]
    if page.person:
        rows.append(SummaryRow("With", page.person.title))
    if page.outcome:
        rows.append(SummaryRow("What was decided", page.outcome.kind.label, evidence=page.outcome.words))
    rows += [SummaryRow(told.name, _told(told)[2]) for told in page.tellings]
    return Closing(
        title=title,
        sentence=sentence,
        rows=tuple(rows),
        duties=tuple(_duty(page, duty) for duty in page.duties),
        ring_csc="yes" if kind is OutcomeKind.REFERRAL else "no",
        ask_others="yes" if kind is OutcomeKind.TAF else "no",
    )


def _ending(page: ConsultationPage) -> tuple[str, str]:
    if page.outcome is None:
        return "Saved so far", "You can come back to this consultation at any time."
    if not page.tellings:
        return "What was decided is recorded", "The family is still to be told."
    if any(told.told is Told.NOT_YET for told in page.tellings):
        return (
            "Recorded, and the family is still to be told",
            "It stays on your list until everyone has been told.",
        )
    if page.outcome.kind is OutcomeKind.NOT_HELD and not page.talks:
        return "Recorded, and the family has been told", "Nothing was shared."
    return "The consultation is recorded, and the family has been told", ""


def _tasks(page: ConsultationPage) -> tuple[TaskRow, ...]:
    return tuple(
        TaskRow(
            label=task.label,
            status=TaskStatus[state.name],
            href=_address(page, task) if _may_open(page, task, state) else "",
            hint=_hint(page, task),
        )
        for task, state in page.progress.items()
    )


def _address(page: ConsultationPage, task: Task) -> str:
    decision = page.decision
    if task is Task.MAY_I_SHARE and decision is not None and page.talks:
        return reverse("sharing:open_decision", args=[decision.id])
    return address_of(task, page.id)


def _may_open(page: ConsultationPage, task: Task, state: Progress) -> str:
    not_held = page.decision is not None and page.decision.outcome != "SHARE"
    closed = (task in SETTLED_BY_TALK and page.talks) or (task is Task.OUTCOME and not_held)
    return "" if closed or state is Progress.CANNOT_START_YET else "yes"


def _hint(page: ConsultationPage, task: Task) -> str:
    state = page.progress[task]
    if task is Task.WHOM and page.person:
        return page.person.title
    if task is Task.MAY_I_SHARE and state is Progress.NEEDS_ATTENTION:
        awaited = page.decision is not None and page.decision.countersignature == "awaited"
        return (
            "A safeguarding lead is asked to countersign."
            if awaited
            else "A safeguarding lead asks you to think again."
        )
    if task is Task.TELLING and state is Progress.IN_PROGRESS:
        return "Not everyone has been told yet."
    if task is Task.OUTCOME and page.outcome:
        return page.outcome.kind.label
    return ""


def _reasons(page: ConsultationPage) -> tuple[SummaryRow, ...]:
    asked = (
        ("What is asked", page.question),
        ("How it would help", page.benefit),
        ("How it is explained to the family", page.explanation_for_family),
    )
    return tuple(SummaryRow(question, words) for question, words in asked if words)


def said_so_far(page: ConsultationPage) -> tuple[Said, ...]:
    """Everything that people of the family said, in the order in which it was recorded."""
    found = []
    for answer in page.answers:
        lines = [f"{_on(answer.status)} {day(answer.answered_on)}, about sharing with {answer.recipient}."]
        if answer.allowed:
            lines.append("May be shared: " + ", ".join(category.label for category in answer.allowed) + ".")
        if answer.excluded:
            lines.append(
                "Must not be shared: " + ", ".join(category.label for category in answer.excluded) + "."
            )
        if answer.review_by:
            lines.append(f"Look at it again by {day(answer.review_by)}.")
        if answer.status is Status.NOT_ASKED and answer.absent_reason:
            lines.append(f"{answer.absent_reason.label}.")
        found.append(
            Said(answer.giver, STANDINGS.get(answer.status, Tag("Not asked")), tuple(lines), answer.words)
        )
    return tuple(found)


def _on(status: Status) -> str:
    return "Recorded on" if status is Status.NOT_ASKED else "On"


def _told(told: TellingCard) -> tuple[Tag, str, str]:
    if told.told is Told.NOT_YET:
        return TELLINGS[told.told], told.name, f"Not yet: {told.words}"
    tag = Tag("Told" if told.told is Told.INFORMED else "Knew already", Tone.OK)
    since = "on" if told.told is Told.INFORMED else "since"
    how = f", {told.how}" if told.how and told.told is Told.INFORMED else ""
    words = f" They said: {told.words}" if told.words else ""
    return (
        tag,
        told.name,
        f"{tag.text} {since} {day(told.told_on)}{how}.{words}" if told.told_on else tag.text,
    )


def _duty(page: ConsultationPage, duty: DutyLine) -> DutyRow:
    tag = Tag(f"by {short_day(duty.due_at)}", TONES.get(duty.urgency, Tone.CALM))
    task = DONE_WITH.get(duty.kind)
    if task is None or page.may_continue != "yes":
        return DutyRow(tag=tag, sentence=duty.kind.label)
    return DutyRow(tag=tag, sentence=duty.kind.label, action="Do it now", href=address_of(task, page.id))
