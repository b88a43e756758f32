"""The floors of the house and the doors of its rooms, in one place. A new room is placed here or the tests fail.

Imports go down only. Rooms of one storey do not know each other; storeys are listed from the top.
"""

FLOORS: tuple[frozenset[str], ...] = (
    frozenset({"upkeep"}),  # starts and keeps the whole; reads where it stands from web (docs/decisions/0001)
    frozenset({"web", "api"}),
    frozenset({"portal"}),  # what one person of a family meets; web frames its requests
    frozenset({"insight"}),
    frozenset({"meetings", "referrals", "learning"}),
    frozenset({"consultations"}),
    frozenset({"advice"}),  # the side that is asked; the asker's pages print its views beside their own
    frozenset({"letters", "voice"}),  # answers to what was said ask, as letters do, who may be told
    frozenset({"sharing"}),
    frozenset({"consent"}),  # asks, before it asks anybody anything, whether it is withheld from them
    frozenset({"involvement"}),
    frozenset({"cases"}),
    frozenset({"contacts"}),
    frozenset({"families"}),
    frozenset({"reliance"}),  # a change owes duties to those who relied on what changed
    frozenset({"duties"}),
    frozenset({"notify", "papers"}),
    frozenset({"directory"}),
    frozenset({"design"}),  # gives typed words back, so it knows drafts and refusals (docs/decisions/0001)
    frozenset({"access", "guidance", "languages"}),
    frozenset({"audit"}),
)

# rules are pure (values in, values out) and pages are frozen page parts: neither can reach a row.
DOOR = frozenset({"commands", "queries", "words", "rules", "pages"})

# Rooms that are not about practice have other doors, each for the reason given.
DOORS: dict[str, frozenset[str]] = {
    # the frame, the person who asks, the base of every table, the request of every view, typed words kept
    "access": DOOR | {"gate", "context", "rows", "request", "keeping"},
    # the gate appends to the log in its own transaction
    "audit": DOOR | {"canonical", "entry", "grouping", "log"},
    # a private link that waits to be sent to a safe contact is sealed as addresses are
    "contacts": DOOR | {"sealing"},
    # page parts and form fields are what the room is for
    "design": DOOR
    | {"asking", "choices", "fields", "forms", "parts", "questions", "sheets", "times", "jinja"},
    # the engine takes values and returns values: packs in, answers in, trace out
    "guidance": DOOR | {"engine", "guards", "packs", "shapes", "trace", "drawing", "describing"},
    # web frames the family's requests: who visits, and what they are shown when nothing can be
    "portal": DOOR | {"visits", "showing"},
    # a walk as far as it goes, as values: what the pages of a decision show
    "sharing": DOOR | {"walking"},
}

# What the room at the top may open besides: it starts, examines and mounts the others.
FOR_UPKEEP: dict[str, frozenset[str]] = {
    "access": frozenset({"routing", "sqlite"}),
    "audit": frozenset({"cli"}),
    "guidance": frozenset({"cli"}),
    "languages": frozenset({"cli"}),
    "notify": frozenset({"channels"}),
    "portal": frozenset({"keys"}),
    "web": frozenset({"place", "settings"}),
}


def height(room: str) -> int:
    """How high a room stands; raises KeyError for one that was not placed."""
    for floor, rooms in enumerate(reversed(FLOORS)):
        if room in rooms:
            return floor
    raise KeyError(room)


def may_open(room: str, *, other: str, page: str) -> str | None:
    """Why `room` may not import `other`'s page; None where it may. Both rooms must be placed."""
    if room == other:
        return None
    if height(other) >= height(room):
        return f"{other} does not stand below {room}"
    doors = DOORS.get(other, DOOR)
    if room == "upkeep":
        doors |= FOR_UPKEEP.get(other, frozenset())
    return None if page in doors else f"{page} is no door of {other}"
