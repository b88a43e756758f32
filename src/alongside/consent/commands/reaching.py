"""A decision to share reaches further than somebody was told: their agreement is looked at again (rulebook 4.5)."""

from alongside.access.context import day_in_london
from alongside.access.gate import Act
from alongside.access.words import Ref
from alongside.consent import queries
from alongside.consent.commands.following import follow_facts
from alongside.consent.models import Consent, ConsentChange
from alongside.consent.rules import Answer, reaches_further
from alongside.consent.words import Change, Leaf
from alongside.duties import queries as duties
from alongside.reliance.words import Cause

WORKING_DAYS = 1  # to look at it again, as for every agreement whose day has come: a local rule


def reach_further(act: Act, *, arising_from: Ref, through: Ref, recipient: str, purpose: str) -> None:
    """Something is shared in a matter, for this purpose, with this recipient: what nobody was told of counts as new.

    `through` is the decision by which it is.

    Each agreement of somebody who was not told is owed a second look on the next working day, and is relied on no
    longer than that without one. Part of the deed that decides to share. Nothing of it is put on the giver's page.
    """
    said = queries.answers(act, arising_from=arising_from)
    for answer, cause in reaches_further(said, recipient=recipient, purpose=purpose, at=act.now):
        _lay(act, answer, cause, {"new_recipient_as_named": recipient, "new_purpose": purpose}, through)


def _lay(act: Act, answer: Answer, cause: Cause, new: dict[str, str], through: Ref) -> None:
    row = Consent.objects.get(id=answer.id)
    today = day_in_london(act.now)
    ConsentChange.objects.create(
        agency_id=row.agency_id,
        case_id=row.case_id,
        author_membership_id=act.ctx.membership_id,
        consent=row,
        change=Change.REACHED_FURTHER,
        cause=cause,
        effective_at=act.now,
        words=f"{cause.label[:1].upper()}{cause.label[1:]}.",
        review_by=duties.calendar(act).after(today, working_days=WORKING_DAYS),
        recorded_at=act.now,
        new_through_kind=through.kind,
        new_through_id=through.id,
        **new,
    )
    follow_facts(act, row=row)
    act.note(Leaf.CONSENT_REACHED_FURTHER, about=Ref("consent", row.id))
