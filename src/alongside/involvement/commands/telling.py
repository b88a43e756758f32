"""Telling the family what was decided, per person: told, not yet, or withheld on a ground (rulebook 5)."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from alongside.access import commands as access
from alongside.access import queries as access_queries
from alongside.access.context import day_in_london
from alongside.access.gate import Act, writes
from alongside.access.words import GrantKind, Purpose, Ref, Refused
from alongside.duties import commands as duties
from alongside.duties import queries as duty_queries
from alongside.duties.rules import Due
from alongside.duties.words import Owed
from alongside.families import queries as families
from alongside.families.queries import ChildCard
from alongside.involvement.finding import partnership_lead, reviewer_now, words_on
from alongside.involvement.models import Telling
from alongside.involvement.rules import latest_review_for
from alongside.involvement.words import Authorisation, Ground, Leaf, Reviewer, Right, Told


@dataclass(frozen=True, slots=True)
class ToldPerson:
    """Where telling one person stands. `adult_id` is None for the child; a ground and a review only if withheld."""

    adult_id: UUID | None
    name: str
    told: Told
    told_on: date | None
    words: str
    ground: Ground | None = None
    review_on: date | None = None


@writes(Right.TELLING_RECORD)
def record_telling(
    act: Act,
    *,
    child_id: UUID,
    arising_from: Ref,
    people: tuple[ToldPerson, ...],
    how: str,
    decided_on: date | None = None,
) -> None:
    """Record who in the family was told of what was decided in a matter, per person (rulebook 5.6).

    Withholding stands at once and waits for a safeguarding lead's word, the next working day at the latest (5.4).
    What was withheld from one person says nothing about another, and a word that stands already is not written again:
    what a lead authorised stays authorised. Raises Refused for a telling without its day, on a
    day to come, before it was decided (`decided_on`), not done without a reason, or withheld without ground and
    review.
    """
    child = families.child(act, child_id=child_id)
    if not people:
        raise Refused("Say for at least one person whether they have been told.")
    for person in people:
        if person.adult_id is not None:
            families.adult_of(act, child_id=child_id, adult_id=person.adult_id)
        if _stands(arising_from, person):
            continue
        _refuse_bad_telling(act, person, decided_on)
        _keep(act, child, arising_from, person, how)
    act.note(Leaf.TELLING_RECORDED, about=arising_from)


def withhold(act: Act, *, child: ChildCard, arising_from: Ref, person: ToldPerson) -> None:
    """Withhold a matter from one person before anything was decided in it; part of the calling deed. Raises Refused."""
    if _stands(arising_from, person):
        return
    _refuse_bad_withholding(act, person, day_in_london(act.now))
    _keep(act, child, arising_from, person, "")


def _stands(arising_from: Ref, person: ToldPerson) -> bool:
    """Whether this is the last word on this person already; one that a lead did not authorise stands no more."""
    last = words_on(arising_from.id, adult_id=person.adult_id).order_by("-recorded_at", "-id").first()
    if last is None or last.authorisation == Authorisation.DECLINED:
        return False
    return person == ToldPerson(
        last.adult_id,
        person.name,
        Told(last.told),
        last.told_on,
        last.words,
        Ground(last.ground) if last.ground else None,
        last.review_on,
    )


def _keep(act: Act, child: ChildCard, arising_from: Ref, person: ToldPerson, how: str) -> None:
    withheld = person.told is Told.WITHHELD
    row = Telling.objects.create(
        agency_id=act.ctx.agency_id,
        case_id=child.case_id,
        author_membership_id=act.ctx.membership_id,
        arising_from_kind=arising_from.kind,
        arising_from_id=arising_from.id,
        about_child_id=child.id,
        adult_id=person.adult_id,
        child_as_named=child.name,
        person_as_named=person.name,
        told=person.told,
        told_on=person.told_on,
        how=how if person.told in {Told.INFORMED, Told.ALREADY_AWARE} else "",
        words=person.words,
        ground=person.ground or "",
        review_on=person.review_on,
        authorisation=Authorisation.AWAITED if withheld else Authorisation.NOT_NEEDED,
        recorded_at=act.now,
    )
    _settle_earlier(act, row)
    if withheld:
        ask_second_person(act, row=row)
        owe_review(act, row=row)


def _settle_earlier(act: Act, row: Telling) -> None:
    """A later word on the same person settles what was owed about the earlier one; "not yet" leaves them to be told."""
    settled = [Owed.AUTHORISE_WITHHOLDING, Owed.REVIEW_WITHHOLDING, Owed.ESCALATED_WITHHOLDING]
    if row.told != Told.NOT_YET:
        settled += [Owed.TELL_AFTER_ALL, Owed.TELL_RELEASED]
    earlier = words_on(row.arising_from_id, adult_id=row.adult_id)
    for each in earlier.exclude(id=row.id).order_by("recorded_at")[:100]:
        for owed in settled:
            duties.discharge(
                act, what=owed, arising_from=Ref("telling", each.id), evidence=Ref("telling", row.id)
            )


def ask_second_person(act: Act, *, row: Telling) -> None:
    """Ask every lead who may for a word by the next working day; without one the partnership's lead is asked (5.4).

    It stands at once, so that an emergency waits for nobody; silence neither authorises nor releases it. Raises Refused
    where nobody at all could be asked.
    """
    about = Ref("telling", row.id)
    owed: dict[str, Any] = {"arising_from": about, "agency_id": row.agency_id, "case_id": row.case_id}
    asked = duties.owe_to_leads(act, what=Owed.AUTHORISE_WITHHOLDING, row="involvement.Telling", **owed)
    lead = partnership_lead(on=day_in_london(act.now))
    if lead and lead.id not in {act.ctx.membership_id, row.author_membership_id}:
        next_day = duty_queries.calendar(act).after(day_in_london(act.now), working_days=1)
        duties.owe(
            act, what=Owed.ESCALATED_WITHHOLDING, by_membership_id=lead.id, due=Due(on=next_day), **owed
        )
        _let_in(act, row, lead.id)
    elif not asked:
        raise Refused(
            f"Nobody withholds alone, and your agency has no other safeguarding lead who can read this. Ask your "
            f"administrator to name one. In an emergency, record that {row.person_as_named} has not been told yet, "
            "and why."
        )
    act.note(Leaf.WITHHOLDING_ASKED, about=about)


def owe_review(act: Act, *, row: Telling) -> None:
    """Owe that it is looked at again on its day, by whoever does that after so many renewals (rulebook 5.5).

    Where a lead is needed it is not the one who withheld it, unless there is no other.
    """
    about = Ref("telling", row.id)
    owed: dict[str, Any] = {
        "what": Owed.REVIEW_WITHHOLDING,
        "arising_from": about,
        "agency_id": row.agency_id,
        "case_id": row.case_id,
        "due": Due(on=row.review_on),
    }
    today = day_in_london(act.now)
    reviewer, lead = reviewer_now(row, on=today), partnership_lead(on=today)
    debtors = {row.author_membership_id}
    if reviewer is Reviewer.PARTNERSHIP_LEAD and lead:
        debtors = {lead.id}
        _let_in(act, row, lead.id)
    elif reviewer is not Reviewer.WHOEVER_WITHHELD:
        debtors = set(access_queries.overseers(act, agency_id=row.agency_id)) - debtors or debtors
    for membership_id in sorted(debtors):
        duties.owe(act, by_membership_id=membership_id, **owed)


def _let_in(act: Act, row: Telling, membership_id: UUID) -> None:
    """Let the partnership's lead read this one withholding: what they are asked about, and nothing else of the case."""
    access.grant(
        act,
        kind=GrantKind.ADDRESSEE,
        whom=access.Whom(membership_id=membership_id, row_id=row.id, case_id=row.case_id),
        purpose=Purpose.OVERSIGHT,
        reason="Is asked whether this may be withheld",
        until=access.OPEN_END,
    )


