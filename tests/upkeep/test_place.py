"""Where an installation lives is read once, and what would be unsafe is refused with the variable to change."""

import stat

import pytest
from django.core.exceptions import ImproperlyConfigured

from alongside.web.place import read_place

LONG = "k" * 10 + "".join(chr(ord("a") + n % 26) for n in range(60))


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ({"ALONGSIDE_MODE": "production"}, "ALONGSIDE_MODE"),
        ({"ALONGSIDE_MODE": ""}, "ALONGSIDE_MODE"),
        ({}, "ALONGSIDE_SECRET_KEY"),
        ({"ALONGSIDE_MODE": "real"}, "ALONGSIDE_SECRET_KEY"),
        ({"ALONGSIDE_SECRET_KEY": "short"}, "ALONGSIDE_SECRET_KEY"),
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
    (kept,) = (tmp_path / "new").iterdir()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) & 0o077 == 0
