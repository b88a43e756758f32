"""What stands of each kind of thing: a no lasts until that very thing is agreed to; an answer meets its request."""

from datetime import timedelta

import pytest

from alongside.access import context
from alongside.access.words import Refused
from alongside.consent import commands, queries
from alongside.consent.words import (
    AbsentReason,
    Category,
    CodeOfHl7,
    Conclusion,
    Form,
    Interpreted,
    State,
    Status,
)
from alongside.families import commands as families
from alongside.families.commands import OrderWords
from alongside.families.words import OrderKind
from tests.consent.deeds import NURSE, TODAY, ask, assess, consent, here, matter, page, record
from tests.consent.test_edge_cases import with_responsibility
from tests.family import at_their_page
from tests.people import NOW

NOT_THE_DOCTOR = {"excluded": (Category.GP_HISTORY,), "allowed": (Category.HOUSING, Category.ATTENDANCE)}
LATER = NOW + timedelta(days=2)


def says(cast, *, who="Gwen Adeyemi"):
    """What the ledger says today of each kind of thing, in one person's name."""
    allowed = queries.open_ledger(cast.amira.ctx(), child_id=cast.child_id).allowed
    return {each.category: word.says for each in allowed for word in each.people if word.name == who}


def took_it_back(cast, consultation_id, **more):
    key = record(cast, consultation_id, **NOT_THE_DOCTOR, **more)
    commands.withdraw_consent(cast.amira.ctx(), consent_id=key, words="No more.", how=Form.VERBAL)


def answer_on_their_page(cast, request_id, **more):
    words = {"status": Status.GIVEN, "allowed": (Category.PHYSICAL_HEALTH,)} | more
    return commands.answer_request(at_their_page(cast, cast.mother_id), request_id=request_id, **words)


def test_what_must_not_be_shared_and_what_was_taken_back_outlast_a_yes_to_something_else(cast):
    consultation_id = matter(cast)
    took_it_back(cast, consultation_id)
    assert says(cast) == {
        Category.GP_HISTORY: "Must not be shared",
        Category.HOUSING: "Taken back",
        Category.ATTENDANCE: "Taken back",
    }
    with context.at_time(LATER):
        request_id = ask(
            cast, consultation_id, adult_id=cast.mother_id, categories=(Category.PHYSICAL_HEALTH,)
        )
        assert says(cast)[Category.PHYSICAL_HEALTH] == "Asked, no answer yet"
        answer_on_their_page(cast, request_id)
        assert says(cast) == {
            Category.PHYSICAL_HEALTH: "Agreed",
            Category.GP_HISTORY: "Must not be shared",
            Category.HOUSING: "Taken back",
            Category.ATTENDANCE: "Taken back",
        }


@pytest.mark.parametrize("thing", [Category.GP_HISTORY, Category.HOUSING])
def test_a_yes_to_that_very_thing_lifts_what_stood_against_it(cast, thing):
    consultation_id = matter(cast)
    took_it_back(cast, consultation_id)
    with context.at_time(LATER):
        record(cast, consultation_id, allowed=(thing,), answered_on=TODAY + timedelta(days=2))
        assert says(cast)[thing] == "Agreed"


def test_the_walk_keeps_what_one_parent_took_back_though_the_other_agrees_to_it(cast):
    with_responsibility(cast)
    consultation_id = matter(cast)
    to = here(cast, consultation_id)
    record(cast, consultation_id, who="father", recipient=to)
    took_it_back(cast, consultation_id, recipient=to)
    with context.at_time(LATER):
        yes = {"allowed": (Category.PHYSICAL_HEALTH,), "answered_on": TODAY + timedelta(days=2)}
        record(cast, consultation_id, recipient=to, **yes)
        found = consent(cast, consultation_id)
        assert found.answer == "no"
        assert "Gwen Adeyemi took their agreement to it back" in found.because


def test_a_yes_that_is_none_lifts_no_prohibition(cast):
    consultation_id = matter(cast)
    record(cast, consultation_id, **NOT_THE_DOCTOR)
    relative = {"interpreted": Interpreted.RELATIVE, "interpreter": "Her sister"}
    record(cast, consultation_id, allowed=(Category.GP_HISTORY,), **relative)
    assert says(cast)[Category.GP_HISTORY] == "Must not be shared"


