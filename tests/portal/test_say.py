"""What one person says at their own page: read back first, kept as theirs, read by the practitioner."""

from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.access.words import Ref
from alongside.involvement import commands as involvement
from alongside.involvement.commands import NewNotice
from alongside.involvement.words import NoticeKind
from alongside.portal.words import Part, Reader
from alongside.voice import queries as voices
from alongside.voice.words import Picture, Safety
from tests.portal.doors import (
    HOME,
    NOT_SAFE,
    QUESTIONS,
    SAID,
    TOLD,
    about_shown,
    hand_over,
    opened,
    shown_at,
)
from tests.recital import signed_in

PAGES_WITHOUT_NUMBER = {HOME, TOLD, SAID, NOT_SAFE, QUESTIONS}


def sent(browser, path, **words):
    """Send a form; at a numbered address with what its page shows now, unless it was opened before."""
    if path not in PAGES_WITHOUT_NUMBER and "shown" not in words:
        words["shown"] = shown_at(browser, path)
    return browser.post(path, {**words, "command_id": str(uuid4())})


def notice(
    cast, *, adult_id, title="We spoke with the school", words="We asked how mornings are.", about=None
):
    return involvement.issue_notice(
        cast.amira.ctx(),
        child_id=cast.child_id,
        adult_id=adult_id,
        notice=NewNotice(NoticeKind.EXPLANATION, about or Ref("child", cast.child_id), title, (words,)),
    )


def test_what_was_typed_is_read_back_before_it_is_kept(cast):
    browser = opened(cast, adult_id=cast.mother_id)
    words = "Mornings are hard.\nBath time is good."
    back = sent(browser, SAID, words=words)
    assert words in back.content.decode()
    assert not voices.list_child_voice(cast.amira.ctx(), child_id=cast.child_id).said
    changed = sent(browser, SAID, words=words, change="yes").content.decode()
    assert words in changed
    assert "Write something first" not in changed
    assert sent(browser, SAID, words=words, keep="yes").status_code == 302
    (kept,) = voices.list_child_voice(cast.amira.ctx(), child_id=cast.child_id).said
    assert (kept.words.replace("\r\n", "\n"), kept.name, kept.recorded_by) == (
        words,
        "Gwen Adeyemi",
        "Amira Haddad",
    )
    assert words.split("\n", maxsplit=1)[0] in browser.get(SAID).content.decode()


def test_nothing_said_is_said_so(cast):
    answer = sent(opened(cast, adult_id=cast.mother_id), SAID, words=" ")
    assert answer.status_code == 422
    assert "Write something first" in answer.content.decode()


def test_a_child_chooses_pictures(cast):
    browser = opened(cast, adult_id=None, written_for=Reader.YOUNG_PICTURES)
    page = browser.get(SAID).content.decode()
    assert all(f'value="{picture}"' in page for picture in Picture)
    sent(browser, SAID, words="", pictures=["sad", "stormy"], keep="yes")
    (kept,) = voices.list_child_voice(cast.amira.ctx(), child_id=cast.child_id).said
    assert kept.pictures == (Picture.SAD, Picture.STORMY)


def test_who_says_they_are_not_safe_is_told_what_happens(cast):
    browser = opened(cast, adult_id=None)
    before = browser.get(NOT_SAFE).content.decode()
    assert "999" in before
    assert "0800 1111" in before
    assert "We cannot keep it a secret" in before
    answer = sent(browser, NOT_SAFE, words="")
    assert "They must act today" in browser.get(answer["Location"]).content.decode()
    (kept,) = voices.list_child_voice(cast.amira.ctx(), child_id=cast.child_id).said
    assert kept.safety is Safety.NOT_SAFE


@pytest.mark.parametrize("written_for", Reader)
def test_a_child_reads_whom_to_ring_on_the_first_page(cast, written_for):
    browser = opened(cast, adult_id=None, written_for=written_for)
    assert "If you are in danger, ring 999. Childline: 0800 1111." in browser.get(HOME).content.decode()


def test_what_is_wrong_names_what_they_were_told_without_its_key(cast):
    notice_id = notice(cast, adult_id=cast.mother_id)
    notice(cast, adult_id=cast.mother_id, title="Later")
    browser = opened(cast, adult_id=cast.mother_id)
    page = browser.get(QUESTIONS).content.decode()
    assert str(notice_id) not in page
    sent(
        browser,
        QUESTIONS,
        send="wrong",
        wrong="He is in year 3.",
        should_be="Year 2.",
        about=about_shown(browser, "school"),
    )
    (kept,) = voices.list_corrections(cast.amira.ctx(), about=Ref("notice", notice_id))
    assert (kept.words, kept.should_be) == ("He is in year 3.", "Year 2.")
    assert "Nobody has answered yet" in browser.get(QUESTIONS).content.decode()


