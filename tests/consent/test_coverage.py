"""Whether what people said covers a sharing: this recipient, this purpose, every item, at this time."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from alongside.consent.rules import Answer, Piece, agreed_to_help, coverage
from alongside.consent.words import Category, ConsentKind, Form, May, Status
from alongside.families.words import ParentalResponsibility

ON, AT = date(2026, 11, 3), datetime(2026, 11, 3, 15, 40, tzinfo=UTC)
AGREED = Answer(
    id=UUID(int=1),
    kind=ConsentKind.OPENNESS_AGREEMENT,
    giver="Gwen Adeyemi",
    giver_adult_id=UUID(int=2),
    responsibility=ParentalResponsibility.SEEN,
    status=Status.GIVEN,
    absent_reason=None,
    words="",
    recipient="Sunita Rao",
    purpose="To plan help",
    allowed=(Category.HOUSING,),
    excluded=(),
    form=Form.SIGNED,
    answered_on=ON,
    review_by=date(2026, 12, 14),
)


def covers(answer, *, at=AT):
    return coverage(
        [answer], recipient="Sunita Rao", purpose="To plan help", items=[Piece(Category.HOUSING)], at=at
    ).is_complete


def test_an_agreement_to_this_person_for_this_purpose_about_these_items_covers():
    assert covers(AGREED)


@pytest.mark.parametrize(
    "but",
    [
        {"kind": ConsentKind.SERVICE_AGREEMENT},
        {"recipient": "Somebody else"},
        {"purpose": "Another purpose"},
        {"allowed": (Category.ATTENDANCE,)},
        {"excluded": (Category.HOUSING,)},
        {"status": Status.REFUSED},
        {"review_by": date(2026, 11, 2)},
        {"may": May.NOT_KNOWN},
        {"may": May.MAY_NOT},
    ],
)
def test_an_agreement_that_differs_in_one_thing_does_not_cover(but):
    assert not covers(replace(AGREED, **but))


def test_a_child_speaks_for_themselves():
    assert covers(replace(AGREED, giver_adult_id=None, responsibility=None))


def test_e2_one_who_may_not_agree_adds_nothing_to_one_who_may():
    claimed = replace(
        AGREED,
        giver_adult_id=UUID(int=3),
        may=May.NOT_KNOWN,
        allowed=(Category.MONEY,),
    )
    weighed = coverage(
        [AGREED, claimed],
        recipient="Sunita Rao",
        purpose="To plan help",
        items=[Piece(Category.HOUSING), Piece(Category.MONEY)],
        at=AT,
    )
    assert (weighed.given, weighed.without_authority) == ((AGREED,), (claimed,))
    assert [gap.category for gap in weighed.uncovered] == [Category.MONEY]


def test_agreeing_to_help_is_no_consent_to_share_and_is_an_answer_of_its_own():
    help_too = replace(AGREED, kind=ConsentKind.SERVICE_AGREEMENT)
    assert not covers(help_too)
    assert agreed_to_help([AGREED, help_too], recipient="Sunita Rao") == (help_too,)


def test_a_later_refusal_supersedes_an_agreement():
    no = replace(AGREED, status=Status.REFUSED)
    weighed = coverage(
        [AGREED, no], recipient="Sunita Rao", purpose="To plan help", items=[Piece(Category.HOUSING)], at=AT
    )
    assert (weighed.given, weighed.refused) == ((), (no,))


def test_what_is_said_of_one_recipient_leaves_what_was_said_of_another():
    refused = replace(AGREED, recipient="Dev Malik", status=Status.REFUSED, allowed=())
    said = coverage(
        [AGREED, refused],
        recipient="Sunita Rao",
        purpose="To plan help",
        items=[Piece(Category.HOUSING)],
        at=AT,
    )
    assert (said.given, said.refused) == ((AGREED,), ())
