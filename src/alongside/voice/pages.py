"""What the pages of this room show: whose words, and the questions that fit a child's age. Pure."""

from alongside.design.choices import Option
from alongside.families.queries import ChildPage
from alongside.voice.forms import THE_CHILD


def people(page: ChildPage) -> tuple[Option, ...]:
    """The child first, then the adults whom one may know of."""
    adults = (Option(str(adult.id), adult.title) for adult in page.adults)
    return (Option(THE_CHILD, f"{page.child.name} (the child)"), *adults)