def test_a_complaint_and_a_question_are_sent(cast):
    browser = opened(cast, adult_id=cast.mother_id)
    complained = sent(browser, QUESTIONS, send="complaint", complaint="Nobody rang me.")
    assert "We have it." in browser.get(complained["Location"]).content.decode()
    assert sent(browser, QUESTIONS, send="question", question="Who reads this?").status_code == 302
    assert "Nobody rang me." in browser.get(QUESTIONS).content.decode()
    kept = voices.list_child_voice(cast.amira.ctx(), child_id=cast.child_id)
    assert [each.words for each in kept.questions] == ["Who reads this?"]
    assert not kept.said
    assert "Who reads this?" in browser.get(QUESTIONS).content.decode()


def test_what_is_asked_is_owed_an_answer_and_read_where_it_was_asked(cast):
    browser = opened(cast, adult_id=cast.mother_id)
    sent(browser, QUESTIONS, send="question", question="Who reads this?")
    amira = signed_in(cast, "amira")
    assert (
        "Gwen Adeyemi, who asks something about the work with Ayo Adeyemi" in amira.get("/").content.decode()
    )
    (asked,) = voices.list_child_voice(cast.amira.ctx(), child_id=cast.child_id).questions
    page = reverse("voice:answer_question", args=[asked.id])
    sent(amira, page, words="Those who work with Ayo, and nobody else.")
    assert "Those who work with Ayo" in browser.get(QUESTIONS).content.decode()
    assert "who asks something" not in amira.get("/").content.decode()


@pytest.mark.parametrize(
    ("page", "typed"),
    [
        (SAID, {"words": ""}),
        (NOT_SAFE, {"words": ""}),
        (QUESTIONS, {"send": "question", "question": "", "complaint": "Nobody."}),
        (QUESTIONS, {"send": "wrong", "wrong": "He is.", "should_be": ""}),
    ],
)
def test_what_is_too_long_is_said_to_be_and_nothing_of_it_is_lost(cast, page, typed):
    browser = opened(cast, adult_id=cast.mother_id)
    long = "Again. " * 3000 + "The end."
    answer = sent(browser, page, **{name: value or long for name, value in typed.items()})
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "This is too long, so it is not sent." in shown
    assert "The end.</textarea>" in shown
    assert "Write something first" not in shown
    as_long_as_a_letter = sent(browser, page, **{name: value or long[:9000] for name, value in typed.items()})
    assert as_long_as_a_letter.status_code in {200, 302}


BOXES = {
    "wrong": "He is in year 3.",
    "should_be": "Year 2.",
    "question": "Who reads?",
    "complaint": "Nobody.",
}


@pytest.mark.parametrize("send", ["wrong", "question", "complaint"])
def test_what_is_not_sent_stays_in_its_box(cast, send):
    notice(cast, adult_id=cast.mother_id)
    browser = opened(cast, adult_id=cast.mother_id)
    shown = sent(
        browser, QUESTIONS, send=send, about=about_shown(browser, "school"), **BOXES
    ).content.decode()
    boxes = shown.split("What I sent before")[0]
    gone = {"wrong", "should_be"} if send == "wrong" else {send}
    assert {name for name, words in BOXES.items() if words in boxes} == set(BOXES) - gone
    assert ("checked" in boxes) == (send != "wrong")
    assert "What stands in the boxes is not sent yet." in boxes


@pytest.mark.parametrize("send", ["wrong", "question", "complaint"])
def test_what_is_sent_without_a_word_is_said_so_and_every_other_box_stays(cast, send):
    browser = opened(cast, adult_id=cast.mother_id)
    answer = sent(browser, QUESTIONS, send=send, **{**BOXES, send: " "})
    assert answer.status_code == 422
    assert f'<a href="#{send}">Write something first.</a>' in answer.content.decode()
    assert all(words in answer.content.decode() for name, words in BOXES.items() if name != send)
    assert not voices.list_child_voice(cast.amira.ctx(), child_id=cast.child_id).complaints


