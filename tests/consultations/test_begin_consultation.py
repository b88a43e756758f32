"""Beginning a consultation about a child of one's own case."""

import pytest
from django.urls import reverse

from alongside.access.words import NotThere
from alongside.consultations import commands, queries
from alongside.consultations.words import Leaf
from tests.recital import Deed, Recital, signed_in

PAGE = "consultations:begin"


class TestBeginConsultation(Recital):
    deed = Deed(
        command=commands.begin_consultation,
        leaf=Leaf.CONSULTATION_BEGUN,
        ready=lambda cast: {"child_id": cast.child_id},
        stands=lambda cast, words: queries.list_consultations(cast.amira.ctx()).lines,
        page=lambda cast, words: reverse(PAGE),
        right_words=lambda cast, words: {"child": str(words["child_id"])},
        wrong_words={"child": ""},
        sentence="Choose the child you want to talk about.",
        kept="Ayo Adeyemi",
    )

    def finds_nothing(self, cast, words, name):
        """The page is everybody's; this child is not on it, and naming the child is no answer."""
        with pytest.raises(NotThere):
            self.do(cast, words, name=name)
        browser = signed_in(cast, name)
        assert "Ayo" not in browser.get(reverse(PAGE)).content.decode()
        typed = {"child": str(cast.child_id), "command_id": "0198d1c5-0000-7000-8000-000000000001"}
        assert browser.post(reverse(PAGE), typed).status_code == 422
        assert not self.deed.stands(cast, words)


def test_someone_without_a_child_on_their_cases_is_shown_how_to_add_one(cast):
    shown = signed_in(cast, "ben").get(reverse(PAGE)).content.decode()
    assert reverse("web:add_child") in shown


def test_an_address_that_names_the_child_asks_only_to_confirm(cast):
    shown = signed_in(cast, "amira").get(f"{reverse(PAGE)}?child={cast.child_id}").content.decode()
    assert "A consultation about Ayo Adeyemi" in shown
    assert 'type="radio"' not in shown


def test_no_child_is_chosen_beforehand(cast):
    shown = signed_in(cast, "amira").get(reverse(PAGE)).content.decode()
    assert " checked" not in shown
