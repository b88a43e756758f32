"""A second person's word on withholding: nobody withholds alone (rulebook 5.4)."""

from uuid import UUID

from alongside.access import commands as access
from alongside.access.context import day_in_london
from alongside.access.gate import Act, writes
from alongside.access.words import NotThere, Ref, Refused
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.involvement.finding import is_partnership_lead, is_replaced
from alongside.involvement.models import Telling
from alongside.involvement.offices import OWN, Authority, refuse_wrong_office
from alongside.involvement.words import Authorisation, Ground, Leaf, Right
from alongside.notify import commands as notify
from alongside.notify.words import Neutral

ANSWERED = ["authorisation", "authoriser_words", "authorised_at", "authorised_by", "office", "office_words"]


@writes(Right.WITHHOLDING_AUTHORISE)
def authorise_withholding(
    act: Act, *, telling_id: UUID, verdict: Authorisation, words: str, authority: Authority = OWN
) -> UUID:
    """Authorise that a person is not told for now, or ask that they are (rulebook 5.4). Answers the matter's key.

    Only a safeguarding lead of the agency that withholds, or the partnership's once those were silent, and never
    whoever withheld; what belongs to another office is confirmed with who said so. Silence never releases: the review
    stays owed on its day. Raises NotThere and Refused.
    """
    act.admit("involvement.Telling", telling_id)
    row = Telling.objects.get(id=telling_id)
    if not is_partnership_lead(act.ctx.membership_id, on=day_in_london(act.now)):
        access.require_oversight(act, agency_id=row.agency_id)
    if row.author_membership_id == act.ctx.membership_id:
        raise Refused("You withheld this yourself. Another safeguarding lead must authorise it.")
    if row.authorisation != Authorisation.AWAITED or is_replaced(row):
        raise Refused("This does not wait for a word any more. Open it again to see why.")
    if verdict not in {Authorisation.GIVEN, Authorisation.DECLINED}:
        raise NotThere
    if not words:
        raise Refused("Say what you looked at, and why you agree or do not.", field="words")
    if verdict is Authorisation.GIVEN:
        refuse_wrong_office(Ground(row.ground), authority=authority)
        row.office, row.office_words = authority.office, authority.in_words
    row.authorisation, row.authoriser_words = verdict, words
    row.authorised_at, row.authorised_by_id = act.now, act.ctx.membership_id
    row.save(update_fields=ANSWERED)
    about = Ref("telling", row.id)
    for owed in (Owed.AUTHORISE_WITHHOLDING, Owed.ESCALATED_WITHHOLDING):
        duties.discharge(act, what=owed, arising_from=about, evidence=about)
    notify.tell(act, to_membership_id=row.author_membership_id, that=Neutral.SOMETHING_WAITS)
    given = verdict is Authorisation.GIVEN
    if not given:
        duties.discharge(act, what=Owed.REVIEW_WITHHOLDING, arising_from=about, evidence=about)
        duties.owe(
            act,
            what=Owed.TELL_AFTER_ALL,
            by_membership_id=row.author_membership_id,
            arising_from=about,
            agency_id=row.agency_id,
            case_id=row.case_id,
        )
    act.note(Leaf.WITHHOLDING_AUTHORISED if given else Leaf.WITHHOLDING_REFUSED, about=about)
    return row.arising_from_id