def test_notices_of_one_title_are_told_apart_by_their_day_and_by_who_is_asked(cast):
    notice(cast, adult_id=cast.mother_id, words="Amira asks Tom.")
    notice(cast, adult_id=cast.mother_id, words="Amira asks Sunita.")
    page = opened(cast, adult_id=cast.mother_id).get(QUESTIONS).content.decode()
    choices = page.split("Where is it wrong?")[1].split("</fieldset>")[0]
    assert choices.count("3 November 2026") == 2
    assert "Amira asks Tom." in choices
    assert "Amira asks Sunita." in choices


@pytest.mark.parametrize("written_for", [Reader.YOUNG_WORDS, Reader.YOUNG_PICTURES])
def test_back_to_the_start_takes_the_words_along(cast, written_for):
    browser = opened(cast, adult_id=None, written_for=written_for)
    words = {"words": "I like the bus.", "pictures": ["sad"]}
    assert 'form="saying"' in sent(browser, SAID, **words).content.decode()
    start = sent(browser, SAID, start="yes", **words).content.decode()
    assert "What you began to say is not sent yet." in start
    assert 'name="words" value="I like the bus."' in start
    assert 'name="pictures" value="sad"' in start
    assert not voices.list_child_voice(cast.amira.ctx(), child_id=cast.child_id).said
    assert "What you began to say" not in sent(browser, SAID, start="yes", words="").content.decode()


@pytest.mark.parametrize(
    ("part", "page"),
    [
        (Part.TOLD, TOLD),
        (Part.SAID, SAID),
        (Part.QUESTIONS, QUESTIONS),
    ],
)
def test_a_link_opens_what_it_was_given_for_and_nothing_else(cast, part, page):
    others = tuple(each for each in Part if each is not part)
    browser = opened(cast, adult_id=cast.mother_id, parts=others)
    assert sent(browser, page, words="x").status_code == 404
    assert browser.get(page).status_code == 404


def test_one_reads_what_was_written_to_oneself(cast):
    notice(cast, adult_id=cast.mother_id, title="For Gwen")
    notice(cast, adult_id=cast.father_id, title="For Tunde")
    page = opened(cast, adult_id=cast.mother_id).get(TOLD).content.decode()
    assert "For Gwen" in page
    assert "Tunde" not in page


def test_what_cannot_be_saved_gives_the_typed_words_back(cast):
    browser = opened(cast, adult_id=cast.mother_id)
    complaint = {"send": "complaint", "command_id": str(uuid4())}
    first = browser.post(QUESTIONS, {**complaint, "complaint": "Nobody rang."})
    assert first.status_code == 302
    other = browser.post(QUESTIONS, {**complaint, "complaint": "Nobody wrote."})
    assert other.status_code == 409
    assert "Nobody wrote." in other.content.decode()


def test_of_not_being_safe_their_page_says_only_that_they_wrote(cast):
    browser = opened(cast, adult_id=cast.mother_id)
    sent(browser, NOT_SAFE, words="He has my telephone.")
    (kept,) = voices.list_child_voice(cast.amira.ctx(), child_id=cast.child_id).said
    assert kept.words == "He has my telephone."
    page = browser.get(SAID).content.decode()
    assert "You wrote to us on 3 November 2026." in page
    assert "He has my telephone." not in page


def test_what_several_notices_say_at_their_end_is_said_once(cast):
    end = ("Ask somebody to help you.", "Is something wrong?", "You can complain.", "In large print.")
    for words in ("We asked Tom.", "We asked Sunita."):
        new = NewNotice(
            NoticeKind.EXPLANATION, Ref("child", cast.child_id), words, (words, "You can say no.", *end)
        )
        involvement.issue_notice(cast.amira.ctx(), child_id=cast.child_id, adult_id=None, notice=new)
    page = opened(cast, adult_id=None).get(TOLD).content.decode()
    assert [page.count(f">{each}</p>") for each in end] == [1, 1, 1, 1]
    assert page.count(">You can say no.</p>") == 2, "it belongs to each"
    assert page.index("In large print.") > page.index(">We asked Tom.</p>")


def test_a_notice_alone_stays_whole(cast):
    notice(cast, adult_id=cast.mother_id, words="We asked how mornings are.")
    page = opened(cast, adult_id=cast.mother_id).get(TOLD).content.decode()
    assert "We asked how mornings are." in page
    assert "What you can do" not in page


def test_together_on_this_screen_the_page_says_until_what_time(cast):
    _, browser = hand_over(cast, adult_id=cast.mother_id)
    assert "You can open it until 16:40 on 3 November 2026." in browser.get(HOME).content.decode()
    taken_away = opened(cast, adult_id=cast.mother_id).get(HOME).content.decode()
    assert "You can open it until 3 December 2026." in taken_away
