"""The door of a family page: what opens it, what does not, and that a guesser learns nothing from either."""

import hashlib
import re
from datetime import date
from uuid import uuid4

import pytest
from django.apps import apps
from django.test import Client
from django.urls import get_resolver

from alongside.access import context, frame
from alongside.access.words import NotThere
from alongside.families import commands as family_commands
from alongside.families import queries as families
from alongside.families.commands import BirthWords
from alongside.families.words import BirthBasis
from alongside.involvement import queries as involvement
from alongside.portal import commands, keys, queries, rules, trying
from alongside.portal import urls as family_urls
from alongside.portal.visits import COOKIE
from alongside.portal.words import State
from tests.portal.doors import CLOSE, HOME, PAGES, SECOND, TOLD, give, opened, try_door
from tests.recital import actions, signed_in

PATHS = tuple(re.sub("<int:[a-z]+>", "1", f"{PAGES}{each.pattern}") for each in family_urls.urlpatterns)
WRITTEN_BY_READING = ("audit.Leaf", "audit.Node", "audit.Detail")


def without_keys(answer) -> bytes:
    """A page without what is new on every page: the token against forged forms, and the next command's id."""
    said = re.sub(rb'(csrfmiddlewaretoken|command_id)" value="[^"]*"', b"", answer.content)
    return said + repr(sorted((k, v) for k, v in answer.headers.items() if k != "Set-Cookie")).encode()


def rows() -> dict[str, str]:
    """A digest of each table of the house."""
    with frame.doing():
        return {
            model._meta.label: hashlib.sha256(
                repr(list(model.objects.order_by("pk").values())).encode()
            ).hexdigest()
            for model in apps.get_models()
        }


def test_the_code_and_the_second_thing_open_it(cast):
    _, made = give(cast, adult_id=cast.mother_id)
    browser = Client()
    answer = try_door(browser, made.code)
    assert answer["Location"] == HOME
    assert "Gwen Adeyemi" in browser.get(HOME).content.decode()


@pytest.mark.parametrize(
    "typed",
    [
        str.lower,
        rules.written,
        lambda c: f" {c[:6]}-{c[6:]} ",
        lambda c: c.replace("0", "o").replace("1", "l"),
    ],
)
def test_a_code_may_be_typed_as_people_type(cast, typed):
    _, made = give(cast, adult_id=cast.mother_id)
    assert try_door(Client(), typed(made.code), f"  {SECOND.upper()} ").status_code == 302


def test_the_token_of_the_square_code_opens_it_too_and_only_with_the_second_thing(cast):
    _, made = give(cast, adult_id=cast.mother_id)
    assert try_door(Client(), made.token, "something else").status_code == 422
    assert try_door(Client(), made.token).status_code == 302


def refusals(cast, clock):
    """Every way in which an opening is refused, each as its answer."""
    _, made = give(cast, adult_id=cast.mother_id)
    yield "unknown code", try_door(Client(), "ABCD EFGH JKMN")
    yield "nothing typed", try_door(Client(), "", "")
    yield "wrong second thing", try_door(Client(), made.code, "seven yellow geese")
    yield "one sign changed", try_door(Client(), ("Z" if made.code[0] != "Z" else "Y") + made.code[1:])
    yield "token changed", try_door(Client(), made.token[:-1] + ("A" if made.token[-1] != "A" else "B"))
    link_id, revoked = give(cast, adult_id=cast.father_id)
    commands.revoke_private_link(cast.amira.ctx(), link_id=link_id)
    yield "revoked", try_door(Client(), revoked.code)
    _, replaced = give(cast, adult_id=None)
    give(cast, adult_id=None)
    yield "replaced", try_door(Client(), replaced.code)
    for _ in range(rules.FREE_TRIES):
        try_door(Client(), made.code, "guess")
    yield "resting after guesses, both things right", try_door(Client(), made.code)
    _, expired = give(cast, adult_id=cast.mother_id, days=1)
    clock.advance(days=1, seconds=1)
    yield "expired", try_door(Client(), expired.code)


def test_every_refused_opening_is_one_and_the_same_page(cast, clock):
    answers = dict(refusals(cast, clock))
    assert {answer.status_code for answer in answers.values()} == {422}
    pages = {why: without_keys(answer) for why, answer in answers.items()}
    assert len(set(pages.values())) == 1, [why for why in pages if pages[why] != pages["unknown code"]]
    assert not any("visit" in answer.cookies for answer in answers.values())


