"""The ledger of one child: each person's answers over time, and what is allowed on a day, and why."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from alongside.access import queries as access
from alongside.access.context import day_in_london
from alongside.access.gate import Look, reads
from alongside.access.words import Answered, NotThere, Ref
from alongside.consent import reading
from alongside.consent.models import CompetenceAssessment, Consent, Disagreement
from alongside.consent.reading import DisagreementCard, Moment, disagreement_card, moment_of, why_of
from alongside.consent.rules import (
    Answer,
    Facts,
    Permission,
    Piece,
    Settled,
    coverage,
    latest,
    noes_to,
    state_of,
    who,
    who_may_give,
)
from alongside.consent.words import (
    OPEN_ENDED,
    Category,
    Conclusion,
    ConsentKind,
    May,
    No,
    Right,
    State,
    Status,
)
from alongside.families import queries as families

LISTED_MOST = 300


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of the ledger in a list: what was said, where it stands, and why."""

    id: UUID
    giver: str
    recipient: str
    purpose: str
    state: State
    answered_on: date
    recorded_at: datetime
    words: str
    allowed: tuple[Category, ...]
    excluded: tuple[Category, ...]
    why: str
    matter: Ref


@dataclass(frozen=True, slots=True)
class PersonSaid:
    """One person, with everything that they said, the newest first."""

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """What one person's last answer says about one thing."""

    name: str
    says: str


@dataclass(frozen=True, slots=True)
class Allowed:
    """Whether one kind of thing may go to one recipient for one purpose on the agreements, and why."""

    recipient: str
    purpose: str
    category: Category
    may: str  # "yes" or "no"
    why: str
    people: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class AssessmentCard:
    """One assessment of competence, for one decision. `adult_id` is None for the child."""

    id: UUID
    adult_id: UUID | None
    name: str
    decision: str
    conclusion: Conclusion
    assessed_on: date
    review_on: date
    assessed_by: str
    matter: Ref
    explained: str
    answers: str
    reasons: str


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """The ledger as of one day. `known` is "then" or "now": by what had been recorded by that day, or since.

    `knows_child` is "no" for a safeguarding lead, who reads what was said and no family's record: who may agree, and
    what is allowed because of it, is then empty.
    """

    child_id: UUID
    child: str
    on: date
    is_today: str
    known: str
    who_may: tuple[Permission, ...]
    allowed: tuple[Allowed, ...]
    people: tuple[PersonSaid, ...]
    assessments: tuple[AssessmentCard, ...]
    disagreements: tuple[DisagreementCard, ...]
    knows_child: str


@reads(Right.CONSENT_READ)
def open_ledger(look: Look, *, child_id: UUID, on: date | None = None, known: str = "then") -> LedgerPage:
    """What was said about sharing information about a child, and what is allowed on a day (today unless one is given).

    A past day is read as it was known then: what took effect by its end, of what had been recorded by its end. With
    `known` "now", by all that has been recorded since. A safeguarding lead of the agency that wrote answers down reads
    these, and not the family's record. Raises NotThere.
    """
    child = families.find_child(look, child_id=child_id)
    moment = moment_of(look.now, on=on, known=known)
    name = child.name if child else _name_where_overseen(look, child_id)
    if not name:
        raise NotThere
    look.opens(Ref("consent_ledger", child_id))
    day = day_in_london(moment.at)
    facts = reading.facts_of(
        child, families.find_family_facts(look, child_id=child_id, at=moment.known_at, on=day)
    )
    said = reading.rows_of(moment=moment).filter(about_child_id=child_id, answered_on__lte=day)
    rows = tuple(said[:LISTED_MOST])
    answers = reading.answers_from(rows, facts=facts, moment=moment)
    assessments = _assessments(child_id, moment)
    return LedgerPage(
        child_id=child_id,
        child=name,
        on=day,
        is_today="yes" if day == day_in_london(look.now) else "no",
        known=known,
        who_may=_who_may(facts, day, assessments) if child else (),
        allowed=_allowed(rows, answers, facts, moment) if child else (),
        people=_people(rows, answers, moment),
        assessments=assessments,
        disagreements=_disagreements(child_id, rows, answers, moment),
        knows_child="yes" if child else "no",
    )


@reads(Right.CONSENT_READ)
def may_open_ledger(look: Look, *, child_id: UUID) -> Answered:
    """Whether this person may open the ledger of a child: who knows the child, or oversees what was written down."""
    knows = families.find_child(look, child_id=child_id) or _name_where_overseen(look, child_id)
    return Answered.YES if knows else Answered.NO


