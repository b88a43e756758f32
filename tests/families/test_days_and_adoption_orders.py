"""Days that cannot be, whom an adoption order leaves with parental responsibility, and what a birth date decides."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.access import context
from alongside.access.words import Refused
from alongside.consent import queries as consent
from alongside.consent.words import May
from alongside.families import commands, queries, rules
from alongside.families.commands import BirthWords, OrderWords, RelatedAdult, ResponsibilityWords
from alongside.families.words import (
    BirthBasis,
    LookedAfter,
    OrderKind,
    ParentalResponsibility,
    Relation,
    Source,
)
from tests.people import NOW
from tests.recital import signed_in

TODAY = date(2026, 11, 3)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def add(cast, relation=Relation.ADOPTIVE_PARENT, held=ParentalResponsibility.NO):
    adult = RelatedAdult("Sam Lowe", relation, held)
    return commands.add_adult(cast.amira.ctx(), child_id=cast.child_id, adult=adult)


def adopted(cast, **more):
    words = {"kind": OrderKind.ADOPTION, "made_on": YESTERDAY, "seen_on": TODAY} | more
    with context.at_time(NOW + timedelta(hours=1)):
        return commands.record_order(cast.amira.ctx(), child_id=cast.child_id, order=OrderWords(**words))


def may(cast, hours=2):
    with context.at_time(NOW + timedelta(hours=hours)):
        found = consent.open_ledger(cast.amira.ctx(), child_id=cast.child_id).who_may
    return {each.adult_id: each.may for each in found if each.who == "adult"}


def test_an_adoption_order_ends_everybody_elses_parental_responsibility(cast):
    sam_id = add(cast)
    assert may(cast, 0)[cast.mother_id] is May.MAY
    order_id = adopted(cast, holder_id=sam_id)
    found = may(cast)
    assert (found[sam_id], found[cast.mother_id], found[cast.father_id]) == (
        May.MAY,
        May.MAY_NOT,
        May.MAY_NOT,
    )
    with context.at_time(NOW + timedelta(hours=3)):
        commands.end_order(cast.amira.ctx(), order_id=order_id, ended_on=YESTERDAY)
    after = may(cast, 4)
    assert (after[sam_id], after[cast.mother_id]) == (May.MAY_NOT, May.MAY)


def test_a_parent_whose_partner_adopts_keeps_it(cast):
    sam_id = add(cast, Relation.STEP_PARENT)
    adopted(cast, holder_id=sam_id, beside_id=cast.mother_id)
    found = may(cast)
    assert (found[sam_id], found[cast.mother_id], found[cast.father_id]) == (May.MAY, May.MAY, May.MAY_NOT)


def test_two_who_adopt_together_both_have_it(cast):
    sam_id, other_id = add(cast), add(cast)
    adopted(cast, holder_id=sam_id, beside_id=other_id)
    found = may(cast)
    assert (found[sam_id], found[other_id], found[cast.mother_id]) == (May.MAY, May.MAY, May.MAY_NOT)


def say(cast, adult_id, hours, **grounds):
    words = ResponsibilityWords(ParentalResponsibility.SEEN, **grounds)
    with context.at_time(NOW + timedelta(hours=hours)):
        commands.correct_responsibility(
            cast.amira.ctx(),
            child_id=cast.child_id,
            adult_id=adult_id,
            parental_responsibility=words.held,
            grounds=words,
        )


def authority(cast, hours):
    with context.at_time(NOW + timedelta(hours=hours)):
        found = queries.list_adults(cast.amira.ctx(), child_id=cast.child_id)
    return {each.id: each.authority for each in found}


def test_nobody_else_has_it_by_a_word_said_after_an_adoption_order_was_seen(cast):
    sam_id = add(cast)
    order_id = adopted(cast, holder_id=sam_id)
    say(cast, cast.mother_id, 2, source=Source.MOTHER)
    with context.at_time(NOW + timedelta(hours=2)):
        birth_father_id = add(cast, Relation.FATHER, ParentalResponsibility.SEEN)
    found, cards = may(cast, 3), authority(cast, 3)
    assert found[sam_id] is May.MAY
    assert {found[each] for each in (cast.mother_id, birth_father_id, cast.father_id)} == {May.MAY_NOT}
    assert {cards[each] for each in (cast.mother_id, birth_father_id)} == {ParentalResponsibility.NO}
    with context.at_time(NOW + timedelta(hours=4)):
        commands.end_order(cast.amira.ctx(), order_id=order_id, ended_on=YESTERDAY)
    after = may(cast, 5)
    assert {after[each] for each in (cast.mother_id, birth_father_id)} == {May.MAY}, "it was a mistake"


@pytest.mark.parametrize(
    ("source", "began_on", "may_agree"),
    [
        (Source.AGREEMENT, TODAY, May.MAY),
        (Source.GUARDIAN, YESTERDAY, May.MAY),
        (Source.AGREEMENT, YESTERDAY - timedelta(days=1), May.MAY_NOT),
        (Source.AGREEMENT, None, May.MAY_NOT),
        (Source.BIRTH_CERTIFICATE, TODAY, May.MAY_NOT),
        (Source.MARRIED, TODAY, May.MAY_NOT),
        (None, TODAY, May.MAY_NOT),
    ],
)
def test_whoever_gained_it_since_the_adoption_has_it(cast, source, began_on, may_agree):
    adopted(cast, holder_id=add(cast))
    say(cast, cast.father_id, 2, source=source, began_on=began_on)
    assert may(cast, 3)[cast.father_id] is may_agree


def test_an_order_made_since_the_adoption_gives_it(cast):
    adopted(cast, holder_id=add(cast))
    with context.at_time(NOW + timedelta(hours=2)):
        aunt_id = add(cast, Relation.OTHER_RELATIVE)
        words = OrderWords(OrderKind.LIVES_WITH, made_on=TODAY, seen_on=TODAY, holder_id=aunt_id)
        commands.record_order(cast.amira.ctx(), child_id=cast.child_id, order=words)
    assert may(cast, 3)[aunt_id] is May.MAY


def test_two_adopters_by_an_order_each_both_have_it(cast):
    sam_id, other_id = add(cast), add(cast)
    adopted(cast, holder_id=sam_id)
    with context.at_time(NOW + timedelta(hours=2)):
        words = OrderWords(OrderKind.ADOPTION, made_on=YESTERDAY, seen_on=TODAY, holder_id=other_id)
        commands.record_order(cast.amira.ctx(), child_id=cast.child_id, order=words)
    found = may(cast, 3)
    assert (found[sam_id], found[other_id], found[cast.mother_id]) == (May.MAY, May.MAY, May.MAY_NOT)


def test_who_adopted_together_has_it_no_longer_when_the_order_was_a_mistake(cast):
    sam_id, other_id = add(cast), add(cast)
    order_id = adopted(cast, holder_id=sam_id, beside_id=other_id)
    with context.at_time(NOW + timedelta(hours=3)):
        commands.end_order(cast.amira.ctx(), order_id=order_id, ended_on=YESTERDAY)
    found = may(cast, 4)
    assert (found[sam_id], found[other_id], found[cast.mother_id]) == (May.MAY_NOT, May.MAY_NOT, May.MAY)


def test_what_was_said_before_an_adoption_order_that_nobody_saw_is_asked_anew(cast):
    adopted(cast, holder_id=add(cast), seen_on=None)
    assert may(cast)[cast.mother_id] is May.NOT_KNOWN
    say(cast, cast.mother_id, 3)
    assert may(cast, 4)[cast.mother_id] is May.MAY


def care(cast, **more):
    words = {"kind": OrderKind.CARE, "authority": "Eastmoor", "made_on": TODAY - timedelta(days=90)} | more
    return commands.record_order(
        cast.amira.ctx(), child_id=cast.child_id, order=OrderWords(**words, seen_on=TODAY)
    )


def facts(cast, hours=2):
    with context.at_time(NOW + timedelta(hours=hours)):
        return queries.open_family_facts(cast.amira.ctx(), child_id=cast.child_id)


@pytest.mark.parametrize("made_on", [None, TODAY - timedelta(days=90)])
def test_an_adoption_order_ends_a_care_order_and_gives_it_back_when_it_was_recorded_by_mistake(cast, made_on):
    care(cast, made_on=made_on)
    order_id = adopted(cast, holder_id=add(cast))
    found = facts(cast)
    assert [each.kind for each in found.orders] == [OrderKind.ADOPTION]
    assert found.looked_after is LookedAfter.UNKNOWN
    assert "Eastmoor" not in {each.holder for each in found.responsibilities}
    with context.at_time(NOW + timedelta(hours=3)):
        commands.end_order(cast.amira.ctx(), order_id=order_id, ended_on=YESTERDAY)
    assert facts(cast, 4).looked_after is LookedAfter.CARE_ORDER


def test_an_adoption_order_that_nobody_saw_ends_no_care_order(cast):
    care(cast)
    adopted(cast, holder_id=add(cast), seen_on=None)
    assert facts(cast).looked_after is LookedAfter.CARE_ORDER


def test_an_order_made_after_the_adoption_runs(cast):
    adopted(cast, holder_id=add(cast))
    care(cast, made_on=TODAY)
    assert facts(cast).looked_after is LookedAfter.CARE_ORDER


def test_an_adoption_order_that_nobody_saw_makes_it_unknown(cast):
    sam_id = add(cast)
    adopted(cast, holder_id=sam_id, seen_on=None)
    assert {may(cast)[each] for each in (sam_id, cast.mother_id)} == {May.NOT_KNOWN}


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"made_on": TOMORROW}, "made_on"),
        ({"made_on": None}, "made_on"),
        ({"seen_on": TOMORROW + timedelta(days=1)}, "seen"),
        ({"ends_on": YESTERDAY - timedelta(days=1)}, "ends_on"),
    ],
)
def test_an_order_has_days_that_can_be(cast, more, field):
    with pytest.raises(Refused) as refused:
        adopted(cast, holder_id=add(cast), **more)
    assert refused.value.field == field


def test_an_order_does_not_end_before_it_was_made(cast):
    order_id = adopted(cast, kind=OrderKind.SUPERVISION)
    with context.at_time(NOW + timedelta(hours=2)), pytest.raises(Refused, match="made after"):
        commands.end_order(cast.amira.ctx(), order_id=order_id, ended_on=YESTERDAY - timedelta(days=1))


@pytest.mark.parametrize(("born_on", "refused"), [(date(1900, 1, 1), True), (date(2001, 11, 3), True),
                                                  (date(2001, 11, 4), False), (TOMORROW, True)])  # fmt: skip
def test_nobody_on_record_is_25_or_not_born(born_on, refused):
    assert bool(rules.wrong_birth(born_on, on=TODAY)) is refused


def test_no_deed_takes_a_birth_year_of_1900(cast):
    amira, old = cast.amira.ctx(), date(1900, 5, 1)
    with pytest.raises(Refused, match="126 years old"):
        commands.correct_child(amira, child_id=cast.child_id, name="Ayo", born_on=old)
    with pytest.raises(Refused, match="years old"):
        commands.add_child(amira, case_id=cast.case_id, name="Mina", born_on=old)
    year = BirthWords(BirthBasis.CLAIMED, date(1905, 1, 1), date(1905, 12, 31))
    with pytest.raises(Refused, match="years old") as refused:
        commands.say_birth_date(amira, child_id=cast.child_id, birth=year)
    assert refused.value.field == "year"


def typed(born_on, **more):
    day = {"born_on_day": born_on.day, "born_on_month": born_on.month, "born_on_year": born_on.year}
    return {"name": "Ayo Adeyemi", "birth": "known", "command_id": str(uuid4()), **day} | more


def test_a_date_that_changes_who_may_agree_is_asked_for_twice(cast):
    client, url = signed_in(cast, "amira"), reverse("web:correct_child", args=[cast.child_id])
    asked = client.post(url, typed(date(2010, 1, 5))).content.decode()
    assert "This changes who may agree." in asked
    assert 'value="2010"' in asked
    assert client.post(url, typed(date(2010, 1, 5), confirmed="yes")).status_code == 302
    child = queries.open_child(cast.amira.ctx(), child_id=cast.child_id).child
    assert child.born_on == date(2010, 1, 5)


def test_a_date_that_changes_nothing_of_it_is_saved_at_once(cast):
    client, url = signed_in(cast, "amira"), reverse("web:correct_child", args=[cast.child_id])
    assert client.post(url, typed(date(2018, 1, 5))).status_code == 302


def test_somebody_who_is_not_on_record_is_added_from_the_page_of_an_order(cast):
    page = signed_in(cast, "amira").get(reverse("families:record_order", args=[cast.child_id]))
    assert reverse("families:add_adult", args=[cast.child_id]) in page.content.decode()
