"""What somebody says is wrong stands beside the record and is answered by its author; a complaint, by a lead."""

from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.access import context
from alongside.access.words import GrantKind, NotThere, Purpose, Ref, Refused
from alongside.cases import commands as cases
from alongside.directory import commands as directory
from alongside.duties import queries as duties
from alongside.duties.words import Owed
from alongside.involvement import commands as involvement
from alongside.involvement.commands import NewNotice
from alongside.involvement.words import NoticeKind
from alongside.voice import commands, queries
from alongside.voice.words import Answer, Leaf, Picture
from tests import journey
from tests.family import at_their_page
from tests.recital import Deed, Recital, signed_in

WRONG, RIGHT = "We did not miss the visit.", "You rang off. I have the letter."
DAY = {"said_on_day": "3", "said_on_month": "11", "said_on_year": "2026"}
ABOUT = Ref("consultation", uuid4())


def voice(cast):
    return queries.list_child_voice(cast.amira.ctx(), child_id=cast.child_id)


def wrong(cast):
    correction_id = commands.record_correction(
        cast.amira.ctx(), child_id=cast.child_id, adult_id=cast.mother_id, about=None, words=WRONG
    )
    return {"correction_id": correction_id, "answer": Answer.BOTH_KEPT, "words": "Both stand."}


def complained(cast):
    complaint_id = commands.record_complaint(
        cast.amira.ctx(), child_id=cast.child_id, adult_id=cast.mother_id, words="Nobody rang me."
    )
    return {"complaint_id": complaint_id, "words": "I am sorry. I ring you on Monday."}


class TestRecordCorrection(Recital):
    deed = Deed(
        command=commands.record_correction,
        leaf=Leaf.CORRECTION_SAID,
        ready=lambda cast: {
            "child_id": cast.child_id,
            "adult_id": cast.mother_id,
            "about": None,
            "words": WRONG,
            "should_be": RIGHT,
        },
        stands=lambda cast, words: voice(cast).corrections,
        page=lambda cast, words: reverse("voice:correct", args=[words["child_id"]]),
        right_words=lambda cast, words: (
            DAY | {"who": str(cast.mother_id), "words": WRONG, "should_be": RIGHT}
        ),
        wrong_words={"words": ""},
        sentence="Write what they say is wrong.",
        kept=RIGHT,
    )


class TestAnswerCorrection(Recital):
    deed = Deed(
        command=commands.answer_correction,
        leaf=Leaf.CORRECTION_ANSWERED,
        ready=wrong,
        stands=lambda cast, words: voice(cast).corrections[0].answer,
        page=lambda cast, words: reverse("voice:answer_correction", args=[words["correction_id"]]),
        right_words=lambda cast, words: {"answer": "both_kept", "words": "Both stand."},
        wrong_words={"answer": ""},
        sentence="Say what becomes of it.",
        kept="Both stand.",
        strangers=("dev", "ben"),
    )


class TestRecordComplaint(Recital):
    deed = Deed(
        command=commands.record_complaint,
        leaf=Leaf.COMPLAINT_MADE,
        ready=lambda cast: {
            "child_id": cast.child_id,
            "adult_id": cast.mother_id,
            "words": "Nobody rang me.",
        },
        stands=lambda cast, words: voice(cast).complaints,
        page=lambda cast, words: reverse("voice:complain", args=[words["child_id"]]),
        right_words=lambda cast, words: DAY | {"who": str(cast.mother_id), "words": "Nobody rang me."},
        wrong_words={"who": ""},
        sentence="Say whose words they are.",
        kept="Nobody rang me.",
    )


class TestAnswerComplaint(Recital):
    deed = Deed(
        command=commands.answer_complaint,
        leaf=Leaf.COMPLAINT_ANSWERED,
        ready=complained,
        stands=lambda cast, words: voice(cast).complaints[0].answer_words,
        page=lambda cast, words: reverse("voice:answer_complaint", args=[words["complaint_id"]]),
        right_words=lambda cast, words: {"words": "I am sorry. I ring you on Monday."},
        wrong_words={"words": ""},
        sentence="Write your answer",
        kept="About Ayo Adeyemi",
        who="iris",
        strangers=("dev", "ben"),
    )


def asked(cast):
    question_id = commands.ask(at_their_page(cast, cast.mother_id), words="Who reads this?")
    return {"question_id": question_id, "words": "Those who work with Ayo, and nobody else."}


