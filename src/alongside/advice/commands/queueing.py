"""A team's consultation line: a question waits on it until one of those who answer it takes it."""

from dataclasses import dataclass
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.access.gate import Act, writes
from alongside.access.words import NotThere, Ref, Refused
from alongside.advice import rules
from alongside.advice.commands.showing import refuse_held, show_asked_back, show_to
from alongside.advice.models import WaitingQuestion
from alongside.advice.words import Leaf, Right, Wanted
from alongside.directory import queries as directory
from alongside.duties import commands as duties
from alongside.duties.rules import Due
from alongside.duties.words import Owed
from alongside.notify import commands as notify
from alongside.notify.words import Neutral
from alongside.sharing import commands as sharing
from alongside.sharing import queries as sharing_queries

QUEUED_MOST = 20
TAKEN = "{who} has taken this already. Take another one, or ring {who} if you know more about it."


@dataclass(frozen=True, slots=True)
class QueuedQuestion:
    """How the asker would like the line to ring back."""

    ring_back_on: str
    wanted: Wanted


@writes(Right.QUESTION_QUEUE)
def queue_question(act: Act, *, disclosure_id: UUID, line_id: UUID, queued: QueuedQuestion) -> UUID:
    """Let a question that was shared with a line wait on it, and tell those who answer it that something waits.

    Whoever asked waits for it with a clock, and rings when it is late. Raises Refused for a line that nobody answers who
    may read it.
    """
    shared = sharing_queries.disclosure(act, disclosure_id=disclosure_id)
    if shared.to_line_id != line_id or shared.asker_membership_id != act.ctx.membership_id:
        raise NotThere
    line = directory.line(act, line_id=line_id)
    question = WaitingQuestion.objects.create(
        agency_id=line.agency_id,
        author_membership_id=act.ctx.membership_id,
        line_id=line_id,
        disclosure_id=disclosure_id,
        about_case_id=shared.asker_case_id,
        asker_as_named=shared.asker,
        ring_back_on=queued.ring_back_on,
        wanted=queued.wanted,
        queued_at=act.now,
    )
    about = Ref("question", question.id)
    members = may_answer(act, question=question)
    if not members:
        raise Refused(f"Nobody who may read this answers the line now. Ring {line.telephone}.")
    for member in members:
        notify.tell(act, to_membership_id=member, that=Neutral.SOMETHING_WAITS, about=about)
    duties.owe(
        act,
        what=Owed.RING_LINE,
        by_membership_id=act.ctx.membership_id,
        arising_from=Ref("disclosure", disclosure_id),
        agency_id=shared.asker_agency_id,
        case_id=shared.asker_case_id,
    )
    act.note(Leaf.QUESTION_QUEUED, about=about)
    return question.id


@writes(Right.QUESTION_TAKE)
def take_question(act: Act, *, question_id: UUID) -> UUID:
    """Take a waiting question, so that nobody else on the line does; answers what was shared with the line.

    Raises NotThere for whoever does not answer this line, or may not know of the matter; Refused where somebody has
    taken it, or it no longer waits.
    """
    question = question_on_my_line(act, question_id=question_id)
    if question.author_membership_id == act.ctx.membership_id:
        raise Refused("You asked this yourself. Somebody else on the line takes it.")
    refuse_held(act, disclosure_id=question.disclosure_id)
    waiting = WaitingQuestion.objects.filter(
        id=question_id, taken_at__isnull=True, answered_at__isnull=True, withdrawn_at__isnull=True
    )
    if not waiting.update(taken_at=act.now, taken_by_id=act.ctx.membership_id):
        raise Refused(_gone(question))
    give_to(act, question=question, membership_id=act.ctx.membership_id)
    notify.settle(act, about=Ref("question", question_id))
    act.note(Leaf.QUESTION_TAKEN, about=Ref("question", question_id))
    return question.disclosure_id


def question_on_my_line(act: Act, *, question_id: UUID) -> WaitingQuestion:
    """A question on a line that whoever acts answers now. Raises NotThere."""
    act.admit("advice.WaitingQuestion", question_id)
    question = WaitingQuestion.objects.select_related("taken_by__practitioner").get(id=question_id)
    if act.ctx.membership_id not in directory.members_of_line(act, line_id=question.line_id):
        raise NotThere
    return question


