"""Text typed and not submitted: its author's alone, for two weeks, and no part of the record."""

from datetime import timedelta

import pytest

from alongside.access import commands, frame, gate, queries
from alongside.access.commands import DRAFT_LIFE
from alongside.access.models import Draft
from alongside.access.words import Answered, NoContext
from tests.access.doors import added, rows

PAGE = "/cases/one/consultations/begin"
WORDS = {"question": ["May I talk to the school nurse?"]}


@pytest.fixture
def kept(cast):
    commands.keep_draft(cast.amira.ctx(), page=PAGE, words=WORDS)
    return cast


def test_its_author_finds_it_again(kept):
    assert queries.find_draft(kept.amira.ctx(), page=PAGE).words == WORDS


@pytest.mark.parametrize("who", ["ben", "cerys", "dev", "esther", "iris"])
def test_nobody_else_finds_it_not_even_oversight(kept, who):
    assert queries.find_draft(getattr(kept, who).ctx(), page=PAGE) is None


def test_keeping_leaves_a_row_and_no_leaf_and_no_receipt(cast):
    before = rows()
    commands.keep_draft(cast.amira.ctx(), page=PAGE, words=WORDS)
    assert added(before) == {"access.Draft": 1}


def test_the_next_text_of_a_page_replaces_the_last(kept):
    before = rows()
    commands.keep_draft(kept.amira.ctx(), page=PAGE, words={"question": ["And the nursery?"]})
    assert added(before) == {}
    assert queries.find_draft(kept.amira.ctx(), page=PAGE).words == {"question": ["And the nursery?"]}


def test_two_people_on_one_page_keep_each_their_own(kept):
    commands.keep_draft(kept.ben.ctx(), page=PAGE, words={"question": ["Mine"]})
    assert queries.find_draft(kept.amira.ctx(), page=PAGE).words == WORDS
    assert queries.find_draft(kept.ben.ctx(), page=PAGE).words == {"question": ["Mine"]}


def test_dropping_forgets_ones_own_alone(kept):
    commands.drop_draft(kept.ben.ctx(), page=PAGE)
    assert queries.find_draft(kept.amira.ctx(), page=PAGE) is not None
    commands.drop_draft(kept.amira.ctx(), page=PAGE)
    assert queries.find_draft(kept.amira.ctx(), page=PAGE) is None


def test_it_lasts_two_weeks_and_no_longer(kept, clock):
    clock.at += DRAFT_LIFE - timedelta(microseconds=1)
    assert queries.find_draft(kept.amira.ctx(), page=PAGE) is not None
    clock.advance(microseconds=1)
    assert queries.find_draft(kept.amira.ctx(), page=PAGE) is None


def test_one_who_has_left_does_not_find_what_they_typed(cast):
    commands.keep_draft(cast.hal.ctx(), page=PAGE, words=WORDS)
    assert queries.find_draft(cast.hal.ctx(), page=PAGE) is None


def test_a_draft_is_not_kept_inside_a_deed(cast):
    @gate.writes("test:keeps")
    def keeps(act):
        act.note("test:keeps", about=None)
        commands.keep_draft(act, page=PAGE, words=WORDS)

    before = rows()
    with pytest.raises(NoContext):
        keeps(cast.amira.ctx())
    assert added(before) == {}


def test_why_a_row_is_visible_is_said_in_words(kept):
    assert queries.why_visible(kept.amira.ctx(), label="families.Child", key=kept.child_id) == (
        "You wrote it.",
        "You are admitted to the case, and your agency wrote it.",
        "You are admitted to the case.",
    )
    assert queries.why_visible(kept.cerys.ctx(), label="families.Child", key=kept.child_id) == (
        "You are admitted to the case.",
    )
    assert queries.why_visible(kept.dev.ctx(), label="families.Child", key=kept.child_id) == ()
    assert queries.why_visible(kept.dev.ctx(), label="directory.Agency", key=kept.amira.agency_id) == (
        "It is open to everyone who is signed in.",
    )
    assert queries.why_visible(kept.amira.ctx(), label="access.Grant", key=kept.case_id) == ()


def drafts_on_disk(cast) -> list[str]:
    """The pages of Amira's drafts that lie in the database, whatever a page would show of them."""
    with frame.doing():
        rows = Draft.objects.filter(author_membership_id=cast.amira.membership_id)
        return sorted(rows.values_list("page", flat=True))


@pytest.mark.parametrize(
    "next_deed",
    [
        lambda cast: commands.keep_draft(cast.amira.ctx(), page="/another", words=WORDS),
        lambda cast: commands.drop_draft(cast.amira.ctx(), page="/another"),
    ],
    ids=["keep", "drop"],
)
def test_what_has_expired_is_deleted_when_its_author_keeps_or_drops_the_next(kept, clock, next_deed):
    commands.keep_draft(kept.ben.ctx(), page=PAGE, words=WORDS)
    clock.at += DRAFT_LIFE - timedelta(microseconds=1)
    next_deed(kept)
    assert PAGE in drafts_on_disk(kept)
    clock.advance(microseconds=1)
    next_deed(kept)
    assert PAGE not in drafts_on_disk(kept)
    with frame.doing():
        assert Draft.objects.filter(author_membership_id=kept.ben.membership_id).count() == 1


def test_whether_a_form_did_its_deed_is_known_by_its_author_and_its_id(cast):
    @gate.writes("test:notes")
    def notes(act):
        act.note("test:notes", about=None)

    ctx = cast.amira.ctx()
    before = rows()
    assert commands.done_before(ctx) is Answered.NO
    assert added(before) == {}
    notes(ctx)
    assert commands.done_before(ctx) is Answered.YES
    assert commands.done_before(cast.amira.ctx()) is Answered.NO
    assert commands.done_before(cast.ben.ctx(command_id=ctx.command_id)) is Answered.NO
