"""Who may agree, where the answer is easily got wrong: a dead parent, a young adult who cannot decide, an unborn child."""

from datetime import date, timedelta

import pytest

from alongside.access.words import Refused
from alongside.cases import commands as cases
from alongside.consent import queries
from alongside.consent.rules import Assessed, Facts, Person, about_adult, who_may_give
from alongside.consent.words import Conclusion, May, State
from alongside.families import commands as families
from alongside.families import queries as family
from alongside.families.commands import AdultWords, OrderWords, RelatedAdult
from alongside.families.pages import people_sheet
from alongside.families.words import (
    Gender,
    Life,
    LivesWith,
    OrderKind,
    ParentalResponsibility,
    Relation,
    UnderEighteen,
)
from alongside.involvement.commands import NewNotice, issue_notice
from alongside.involvement.words import NoticeKind
from alongside.reliance import queries as relied
from alongside.reliance.words import Change
from tests.consent.deeds import TODAY, about, ask, matter, page, record
from tests.portal import doors
from tests.reliance import changing

SEEN, CLAIMED, NO, UNKNOWN = ParentalResponsibility


def dies(cast, life=Life.DIED):
    words = AdultWords("Gwen Adeyemi", Gender.FEMALE, None, UnderEighteen.UNKNOWN, life)
    families.correct_adult(
        cast.amira.ctx(),
        child_id=cast.child_id,
        adult_id=cast.mother_id,
        adult=words,
        lives_with=LivesWith.UNKNOWN,
    )


def may(cast, child_id=None, **then):
    found = queries.open_ledger(cast.amira.ctx(), child_id=child_id or cast.child_id, **then).who_may
    return {each.name: each for each in found}


def test_there_is_no_consent_of_a_parent_who_has_died(cast, clock):
    consultation_id = matter(cast)
    answer_id = record(cast, consultation_id)
    clock.advance(hours=1)
    dies(cast)
    mother = may(cast)["Gwen Adeyemi"]
    assert mother.may is May.MAY_NOT
    assert "has died" in mother.reason
    assert page(cast, answer_id).state is State.NO_AUTHORITY
    with pytest.raises(Refused, match="has died"):
        ask(cast, consultation_id, adult_id=cast.mother_id)


def test_what_rested_on_a_parent_is_looked_at_again_when_they_have_died(cast, clock):
    shared = changing.shared(cast)
    clock.advance(hours=1)
    for _ in range(2):
        dies(cast)
        clock.advance(hours=1)
    found = relied.list_changes_of(cast.amira.ctx(), things=[shared.decision_id])
    assert [each.change for each in found] == [Change.RESPONSIBILITY_CHANGED], "told twice, it happened once"


def test_nothing_is_written_to_an_adult_who_has_died(cast, clock):
    consultation_id = matter(cast)
    browser = doors.opened(cast, adult_id=cast.mother_id)
    assert browser.get(doors.HOME).status_code == 200
    clock.advance(hours=1)
    dies(cast)
    assert browser.get(doors.HOME).status_code != 200
    notice = NewNotice(NoticeKind.EXPLANATION, about(consultation_id), "What we did", ("We spoke.",))
    with pytest.raises(Refused, match="Gwen Adeyemi has died"):
        issue_notice(cast.amira.ctx(), child_id=cast.child_id, adult_id=cast.mother_id, notice=notice)
    with pytest.raises(Refused, match="has died"):
        doors.give(cast, adult_id=cast.mother_id)
    doors.give(cast, adult_id=cast.father_id)


def test_that_somebody_died_was_a_slip_of_the_pen(cast, clock):
    answer_id = record(cast, matter(cast))
    clock.advance(hours=1)
    dies(cast)
    clock.advance(hours=1)
    dies(cast, Life.NOT_SAID)
    assert may(cast)["Gwen Adeyemi"].may is May.MAY
    assert page(cast, answer_id).state is State.GIVEN


def test_who_may_agree_on_a_day_before_it_was_said_stays_as_it_was(cast, clock):
    before = clock.at.date()
    clock.advance(days=3)
    dies(cast)
    for known in ("then", "now"):
        assert may(cast, on=before, known=known)["Gwen Adeyemi"].may is May.MAY


