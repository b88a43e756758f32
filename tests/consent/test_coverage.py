"""Whether what people said covers a sharing: this recipient, this purpose, every item, at this time."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from alongside.consent.rules import Answer, Event, Piece, Settled, coverage, latest
from alongside.consent.words import Category, Change, ConsentKind, Form, Invalid, May, Status, Verdict
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


LATER = AT + timedelta(hours=1)
BACK = Event(Change.WITHDRAWN, AT, AT)
BAD = Event(Change.FOUND_INVALID, AT, AT)
NO = replace(AGREED, id=UUID(int=11), status=Status.REFUSED, allowed=(), review_by=None, recorded_at=AT)
FATHER = replace(AGREED, id=UUID(int=21), giver="Tunde Adeyemi", giver_adult_id=UUID(int=22))


HOUSING = (Piece(Category.HOUSING),)


def weigh(*answers, items=HOUSING, at=LATER, settled=()):
    return coverage(
        answers, recipient="Sunita Rao", purpose="To plan help", items=items, at=at, settled=settled
    )


HOLLOW = {
    "not valid": {"status": Status.NOT_VALID, "invalid_reason": Invalid.RELATIVE_INTERPRETED},
    "not asked": {"status": Status.NOT_ASKED},
    "found invalid": {"events": (BAD,)},
    "not answered": {"status": Status.NO_REPLY},
}


@pytest.mark.parametrize("but", HOLLOW.values(), ids=HOLLOW)
@pytest.mark.parametrize("no", [NO, replace(AGREED, events=(BACK,))], ids=["refused", "taken back"])
def test_what_is_no_yes_never_takes_the_place_of_an_earlier_no(no, but):
    hollow = replace(AGREED, id=UUID(int=12), recorded_at=LATER, **but)
    assert weigh(no, hollow).refused == (no,)
    assert weigh(no, hollow, FATHER).is_disputed


def test_a_yes_that_was_taken_back_bars_as_a_refusal_does():
    back = replace(AGREED, events=(BACK,))
    said = weigh(back, FATHER)
    assert (said.is_disputed, said.is_complete, said.refused) == (True, False, (back,))
    assert weigh(AGREED, replace(FATHER, events=(BACK,), may=May.MAY_NOT)).is_complete


@pytest.mark.parametrize(
    ("may", "is_complete"), [(May.MAY, False), (May.NOT_KNOWN, False), (May.MAY_NOT, True)]
)
def test_a_child_who_takes_a_yes_back_bars_as_their_no_does(may, is_complete):
    child = replace(AGREED, giver="Ayo", giver_adult_id=None, is_child="yes", may=may, events=(BACK,))
    assert weigh(child, FATHER).is_complete is is_complete


def test_what_is_taken_back_after_a_disagreement_was_decided_opens_it_again():
    no, third = replace(NO, giver_adult_id=UUID(int=31), giver="Third"), replace(FATHER, events=(BACK,))
    ids = frozenset({AGREED.id, no.id, third.id})
    decided = Settled(Verdict.ONE_MAY_ACT, ids, AT - timedelta(minutes=1), "Iris", "")
    assert weigh(AGREED, no, FATHER, settled=(decided,)).is_complete
    assert weigh(AGREED, no, third, settled=(decided,)).is_disputed
    assert weigh(AGREED, no, third, settled=(replace(decided, resolved_at=LATER),)).is_complete


KEPT = replace(FATHER, status=Status.NOT_VALID, invalid_reason=Invalid.GIVER_LACKS_AUTHORITY, may=May.MAY_NOT)


@pytest.mark.parametrize(
    ("but", "is_complete"),
    [
        ({}, True),
        ({"events": (BACK,)}, False),
        ({"review_by": ON - timedelta(days=1)}, False),
        ({"may_own": May.MAY_NOT}, False),
    ],
)
def test_what_one_who_may_not_decide_said_of_himself_ends_as_any_agreement_does(but, is_complete):
    said = weigh(replace(KEPT, **but), items=[Piece(Category.HOUSING, FATHER.giver_adult_id)])
    assert said.is_complete is is_complete


def test_e18_sharing_rests_on_what_each_adult_in_it_agreed_to_of_themselves():
    mixed = [Piece(Category.HOUSING), Piece(Category.HOUSING, FATHER.giver_adult_id)]
    assert weigh(AGREED, KEPT, items=mixed).carrying == (AGREED, KEPT)
    assert weigh(AGREED, KEPT).carrying == (AGREED,)
    assert not weigh(KEPT, items=mixed).is_complete


def test_a_later_yes_to_one_kind_of_question_leaves_a_refusal_of_another():
    no = replace(NO, kind=ConsentKind.CONFIDENTIALITY_CONSENT)
    later = replace(AGREED, recorded_at=LATER)
    said = weigh(no, later)
    assert (said.refused, said.is_complete, said.is_disputed) == ((no,), False, False)


def test_words_stand_in_the_order_in_which_they_were_said_then_in_that_of_recording():
    early = replace(NO, answered_on=ON - timedelta(days=1), recorded_at=LATER)
    yes = replace(AGREED, recorded_at=AT)
    assert latest([yes, early], recipient="Sunita Rao", at=LATER) == (yes,)
    assert (
        latest([yes, replace(early, answered_on=ON)], recipient="Sunita Rao", at=LATER)[0].status
        is Status.REFUSED
    )


def test_a_yes_taken_back_after_another_yes_was_said_is_the_last_word():
    first = replace(
        AGREED, answered_on=ON - timedelta(days=2), events=(Event(Change.WITHDRAWN, LATER, LATER),)
    )
    said = replace(AGREED, id=UUID(int=5), answered_on=ON - timedelta(days=1), recorded_at=LATER)
    assert weigh(first, said, at=AT).is_complete
    assert weigh(first, said, at=LATER).refused == (first,)


@pytest.mark.parametrize(("may", "is_complete"), [(May.NOT_KNOWN, False), (May.MAY_NOT, True)])
@pytest.mark.parametrize("purpose", ["To plan help", "Another purpose"])
def test_what_anybody_excludes_who_may_perhaps_decide_is_left_out(may, is_complete, purpose):
    claimed = replace(FATHER, may=may, allowed=(), excluded=(Category.HOUSING,), purpose=purpose)
    assert weigh(AGREED, claimed).is_complete is is_complete


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
        id=UUID(int=4),
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
    assert weigh(AGREED, help_too).helping == (help_too,)
    assert weigh(replace(help_too, events=(BACK,))).helping == ()


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
