"""What a person may type, and the sentence that says what to do when it will not do."""

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from alongside.design.fields import (
    Choice,
    Choices,
    Day,
    Line,
    Moment,
    Option,
    Password,
    Pick,
    Telephone,
    Words,
)
from alongside.design.forms import PageForm

SENTENCE = "Say what you mean."
EVERY_KIND = [Words, Line, Telephone, Password, Choice, Pick, Choices, Day, Moment]


def refusal(field, typed) -> str:
    with pytest.raises(ValidationError) as refused:
        field.clean(typed)
    return refused.value.messages[0]


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_an_empty_answer_is_refused_in_the_words_of_the_question(kind):
    assert refusal(kind(label="What?", missing=SENTENCE), None) == SENTENCE


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_an_answer_that_may_be_empty_may_be_empty(kind):
    assert not kind(label="What?", missing=None).clean(None)


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_a_question_without_its_sentence_cannot_be_written(kind):
    with pytest.raises(ValueError, match="needs a sentence"):
        kind(label="What?", missing=" ")


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_no_field_speaks_the_frameworks_words(kind):
    field = kind(label="What?", missing=SENTENCE)
    assert set(field.error_messages) == {"required"}
    assert field.validators == []


@pytest.mark.parametrize("bad", ["a\x00b", "a\ud800b"])
@pytest.mark.parametrize("kind", [Words, Line, Telephone])
def test_what_no_database_keeps_is_refused_with_a_sentence(kind, bad):
    assert refusal(kind(label="What?", missing=SENTENCE), bad).startswith(
        "Some characters here cannot be kept."
    )


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r"), max_size=200))
def test_words_are_kept_as_typed_but_for_the_space_around_them(text):
    assert Words(label="What?", missing=None, max_length=200).clean(text) == text.strip()


def test_line_ends_of_a_browser_count_once():
    assert Words(label="What?", missing=SENTENCE, max_length=3).clean("a\r\nb") == "a\nb"


def test_a_text_that_is_too_long_says_by_how_much():
    field = Words(label="What?", missing=SENTENCE, max_length=3)
    assert refusal(field, "abcd") == "Shorten this by 1 character: it may have 3 at most."
    assert refusal(field, "abcde") == "Shorten this by 2 characters: it may have 3 at most."


def test_a_line_is_one_line():
    assert Line(label="Who?", missing=SENTENCE).clean("Sunita\r\n  Rao") == "Sunita Rao"


@pytest.mark.parametrize(
    "number", ["01632 960 001", "+44 (0)1632 960001", "01632-960-001 ext 12", "999", "020 7946 0000 x4"]
)
def test_a_number_is_kept_as_people_write_it(number):
    assert Telephone(label="Number", missing=SENTENCE).clean(number) == number


@pytest.mark.parametrize("number", ["ask Sam", "12", "sip:sam@example.org", "0" * 30, "٠١٦٣٢ ٩٦٠"])
def test_a_number_that_cannot_be_rung_is_refused(number):
    assert refusal(Telephone(label="Number", missing=SENTENCE), number).startswith("Write a telephone number")


def test_an_answer_that_was_not_offered_is_refused():
    offered = [Option("yes", "Yes"), ("no", "No")]
    assert Choice(label="?", missing=SENTENCE, options=offered).clean("no") == "no"
    assert refusal(Choice(label="?", missing=SENTENCE, options=offered), "maybe").startswith(
        "Choose one of the answers"
    )
    assert refusal(Choices(label="?", missing=SENTENCE, options=offered), ["maybe"]).startswith(
        "Choose one of"
    )


def test_several_answers_come_in_the_order_offered():
    field = Choices(label="?", missing=SENTENCE, options=[("a", "A"), ("b", "B"), ("c", "C")])
    assert field.clean(["c", "a"]) == ["a", "c"]


class TalkForm(PageForm):
    spoken = Choice(
        label="Have you spoken?",
        missing="Say whether you have spoken.",
        options=[Option("yes", "Yes"), Option("no", "No", reveals=("why", "reason"))],
    )
    why = Choice(
        label="Why not?",
        missing="Say why not.",
        options=[Option("other", "Other", reveals=("other",)), Option("risk", "Risk")],
    )
    other = Words(label="What?", missing="Say what.")
    reason = Words(label="Reason", missing="Give a reason.")


def judged(typed: str) -> TalkForm:
    form = TalkForm(QueryDict(typed))
    form.is_valid()
    return form


def test_a_hidden_question_need_not_be_answered():
    assert judged("spoken=yes").is_valid()


def test_a_revealed_question_must_be_answered():
    assert set(judged("spoken=no&why=risk").errors) == {"reason"}


def test_a_question_behind_a_hidden_question_is_hidden_too():
    assert judged("spoken=yes&why=other").is_valid()


def test_an_answer_typed_behind_a_closed_question_does_not_count_but_stays_on_the_page():
    form = judged("spoken=yes&reason=Not+now")
    assert form.cleaned_data["reason"] == ""
    assert form["reason"].value() == "Not now"


def test_without_the_first_answer_only_the_first_is_asked_for():
    assert set(judged("").errors) == {"spoken"}