def test_the_page_of_who_may_decide_says_that_somebody_has_died(cast):
    dies(cast)
    sheet = people_sheet(family.open_people(cast.amira.ctx(), child_id=cast.child_id), on=TODAY)
    mother = next(each for each in sheet.holders if each.adult_id == cast.mother_id)
    assert mother.sentence.startswith("Has died. ")


def test_what_is_about_somebody_who_has_died_is_nobodys_to_agree_to():
    found = about_adult(Person(None, "Gwen", SEEN, died="yes"), assessed=(), on=TODAY)
    assert found.may is May.MAY_NOT


def test_a_dead_parent_may_not_agree_whoever_decides():
    of_age = Facts("Mina", date(2009, 1, 1), "no", (Person(None, "Gwen", SEEN, died="yes"),))
    _, mother = who_may_give(of_age, assessed=(), on=TODAY)
    assert (mother.may, "has died" in mother.reason) == (May.MAY_NOT, True)


@pytest.mark.parametrize(
    ("born_on", "conclusion", "child_may", "parent_may"),
    [
        (date(2008, 11, 3), Conclusion.UNABLE, May.MAY_NOT, May.MAY_NOT),
        (date(2008, 11, 3), Conclusion.UNSURE, May.MAY, May.MAY_NOT),
        (date(2008, 11, 3), Conclusion.ABLE, May.MAY, May.MAY_NOT),
        (date(2008, 11, 4), Conclusion.UNABLE, May.MAY_NOT, May.MAY),
        (date(2008, 11, 4), Conclusion.UNSURE, May.MAY, May.MAY_NOT),
    ],
)
def test_e23_from_16_whoever_was_assessed_as_unable_may_not_agree(born_on, conclusion, child_may, parent_may):
    facts = Facts("Mina", born_on, "no", (Person(None, "Gwen", SEEN),), authority_shares="By a care order.")
    assessed = (Assessed(None, conclusion, TODAY, TODAY + timedelta(days=30)),)
    child, parent, authority = who_may_give(facts, assessed=assessed, on=TODAY)
    assert (child.may, parent.may, authority.may) == (child_may, parent_may, parent_may)


def test_e23_an_assessment_that_is_out_of_date_says_nothing_of_a_young_adult():
    assessed = (Assessed(None, Conclusion.UNABLE, TODAY - timedelta(days=60), TODAY - timedelta(days=1)),)
    (child,) = who_may_give(Facts("Mina", date(2008, 11, 3), "no", ()), assessed=assessed, on=TODAY)
    assert child.may is May.MAY


def expects(cast):
    return cases.begin_work(
        cast.amira.ctx(),
        child=cases.NewChild("Baby Holt", None, date(2026, 12, 1)),
        adult=RelatedAdult("Ivy Holt", Relation.MOTHER, UNKNOWN),
    )


def test_e6_before_birth_nobody_has_parental_responsibility_and_the_mother_decides_for_herself(cast):
    child_id = expects(cast)
    for name, relation, held in (
        ("Joe Holt", Relation.FATHER, SEEN),
        ("Meg Holt", Relation.GRANDPARENT, CLAIMED),
    ):
        adult = RelatedAdult(name, relation, held)
        families.add_adult(cast.amira.ctx(), child_id=child_id, adult=adult)
    order = OrderWords(OrderKind.CARE, authority="Eastmoor", made_on=TODAY, seen_on=TODAY)
    families.record_order(cast.amira.ctx(), child_id=child_id, order=order)
    found = may(cast, child_id)
    assert {name: each.may for name, each in found.items()} == {
        "Baby Holt": May.MAY_NOT,
        "Ivy Holt": May.MAY,
        "Joe Holt": May.MAY_NOT,
        "Meg Holt": May.MAY_NOT,
    }
    assert found["Joe Holt"].reason == "Joe Holt has no parental responsibility."
    held = family.list_responsibilities_on(cast.amira.ctx(), child_id=child_id)
    assert {(each.held, each.source) for each in held} == {(NO, None)}
    cards = {each.name: each.authority for each in family.list_adults(cast.amira.ctx(), child_id=child_id)}
    assert cards == {"Ivy Holt": None, "Joe Holt": NO, "Meg Holt": NO}
