"""A walk becomes a decision."""

from dataclasses import replace

import pytest
from django.urls import reverse

from alongside.access import context
from alongside.access.words import NotThere, Refused
from alongside.advice import commands as advice
from alongside.advice.commands import GivenView
from alongside.advice.words import NoteState
from alongside.consent.words import Category, ConsentKind, Status
from alongside.consultations import commands, queries
from alongside.consultations.rules import Progress
from alongside.consultations.words import Task
from alongside.directory import commands as directory
from alongside.involvement.commands import ToldPerson
from alongside.involvement.words import Told
from alongside.sharing import commands as sharing
from alongside.sharing import freezing
from alongside.sharing import queries as sharing_queries
from alongside.sharing.words import Countersignature
from tests import journey
from tests.consent.test_edge_cases import with_responsibility
from tests.people import NOW
from tests.recital import signed_in

REFUSE = {"outcome": "DO_NOT_SHARE", "review_trigger": "New information, or things getting worse."}


def progress_of(page, task):
    """How far a task has come, where there is one of it."""
    return next((each.progress for each in page.progress if each.task is task), None)


def page_of(cast, consultation_id):
    return queries.open_consultation(cast.amira.ctx(), consultation_id=consultation_id)


def decision_of(cast, consultation_id, *, who="amira"):
    decision = page_of(cast, consultation_id).people[0].decision
    return sharing_queries.open_decision(getattr(cast, who).ctx(), decision_id=decision.id)


def check_of(cast, consultation_id):
    ids = journey.person_in(cast, consultation_id)
    return reverse("consultations:check", args=[ids["consultation_id"], ids["person_id"]])


def test_with_consent_only_the_harm_question_is_left_to_ask(cast):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    journey.family_says(cast, consultation_id)
    way = queries.sharing_of(cast.amira.ctx(), **journey.person_in(cast, consultation_id)).way
    assert way.asked == "P0"
    journey.answer(cast, consultation_id, "P0", "no")
    way = queries.sharing_of(cast.amira.ctx(), **journey.person_in(cast, consultation_id)).way
    assert (way.asked, way.outcome, way.is_ready) == (None, "SHARE", True)
    assert [t.node for t in way.last.taken] == ["S0", "P0", "Q1", "Q2", "H1", "H2", "H3"]


@pytest.mark.parametrize(
    ("kind", "claimed"),
    [(ConsentKind.OPENNESS_AGREEMENT, "no"), (ConsentKind.CONFIDENTIALITY_CONSENT, "yes")],
)
def test_that_what_was_told_in_confidence_was_agreed_is_said_only_where_that_was_asked(cast, kind, claimed):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    journey.family_says(cast, consultation_id, kind=kind)
    journey.answer(cast, consultation_id, "P0", "no")
    shown = signed_in(cast, "amira").get(check_of(cast, consultation_id)).content.decode()
    assert ("who told us, agreed" in shown) is (claimed == "yes")
    assert ("Nobody said that it was told in confidence" in shown) is (claimed == "no")
    journey.decide(cast, consultation_id)
    kept = decision_of(cast, consultation_id).lawful.confidentiality
    assert ("Nobody said that it was told in confidence" in kept) is (claimed == "no")


def test_a_decision_freezes_the_walk_and_is_closed_when_the_family_is_told(cast):
    consultation_id = journey.decided(cast)
    decision = decision_of(cast, consultation_id)
    assert (decision.outcome, decision.closed_at) == ("SHARE", None)
    assert decision.trace["walks"][0]["path"] == ["S0", "P0", "Q1", "Q2", "H1", "H2", "H3", "H4"]
    journey.talk(cast, consultation_id)
    journey.outcome(cast, consultation_id)
    journey.tell(cast, consultation_id)
    decision = decision_of(cast, consultation_id)
    walked = decision.trace["walks"][0]
    assert walked["path"] == ["S0", "P0", "Q1", "Q2", "H1", "H2", "H3", "H4", "H5", "R_YES", "O_SHARE"]
    assert walked["state"] == {"cp_procedure": "none", "share_mode": "with_consent"}
    assert walked["missing_records"] == []
    assert decision.closed_at is not None
    assert {each.progress for each in page_of(cast, consultation_id).progress} == {Progress.DONE}


