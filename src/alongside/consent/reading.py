"""Rows of the ledger as the values that its rules weigh, as they were known at one moment and stood at another."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from uuid import UUID

from django.db.models import QuerySet

from alongside.access.context import LONDON, day_in_london
from alongside.access.words import Answered, Ref
from alongside.consent.models import CompetenceAssessment, Consent, ConsentChange, Disagreement
from alongside.consent.rules import (
    Answer,
    Assessed,
    Event,
    Facts,
    Permission,
    Person,
    Runs,
    Settled,
    about_adult,
    review_due,
    runs,
    still_stands,
    who_may_give,
)
from alongside.consent.words import (
    DAY_HAS_PASSED,
    ENDS,
    NOT_WEIGHED,
    RUNNING,
    AbsentReason,
    Authority,
    Category,
    Change,
    Conclusion,
    ConsentKind,
    Form,
    May,
    Recorder,
    State,
    Status,
    Verdict,
)
from alongside.families.queries import ChildCard, FamilyFacts
from alongside.families.rules import HeldResponsibility
from alongside.families.words import Life, OrderKind, ParentalResponsibility, Relation, Stage
from alongside.reliance.words import Cause

LISTED_MOST = 300
NOBODY_KNOWN = Facts("", None, "no", ())


@dataclass(frozen=True, slots=True)
class Moment:
    """As of which instant the ledger is read: what stood `at` it, by what had been recorded up to `known_at`."""

    at: datetime
    known_at: datetime

    @classmethod
    def now(cls, now: datetime) -> "Moment":
        """As it stands, by all that is known."""
        return cls(now, now)


def facts_of(child: ChildCard | None, known: FamilyFacts | None) -> Facts:
    """What the families' record says of a child and the adults around them; nothing where the reader may not know."""
    if child is None or known is None:
        return NOBODY_KNOWN
    held = known.responsibilities
    return Facts(
        child.name,
        known.birth.born_on,
        "yes" if known.stage is Stage.UNBORN else "no",
        tuple(_person(each, known) for each in held if each.adult_id),
        authority_shares=next((_shares(each) for each in held if each.adult_id is None), ""),
        days=known.days,
    )


def _person(held: HeldResponsibility, known: FamilyFacts) -> Person:
    for_herself = known.stage is Stage.UNBORN and held.relation is Relation.MOTHER
    return Person(
        held.adult_id,
        held.holder,
        None if for_herself else held.held,
        barred=f"An order limits what {held.holder} may decide: {held.restriction}"
        if held.restriction
        else "",
        by_order=held.order_kind.label if held.order_kind else "",
        doubted=_doubt(held, known),
        died="yes" if held.life is Life.DIED else "",
        foster="yes" if held.relation is Relation.FOSTER_CARER else "",
    )


def _doubt(held: HeldResponsibility, known: FamilyFacts) -> str:
    """A special guardian may leave out most others who hold responsibility: not a bar, and not a yes to rely on."""
    guardians = {o.holder_id for o in known.orders if o.kind is OrderKind.SPECIAL_GUARDIANSHIP}
    if not guardians or held.adult_id in guardians:
        return ""
    return (
        f"A special guardian decides most things without others. Whether {held.holder} may agree as well is not "
        "known yet: ask for legal advice."
    )


def _shares(held: HeldResponsibility) -> str:
    """Why an agency shares parental responsibility; parents keep theirs and are heard (E9)."""
    kind = held.order_kind.label.lower() if held.order_kind else "an order"
    if held.held is not ParentalResponsibility.SEEN:
        return ""
    return f"{held.holder} shares parental responsibility ({kind}) and may limit what parents decide. Ask them as well."


def rows_of(*, moment: Moment) -> QuerySet[Consent]:
    """The answers that had been recorded by a moment, in the order of recording."""
    rows = Consent.objects.select_related("author_membership__practitioner", "text_shown")
    return rows.filter(recorded_at__lte=moment.known_at).order_by("recorded_at", "id")


def assessed_for(rows: Iterable[CompetenceAssessment]) -> dict[UUID, tuple[Assessed, ...]]:
    """Assessments by the matter for which each was made: it holds for no other (S07)."""
    found: dict[UUID, tuple[Assessed, ...]] = {}
    for row in rows:
        each = Assessed(row.adult_id, Conclusion(row.conclusion), row.assessed_on, row.review_on)
        found[row.arising_from_id] = (*found.get(row.arising_from_id, ()), each)
    return found