def test_an_unknown_code_costs_the_same_work(cast, monkeypatch, django_assert_num_queries):
    _, made = give(cast, adult_id=cast.mother_id)
    checked = []
    real = keys.check_password
    monkeypatch.setattr(keys, "check_password", lambda *words: checked.append(words[1][:20]) or real(*words))
    try_door(Client(), "ABCD EFGH JKMN")
    try_door(Client(), made.code, "seven yellow geese")
    assert len(checked) == 2
    assert checked[0] == checked[1], "the same slow digest, with the same cost"
    assert actions()[-2:] == ["family_page:refused"] * 2


def test_guesses_make_a_link_rest_and_then_end(cast, clock):
    link_id, made = give(cast, adult_id=cast.mother_id)
    for _ in range(rules.FREE_TRIES):
        assert try_door(Client(), made.code, "guess").status_code == 422
    assert try_door(Client(), made.code).status_code == 422, "it rests, also for who knows both"
    clock.advance(minutes=6)
    assert try_door(Client(), made.code).status_code == 302
    for _ in range(rules.MOST_TRIES):
        try_door(Client(), made.code, "guess")
        clock.advance(days=1)
    states = {link.id: link.state for link in queries.list_links(cast.amira.ctx(), child_id=cast.child_id)}
    assert states[link_id] is State.GUESSED
    give(cast, adult_id=cast.mother_id)


def test_one_address_tries_twenty_times_a_minute(cast, clock):
    _, made = give(cast, adult_id=cast.mother_id)
    for _ in range(trying.TRIES):
        try_door(Client(), "ABCD EFGH JKMN")
    assert try_door(Client(), made.code).status_code == 422
    clock.advance(seconds=61)
    assert try_door(Client(), made.code).status_code == 302


@pytest.mark.parametrize("method", ["get", "head"])
def test_looking_changes_nothing(cast, method):
    """A mail scanner, a preview or a reload: no row changes but the leaves that say what was read."""
    browser = opened(cast, adult_id=cast.mother_id)
    for visitor in (browser, Client()):
        for path in PATHS:
            before = rows()
            getattr(visitor, method)(path)
            after = rows()
            changed = {label for label in before if before[label] != after[label]}
            assert changed <= set(WRITTEN_BY_READING), path


def test_looking_at_an_open_page_leaves_one_leaf(cast):
    browser = opened(cast, adult_id=cast.mother_id)
    with frame.doing():
        before = apps.get_model("audit.Leaf").objects.count()
    browser.get(HOME)
    with frame.doing():
        assert apps.get_model("audit.Leaf").objects.count() == before + 1


def test_a_visit_gets_a_key_that_the_browser_never_had(cast):
    browser = Client()
    browser.cookies["visit"] = "chosen-by-somebody-else"
    _, made = give(cast, adult_id=cast.mother_id)
    first = try_door(browser, made.code).cookies["visit"].value
    second = try_door(browser, made.code).cookies["visit"].value
    assert "chosen-by-somebody-else" not in first
    assert first.split(" ")[0] != second.split(" ")[0]


def test_the_same_code_in_two_browsers_makes_two_visits(cast):
    _, made = give(cast, adult_id=cast.mother_id)
    one, two = Client(), Client()
    try_door(one, made.code)
    try_door(two, made.code)
    one.post(CLOSE, {"command_id": str(uuid4())})
    assert one.get(HOME).status_code == 302
    assert two.get(HOME).status_code == 200


def test_a_visit_ends_when_nothing_is_done_for_ten_minutes_and_after_an_hour(cast, clock):
    browser = opened(cast, adult_id=cast.mother_id)
    for _ in range(6):
        clock.advance(minutes=9, seconds=50)
        assert browser.get(HOME).status_code == 200
    clock.advance(minutes=2)
    assert browser.get(HOME)["Location"] == PAGES, "an hour is over"
    idle = opened(cast, adult_id=cast.mother_id)
    clock.advance(minutes=10)
    assert idle.get(HOME)["Location"] == PAGES


