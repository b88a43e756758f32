"""What a person may type about a decision that was made: a second person's word, and looking at it again."""

from alongside.design.choices import Option
from alongside.design.fields import Choice, Day, Words
from alongside.design.forms import PageForm
from alongside.sharing.words import Countersignature, Reviewed


class Countersign(PageForm):
    """The second person's word on a decision not to share."""

    verdict = Choice(
        label="Do you countersign this decision?",
        missing="Say whether you countersign it.",
        options=(
            Option(Countersignature.GIVEN, "Yes, I countersign it", hint="The record is closed."),
            Option(
                Countersignature.DECLINED,
                "No, think again",
                hint="It goes back to whoever decided, with your words.",
            ),
        ),
    )
    words = Words(
        label="What you looked at, and why you agree or do not",
        missing="Say what you looked at, and why you agree or do not.",
        max_length=2000,
    )


class ReviewRefusal(PageForm):
    """That a decision not to share was looked at again, and stands."""

    verdict = Choice(
        label="Does it still stand?",
        missing="Say whether it still stands. If it does not, decide again.",
        options=(
            Option(Reviewed.STANDS, Reviewed.STANDS.label, reveals=("review_on",)),
            Option(Reviewed.ENDS, Reviewed.ENDS.label),
        ),
    )
    review_on = Day(
        label="When is it looked at again?",
        missing="Give the day on which this is looked at again: after today, and within a year.",
    )
    words = Words(
        label="What you looked at, and why it stands",
        missing="Say what you looked at, and why it stands.",
        max_length=2000,
        rows=4,
    )
