"""Whether what people said covers a sharing: this recipient, this purpose, every item, at this time. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from alongside.consent.words import AbsentReason, Category, ConsentKind, Form, Status
from alongside.families.words import ParentalResponsibility

LONGEST_REVIEW = timedelta(days=183)  # six months, rulebook 4.5


@dataclass(frozen=True, slots=True)
class Answer:
    """What one person said, as the walk needs it.

    `responsibility` is what is known of their parental responsibility now; None for a child, and for the mother of an
    unborn child, who speak for themselves.
    """

    id: UUID
    kind: ConsentKind
    giver: str
    giver_adult_id: UUID | None
    responsibility: ParentalResponsibility | None
    status: Status
    absent_reason: AbsentReason | None
    words: str
    recipient: str
    purpose: str
    allowed: tuple[Category, ...]
    excluded: tuple[Category, ...]
    form: Form | None
    answered_on: date
    review_by: date | None

    @property
    def has_authority(self) -> bool:
        """Whether this person may agree for the child: parental responsibility is seen, not claimed (E2)."""
        return self.responsibility in {None, ParentalResponsibility.SEEN}


@dataclass(frozen=True, slots=True)
class Coverage:
    """Whether the consent that was given covers a sharing, and what it leaves out.

    `without_authority` agreed, and what is known of their parental responsibility lets nobody rely on it (E2).
    """

    given: tuple[Answer, ...]
    without_authority: tuple[Answer, ...]
    refused: tuple[Answer, ...]
    not_asked: tuple[Answer, ...]
    lapsed: tuple[Answer, ...]
    other_purpose: tuple[Answer, ...]
    uncovered: tuple[Category, ...]

    @property
    def is_complete(self) -> bool:
        """Someone agreed, nobody who was asked said no, and every item is covered."""
        return bool(self.given) and not self.refused and not self.uncovered


def latest(answers: Sequence[Answer], *, recipient: str) -> tuple[Answer, ...]:
    """Of each person the last answer to each question about one recipient: a later one supersedes, either way.

    What somebody says of one recipient leaves what they said of another as it was.
    """
    by_person: dict[tuple[str, str], Answer] = {}
    for answer in answers:
        if answer.recipient == recipient:
            by_person[str(answer.giver_adult_id or answer.giver), _speaks_for(answer)] = answer
    return tuple(by_person.values())


def _speaks_for(answer: Answer) -> str:
    return "help" if answer.kind is ConsentKind.SERVICE_AGREEMENT else "sharing"


def agreed_to_help(answers: Sequence[Answer], *, recipient: str) -> tuple[Answer, ...]:
    """What was last said about taking part in help (rulebook 4.1): another question than sharing."""
    return tuple(a for a in latest(answers, recipient=recipient) if _speaks_for(a) == "help")


def coverage(
    answers: Sequence[Answer], *, recipient: str, purpose: str, items: Collection[Category], on: date
) -> Coverage:
    """Weigh what everybody said about sharing with one recipient, for one purpose, in these categories, on a day.

    Agreeing to take part in help is no consent to share and counts for nothing here (rulebook 4.1). An agreement
    for another purpose than the one now stated does not reach (G3). Silence is not consent (G7): a person without
    an answer appears nowhere. Past its review date an agreement may not be relied on (rulebook 4.5). An excluded
    category is not covered, whoever else allowed it. Parental responsibility that is unknown or only claimed gives no
    authority (E2); somebody's no is heard all the same.
    """
    current = [a for a in latest(answers, recipient=recipient) if _speaks_for(a) == "sharing"]
    running = [a for a in current if a.status is Status.GIVEN and not _has_lapsed(a, on)]
    agreed = tuple(a for a in running if a.has_authority)
    given = tuple(a for a in agreed if a.purpose == purpose)
    allowed = {c for a in given for c in a.allowed} - {c for a in given for c in a.excluded}
    return Coverage(
        given=given,
        without_authority=tuple(a for a in running if not a.has_authority),
        refused=tuple(a for a in current if a.status is Status.REFUSED),
        not_asked=tuple(a for a in current if a.status is Status.NOT_ASKED),
        other_purpose=tuple(a for a in agreed if a.purpose != purpose),
        lapsed=tuple(a for a in current if a.status is Status.GIVEN and _has_lapsed(a, on)),
        uncovered=tuple(sorted({c for c in items if c not in allowed})) if given else (),
    )


def _has_lapsed(answer: Answer, on: date) -> bool:
    return answer.review_by is not None and answer.review_by < on
