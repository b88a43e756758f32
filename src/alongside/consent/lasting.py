"""Whose last word stands, on the whole and on each kind of thing, and beyond whose word a sharing reaches. Pure."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from alongside.access.context import day_in_london
from alongside.consent.standing import Answer, says_no, state_of, taken_back
from alongside.consent.words import RUNNING, Category, ConsentKind, No, State, Status
from alongside.reliance.words import Cause

Noes = tuple[tuple[Answer, No], ...]  # who says no to one kind of thing, each with what they said


def latest(answers: Sequence[Answer], *, recipient: str, at: datetime) -> tuple[Answer, ...]:
    """Of each person the last word on each kind of question about one recipient, at an instant.

    Nothing else says what supersedes what. Words stand in the order in which they were said, and those of one day in
    the order of recording. What they say of one recipient, or to one kind of question, leaves the others as they
    were. What is no answer yet leaves an earlier answer as it was; what is no consent, or that nobody asked, leaves an
    earlier no as it was.
    """
    last: dict[tuple[str, ConsentKind], Answer] = {}
    for answer in _in_order(answers, recipient=recipient, at=at):
        key = (who(answer), answer.kind)
        if key not in last or _displaces(answer, last[key], at):
            last[key] = answer
    return tuple(last.values())


def alike(elsewhere: Sequence[Answer], *, purpose: str) -> tuple[Answer, ...]:
    """Of what was said in other matters, what was said of the same purpose, however it was typed."""
    return tuple(a for a in elsewhere if _plain(a.purpose) == _plain(purpose))


def _plain(purpose: str) -> str:
    return " ".join(purpose.split()).casefold().rstrip(".")


def latest_with(
    answers: Sequence[Answer], elsewhere: Sequence[Answer], *, recipient: str, at: datetime
) -> tuple[Answer, ...]:
    """The same of one matter, with every no that was said to the same in another and stands (rulebook 4.3, 4.7).

    `elsewhere` is what was said of the same purpose (`alike`). A no takes the place of what the same person had said
    before it, in whichever matter that was. A later yes elsewhere lifts it for whoever has said nothing here; whoever
    has is asked again here, because a yes is for its own matter.
    """
    noes = [a for a in elsewhere if says_no(a, at=at)]
    stand = {a.id for a in latest((*answers, *elsewhere), recipient=recipient, at=at)}
    said = _in_order(answers, recipient=recipient, at=at)
    spoken = {(who(a), a.kind) for a in said if a.status not in {*NO_WORD, Status.NOT_ASKED}}
    here = {a.id for a in answers}
    last = latest((*answers, *noes), recipient=recipient, at=at)
    return tuple(a for a in last if a.id in here | stand or (who(a), a.kind) in spoken)


def _in_order(answers: Sequence[Answer], *, recipient: str, at: datetime) -> list[Answer]:
    """What was said of one recipient up to an instant, in the order in which it was said."""
    said = [a for a in answers if a.recipient == recipient and a.answered_on <= day_in_london(at)]
    return sorted(said, key=lambda a: (*_said_at(a, at), str(a.id)))


def noes_to(answers: Sequence[Answer], *, category: Category, recipient: str, at: datetime) -> Noes:
    """Who says of one kind of thing that it must not go to a recipient, each with what they said, at an instant.

    That something must not be shared, a refusal and a taking back last until the same person says yes to that very
    thing: an answer about something else leaves them as they were (rulebook 4.3: consent is specific; 4.5). A yes that
    is no consent does not lift them. A refusal is of everything; what was taken back is what had been agreed to. Where
    a refusal or a taking back is the last word of all, it stands against everything and is weighed as such
    (`Coverage.refused`), so it is not named here.
    """
    last = {(who(a), a.kind): a for a in latest(answers, recipient=recipient, at=at)}
    found: dict[tuple[str, ConsentKind], tuple[Answer, No]] = {}
    said = _in_order(answers, recipient=recipient, at=at)
    for answer in (a for a in said if a.kind is not ConsentKind.SERVICE_AGREEMENT):
        key = (who(answer), answer.kind)
        if no := _no_to(answer, category, at):
            found[key] = (answer, no)
        elif _allows(answer, category, at):
            found.pop(key, None)
    return tuple(
        (answer, no)
        for key, (answer, no) in found.items()
        if no is No.EXCLUDED or not says_no(last[key], at=at)
    )


def _allows(answer: Answer, category: Category, at: datetime) -> bool:
    """Whether somebody says yes to one kind of thing, and it is a yes."""
    is_word = answer.status not in NO_WORD and state_of(answer, at=at) not in _NO_YES
    return is_word and category in answer.allowed


def _no_to(answer: Answer, category: Category, at: datetime) -> No | None:
    """What an answer says against one kind of thing; None where it says nothing against it."""
    if category in answer.excluded:
        return No.EXCLUDED
    if answer.status is Status.REFUSED:
        return No.REFUSED
    if category in answer.allowed and taken_back(answer, at=at) is not None:
        return No.TAKEN_BACK
    return None


def reaches_further(
    answers: Sequence[Answer], *, recipient: str, purpose: str, at: datetime
) -> tuple[tuple[Answer, Cause], ...]:
    """The running agreements of one matter beyond which a sharing reaches, each with what is new (rulebook 4.5).

    New is a recipient, or for a known recipient a purpose, about which the giver was never asked in this matter.
    Whoever said anything about it, or was not asked for a stated reason, is not reached: their own answer stands.
    Agreeing to help is no consent to share. The same recipient for the same purpose is new once: whoever is asked
    again is told of it. Another one is new beside it.
    """
    stand = [a for each in {a.recipient for a in answers} for a in latest(answers, recipient=each, at=at)]
    agreed = [
        a for a in stand if a.kind is not ConsentKind.SERVICE_AGREEMENT and state_of(a, at=at) in RUNNING
    ]
    found = []
    for answer in sorted(agreed, key=lambda a: str(a.id)):
        theirs = [a for a in answers if who(a) == who(answer)]
        with_them = [a for a in theirs if a.recipient == recipient]
        cause = Cause.NEW_PURPOSE if with_them else Cause.NEW_AGENCY
        asked = with_them and (answer.recipient != recipient or any(a.purpose == purpose for a in with_them))
        if not asked and (cause, recipient, purpose) not in _known_as_new(answer, at):
            found.append((answer, cause))
    return tuple(found)


def _known_as_new(answer: Answer, at: datetime) -> set[tuple[Cause | None, str, str]]:
    return {(e.cause, e.recipient, e.purpose) for e in answer.events if e.cause and e.effective_at <= at}


NO_WORD = frozenset({Status.REQUESTED, Status.NO_REPLY})
_NO_YES = frozenset({State.NOT_VALID, State.FOUND_INVALID, State.NOT_ASKED})


def _displaces(answer: Answer, earlier: Answer, at: datetime) -> bool:
    if answer.status in NO_WORD:
        return False
    is_hollow = state_of(answer, at=at) in _NO_YES and not says_no(answer, at=at)
    return not (is_hollow and says_no(earlier, at=at))


def _said_at(answer: Answer, at: datetime) -> tuple[date, datetime]:
    """When the last thing that this record says was said, and when it was recorded."""
    back = taken_back(answer, at=at)
    if back is not None:
        return day_in_london(back.effective_at), back.recorded_at
    return answer.answered_on, answer.recorded_at or datetime.min.replace(tzinfo=UTC)


def who(answer: Answer) -> str:
    """Who said it, as a key: the child, an adult on record whatever they are called, or else a name."""
    return "child" if answer.is_child == "yes" else str(answer.giver_adult_id or answer.giver)
