"""Looking again at a decision not to share, which weighs as much as one to share (B4)."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from alongside.access.words import NotThere, Ref, Refused
from alongside.consultations import commands as consultations
from alongside.consultations import queries as asked
from alongside.duties import queries as duties
from alongside.duties.words import Owed
from alongside.sharing import commands, queries
from alongside.sharing.words import Leaf, Reviewed
from tests import journey
from tests.consultations.deeds import boxes
from tests.recital import Deed, Recital, signed_in

AGAIN = date(2026, 12, 15)
TYPED = {"verdict": "stands", **boxes("review_on", AGAIN), "words": "We asked the school. Nothing is new."}


def refused(cast):
    words = "We asked the school. Nothing is new."
    return {
        "decision_id": journey.refused(cast),
        "verdict": Reviewed.STANDS,
        "words": words,
        "review_on": AGAIN,
    }


def page(cast, words):
    return reverse("sharing:review", args=[words["decision_id"]])


class TestReviewRefusal(Recital):
    deed = Deed(
        command=commands.review_refusal,
        leaf=Leaf.REFUSAL_REVIEWED,
        ready=refused,
        stands=lambda cast, words: queries.list_reviews(cast.amira.ctx(), decision_id=words["decision_id"]),
        page=page,
        right_words=lambda cast, words: TYPED,
        wrong_words=boxes("review_on", date(2026, 11, 3)),
        sentence="after today, and within a year",
        kept="We asked the school. Nothing is new.",
    )


def due(cast, decision_id):
    """When a decision is to be looked at again; nothing where it is not."""
    found = duties.list_duties_from(cast.amira.ctx(), arising_from=Ref("decision", decision_id))
    return [duty.due_at for duty in found if duty.kind is Owed.REVIEW_REFUSAL]


def end_of(on):
    return datetime(on.year, on.month, on.day, 23, 59, 59, tzinfo=UTC)


def test_a_refusal_is_looked_at_again_after_twenty_working_days_by_whoever_decided(cast):
    decision_id = journey.refused(cast)
    decision = queries.open_decision(cast.amira.ctx(), decision_id=decision_id)
    assert decision.review_on == date(2026, 12, 1)
    assert decision.whom_to_ask == "Amira Haddad, Health visitor, Marlbrook Community Health"
    assert due(cast, decision_id) == [end_of(date(2026, 12, 1))]
    mine = duties.list_my_duties(cast.amira.ctx())
    assert Owed.REVIEW_REFUSAL in {duty.kind for duty in mine}


def test_or_on_the_day_that_was_said(cast):
    journey.keep_profiles(cast)
    decision_id = refused_on(cast, review_on=AGAIN, whom_to_ask="Iris Olsen, named nurse")
    decision = queries.open_decision(cast.amira.ctx(), decision_id=decision_id)
    assert (decision.review_on, decision.whom_to_ask) == (AGAIN, "Iris Olsen, named nurse")
    assert due(cast, decision_id) == [end_of(AGAIN)]


def refused_on(cast, **more):
    earlier = queries.open_decision(cast.amira.ctx(), decision_id=journey.refused(cast))
    return journey.decide(
        cast, earlier.arising_from.id, outcome="DO_NOT_SHARE", review_trigger="New facts.", **more
    )


@pytest.mark.parametrize("on", [date(2026, 11, 3), date(2025, 1, 1), date(2028, 1, 1)])
def test_a_day_that_is_none_to_look_again_on_is_refused(cast, on):
    with pytest.raises(Refused, match="within a year"):
        refused_on(cast, review_on=on)
    words = refused(cast)
    with pytest.raises(Refused, match="within a year"):
        commands.review_refusal(cast.amira.ctx(), **(words | {"review_on": on}))


def test_what_stands_is_owed_again_on_its_day(cast):
    words = refused(cast)
    commands.review_refusal(cast.amira.ctx(), **words)
    assert due(cast, words["decision_id"]) == [end_of(AGAIN)]


def test_what_need_not_be_looked_at_again_is_owed_no_more(cast):
    words = refused(cast) | {"verdict": Reviewed.ENDS}
    commands.review_refusal(cast.amira.ctx(), **words)
    assert due(cast, words["decision_id"]) == []
    (review,) = queries.list_reviews(cast.amira.ctx(), decision_id=words["decision_id"])
    assert review.review_on is None


def test_deciding_again_settles_the_review_of_the_earlier_decision(cast):
    words = refused(cast)
    earlier = queries.open_decision(cast.amira.ctx(), decision_id=words["decision_id"])
    later = journey.decide(cast, earlier.arising_from.id, outcome="DO_NOT_SHARE", review_trigger="New facts.")
    assert due(cast, words["decision_id"]) == []
    assert len(due(cast, later)) == 1
    with pytest.raises(Refused, match="later decision"):
        commands.review_refusal(cast.amira.ctx(), **words)


def test_a_decision_to_share_is_not_looked_at_so(cast):
    consultation_id = journey.decided(cast)
    decision = journey.page_of(cast, consultation_id).people[0].decision
    with pytest.raises(NotThere):
        commands.review_refusal(cast.amira.ctx(), **(refused_words() | {"decision_id": decision.id}))
    assert signed_in(cast, "amira").get(reverse("sharing:review", args=[decision.id])).status_code == 404


def refused_words():
    return {"verdict": Reviewed.ENDS, "words": "It stands."}


def considered(cast, name):
    return queries.list_considered(cast.people[name].ctx(), child_id=cast.child_id)


def test_a_later_asker_who_may_know_of_it_sees_that_it_was_considered_and_whom_to_ask(cast):
    journey.refused(cast)
    (card,) = considered(cast, "cerys")
    assert card.considered_on == date(2026, 11, 3)
    assert card.ask == "Amira Haddad, Health visitor, Marlbrook Community Health"
    assert card.telephone == "01632 960 110"


@pytest.mark.parametrize("name", ["dev", "ben", "iris", "esther"])
def test_nobody_else_sees_it(cast, name):
    journey.refused(cast)
    assert considered(cast, name) == ()


def test_whoever_may_read_the_decision_reads_it_in_full_and_not_this(cast):
    journey.refused(cast)
    assert considered(cast, "amira") == ()
    assert len(queries.list_refusals_about(cast.amira.ctx(), child_id=cast.child_id)) == 1


def test_what_was_decided_anew_is_not_considered_twice(cast):
    refused_on(cast)
    assert len(considered(cast, "cerys")) == 1


def test_the_page_of_a_later_asker_says_so_without_content(cast):
    journey.refused(cast)
    mine = journey.prepare(cast, by=cast.cerys, asked=cast.dev)
    person = asked.open_consultation(cast.cerys.ctx(), consultation_id=mine).people[0]
    args = [mine, person.id, "hmg-2018-07", "P0"]
    shown = signed_in(cast, "cerys").get(reverse("consultations:question", args=args)).content.decode()
    assert "Considered on 3 November 2026: ask Amira Haddad" in shown
    assert "It helps Ayo and his mother agrees." not in shown


def test_without_names_nothing_is_left_for_later_askers(cast):
    consultations.begin_no_names(cast.amira.ctx())
    assert considered(cast, "cerys") == ()


def test_looking_again_is_asked_on_today_with_its_page(cast, clock):
    words = refused(cast)
    clock.advance(days=29)
    shown = signed_in(cast, "amira").get("/").content.decode()
    assert "Look again at your decision not to share about Ayo Adeyemi" in shown
    assert page(cast, words) in shown
