"""Until when telling may be withheld, and whether what was withheld still waits. Pure."""

from collections.abc import Collection
from datetime import date, timedelta

from alongside.duties.rules import Calendar
from alongside.involvement.words import Authorisation, Ground, Office, Permanence, Reviewer, Told

# A safeguarding lead may authorise withholding for up to five working days; then it is looked at again (5.4, 5.5).
WITHHELD_FOR_AT_MOST = 5


def latest_review(today: date, *, calendar: Calendar) -> date:
    """The last day on which withholding that begins today may be looked at again."""
    return calendar.after(today, working_days=WITHHELD_FOR_AT_MOST)


# A police hold is looked at again on the officer's own day, and never later than this: nothing is open-ended.
POLICE_HELD_FOR_AT_MOST_DAYS = 90
RENEWALS_BEFORE_A_LEAD, RENEWALS_BEFORE_THE_PARTNERSHIP = 2, 4


def latest_review_for(ground: Ground, *, today: date, calendar: Calendar) -> date:
    """The same by ground: a hold of the police or a court is looked at on the officer's day (5.5)."""
    if ground is Ground.PREJUDICES_POLICE_OR_COURT:
        return today + timedelta(days=POLICE_HELD_FOR_AT_MOST_DAYS)
    return latest_review(today, calendar=calendar)


def reviewer_of(renewals: int) -> Reviewer:
    """Who looks again at something that was renewed so often (5.5)."""
    if renewals >= RENEWALS_BEFORE_THE_PARTNERSHIP:
        return Reviewer.PARTNERSHIP_LEAD
    if renewals >= RENEWALS_BEFORE_A_LEAD:
        return Reviewer.SAFEGUARDING_LEAD
    return Reviewer.WHOEVER_WITHHELD


def may_authorise(ground: Ground, *, office: Office) -> bool:
    """Whether this office may authorise on this ground: what the police or a court need is for them to say (5.4)."""
    return office is Office.POLICE or ground is not Ground.PREJUDICES_POLICE_OR_COURT


def is_told(standing: Collection[tuple[Told, Authorisation]]) -> bool:
    """Whether nobody is to be told now: told, or withheld and not refused. Nobody at all is not told."""
    return bool(standing) and all(
        told in {Told.INFORMED, Told.ALREADY_AWARE}
        or (told is Told.WITHHELD and authorisation is not Authorisation.DECLINED)
        for told, authorisation in standing
    )


def is_settled(standing: Collection[tuple[Told, Authorisation]]) -> bool:
    """Whether nobody waits to be told: told, or withheld with a second person's word. Nobody at all is not settled."""
    return bool(standing) and all(
        told in {Told.INFORMED, Told.ALREADY_AWARE}
        or (told is Told.WITHHELD and authorisation is Authorisation.GIVEN)
        for told, authorisation in standing
    )


def is_withheld(told: Told, *, authorisation: Authorisation) -> bool:
    """Whether nothing may be written to a person: withheld, and no lead has said that they are to be told."""
    return told is Told.WITHHELD and authorisation is not Authorisation.DECLINED


def how_long(permanence: Permanence, *, authorisation: Authorisation) -> str:
    """For how long a person goes untold: for good only once a second person has agreed to that (5.4, 5.5)."""
    is_for_good = permanence is Permanence.FOR_GOOD and authorisation is Authorisation.GIVEN
    return "for good" if is_for_good else "for now"