def assessments_of(child_id: UUID, *, moment: Moment) -> dict[UUID, tuple[Assessed, ...]]:
    """What was assessed about one child and the adults around them, by matter."""
    rows = CompetenceAssessment.objects.filter(about_child_id=child_id, recorded_at__lte=moment.known_at)
    return assessed_for(rows.order_by("recorded_at", "id")[:LISTED_MOST])


def answers_from(
    rows: Sequence[Consent], *, facts: Facts, moment: Moment, changes: frozenset[Change] = frozenset(Change)
) -> tuple[Answer, ...]:
    """Each row as an answer: with whether the giver may decide, what became of it, and when it is looked at again.

    For whoever may not read the family's record who may decide is as it was found when it was written down, and it is
    not said whether an agreement runs: an order or a birthday could have stopped it. `changes` are those that whoever
    reads it may know of.
    """
    if not rows:
        return ()
    events = _events_of([row.id for row in rows], moment=moment, changes=changes)
    assessed = assessments_of(rows[0].about_child_id, moment=moment)
    answered = answered_requests(rows, moment=moment)
    said = (
        _answer(row, facts, assessed=assessed.get(row.arising_from_id, ()), events=events, at=moment.at)
        for row in rows
    )
    found = tuple(replace(each, is_answered="yes") if each.id in answered else each for each in said)
    if facts is not NOBODY_KNOWN:
        return found
    return tuple(_as_written_down(row, answer) for row, answer in zip(rows, found, strict=True))


def weighed_in(
    matter_id: UUID, rows: Sequence[Consent], answers: Sequence[Answer], *, facts: Facts, moment: Moment
) -> tuple[Answer, ...]:
    """What was said in other matters, by who may decide in this one: what was assessed holds for no other (S07)."""
    if facts is NOBODY_KNOWN or not rows:
        return tuple(answers)
    assessed = assessments_of(rows[0].about_child_id, moment=moment)
    here, on = assessed.get(matter_id, ()), day_in_london(moment.at)
    found = []
    for row, answer in zip(rows, answers, strict=True):
        if assessed.get(row.arising_from_id, ()) == here:
            found.append(answer)
            continue
        may, own = permission_of(row, facts, assessed=here, on=on)
        weighed = replace(answer, may=may.may if may else May.NOT_KNOWN, may_reason=may.reason if may else "")
        found.append(replace(weighed, may_own=own.may if own else May.MAY_NOT))
    return tuple(found)


def answered_requests(rows: Iterable[Consent], *, moment: Moment) -> frozenset[UUID]:
    """The requests among these rows that their person has answered since, at a moment.

    Request and answer meet by the request that the answer names; or else by matter, person and recipient, where
    somebody wrote down a no, or a yes or no to everything that had been asked, for the same purpose.
    """
    requests = [row for row in rows if row.status == Status.REQUESTED]
    if not requests:
        return frozenset()
    answers = rows_of(moment=moment).filter(
        arising_from_id__in={row.arising_from_id for row in requests},
        status__in=(Status.GIVEN, Status.REFUSED),
        answered_on__lte=day_in_london(moment.at),
    )[:LISTED_MOST]
    return frozenset(row.id for row in requests if any(_answers(each, row) for each in answers))


_SAME_QUESTION = ("arising_from_id", "recipient_as_named", "giver_adult_id", "giver_responsibility", "kind")


def _answers(row: Consent, request: Consent) -> bool:
    if row.answers_request_id == request.id:
        return True
    if row.recorded_at <= request.recorded_at or row.answered_on < request.answered_on:
        return False
    if any(getattr(row, name) != getattr(request, name) for name in _SAME_QUESTION):
        return False
    names_all = set(request.allowed) <= {*row.allowed, *row.excluded} and row.purpose == request.purpose
    return row.status == Status.REFUSED or names_all


def _as_written_down(row: Consent, answer: Answer) -> Answer:
    reason = row.authority_reason
    return replace(
        answer,
        weighed="no",
        may=May.NOT_KNOWN if row.authority == Authority.NONE else May.MAY,
        may_reason=f"As it was when this was written down: {reason}" if reason else "",
    )


