"""Looking again at what was withheld: release it, renew it with fresh reasons, or make it a redaction for good."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.access import commands as access
from alongside.access.context import day_in_london
from alongside.access.gate import Act, writes
from alongside.access.words import Ref, Refused
from alongside.duties import commands as duties
from alongside.duties import queries as duty_queries
from alongside.duties.rules import Due
from alongside.duties.words import Owed
from alongside.involvement import rules
from alongside.involvement.commands.telling import ask_second_person, owe_review
from alongside.involvement.finding import is_partnership_lead, is_replaced, reviewer_now
from alongside.involvement.models import Telling
from alongside.involvement.offices import OWN, Authority, refuse_wrong_office
from alongside.involvement.words import (
    Authorisation,
    Ground,
    Leaf,
    Permanence,
    Reviewed,
    Reviewer,
    Right,
    Told,
)
from alongside.notify import commands as notify
from alongside.notify.words import Neutral


@dataclass(frozen=True, slots=True)
class Review:
    """What comes of looking again; `review_on` is the next day for it, of a renewal alone."""

    verdict: Reviewed
    words: str
    review_on: date | None = None
    authority: Authority = OWN


@writes(Right.WITHHOLDING_REVIEW)
def review_withholding(act: Act, *, telling_id: UUID, review: Review) -> UUID:
    """Look again at what one person has not been told (rulebook 5.5). Answers the matter's key.

    A release owes the telling at once. A renewal needs fresh reasons and a second person's word; after two it is for a
    safeguarding lead, after four for the partnership's lead. A lead who is asked to leave something out for good may so
    renew it until a day instead. Silence does none of the three. Raises NotThere and Refused.
    """
    act.admit("involvement.Telling", telling_id)
    row = Telling.objects.get(id=telling_id)
    if row.told != Told.WITHHELD or row.authorisation == Authorisation.DECLINED or is_replaced(row):
        raise Refused("This is not withheld any more. Open it again to see what stands.")
    reviewer = _require_reviewer(act, row)
    if not review.words:
        raise Refused("Say what you looked at, and why: the old reasons are not enough.", field="words")
    if review.verdict is Reviewed.RENEWED:
        _refuse_bad_renewal(act, row, review)
    if reviewer is not Reviewer.WHOEVER_WITHHELD and review.verdict is not Reviewed.RELEASED:
        refuse_wrong_office(Ground(row.ground), authority=review.authority)
    fresh = _lay(act, row, review, reviewer)
    _settle(act, row, fresh)
    if review.verdict is Reviewed.RELEASED:
        _owe_telling(act, fresh)
    elif fresh.authorisation == Authorisation.AWAITED:
        ask_second_person(act, row=fresh)
    if review.verdict is Reviewed.RENEWED:
        owe_review(act, row=fresh)
    if reviewer is not Reviewer.WHOEVER_WITHHELD:
        notify.tell(act, to_membership_id=row.author_membership_id, that=Neutral.SOMETHING_WAITS)
    act.note(Leaf.WITHHOLDING_REVIEWED, about=Ref("telling", fresh.id))
    return row.arising_from_id


def _require_reviewer(act: Act, row: Telling) -> Reviewer:
    """Who looks again now, as whom. Raises Refused for whoever may not do it any more, NotThere for a stranger.

    Whether they withheld it themselves comes before every office: then they look as whoever withheld it, or not at all.
    """
    today = day_in_london(act.now)
    needed, is_lead = reviewer_now(row, on=today), is_partnership_lead(act.ctx.membership_id, on=today)
    is_author = row.author_membership_id == act.ctx.membership_id
    if is_author and needed is Reviewer.WHOEVER_WITHHELD:
        return Reviewer.WHOEVER_WITHHELD
    if is_author and is_lead:
        raise Refused(
            "You withheld this yourself, and it was renewed. Another safeguarding lead looks at it now."
        )
    if is_lead:
        return Reviewer.PARTNERSHIP_LEAD
    if needed is Reviewer.PARTNERSHIP_LEAD:
        raise Refused("It was renewed four times. The partnership’s lead looks at it now.")
    if is_author:
        raise Refused("It was renewed twice. A safeguarding lead looks at it now.")
    access.require_oversight(act, agency_id=row.agency_id)
    return Reviewer.SAFEGUARDING_LEAD


def _refuse_bad_renewal(act: Act, row: Telling, review: Review) -> None:
    if review.words.strip() == row.words.strip():
        raise Refused("Say what stands today: these are the reasons of the last time.", field="words")
    today = day_in_london(act.now)
    last = rules.latest_review_for(Ground(row.ground), today=today, calendar=duty_queries.calendar(act))
    if review.review_on is None or not today < review.review_on <= last:
        raise Refused(
            f"Give the day on which this is looked at again: after today, and by {last.day} {last:%B %Y} at the latest.",
            field="review_on",
        )


def _lay(act: Act, row: Telling, review: Review, reviewer: Reviewer) -> Telling:
    """The new word on the same person, as that of who gives it; what was said before stays on record.

    To ask that it is left out for good renews nothing: only what goes on until another day is counted (rulebook 5.5).
    """
    same = {
        name: getattr(row, name)
        for name in (
            "agency_id",
            "case_id",
            "author_membership_id",
            "arising_from_kind",
            "arising_from_id",
            "about_child_id",
            "adult_id",
            "child_as_named",
            "person_as_named",
        )
    }
    is_second = reviewer is not Reviewer.WHOEVER_WITHHELD
    same["reviewer_id"] = act.ctx.membership_id if is_second else None
    if review.verdict is Reviewed.RELEASED:
        return Telling.objects.create(
            **same, told=Told.NOT_YET, words=review.words, renewals=row.renewals, recorded_at=act.now
        )
    is_renewed = review.verdict is Reviewed.RENEWED
    return Telling.objects.create(
        **same,
        told=Told.WITHHELD,
        words=review.words,
        ground=row.ground,
        review_on=review.review_on if is_renewed else None,
        permanence=Permanence.UNTIL_REVIEW if is_renewed else Permanence.FOR_GOOD,
        renewals=row.renewals + (1 if is_renewed else 0),
        authorisation=Authorisation.GIVEN if is_second else Authorisation.AWAITED,
        authorised_at=act.now if is_second else None,
        authorised_by_id=act.ctx.membership_id if is_second else None,
        authoriser_words=review.words if is_second else "",
        office=review.authority.office if is_second else "",
        office_words=review.authority.in_words if is_second else "",
        recorded_at=act.now,
    )


def _settle(act: Act, row: Telling, fresh: Telling) -> None:
    for owed in (Owed.REVIEW_WITHHOLDING, Owed.AUTHORISE_WITHHOLDING, Owed.ESCALATED_WITHHOLDING):
        duties.discharge(
            act, what=owed, arising_from=Ref("telling", row.id), evidence=Ref("telling", fresh.id)
        )


def _owe_telling(act: Act, fresh: Telling) -> None:
    """A release creates the overdue notices: telling is owed today, and what they will read waits to be written."""
    duties.owe(
        act,
        what=Owed.TELL_RELEASED,
        by_membership_id=fresh.author_membership_id,
        arising_from=Ref("telling", fresh.id),
        agency_id=fresh.agency_id,
        case_id=fresh.case_id,
        due=Due(on=day_in_london(act.now)),
    )
