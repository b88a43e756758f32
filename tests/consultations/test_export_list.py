"""One's own list as a file: opens as text everywhere, is logged once a file, tells nothing by its name."""

import csv
import io
from dataclasses import replace
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.access import gate
from alongside.access.words import NotThere
from alongside.consultations import commands, queries
from alongside.consultations.queries import Sought, lists
from alongside.consultations.words import Leaf, Whose
from tests import journey
from tests.recital import actions, leaves, signed_in

PAGE = "consultations:export"


def exported(cast, who="amira", query=""):
    return signed_in(cast, who).post(reverse(PAGE) + query)


def rows(answer):
    assert answer.status_code == 200
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_it_holds_one_s_own_list_under_its_head(cast):
    journey.prepare(cast)
    head, line = rows(exported(cast))
    assert dict(zip(head, line, strict=True)) == {
        "Begun or shared on": "3 November 2026",
        "Your part": "I asked",
        "Child": "Ayo Adeyemi",
        "Asked by": "Amira Haddad",
        "Asked": "Cerys Pugh, Teaching assistant, Willow Lane Primary",
        "Question": "What have you seen of Ayo’s breathing at school?",
        "How far it has come": "Begun",
        "What was decided": "",
        "Recorded": "",
    }


def test_the_file_says_that_it_is_utf_8_and_names_nobody(cast):
    journey.prepare(cast)
    answer = exported(cast)
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="my-consultations-2026-11-03.csv"'
    assert answer["Cache-Control"] == "no-store"


def test_it_is_narrowed_as_the_page_is(cast):
    journey.prepare(cast)
    commands.begin_no_names(cast.amira.ctx())
    assert len(rows(exported(cast))) == 3
    assert [line[2] for line in rows(exported(cast, query="?names=named"))[1:]] == ["Ayo Adeyemi"]


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_a_spreadsheet_would_run_is_text(cast, begins, monkeypatch):
    journey.prepare(cast)
    line = queries.list_to_export(cast.amira.ctx(), sought=Sought()).lines[0]
    wicked = replace(line, question=f"{begins}HYPERLINK(1)")
    monkeypatch.setattr(lists._Listing, "lines", lambda self, *, start, size: (wicked,))
    cell = rows(exported(cast))[1][5]
    assert cell == f"'{begins}HYPERLINK(1)"


def test_a_file_that_is_cut_says_so(cast, monkeypatch):
    monkeypatch.setattr(lists, "EXPORTED_MOST", 2)
    for _ in range(3):
        journey.prepare(cast)
    *_, last = rows(exported(cast))
    assert last == ["Only the newest 2 of 3 are here. Narrow the list to get the others."]


def test_every_file_that_leaves_is_one_leaf(cast):
    journey.prepare(cast)
    before = len(leaves())
    exported(cast)
    said = {"action": str(Leaf.LIST_EXPORTED), "about": f"membership:{cast.amira.membership_id}"}
    assert leaves()[before:] == [said]
    browser, typed = signed_in(cast, "amira"), {"command_id": str(uuid4())}
    for _ in range(2):
        assert browser.post(reverse(PAGE), typed).status_code == 200
    assert leaves()[before:] == [said] * 3


def test_if_the_log_fails_no_file_leaves(cast, monkeypatch):
    journey.prepare(cast)

    def fails(*_entries):
        raise OSError("The disk is full.")

    browser = signed_in(cast, "amira")
    browser.raise_request_exception = False
    monkeypatch.setattr(gate.log, "append_many", fails)
    answer = browser.post(reverse(PAGE))
    assert answer.status_code == 500
    assert "Ayo" not in answer.content.decode()


def test_others_lists_are_not_there_to_be_exported(cast):
    journey.prepare(cast)
    for who, whose in (("iris", "team"), ("amira", "all"), ("amira", "zebra")):
        assert exported(cast, who, f"?whose={whose}").status_code == 404
    assert exported(cast, "farid").status_code == 404
    assert signed_in(cast, "amira").get(reverse(PAGE)).status_code == 404
    assert Leaf.LIST_EXPORTED not in actions()
    with pytest.raises(NotThere):
        queries.list_to_export(cast.iris.ctx(), sought=Sought(whose=Whose.TEAM))


def test_a_stranger_s_file_has_nothing_of_it(cast):
    journey.prepare(cast)
    for who in ("ben", "dev", "esther", "iris"):
        assert len(rows(exported(cast, who))) == 1


def test_one_who_has_left_gets_no_file(cast):
    with pytest.raises(NotThere):
        commands.export_list(cast.farid.ctx(), lines=0)
    assert exported(cast, "hal").status_code == 302


def test_wrong_words_lead_back_to_the_page_that_says_so(cast):
    answer = exported(cast, query="?since_day=31&since_month=2&since_year=2026")
    assert answer["Location"] == "/consultations/?since_day=31&since_month=2&since_year=2026"
    assert Leaf.LIST_EXPORTED not in actions()
