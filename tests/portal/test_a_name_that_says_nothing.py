"""Whoever cuts the address in a seen mail learns nothing: on the families' own name their pages answer, and nothing else."""

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from alongside.web import family_urls
from alongside.web.urls import urlpatterns
from tests.portal.doors import HOME, PAGES, give, try_door
from tests.portal.test_open_page import without_keys
from tests.recital import signed_in

THEIRS = "pages.example.org"
OURS = "house.example.org"
ELSEWHERE = (
    "/", "/sign-in/", "/sign-in", "/sign-out/", "/demonstration/", "/healthy/", "/healthy", "/children/", "/guidance/",
    "/consent/", "/private-links/", "/family/", "/favicon.ico", "/robots.txt", "/no-such-page", "/static/none.css",
    f"/no{PAGES}",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _two_names(settings):
    settings.ALLOWED_HOSTS = [OURS, THEIRS]
    settings.FAMILY_HOST = THEIRS


def at_theirs(**words) -> Client:
    return Client(headers={"host": THEIRS}, **words)


@pytest.mark.parametrize("path", ELSEWHERE)
@pytest.mark.parametrize("method", ["get", "post"])
def test_everything_else_is_the_page_that_answers_below_their_address(cast, path, method):
    answer = getattr(at_theirs(), method)(path)
    nowhere = getattr(at_theirs(), method)(f"{PAGES}no/")
    assert answer.status_code == nowhere.status_code == 404
    assert without_keys(answer) == without_keys(nowhere)
    said = answer.content.decode()
    assert "<title>Page</title>" in said
    assert [word for word in ("Alongside", "Sign in", "safeguarding") if word.lower() in said.lower()] == []


def test_a_practitioner_who_is_signed_in_finds_nothing_there_either(cast):
    amira = signed_in(cast, "amira")
    assert amira.get("/", headers={"host": OURS}).status_code == 200
    assert amira.get("/", headers={"host": THEIRS}).status_code == 404
    assert amira.get(f"/children/{cast.child_id}/", headers={"host": f"{THEIRS}:8443"}).status_code == 404
    assert amira.get(f"/children/{cast.child_id}/", headers={"host": f"{THEIRS.upper()}."}).status_code == 404


def test_a_page_opens_there_and_goes_on(cast):
    _, made = give(cast, adult_id=cast.mother_id)
    browser = at_theirs()
    assert "Open your page" in browser.get(PAGES).content.decode()
    answer = try_door(browser, made.code)
    assert answer["Location"] == HOME
    assert "Gwen Adeyemi" in browser.get(answer["Location"]).content.decode()


def test_a_form_that_is_not_ours_is_refused_there_without_a_word(cast):
    answer = at_theirs(enforce_csrf_checks=True).post(PAGES, {"code": "x", "second": "y"})
    assert answer.status_code == 403
    assert "<title>Page</title>" in answer.content.decode()


def test_on_the_house_s_own_name_nothing_changes(cast):
    at_ours = Client(headers={"host": OURS})
    assert at_ours.get("/")["Location"].startswith("/sign-in/")
    assert at_ours.get("/healthy/").status_code == 204
    assert at_ours.get(PAGES).status_code == 200


def test_where_both_have_one_name_everything_answers_there(cast, settings):
    settings.FAMILY_HOST = ""
    assert at_theirs().get("/")["Location"].startswith("/sign-in/")


def test_their_name_leads_to_no_page_of_the_house():
    assert len(family_urls.urlpatterns) == 1
    assert len(urlpatterns) > 1
    with pytest.raises(NoReverseMatch):
        reverse("web:sign_in", urlconf=family_urls)
