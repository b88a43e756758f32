"""Refusals: not there and not for you are one page; no reading without its leaf; what every answer carries."""

import logging
import re
from uuid import uuid4

import pytest
from django.db import DatabaseError
from django.test import Client, RequestFactory
from django.urls import resolve

from alongside.access import gate
from alongside.access.words import NotThere
from alongside.web import queries
from alongside.web.quiet import WithoutAddresses
from tests.web.conftest import leaves

UUID_IN = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")


def told(answer) -> tuple:
    """Everything about an answer that could tell two of them apart."""
    return answer.status_code, answer.content, sorted((k, v) for k, v in answer.headers.items())


def nowhere(address: str) -> str:
    return UUID_IN.sub(lambda _: str(uuid4()), address)


@pytest.mark.parametrize("who", ["dev", "ben", "esther", "farid"])
@pytest.mark.parametrize("method", ["get", "head", "post"])
def test_not_there_and_not_for_you_are_the_same_answer(browse, cast, opened, who, method):
    client = browse(getattr(cast, who))
    for address in opened.addresses:
        theirs, nobodys = (getattr(client, method)(each) for each in (address, nowhere(address)))
        assert theirs.status_code == 404, (method, address)
        assert told(theirs) == told(nobodys), (method, address)


@pytest.mark.parametrize("ending", ["?page=2", "?next=/", "#top"])
def test_more_words_in_an_address_tell_nothing(browse, cast, opened, ending):
    client = browse(cast.dev)
    for address in opened.addresses:
        assert told(client.get(address + ending)) == told(client.get(nowhere(address) + ending))


def test_an_address_without_its_last_stroke_tells_nothing(browse, cast, opened):
    client = browse(cast.dev)
    for address in opened.addresses:
        theirs, nobodys = (client.get(each.rstrip("/")) for each in (address, nowhere(address)))
        assert (theirs.status_code, theirs.content) == (nobodys.status_code, nobodys.content)


def test_a_refused_reading_leaves_no_leaf_about_the_record(browse, cast, opened):
    client = browse(cast.dev)
    before = leaves()
    for address in opened.addresses:
        client.get(address)
    assert leaves() == before


def test_what_was_opened_on_a_page_that_nobody_got_is_in_no_leaf(browse, cast, monkeypatch):
    whole = queries.open_child_record

    def opens_and_then_finds_nothing(ctx, *, child_id):
        whole(ctx, child_id=child_id)
        raise NotThere

    monkeypatch.setattr(queries, "open_child_record", opens_and_then_finds_nothing)
    client = browse(cast.amira)
    before = leaves()
    assert client.get(f"/children/{cast.child_id}/").status_code == 404
    assert leaves() == before


@pytest.mark.parametrize(
    "sign",
    [
        {"HTTP_SEC_PURPOSE": "prefetch"},
        {"HTTP_SEC_PURPOSE": "prefetch;prerender"},
        {"HTTP_PURPOSE": "prefetch"},
    ],
)
def test_a_page_that_nobody_asked_to_read_is_not_read(browse, cast, opened, sign):
    client = browse(cast.amira)
    before = leaves()
    answer = client.get(f"/children/{cast.child_id}/", **sign)
    assert (answer.status_code, answer.content) == (503, b"")
    assert leaves() == before


@pytest.mark.parametrize("method", ["get", "head"])
def test_a_reading_leaves_its_leaf(browse, cast, opened, method):
    client = browse(cast.amira)
    before = leaves()
    assert getattr(client, method)(f"/children/{cast.child_id}/").status_code == 200
    assert leaves() == before + 1


def test_a_page_whose_leaf_cannot_be_written_is_not_shown(browse, cast, opened, monkeypatch, caplog):
    def fail(_ctx):
        raise DatabaseError

    monkeypatch.setattr(gate, "leave_trace", fail)
    client = browse(cast.amira)
    for address in ("/", *opened.addresses):
        answer = client.get(address)
        assert answer.status_code in {302, 404, 503}, address
        assert "Ayo" not in answer.content.decode()
    assert "Ayo" not in caplog.text


def test_a_fault_of_ours_shows_a_page_without_content(browse, cast, monkeypatch, caplog):
    def fail(*_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr(queries, "open_child_record", fail)
    answer = browse(cast.amira).get(f"/children/{cast.child_id}/")
    assert answer.status_code == 500
    assert "It is our fault" in answer.content.decode()
    assert "Ayo" not in answer.content.decode()


CONTRACT = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


def test_every_answer_carries_the_same_protection(browse, cast, opened, monkeypatch):
    client, nobody = browse(cast.amira), Client()
    ours = (
        "/",
        "/children/",
        "/children/add/",
        "/guidance/",
        "/guidance/hmg-2018-07/",
        "/nowhere/",
        *opened.addresses,
    )
    answers = [client.get(each) for each in ours]
    answers += [nobody.get(each) for each in ("/", "/sign-in/", "/demonstration/", "/healthy/", "/nowhere/")]
    answers += [client.post("/children/add/", {}), client.get("/", HTTP_PURPOSE="prefetch")]
    answers.append(browse(cast.amira, enforce_csrf_checks=True).post("/children/add/", {}))
    for answer in answers:
        said = {name: answer.headers.get(name) for name in CONTRACT}
        assert said == CONTRACT, answer
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_somebody_not_signed_in_is_sent_to_sign_in_whatever_there_is(opened):
    client = Client()
    for address in opened.addresses:
        answer = client.get(address)
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith("/sign-in/?next=")


def test_the_servers_own_log_names_the_page_and_not_the_record(cast):
    address = f"/children/{cast.child_id}/"
    request = RequestFactory().get(address)
    request.resolver_match = resolve(address)
    line = logging.LogRecord("django.request", logging.WARNING, "", 0, "%s: %s", ("Not Found", address), None)
    line.request = request
    assert WithoutAddresses().filter(line)
    assert line.getMessage() == "Not Found: web:child"
