"""What an agency's data-protection officer may type: its lawful answers, and its own procedure."""

from dataclasses import asdict
from typing import Any

from alongside.design.fields import Choice, Line, Words
from alongside.design.forms import PageForm
from alongside.sharing.rules import Profile
from alongside.sharing.words import CONFIDENTIAL_AS_A_RULE, Art6, Confidentiality

SHORT_ENOUGH = 240  # a decision keeps the plain words and the law behind them in one text of 400 characters
TWICE = "The practitioner reads this and says whether it fits. Use no article or section."


class KeepProfile(PageForm):
    """The lawful answers: each once as a lawyer looks for it, and once in plain words."""

    power = Line(
        label="What gives you the power to share?",
        missing="Name the law or rule that gives your agency the power to share.",
        max_length=150,
        hint="As a lawyer would look for it, for example: Education Act 2002 s.175.",
    )
    power_in_words = Words(
        label="The power, in plain words",
        missing="Say in plain words what gives you the power to share.",
        max_length=SHORT_ENOUGH,
        hint=TWICE,
        rows=2,
    )
    art6 = Choice(
        label="On which lawful basis do you share?",
        missing="Choose the lawful basis on which your agency shares.",
        hint="Consent is not offered: a family may say no, and a child must still be kept safe.",
    )
    art6_in_words = Words(
        label="The lawful basis, in plain words",
        missing="Say in plain words on which basis you share.",
        max_length=SHORT_ENOUGH,
        hint=TWICE,
        rows=2,
    )
    art9_and_sch1 = Line(
        label="Which condition covers health and other sensitive matters?",
        missing="Name the condition that covers health and other sensitive matters.",
        max_length=80,
        hint="For safeguarding mostly: Article 9(2)(g) with DPA 2018 Schedule 1 paragraph 18.",
    )
    art9_in_words = Words(
        label="The condition, in plain words",
        missing="Say in plain words why you may share sensitive matters.",
        max_length=SHORT_ENOUGH,
        hint=TWICE,
        rows=2,
    )
    confidentiality_without_consent = Choice(
        label="Where nobody agreed, why may you share what was told in confidence?",
        missing="Say why you may share what was told in confidence where nobody agreed.",
        options=((each, each.label) for each in CONFIDENTIAL_AS_A_RULE),
        why="Where somebody agreed, the decision says so by itself.",
    )
    policy_document = Line(
        label="What is your appropriate policy document called?",
        missing="Name your appropriate policy document, with its version, because the law asks for one.",
        max_length=200,
        why="Sharing health and other sensitive matters to safeguard a child needs one (Data Protection Act 2018, "
        "Schedule 1, Part 4).",
    )

    def __init__(self, *args: Any, bases: tuple[Art6, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["art6"].offer((each, each.label) for each in bases)  # type: ignore[attr-defined]

    def profile(self) -> Profile:
        """Give the answers as the deed takes them, each on one line."""
        typed = {name: " ".join(words.split()) for name, words in self.cleaned_data.items()}
        confidential = Confidentiality(typed.pop("confidentiality_without_consent"))
        return Profile(**typed, confidentiality_without_consent=confidential)


class KeepProcedure(PageForm):
    """The agency's own procedure, in its own words."""

    text = Words(
        label="Our procedure",
        missing="Write the procedure, so that your colleagues can read what they follow.",
        max_length=20_000,
        rows=16,
        hint="With whom does one speak first, what is said, where is it written down, who talks with the family?",
    )


def words_of(profile: Profile | None) -> dict[str, Any] | None:
    """What the form shows at first: the answers in force; None before the first."""
    return asdict(profile) if profile else None
