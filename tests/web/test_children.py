"""Children: one's own, found among them, begun in one deed, and who knows what about each."""

import pytest

from alongside.access.words import NotThere
from alongside.audit import log
from alongside.families import queries as families
from tests.web.conftest import leaves
from tests.web.test_today import text_of


def test_one_finds_the_children_of_ones_cases(browse, cast):
    page = text_of(browse(cast.amira).get("/children/"))
    assert "Ayo Adeyemi" in page
    assert "Born 14 May 2019" in page


@pytest.mark.parametrize("who", ["ben", "dev", "esther", "iris"])
def test_others_find_nobody(browse, cast, who):
    assert "Ayo" not in text_of(browse(getattr(cast, who)).get("/children/?words=Ayo")).replace("“Ayo”", "")


def test_a_search_that_finds_nobody_says_what_to_do(browse, cast):
    page = text_of(browse(cast.amira).get("/children/?words=<b>Zoe"))
    assert "None of the children you work with is called “&lt;b&gt;Zoe”" in page


def test_a_child_page_shows_who_knows_what_and_why(browse, cast, opened):
    page = text_of(browse(cast.amira).get(f"/children/{cast.child_id}/"))
    assert "Gwen Adeyemi Mother. Parental responsibility: yes, evidence seen." in page
    assert "With Cerys Pugh, Teaching assistant, Willow Lane Primary" in page
    assert "The flat is damp and Ayo coughs at school." in page
    assert "On this basis. With the family’s agreement" in page


def test_work_begins_in_one_deed(browse, cast, begun_form):
    client = browse(cast.ben)
    before = leaves()
    saved = client.post("/children/add/", begun_form)
    assert (saved.status_code, leaves()) == (302, before + 1)
    page = text_of(client.get(saved.headers["Location"]))
    assert "Mia Ellery Born 23 January 2016" in page
    assert "Joanne Ellery Mother. Parental responsibility: not known." in page


def test_what_is_not_known_stays_unknown(browse, cast, begun_form):
    typed = {"name": "Yusuf", "birth": "unknown", "adult": "unknown", "command_id": begun_form["command_id"]}
    client = browse(cast.ben)
    page = text_of(client.get(client.post("/children/add/", typed).headers["Location"]))
    assert "Date of birth not known" in page
    assert "No adult is recorded here" in page


def test_a_stranger_does_not_find_the_new_child(browse, cast, begun_form):
    where = browse(cast.ben).post("/children/add/", begun_form).headers["Location"]
    assert browse(cast.amira).get(where).status_code == 404


def test_wrong_words_are_refused_and_kept_on_the_page(browse, cast, begun_form):
    refused = browse(cast.ben).post("/children/add/", {**begun_form, "born_on_year": "2199", "relation": ""})
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "that day has not come yet" in page
    assert "Say who they are to the child" in page
    assert 'value="Joanne Ellery"' in page
    assert "<title>Error: Add a child" in page


def test_nothing_about_people_is_chosen_beforehand(browse, cast):
    assert " checked" not in browse(cast.ben).get("/children/add/").content.decode()


def test_a_page_that_did_not_arrive_whole_says_so_keeps_the_words_and_can_be_sent_once_more(
    browse, cast, begun_form
):
    client = browse(cast.ben)
    half = {name: value for name, value in begun_form.items() if name != "command_id"}
    refused = client.post("/children/add/", half)
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "This page did not arrive whole, so nothing was saved." in page
    assert 'value="Joanne Ellery"' in page
    assert families.list_children(cast.ben.ctx()) == ()
    assert client.post("/children/add/", begun_form).status_code == 302


def test_pressed_twice_done_once(browse, cast, begun_form):
    client = browse(cast.ben)
    first, second = (client.post("/children/add/", begun_form).headers["Location"] for _ in range(2))
    assert first == second
    assert len(families.list_children(cast.ben.ctx())) == 1


def test_other_words_under_the_same_id_are_a_conflict(browse, cast, begun_form):
    client = browse(cast.ben)
    client.post("/children/add/", begun_form)
    other = client.post("/children/add/", {**begun_form, "name": "Maya Ellery"})
    assert other.status_code == 409
    assert "Maya Ellery" in other.content.decode()


def test_if_the_log_fails_nothing_happened(browse, cast, begun_form, monkeypatch):
    def fail(*_):
        raise OSError

    monkeypatch.setattr(log, "append_many", fail)
    answer = browse(cast.ben).post("/children/add/", begun_form)
    assert answer.status_code >= 500
    monkeypatch.undo()
    assert families.list_children(cast.ben.ctx()) == ()


def test_an_administrator_adds_nobody(cast, browse, begun_form):
    assert browse(cast.farid).post("/children/add/", begun_form).status_code == 404
    with pytest.raises(NotThere):
        families.list_children(cast.farid.ctx())


def test_typing_is_kept_for_its_author(browse, cast):
    client = browse(cast.amira)
    assert client.post("/drafts/?page=/children/add/", {"name": "Half a na"}).status_code == 204
    assert "Half a na" in client.get("/children/add/").content.decode()
    assert "Half a na" not in browse(cast.ben).get("/children/add/").content.decode()


@pytest.mark.parametrize(
    "page", ["", "https://evil.example/", "//evil.example/", "/nowhere/", "/children/add/" + "x" * 200]
)
def test_typing_is_kept_for_pages_of_ours_only(browse, cast, page):
    assert browse(cast.amira).post(f"/drafts/?page={page}", {"name": "x"}).status_code == 404