def test_an_item_that_consent_does_not_cover_is_named_and_there_is_no_consent_for_it(cast):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    journey.family_says(cast, consultation_id, allowed=(Category.HOUSING,))
    journey.answer(cast, consultation_id, "P0", "no")
    way = queries.sharing_of(cast.amira.ctx(), **journey.person_in(cast, consultation_id)).way
    assert way.asked == "Q4"
    assert "Attendance" in next(t.because for t in way.last.taken if t.node == "Q2")


def test_g3_a_person_cannot_answer_that_there_is_consent_when_it_does_not_reach(cast):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    journey.family_says(cast, consultation_id, allowed=(Category.HOUSING,))
    journey.answer(cast, consultation_id, "P0", "no")
    journey.answer(cast, consultation_id, "Q2", "yes")
    way = queries.sharing_of(cast.amira.ctx(), **journey.person_in(cast, consultation_id)).way
    assert not way.is_ready
    with pytest.raises(Refused):
        journey.decide(cast, consultation_id)


def test_s04_both_parents_decline_and_nothing_is_shared(cast):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    for who in ("mother", "father"):
        journey.family_says(cast, consultation_id, status=Status.REFUSED, who=who)
    journey.answer(cast, consultation_id, "P0", "no")
    journey.answer(cast, consultation_id, "Q4", "no")
    journey.decide(cast, consultation_id, **REFUSE)
    decision = decision_of(cast, consultation_id)
    walked = decision.trace["walks"][0]
    assert walked["path"] == ["S0", "P0", "Q1", "Q2", "Q3", "Q4", "R_NO", "O_NOSHARE"]
    assert walked["missing_records"] == []
    assert decision.countersignature is Countersignature.NOT_NEEDED
    assert decision.closed_at is not None
    assert progress_of(page_of(cast, consultation_id), Task.TALK) is None
    with pytest.raises(Refused):
        journey.talk(cast, consultation_id)


def test_not_sure_waits_for_advice_and_keeps_it(cast):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    journey.family_says(cast, consultation_id)
    journey.answer(cast, consultation_id, "P0", "unsure")
    assert queries.sharing_of(cast.amira.ctx(), **journey.person_in(cast, consultation_id)).way.asked == "P0"
    with pytest.raises(Refused):
        journey.answer(cast, consultation_id, "P0", "no")
    journey.answer(
        cast, consultation_id, "P0", "no", advice_from="Iris Olsen", advice_summary="No sign of harm."
    )
    journey.decide(cast, consultation_id)
    walked = decision_of(cast, consultation_id).trace["walks"][0]
    assert walked["path"][:4] == ["S0", "P0", "ADV", "P0"]


def test_not_yet_told_leaves_the_decision_open_and_the_duty_owed(cast):
    consultation_id = journey.decided(cast)
    journey.talk(cast, consultation_id)
    journey.outcome(cast, consultation_id)
    journey.tell(cast, consultation_id, told=Told.NOT_YET)
    page = page_of(cast, consultation_id)
    assert [d.kind for d in page.duties] == ["tell_family"]
    assert decision_of(cast, consultation_id).closed_at is None
    journey.tell(cast, consultation_id, told=Told.INFORMED)
    assert page_of(cast, consultation_id).duties == ()
    assert decision_of(cast, consultation_id).closed_at is not None


def in_force(cast, name, value, clock):
    from alongside.access import context

    directory.decide_setting(
        context.upkeep_context(), name=name, value=value, from_on=clock.at.date(), source="A test"
    )


