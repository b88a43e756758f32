"""The shapes that an entry may have: how a name or free text is kept out of the log."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest

from alongside.audit.entry import FIELDS, Entry, LeafRefused, microseconds

ABOUT = "consultation:0192f0c1-2b3c-7d4e-8f50-6a7b8c9d0e1f"
RIGHT = {
    "deeds": [{"action": "consultation:recorded", "about": ABOUT}],
    "ts": 1_790_000_000_000_000,
    "actor": "0192f0c1-2b3c-7d4e-8f50-000000000001",
    "session": "5f" * 16,
    "agency": "0192f0c1-2b3c-7d4e-8f50-000000000002",
    "purpose": "direct_work",
    "outcome": "done",
    "policy": "ab" * 32,
    "request": "0192f0c1-2b3c-7d4e-8f50-000000000003",
}


def test_an_entry_is_spelt_with_all_its_fields_and_nothing_else():
    body = Entry(**RIGHT, details=[{"why": "said on the telephone"}]).body(3, commitments=[b"\x01" * 32])

    assert json.loads(body) == {**RIGHT, "v": 1, "seq": 3, "commitments": ["01" * 32]}
    assert set(json.loads(body)) == FIELDS


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("actor", "upkeep"),
        ("session", "upkeep"),
        ("session", "-"),
        ("agency", "-"),
        ("purpose", "s47"),
        ("purpose", "-"),
        ("request", "-"),
        ("ts", 0),
        ("deeds", [{"action": "page:opened", "about": "-"}]),
        ("deeds", [{"action": "page:opened", "about": ABOUT}] * 1_000),
        ("details", [{"words": "a whole sentence is kept beside the log, not in it"}, None, "a", 7]),
    ],
)
def test_a_right_shape_is_taken(field, value):
    assert Entry(**{**RIGHT, field: value})


WRONG = [
    *(
        (field, value)
        for field in ("actor", "session", "agency", "policy", "request")
        for value in ("Amira Khan", "amira", "", "192.168.0.1", "2001:db8::1", RIGHT["actor"] + "\n", None, 7)
    ),
    *(
        (field, value)
        for field in ("purpose", "outcome")
        for value in ("Amira Khan", "to help the child", "", "Done", "done\n", "x" * 41, "192.168.0.1", None)
    ),
    ("actor", "-"),
    ("actor", RIGHT["actor"].upper()),
    ("outcome", "-"),
    ("ts", -1),
    ("ts", True),
    ("ts", 1.5),
    ("ts", 2**53),
    ("ts", "2026-01-01"),
    ("deeds", []),
    ("deeds", [{"action": "page:opened", "about": "-"}] * 1_001),
    *(
        ("deeds", [{"action": action, "about": "-"}])
        for action in (
            "recorded",
            "Consultation:recorded",
            "a:b:c",
            "a: b",
            "consultation:recorded\n",
            "",
            None,
        )
    ),
    *(
        ("deeds", [{"action": "consultation:recorded", "about": about}])
        for about in (
            "",
            "--",
            "child:Amira Khan",
            "consultation:" + "g" * 36,
            ABOUT + "\n",
            ABOUT + " ",
            ABOUT[:-1],
            "Consultation" + ABOUT[12:],
            None,
        )
    ),
    ("deeds", [{"action": "page:opened"}]),
    ("deeds", [{"action": "page:opened", "about": "-", "note": "Amira rang"}]),
    ("details", [1.5]),
    ("details", ["half \ud83d"]),
    ("details", ["x" * 1_048_577]),
    ("details", [1] * 65),
]


@pytest.mark.parametrize(("field", "value"), WRONG)
def test_any_other_shape_is_refused(field, value):
    with pytest.raises(LeafRefused):
        Entry(**{**RIGHT, field: value})


def test_the_refusal_does_not_repeat_the_name_that_it_refused():
    with pytest.raises(LeafRefused) as refusal:
        Entry(**{**RIGHT, "actor": "Amira Khan"})

    assert "Amira" not in str(refusal.value)


def test_an_instant_is_counted_in_microseconds_of_utc():
    summer = timezone(timedelta(hours=1))

    assert microseconds(datetime(1970, 1, 1, 0, 0, 1, 5, tzinfo=UTC)) == 1_000_005
    assert microseconds(datetime(2026, 7, 1, 13, 0, tzinfo=summer)) == microseconds(
        datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
    )


def test_an_instant_without_a_time_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        microseconds(datetime(2026, 7, 1, 12, 0))