class TestAnswerQuestion(Recital):
    deed = Deed(
        command=commands.answer_question,
        leaf=Leaf.FAMILY_QUESTION_ANSWERED,
        ready=asked,
        stands=lambda cast, words: voice(cast).questions[0].answer_words,
        page=lambda cast, words: reverse("voice:answer_question", args=[words["question_id"]]),
        right_words=lambda cast, words: {"words": "Those who work with Ayo, and nobody else."},
        wrong_words={"words": ""},
        sentence="Write your answer",
        kept="Who reads this?",
        strangers=("dev", "ben"),
    )


def test_whoever_wrote_the_record_owes_an_answer_and_the_family_reads_it(cast):
    mother = at_their_page(cast, cast.mother_id)
    correction_id = commands.say_this_is_wrong(
        mother, about=ABOUT, words=WRONG, written_by_membership_id=cast.cerys.membership_id
    )
    assert Owed.ANSWER_CORRECTION in {d.kind for d in duties.list_my_duties(cast.cerys.ctx())}
    (beside,) = queries.list_corrections(cast.amira.ctx(), about=ABOUT)
    assert (beside.words, beside.name, beside.answer) == (WRONG, "Gwen Adeyemi", None)
    commands.answer_correction(
        cast.amira.ctx(), correction_id=correction_id, answer=Answer.NOT_CHANGED, words="The letter says so."
    )
    readable = commands.weigh_my_answered(at_their_page(cast, cast.mother_id))
    (mine,) = queries.list_my_words(at_their_page(cast, cast.mother_id), readable=readable).corrections
    assert (mine.answer, mine.answer_words) == (Answer.NOT_CHANGED, "The letter says so.")
    assert queries.list_my_words(at_their_page(cast, cast.father_id)).corrections == ()
    assert Owed.ANSWER_CORRECTION not in {d.kind for d in duties.list_my_duties(cast.cerys.ctx())}
    assert queries.list_corrections(cast.amira.ctx(), about=ABOUT)[0].words == WRONG, "nothing is deleted"


def test_a_complaint_goes_to_the_leads_and_not_to_whoever_opened_the_link(cast):
    complaint_id = commands.complain(at_their_page(cast, cast.mother_id), words="Nobody rang me.")
    assert Owed.ANSWER_COMPLAINT in {d.kind for d in duties.list_my_duties(cast.iris.ctx())}
    with pytest.raises(Refused, match="A safeguarding lead answers it"):
        commands.answer_complaint(cast.amira.ctx(), complaint_id=complaint_id, words="Sorry.")
    commands.answer_complaint(cast.iris.ctx(), complaint_id=complaint_id, words="I ring you on Monday.")
    (mine,) = queries.list_my_words(at_their_page(cast, cast.mother_id)).complaints
    assert mine.answer_words == "I ring you on Monday."


def test_the_family_says_something_for_themselves_in_words_and_pictures(cast):
    mother = at_their_page(cast, cast.mother_id)
    commands.say_for_myself(mother, words="I want the meeting after four.", pictures=(Picture.CALM,))
    (kept,) = voice(cast).said
    assert (kept.name, kept.words, kept.recorded_by) == (
        "Gwen Adeyemi",
        "I want the meeting after four.",
        "Amira Haddad",
    )
    with pytest.raises(Refused, match="Write something"):
        commands.say_for_myself(at_their_page(cast, cast.mother_id), words="")


def test_nobody_who_works_here_says_something_as_the_family(cast):
    for say in (
        lambda: commands.say_for_myself(cast.amira.ctx(), words="I am fine."),
        lambda: commands.say_this_is_wrong(cast.amira.ctx(), about=None, words=WRONG),
        lambda: commands.complain(cast.amira.ctx(), words="No."),
    ):
        with pytest.raises(NotThere):
            say()


def test_what_is_called_wrong_stands_beside_the_record_that_it_is_about(cast):
    consultation_id = journey.prepare(cast)
    about = Ref("consultation", consultation_id)
    commands.say_this_is_wrong(at_their_page(cast, cast.mother_id), about=about, words=WRONG, should_be=RIGHT)
    shown = signed_in(cast, "amira").get(reverse("consultations:open", args=[consultation_id]))
    assert WRONG in shown.content.decode()
    assert "Not answered yet." in shown.content.decode()


