"""One value, one spelling: the canonical JSON of RFC 8785, restricted; and commitments."""

import json
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.audit.canonical import LARGEST_NUMBER, NotCanonicalError, commitment, decode, encode

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-LARGEST_NUMBER, LARGEST_NUMBER) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize(
    ("value", "spelling"),
    [
        (None, b"null"),
        (True, b"true"),
        (0, b"0"),
        (-7, b"-7"),
        (LARGEST_NUMBER, b"9007199254740991"),
        ("", b'""'),
        ([], b"[]"),
        ({}, b"{}"),
        ([1, [2, {"b": 1, "a": None}]], b'[1,[2,{"a":null,"b":1}]]'),
        ('€$\u000f\nA\'B"\\\\"/', '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'.encode()),
        ("\b\t\f\r\u001f\u007f\u2028", '"\\b\\t\\f\\r\\u001f\u007f\u2028"'.encode()),
        ("e\u0301 is not é", '"e\u0301 is not é"'.encode()),
    ],
)
def test_a_value_is_spelt_as_rfc_8785_says(value, spelling):
    assert encode(value) == spelling


def test_keys_stand_in_the_order_of_their_utf16_code_units():
    """The example of RFC 8785 s.3.2.3; 😀 (two units, from U+D83D) stands before U+FB33."""
    keys = ["€", "\r", "\ufb33", "1", "\U0001f600", "\u0080", "ö"]

    written = json.loads(encode(dict.fromkeys(keys, 0)))

    assert list(written) == ["\r", "1", "\u0080", "ö", "€", "\U0001f600", "\ufb33"]


@given(VALUES)
def test_what_is_written_is_read_back_the_same(value):
    assert decode(encode(value)) == value


@given(st.dictionaries(st.text(max_size=6), st.integers(0, 9), max_size=6))
def test_the_order_in_which_keys_were_added_does_not_show(value):
    assert encode(value) == encode(dict(reversed(value.items())))


@pytest.mark.parametrize(
    "value",
    [
        1.0,
        float("nan"),
        LARGEST_NUMBER + 1,
        -LARGEST_NUMBER - 1,
        "half \ud83d",
        ["\udc00"],
        {"\ud800": 1},
        {1: "one"},
        (1, 2),
        b"bytes",
        {"deep": {1, 2}},
        object(),
    ],
)
def test_a_value_without_one_spelling_is_refused(value):
    with pytest.raises(NotCanonicalError):
        encode(value)


def test_a_value_deeper_than_anyone_needs_is_refused():
    value = []
    for _ in range(40):
        value = [value]

    with pytest.raises(NotCanonicalError, match="levels deep"):
        encode(value)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b' {"a":1}',
        b'{"a":1}\n',
        b'{"a": 1}',
        b'{"b":1,"a":2}',
        b'{"a":1,"a":1}',
        b"1.0",
        b"1e2",
        b"-0",
        b"01",
        b"NaN",
        b'"\\u0041"',
        b'"\\/"',
        b'"\\u000A"',
        b'"\\ud83d"',
        b"\xff",
        b"\xef\xbb\xbf1",
        b"9007199254740992",
        b"[" * 100_000,
        b"9" * 5_000,
    ],
)
def test_another_spelling_is_refused(body):
    with pytest.raises(NotCanonicalError):
        decode(body)


def test_a_commitment_is_the_hash_of_mark_salt_and_detail():
    salt = bytes(range(32))

    assert commitment(b"detail", salt=salt) == sha256(b"\x02" + salt + b"detail").digest()
    assert commitment(b"detail", salt=salt) != commitment(b"detail", salt=salt[::-1])


@pytest.mark.parametrize("salt", [b"", b"x" * 31, b"x" * 33])
def test_a_salt_of_another_length_is_refused(salt):
    with pytest.raises(ValueError, match="32 bytes"):
        commitment(b"detail", salt=salt)