def _name_where_overseen(look: Look, child_id: UUID) -> str:
    """The child's name as it was written down with an answer, for a lead of the agency that did; empty for others."""
    if access.oversees(look, agency_id=look.ctx.agency_id) is not Answered.YES:
        return ""
    own = Consent.objects.filter(about_child_id=child_id, agency_id=look.ctx.agency_id)
    return own.order_by("-recorded_at", "-id").values_list("child_as_named", flat=True).first() or ""


@dataclass(frozen=True, slots=True)
class _Matter:
    """What was said in one matter and elsewhere of the same child, as it is weighed in this one."""

    here: tuple[Answer, ...]
    elsewhere: tuple[Answer, ...]
    settled: tuple[Settled, ...]


def _matters(
    rows: tuple[Consent, ...], answers: tuple[Answer, ...], facts: Facts, moment: Moment
) -> tuple[_Matter, ...]:
    found = []
    for key in dict.fromkeys(row.arising_from_id for row in rows):
        weighed = reading.weighed_in(key, rows, answers, facts=facts, moment=moment)
        of_it = {row.id for row in rows if row.arising_from_id == key}
        here = tuple(a for a in weighed if a.id in of_it)
        elsewhere = tuple(a for a in weighed if a.id not in of_it)
        found.append(_Matter(here, elsewhere, reading.settled_of(key, moment=moment)))
    return tuple(found)


def _allowed(
    rows: tuple[Consent, ...], answers: tuple[Answer, ...], facts: Facts, moment: Moment
) -> tuple[Allowed, ...]:
    matters = _matters(rows, answers, facts, moment)
    found: list[Allowed] = []
    for recipient, purpose in dict.fromkeys((a.recipient, a.purpose) for a in answers):
        asked = tuple(a for a in answers if (a.recipient, a.purpose) == (recipient, purpose))
        named = dict.fromkeys(c for a in asked for c in (*a.allowed, *a.excluded))
        said = tuple(a for a in answers if a.recipient == recipient)
        found += [_one(said, (recipient, purpose, each), matters, moment) for each in sorted(named)]
    return tuple(sorted(found, key=lambda each: each.may != "yes"))


def _one(
    said: tuple[Answer, ...],
    what: tuple[str, str, Category],
    matters: tuple[_Matter, ...],
    moment: Moment,
) -> Allowed:
    """One kind of thing, weighed in each matter as the walk weighs it there; the matter in which most may go counts."""
    recipient, purpose, category = what
    weighed = [
        coverage(
            each.here,
            recipient=recipient,
            purpose=purpose,
            items=(Piece(category),),
            at=moment.at,
            settled=each.settled,
            elsewhere=each.elsewhere,
        )
        for each in matters
        if any(a.recipient == recipient for a in each.here)
    ]
    found = max(weighed, key=lambda each: (each.is_complete, each.is_disputed, len(each.given)))
    current = latest(said, recipient=recipient, at=moment.at)
    return Allowed(
        recipient,
        purpose,
        category,
        "yes" if found.is_complete else "no",
        _why(found.is_disputed, tuple(g.why for g in found.uncovered), found.is_complete, len(found.given)),
        tuple(Word(a.giver, _says(a, said, what, moment)) for a in current),
    )


def _why(is_disputed: object, gaps: tuple[str, ...], is_complete: object, given: int) -> str:
    if is_complete:
        return "Somebody who may decide agreed to it, and nobody who may decide has said no."
    if is_disputed:
        return "Two people who may decide do not agree, and nobody has decided yet."
    if gaps:
        return gaps[0]
    if given:
        return "Somebody who may decide has said no."
    return "Nobody who may decide agrees to it now."


_NO_WORDS = {No.EXCLUDED: "Must not be shared", No.REFUSED: "Said no", No.TAKEN_BACK: "Taken back"}
_NOTHING = "Not asked about this"


def _says(last: Answer, said: tuple[Answer, ...], what: tuple[str, str, Category], moment: Moment) -> str:
    """What one person's words say of one kind of thing, and whether they were asked about it and have not answered."""
    if last.kind is ConsentKind.SERVICE_AGREEMENT:
        return f"{last.kind.label}: {state_of(last, at=moment.at).value.lower()}"
    recipient, purpose, category = what
    theirs = tuple(a for a in said if (who(a), a.kind) == (who(last), last.kind))
    word = _word_on(last, theirs, category, purpose, moment)
    noes = noes_to(theirs, category=category, recipient=recipient, at=moment.at)
    if noes:
        word = _NO_WORDS[noes[0][1]]
    waits = any(category in a.allowed and state_of(a, at=moment.at) is State.REQUESTED for a in theirs)
    if not waits or word == State.REQUESTED:
        return word
    return str(State.REQUESTED) if word == _NOTHING else f"{word}. Asked again, no answer yet"