def test_the_2024_edition_is_walked_with_the_same_tasks(cast, clock):
    in_force(cast, "guidance.edition", "dfe-2024-derived", clock)
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    journey.family_says(cast, consultation_id)
    asked = []
    for node, given in (
        ("N0", "not_emergency"),
        ("N4", "no"),
        ("N4a", "agreement_given"),
        ("N7", "none"),
        ("N9", "no_one"),
    ):
        asked.append(
            queries.sharing_of(cast.amira.ctx(), **journey.person_in(cast, consultation_id)).way.asked
        )
        journey.answer(cast, consultation_id, node, given, pack="dfe-2024-derived")
    assert asked == ["N0", "N4", "N4a", "N7", "N9"]
    journey.decide(cast, consultation_id, necessity="Only what the school needs to help.")
    journey.talk(cast, consultation_id)
    journey.outcome(cast, consultation_id)
    journey.tell(cast, consultation_id)
    walked = decision_of(cast, consultation_id).trace["walks"][0]
    assert walked["outcome"] == "SHARE"
    assert walked["missing_records"] == []


@pytest.mark.parametrize(
    ("risk", "then"), [("no", ("N4a", "agreement_given")), ("no", ("N4a", "not_yet_obtained")), ("yes", None)]
)
def test_e1_what_is_about_somebody_who_said_no_stays_out_unless_it_was_weighed(cast, clock, risk, then):
    """The questions of 2024 do not ask whether consent reaches, so nothing of theirs goes on another's yes alone."""
    in_force(cast, "guidance.edition", "dfe-2024-derived", clock)
    with_responsibility(cast)
    journey.keep_profiles(cast)
    of_him = replace(journey.ABSENT, text="His father has lost his job.", about_adult_id=cast.father_id)
    consultation_id = journey.prepare(cast, items=(journey.DAMP, of_him))
    journey.family_says(cast, consultation_id)
    journey.family_says(cast, consultation_id, status=Status.REFUSED, who="father")
    weighed = [("N4b", "yes")] if then == ("N4a", "not_yet_obtained") else []
    for node, given in (
        ("N0", "not_emergency"),
        ("N4", risk),
        *([then] if then else []),
        *weighed,
        ("N7", "none"),
        ("N9", "no_one"),
    ):
        journey.answer(cast, consultation_id, node, given, pack="dfe-2024-derived")
    if risk == "yes" or weighed:
        assert journey.decide(cast, consultation_id, necessity="Only what the school needs to help.")
    else:
        with pytest.raises(Refused, match="Somebody said no to what is about themselves"):
            journey.decide(cast, consultation_id, necessity="Only what the school needs to help.")


def test_s12_the_statutory_overlay_comes_first_from_the_day_it_is_in_force(cast, clock):
    in_force(cast, "guidance.edition", "dfe-2024-derived", clock)
    in_force(cast, "isd.in_force", "yes", clock)
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    journey.family_says(cast, consultation_id, status=Status.REFUSED)
    for node, given in (("D2", "yes"), ("D3", "yes"), ("D4", "no")):
        assert (
            queries.sharing_of(cast.amira.ctx(), **journey.person_in(cast, consultation_id)).way.asked == node
        )
        journey.answer(cast, consultation_id, node, given, pack="ca2004-s16la")
    page = queries.sharing_of(cast.amira.ctx(), **journey.person_in(cast, consultation_id))
    assert page.way.walks[0].trace.outcome == "MUST_SHARE"
    assert page.way.asked == "N0"
    for node, given in (("N0", "not_emergency"), ("N4", "yes"), ("N7", "justified"), ("N9", "no_one")):
        journey.answer(cast, consultation_id, node, given, pack="dfe-2024-derived")
    journey.decide(cast, consultation_id, necessity="It helps the local authority and harms nobody.")
    decision = decision_of(cast, consultation_id)
    assert [w["pack"] for w in decision.trace["walks"]] == ["ca2004-s16la", "dfe-2024-derived"]
    assert "6(1)(c)" in decision.lawful.art6


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


def change_the_items(cast, consultation_id):
    commands.list_what(cast.amira.ctx(), consultation_id=consultation_id, items=(journey.DAMP,))


