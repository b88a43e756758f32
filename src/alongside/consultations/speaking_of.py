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
