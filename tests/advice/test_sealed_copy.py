"""Both agencies keep the same words under the same digest; each reads its own and compares."""

import pytest
from django.apps import apps
from django.urls import reverse

from alongside.access import frame
from alongside.access.words import NotThere
from alongside.advice import commands, queries
from alongside.advice.commands import GivenView
from alongside.advice.words import Leaf, NoteState
from alongside.consultations import commands as consultations
from tests import journey
from tests.recital import actions, signed_in

SEEN = "Twice a day, and on Mondays thrice."


@pytest.fixture
def answered(cast):
    """Cerys has corrected the note; what was shared with her."""
    journey.talk(cast, journey.decided(cast))
    (shared,) = queries.list_my_inbox(cast.cerys.ctx())
    given = GivenView(NoteState.CORRECTED, correction=SEEN, view="I would look at his sleep.")
    commands.give_view(cast.cerys.ctx(), disclosure_id=shared.id, given=given)
    return shared.id


def test_both_agencies_keep_the_same_words_and_the_same_digest(cast, answered):
    ours = queries.open_copy(cast.amira.ctx(), disclosure_id=answered)
    theirs = queries.open_copy(cast.cerys.ctx(), disclosure_id=answered)
    assert ours.words == theirs.words
    assert (ours.words["correction"], ours.words["question"]) == (
        SEEN,
        "What have you seen of Ayo’s breathing at school?",
    )
    assert ours.ours == theirs.theirs
    assert theirs.ours == ours.theirs
    assert ours.ours.digest == theirs.ours.digest
    assert (ours.agree, theirs.agree) == ("yes", "yes")
    assert Leaf.COPY_SEALED in actions()


@pytest.mark.parametrize("who", ["amira", "cerys"])
def test_both_sides_read_it_and_that_the_digests_agree(cast, answered, who):
    shown = signed_in(cast, who).get(reverse("advice:copy", args=[answered])).content.decode()
    assert "The two digests agree" in shown
    assert SEEN in shown


@pytest.mark.parametrize("who", ["dev", "ben", "esther", "farid"])
def test_nobody_else_does(cast, answered, who):
    page = reverse("advice:copy", args=[answered])
    assert signed_in(cast, who).get(page).status_code == 404


def test_a_safeguarding_lead_reads_the_copy_of_the_own_agency(cast, answered):
    assert (
        queries.open_copy(cast.iris.ctx(), disclosure_id=answered).ours.agency == "Marlbrook Community Health"
    )


def test_a_copy_that_was_changed_is_noticed_by_both(cast, answered):
    with frame.doing():
        row = apps.get_model("advice.SealedCopy").objects.get(agency_id=cast.cerys.agency_id)
        row.words["correction"] = "Never."
        row.save(update_fields=["words"])
    for person in (cast.amira, cast.cerys):
        assert queries.open_copy(person.ctx(), disclosure_id=answered).agree == "no"


def test_before_an_answer_there_is_none(cast):
    journey.talk(cast, journey.decided(cast))
    (shared,) = queries.list_my_inbox(cast.cerys.ctx())
    with pytest.raises(NotThere):
        queries.open_copy(cast.amira.ctx(), disclosure_id=shared.id)


def test_it_holds_what_was_asked_back_and_replied(cast):
    consultation_id = journey.decided(cast)
    journey.talk(cast, consultation_id)
    (shared,) = queries.list_my_inbox(cast.cerys.ctx())
    asked = commands.ask_back(cast.cerys.ctx(), disclosure_id=shared.id, words="Has he a plan?")
    consultations.answer_back(
        cast.amira.ctx(), consultation_id=consultation_id, asked_back_id=asked, words="He has none."
    )
    commands.give_view(cast.cerys.ctx(), disclosure_id=shared.id, given=GivenView(NoteState.CONFIRMED))
    shown = signed_in(cast, "amira").get(reverse("advice:copy", args=[shared.id])).content.decode()
    assert "Cerys Pugh asked back" in shown
    assert "He has none." in shown


def test_where_the_other_copy_is_not_shown_it_is_not_said_that_both_work_for_one_agency(cast, answered):
    with frame.doing():
        apps.get_model("access.Grant").objects.filter(
            agency_id=cast.amira.agency_id, kind="audience"
        ).delete()
    shown = signed_in(cast, "iris").get(reverse("advice:copy", args=[answered])).content.decode()
    assert "Both of you work for one agency" not in shown
    assert "The other agency keeps its own copy" in shown