def change_the_benefit(cast, consultation_id):
    commands.explain_reasons(
        cast.amira.ctx(),
        consultation_id=consultation_id,
        question="Q",
        benefit="Another.",
        explanation_for_family="E",
    )


def change_the_mothers_mind(cast, consultation_id):
    journey.family_says(cast, consultation_id, status=Status.REFUSED)


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


def test_agreeing_to_help_as_well_is_two_agreements(cast):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    journey.family_says(cast, consultation_id, kind=ConsentKind.SERVICE_AGREEMENT)
    kinds = [answer.kind for answer in page_of(cast, consultation_id).answers]
    assert kinds == [ConsentKind.OPENNESS_AGREEMENT, ConsentKind.SERVICE_AGREEMENT]


def test_g3_an_agreement_for_one_purpose_does_not_reach_another(cast):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    journey.family_says(cast, consultation_id)
    change_the_benefit(cast, consultation_id)
    journey.answer(cast, consultation_id, "P0", "no")
    way = queries.sharing_of(cast.amira.ctx(), **journey.person_in(cast, consultation_id)).way
    assert way.asked == "Q4"
    assert "another purpose" in next(t.because for t in way.last.taken if t.node == "Q2")


def test_nothing_is_decided_on_that_was_not_shown(cast):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    journey.family_says(cast, consultation_id)
    journey.answer(cast, consultation_id, "P0", "no")
    page = queries.sharing_of(cast.amira.ctx(), **journey.person_in(cast, consultation_id))
    seen = freezing.digest_of(page.way, page.record)
    change_the_items(cast, consultation_id)
    with pytest.raises(Refused, match="has changed since this page was opened"):
        journey.decide(cast, consultation_id, seen=seen)


def test_nothing_is_decided_on_lawful_answers_that_were_not_shown(cast):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    journey.family_says(cast, consultation_id)
    journey.answer(cast, consultation_id, "P0", "no")
    seen = queries.sharing_of(cast.amira.ctx(), **journey.person_in(cast, consultation_id)).digest
    sharing.keep_profile(
        context.upkeep_context(),
        agency_id=cast.amira.agency_id,
        profile=replace(journey.PROFILE, policy_document="Safeguarding policy, version 5"),
    )
    with pytest.raises(Refused, match="has changed since this page was opened"):
        journey.decide(cast, consultation_id, seen=seen)


def test_a_decision_rests_on_the_lawful_answers_of_the_agency_that_decides(cast):
    for key, power in (("health", "CA 2004 s.10"), ("school", "EA 2002 s.175")):
        sharing.keep_profile(
            context.upkeep_context(),
            agency_id=cast.agencies[key],
            profile=replace(journey.PROFILE, power=power),
        )
    consultation_id = journey.prepare(cast, by=cast.cerys, asked=cast.dev)
    (person,) = queries.open_consultation(cast.cerys.ctx(), consultation_id=consultation_id).people
    page = queries.sharing_of(cast.cerys.ctx(), consultation_id=consultation_id, person_id=person.id)
    assert page.record.profile.power == "EA 2002 s.175"


def test_without_lawful_answers_of_the_agency_nothing_is_decided_to_be_shared(cast):
    consultation_id = journey.prepare(cast)
    journey.family_says(cast, consultation_id)
    journey.answer(cast, consultation_id, "P0", "no")
    with pytest.raises(Refused, match="has not kept its lawful answers"):
        journey.decide(cast, consultation_id)


def test_a_question_that_is_not_on_the_way_or_not_in_force_cannot_be_answered(cast):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    for node, pack in (("Q4", "hmg-2018-07"), ("Q2", "hmg-2015-03"), ("N4", "dfe-2024-derived")):
        with pytest.raises(Refused, match="no longer on your way"):
            journey.answer(cast, consultation_id, node, "yes", pack=pack)


def test_an_adult_of_another_family_is_nobody_here(cast):
    consultation_id = journey.prepare(cast)
    with pytest.raises(NotThere):
        journey.family_says(cast, consultation_id, giver_adult_id=cast.child_id)
