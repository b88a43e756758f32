"""Until when telling may be withheld, and when nobody waits any more. Pure."""

from datetime import date

import pytest

from alongside.duties.rules import Calendar
from alongside.involvement.rules import is_settled, latest_review
from alongside.involvement.words import Authorisation, Told

NONE, AWAITED, GIVEN, DECLINED = (
    Authorisation.NOT_NEEDED,
    Authorisation.AWAITED,
    Authorisation.GIVEN,
    Authorisation.DECLINED,
)


@pytest.mark.parametrize(
    ("today", "last"),
    [
        (date(2026, 11, 3), date(2026, 11, 10)),  # a Tuesday
        (date(2026, 11, 6), date(2026, 11, 13)),  # a Friday
        (date(2026, 12, 23), date(2027, 1, 4)),  # Christmas Day, the 28th for Boxing Day, New Year
    ],
)
def test_withholding_is_looked_at_again_within_five_working_days(today, last):
    assert latest_review(today, calendar=Calendar({})) == last


@pytest.mark.parametrize(
    ("standing", "settled"),
    [
        ([], False),
        ([(Told.INFORMED, NONE)], True),
        ([(Told.ALREADY_AWARE, NONE)], True),
        ([(Told.NOT_YET, NONE)], False),
        ([(Told.WITHHELD, AWAITED)], False),
        ([(Told.WITHHELD, GIVEN)], True),
        ([(Told.WITHHELD, DECLINED)], False),
        ([(Told.INFORMED, NONE), (Told.WITHHELD, AWAITED)], False),
        ([(Told.INFORMED, NONE), (Told.WITHHELD, GIVEN)], True),
    ],
)
def test_nobody_waits_once_each_was_told_or_is_withheld_from_with_a_leads_word(standing, settled):
    assert is_settled(standing) is settled
