"""One person of the family at their own page, as the stories need it: the link was given, and here they come in."""

from uuid import UUID

from tests.people import Cast
from tests.portal.doors import give
from tests.stories.conftest import Visit
from tests.stories.test_family_page import come_in


def opens_own_page(visit, cast: Cast, adult_id: UUID | None) -> Visit:
    """A telephone at which one person has opened their own page about Ayo."""
    _, made = give(cast, adult_id=adult_id)
    return come_in(visit, made.code)