def test_e39_the_door_takes_away_what_leaving_fast_had_no_time_to_and_forgets_the_language(cast):
    """Whoever leaves may be gone before the answer has arrived that takes the cookie away."""
    browser = opened(cast, adult_id=cast.mother_id)
    browser.get(f"{HOME}?language=ur")
    carried = browser.cookies[COOKIE].value
    browser.post(CLOSE, {"away": "yes", "command_id": str(uuid4())})
    browser.cookies[COOKIE] = carried
    answer = browser.get(PAGES)
    assert answer.cookies[COOKIE].value == ""
    assert 'lang="en"' in answer.content.decode()


def test_a_closed_visit_is_over_for_whoever_copied_its_cookie(cast):
    browser = opened(cast, adult_id=cast.mother_id)
    copy = Client()
    copy.cookies["visit"] = browser.cookies["visit"].value
    assert copy.get(HOME).status_code == 200
    answer = browser.post(CLOSE, {"away": "yes", "command_id": str(uuid4())})
    assert answer["Location"] == "https://www.bbc.co.uk/weather"
    assert answer.cookies["visit"].value == ""
    assert '"cache"' in answer["Clear-Site-Data"]
    assert copy.get(HOME)["Location"] == PAGES


def test_the_cookie_is_for_these_pages_alone(cast):
    cookie = opened(cast, adult_id=cast.mother_id).cookies["visit"]
    assert (cookie["path"], cookie["httponly"], cookie["max-age"]) == (PAGES, True, "")


def test_a_login_means_nothing_there_and_a_visit_nothing_elsewhere(cast):
    amira = signed_in(cast, "amira")
    assert amira.get(HOME)["Location"] == PAGES
    mother = opened(cast, adult_id=cast.mother_id)
    for path in (
        "/",
        "/children/",
        f"/children/{cast.child_id}/",
        f"/private-links/children/{cast.child_id}/",
    ):
        mother.cookies["visit"]["path"] = (
            "/"  # a browser would not send it; if one did, it would open nothing
        )
        assert mother.get(path)["Location"].startswith("/sign-in/")


def test_a_person_of_a_family_finds_nothing_of_the_practitioners(cast):
    reader = context.family_context(reader_id=cast.child_id, session=context.pseudonym("x"))
    for query, words in (
        (families.open_child, {"child_id": cast.child_id}),
        (families.list_adults, {"child_id": cast.child_id}),
        (queries.list_links, {"child_id": cast.child_id}),
        (involvement.list_tellings, {"arising_from": None}),
    ):
        with pytest.raises(NotThere):
            query(reader, **words)


def test_every_family_page_says_what_browsers_must_not_keep(cast):
    browser = opened(cast, adult_id=cast.mother_id)
    for path in (*PATHS, f"{PAGES}no-such-page/"):
        answer = browser.get(path)
        said = answer.content.decode()
        assert answer["Cache-Control"] == "no-store"
        assert answer["Referrer-Policy"] == "same-origin"
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
        if answer.status_code in {200, 404}:
            assert "<title>Page</title>" in said
            assert "Alongside" not in said


def test_e39_no_address_in_the_list_of_a_browser_says_what_was_read():
    assert [path for path in PATHS if re.search("[a-z]", path.removeprefix(PAGES))] == []


def test_every_family_address_is_under_one_path():
    resolver = get_resolver()
    found = [name for name in resolver.app_dict if name == "portal"]
    assert found == ["portal"]
    carried = {type(c).__name__ for each in family_urls.urlpatterns for c in each.pattern.converters.values()}
    assert carried <= {"IntConverter"}, "no address carries a key"


def test_e5_a_date_of_birth_put_right_ends_an_adults_page_and_not_the_young_persons(cast):
    """The child turns out to be 18: the mother’s link ends on reading, though it was given for longer."""
    browser = opened(cast, adult_id=cast.mother_id)
    own = opened(cast, adult_id=None)
    _, made = give(cast, adult_id=cast.father_id)
    birth = BirthWords(BirthBasis.SEEN, date(2008, 11, 3), date(2008, 11, 3))
    family_commands.say_birth_date(cast.amira.ctx(), child_id=cast.child_id, birth=birth)
    assert browser.get(TOLD).status_code != 200
    assert try_door(Client(), made.code).status_code == 422
    assert own.get(TOLD).status_code == 200
    links = {link.person: link.state for link in queries.list_links(cast.amira.ctx(), child_id=cast.child_id)}
    assert list(links.values()) == [State.EXPIRED, State.RUNNING, State.EXPIRED]
