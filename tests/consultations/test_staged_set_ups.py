"""A set-up that is kept and copied gives the same house, and takes nothing away that was done before."""

import pytest

from tests import journey, lines, staging
from tests.recital import signed_in


@pytest.mark.parametrize("again", [1, 2])
def test_a_kept_set_up_gives_the_same_house(cast, again):
    assert staging.is_staged_alone()
    consultation_id = journey.decided(cast)
    assert staging.is_staged_alone()
    assert journey.page_of(cast, consultation_id).people[0].decision
    assert journey.talk(cast, consultation_id)
    assert not staging.is_staged_alone()


@pytest.mark.parametrize("again", [1, 2])
def test_one_set_up_after_another_keeps_what_the_first_has_done(cast, again):
    more = lines.with_nia(cast)
    consultation_id = journey.decided(more)
    assert journey.page_of(more, consultation_id).people[0].decision
    assert signed_in(more, "nia").get("/").status_code == 200


@pytest.mark.parametrize("again", [1, 2])
def test_a_session_that_was_begun_before_it_stays(cast, again):
    browser = signed_in(cast, "amira")
    assert not staging.is_staged_alone()
    journey.decided(cast)
    assert browser.get("/").status_code == 200
