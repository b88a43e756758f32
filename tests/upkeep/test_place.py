"""Where an installation lives is read once, and what would be unsafe is refused with the variable to change."""

import stat

import pytest
from django.core.exceptions import ImproperlyConfigured

from alongside.web.place import read_place

KEY = "a2V5IG9mIHByb3RlY3RlZCBjb250YWN0cyAzMiBieXQ="
LONG = "k" * 10 + "".join(chr(ord("a") + n % 26) for n in range(60))


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ({"ALONGSIDE_MODE": "production"}, "ALONGSIDE_MODE"),
        ({"ALONGSIDE_MODE": ""}, "ALONGSIDE_MODE"),
        ({}, "ALONGSIDE_SECRET_KEY"),
        ({"ALONGSIDE_MODE": "real"}, "ALONGSIDE_SECRET_KEY"),
        ({"ALONGSIDE_SECRET_KEY": "short"}, "ALONGSIDE_SECRET_KEY"),
        ({"ALONGSIDE_SECRET_KEY": LONG}, "ALONGSIDE_CONTACTS_KEY is missing"),
        ({"ALONGSIDE_SECRET_KEY": LONG, "ALONGSIDE_CONTACTS_KEY": "short"}, "ALONGSIDE_CONTACTS_KEY is not"),
        (
            {"ALONGSIDE_SECRET_KEY": LONG, "ALONGSIDE_CONTACTS_KEY": "no, base"},
            "ALONGSIDE_CONTACTS_KEY is not",
        ),
        (
            {
                "ALONGSIDE_SECRET_KEY": LONG,
                "ALONGSIDE_CONTACTS_KEY": KEY,
                "ALONGSIDE_CONTACTS_KEY_BEFORE": "x",
            },
            "ALONGSIDE_CONTACTS_KEY_BEFORE is not",
        ),
        ({"ALONGSIDE_MODE": "debugging", "ALONGSIDE_HOSTS": "alongside.example.org"}, "ALONGSIDE_HOSTS"),
        (
            {"ALONGSIDE_MODE": "demonstration", "ALONGSIDE_HOSTS": "127.0.0.1,alongside.example.org"},
            "ALONGSIDE_HOSTS",
        ),
        ({"ALONGSIDE_MODE": "demonstration", "ALONGSIDE_HOSTS": "*"}, "ALONGSIDE_HOSTS"),
    ],
)
def test_an_unsafe_place_is_refused_and_the_variable_named(words, named, tmp_path):
    with pytest.raises(ImproperlyConfigured, match=named):
        read_place({"ALONGSIDE_HOME": str(tmp_path), **words})


def test_a_real_place_is_read(tmp_path):
    place = read_place(
        {
            "ALONGSIDE_HOME": str(tmp_path),
            "ALONGSIDE_SECRET_KEY": LONG,
            "ALONGSIDE_CONTACTS_KEY": KEY,
            "ALONGSIDE_HOSTS": "alongside.example.org, www.example.org",
        }
    )
    assert place.mode == "real"
    assert place.hosts == ("alongside.example.org", "www.example.org")
    assert place.database == tmp_path / "alongside.sqlite3"
    assert list(tmp_path.iterdir()) == []


def test_a_demonstration_makes_a_secret_of_its_own_and_keeps_it(tmp_path):
    words = {"ALONGSIDE_MODE": "demonstration", "ALONGSIDE_HOME": str(tmp_path / "new")}
    first, again = read_place(words), read_place(words)
    assert first.secret_key == again.secret_key
    assert len(first.secret_key) >= 50
    assert first.contacts_keys == again.contacts_keys
    for kept in (tmp_path / "new").iterdir():
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) & 0o077 == 0


MAIL = {"ALONGSIDE_MAIL_HOST": "mail.example.org", "ALONGSIDE_MAIL_FROM": "alongside@example.org"}


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ({"ALONGSIDE_MAIL_HOST": "mail.example.org"}, "ALONGSIDE_MAIL_FROM"),
        ({"ALONGSIDE_MAIL_FROM": "alongside@example.org"}, "ALONGSIDE_MAIL_HOST"),
        ({"ALONGSIDE_MAIL_PORT": "587"}, "ALONGSIDE_MAIL_HOST"),
        ({**MAIL, "ALONGSIDE_MAIL_LOGIN": "alongside"}, "ALONGSIDE_MAIL_PASSWORD"),
        ({**MAIL, "ALONGSIDE_MAIL_PASSWORD": "secret"}, "ALONGSIDE_MAIL_LOGIN"),
        ({**MAIL, "ALONGSIDE_MAIL_SECURITY": "none"}, "ALONGSIDE_MAIL_SECURITY"),
        ({**MAIL, "ALONGSIDE_MAIL_SECURITY": "some"}, "ALONGSIDE_MAIL_SECURITY"),
        ({**MAIL, "ALONGSIDE_MAIL_PORT": "smtp"}, "ALONGSIDE_MAIL_PORT"),
    ],
)
def test_mail_that_is_half_set_up_is_refused_and_the_variable_named(words, named, tmp_path):
    with pytest.raises(ImproperlyConfigured, match=named):
        read_place(
            {
                "ALONGSIDE_HOME": str(tmp_path),
                "ALONGSIDE_SECRET_KEY": LONG,
                "ALONGSIDE_CONTACTS_KEY": KEY,
                **words,
            }
        )