def _refuse_bad_telling(act: Act, person: ToldPerson, decided_on: date | None) -> None:
    today = day_in_london(act.now)
    if person.told is Told.WITHHELD:
        _refuse_bad_withholding(act, person, today)
        return
    if person.told is Told.NOT_YET:
        if not person.words:
            raise Refused(
                f"Say why {person.name} has not been told yet. It stays on your list until they are."
            )
        return
    if person.told_on is None:
        raise Refused(f"Give the day on which {person.name} was told.", field="told_on")
    if person.told_on > today:
        raise Refused("Give the day on which you told them: it cannot be later than today.", field="told_on")
    if person.told is Told.INFORMED and decided_on and person.told_on < decided_on:
        raise Refused(
            "Give the day on which you told them: it cannot be before it was decided. Whoever knew of it before is "
            "told already.",
            field="told_on",
        )


def _refuse_bad_withholding(act: Act, person: ToldPerson, today: date) -> None:
    if person.ground is None or not person.words:
        raise Refused(f"Say on which ground {person.name} is not told for now, and what makes you think so.")
    last = latest_review_for(person.ground, today=today, calendar=duty_queries.calendar(act))
    if person.review_on is None or not today < person.review_on <= last:
        raise Refused(
            f"Give the day on which this is looked at again: after today, and by {last.day} {last:%B %Y} at the latest "
            "(five working days; of the police or a court, the officer’s day; rulebook 5.4)."
        )