def settled_of(arising_from_id: UUID, *, moment: Moment) -> tuple[Settled, ...]:
    """How disagreements in one matter were resolved, by a moment."""
    rows = Disagreement.objects.select_related("resolved_by__practitioner").filter(
        arising_from_id=arising_from_id, resolved_at__lte=moment.known_at
    )
    return tuple(settlement(row) for row in rows.order_by("resolved_at")[:LISTED_MOST])


def settlement(row: Disagreement) -> Settled:
    """How one disagreement was resolved."""
    assert row.resolved_at is not None
    return Settled(
        Verdict(row.verdict),
        frozenset(UUID(each) for each in row.answers),
        row.resolved_at,
        row.resolved_by.practitioner.name if row.resolved_by else "",
        row.reasons,
    )


def stands_of(row: Disagreement, answers: Sequence[Answer], at: datetime) -> Answered | None:
    """Whether what was decided still stands by all that was said in the matter; None until it is decided."""
    if row.resolved_at is None:
        return None
    return still_stands(answers, recipient=row.recipient_as_named, settled=settlement(row), at=at)


def permission_of(
    row: Consent, facts: Facts, *, assessed: Sequence[Assessed], on: date
) -> tuple[Permission | None, Permission | None]:
    """Whether the giver of a row may decide about the child, and about themselves; None where nobody knows them."""
    if row.giver_adult_id is not None:
        person = next((p for p in facts.people if p.adult_id == row.giver_adult_id), None)
        if person is None:
            return None, None
        found = who_may_give(facts, assessed=assessed, on=on)
        may = next(p for p in found if p.adult_id == row.giver_adult_id)
        return may, about_adult(person, assessed=assessed, on=on)
    if row.giver_responsibility:
        named = Person(None, row.giver_as_named, ParentalResponsibility(row.giver_responsibility))
        found = who_may_give(replace(facts, people=(named,)), assessed=assessed, on=on)
        return next(p for p in found if p.who == "adult"), None
    return who_may_give(facts, assessed=assessed, on=on)[0], None


def runs_of(row: Consent, *, at: datetime) -> Runs | None:
    """Since when an agreement runs and which day was set for it, before the family’s facts are asked."""
    moment = Moment.now(at)
    became = _events_of([row.id], moment=moment, changes=frozenset(Change)).get(row.id, ())
    return runs(
        answered_on=row.answered_on,
        review_by=row.review_by,
        became=[event for event in became if event.effective_at <= at],
    )


def is_childs_own(row: Consent) -> bool:
    """Whether it is the child's own word."""
    return row.giver_adult_id is None and not row.giver_responsibility


def who_said(row: Consent) -> str:
    """Who said it, as the rules know them (`rules.who`)."""
    return "child" if is_childs_own(row) else str(row.giver_adult_id or row.giver_as_named)


def whose(row: Consent) -> UUID | None:
    """The child or the adult whose word it is; None for somebody who is not on record."""
    return row.about_child_id if is_childs_own(row) else row.giver_adult_id


def _events_of(
    ids: Sequence[UUID], *, moment: Moment, changes: frozenset[Change]
) -> dict[UUID, tuple[Event, ...]]:
    rows = ConsentChange.objects.filter(
        consent_id__in=ids, recorded_at__lte=moment.known_at, change__in=changes
    )
    found: dict[UUID, tuple[Event, ...]] = {}
    for row in rows.order_by("effective_at", "id")[: LISTED_MOST * 4]:
        each = Event(
            Change(row.change),
            row.effective_at,
            row.recorded_at,
            row.review_by,
            row.person_as_named,
            row.words,
            row.invalid_reason,
            Cause(row.cause) if row.cause else None,
            row.new_recipient_as_named,
            row.new_purpose,
            Ref(row.new_through_kind, row.new_through_id) if row.new_through_id else None,
            Form(row.how) if row.how else None,
            Recorder(row.recorder),
        )
        found[row.consent_id] = (*found.get(row.consent_id, ()), each)
    return found


def _responsibility(row: Consent, facts: Facts) -> ParentalResponsibility | None:
    """What is known of whoever answered; None for one who speaks for themselves."""
    if row.giver_adult_id is not None:
        person = next((p for p in facts.people if p.adult_id == row.giver_adult_id), None)
        return person.responsibility if person else ParentalResponsibility.UNKNOWN
    return ParentalResponsibility(row.giver_responsibility) if row.giver_responsibility else None


