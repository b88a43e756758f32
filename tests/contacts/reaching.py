"""Safe contacts of the cast, as the tests of letters and contacts need them."""

from datetime import date

from alongside.access.words import Unsaid
from alongside.contacts import commands
from alongside.contacts.commands import NewContact
from alongside.contacts.words import Channel, Hiding

WHERE = "Flat 9, Heron Court\n41 Quayside Row\nMarlbrook\nMB7 4QX"


def a_contact(**changed):
    return NewContact(**{"channel": Channel.POST, "where": Unsaid(WHERE), "hiding": Hiding.NOBODY, **changed})


def added(cast, *, adult_id, verified=True, who="amira", **changed):
    """A safe contact of one person, made sure of unless it is not to be."""
    person = cast.people[who]
    contact_id = commands.add_safe_contact(
        person.ctx(), child_id=cast.child_id, adult_id=adult_id, contact=a_contact(**changed)
    )
    if verified:
        verify(cast, contact_id, who=who)
    return contact_id


def verify(cast, contact_id, *, who="amira"):
    commands.verify_contact(
        cast.people[who].ctx(),
        contact_id=contact_id,
        verified_on=date(2026, 11, 2),
        how="She said so when we spoke alone.",
    )


def says_nothing_of(page):
    """Whether a page holds nothing of where the contacts of the tests lead; the town alone is everywhere."""
    return not [line for line in WHERE.splitlines() if line in page and line != "Marlbrook"]
