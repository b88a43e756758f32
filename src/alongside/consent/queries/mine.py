"""What one person of the family agreed to, as they read it themselves. It names nobody else of the family."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from alongside.access.gate import Look, reads
from alongside.access.words import NotThere, Ref, Standing
from alongside.consent import own_answers, reading
from alongside.consent.finding import was_given_in_fear
from alongside.consent.models import Consent
from alongside.consent.own_answers import MyAnswer, Stands
from alongside.consent.reading import Moment
from alongside.consent.words import Right, Status
from alongside.families import queries as families
from alongside.reliance import queries as relied

LISTED_MOST = 100

NOT_ON_RECORD = (
    "{name} is not among the people of this child, so nobody knows whether anything is to be kept from them. Add "
    "them to the child’s people first, and write their answer down again."
)
NOT_ASKED = "{name} was not asked, so there is nothing to hand to them."
IN_FEAR = (
    "This was said in front of somebody whom {name} may fear. Whoever is feared may find a paper about it, so none is "
    "printed."
)


@dataclass(frozen=True, slots=True)
class ReceiptPage:
    """One answer as the person reads it whose it is, for the practitioner who hands it to them on paper.

    `answer` is None where it is on no paper, and `why_not` then says why. `adult_id` is None for the child.
    """

    id: UUID
    answer: MyAnswer | None
    why_not: str
    giver: str
    child: str
    child_id: UUID
    adult_id: UUID | None
    matter: Ref


@reads(Right.MY_CONSENT_READ, to=(Standing.FAMILY,))
def list_my_answers(look: Look, *, stands: Mapping[UUID, Stands]) -> tuple[MyAnswer, ...]:
    """What the person who looks was asked and said, towards the one child of their private link, newest first.

    Nothing that was recorded about them and not addressed to them is among it. They may not read the family's facts;
    what follows from these comes with them, as `commands.weigh_my_answers` found it.
    """
    rows = reading.rows_of(moment=Moment.now(look.now))[:LISTED_MOST]
    known = tuple(row for row in rows if row.id in stands)
    for row in known:
        look.opens(Ref("consent", row.id))
    return tuple(own_answers.my_answer(row, stands[row.id]) for row in reversed(known))


@reads(Right.CONSENT_READ)
def open_receipt(look: Look, *, consent_id: UUID) -> ReceiptPage:
    """One answer as its person reads it at their own page, for whoever knows the child. Raises NotThere.

    What is on no page of theirs is on no paper either: somebody not on record, what nobody asked, what was said in
    fear. Whether they may be told at all is for whoever shows it, and only what is shown is said to be opened
    (`opens_receipt`).
    """
    row = Consent.objects.filter(id=consent_id).first()
    child = families.find_child(look, child_id=row.about_child_id) if row else None
    if row is None or child is None:
        raise NotThere
    why_not = _why_on_no_paper(row).format(name=row.giver_as_named)
    return ReceiptPage(
        row.id,
        None if why_not else _as_they_read_it(look, row),
        why_not,
        row.giver_as_named,
        child.name,
        row.about_child_id,
        row.giver_adult_id,
        Ref(row.arising_from_kind, row.arising_from_id),
    )


@reads(Right.CONSENT_READ)
def opens_receipt(look: Look, *, consent_id: UUID) -> None:
    """Say that a receipt leaves on a page, to be printed: nothing has refused it."""
    look.opens(Ref("consent_receipt", consent_id))


def _why_on_no_paper(row: Consent) -> str:
    if row.giver_responsibility:
        return NOT_ON_RECORD
    if row.status == Status.NOT_ASKED:
        return NOT_ASKED
    said = (row, *Consent.objects.filter(answers_request=row)[:LISTED_MOST])
    return IN_FEAR if any(map(was_given_in_fear, said)) else ""


def _as_they_read_it(look: Look, row: Consent) -> MyAnswer:
    """Weighed with what else this person reads of the same question, as their own page weighs it."""
    said = reading.rows_of(moment=Moment.now(look.now)).filter(
        arising_from_id=row.arising_from_id,
        recipient_as_named=row.recipient_as_named,
        giver_adult_id=row.giver_adult_id,
    )
    rows = tuple(each for each in said[:LISTED_MOST] if not _why_on_no_paper(each))
    facts = reading.facts_of(
        families.find_child(look, child_id=row.about_child_id),
        families.find_family_facts(look, child_id=row.about_child_id),
    )
    stands = own_answers.stands_of(rows, facts=facts, now=look.now)
    became = relied.list_what_became(look, facts=own_answers.taken_back(stands))
    stands = own_answers.with_what_became(stands, became)
    (found,) = (each for each in rows if each.id == row.id)
    return own_answers.my_answer(found, stands[row.id])
