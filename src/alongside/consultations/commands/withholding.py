"""A word on what is withheld from one of the family: a second person's, and whoever looks at it again."""

from uuid import UUID

from alongside.access.gate import Act, writes
from alongside.consultations.commands.concluding import settle_telling
from alongside.consultations.models import Consultation
from alongside.consultations.words import Right
from alongside.involvement import commands as involvement
from alongside.involvement.commands import OWN, Authority, Review
from alongside.involvement.words import Authorisation


@writes(Right.WITHHOLDING_ANSWER)
def authorise_withholding(
    act: Act, *, telling_id: UUID, verdict: Authorisation, words: str, authority: Authority = OWN
) -> None:
    """Give a second person's word on withholding from one of the family; once nobody waits, the walks end."""
    matter_id = involvement.authorise_withholding(
        act, telling_id=telling_id, verdict=verdict, words=words, authority=authority
    )
    _settle(act, matter_id)


@writes(Right.WITHHOLDING_ANSWER)
def review_withholding(act: Act, *, telling_id: UUID, review: Review) -> None:
    """Look again at what one of the family has not been told: release, renew, or leave out for good (rulebook 5.5)."""
    _settle(act, involvement.review_withholding(act, telling_id=telling_id, review=review))


def _settle(act: Act, matter_id: UUID) -> None:
    """End the walks of a consultation, for those who may read it.

    What is withheld in general, about a child, belongs to none; the partnership's lead reads none.
    """
    row = Consultation.objects.filter(id=matter_id).first()
    if row and act.sees("consultations.Consultation", row.id):
        settle_telling(act, row=row)