def test_a_child_is_never_said_to_have_agreed_to_what_they_did_not(cast):
    """After an order an agreement is looked at again: each that was given, and no other."""
    consultation_id = matter(cast)
    record(cast, consultation_id, who="child")
    record(cast, consultation_id, allowed=(Category.PHYSICAL_HEALTH,))
    with context.at_time(LATER):
        order = OrderWords(OrderKind.CARE, made_on=TODAY + timedelta(days=1), authority="Marlbrook Council")
        families.record_order(cast.amira.ctx(), child_id=cast.child_id, order=order)
        found = says(cast, who="Ayo Adeyemi")
    assert found[Category.PHYSICAL_HEALTH] == "Not asked about this"
    assert found[Category.HOUSING] == "Agreed, to be looked at again before it is used"


def test_an_answered_request_says_so_in_the_ledger_in_its_record_and_on_their_own_page(cast):
    consultation_id = matter(cast)
    request_id = ask(cast, consultation_id, adult_id=cast.mother_id, categories=(Category.PHYSICAL_HEALTH,))
    assert (page(cast, request_id).state, page(cast, request_id).waits) == (State.REQUESTED, "yes")
    answer_on_their_page(cast, request_id)
    found = page(cast, request_id)
    assert (found.state, found.code, found.waits) == (State.ANSWERED, CodeOfHl7.INACTIVE, "no")
    people = queries.open_ledger(cast.amira.ctx(), child_id=cast.child_id).people
    assert {e.id: e.state for p in people for e in p.entries}[request_id] is State.ANSWERED
    reader = at_their_page(cast, cast.mother_id)
    mine = queries.list_my_answers(reader, stands=commands.weigh_my_answers(reader))
    assert {each.id: each.state for each in mine}[request_id] is State.ANSWERED


@pytest.mark.parametrize(
    ("more", "state"),
    [
        ({}, State.ANSWERED),
        ({"giver": "Gwen Adeyemi-Cole"}, State.ANSWERED),
        ({"status": Status.REFUSED, "words": "No."}, State.ANSWERED),
        ({"allowed": (Category.MONEY,)}, State.REQUESTED),
        ({"who": "father"}, State.REQUESTED),
        ({"recipient": "Somebody else"}, State.REQUESTED),
        ({"purpose": "Something else"}, State.REQUESTED),
    ],
)
def test_what_was_answered_in_a_talk_meets_its_request_by_person_and_question(cast, more, state):
    consultation_id = matter(cast)
    request_id = ask(cast, consultation_id, adult_id=cast.mother_id)
    with context.at_time(NOW + timedelta(hours=1)):
        record(cast, consultation_id, **({"recipient": NURSE} | more))
        assert page(cast, request_id).state is state
        if state is State.ANSWERED:
            with pytest.raises(Refused, match="answered already"):
                commands.record_no_reply(cast.amira.ctx(), request_id=request_id, words="Rang twice.")


def test_whose_competence_is_not_known_is_said_and_that_a_decision_was_assessed(cast):
    consultation_id, other = matter(cast), matter(cast)
    record(cast, consultation_id, who="child")
    assert says(cast, who="Ayo Adeyemi")[Category.HOUSING] == (
        "Agreed. Nobody has assessed yet whether Ayo Adeyemi can make this decision."
    )
    assess(cast, other, conclusion=Conclusion.UNABLE)
    child = queries.open_ledger(cast.amira.ctx(), child_id=cast.child_id).who_may[0]
    assert "for each decision by itself" in child.reason
    assert "Nobody has assessed" not in child.reason


def not_asked(reason):
    return {"status": Status.NOT_ASKED, "absent_reason": reason, "words": "No time."}


def test_nobody_who_answered_was_not_asked(cast):
    consultation_id = matter(cast)
    record(cast, consultation_id, **NOT_THE_DOCTOR)
    with pytest.raises(Refused, match="Gwen Adeyemi was asked"):
        record(cast, consultation_id, **not_asked(AbsentReason.NO_TIME))
    assert record(cast, consultation_id, who="father", **not_asked(AbsentReason.NO_TIME))
    assert record(cast, consultation_id, recipient="Somebody else", **not_asked(AbsentReason.NO_TIME))


def test_that_asking_again_brings_danger_is_written_down_and_leaves_what_they_had_said(cast):
    consultation_id = matter(cast)
    record(cast, consultation_id, **NOT_THE_DOCTOR)
    record(cast, consultation_id, **not_asked(AbsentReason.ASKING_WOULD_INCREASE_RISK))
    assert says(cast)[Category.GP_HISTORY] == "Must not be shared"
