"""Who holds parental responsibility, by what, since when: the last word stands, and any day in the past can be read."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from alongside.access import context
from alongside.access.words import NotThere, Refused
from alongside.cases import commands as cases
from alongside.families import commands, queries, rules
from alongside.families.commands import (
    AdultWords,
    BondWords,
    Member,
    OrderWords,
    RelatedAdult,
    ResponsibilityWords,
)
from alongside.families.rules import ParentsOf
from alongside.families.words import (
    Bond,
    Gender,
    Life,
    LivesWith,
    LookedAfter,
    OrderKind,
    ParentalResponsibility,
    Relation,
    Source,
    Tie,
    UnderEighteen,
)
from tests.people import NOW

SEEN, CLAIMED, NO, UNKNOWN = (
    ParentalResponsibility.SEEN,
    ParentalResponsibility.CLAIMED,
    ParentalResponsibility.NO,
    ParentalResponsibility.UNKNOWN,
)


def known(cast, at=None, child_id=None):
    facts = queries.list_responsibilities_on(cast.amira.ctx(), child_id=child_id or cast.child_id, at=at)
    return {each.adult_id: each for each in facts}


def say(cast, words, adult_id=None):
    commands.correct_responsibility(
        cast.amira.ctx(),
        child_id=cast.child_id,
        adult_id=adult_id or cast.father_id,
        parental_responsibility=words.held,
        grounds=words,
    )


def test_e2_what_is_said_anew_stands_and_the_earlier_stays_readable(cast):
    with context.at_time(NOW + timedelta(days=3)):
        say(
            cast,
            ResponsibilityWords(SEEN, Source.BIRTH_CERTIFICATE, date(2019, 6, 1), evidence="Certificate"),
        )
        father = known(cast)[cast.father_id]
        assert (father.held, father.source, father.seen_by) == (
            SEEN,
            Source.BIRTH_CERTIFICATE,
            cast.amira.membership_id,
        )
        assert known(cast, at=NOW + timedelta(days=1))[cast.father_id].held is CLAIMED
        assert cast.father_id not in known(cast, at=NOW - timedelta(days=30))


def test_e2_what_is_unknown_gives_no_authority(cast):
    say(cast, ResponsibilityWords(UNKNOWN))
    card = next(
        a for a in queries.list_adults(cast.amira.ctx(), child_id=cast.child_id) if a.id == cast.father_id
    )
    assert card.authority is UNKNOWN


def test_e2_a_birth_certificate_of_2003_gives_a_father_nothing(cast):
    with pytest.raises(Refused, match="1 December 2003"):
        say(cast, ResponsibilityWords(SEEN, Source.BIRTH_CERTIFICATE, date(2003, 11, 30)))
    say(cast, ResponsibilityWords(SEEN, Source.BIRTH_CERTIFICATE, date(2003, 12, 1)))


def test_what_has_ended_is_held_no_longer(cast):
    ends = NOW.date() + timedelta(days=10)
    say(cast, ResponsibilityWords(SEEN, Source.LIVES_WITH_ORDER, date(2025, 1, 1), ends))
    assert known(cast)[cast.father_id].held is SEEN
    with context.at_time(NOW + timedelta(days=10)):
        assert known(cast)[cast.father_id].held is NO
        adults = queries.list_adults(cast.amira.ctx(), child_id=cast.child_id)
        assert next(a for a in adults if a.id == cast.father_id).authority is NO


def test_e7_a_father_of_one_child_is_nothing_to_her_sister(cast):
    sister = commands.add_child(cast.amira.ctx(), case_id=cast.case_id, name="Ife Adeyemi", born_on=None)
    commands.relate_adult(
        cast.amira.ctx(),
        child_id=sister,
        adult_id=cast.mother_id,
        adult=RelatedAdult("Gwen", Relation.MOTHER, SEEN),
    )
    commands.add_adult(
        cast.amira.ctx(), child_id=sister, adult=RelatedAdult("Kofi Mensah", Relation.FATHER, SEEN)
    )
    assert set(known(cast)) == {cast.mother_id, cast.father_id}
    assert cast.father_id not in known(cast, child_id=sister)
    say(cast, ResponsibilityWords(NO))
    assert all(each.held is SEEN for each in known(cast, child_id=sister).values())


@pytest.mark.parametrize(
    ("mine", "theirs", "tie"),
    [
        ("mf", "mf", Tie.SIBLINGS),
        ("mf", "mg", Tie.HALF_SIBLINGS),
        ("mf", "m", Tie.SIBLINGS),
        ("mf", "ng", None),
        ("", "", None),
    ],
)
def test_e7_parents_on_record_say_what_children_are_to_one_another(mine, theirs, tie, ids):
    def of(words):
        relations = {"m": Relation.MOTHER, "n": Relation.MOTHER, "f": Relation.FATHER, "g": Relation.FATHER}
        return ParentsOf(ids["child"], frozenset((ids[letter], relations[letter]) for letter in words))

    assert rules.tie_by_parents(of(mine), other=of(theirs)) is tie


@pytest.fixture
def ids():
    return {name: uuid4() for name in ("child", "m", "n", "f", "g")}


def order(cast, **words):
    return commands.record_order(cast.amira.ctx(), child_id=cast.child_id, order=OrderWords(**words))


def facts(cast, at=None):
    return queries.open_family_facts(cast.amira.ctx(), child_id=cast.child_id, at=at)


def test_e9_under_a_care_order_the_local_authority_shares_and_the_parents_keep_theirs(cast):
    order(
        cast, kind=OrderKind.CARE, made_on=date(2026, 1, 5), authority="Marlbrook Council", seen_on=NOW.date()
    )
    now = facts(cast)
    agency = next(each for each in now.responsibilities if each.adult_id is None)
    assert (agency.holder, agency.held, agency.order_kind) == ("Marlbrook Council", SEEN, OrderKind.CARE)
    assert known(cast)[cast.mother_id].held is SEEN
    assert now.looked_after is LookedAfter.CARE_ORDER


def test_e9_under_section_20_the_local_authority_holds_none(cast):
    order(cast, kind=OrderKind.ACCOMMODATED, authority="Marlbrook Council", seen_on=NOW.date())
    now = facts(cast)
    assert now.looked_after is LookedAfter.ACCOMMODATED
    assert all(each.adult_id for each in now.responsibilities)


def test_e9_an_order_nobody_has_seen_is_claimed(cast):
    order(cast, kind=OrderKind.INTERIM_CARE, authority="Marlbrook Council")
    assert [e.held for e in facts(cast).responsibilities if e.adult_id is None] == [CLAIMED]


def test_e9_an_order_that_shares_responsibility_names_the_authority(cast):
    with pytest.raises(Refused, match="local authority"):
        order(cast, kind=OrderKind.PLACEMENT)


def test_whether_a_child_is_looked_after_is_unknown_until_somebody_asked(cast):
    assert facts(cast).looked_after is LookedAfter.UNKNOWN
    order(cast, kind=OrderKind.NONE)
    assert facts(cast).looked_after is LookedAfter.NO
    order(cast, kind=OrderKind.PROHIBITED_STEPS, restricts="He may not take her out of school.")
    assert [each.kind for each in facts(cast).orders] == [OrderKind.PROHIBITED_STEPS]


def test_a_special_guardian_holds_it_by_the_order_until_it_ends(cast):
    gran = commands.add_adult(
        cast.amira.ctx(), child_id=cast.child_id, adult=RelatedAdult("Bisi", Relation.GRANDPARENT, NO)
    )
    order_id = order(
        cast,
        kind=OrderKind.SPECIAL_GUARDIANSHIP,
        made_on=date(2025, 2, 1),
        holder_id=gran,
        seen_on=NOW.date(),
    )
    assert (known(cast)[gran].held, known(cast)[gran].source) == (SEEN, Source.SPECIAL_GUARDIANSHIP)
    with context.at_time(NOW + timedelta(days=2)):
        commands.end_order(cast.amira.ctx(), order_id=order_id, ended_on=NOW.date())
        assert known(cast)[gran].held is NO, "as before the order"
        assert facts(cast).orders == ()
        assert [each.id for each in facts(cast, at=NOW + timedelta(days=1)).orders] == [order_id]
        with pytest.raises(Refused, match="ended"):
            commands.end_order(cast.amira.ctx(), order_id=order_id, ended_on=NOW.date())


@pytest.mark.parametrize(
    ("before", "restricts"),
    [
        (ResponsibilityWords(SEEN, Source.MOTHER, date(2019, 6, 1), evidence="Birth certificate"), ""),
        (ResponsibilityWords(SEEN, Source.MOTHER, date(2019, 6, 1)), "She may not take him abroad."),
        (ResponsibilityWords(SEEN), ""),
        (ResponsibilityWords(CLAIMED, Source.BIRTH_CERTIFICATE), ""),
        (ResponsibilityWords(NO), ""),
    ],
)
def test_the_end_of_an_order_gives_back_what_was_known_without_it(cast, before, restricts):
    def held():
        mother = known(cast)[cast.mother_id]
        return mother.held, mother.source, mother.began_on, mother.evidence, mother.restriction

    with context.at_time(NOW + timedelta(days=1)):
        say(cast, before, cast.mother_id)
        first = held()
    with context.at_time(NOW + timedelta(days=2)):
        made = {"kind": OrderKind.LIVES_WITH, "holder_id": cast.mother_id, "seen_on": NOW.date()}
        made |= {"restricts": restricts, "restricted_id": cast.mother_id if restricts else None}
        order_id = order(cast, **made)
        if before.held is SEEN:
            assert held() == (*first[:4], restricts), "what she holds without it is not lost by it"
        else:
            assert held()[:2] == (SEEN, Source.LIVES_WITH_ORDER)
    with context.at_time(NOW + timedelta(days=3)):
        commands.end_order(cast.amira.ctx(), order_id=order_id, ended_on=NOW.date())
        assert held() == first


def test_of_two_orders_the_end_of_the_first_takes_nothing_that_the_second_gives(cast):
    made = {"kind": OrderKind.LIVES_WITH, "holder_id": cast.father_id, "seen_on": NOW.date()}
    orders = []
    for days in (1, 2):
        with context.at_time(NOW + timedelta(days=days)):
            orders.append(order(cast, **made))
    for days, first, left in ((3, orders[0], SEEN), (4, orders[1], CLAIMED)):
        with context.at_time(NOW + timedelta(days=days)):
            commands.end_order(cast.amira.ctx(), order_id=first, ended_on=NOW.date())
            assert known(cast)[cast.father_id].held is left


def test_an_order_that_gives_responsibility_names_its_holder(cast):
    with pytest.raises(Refused, match="who is named"):
        order(cast, kind=OrderKind.SPECIAL_GUARDIANSHIP)
    with pytest.raises(NotThere):
        order(cast, kind=OrderKind.LIVES_WITH, holder_id=cast.child_id)


def test_e24_a_young_parent_holds_it_and_is_a_child(cast):
    young = AdultWords("Gwen Adeyemi", Gender.FEMALE, None, UnderEighteen.YES, Life.NOT_SAID)
    commands.correct_adult(
        cast.amira.ctx(),
        child_id=cast.child_id,
        adult_id=cast.mother_id,
        adult=young,
        lives_with=LivesWith.ALL,
    )
    card = next(
        a for a in queries.list_adults(cast.amira.ctx(), child_id=cast.child_id) if a.id == cast.mother_id
    )
    assert (card.under_eighteen, card.authority, card.lives_with) == (UnderEighteen.YES, SEEN, LivesWith.ALL)


def test_e24_her_own_record_is_another_and_says_nothing_of_her_as_a_parent(cast):
    hers = cases.begin_work(
        cast.amira.ctx(), child=cases.NewChild("Gwen Adeyemi", date(2009, 2, 1)), adult=None
    )
    assert queries.list_adults(cast.amira.ctx(), child_id=hers) == ()
    with pytest.raises(NotThere):
        queries.open_adult(cast.amira.ctx(), child_id=hers, adult_id=cast.mother_id)


@pytest.mark.parametrize(
    ("born_on", "stated", "answer"),
    [
        (date(2008, 11, 4), "no", "yes"),
        (date(2008, 11, 3), "yes", "no"),
        (None, "yes", "yes"),
        (None, "unknown", "unknown"),
    ],
)
def test_e24_a_birth_date_says_it_better_than_a_word(born_on, stated, answer):
    told = rules.under_eighteen(UnderEighteen(stated), born_on=born_on, on=NOW.date())
    assert told is UnderEighteen(answer)


def test_adults_are_said_to_be_a_couple_and_later_to_have_parted(cast):
    for bond in (Bond.MARRIED, Bond.DIVORCED):
        commands.relate_adults(
            cast.amira.ctx(),
            child_id=cast.child_id,
            one_id=cast.father_id,
            other_id=cast.mother_id,
            bond=BondWords(bond, date(2015, 7, 1)),
        )
    (couple,) = queries.open_people(cast.amira.ctx(), child_id=cast.child_id).couples
    assert (couple.bond, couple.people) == (Bond.DIVORCED, frozenset({cast.mother_id, cast.father_id}))


def test_a_child_lives_in_two_homes_and_whoever_is_no_longer_named_has_left(cast):
    here = Member(cast.child_id, None, LivesWith.PART)
    mother, father = (Member(None, each, LivesWith.ALL) for each in (cast.mother_id, cast.father_id))
    first = commands.keep_home(
        cast.amira.ctx(), child_id=cast.child_id, home_id=None, name="Mum’s", members=(here, mother, father)
    )
    commands.keep_home(
        cast.amira.ctx(), child_id=cast.child_id, home_id=first, name="Mum’s home", members=(here, mother)
    )
    commands.keep_home(
        cast.amira.ctx(), child_id=cast.child_id, home_id=None, name="Dad’s home", members=(here, father)
    )
    homes = queries.open_people(cast.amira.ctx(), child_id=cast.child_id).homes
    assert [(home.name, {m.person_id for m in home.members}) for home in homes] == [
        ("Mum’s home", {cast.child_id, cast.mother_id}),
        ("Dad’s home", {cast.child_id, cast.father_id}),
    ]


def test_what_one_agency_knows_of_a_family_another_does_not_read(cast):
    assert known(cast)
    cerys = queries.open_family_facts(cast.cerys.ctx(), child_id=cast.child_id)
    assert cerys.responsibilities == ()
    for name in ("dev", "esther", "hal"):
        with pytest.raises(NotThere):
            queries.open_family_facts(cast.people[name].ctx(), child_id=cast.child_id)


def test_an_order_restricts_whom_it_names_and_not_its_holder_until_it_ends(cast):
    say(cast, ResponsibilityWords(SEEN, Source.BIRTH_CERTIFICATE, date(2020, 1, 5), evidence="Certificate"))
    words = {
        "holder_id": cast.mother_id,
        "restricts": "He may not decide about school.",
        "seen_on": NOW.date(),
    }
    with pytest.raises(Refused, match="keeps this person"):
        order(cast, kind=OrderKind.LIVES_WITH, restricted_id=cast.father_id, holder_id=cast.mother_id)
    with context.at_time(NOW + timedelta(hours=1)):
        key = order(cast, kind=OrderKind.LIVES_WITH, restricted_id=cast.father_id, **words)
        found = known(cast)
        assert found[cast.mother_id].restriction == ""
        father = found[cast.father_id]
        assert (father.held, father.restriction) == (SEEN, "He may not decide about school.")
    with context.at_time(NOW + timedelta(days=1)):
        commands.end_order(cast.amira.ctx(), order_id=key, ended_on=NOW.date())
        assert known(cast)[cast.father_id].restriction == ""
