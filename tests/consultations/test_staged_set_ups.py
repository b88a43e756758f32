"""A set-up that is kept and copied gives the same house, and takes nothing away that was done before."""

import pytest

from tests import journey, staging
from tests.recital import signed_in


@pytest.mark.parametrize("again", [1, 2])
def test_a_kept_set_up_gives_the_same_house(cast, again):
    assert staging._is_fresh()
    consultation_id = journey.decided(cast)
    assert not staging._is_fresh()
    assert journey.page_of(cast, consultation_id).people[0].decision
    assert journey.talk(cast, consultation_id)


@pytest.mark.parametrize("again", [1, 2])
def test_a_session_that_was_begun_before_it_stays(cast, again):
    browser = signed_in(cast, "amira")
    assert not staging._is_fresh()
    journey.decided(cast)
    assert browser.get("/").status_code == 200
