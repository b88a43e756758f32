"""A practitioner ends a private link: at once, also where the page is open."""

from uuid import UUID

from alongside.portal import commands, queries
from alongside.portal.words import Leaf, State
from tests.portal.doors import HOME, PAGES, give, opened
from tests.recital import Deed, Recital


def ended(cast, words) -> list[UUID]:
    links = queries.list_links(cast.amira.ctx(), child_id=cast.child_id)
    return [link.id for link in links if link.state is State.REVOKED]


class TestRevokePrivateLink(Recital):
    deed = Deed(
        command=commands.revoke_private_link,
        leaf=Leaf.FAMILY_LINK_REVOKED,
        ready=lambda cast: {"link_id": give(cast, adult_id=cast.mother_id)[0]},
        stands=ended,
        page=lambda _cast, words: f"/private-links/{words['link_id']}/end/",
        right_words=lambda _cast, _words: {},
        wrong_words={},
        sentence="",
        kept="",
        strangers=("dev", "ben"),  # a safeguarding lead may end one
    )

    def test_wrong_words_are_refused_and_kept_on_the_page(self, cast):
        """There is nothing to type. Ending what has ended is refused in a sentence."""
        words = self.deed.ready(cast)
        self.do(cast, words)
        answer = self.signed_in_press(cast, words)
        assert answer.status_code == 409
        assert "has ended already" in answer.content.decode()

    def signed_in_press(self, cast, words):
        from uuid import uuid4

        from tests.recital import signed_in

        return signed_in(cast, "amira").post(self.deed.page(cast, words), {"command_id": str(uuid4())})


def test_an_open_page_closes_at_once(cast):
    browser = opened(cast, adult_id=cast.mother_id)
    assert browser.get(HOME).status_code == 200
    (link,) = queries.list_links(cast.amira.ctx(), child_id=cast.child_id)
    commands.revoke_private_link(cast.amira.ctx(), link_id=link.id)
    assert browser.get(HOME)["Location"] == PAGES
