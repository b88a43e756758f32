"""What became of a private link that was to go by e-mail: it went, it waits again, nobody knows, or it is given up."""

from uuid import UUID

from alongside.access.gate import Act, writes
from alongside.access.words import NotThere, Ref, Standing
from alongside.notify.words import Posted
from alongside.portal import rules
from alongside.portal.commands.ending import end_link, owe_look, settle_look
from alongside.portal.models import Dispatch, LinkKey
from alongside.portal.words import Delivery, Ending, Leaf, Right, WhyNotSent


@writes(Right.FAMILY_LINK_SEND, to=(Standing.UPKEEP,))
def mark_link(act: Act, *, dispatch_id: UUID, posted: Posted) -> None:
    """Say what became of a link that was addressed (address_link). Raises NotThere for one that is not being sent.

    A round that comes back after it was waited for is believed that the link went, and nothing else.
    """
    if posted is Posted.WENT:
        _went(act, _sent_of(dispatch_id, Delivery.LEAVING, Delivery.UNKNOWN))
        return
    row = _sent_of(dispatch_id, Delivery.LEAVING)
    if posted is Posted.UNKNOWN:
        lose_sight(act, row=row)
    elif row.link.ended_at is not None:
        _settle(act, row, Delivery.NOT_SENT, why=WhyNotSent.ENDED)
        act.note(Leaf.FAMILY_LINK_NOT_SENT, about=Ref("dispatch", row.id))
    else:
        _put_back(act, row, posted)


def lose_sight(act: Act, *, row: Dispatch) -> None:
    """Say that nobody knows whether a link went. It is not sent again, and can be used: somebody may have it.

    Whoever gave it owes a look, because only its person can say.
    """
    _settle(act, row, Delivery.UNKNOWN)
    if row.link.ended_at is None:
        owe_look(act, link=row.link)
    act.note(Leaf.FAMILY_LINK_SENT_UNSURELY, about=Ref("dispatch", row.id))


def give_up(act: Act, *, row: Dispatch, why: WhyNotSent) -> None:
    """Never send it: its link ends, and whoever gave it owes a look."""
    end_link(act, link=row.link, ending=Ending.UNSENT, why_not_sent=why)
    owe_look(act, link=row.link)
    act.note(Leaf.FAMILY_LINK_NOT_SENT, about=Ref("dispatch", row.id))


def _sent_of(dispatch_id: UUID, *among: Delivery) -> Dispatch:
    row = Dispatch.objects.select_related("link").filter(id=dispatch_id, delivery__in=among).first()
    if row is None:
        raise NotThere
    return row


def _went(act: Act, row: Dispatch) -> None:
    _settle(act, row, Delivery.SENT)
    if row.link.ended_at is None:  # a look at how it ended meanwhile stays owed
        settle_look(act, link_id=row.link_id, evidence=Ref("dispatch", row.id))
    act.note(Leaf.FAMILY_LINK_SENT, about=Ref("dispatch", row.id))


def _put_back(act: Act, row: Dispatch, posted: Posted) -> None:
    """Let it wait again. What the house could not do counts for nothing; a mail refused counts once a half hour."""
    row.delivery, row.held_until_at = Delivery.WAITING, None
    counts = posted is Posted.REFUSED and rules.counts_anew(row.failed_at, now=act.now)
    if counts:
        row.failures, row.failed_at = row.failures + 1, act.now
    row.save(update_fields=["delivery", "held_until_at", "failures", "failed_at"])
    act.note(Leaf.FAMILY_LINK_DELAYED, about=Ref("dispatch", row.id))
    if row.failures >= rules.MOST_FAILURES:
        give_up(act, row=row, why=WhyNotSent.REFUSED)
    elif counts and row.failures == 1:
        owe_look(act, link=row.link)


def _settle(act: Act, row: Dispatch, delivery: Delivery, *, why: str = "") -> None:
    """Nothing more is done with it; its sealed address is wiped."""
    row.delivery, row.why, row.held_until_at, row.settled_at = delivery, why, None, act.now
    row.save(update_fields=["delivery", "why", "held_until_at", "settled_at"])
    LinkKey.objects.filter(link_id=row.link_id).update(to_send=None)
