"""The agency's own procedure, followed in place of the flowchart for a matter inside it."""

from uuid import UUID

from alongside.access.gate import Act, writes
from alongside.access.words import Ref, Refused
from alongside.sharing import freezing, gathering
from alongside.sharing.commands.walks import admit_to, owner
from alongside.sharing.models import Procedure, ProcedureFollowed
from alongside.sharing.rules import Matter
from alongside.sharing.words import Followed, Leaf, Right

NONE_SEEN = "none"  # what a page sends on that had no procedure to show


@writes(Right.PROCEDURE_FOLLOW)
def follow_procedure(act: Act, *, matter: Matter, followed: Followed, words: str, seen: str = "") -> UUID:
    """Record that the agency's own procedure was followed for a colleague inside it (practice guide: internal).

    `seen` is the edition that the page showed, empty where no page did. Raises Refused where another is kept by now,
    before anything is listed for this colleague, and where it was not followed and nothing says how.
    """
    admit_to(act, case_id=matter.case_id, about=matter.about)
    items = gathering.items_of(matter.about.id, recipient_id=matter.recipient_id)
    if not items:
        raise Refused("List first what exactly you would share with this colleague.")
    if followed is Followed.OTHERWISE and not words:
        raise Refused("Say in what you went another way, and why.", field="words")
    shown = Procedure.objects.filter(agency_id=act.ctx.agency_id).order_by("-edition").first()
    if seen and seen != (str(shown.edition) if shown else NONE_SEEN):
        raise Refused("Your agency’s procedure has changed since you opened this page. Read it again first.")
    row = ProcedureFollowed.objects.create(
        **owner(act, case_id=matter.case_id),
        arising_from_id=matter.about.id,
        recipient_id=matter.recipient_id,
        about_child_id=matter.child_id,
        procedure=shown,
        followed=followed,
        words=words,
        items=freezing.kept_items(items),
        recorded_at=act.now,
    )
    act.note(Leaf.PROCEDURE_FOLLOWED, about=Ref("procedure_followed", row.id))
    return row.id
