"""A private link ends; whoever gave it owes a look where it ended, or did not go out, without their doing."""

from uuid import UUID

from django.db.models import Max

from alongside.access import commands as access
from alongside.access.commands import Whom
from alongside.access.context import NOBODY
from alongside.access.gate import Act, writes
from alongside.access.words import Answered, GrantKind, NotThere, Ref
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.families import queries as families
from alongside.portal.models import Dispatch, FamilyLink, LinkKey, Visit
from alongside.portal.words import Delivery, Ending, Leaf, Right, WhyNotSent

EARLIER_MOST = 20


def end_link(
    act: Act, *, link: FamilyLink, ending: Ending, why_not_sent: WhyNotSent = WhyNotSent.ENDED
) -> None:
    """End a link, every visit that it opened, and its sending if it still waits; its sealed address is wiped.

    What the same person has open by another link of theirs stays open, and no longer than that link runs.
    """
    FamilyLink.objects.filter(id=link.id).update(ending=ending, ended_at=act.now, ended_by=act.ctx.actor)
    Visit.objects.filter(link_id=link.id, ended_at__isnull=True).update(ended_at=act.now)
    LinkKey.objects.filter(link_id=link.id).update(to_send=None)
    Dispatch.objects.filter(link_id=link.id, delivery=Delivery.WAITING).update(
        delivery=Delivery.NOT_SENT, why=why_not_sent, settled_at=act.now
    )
    whom = Whom(membership_id=link.reader_id, agency_id=NOBODY)
    others = FamilyLink.objects.filter(reader_id=link.reader_id, ended_at__isnull=True, until_at__gt=act.now)
    last = others.aggregate(last=Max("until_at"))["last"]
    access.end_grants(act, kind=GrantKind.FAMILY_PAGE, whom=whom, by=last)


def owe_look(act: Act, *, link: FamilyLink) -> None:
    """Owe whoever gave a link a look at it, and tell them that something waits.

    About a record that an adoption sealed nothing is owed: they could not open it (E10).
    """
    if families.is_sealed(act, child_id=link.about_child_id) is Answered.YES:
        return
    duties.owe_and_tell(
        act,
        what=Owed.LOOK_AT_LINK,
        by_membership_id=link.author_membership_id,
        arising_from=Ref("family_link", link.id),
        agency_id=link.agency_id,
        case_id=link.case_id,
    )


def settle_look(act: Act, *, link_id: UUID, evidence: Ref) -> None:
    """Nobody owes a look at this link any more."""
    duties.discharge(act, what=Owed.LOOK_AT_LINK, arising_from=Ref("family_link", link_id), evidence=evidence)


def settle_earlier(act: Act, *, reader_id: UUID, evidence: Ref) -> None:
    """A new link is the answer to whatever happened to the earlier ones of the same person."""
    earlier = FamilyLink.objects.filter(reader_id=reader_id).order_by("-given_at")
    for link in earlier[:EARLIER_MOST]:
        settle_look(act, link_id=link.id, evidence=evidence)


@writes(Right.FAMILY_LINK_HEED)
def heed_link(act: Act, *, link_id: UUID) -> None:
    """Say that one has looked at a link that ended, or did not go out, by itself. Raises NotThere."""
    act.admit("portal.FamilyLink", link_id)
    link = FamilyLink.objects.get(id=link_id)
    if link.agency_id != act.ctx.agency_id:
        raise NotThere
    settle_look(act, link_id=link_id, evidence=Ref("family_link", link_id))
    act.note(Leaf.FAMILY_LINK_HEEDED, about=Ref("family_link", link_id))
