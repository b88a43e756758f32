"""What a person may type about an agreement: what became of it, who can decide, what a lead decides."""

from typing import Any
from uuid import UUID

from alongside.consent.commands import NewAssessment, Resolved
from alongside.consent.words import Conclusion, Form, Invalid, Verdict, YesNo
from alongside.design.choices import Option
from alongside.design.fields import Choice, Day, Line, Moment, Words
from alongside.design.forms import PageForm

THE_CHILD = "child"


class WithdrawConsent(PageForm):
    """That a person has taken an agreement back."""

    withdrawn_at = Moment(
        label="When did they say so?",
        missing="Say when they told you. It counts from that moment.",
    )
    how = Choice(label="How did they say it?", missing="Say how they told you.", options=Form.choices)
    words = Words(
        label="Their own words",
        missing=None,
        hint="You may leave this empty. Nobody has to give a reason.",
        max_length=2000,
        rows=3,
    )


class RenewConsent(PageForm):
    """What came of asking again: they still agree, or the agreement has run out."""

    outcome = Choice(
        label="What came of it?",
        missing="Say what came of it.",
        options=(
            Option(
                "renewed", "I asked again, and they still agree to the same", reveals=("review_by", "how")
            ),
            Option("lapsed", "It has run out: nobody relies on it any more"),
        ),
    )
    review_by = Day(
        label="Look at it again by",
        missing="Give the day on which it is looked at again.",
        hint="At most six months from today.",
    )
    how = Choice(label="How did they say it?", missing="Say how they told you.", options=Form.choices)
    words = Words(
        label="What was said",
        missing="Say in a sentence what was said, or why it has run out.",
        max_length=2000,
        rows=3,
    )


class FindInvalid(PageForm):
    """Why what looked like an agreement was none."""

    reason = Choice(
        label="Why does it not count?", missing="Say why it does not count.", options=Invalid.choices
    )
    words = Words(
        label="How do you know?",
        missing="Say in a sentence how you know, so that a reader can follow it.",
        max_length=2000,
        rows=3,
    )


class RecordNoReply(PageForm):
    """That a person who was asked has not replied."""

    words = Words(
        label="How often did you try, and when?",
        missing="Say how often you tried, and when. No reply is no consent.",
        max_length=2000,
        rows=3,
    )


class HeedAnswer(PageForm):
    """What one does about what a person of the family wrote themselves."""

    words = Words(
        label="What do you do now?",
        missing="Say in a sentence what you do now, and whether it changes any risk.",
        max_length=2000,
        rows=3,
    )


class AssessCompetence(PageForm):
    """Whether one person can decide one thing."""

    person = Choice(label="Who is it about?", missing="Say who it is about.")
    decision = Line(
        label="Which decision is it?",
        missing="Say which decision it is about: this holds for no other.",
        hint="For example: whether the school nurse may be asked about his asthma.",
        max_length=300,
    )
    explained = Words(
        label="What did you explain?",
        missing="Say what you explained: what is shared, with whom, and what may follow.",
        max_length=2000,
        rows=3,
    )
    answers = Words(
        label="What did they say?",
        missing="Write what they said, in their words, so that a reader can judge too.",
        max_length=2000,
        rows=3,
    )
    support = Words(
        label="What helped them to decide?",
        missing=None,
        hint="For example an advocate, pictures, another time of day. You may leave this empty.",
        max_length=2000,
        rows=2,
    )
    conclusion = Choice(
        label="Can they decide this?",
        missing="Say whether they can decide this. You may say that you are not sure.",
        options=Conclusion.choices,
    )
    reasons = Words(
        label="Why do you think so?",
        missing="Say why you think so. An age or a diagnosis is no reason by itself.",
        max_length=2000,
        rows=3,
    )
    assessed_on = Day(label="When did you speak with them?", missing="Give the day on which you spoke.")
    review_on = Day(
        label="Look at this again by",
        missing="Give the day on which this is looked at again.",
        hint="Within six months.",
    )

    def __init__(self, *args: Any, people: tuple[Option, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].offer(people)  # type: ignore[attr-defined]

    def assessed(self) -> NewAssessment:
        """Give the assessment as the deed takes it."""
        from_page = dict(self.cleaned_data)
        who = from_page.pop("person")
        conclusion = Conclusion(from_page.pop("conclusion"))
        return NewAssessment(
            adult_id=None if who == THE_CHILD else UUID(who), conclusion=conclusion, **from_page
        )


class ResolveConflict(PageForm):
    """What a safeguarding lead decides where two people do not agree."""

    orders_checked = Choice(
        label="Have you looked whether a court order says who decides?",
        missing="Say whether you looked for court orders.",
        options=YesNo.choices,
    )
    orders_words = Words(
        label="What did you find?",
        missing=None,
        hint="What an order on record means for who decides here, and what you found beyond the record. For example: "
        "both parents say that there is no other.",
        max_length=2000,
        rows=2,
    )
    childs_view = Words(
        label="What does the child think?",
        missing="Say what the child thinks, or why nobody has asked them.",
        max_length=2000,
        rows=3,
    )
    verdict = Choice(label="What do you decide?", missing="Say what you decide.", options=Verdict.choices)
    reasons = Words(
        label="Why?",
        missing="Say why, from the child’s point of view.",
        max_length=2000,
        rows=3,
    )

    def resolved(self) -> Resolved:
        """Give the decision as the deed takes it."""
        typed = self.cleaned_data
        return Resolved(
            Verdict(typed["verdict"]),
            YesNo(typed["orders_checked"]),
            typed["orders_words"],
            typed["childs_view"],
            typed["reasons"],
        )
