"""The deeds of a family's facts, each recited: couples, homes, siblings, adults, orders, births, losses, moves, deaths."""

from datetime import date
from uuid import uuid4

from django.urls import reverse

from alongside.families import commands, queries
from alongside.families.commands import (
    AdultWords,
    BirthWords,
    BondWords,
    Member,
    Newborn,
    OrderWords,
    RelatedAdult,
)
from alongside.families.words import (
    BirthBasis,
    Bond,
    Gender,
    Leaf,
    Life,
    LivesWith,
    Loss,
    OrderKind,
    ParentalResponsibility,
    Relation,
    Stage,
    Tie,
    UnderEighteen,
)
from tests.recital import Deed, Recital, signed_in

STRANGERS = ("dev", "ben", "iris", "cerys")


def page(name, *more):
    return lambda cast, words: reverse(f"families:{name}", args=[words.get("child_id", cast.child_id), *more])


def people(cast, child_id=None):
    return queries.open_people(cast.amira.ctx(), child_id=child_id or cast.child_id)


def day(name, on):
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}


class TestAddAdult(Recital):
    deed = Deed(
        command=commands.add_adult,
        leaf=Leaf.ADULT_ADDED,
        ready=lambda cast: {
            "child_id": cast.child_id,
            "adult": RelatedAdult("Bisi Ade", Relation.GRANDPARENT, ParentalResponsibility.NO),
        },
        stands=lambda cast, _: [a.id for a in people(cast).adults if a.name == "Bisi Ade"],
        page=page("add_adult"),
        right_words=lambda *_: {
            "who": "new",
            "name": "Bisi Ade",
            "gender": "female",
            "relation": "grandparent",
            "parental_responsibility": "no",
            "lives_with": "unknown",
        },
        wrong_words={"relation": ""},
        sentence="Say who they are to the child, as the family says it.",
        kept="Bisi Ade",
        strangers=("dev", "ben", "iris"),
    )


class TestCorrectAdult(Recital):
    deed = Deed(
        command=commands.correct_adult,
        leaf=Leaf.ADULT_CORRECTED,
        ready=lambda cast: {
            "child_id": cast.child_id,
            "adult_id": cast.mother_id,
            "adult": AdultWords("Gwen Ade", Gender.FEMALE, None, UnderEighteen.YES, Life.NOT_SAID),
            "lives_with": LivesWith.ALL,
        },
        stands=lambda cast, _: [a.id for a in people(cast).adults if a.under_eighteen is UnderEighteen.YES],
        page=lambda cast, _: reverse("families:correct_adult", args=[cast.child_id, cast.mother_id]),
        right_words=lambda *_: {
            "name": "Gwen Ade",
            "gender": "female",
            "under_eighteen": "yes",
            "life": "not_said",
            "lives_with": "all",
        },
        wrong_words={"under_eighteen": ""},
        sentence="Say whether they are under 18. You may say that it is not known.",
        kept="Gwen Ade",
        strangers=STRANGERS,
    )


class TestRelateAdults(Recital):
    deed = Deed(
        command=commands.relate_adults,
        leaf=Leaf.ADULTS_RELATED,
        ready=lambda cast: {
            "child_id": cast.child_id,
            "one_id": cast.mother_id,
            "other_id": cast.father_id,
            "bond": BondWords(Bond.DIVORCED),
        },
        stands=lambda cast, _: people(cast).couples,
        page=page("relate_adults"),
        right_words=lambda cast, _: {
            "one": str(cast.mother_id),
            "other": str(cast.father_id),
            "bond": "divorced",
            **day("began_on", date(2015, 7, 1)),
        },
        wrong_words={"bond": ""},
        sentence="Say what they are to one another, as they say it.",
        kept="2015",
        strangers=STRANGERS,
    )


class TestRelateSiblings(Recital):
    deed = Deed(
        command=commands.relate_siblings,
        leaf=Leaf.SIBLINGS_RELATED,
        ready=lambda cast: {
            "child_id": cast.child_id,
            "other_id": commands.add_child(
                cast.amira.ctx(), case_id=cast.case_id, name="Ife Adeyemi", born_on=None
            ),
            "tie": Tie.STEP_SIBLINGS,
        },
        stands=lambda cast, _: [each for each in people(cast).family.siblings if each.tie],
        page=page("relate_siblings"),
        right_words=lambda _, words: {"other": str(words["other_id"]), "tie": "step_siblings"},
        wrong_words={"tie": ""},
        sentence="Say what the two children are to one another.",
        kept="Ife Adeyemi",
        strangers=STRANGERS,
    )


class TestKeepHome(Recital):
    deed = Deed(
        command=commands.keep_home,
        leaf=Leaf.HOME_KEPT,
        ready=lambda cast: {
            "child_id": cast.child_id,
            "home_id": None,
            "name": "Mum’s home",
            "members": (
                Member(cast.child_id, None, LivesWith.PART),
                Member(None, cast.mother_id, LivesWith.ALL),
            ),
        },
        stands=lambda cast, _: [len(home.members) for home in people(cast).homes],
        page=page("add_home"),
        right_words=lambda cast, _: {
            "name": "Mum’s home",
            "people": [str(cast.child_id), str(cast.mother_id)],
            "part": [str(cast.child_id)],
        },
        wrong_words={"people": []},
        sentence="Choose at least one person who lives there.",
        kept="Mum’s home",
        strangers=STRANGERS,
    )


class TestRecordOrder(Recital):
    deed = Deed(
        command=commands.record_order,
        leaf=Leaf.ORDER_RECORDED,
        ready=lambda cast: {
            "child_id": cast.child_id,
            "order": OrderWords(OrderKind.CARE, authority="Marlbrook Council"),
        },
        stands=lambda cast, _: [order.kind for order in people(cast).orders],
        page=page("record_order"),
        right_words=lambda *_: {"kind": "care", "authority": "Marlbrook Council", "seen": "no"},
        wrong_words={"seen": ""},
        sentence="Say whether you have seen the order yourself.",
        kept="Marlbrook Council",
        strangers=STRANGERS,
    )


