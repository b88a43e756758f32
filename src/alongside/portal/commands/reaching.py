"""Whether a private link may reach its person now: one rule, for the door, for the practitioner's list, for sending."""

from collections.abc import Iterable
from uuid import UUID

from alongside.access import queries as access_queries
from alongside.access.context import LONDON
from alongside.access.gate import Act, keeps
from alongside.access.words import Answered
from alongside.families import queries as families
from alongside.involvement import queries as involvement
from alongside.portal import rules
from alongside.portal.models import FamilyLink, LinkKey
from alongside.portal.words import Right, State

WEIGHED_MOST = 50


def stands(act: Act, *, link: FamilyLink) -> State:
    """RUNNING where everything about the child may still reach this person of the family; else why not.

    Not after a loss, a death or a move unknown (E6, E35), nor for an adult who has died themselves; for an adult not
    once the child is 18, by the date of birth as it stands now: it may have been put right since the link was given
    (E5). Not while nothing goes to them (E3), and not where their pages were cut, as by an adoption or a move that was
    undone: what is cut is not given back. All of it is asked each time, so that what takes how long says nothing.
    """
    child_id, adult_id = link.about_child_id, link.adult_id
    born_on = families.day_of_birth(act, child_id=child_id)
    grown_up = adult_id is not None and born_on and rules.comes_of_age(born_on, zone=LONDON) <= act.now
    kept = involvement.withheld_generally(act, child_id=child_id, adult_id=adult_id)
    runs = access_queries.has_family_page(act, reader_id=link.reader_id)
    reached = families.may_reach(act, child_id=child_id, adult_id=adult_id)
    if grown_up:
        return State.EXPIRED
    if kept is Answered.YES or reached is Answered.NO:
        return State.HELD
    return State.RUNNING if runs is Answered.YES else State.CUT


@keeps(Right.FAMILY_LINK_WEIGH)
def weigh_links(act: Act, *, child_id: UUID) -> dict[UUID, State]:
    """How each link about a child that has not ended stands now, by the rule of the door. Nothing is written.

    Kept to few statements, because nobody else can write meanwhile.
    """
    rows = act.among(FamilyLink.objects.filter(about_child_id=child_id, ended_at__isnull=True))
    return _weighed(act, rows.order_by("-given_at", "-id")[:WEIGHED_MOST])


@keeps(Right.FAMILY_LINK_WEIGH)
def weigh_link(act: Act, *, link_id: UUID) -> dict[UUID, State]:
    """How one link stands now, as `weigh_links` says it; empty for one that has ended. Nothing is written."""
    return _weighed(act, act.among(FamilyLink.objects.filter(id=link_id, ended_at__isnull=True)))


def _weighed(act: Act, links: Iterable[FamilyLink]) -> dict[UUID, State]:
    """Asked once for each person: all their links about one child stand alike, but for the rest after wrong tries."""
    running = [link for link in links if link.until_at > act.now]
    of_each = {link.reader_id: link for link in running}
    found = {reader_id: stands(act, link=link) for reader_id, link in of_each.items()}
    weighed = {link.id: found[link.reader_id] for link in running}
    resting = LinkKey.objects.filter(link_id__in=weighed, rests_until_at__gt=act.now)
    for link_id in resting.values_list("link_id", flat=True):
        weighed[link_id] = State.RESTS if weighed[link_id] is State.RUNNING else weighed[link_id]
    return weighed
