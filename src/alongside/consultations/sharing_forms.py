"""What a person may type while deciding whether to share."""

from typing import Any

from alongside.consultations.sharing_pages import CheckPage
from alongside.design.choices import Option
from alongside.design.fields import Choice, Line, Words
from alongside.design.forms import PageForm
from alongside.guidance.shapes import Node
from alongside.guidance.words import UNSURE
from alongside.sharing.commands import Judged
from alongside.sharing.rules import Lawful
from alongside.sharing.walking import Given


class AnswerQuestion(PageForm):
    """One question of the chart. Where advice was sought, whom was asked and what they said comes first."""

    advice_from = Line(label="Whom did you ask?", missing=None, max_length=200, hint="Name and role.")
    advice_summary = Words(label="What did they say?", missing=None, max_length=2000, rows=3)
    advice_named = Choice(
        label="Did you name the family when you asked?",
        missing=None,
        options=(Option("named", "Yes"), Option("no_names", "No, without names")),
    )
    answer = Choice(
        label="Your answer", missing="Choose an answer. If you are not sure, say so and get advice."
    )
    reason = Words(
        label="Anything a reader should know about this answer",
        missing=None,
        max_length=2000,
        rows=3,
        hint="You may leave this empty.",
    )

    def __init__(self, *args: Any, node: Node, given: Given | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        waiting = given is not None and given.answers[-1] == UNSURE
        if not waiting:
            for name in ("advice_from", "advice_summary", "advice_named"):
                del self.fields[name]
        answer = self.fields["answer"]
        answer.label, answer.help_text = node.text, node.help
        answer.offer(Option(key, each.label) for key, each in node.answers.items())  # type: ignore[attr-defined]


class DecideToShare(PageForm):
    """What a person confirms and adds when the chart leads to sharing."""

    lawful = Choice(
        label="Are these lawful answers right for this?",
        missing="Say whether the lawful answers fit. They are your agency's own, in plain words.",
        options=(
            Option("right", "Yes, they are right"),
            Option("different", "No, something is different here", reveals=("different",)),
        ),
    )
    different = Words(
        label="What is different?",
        missing="Say what is different, so that your data-protection officer can see it.",
        max_length=250,
        rows=3,
    )
    necessity = Words(
        label="Why is sharing this much needed, and no more?",
        missing="Say why sharing this much is needed, and no more, because there is no consent to rest on.",
        max_length=2000,
        rows=3,
    )
    reasons = Words(
        label="Why you decide this, in a sentence",
        missing="Say in a sentence why you decide this. It is what a reader looks for first.",
        max_length=2000,
        rows=3,
    )

    def __init__(self, *args: Any, rests_on_consent: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if rests_on_consent == "yes":
            del self.fields["necessity"]

    def judged(self, checked: CheckPage, *, seen: str) -> Judged:
        """What was confirmed and added, for the deed. `seen` is the digest of the page that was shown."""
        words, lawful = self.cleaned_data, checked.lawful
        if different := words["different"]:
            doubted = f"{lawful.confidentiality}. But: {different}"[:400]
            lawful = Lawful(lawful.power, lawful.art6, lawful.art9_and_sch1, doubted)
        return Judged(
            outcome=checked.outcome,
            reasons=words["reasons"],
            necessity=words.get("necessity", ""),
            lawful=lawful,
            seen=seen,
        )


class DecideNotToShare(PageForm):
    """What a person adds when the chart leads to not sharing: the same weight as a decision to share."""

    reasons = Words(
        label="Why you will not share, in a sentence or two",
        missing="Say why you will not share. This record weighs as much as one of sharing.",
        max_length=2000,
        rows=4,
    )
    review_trigger = Words(
        label="What would make you think again?",
        missing="Say what would make you think again, for instance new facts or things getting worse.",
        max_length=1000,
        rows=3,
    )
    alternative_action = Words(
        label="How is the child protected instead?",
        missing="Say how the child is protected instead. A safeguarding lead will read this and countersign.",
        max_length=1000,
        rows=3,
    )

    def __init__(self, *args: Any, needs_countersignature: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if needs_countersignature != "yes":
            del self.fields["alternative_action"]

    def judged(self, checked: CheckPage, *, seen: str) -> Judged:
        """What was added, for the deed. `seen` is the digest of the page that was shown."""
        return Judged(outcome=checked.outcome, lawful=checked.lawful, seen=seen, **self.cleaned_data)


Deciding = DecideToShare | DecideNotToShare


def deciding_form(typed: Any, *, initial: Any, checked: CheckPage) -> Deciding:
    """The form that fits where the chart leads."""
    if checked.outcome == "SHARE":
        return DecideToShare(typed, initial=initial, rests_on_consent=checked.rests_on_consent)
    needs = "yes" if checked.countersign_because else "no"
    return DecideNotToShare(typed, initial=initial, needs_countersignature=needs)
