"""What a child says is kept as theirs: words, pictures, a drawing; read back, and read by nobody else of the family."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from alongside.access.words import NotThere, Refused
from alongside.papers import queries as papers
from alongside.voice import commands, queries, rules
from alongside.voice.commands import Heard
from alongside.voice.words import Form, Leaf, Picture, ReadBack, Safety, Secrecy, Shown, Taken
from tests.family import at_their_page
from tests.papers.test_keep_picture import SECRET, photo
from tests.recital import Deed, Recital, signed_in

HIS_WORDS = "I like it when Mum sings. I do not like the noise at night."
HEARD = Heard(None, Taken.TYPED, ReadBack.CONFIRMED, date(2026, 11, 3), shown=Shown.YES)
TYPED = {
    "who": "child",
    "said_on_day": "3",
    "said_on_month": "11",
    "said_on_year": "2026",
    "form": "words",
    "words": HIS_WORDS,
    "taken": "typed",
    "read_back": "confirmed",
    "safety": "not_said",
    "secrecy": "not_asked",
    "shown": "yes",
}


def said(cast, *, by="amira"):
    return queries.list_child_voice(cast.people[by].ctx(), child_id=cast.child_id).said


def keep(cast, **more):
    heard = replace(HEARD, **more)
    return commands.keep_words(cast.amira.ctx(), child_id=cast.child_id, words=HIS_WORDS, heard=heard)


class TestKeepWords(Recital):
    deed = Deed(
        command=commands.keep_words,
        leaf=Leaf.WORDS_KEPT,
        ready=lambda cast: {"child_id": cast.child_id, "words": HIS_WORDS, "heard": HEARD},
        stands=lambda cast, words: said(cast),
        page=lambda cast, words: reverse("voice:keep", args=[words["child_id"]]),
        right_words=lambda cast, words: TYPED,
        wrong_words={"taken": ""},
        sentence="Say who put it down.",
        kept=HIS_WORDS,
    )


def test_the_child_reads_their_own_words_and_who_typed_them_and_nobody_else_of_the_family_does(cast):
    keep(cast)
    (mine,) = queries.list_my_words(at_their_page(cast, None)).said
    assert (mine.words, mine.typed_by, mine.read_back) == (HIS_WORDS, "Amira Haddad", ReadBack.CONFIRMED)
    for adult_id in (cast.mother_id, cast.father_id):
        assert queries.list_my_words(at_their_page(cast, adult_id)).said == ()


@pytest.mark.parametrize("shown", [Shown.NO, Shown.NOT_ASKED])
def test_what_a_child_says_to_a_practitioner_is_on_no_page_unless_the_child_says_that_it_is_safe(cast, shown):
    keep(cast, shown=shown)
    assert queries.list_my_words(at_their_page(cast, None)).said == ()
    assert said(cast)[0].words == HIS_WORDS


def test_what_was_not_read_back_yet_can_be(cast):
    said_id = keep(cast, read_back=ReadBack.NOT_YET)
    assert said(cast)[0].read_back is ReadBack.NOT_YET
    browser = signed_in(cast, "amira")
    answer = browser.post(reverse("voice:confirm", args=[said_id]), {"command_id": str(uuid4())})
    assert answer.status_code == 302
    assert said(cast)[0].read_back is ReadBack.CONFIRMED


def test_pictures_are_chosen_with_their_words(cast):
    commands.keep_pictures(
        cast.amira.ctx(), child_id=cast.child_id, pictures=(Picture.SAD, Picture.BED), heard=HEARD
    )
    (kept,) = said(cast)
    assert (kept.form, kept.pictures) == (Form.PICTURES, (Picture.SAD, Picture.BED))
    shown = signed_in(cast, "amira").get(reverse("voice:child_voice", args=[cast.child_id])).content.decode()
    assert "In bed" in shown


def test_a_drawing_is_kept_anew_and_given_only_to_those_who_may_see_it(cast):
    typed = TYPED | {"form": "drawing", "words": "", "of_drawing": "That is our house."}
    file = SimpleUploadedFile("ayo-flat3.jpg", photo(marked=True), "image/jpeg")
    browser = signed_in(cast, "amira")
    page = reverse("voice:keep", args=[cast.child_id])
    assert browser.post(page, typed | {"picture": file, "command_id": str(uuid4())}).status_code == 302
    (kept,) = said(cast)
    answer = browser.get(reverse("papers:open_paper", args=[kept.drawing_id]))
    assert SECRET not in answer.content
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"] == 'attachment; filename="picture.jpg"'
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    for stranger in ("dev", "ben", "esther"):
        assert signed_in(cast, stranger).get(answer.request["PATH_INFO"]).status_code == 404
    papers.open_paper(at_their_page(cast, None), paper_id=kept.drawing_id)
    with pytest.raises(NotThere):
        papers.open_paper(at_their_page(cast, cast.mother_id), paper_id=kept.drawing_id)


@pytest.mark.parametrize("wrong", [b"%PDF-1.7 not a picture", b""])
def test_what_is_no_drawing_is_refused_beside_its_question(cast, wrong):
    typed = TYPED | {"form": "drawing", "of_drawing": "Our house."}
    file = SimpleUploadedFile("a.png", wrong, "image/png")
    browser, page = signed_in(cast, "amira"), reverse("voice:keep", args=[cast.child_id])
    answer = browser.post(page, typed | {"picture": file, "command_id": str(uuid4())})
    assert answer.status_code == 422
    assert "This is no picture that can be kept." in answer.content.decode()
    assert "Our house." in answer.content.decode()
    assert not said(cast)


def test_nothing_said_is_refused(cast):
    for words in ("", None):
        with pytest.raises(Refused, match="in their own words"):
            commands.keep_words(cast.amira.ctx(), child_id=cast.child_id, words=words or "", heard=HEARD)
    with pytest.raises(Refused, match="cannot be later than today"):
        keep(cast, said_on=date(2026, 11, 4))


def test_e26_a_secret_is_never_promised_and_that_it_was_asked_is_on_record(cast):
    browser, page = signed_in(cast, "amira"), reverse("voice:keep", args=[cast.child_id])
    shown = browser.get(page).content.decode()
    assert "Never promise it." in shown
    assert "I cannot promise to keep this a secret" in shown
    assert "I will tell you first whom I tell, and why" in shown
    typed = TYPED | {"secrecy": "explained", "command_id": str(uuid4())}
    assert browser.post(page, typed).status_code == 302
    assert said(cast)[0].secrecy is Secrecy.EXPLAINED
    shown = browser.get(reverse("voice:child_voice", args=[cast.child_id])).content.decode()
    assert "They asked for a secret to be kept." in shown


@pytest.mark.parametrize(
    ("age", "least", "most", "prompt"),
    [
        (4, rules.FACES, rules.FACES, "happy"),
        (10, rules.PLACES, rules.FACES + rules.WEATHER + rules.PLACES, "worries you"),
        (15, rules.PLACES, rules.FACES + rules.WEATHER + rules.PLACES, "want to happen"),
        (None, rules.FACES, rules.FACES + rules.WEATHER + rules.PLACES, "worries you"),
    ],
)
def test_pictures_and_question_fit_the_age(age, least, most, prompt):
    offered = set(rules.pictures_for(age))
    assert set(least) <= offered <= set(most)
    assert prompt in rules.prompt_for(age)


@pytest.mark.parametrize(
    ("born_on", "age"),
    [
        (date(2019, 5, 14), 7),
        (date(2018, 11, 4), 7),
        (date(2018, 11, 3), 8),
        (None, None),
        (date(2027, 1, 1), None),
    ],
)
def test_age_is_counted_in_whole_years(born_on, age):
    assert rules.age_on(date(2026, 11, 3), born_on=born_on) == age


def test_safe_is_recorded_as_a_word_of_its_own(cast):
    keep(cast, safety=Safety.SAFE)
    assert said(cast)[0].safety is Safety.SAFE