def _answer(
    row: Consent,
    facts: Facts,
    *,
    assessed: Sequence[Assessed],
    events: Mapping[UUID, tuple[Event, ...]],
    at: datetime,
) -> Answer:
    may, own = permission_of(row, facts, assessed=assessed, on=day_in_london(at))
    became = events.get(row.id, ())
    return Answer(
        id=row.id,
        kind=ConsentKind(row.kind),
        giver=row.giver_as_named,
        giver_adult_id=row.giver_adult_id,
        responsibility=_responsibility(row, facts),
        status=Status(row.status),
        absent_reason=AbsentReason(row.absent_reason) if row.absent_reason else None,
        words=row.words,
        recipient=row.recipient_as_named,
        purpose=row.purpose,
        allowed=tuple(Category(c) for c in row.allowed),
        excluded=tuple(Category(c) for c in row.excluded),
        form=Form(row.form) if row.form else None,
        answered_on=row.answered_on,
        review_by=row.review_by,
        may=may.may if may else May.NOT_KNOWN,
        may_reason=may.reason if may else "",
        may_own=own.may if own else May.MAY_NOT,
        is_child="yes" if is_childs_own(row) else "no",
        invalid_reason=row.invalid_reason,
        recorded_at=row.recorded_at,
        events=became,
        due=review_due(
            answered_on=row.answered_on,
            review_by=row.review_by,
            became=[e for e in became if e.effective_at <= at],
            facts=facts,
            whose_id=whose(row),
        ),
    )


@dataclass(frozen=True, slots=True)
class DisagreementCard:
    """Two people who do not agree, and what was decided.

    `stands` says whether that still stands by what was said and found since; None until it was decided.
    """

    id: UUID
    child: str
    recipient: str
    raised_at: datetime
    verdict: Verdict | None
    reasons: str
    resolved_by: str
    resolved_at: datetime | None
    stands: Answered | None


def moment_of(now: datetime, *, on: date | None, known: str) -> Moment:
    """The end of a day in London, read as it was known then or as it is known now; now, for today."""
    if on is None or on >= day_in_london(now):
        return Moment.now(now)
    end = datetime.combine(on, time.max, tzinfo=LONDON).astimezone(UTC)
    return Moment(end, now if known == "now" else end)


def why_of(answer: Answer, *, state: State) -> str:
    """The sentence that says why a record stands as it does."""
    if state in RUNNING or state is State.ON_RECORD:
        return _why_it_runs(answer, state)
    if state in {State.WITHDRAWN, State.LAPSED, State.FOUND_INVALID} and answer.events:
        last = next(e for e in reversed(answer.events) if e.change in ENDS)
        return f"From {_day(day_in_london(last.effective_at))}. {last.words}".strip()
    if state is State.NOT_VALID:
        return answer.may_reason
    if answer.absent_reason and state in {State.NOT_ASKED, State.NO_REPLY}:
        return f"{answer.absent_reason.label}."
    return ""


def _why_it_runs(answer: Answer, state: State) -> str:
    if state is State.ON_RECORD:
        return f"{NOT_WEIGHED} {answer.may_reason}".strip()
    by = f"{_day(answer.review.on)}: {answer.review.cause.label}." if answer.review else ""
    if state is State.UNDER_REVIEW:
        return f"It was to be looked at again by {by}" if by else DAY_HAS_PASSED
    return f"{answer.may_reason} Look at it again by {by}".strip() if by else answer.may_reason


def _day(on: date) -> str:
    return f"{on.day} {on:%B %Y}"


def disagreement_card(row: Disagreement, *, said: Sequence[Answer], moment: Moment) -> DisagreementCard:
    """A disagreement as it was known at a moment; `said` are all answers of its matter."""
    done = row.resolved_at is not None and row.resolved_at <= moment.known_at
    return DisagreementCard(
        row.id,
        row.child_as_named,
        row.recipient_as_named,
        row.raised_at,
        Verdict(row.verdict) if done else None,
        row.reasons if done else "",
        row.resolved_by.practitioner.name if done and row.resolved_by else "",
        row.resolved_at if done else None,
        stands_of(row, said, moment.at) if done else None,
    )
