"""Nothing about a child goes to one person for now (E3): said on its own page, ended by looking again, then told."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from alongside.access.words import Ref, Refused
from alongside.consultations import commands as consultations
from alongside.duties import queries as duties
from alongside.duties.words import Owed
from alongside.involvement import commands
from alongside.involvement import queries as involvement
from alongside.involvement.commands import Keeping, NewNotice, Review
from alongside.involvement.words import Authorisation, Ground, Leaf, NoticeKind, Reviewed, Told
from tests.portal.doors import TOLD, opened
from tests.recital import Deed, Recital, signed_in

TODAY = date(2026, 11, 3)
FACTS = "Ayo says that he is afraid of him, and showed the marks to his teacher on Monday."
KEEPING = Keeping(Ground.INCREASES_RISK_TO_CHILD, FACTS, TODAY + timedelta(days=1))


def whom(cast):
    return {"child_id": cast.child_id, "adult_id": cast.father_id}


def latest(cast):
    about = Ref("child", cast.child_id)
    return [t for t in involvement.list_tellings(cast.amira.ctx(), arising_from=about) if t.adult_id]


def keep(cast):
    return commands.keep_everything_from(cast.amira.ctx(), **whom(cast), keeping=KEEPING)


def ready_to_keep(cast):
    return {**whom(cast), "keeping": KEEPING}


def kept(cast, words):
    return [each for each in latest(cast) if each.told is Told.WITHHELD]


class TestKeepEverythingFrom(Recital):
    deed = Deed(
        command=commands.keep_everything_from,
        leaf=Leaf.TELLING_RECORDED,
        ready=ready_to_keep,
        stands=kept,
        page=lambda cast, words: reverse("consultations:keep_from", args=[cast.child_id, cast.father_id]),
        right_words=lambda cast, words: {
            "ground": "increases_risk_to_child",
            "words": FACTS,
            "review_on_day": "4",
            "review_on_month": "11",
            "review_on_year": "2026",
        },
        wrong_words={"ground": ""},
        sentence="Choose the ground. Without one of these they are told.",
        kept=FACTS,
    )


def ready_to_tell(cast):
    telling_id = keep(cast)
    review = Review(Reviewed.RELEASED, "The police have spoken with him.")
    consultations.review_withholding(cast.amira.ctx(), telling_id=telling_id, review=review)
    return {**whom(cast), "told_on": TODAY, "how": "On a visit, with PC Webb"}


def told(cast, words):
    return [each for each in latest(cast) if each.told is Told.INFORMED]


class TestTellAfterKeeping(Recital):
    deed = Deed(
        command=commands.tell_after_keeping,
        leaf=Leaf.TELLING_RECORDED,
        ready=ready_to_tell,
        stands=told,
        page=lambda cast, words: reverse(
            "consultations:told_after_all", args=[cast.child_id, cast.father_id]
        ),
        right_words=lambda cast, words: {
            "told_on_day": "3",
            "told_on_month": "11",
            "told_on_year": "2026",
            "how": "On a visit, with PC Webb",
            "words": "He was angry, and then quiet.",
        },
        wrong_words={"how": ""},
        sentence="Say how you told them.",
        kept="He was angry, and then quiet.",
    )


def owed(cast, name):
    return [line.kind for line in duties.list_my_duties(cast.people[name].ctx())]


def test_e3_an_open_page_of_his_ends_no_notice_reaches_him_and_his_wife_is_judged_apart(cast):
    his, hers = opened(cast, adult_id=cast.father_id), opened(cast, adult_id=cast.mother_id)
    keep(cast)
    assert his.get(TOLD).status_code != 200
    assert hers.get(TOLD).status_code == 200
    notice = NewNotice(NoticeKind.OUTCOME, Ref("child", cast.child_id), "What we decided", ("We spoke.",))
    with pytest.raises(Refused):
        involvement_notice(cast, cast.father_id, notice)
    involvement_notice(cast, cast.mother_id, notice)


def involvement_notice(cast, adult_id, notice):
    commands.issue_notice(cast.amira.ctx(), child_id=cast.child_id, adult_id=adult_id, notice=notice)


def test_a_lead_gives_a_second_word_on_it_and_the_childs_page_says_where_it_stands(cast):
    telling_id = keep(cast)
    assert Owed.AUTHORISE_WITHHOLDING in owed(cast, "iris")
    lead = signed_in(cast, "iris")
    page = lead.get(reverse("consultations:authorise", args=[telling_id])).content.decode()
    assert "This is about everything" in page
    answer = lead.post(
        reverse("consultations:authorise", args=[telling_id]),
        {
            "verdict": "given",
            "words": "I agree.",
            "office": "safeguarding_lead",
            "command_id": str(telling_id),
        },
    )
    assert answer.status_code == 302
    assert latest(cast)[0].authorisation is Authorisation.GIVEN
    amira = signed_in(cast, "amira")
    child = amira.get(reverse("web:child", args=[cast.child_id])).content.decode()
    assert "Nothing goes to them for now." in child
    why = amira.get(reverse("consultations:keep_from", args=[cast.child_id, cast.father_id]))
    assert "Look at it again" in why.content.decode()


def test_once_it_is_over_telling_him_is_owed_and_its_button_leads_to_where_it_is_said(cast):
    ready_to_tell(cast)
    assert Owed.TELL_RELEASED in owed(cast, "amira")
    today = signed_in(cast, "amira").get("/").content.decode()
    assert reverse("consultations:told_after_all", args=[cast.child_id, cast.father_id]) in today
    commands.tell_after_keeping(cast.amira.ctx(), **whom(cast), told_on=TODAY, how="On a visit")
    assert Owed.TELL_RELEASED not in owed(cast, "amira")


@pytest.mark.parametrize("deed", [keep, lambda cast: commands.tell_after_keeping(
    cast.amira.ctx(), **whom(cast), told_on=TODAY, how="On a visit")])  # fmt: skip
def test_while_nothing_goes_to_him_it_is_neither_said_twice_nor_is_he_told(cast, deed):
    keep(cast)
    with pytest.raises(Refused):
        deed(cast)


def test_the_last_day_that_a_lead_may_give_is_filled_in(cast):
    page = signed_in(cast, "amira").get(
        reverse("consultations:keep_from", args=[cast.child_id, cast.father_id])
    )
    last = involvement.review_by(cast.amira.ctx())
    assert last == TODAY + timedelta(days=7)
    for part in ("day", "month", "year"):
        assert f'name="review_on_{part}"' in page.content.decode()
        assert f'value="{getattr(last, part)}"' in page.content.decode()


def test_nothing_goes_to_the_child_themselves_for_now_and_their_parents_are_judged_apart(cast):
    amira = signed_in(cast, "amira")
    href = reverse("consultations:keep_from", args=[cast.child_id, "child"])
    assert href in amira.get(reverse("web:child", args=[cast.child_id])).content.decode()
    his, hers = opened(cast, adult_id=None), opened(cast, adult_id=cast.mother_id)
    typed = TestKeepEverythingFrom.deed.right_words(cast, {}) | {"command_id": str(cast.case_id)}
    assert amira.post(href, typed).status_code == 302
    assert his.get(TOLD).status_code != 200
    assert hers.get(TOLD).status_code == 200
    assert "Look at it again" in amira.get(href).content.decode()
    child = amira.get(reverse("web:child", args=[cast.child_id])).content.decode()
    assert child.count("Nothing goes to them for now.") == 1
    lead = signed_in(cast, "iris").get("/").content.decode()
    assert "Ayo Adeyemi (the child)" in lead


def test_once_it_is_over_the_child_is_told_too(cast):
    whom = {"child_id": cast.child_id, "adult_id": None}
    telling_id = commands.keep_everything_from(cast.amira.ctx(), **whom, keeping=KEEPING)
    review = Review(Reviewed.RELEASED, "He is with his aunt now.")
    consultations.review_withholding(cast.amira.ctx(), telling_id=telling_id, review=review)
    href = reverse("consultations:told_after_all", args=[cast.child_id, "child"])
    amira = signed_in(cast, "amira")
    assert href in amira.get("/").content.decode()
    assert amira.get(href).status_code == 200
    commands.tell_after_keeping(cast.amira.ctx(), **whom, told_on=TODAY, how="On a visit")
    assert Owed.TELL_RELEASED not in owed(cast, "amira")


@pytest.mark.parametrize("who", ["nobody", "00000000-0000-0000-0000-000000000000"])
def test_there_is_no_such_page_of_somebody_else(cast, who):
    href = reverse("consultations:keep_from", args=[cast.child_id, who])
    assert signed_in(cast, "amira").get(href).status_code == 404


def test_a_lead_reads_about_which_child_everything_is_kept(cast):
    telling_id = keep(cast)
    iris = signed_in(cast, "iris")
    for name in ("consultations:authorise", "consultations:review_withheld"):
        assert "About Ayo Adeyemi" in iris.get(reverse(name, args=[telling_id])).content.decode()
    assert "has not been told about Ayo Adeyemi" in signed_in(cast, "amira").get("/").content.decode()
