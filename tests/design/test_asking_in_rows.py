"""The same questions several times over, with and without scripts."""

from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from alongside.design.fields import Choices, Line
from alongside.design.forms import PageForm, Rows


class ItemForm(PageForm):
    what = Line(label="What", missing="Say what.")
    who = Choices(label="Who", missing=None, options=[("a", "A"), ("b", "B")])


def rows(typed: str, **limits: int) -> Rows[ItemForm]:
    return Rows(ItemForm, name="items", typed=QueryDict(typed), **limits)


def words(given: Rows[ItemForm]) -> list[str]:
    return [form["what"].value() or "" for form in given.forms]


def test_empty_rows_are_left_out():
    given = rows("items-count=3&items-0-what=a&items-2-what=c&items-2-who=a&items-2-who=b")
    assert given.is_valid()
    assert given.cleaned == ({"what": "a", "who": []}, {"what": "c", "who": ["a", "b"]})


def test_a_first_empty_row_is_asked_for_where_one_is_needed():
    given = rows("items-count=2")
    assert not given.is_valid()
    assert [form.errors.get("what") for form in given.judged] == [["Say what."]]


def test_none_is_needed_where_none_is_asked_for():
    given = rows("items-count=1", at_least=0)
    assert given.is_valid()
    assert given.cleaned == ()


def test_another_row_is_added_without_a_script_and_nothing_is_judged():
    given = rows("items-count=2&items-0-what=a&items-add=1")
    assert (words(given), given.changes_asked, given.is_valid()) == (["a", "", ""], True, False)
    assert all(not form.errors for form in given.forms)


def test_words_put_back_are_not_judged():
    given = rows("items-count=1")
    given.is_valid()
    given.keep()
    assert not given.forms[0].errors


def test_a_removed_row_closes_the_gap():
    given = rows("items-count=3&items-0-what=a&items-1-what=b&items-2-what=c&items-2-who=b&items-remove=1")
    assert words(given) == ["a", "c"]
    assert given.forms[1]["who"].value() == ["b"]


def test_removing_the_last_row_leaves_an_empty_one():
    assert words(rows("items-count=1&items-0-what=a&items-remove=0")) == [""]


def test_no_more_rows_than_allowed():
    given = rows("items-count=999&items-add=1", at_most=3)
    assert (len(given.forms), given.can_grow) == (3, False)


@given(st.text(max_size=5))
def test_a_forged_count_is_no_more_than_a_count(count):
    typed = QueryDict(mutable=True)
    typed["items-count"] = count
    assert 1 <= len(Rows(ItemForm, name="items", typed=typed, at_most=4).forms) <= 4


def test_rows_begin_with_what_is_already_recorded():
    begun = Rows(ItemForm, name="items", initial=[{"what": "a"}, {"what": "b"}])
    assert words(begun) == ["a", "b"]
    assert words(Rows(ItemForm, name="items")) == [""]
