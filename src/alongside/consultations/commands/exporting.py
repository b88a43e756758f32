"""Taking a list out of Alongside."""

from alongside.access.gate import Act, writes
from alongside.access.words import Ref
from alongside.consultations.words import Leaf, Right


@writes(Right.LIST_EXPORT)
def export_list(act: Act, *, lines: int) -> None:  # noqa: ARG001 - kept by the log
    """Say in the log that one's own list leaves in a file, and how many lines; it is read before, and sent after."""
    act.note(Leaf.LIST_EXPORTED, about=Ref("membership", act.ctx.membership_id))
