"""An inbox as its page prints it."""

from collections.abc import Sequence

from alongside.sharing.queries import DisclosurePage


def each_once(shared: Sequence[DisclosurePage]) -> tuple[DisclosurePage, ...]:
    """What was shared, without a question after which the two have spoken: the talk stands for it."""
    talks = [(each.arising_from, each.disclosed_at) for each in shared if each.note_of_talk]
    return tuple(
        each
        for each in shared
        if each.note_of_talk
        or not any(about == each.arising_from and at >= each.disclosed_at for about, at in talks)
    )
