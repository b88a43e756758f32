"""The edition of the guidance that is in force asks its own questions, and the walk becomes a decision all the same."""

from dataclasses import replace

import pytest

from alongside.access.words import Refused
from alongside.consent.words import Status
from alongside.consultations import queries
from tests import journey
from tests.consent.test_edge_cases import with_responsibility
from tests.sharing.deciding import decision_of, in_force


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
