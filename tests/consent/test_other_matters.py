"""A no to the same people for the same purpose counts in every matter about the child (rulebook 4.3, 4.7; E1, E27)."""

from datetime import timedelta

import pytest

from alongside.access.words import Refused
from alongside.consent import commands, queries
from alongside.consent.words import Category, Form
from alongside.duties.words import Owed
from alongside.reliance.words import Change
from tests import journey
from tests.consent.deeds import TODAY, assess, consent, decide, here, matter, record
from tests.consent.test_edge_cases import DECIDED, owed, with_responsibility
from tests.consent.test_outweighed import NO, changes

LATER = {"answered_on": TODAY + timedelta(days=1)}


def ledger(cast):
    """What the ledger says may go, by kind of thing."""
    page = queries.open_ledger(cast.amira.ctx(), child_id=cast.child_id)
    return {each.category: each.may for each in page.allowed}


def agreed_and_another(cast, clock, **more):
    """The mother agreed in one matter; the next day there is another about the same people and purpose."""
    first = matter(cast)
    record(cast, first, recipient=here(cast, first), **more)
    clock.advance(days=1)
    return first, journey.prepare(cast)


def test_what_was_refused_in_another_matter_is_a_no_on_every_page(cast, clock):
    first, second = agreed_and_another(cast, clock)
    assert (consent(cast, first).answer, ledger(cast)[Category.HOUSING]) == ("yes", "yes")
    record(cast, second, recipient=here(cast, second), **NO, **LATER)
    assert (consent(cast, first).answer, consent(cast, second).answer) == ("no", "no")
    assert set(ledger(cast).values()) == {"no"}


def test_what_rests_on_the_earlier_yes_is_held_and_owed_a_look(cast, clock):
    first = journey.decided(cast)
    clock.advance(days=1)
    second = journey.prepare(cast)
    record(cast, second, recipient=here(cast, second), **NO, **LATER)
    assert changes(cast, first) == [Change.CONSENT_WITHDRAWN]
    assert owed(cast, Owed.LOOK_AGAIN_AT_WHAT_RELIED)
    with pytest.raises(Refused, match="decide again"):
        journey.talk(cast, first)


def test_e1_the_other_parents_no_elsewhere_is_a_disagreement_that_a_lead_can_decide(cast, clock):
    with_responsibility(cast)
    first = journey.decided(cast)
    clock.advance(days=1)
    second = journey.prepare(cast)
    record(cast, second, who="father", recipient=here(cast, second), **NO, **LATER)
    assert changes(cast, first) == [Change.CONSENT_OUTWEIGHED]
    assert consent(cast, first).answer == "unsure"
    (raised,) = queries.open_ledger(cast.amira.ctx(), child_id=cast.child_id).disagreements
    decide(cast, raised.id, DECIDED)
    assert consent(cast, first).answer == "yes"
    assert ledger(cast)[Category.HOUSING] == "yes"


def test_e1_a_yes_after_the_others_no_elsewhere_is_a_disagreement_too(cast, clock):
    with_responsibility(cast)
    first = matter(cast)
    record(cast, first, who="father", recipient=here(cast, first), **NO)
    clock.advance(days=1)
    second = journey.prepare(cast)
    record(cast, second, recipient=here(cast, second), **LATER)
    assert consent(cast, second).answer == "unsure"
    assert owed(cast, Owed.RESOLVE_DISAGREEMENT, who="iris")


def test_what_must_not_be_shared_is_left_out_in_every_matter(cast, clock):
    first, second = agreed_and_another(cast, clock)
    less = {"allowed": (Category.ATTENDANCE,), "excluded": (Category.HOUSING,)} | LATER
    record(cast, second, recipient=here(cast, second), **less)
    found = consent(cast, first)
    assert found.answer == "no"
    assert "said that it must not be shared" in found.because
    assert ledger(cast) == {Category.ATTENDANCE: "yes", Category.HOUSING: "no"}


def test_a_yes_taken_back_in_another_matter_is_a_no_here(cast, clock):
    first, second = agreed_and_another(cast, clock)
    key = record(cast, second, recipient=here(cast, second), **LATER)
    assert consent(cast, first).answer == "yes"
    commands.withdraw_consent(cast.amira.ctx(), consent_id=key, words="No more.", how=Form.VERBAL)
    assert consent(cast, first).answer == "no"


def test_a_later_yes_to_that_very_thing_lifts_it_and_is_a_yes_in_its_own_matter_alone(cast, clock):
    first, second = agreed_and_another(cast, clock)
    third = journey.prepare(cast)
    record(cast, second, recipient=here(cast, second), **NO, **LATER)
    clock.advance(days=1)
    record(cast, third, recipient=here(cast, third), answered_on=TODAY + timedelta(days=2))
    assert consent(cast, third).answer == "yes"
    assert consent(cast, first).answer == "no", "what she had ended there is to be asked for again"
    assert ledger(cast)[Category.HOUSING] == "yes"


@pytest.mark.parametrize("other", [{"purpose": "A place in the breakfast club."}, {"recipient": "Somebody"}])
def test_a_no_for_another_purpose_or_to_other_people_is_no_no_here(cast, clock, other):
    first, second = agreed_and_another(cast, clock)
    record(cast, second, **({"recipient": here(cast, second)} | NO | LATER | other))
    assert consent(cast, first).answer == "yes"
    assert ledger(cast)[Category.HOUSING] == "yes"


def test_a_purpose_is_the_same_however_it_was_typed(cast, clock):
    first, second = agreed_and_another(cast, clock)
    typed = f" {journey.BENEFIT.upper().rstrip('.')} "
    record(cast, second, recipient=here(cast, second), purpose=typed, **NO, **LATER)
    assert consent(cast, first).answer == "no"


def test_a_no_that_was_said_before_the_yes_is_none_after_it(cast, clock):
    first = matter(cast)
    record(cast, first, recipient=here(cast, first), **NO)
    clock.advance(days=1)
    second = journey.prepare(cast)
    record(cast, second, recipient=here(cast, second), **LATER)
    assert consent(cast, second).answer == "yes"


def test_e27_a_childs_no_counts_elsewhere_and_that_they_can_decide_was_found_for_one_matter(cast, clock):
    first, second = agreed_and_another(cast, clock)
    assess(cast, second)
    record(cast, second, who="child", recipient=here(cast, second), **NO, **LATER)
    assert consent(cast, first).answer == "unsure", "here it is not known whether the child can decide"
    assert consent(cast, second).answer == "no"