def written_to_the_mother(cast, consultation_id):
    new = NewNotice(
        NoticeKind.EXPLANATION, Ref("consultation", consultation_id), "Who we ask", ("We ask Tom.",)
    )
    return involvement.issue_notice(
        cast.amira.ctx(), child_id=cast.child_id, adult_id=cast.mother_id, notice=new
    )


def test_whoever_answers_sees_which_notice_is_called_wrong_and_finds_its_consultation(cast):
    consultation_id = journey.prepare(cast)
    about = Ref("notice", written_to_the_mother(cast, consultation_id))
    correction_id = commands.say_this_is_wrong(at_their_page(cast, cast.mother_id), about=about, words=WRONG)
    page, consultation = (
        reverse("voice:answer_correction", args=[correction_id]),
        reverse("consultations:open", args=[consultation_id]),
    )
    browser = signed_in(cast, "amira")
    for _ in range(2):
        shown = browser.get(page).content.decode()
        assert "“Who we ask”, written to Gwen Adeyemi on 3 November 2026" in shown
        assert "We ask Tom." in shown
        assert f'href="{consultation}"' in shown
        browser.post(page, {"answer": "both_kept", "words": "Both.", "command_id": str(uuid4())})
    assert "Both are kept" in browser.get(page).content.decode()
    assert WRONG in browser.get(consultation).content.decode(), "it stands beside the record it is about"
    listed = browser.get(reverse("voice:child_voice", args=[cast.child_id])).content.decode()
    assert "In “Who we ask”, 3 November 2026." in listed


def test_who_may_not_answer_a_complaint_reads_who_does_before_they_try(cast):
    complaint_id = commands.complain(at_their_page(cast, cast.mother_id), words="Nobody rang me.")
    at = reverse("voice:answer_complaint", args=[complaint_id])
    listed = reverse("voice:child_voice", args=[cast.child_id])
    mine = signed_in(cast, "amira")
    lead = cast.people["iris"].name
    assert (
        f"{lead} answers it, because you wrote it down or opened their link."
        in mine.get(listed).content.decode()
    )
    assert "Read and answer" not in mine.get(listed).content.decode()
    assert f"{lead} answers: a safeguarding lead" in mine.get(at).content.decode()
    assert "Send my answer" not in mine.get(at).content.decode()
    assert "Send my answer" in signed_in(cast, "iris").get(at).content.decode()


def joins(cast, who):
    """Somebody of the same agency works on the case too; they lead on nothing."""
    colleague = cast.people[who]
    cases.admit_member(
        cast.amira.ctx(),
        case_id=cast.case_id,
        membership_id=colleague.membership_id,
        purpose=Purpose.DIRECT_WORK,
        reason="Works with the family",
    )
    return colleague


def test_a_colleague_on_the_case_answers_no_complaint_least_of_all_one_about_themselves(cast):
    ben = joins(cast, "ben")
    complaint_id = commands.complain(at_their_page(cast, cast.mother_id), words="Ben was rude to me.")
    with pytest.raises(Refused, match="A safeguarding lead answers it"):
        commands.answer_complaint(ben.ctx(), complaint_id=complaint_id, words="We found nothing wrong.")
    assert Owed.ANSWER_COMPLAINT in {d.kind for d in duties.list_my_duties(cast.iris.ctx())}
    at, lead = reverse("voice:answer_complaint", args=[complaint_id]), cast.people["iris"].name
    read = signed_in(cast, "ben").get(at).content.decode()
    assert f"{lead} answers: a safeguarding lead" in read
    assert "You wrote it down" not in read
    assert "Send my answer" not in read
    listed = signed_in(cast, "ben").get(reverse("voice:child_voice", args=[cast.child_id])).content.decode()
    assert f"{lead} answers it: a safeguarding lead." in listed
    assert "Read and answer" not in listed


def test_where_nobody_leads_whoever_wrote_a_complaint_down_answers_it(cast):
    iris = cast.iris
    office = {"kind": GrantKind.OVERSIGHT, "membership_id": iris.membership_id, "agency_id": iris.agency_id}
    directory.end_office(context.upkeep_context(), **office)
    words = complained(cast)
    assert Owed.ANSWER_COMPLAINT in {d.kind for d in duties.list_my_duties(cast.amira.ctx())}
    at = reverse("voice:answer_complaint", args=[words["complaint_id"]])
    assert "Send my answer" in signed_in(cast, "amira").get(at).content.decode()
    commands.answer_complaint(cast.amira.ctx(), **words)
    assert voice(cast).complaints[0].answer_words == words["words"]