def _word_on(
    last: Answer, theirs: tuple[Answer, ...], category: Category, purpose: str, moment: Moment
) -> str:
    state = state_of(last, at=moment.at)
    if last.status in {Status.REFUSED, Status.NO_REPLY, Status.NOT_ASKED}:
        return str(state)
    if category not in last.allowed:
        before = any(category in a.allowed for a in theirs if a.status is Status.GIVEN)
        return "Agreed before, and their newer answer leaves it out" if before else _NOTHING
    if state not in {State.GIVEN, State.NO_AUTHORITY}:
        return str(state)
    word = "Agreed" if last.purpose == purpose else "Agreed, for another purpose"
    return word if last.has_authority else f"{word}. {last.may_reason}".strip()


def _people(rows: tuple[Consent, ...], answers: tuple[Answer, ...], moment: Moment) -> tuple[PersonSaid, ...]:
    matters = {row.id: Ref(row.arising_from_kind, row.arising_from_id) for row in rows}
    last = {
        a.id
        for matter in dict.fromkeys(matters.values())
        for recipient in dict.fromkeys(a.recipient for a in answers)
        for a in latest([b for b in answers if matters[b.id] == matter], recipient=recipient, at=moment.at)
    }
    by_person: dict[str, list[Entry]] = {}
    for answer in reversed(answers):
        stands = state_of(answer, at=moment.at)
        is_over = stands in OPEN_ENDED and answer.id not in last
        state = State.SUPERSEDED if is_over else stands
        by_person.setdefault(who(answer), []).append(_entry(answer, state, matters[answer.id]))
    return tuple(PersonSaid(entries[0].giver, tuple(entries)) for entries in by_person.values())


def _entry(answer: Answer, state: State, matter: Ref) -> Entry:
    assert answer.recorded_at is not None
    return Entry(
        answer.id,
        answer.giver,
        answer.recipient,
        answer.purpose,
        state,
        answer.answered_on,
        answer.recorded_at,
        answer.words,
        answer.allowed,
        answer.excluded,
        why_of(answer, state=state),
        matter,
    )


def _who_may(facts: Facts, on: date, assessments: tuple[AssessmentCard, ...]) -> tuple[Permission, ...]:
    """Who may agree whatever the decision; where somebody was assessed, that this is said for each decision below."""
    child, *others = who_may_give(facts, assessed=(), on=on)
    if child.may is May.NOT_KNOWN and any(each.adult_id is None for each in assessments):
        found = (
            f"Whether {child.name} can decide is found for each decision by itself. What was found is below."
        )
        child = replace(child, reason=found)
    return (child, *others)


def _assessments(child_id: UUID, moment: Moment) -> tuple[AssessmentCard, ...]:
    rows = CompetenceAssessment.objects.select_related("author_membership__practitioner").filter(
        about_child_id=child_id, recorded_at__lte=moment.known_at
    )
    return tuple(
        AssessmentCard(
            row.id,
            row.adult_id,
            row.person_as_named,
            row.decision,
            Conclusion(row.conclusion),
            row.assessed_on,
            row.review_on,
            row.author_membership.practitioner.name,
            Ref(row.arising_from_kind, row.arising_from_id),
            row.explained,
            row.answers,
            row.reasons,
        )
        for row in rows.order_by("-recorded_at", "id")[:LISTED_MOST]
    )


def _disagreements(
    child_id: UUID, rows: tuple[Consent, ...], answers: tuple[Answer, ...], moment: Moment
) -> tuple[DisagreementCard, ...]:
    matters: dict[UUID, list[Answer]] = {}
    for row, answer in zip(rows, answers, strict=True):
        matters.setdefault(row.arising_from_id, []).append(answer)
    raised = Disagreement.objects.select_related("resolved_by__practitioner").filter(
        about_child_id=child_id, raised_at__lte=moment.known_at
    )
    found = raised.order_by("-raised_at", "id")[:LISTED_MOST]
    return tuple(
        disagreement_card(row, said=matters.get(row.arising_from_id, ()), moment=moment) for row in found
    )
