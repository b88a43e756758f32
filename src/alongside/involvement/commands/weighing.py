"""Which of what was written to a person of the family they may read now, at their own page (E3, E13)."""

from uuid import UUID

from alongside.access.gate import Act, keeps
from alongside.access.words import Answered, Ref, Standing
from alongside.families import queries as families
from alongside.involvement import queries
from alongside.involvement.models import Notice
from alongside.involvement.queries.notices import LISTED_MOST
from alongside.involvement.words import Right


@keeps(Right.NOTICE_READ_OWN, to=(Standing.FAMILY,))
def weigh_my_notices(act: Act) -> frozenset[UUID]:
    """Which notices the person who looks may read now; one in a matter that was withheld from them later is not among them.

    Whether they have read it before is not asked: nothing of what is withheld is on their page. They may not read that
    it is withheld, so only the keys of what is not leave the deed. Nothing is written.
    """
    person = families.reading_person(act)
    rows = act.among(Notice.objects.filter(reader_id=act.ctx.membership_id)).order_by("-issued_at", "-id")
    written = {row.id: Ref(row.arising_from_kind, row.arising_from_id) for row in rows[:LISTED_MOST]}
    kept = frozenset(
        matter
        for matter in frozenset(written.values())
        if queries.may_read(act, child_id=person.child.id, adult_id=person.adult_id, arising_from=matter)
        is Answered.NO
    )
    return frozenset(key for key, matter in written.items() if matter not in kept)
