"""Until when telling may be withheld, and whether what was withheld still waits. Pure."""

from collections.abc import Collection
from datetime import date

from alongside.duties.rules import Calendar
from alongside.involvement.words import Authorisation, Told

# A safeguarding lead may authorise withholding for up to five working days; then it is looked at again (5.4, 5.5).
WITHHELD_FOR_AT_MOST = 5


def latest_review(today: date, *, calendar: Calendar) -> date:
    """The last day on which withholding that begins today may be looked at again."""
    return calendar.after(today, working_days=WITHHELD_FOR_AT_MOST)


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
