"""The pages around every room: what they always say, and what they never hold."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.http import QueryDict
from django.template import engines
from jinja2 import UndefinedError

from alongside.design import jinja
from tests.design.gallery import samples
from tests.design.gallery.pages import NAMES, render

TEMPLATES = Path(jinja.__file__).parent / "templates" / "design"


@pytest.mark.parametrize("name", NAMES)
def test_every_page_says_what_to_do_when_a_child_is_in_danger(name):
    page = " ".join(re.sub(r"<[^>]+>", "", render(name)).split())
    assert (
        "A child in danger now? Ring 999 and children’s social care on 01632 960 101. Record it afterwards."
        in page
    )


@pytest.mark.parametrize("name", NAMES)
def test_no_page_needs_an_inline_style_or_script(name):
    page = render(name)
    assert not re.search(r"\sstyle=|<style|\son\w+=|javascript:", page)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", page))


@pytest.mark.parametrize("name", NAMES)
def test_every_id_stands_once(name):
    ids = re.findall(
        r'\sid="([^"]+)"', re.sub(r"<template>.*?</template>", "", render(name), flags=re.DOTALL)
    )
    assert sorted(ids) == sorted(set(ids))


def test_an_undefined_name_is_loud_in_our_pages():
    with pytest.raises(UndefinedError):
        engines["jinja2"].from_string("{{ nobody.name }}").render({})


def test_the_macros_of_the_package_keep_their_own_leniency():
    text = '{% from "govuk_frontend_jinja/components/tag/macro.html" import govukTag %}{{ govukTag({"text": "x"}) }}'
    assert "govuk-tag" in engines["jinja2"].from_string(text).render({})


def test_what_people_type_is_never_markup():
    form = samples.EveryField(QueryDict("question=</textarea><script>alert(1)</script>&name=%22%3E%3Cimg%3E"))
    page = render("form", form=form)
    assert "<script>alert" not in page
    assert "&lt;/textarea&gt;&lt;script&gt;" in page
    assert "<img>" not in page


class _Textareas(HTMLParser):
    """Reads a page as a browser does: the first line break in a textarea is dropped."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: dict[str, str] = {}
        self.within = ""

    def handle_starttag(self, tag, attrs):
        self.within = dict(attrs)["name"] if tag == "textarea" else ""
        if self.within:
            self.texts[self.within] = ""

    def handle_endtag(self, tag):
        self.within = ""

    def handle_data(self, data):
        if self.within:
            self.texts[self.within] += data


@pytest.mark.parametrize(
    "text", ["one\n  two\n\n    three", "\n\nafter two breaks", "ends with a break\n", ""]
)
def test_a_text_is_given_back_to_the_letter_wherever_it_stands(text):
    typed = QueryDict(mutable=True)
    typed.update({"question": text, "spoken": "no", "reason": text})
    page = _Textareas()
    page.feed(render("form", form=samples.EveryField(typed)))
    assert page.texts["question"].removeprefix("\n") == text
    assert page.texts["reason"].removeprefix("\n") == text


def test_a_form_carries_the_id_of_its_command_and_the_mark_of_who_types():
    assert 'name="author" value="mark:of-bea"' in render("share")
    assert f'name="command_id" value="{samples.FRAME.command_id}"' in render("share")


def test_a_page_with_something_wrong_says_so_in_its_title():
    assert "<title>Error: What exactly – Alongside</title>" in render("form")
    assert "<title>What exactly – Alongside</title>" in render("form", form=samples.EveryField())


def test_the_page_one_is_on_is_marked():
    assert re.findall(r'<a href="([^"]+)" aria-current="page">', render("today")) == ["/"]


def test_an_error_page_needs_nothing_but_its_words():
    page = (
        engines["jinja2"]
        .get_template("design/error.html")
        .render({"heading": "Not here", "sentences": ["Go back."]})
    )
    assert "Ring <strong>999</strong>" in page


def test_templates_stay_short():
    assert {path.name: len(path.read_text().splitlines()) for path in TEMPLATES.glob("*.html")
            if len(path.read_text().splitlines()) > 120} == {}  # fmt: skip
