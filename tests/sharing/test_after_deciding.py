"""What stands once it was decided: what others read, what changes, what is decided again."""

import pytest

from alongside.access.words import NotThere, Refused
from alongside.advice import commands as advice
from alongside.advice.commands import GivenView
from alongside.advice.words import NoteState
from alongside.consultations import commands, queries
from alongside.consultations.rules import Progress
from alongside.consultations.words import Task
from alongside.involvement.commands import ToldPerson
from alongside.involvement.words import Told
from alongside.sharing import queries as sharing_queries
from tests import journey
from tests.people import NOW
from tests.sharing.deciding import (
    change_the_benefit,
    change_the_items,
    change_the_mothers_mind,
    page_of,
    progress_of,
)


def test_the_adviser_sees_what_was_shared_and_nothing_else_of_the_matter(cast):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast, asked=cast.dev)
    journey.family_says(cast, consultation_id)
    journey.answer(cast, consultation_id, "P0", "no")
    journey.decide(cast, consultation_id)
    assert sharing_queries.list_my_inbox(cast.dev.ctx()) == ()
    journey.talk(cast, consultation_id)
    (shared,) = sharing_queries.list_my_inbox(cast.dev.ctx())
    assert [item.text for item in shared.items] == [journey.DAMP.text, journey.ABSENT.text]
    assert shared.basis == "With the family’s agreement to share this for this question."
    with pytest.raises(NotThere):
        queries.open_consultation(cast.dev.ctx(), consultation_id=consultation_id)
    with pytest.raises(NotThere):
        sharing_queries.open_decision(
            cast.dev.ctx(), decision_id=page_of(cast, consultation_id).people[0].decision.id
        )


def test_both_views_stand_side_by_side_for_the_asker_and_the_lead(cast):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast, asked=cast.dev)
    journey.family_says(cast, consultation_id)
    journey.answer(cast, consultation_id, "P0", "no")
    journey.decide(cast, consultation_id)
    journey.talk(cast, consultation_id)
    (shared,) = sharing_queries.list_my_inbox(cast.dev.ctx())
    given = GivenView(NoteState.CONFIRMED, view="I would see him at home.")
    advice.give_view(cast.dev.ctx(), disclosure_id=shared.id, given=given)
    for who in ("amira", "iris"):
        page = queries.open_consultation(getattr(cast, who).ctx(), consultation_id=consultation_id)
        assert [t.view.view for t in page.talks] == ["I would see him at home."]
        assert [t.said_by_adviser for t in page.talks] == [
            "He uses his inhaler twice a day, and she could see him on Mondays."
        ]


def test_what_was_decided_stays_as_it_was_while_the_walk_is_followed_to_its_end(cast):
    from alongside.access import frame
    from alongside.sharing.models import Decision

    consultation_id = journey.decided(cast)
    journey.talk(cast, consultation_id)
    journey.outcome(cast, consultation_id)
    journey.tell(cast, consultation_id)
    with frame.doing():
        row = Decision.objects.get()
    assert row.trace["walks"][0]["path"][-1] == "H4"
    assert row.followed["walks"][0]["path"][-1] == "O_SHARE"


@pytest.mark.parametrize("change", [change_the_items, change_the_benefit, change_the_mothers_mind])
def test_nothing_is_said_under_a_decision_whose_ground_has_changed(cast, change):
    consultation_id = journey.decided(cast)
    change(cast, consultation_id)
    page = page_of(cast, consultation_id)
    assert progress_of(page, Task.MAY_I_SHARE) is Progress.IN_PROGRESS
    assert progress_of(page, Task.TALK) is Progress.CANNOT_START_YET
    with pytest.raises(Refused, match="decide again"):
        journey.talk(cast, consultation_id)


def test_deciding_again_supersedes_and_keeps_the_earlier_decision(cast):
    consultation_id = journey.decided(cast)
    first = page_of(cast, consultation_id).people[0].decision.id
    change_the_items(cast, consultation_id)
    second = journey.decide(cast, consultation_id)
    assert page_of(cast, consultation_id).people[0].decision.id == second
    earlier = sharing_queries.open_decision(cast.amira.ctx(), decision_id=first)
    assert (earlier.superseded_by_id, len(earlier.items)) == (second, 2)
    journey.talk(cast, consultation_id)


def test_after_the_talk_what_was_talked_about_stays_as_it_was(cast):
    consultation_id = journey.decided(cast)
    journey.talk(cast, consultation_id)
    with pytest.raises(Refused, match="Begin another consultation"):
        change_the_benefit(cast, consultation_id)


def test_in_a_series_of_talks_more_is_shared_only_under_a_new_decision(cast):
    consultation_id = journey.decided(cast)
    journey.talk(cast, consultation_id)
    journey.talk(cast, consultation_id)
    change_the_items(cast, consultation_id)
    with pytest.raises(Refused, match="decide again"):
        journey.talk(cast, consultation_id)
    journey.decide(cast, consultation_id)
    journey.talk(cast, consultation_id)
    assert len(page_of(cast, consultation_id).talks) == 3


def test_one_person_not_yet_told_keeps_the_duty_though_the_other_is_told(cast):
    consultation_id = journey.decided(cast)
    journey.talk(cast, consultation_id)
    journey.outcome(cast, consultation_id)
    journey.tell(cast, consultation_id, told=Told.NOT_YET)
    commands.record_telling(
        cast.amira.ctx(),
        consultation_id=consultation_id,
        people=(ToldPerson(cast.father_id, "Tunde Adeyemi", Told.INFORMED, NOW.date(), ""),),
        how="By telephone",
    )
    assert [d.kind for d in page_of(cast, consultation_id).duties] == ["tell_family"]
