"""The closed words of the pages that compose rooms."""

from enum import StrEnum


class Right(StrEnum):
    TODAY_OPEN = "today:open"
    CHILD_RECORD_OPEN = "child_record:open"


class Choosing(StrEnum):
    """Whether one may sign in by choosing a person: in a demonstration, on the machine that runs it, alone."""

    OFFERED = "offered"
    NOT_OFFERED = "not_offered"


# Who some of the invented people of the demonstration are, by the name with which they sign in; they are offered first.
INTRODUCTIONS = {
    "bea": "Works with Ayo, Kai and Mia and their families. Start here: she would like to ask the school nurse about Ayo.",
    "helen": "Oversees safeguarding at the school. One of Bea’s decisions waits for her countersignature.",
    "sunita": "Is asked for her view by others, and asks for theirs. A note of what she advised waits for her.",
    "maya": "Oversees safeguarding in community health. A family is not told for now, and that waits for her word.",
    "ian": "Keeps the lawful answers and the procedure of community health. That office opens no record of a child to him.",
    "tom": "Works with tenants and their children. He has asked Bea for her view.",
    "kezia": "Works for a charity with young people. She has asked the school nurse for her view.",
    "rosie": "Leads a nursery. She asked the hub’s line for advice without saying a name.",
    "josh": "Answers the hub’s consultation line. Questions wait there, one of them without a name.",
    "ruth": "Visits babies and their parents. Questions wait on the health duty desk, where she serves.",
    "liam": "Supports families at home, and answers the early help line. He talked three times with a psychologist about one question.",
    "nadia": "Oversees safeguarding at the secondary school. She sent back a decision not to share, and countersigned another.",
    "callum": "Works with young people who have two homes. Two parents disagree about one of his questions.",
    "graham": "Keeps the school’s accounts, and sees nothing that is recorded about children.",
}
