"""One person of the family at their private link, as tests need them: the link runs, and this is what they can do."""

from uuid import UUID, uuid4

from alongside.access import commands as access
from alongside.access import context
from alongside.access.context import Context, family_context
from alongside.access.gate import Act, writes
from alongside.access.words import GrantKind, Purpose
from alongside.families import queries as families
from alongside.involvement import commands as involvement
from alongside.involvement import queries as notices
from alongside.involvement.queries import MyNotice
from tests.people import Cast


@writes("test:private_link")
def open_link(act: Act, *, child_id: UUID, adult_id: UUID | None) -> UUID:
    """Let a private link run for one person of the family; answers the key by which they read."""
    reader_id = families.reader_of(act, child_id=child_id, adult_id=adult_id)
    access.grant(
        act,
        kind=GrantKind.FAMILY_PAGE,
        whom=access.Whom(membership_id=reader_id, agency_id=context.NOBODY),
        purpose=Purpose.FAMILY_PAGES,
        reason="A test",
        until=access.OPEN_END,
    )
    act.note("test:linked", about=None)
    return reader_id


def at_their_page(cast: Cast, adult_id: UUID | None, *, by: str = "amira") -> Context:
    """A new request of one person of the family at their own page; None is the child."""
    reader_id = open_link(cast.people[by].ctx(), child_id=cast.child_id, adult_id=adult_id)
    return family_context(reader_id=reader_id, session=context.pseudonym("family"), command_id=uuid4())


def notices_of(cast: Cast, adult_id: UUID | None) -> tuple[MyNotice, ...]:
    """What was written to one person of the family, as they read it at their own page."""
    readable = involvement.weigh_my_notices(at_their_page(cast, adult_id))
    return notices.list_my_notices(at_their_page(cast, adult_id), readable=readable)
