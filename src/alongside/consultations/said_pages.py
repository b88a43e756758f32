"""What the family said in a consultation, as its pages print it: each answer as it stands now. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from alongside.consent.rules import Answer, latest, state_of, who
from alongside.consent.words import DAY_HAS_PASSED, NOT_WEIGHED, OPEN_ENDED, RUNNING, Invalid, State, Status
from alongside.consultations.queries import ConsultationPage
from alongside.design.jinja import day
from alongside.design.parts import Tag, Tone
from alongside.sharing.rules import authority_note

TONES = {
    State.GIVEN: Tone.OK,
    State.NO_AUTHORITY: Tone.OK,
    State.ON_RECORD: Tone.CALM,
    State.NO_REPLY: Tone.CALM,
    State.NOT_ASKED: Tone.CALM,
}
# What is no agreement now lets nothing be shared, and no page says that it does.
ABOUT = {
    State.GIVEN: "May be shared: ",
    State.REQUESTED: "Asked about: ",
}


@dataclass(frozen=True, slots=True)
class Said:
    """What one person of the family said: a word as a tag, and the rest in lines.

    `receipt_href` is where it is printed for them, `back_href` where they take it back; each empty where that is not done.
    """

    giver: str
    recipient: str
    tag: Tag
    lines: tuple[str, ...]
    words: str
    receipt_href: str
    back_href: str


def said_so_far(page: ConsultationPage, *, withheld: Collection[UUID | None] = ()) -> tuple[Said, ...]:
    """Everything that people of the family said, in the order in which it was recorded.

    `withheld`: those who are not to be told now, None for the child; nothing is printed for them.
    """
    return tuple(_said(page, each, withheld) for each in page.answers if not _is_answered(each, page.answers))


def _said(page: ConsultationPage, answer: Answer, withheld: Collection[UUID | None]) -> Said:
    state = _state(page, answer)
    return Said(
        answer.giver,
        answer.recipient,
        Tag("Agreed" if state is State.NO_AUTHORITY else state.value, TONES.get(state, Tone.DUE)),
        tuple(_lines(page, answer, state)),
        answer.words,
        _receipt_href(page, answer, withheld),
        _back_href(page, answer, state),
    )


def _state(page: ConsultationPage, answer: Answer) -> State:
    """Where it stands now; a later answer of the same person takes the place of what is open-ended."""
    state = state_of(answer, at=page.at)
    last = {each.id for each in latest(page.answers, recipient=answer.recipient, at=page.at)}
    return State.SUPERSEDED if state in OPEN_ENDED and answer.id not in last else state


def _lines(page: ConsultationPage, answer: Answer, state: State) -> list[str]:
    recorded = "Recorded on" if answer.status is Status.NOT_ASKED else "On"
    lines = [f"{recorded} {day(answer.answered_on)}, about sharing with {answer.recipient}."]
    if answer.allowed:
        about = ABOUT.get(state, "They said yes to: ")
        lines.append(about + ", ".join(category.label for category in answer.allowed) + ".")
    if answer.excluded:
        lines.append("Must not be shared: " + ", ".join(category.label for category in answer.excluded) + ".")
    if looks := _looked_at(answer, state):
        lines.append(looks)
    if page.may_continue == "yes" and (note := authority_note(answer)):
        lines.append(note)
    if answer.status is Status.NOT_ASKED and answer.absent_reason:
        lines.append(f"{answer.absent_reason.label}.")
    if answer.status is Status.NOT_VALID:
        lines.append(_why_it_does_not_count(answer))
    return lines


def _looked_at(answer: Answer, state: State) -> str:
    """By when an agreement that runs is looked at again; empty for anything else."""
    if state is State.ON_RECORD:
        return NOT_WEIGHED
    if state not in RUNNING:
        return ""
    if answer.review is None:
        return DAY_HAS_PASSED if state is State.UNDER_REVIEW else ""
    was = "It was to be looked at again by" if state is State.UNDER_REVIEW else "Look at it again by"
    return f"{was} {day(answer.review.on)}."


def _is_answered(request: Answer, answers: tuple[Answer, ...]) -> bool:
    """Whether this is a request that the same person has answered since, so that the answer says it all."""
    if request.status is not Status.REQUESTED:
        return False
    later = answers[answers.index(request) + 1 :]
    whose = (who(request), request.recipient)
    return any((who(a), a.recipient) == whose and a.status is not Status.REQUESTED for a in later)


def _why_it_does_not_count(answer: Answer) -> str:
    why = Invalid(answer.invalid_reason)
    if why is Invalid.GIVER_LACKS_AUTHORITY:
        return f"It does not count. {answer.may_reason}"
    return f"It does not count. {why.label}. Ask them again."


def _receipt_href(page: ConsultationPage, answer: Answer, withheld: Collection[UUID | None]) -> str:
    on_record = answer.giver_adult_id is not None or answer.is_child == "yes"
    in_fear = answer.invalid_reason == Invalid.IN_FRONT_OF_SOMEONE_FEARED
    if page.may_continue != "yes" or not on_record or in_fear or answer.status is Status.NOT_ASKED:
        return ""
    if answer.giver_adult_id in withheld:
        return ""
    return reverse("receipts:receipt", args=[answer.id])


def _back_href(page: ConsultationPage, answer: Answer, state: State) -> str:
    """Taking back is as near as agreeing was (rulebook 4.5)."""
    if page.may_continue != "yes" or state not in RUNNING:
        return ""
    return reverse("consent:withdraw", args=[answer.id])
