"""Whose last word stands, by the deeds: a no that lasts, a yes that is taken back, a past day as it was."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from alongside.access import context
from alongside.access.words import Refused
from alongside.consent import commands, queries
from alongside.consent.words import (
    CodeOfHl7,
    ConsentKind,
    Form,
    Interpreted,
    Invalid,
    May,
    State,
    Status,
)
from alongside.duties.words import Owed
from alongside.families import commands as families
from alongside.families.commands import OrderWords, RelatedAdult
from alongside.families.words import OrderKind, ParentalResponsibility, Relation
from tests import journey
from tests.consent.deeds import TODAY, consent, decide, here, matter, page, record
from tests.consent.test_edge_cases import DECIDED, born, owed, step_father, with_responsibility
from tests.family import at_their_page
from tests.people import NOW


def ledger(cast, **more):
    return queries.open_ledger(cast.amira.ctx(), child_id=cast.child_id, **more)


def take_back(cast, key, **more):
    return commands.withdraw_consent(
        cast.amira.ctx(), consent_id=key, words="No more.", how=Form.VERBAL, **more
    )


def test_a_yes_through_a_relative_never_takes_the_place_of_an_earlier_refusal(cast):
    with_responsibility(cast)
    consultation_id = matter(cast)
    to = here(cast, consultation_id)
    record(cast, consultation_id, recipient=to, status=Status.REFUSED, words="No.")
    relative = {"interpreted": Interpreted.RELATIVE, "interpreter": "Her sister"}
    record(cast, consultation_id, recipient=to, **relative)
    record(cast, consultation_id, who="father", recipient=to)
    assert consent(cast, consultation_id).answer == "unsure"
    assert ledger(cast).disagreements


def test_e1_two_agree_and_one_takes_it_back_so_they_disagree(cast):
    with_responsibility(cast)
    consultation_id = matter(cast)
    to = here(cast, consultation_id)
    key = record(cast, consultation_id, recipient=to)
    record(cast, consultation_id, who="father", recipient=to)
    assert consent(cast, consultation_id).answer == "yes"
    take_back(cast, key)
    found = consent(cast, consultation_id)
    assert found.answer == "unsure"
    assert "They took it back on 3 November 2026." in found.because
    assert ledger(cast).disagreements
    assert owed(cast, Owed.RESOLVE_DISAGREEMENT, who="iris")


def test_e1_taken_back_on_their_own_page_the_disagreement_is_raised_when_it_is_read(cast):
    with_responsibility(cast)
    consultation_id = matter(cast)
    to = here(cast, consultation_id)
    key = record(cast, consultation_id, recipient=to)
    record(cast, consultation_id, who="father", recipient=to)
    commands.withdraw_my_consent(at_their_page(cast, cast.mother_id), consent_id=key, words="")
    assert consent(cast, consultation_id).answer == "unsure"
    commands.heed_answer(cast.amira.ctx(), consent_id=key, words="I ask Iris.")
    assert ledger(cast).disagreements


def test_what_one_who_may_not_decide_said_of_himself_can_be_taken_back_and_what_rested_on_it_is_found(cast):
    adult_id = step_father(cast)
    journey.keep_profiles(cast)
    of_him = replace(journey.DAMP, text="He drinks.", about_adult_id=adult_id)
    consultation_id = journey.prepare(cast, items=(of_him,))
    to = here(cast, consultation_id)
    key = record(cast, consultation_id, giver_adult_id=adult_id, giver="Stan Moss", recipient=to)
    assert page(cast, key).invalid_reason is Invalid.GIVER_LACKS_AUTHORITY
    assert consent(cast, consultation_id).answer == "yes"
    take_back(cast, key)
    assert page(cast, key).state is State.WITHDRAWN
    assert consent(cast, consultation_id).answer == "no"


def test_what_a_step_father_says_of_himself_in_front_of_somebody_feared_counts_no_longer(cast):
    adult_id = step_father(cast)
    journey.keep_profiles(cast)
    of_him = replace(journey.DAMP, text="He drinks.", about_adult_id=adult_id)
    consultation_id = journey.prepare(cast, items=(of_him,))
    key = record(
        cast,
        consultation_id,
        giver_adult_id=adult_id,
        giver="Stan Moss",
        recipient=here(cast, consultation_id),
    )
    assert consent(cast, consultation_id).answer == "yes"
    commands.find_invalid(
        cast.amira.ctx(),
        consent_id=key,
        reason=Invalid.IN_FRONT_OF_SOMEONE_FEARED,
        words="He looked at her before each answer.",
    )
    assert consent(cast, consultation_id).answer != "yes"
    with pytest.raises(Refused, match="no agreement"):
        commands.find_invalid(
            cast.amira.ctx(), consent_id=key, reason=Invalid.IN_FRONT_OF_SOMEONE_FEARED, words="Again."
        )


def test_a_no_recorded_late_leaves_the_later_yes_to_be_taken_back(cast):
    consultation_id = matter(cast)
    key = record(cast, consultation_id)
    with context.at_time(NOW + timedelta(days=1)):
        record(
            cast, consultation_id, status=Status.REFUSED, words="No.", answered_on=TODAY - timedelta(days=2)
        )
        assert page(cast, key).state is State.GIVEN
        assert owed(cast, Owed.REVIEW_CONSENT)
        take_back(cast, key)
        assert page(cast, key).state is State.WITHDRAWN


def test_a_yes_to_openness_leaves_a_refusal_of_confidentiality(cast):
    consultation_id = matter(cast)
    to = here(cast, consultation_id)
    no = {"status": Status.REFUSED, "kind": ConsentKind.CONFIDENTIALITY_CONSENT, "words": "That stays here."}
    key = record(cast, consultation_id, recipient=to, **no)
    record(cast, consultation_id, recipient=to)
    assert page(cast, key).state is State.REFUSED
    assert consent(cast, consultation_id).answer == "no"
    assert not ledger(cast).disagreements


def test_the_ledger_and_the_walk_weigh_a_refusal_for_another_purpose_alike(cast):
    with_responsibility(cast)
    consultation_id = matter(cast)
    to = here(cast, consultation_id)
    record(cast, consultation_id, recipient=to)
    no = {"status": Status.REFUSED, "words": "No.", "purpose": "Another purpose"}
    record(cast, consultation_id, who="father", recipient=to, **no)
    assert consent(cast, consultation_id).answer == "unsure"
    assert {each.may for each in ledger(cast).allowed} == {"no"}


def test_an_agreement_without_authority_is_not_shown_as_agreed(cast):
    key = record(cast, matter(cast), who="father")
    found = page(cast, key)
    assert (found.state, found.code) == (State.NO_AUTHORITY, CodeOfHl7.UNKNOWN)


def test_their_own_page_says_what_stands_by_the_facts_that_they_may_not_read(cast):
    mina = born(cast, date(2010, 11, 20))
    key = record(mina, matter(cast))
    reader = at_their_page(mina, mina.mother_id)
    before = commands.weigh_my_answers(reader)[key]
    assert (before.state, before.until) == (State.GIVEN, date(2026, 11, 20))
    with context.at_time(NOW + timedelta(days=18)):
        after = commands.weigh_my_answers(at_their_page(mina, mina.mother_id))[key]
        assert (after.state, after.until) == (State.UNDER_REVIEW, None)
    families.correct_responsibility(
        cast.amira.ctx(),
        child_id=mina.child_id,
        adult_id=cast.mother_id,
        parental_responsibility=ParentalResponsibility.NO,
    )
    (mine,) = queries.list_my_answers(
        at_their_page(mina, mina.mother_id),
        stands=commands.weigh_my_answers(at_their_page(mina, mina.mother_id)),
    )
    assert (mine.state, mine.can_withdraw) == (State.NO_AUTHORITY, "yes")


def test_an_older_yes_cannot_be_taken_back_on_the_own_page_once_they_answered_again(cast):
    consultation_id = matter(cast)
    key = record(cast, consultation_id)
    record(cast, consultation_id)
    with pytest.raises(Refused, match="answered again"):
        commands.withdraw_my_consent(at_their_page(cast, cast.mother_id), consent_id=key, words="")


@pytest.mark.parametrize("known", ["then", "now"])
def test_a_past_day_has_the_facts_of_that_day(cast, known):
    mina = born(cast, date(2010, 11, 20))
    record(mina, matter(cast))
    with context.at_time(NOW + timedelta(days=30)):
        past = ledger(mina, on=TODAY, known=known)
    assert {each.may for each in past.allowed} == {"yes"}


def test_beside_a_special_guardian_it_is_not_known_whether_a_parent_may_agree(cast):
    gran = RelatedAdult("Bisi", Relation.GRANDPARENT, ParentalResponsibility.NO)
    gran_id = families.add_adult(cast.amira.ctx(), child_id=cast.child_id, adult=gran)
    order = OrderWords(OrderKind.SPECIAL_GUARDIANSHIP, holder_id=gran_id, seen_on=TODAY)
    with context.at_time(NOW + timedelta(hours=1)):
        families.record_order(cast.amira.ctx(), child_id=cast.child_id, order=order)
        may = {each.adult_id: each for each in ledger(cast).who_may}
    assert (may[gran_id].may, may[cast.mother_id].may) == (May.MAY, May.NOT_KNOWN)
    assert "legal advice" in may[cast.mother_id].reason


def test_whoever_took_a_yes_back_is_told_what_was_decided(cast):
    with_responsibility(cast)
    consultation_id = matter(cast)
    to = here(cast, consultation_id)
    key = record(cast, consultation_id, recipient=to)
    record(cast, consultation_id, who="father", recipient=to)
    take_back(cast, key)
    (raised,) = ledger(cast).disagreements
    decide(cast, raised.id, DECIDED)
    assert consent(cast, consultation_id).answer == "yes"
