"""Somebody of the cast who holds the office of the lawful answers, for the tests that need one."""

from datetime import timedelta

from alongside.access import context
from alongside.directory import commands as directory
from tests.people import Cast

UNTIL = timedelta(days=365)


def name_keeper(cast: Cast, who: str = "amira") -> None:
    """Name this person the data-protection officer of their agency for a year."""
    person = cast.people[who]
    directory.name_lawful_keeper(
        context.upkeep_context(),
        membership_id=person.membership_id,
        agency_id=person.agency_id,
        until=context.clock() + UNTIL,
    )
