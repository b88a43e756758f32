"""The closed words of the pages that compose rooms."""

from enum import StrEnum


class Right(StrEnum):
    TODAY_OPEN = "today:open"
    CHILD_RECORD_OPEN = "child_record:open"


class Choosing(StrEnum):
    """Whether one may sign in by choosing a person: in a demonstration, on the machine that runs it, alone."""

    OFFERED = "offered"
    NOT_OFFERED = "not_offered"


# Who the invented people of the demonstration are, by the name with which they sign in.
INTRODUCTIONS = {
    "bea": "Works with Ayo, Kai and Mia and their families. Start here: she would like to ask the school nurse about Ayo.",
    "helen": "Oversees safeguarding at the school. One of Bea’s decisions waits for her countersignature.",
    "graham": "Keeps the school’s accounts, and sees nothing that is recorded about children.",
    "sunita": "Is asked for her view by others, and asks for theirs. A note of what she advised waits for her.",
    "maya": "Oversees safeguarding in the health trust.",
    "tom": "Works with tenants and their children. He has asked Bea for her view.",
    "kezia": "Works for a charity with young people. She has asked the school nurse for her view.",
}
