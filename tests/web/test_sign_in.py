"""Signing in: sentences, the way back, nothing typed lost, and choosing a person in a demonstration alone."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils.module_loading import import_string

from alongside.access import frame
from alongside.access.context import upkeep_context
from alongside.access.keeping import MARK_LIFE, author_mark
from alongside.access.queries import find_draft
from alongside.directory import commands as directory
from alongside.directory.words import Setting
from alongside.web import settings as product
from tests.people import NOW
from tests.web.conftest import AS_TYPED

PASSWORD = "a long sentence about nothing"


@pytest.fixture
def amira_with_password(cast) -> User:
    login = User.objects.get(pk=cast.amira.login_id)
    login.set_password(PASSWORD)
    with frame.doing():
        login.save()
    return login


@pytest.fixture
def demonstration(house) -> None:
    directory.decide_setting(
        upkeep_context(),
        name=Setting.DEMONSTRATION,
        value="Invented.",
        from_on=date(2020, 1, 1),
        source="A test",
    )


def sign_in(client, name="amira", password=PASSWORD, query="?next=/children/"):
    return client.post(f"/sign-in/{query}", {"login_name": name, "password": password})


def test_one_signs_in_and_goes_where_one_wanted(amira_with_password):
    client = Client()
    assert (
        client.get("/children/?words=ayo").headers["Location"]
        == "/sign-in/?next=%2Fchildren%2F%3Fwords%3Dayo"
    )
    assert sign_in(client).headers["Location"] == "/children/"
    assert client.get("/children/").status_code == 200


@pytest.mark.parametrize(
    "wanted", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:1", ""]
)
def test_the_way_back_leads_nowhere_else(amira_with_password, wanted):
    assert sign_in(Client(), query=f"?next={wanted}").headers["Location"] == "/"


@pytest.mark.parametrize(("name", "password"), [("amira", "wrong"), ("nobody", PASSWORD)])
def test_a_wrong_name_and_a_wrong_password_get_the_same_sentence(amira_with_password, name, password):
    page = sign_in(Client(), name, password)
    assert page.status_code == 422
    assert "do not belong together" in page.content.decode()
    assert password not in page.content.decode()


def test_one_who_has_left_is_told_so_and_not_let_in(cast):
    login = User.objects.get(pk=cast.hal.login_id)
    login.set_password(PASSWORD)
    with frame.doing():
        login.save()
    client = Client()
    page = sign_in(client, "hal")
    assert "not in post" in page.content.decode()
    assert client.get("/").status_code == 302


def test_signing_out_needs_a_form(browse, cast):
    client = browse(cast.amira)
    assert client.get("/sign-out/").status_code == 404
    assert client.get("/").status_code == 200
    assert client.post("/sign-out/").status_code == 302
    assert client.get("/").status_code == 302


def test_words_typed_under_an_ended_login_come_back_to_the_same_person_only(
    amira_with_password, cast, browse
):
    client = Client()
    posted = client.post(
        "/children/add/", {**AS_TYPED, "author": author_mark(cast.amira.membership_id, at=NOW)}
    )
    assert "kept=yes" in posted.headers["Location"]
    assert "What you typed is kept" in client.get(posted.headers["Location"]).content.decode()
    assert "Joanne Ellery" not in browse(cast.ben).get("/children/add/").content.decode()
    assert sign_in(client, query="?next=/children/add/").status_code == 302
    assert "Joanne Ellery" in client.get("/children/add/").content.decode()


def test_words_under_a_forged_mark_are_kept_for_nobody(cast):
    posted = Client().post("/children/add/", {**AS_TYPED, "author": f"{cast.amira.membership_id}:forged"})
    assert "kept" not in posted.headers["Location"]
    assert find_draft(cast.amira.ctx(), page="/children/add/") is None


def lost(cast, mark: str, words: str):
    """What comes back without a login, from a page with this mark."""
    return Client().post("/children/add/", {**AS_TYPED, "adult_name": words, "author": mark})


def test_a_mark_proves_an_author_for_a_day_and_no_longer(cast, clock):
    mark = author_mark(cast.amira.membership_id, at=clock.at)
    clock.at += MARK_LIFE
    assert "kept=yes" in lost(cast, mark, "Words of today").headers["Location"]
    clock.advance(microseconds=1)
    assert "kept" not in lost(cast, mark, "Planted later").headers["Location"]
    assert find_draft(cast.amira.ctx(), page="/children/add/").words["adult_name"] == ["Words of today"]


def test_a_mark_from_the_future_proves_nothing(cast, clock):
    mark = author_mark(cast.amira.membership_id, at=clock.at + timedelta(seconds=1))
    assert "kept" not in lost(cast, mark, "Planted").headers["Location"]


def test_an_old_page_does_not_replace_what_its_author_kept_since(browse, cast, clock):
    mark = author_mark(cast.amira.membership_id, at=clock.at)
    clock.advance(minutes=5)
    browse(cast.amira).post("/drafts/?page=/children/add/", {"adult_name": "My own words"})
    assert "kept" not in lost(cast, mark, "Planted").headers["Location"]
    assert find_draft(cast.amira.ctx(), page="/children/add/").words == {"adult_name": ["My own words"]}


def test_words_typed_after_the_last_draft_replace_it_by_the_mark_that_it_was_answered_with(
    browse, cast, clock
):
    clock.advance(minutes=5)
    kept = browse(cast.amira).post("/drafts/?page=/children/add/", {"adult_name": "Half a na"})
    clock.advance(minutes=5)
    assert "kept=yes" in lost(cast, kept.headers["X-Author-Mark"], "The whole name").headers["Location"]
    assert find_draft(cast.amira.ctx(), page="/children/add/").words["adult_name"] == ["The whole name"]


def test_a_form_from_before_another_login_is_refused_and_its_words_kept(browse, cast):
    strict = browse(cast.amira, enforce_csrf_checks=True)
    refused = strict.post(
        "/children/add/", {**AS_TYPED, "author": author_mark(cast.amira.membership_id, at=NOW)}
    )
    assert refused.status_code == 403
    assert "What you typed is kept" in refused.content.decode()
    assert "Joanne Ellery" in strict.get("/children/add/").content.decode()


def test_in_a_demonstration_one_chooses_who_one_is(demonstration, cast):
    with frame.doing():
        login = User.objects.get(pk=cast.amira.login_id)
        login.username = "bea"
        login.set_unusable_password()
        login.save()
    client = Client()
    assert (
        client.get("/sign-in/?next=/children/").headers["Location"] == "/demonstration/?next=%2Fchildren%2F"
    )
    page = client.get("/demonstration/").content.decode()
    assert "Amira Haddad" in page
    assert "Start here" in page
    assert (
        client.post("/demonstration/?next=/children/", {"chosen": "bea"}).headers["Location"] == "/children/"
    )
    assert client.get("/children/").status_code == 200


def test_a_person_with_a_password_cannot_be_chosen(demonstration, amira_with_password):
    client = Client()
    assert client.post("/demonstration/", {"chosen": "amira"}).status_code == 200
    assert client.get("/").status_code == 302


@pytest.mark.parametrize(
    "from_elsewhere",
    [{"REMOTE_ADDR": "192.0.2.7"}, {"REMOTE_ADDR": "unknown"}, {"HTTP_X_FORWARDED_FOR": "192.0.2.7"}],
)
def test_nobody_chooses_from_another_machine(demonstration, cast, from_elsewhere):
    client = Client(**from_elsewhere)
    assert client.get("/demonstration/").status_code == 404
    assert client.post("/demonstration/", {"chosen": "amira"}).status_code == 404
    assert client.get("/sign-in/").status_code == 200


def test_nobody_chooses_in_a_real_installation(demonstration, cast, settings):
    settings.PLACE = type(settings.PLACE)(settings.PLACE.home, "real", ("x",), "key", "")
    assert Client().get("/demonstration/").status_code == 404


def test_nobody_chooses_where_this_is_no_demonstration(cast):
    assert Client().get("/demonstration/").status_code == 404


def test_the_house_says_that_it_stands_without_a_word(house):
    answer = Client().get("/healthy/")
    assert (answer.status_code, answer.content) == (204, b"")


def test_a_running_house_hashes_with_argon2_at_its_full_cost():
    """The tests' own settings make it cheap; this asks the product's (OWASP: 19 MiB and two rounds, or more)."""
    (named,) = product.PASSWORD_HASHERS
    hasher = import_string(named)()
    assert hasher.algorithm == "argon2"
    assert hasher.memory_cost >= 19 * 1024
    assert hasher.time_cost >= 2
