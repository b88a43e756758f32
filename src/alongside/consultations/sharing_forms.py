"""What a person may type while deciding whether to share."""

from typing import Any

from alongside.consultations.nameless_forms import Nameless
from alongside.consultations.sharing_pages import CheckPage, QuestionPage
from alongside.consultations.words import Mode
from alongside.design.choices import Option
from alongside.design.fields import Choice, Day, Line, Words
from alongside.design.forms import PageForm
from alongside.sharing.commands import Judged
from alongside.sharing.rules import Lawful
from alongside.sharing.words import Followed


class AnswerQuestion(Nameless):
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

    def __init__(self, *args: Any, asked: QuestionPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if asked.waiting_for_advice != "yes":
            for name in ("advice_from", "advice_summary", "advice_named"):
                del self.fields[name]
        answer = self.fields["answer"]
        answer.label, answer.help_text = asked.node.text, asked.node.help
        answer.offer(Option(key, each.label) for key, each in asked.node.answers.items())  # type: ignore[attr-defined]


class Confirming(Nameless):
    """What every decision may have to confirm: that answers offered from another are right here too."""

    same_answers = Choice(label="Are the same answers right here?", missing=None)

    def confirm(self, offered_by: str, recipient: str) -> None:
        """Ask for the confirmation where answers were offered; ask nothing otherwise."""
        if not offered_by:
            del self.fields["same_answers"]
            return
        field = self.fields["same_answers"]
        field.label = f"Are the same answers as for {offered_by} right for {recipient}?"
        field.required = True
        field.error_messages["required"] = (
            f"Say whether the same answers are right for {recipient}. Change with its link any that is not."
        )
        field.offer((Option("yes", "Yes, I have looked at each of them"),))  # type: ignore[attr-defined]


class DecideToShare(Confirming):
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

    def __init__(self, *args: Any, checked: CheckPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.confirm(checked.offered_by, checked.recipient)
        if checked.rests_on_consent == "yes":
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
            same_answers=words.get("same_answers", ""),
            lawful=lawful,
            seen=seen,
        )


class DecideNotToShare(Confirming):
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
    whom_to_ask = Line(
        label="Whom can others ask about this?",
        missing=None,
        hint="Somebody who asks about the same child later sees that it was considered, and your name. Nothing else.",
        max_length=200,
    )
    review_on = Day(
        label="When is this looked at again?",
        missing=None,
        hint="Twenty working days from now, unless you say another day.",
    )
    alternative_action = Words(
        label="How is the child protected instead?",
        missing="Say how the child is protected instead. A safeguarding lead will read this and countersign.",
        max_length=1000,
        rows=3,
    )

    def __init__(self, *args: Any, checked: CheckPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.confirm(checked.offered_by, checked.recipient)
        if not checked.countersign_because:
            del self.fields["alternative_action"]

    def judged(self, checked: CheckPage, *, seen: str) -> Judged:
        """What was added, for the deed. `seen` is the digest of the page that was shown."""
        words = {name: value for name, value in self.cleaned_data.items() if name != "not_identifying"}
        return Judged(outcome=checked.outcome, lawful=checked.lawful, seen=seen, **words)


Deciding = DecideToShare | DecideNotToShare


def deciding_form(typed: Any, *, initial: Any, checked: CheckPage, mode: Mode) -> Deciding:
    """The form that fits where the chart leads."""
    form = DecideToShare if checked.outcome == "SHARE" else DecideNotToShare
    return form(typed, initial=initial, checked=checked, mode=mode)


class FollowProcedure(PageForm):
    """That one's own agency's procedure was followed."""

    followed = Choice(
        label="Have you followed it?",
        missing="Say whether you followed your agency’s procedure.",
        options=(
            Option(Followed.FOLLOWED, Followed.FOLLOWED.label),
            Option(Followed.OTHERWISE, Followed.OTHERWISE.label, reveals=("words",)),
        ),
    )
    words = Words(
        label="In what did you go another way, and why?",
        missing="Say in what you went another way, and why.",
        max_length=2000,
        rows=3,
    )

    def followed_words(self) -> dict[str, Any]:
        """Give what was said as the deed takes it."""
        typed = self.cleaned_data
        return {"followed": Followed(typed["followed"]), "words": typed["words"]}