def order_made(cast):
    order = OrderWords(OrderKind.SUPERVISION)
    order_id = commands.record_order(cast.amira.ctx(), child_id=cast.child_id, order=order)
    return {"order_id": order_id, "ended_on": date(2026, 11, 1)}


class TestEndOrder(Recital):
    deed = Deed(
        command=commands.end_order,
        leaf=Leaf.ORDER_ENDED,
        ready=order_made,
        stands=lambda cast, _: [order.ended_on for order in people(cast).orders if order.ended_on],
        page=lambda cast, words: reverse("families:end_order", args=[cast.child_id, words["order_id"]]),
        right_words=lambda *_: day("ended_on", date(2026, 11, 1)),
        wrong_words={"ended_on_day": ""},
        sentence="Add the day",
        kept="2026",
        strangers=STRANGERS,
    )


class TestSayBirthDate(Recital):
    deed = Deed(
        command=commands.say_birth_date,
        leaf=Leaf.BIRTH_DATE_SAID,
        ready=lambda cast: {
            "child_id": cast.child_id,
            "birth": BirthWords(BirthBasis.ESTIMATED, date(2018, 1, 1), date(2018, 12, 31)),
        },
        stands=lambda cast, _: people(cast).births[1:],
        page=page("say_birth_date"),
        right_words=lambda *_: {"basis": "estimated", "known": "year", "year": "2018", "words": "By a nurse"},
        wrong_words={"year": "2099"},
        sentence="Write a year that has come, in four digits, like 2009.",
        kept="By a nurse",
        strangers=STRANGERS,
    )


def unborn(cast):
    child_id = commands.add_child(
        cast.amira.ctx(),
        case_id=cast.case_id,
        name="Baby Adeyemi",
        born_on=None,
        expected_on=date(2027, 1, 1),
    )
    return {"child_id": child_id}


class TestRecordBirth(Recital):
    deed = Deed(
        command=commands.record_birth,
        leaf=Leaf.BIRTH_RECORDED,
        ready=lambda cast: {**unborn(cast), "newborn": Newborn("Rae Adeyemi", date(2026, 11, 2))},
        stands=lambda cast, words: [
            c for c in [people(cast, words["child_id"]).child] if c.stage is Stage.BORN
        ],
        page=page("record_birth"),
        right_words=lambda *_: {
            "name": "Rae Adeyemi",
            "gender": "unknown",
            **day("born_on", date(2026, 11, 2)),
        },
        wrong_words={"gender": ""},
        sentence="Say their gender, or that it was not said.",
        kept="Rae Adeyemi",
        strangers=STRANGERS,
    )


class TestRecordLoss(Recital):
    deed = Deed(
        command=commands.record_loss,
        leaf=Leaf.LOSS_RECORDED,
        ready=lambda cast: {**unborn(cast), "loss": Loss.NOT_SAID, "ended_on": None},
        stands=lambda cast, words: [
            c for c in [people(cast, words["child_id"]).child] if c.stage is Stage.LOST
        ],
        page=page("record_loss"),
        right_words=lambda *_: {"loss": "not_said", **day("ended_on", date(2026, 11, 1))},
        wrong_words={"loss": ""},
        sentence="Say how it ended. You need not say more than the family wishes.",
        kept="2026",
        strangers=STRANGERS,
    )


class TestRecordDeath(Recital):
    deed = Deed(
        command=commands.record_death,
        leaf=Leaf.DEATH_RECORDED,
        ready=lambda cast: {"child_id": cast.child_id, "died_on": date(2026, 11, 1)},
        stands=lambda cast, _: [c for c in [people(cast).child] if c.stage is Stage.DIED],
        page=page("record_death"),
        right_words=lambda *_: day("ended_on", date(2026, 11, 1)),
        wrong_words={"ended_on_year": "2027"},
        sentence="Check the date: that day has not come yet.",
        kept="2027",
        strangers=STRANGERS,
    )


class TestRecordMove(Recital):
    deed = Deed(
        command=commands.record_move,
        leaf=Leaf.MOVE_RECORDED,
        ready=lambda cast: {"child_id": cast.child_id, "moved_on": date(2026, 11, 1)},
        stands=lambda cast, _: [c for c in [people(cast).child] if c.moved_on],
        page=page("record_move"),
        right_words=lambda *_: {"reached": "no", **day("moved_on", date(2026, 11, 1))},
        wrong_words={"reached": ""},
        sentence="Say whether it is known where the family is.",
        kept="2026",
        strangers=STRANGERS,
    )


def test_an_adult_of_a_sister_is_related_to_this_child_too(cast):
    sister = commands.add_child(cast.amira.ctx(), case_id=cast.case_id, name="Ife Adeyemi", born_on=None)
    shown = people(cast, sister)
    assert {each.name for each in shown.family.people if not each.is_child} >= {"Gwen Adeyemi"}
    assert shown.adults == ()


def test_a_gender_is_put_right_as_the_family_says_it_and_stays_where_none_is_chosen(cast):
    browser = signed_in(cast, "amira")
    typed = {"name": "Ayo Adeyemi", "birth": "known", **day("born_on", date(2019, 5, 14))}
    for chosen in ({"gender": "male"}, {}):
        where = reverse("web:correct_child", args=[cast.child_id])
        answer = browser.post(where, {**typed, **chosen, "command_id": str(uuid4())})
        assert answer.status_code == 302
        assert people(cast).child.gender is Gender.MALE
