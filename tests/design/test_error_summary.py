"""Every line of the summary leads to an input that can take the focus."""

from django import forms
from django.http import QueryDict

from alongside.design.asking import asked, asked_of, summary_of
from alongside.design.fields import Line
from alongside.design.forms import PageForm
from tests.design.gallery import samples


def test_each_line_leads_to_the_first_input_of_its_question():
    links = {line.sentence: line.href for line in summary_of(samples.wrong_form(), samples.wrong_rows())}
    assert links["Say who knows, or choose nobody."] == "#id_told"
    assert links["Give the day on which you will ring."] == "#id_ring_on_day"
    assert links["Say whether the time is am or pm, like 3.40 pm."] == "#id_talked_at_clock"
    assert links["Say how you know."] == "#id_items-1-source"


def test_what_is_wrong_with_no_field_leads_to_the_first_question():
    form = samples.AnswerForm(QueryDict("answer=yes"))
    form.add_error(None, "Somebody else has answered this. Read their answer first.")
    assert [line.href for line in summary_of(form)] == ["#id_answer"]


def test_a_hidden_field_leads_to_the_first_question():
    class Hidden(PageForm):
        walk = forms.CharField(widget=forms.HiddenInput)
        name = Line(label="Name", missing="Say who.")

    form = Hidden(QueryDict("walk=x&name=y"))
    form.add_error("walk", "Begin again: this page is older than the answers.")
    assert [line.href for line in summary_of(form)] == ["#id_name"]


def test_nothing_is_summed_up_before_anything_was_sent():
    assert summary_of(samples.EveryField()) == ()


def test_a_revealed_question_is_printed_inside_its_answer_alone():
    questions = {question.name: question for question in asked_of(samples.EveryField())}
    assert "reason" not in questions
    assert [one.name for one in questions["spoken"].options[1].reveals] == ["reason", "ring_on"]


def test_only_the_wrong_box_is_marked():
    question = asked(samples.wrong_form(), "talked_at")
    assert [box.wrong for box in question.boxes] == ["", "", "", "wrong"]


def test_nothing_is_chosen_beforehand():
    assert not any(option.checked for option in asked(samples.AnswerForm(), "answer").options)


def test_a_recorded_answer_is_shown_again():
    question = asked(samples.AnswerForm(initial={"answer": "no"}), "answer")
    assert [option.checked for option in question.options] == ["", "checked", ""]


def test_a_password_is_never_printed_back():
    assert asked(samples.EveryField(QueryDict("secret=hunter2")), "secret").value == ""
