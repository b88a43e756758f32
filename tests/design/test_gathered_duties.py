"""Duties that say word for word the same stand as one line, with what tells them apart in it."""

from django.template import engines

from alongside.design.parts import DutyRow, Tag, gathered


def row(sentence, detail):
    return DutyRow(Tag("1 day late"), sentence, detail, "Look again", f"/{detail}/")


def test_equal_sentences_are_one_line_where_the_first_stood_and_others_stay_as_they_are():
    first, other, second = (
        row("Look again", "with Ruth"),
        row("Tell Gwen", "today"),
        row("Look again", "with Tom"),
    )
    one, alone = gathered((first, other, second))
    assert alone is other
    assert (one.tag, one.sentence, one.href, one.same) == (first.tag, "Look again", "", (first, second))


def test_nothing_is_gathered_of_nothing():
    assert gathered(()) == ()


def test_each_of_them_is_on_the_page_with_its_own_detail_and_button():
    template = engines["jinja2"].from_string(
        '{% from "design/parts.html" import duty_list %}{{ duty_list(rows) }}'
    )
    page = template.render(
        {"rows": gathered((row("Look again", "with Ruth"), row("Look again", "with Tom")))}
    )
    assert page.count("<strong>Look again</strong>") == 1
    assert "2 of these" in page
    for detail in ("with Ruth", "with Tom"):
        assert f'href="/{detail}/"' in page