@pytest.mark.parametrize(
    ("words", "port", "security"),
    [
        (MAIL, 587, "starttls"),
        ({**MAIL, "ALONGSIDE_MAIL_SECURITY": "tls"}, 465, "tls"),
        ({**MAIL, "ALONGSIDE_MAIL_PORT": "2525"}, 2525, "starttls"),
        ({**MAIL, "ALONGSIDE_MAIL_HOST": "localhost", "ALONGSIDE_MAIL_SECURITY": "none"}, 25, "none"),
    ],
)
def test_a_mail_server_is_read(words, port, security, tmp_path):
    server = read_place(
        {
            "ALONGSIDE_HOME": str(tmp_path),
            "ALONGSIDE_SECRET_KEY": LONG,
            "ALONGSIDE_CONTACTS_KEY": KEY,
            **words,
        }
    ).mail
    assert (server.sender, server.port, server.security) == ("alongside@example.org", port, security)


def test_an_installation_may_send_no_mail_at_all(tmp_path):
    assert (
        read_place(
            {"ALONGSIDE_HOME": str(tmp_path), "ALONGSIDE_SECRET_KEY": LONG, "ALONGSIDE_CONTACTS_KEY": KEY}
        ).mail
        is None
    )


FAMILY = {
    **MAIL,
    "ALONGSIDE_FAMILY_MAIL_FROM": "post@page.example",
    "ALONGSIDE_FAMILY_ADDRESS": "https://pages.example.org/",
    "ALONGSIDE_HOSTS": "safe.example.org,pages.example.org",
}
REAL = {"ALONGSIDE_SECRET_KEY": LONG, "ALONGSIDE_CONTACTS_KEY": KEY}


def test_a_sender_and_an_address_for_families_are_read(tmp_path):
    place = read_place({"ALONGSIDE_HOME": str(tmp_path), **REAL, **FAMILY})
    assert (place.family_sender, place.family_address) == ("post@page.example", "https://pages.example.org")


@pytest.mark.parametrize(
    ("hosts", "alone"),
    [
        ("safe.example.org,pages.example.org", "pages.example.org"),
        ("pages.example.org", ""),
        ("127.0.0.1,pages.example.org,localhost", ""),
    ],
)
def test_a_name_is_the_families_alone_where_practitioners_have_another(hosts, alone, tmp_path):
    words = {"ALONGSIDE_HOME": str(tmp_path), **REAL, **FAMILY, "ALONGSIDE_HOSTS": hosts}
    assert read_place(words).family_host == alone


def test_without_an_address_for_families_no_name_is_theirs_alone(tmp_path):
    assert read_place({"ALONGSIDE_HOME": str(tmp_path), **REAL}).family_host == ""


def test_a_demonstration_invents_a_sender_only_where_no_mail_server_is_named(tmp_path):
    words = {"ALONGSIDE_HOME": str(tmp_path), "ALONGSIDE_MODE": "demonstration"}
    assert read_place(words).family_sender == "post@page.example"
    assert read_place({**words, **MAIL}).family_sender == ""


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"ALONGSIDE_FAMILY_MAIL_FROM": "safeguarding@example.org"}, "says “safeguarding”"),
        ({"ALONGSIDE_FAMILY_MAIL_FROM": "post@Family.example"}, "says “family”"),
        ({"ALONGSIDE_FAMILY_ADDRESS": "https://family-pages.example.org"}, "says “family”"),
        ({"ALONGSIDE_FAMILY_ADDRESS": "https://Safeguarding.example.org"}, "says “safeguarding”"),
        ({"ALONGSIDE_FAMILY_MAIL_FROM": "alongside@example.org"}, "says “alongside”"),
        ({"ALONGSIDE_FAMILY_MAIL_FROM": "Us <post@example.org>"}, "one mailbox without a name"),
        ({"ALONGSIDE_FAMILY_ADDRESS": "https://alongside.example.org"}, "says “alongside”"),
        ({"ALONGSIDE_FAMILY_ADDRESS": "http://pages.example.org"}, "begins with https"),
        ({"ALONGSIDE_FAMILY_ADDRESS": ""}, "ALONGSIDE_FAMILY_ADDRESS"),
        ({"ALONGSIDE_HOSTS": "safe.example.org"}, "ALONGSIDE_HOSTS does not name it"),
        (dict.fromkeys(MAIL, ""), "ALONGSIDE_MAIL_HOST"),
    ],
)
def test_a_sender_or_an_address_for_families_that_tells_too_much_is_refused(changed, why, tmp_path):
    with pytest.raises(ImproperlyConfigured, match=why):
        read_place({"ALONGSIDE_HOME": str(tmp_path), **REAL, **FAMILY, **changed})


def test_a_real_installation_sends_families_nothing_unless_it_says_from_whom(tmp_path):
    assert read_place({"ALONGSIDE_HOME": str(tmp_path), **REAL, **MAIL}).family_sender == ""