def may_answer(act: Act, *, question: WaitingQuestion) -> tuple[UUID, ...]:
    """Who of those who answer its line now may know of a question."""
    members = directory.members_of_line(act, line_id=question.line_id)
    return tuple(
        each
        for each in members
        if reaches(act, row=("advice.WaitingQuestion", question.id), membership_id=each)
    )


def reaches(act: Act, *, row: tuple[str, UUID], membership_id: UUID) -> bool:
    """Whether somebody may know of a row, by its table and key: a conflict or a restricted record beats a grant."""
    card = directory.member(act, membership_id=membership_id)
    return act.seen_by(
        *row, membership_id=membership_id, practitioner_id=card.practitioner_id, agency_id=card.agency_id
    )


def give_to(act: Act, *, question: WaitingQuestion, membership_id: UUID) -> None:
    """Let somebody see what was asked, and owe its answer. Part of the calling deed.

    A declared conflict and a seal beat this: then whoever takes finds NotThere, and whoever hands on is Refused.
    """
    sharing.let_in(act, disclosure_id=question.disclosure_id, membership_id=membership_id)
    if not reaches(act, row=("sharing.Disclosure", question.disclosure_id), membership_id=membership_id):
        if membership_id == act.ctx.membership_id:
            raise NotThere
        raise Refused("Choose somebody else: this is not for them.", field="to")
    show_to(act, membership_id=membership_id, row_id=question.id)
    show_asked_back(act, disclosure_id=question.disclosure_id, membership_id=membership_id)
    duties.owe(
        act,
        what=Owed.ANSWER_QUESTION,
        by_membership_id=membership_id,
        arising_from=Ref("disclosure", question.disclosure_id),
        agency_id=question.agency_id,
        case_id=None,
        due=_by(act, question),
    )


def _by(act: Act, question: WaitingQuestion) -> Due | None:
    """By when whoever takes it rings back: today, where that was wanted today; else as the kind of duty says."""
    today = day_in_london(act.now)
    asked_for_today = question.wanted == Wanted.TODAY and day_in_london(question.queued_at) == today
    return Due(on=today) if asked_for_today else None


def settle_spoken(act: Act, *, disclosure_ids: frozenset[UUID], spoke_with: str) -> UUID | None:
    """What was sent to a line no longer waits once the asker has spoken with it. Part of the calling deed.

    Answers who had taken it, where it was they who spoke by the name that was written down; None otherwise: what was
    said to one colleague is shown to no other.
    """
    sent = WaitingQuestion.objects.filter(disclosure_id__in=disclosure_ids, taken_by__isnull=False)
    spoken_with = None
    for question in sent.select_related("taken_by__practitioner").order_by("queued_at")[:QUEUED_MOST]:
        if question.taken_by is None or not rules.is_same_name(
            question.taken_by.practitioner.name, other=spoke_with
        ):
            continue
        spoken_with = question.taken_by_id
        if question.answered_at is None and question.withdrawn_at is None:
            question.answered_at, question.answered_by_id = act.now, question.taken_by_id
            question.save(update_fields=["answered_at", "answered_by"])
            notify.settle(act, about=Ref("question", question.id))
    withdraw_sent(act, disclosure_ids=disclosure_ids)
    return spoken_with


def withdraw_sent(act: Act, *, disclosure_ids: frozenset[UUID]) -> None:
    """Let nobody take or answer what was sent to a line and still waits there. Part of the calling deed."""
    waiting = WaitingQuestion.objects.filter(
        disclosure_id__in=disclosure_ids, answered_at__isnull=True, withdrawn_at__isnull=True
    )
    for question in waiting[:QUEUED_MOST]:
        question.withdrawn_at, question.withdrawn_by_id = act.now, act.ctx.membership_id
        question.save(update_fields=["withdrawn_at", "withdrawn_by"])
        notify.settle(act, about=Ref("question", question.id))


def _gone(question: WaitingQuestion) -> str:
    if question.taken_by is None or question.withdrawn_at is not None:
        return "This no longer waits: whoever asked has spoken with the line, or decided otherwise. Take another one."
    return TAKEN.format(who=question.taken_by.practitioner.name)
