"""Whether words speak of an adult who is on record: by their name, or by who they are to the child. Pure."""

import re

from alongside.design.choices import Option

ALSO_CALLED = {"mother": ("mum", "mummy"), "father": ("dad", "daddy")}


def named_in(adult: Option) -> str:
    """The name of an adult as a list offers them: "Gwen Adeyemi, mother"."""
    return adult.label.rsplit(", ", 1)[0]


def speaks_of(text: str, adult: Option) -> bool:
    """Whether a text names an adult or says who they are to the child. Whole words, in any case."""
    name, relation = adult.label.rsplit(", ", 1)
    called = (name, name.split()[0], relation, *ALSO_CALLED.get(relation, ()))
    return any(re.search(rf"\b{re.escape(each)}\b", text, re.IGNORECASE) for each in called)


SAID = "said|says|saying|told|tells|feels|felt|wants|wanted|wishes|fears|scared|afraid|worried|unhappy|frightened"


def says_what_they_said(text: str, child: str) -> bool:
    """Whether a text says what a child said or feels: a word of it in one sentence with their first name.

    It finds what is written plainly and no more: a page warns by it, and forbids nothing.
    """
    first = child.split(maxsplit=1)[0] if child.split() else ""
    sentences = re.split(r"(?<=[.!?])\s+", text)
    return bool(first) and any(
        re.search(rf"\b{re.escape(first)}\b", each, re.IGNORECASE)
        and re.search(rf"\b({SAID})\b", each, re.IGNORECASE)
        for each in sentences
    )
