"""Parental responsibility, as it is said: each word a row, the last one stands (rulebook 4.2, E2)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.access.gate import Act, writes
from alongside.access.words import Ref, Refused
from alongside.families import rules
from alongside.families.commands.rows import own_relationship, tell_days
from alongside.families.models import Relationship, Responsibility
from alongside.families.words import Leaf, ParentalResponsibility, Right, Source
from alongside.reliance import commands as reliance
from alongside.reliance.words import Change


@dataclass(frozen=True, slots=True)
class ResponsibilityWords:
    """What is known of an adult's parental responsibility for one child, and on what it rests.

    `source` is None where it was not said. `seen_on` is the day on which evidence was seen: today where it is None.
    `seen_by` is who saw it: whoever acts, where it is None.
    """

    held: ParentalResponsibility
    source: Source | None = None
    began_on: date | None = None
    ended_on: date | None = None
    evidence: str = ""
    seen_on: date | None = None
    restriction: str = ""
    seen_by: UUID | None = None


@writes(Right.RESPONSIBILITY_CORRECT)
def correct_responsibility(
    act: Act,
    *,
    child_id: UUID,
    adult_id: UUID,
    parental_responsibility: ParentalResponsibility,
    grounds: ResponsibilityWords | None = None,
) -> None:
    """Say anew what is known of an adult's parental responsibility for one child, as when evidence was seen (E2).

    `grounds` says where it comes from, since when, on what evidence, and what they are kept from by an order that is
    not on record; one that is counts while it runs, whatever is said here. The earlier words stay readable, and what
    was decided stays. Raises NotThere for another agency's record, and Refused for a way that gives nobody parental
    responsibility.
    """
    row = own_relationship(act, child_id=child_id, adult_id=adult_id)
    words = grounds or ResponsibilityWords(parental_responsibility)
    if words.held is not parental_responsibility:
        raise Refused("Say the same in both places of what is known of parental responsibility.")
    if wrong := rules.wrong_source(words.source, began_on=words.began_on):
        raise Refused(wrong, field="source")
    say_anew(act, row=row, words=words)
    tell_days(act, child_id=child_id)
    act.note(Leaf.RESPONSIBILITY_CORRECTED, about=Ref("adult", adult_id))


def say_anew(act: Act, *, row: Relationship, words: ResponsibilityWords) -> None:
    """Say it of somebody of whom it was said before, as part of a deed: whoever relied on it looks again."""
    say(act, row=row, words=words)
    reliance.fact_changed(act, fact=Ref("relationship", row.id), change=Change.RESPONSIBILITY_CHANGED)


def say(act: Act, *, row: Relationship, words: ResponsibilityWords) -> None:
    """Write down what is known of one person's parental responsibility, as part of a deed; it stands from now on."""
    is_held, is_seen = words.held in rules.HELD, words.held is ParentalResponsibility.SEEN
    Responsibility.objects.create(
        agency_id=row.agency_id,
        case_id=row.case_id,
        author_membership_id=act.ctx.membership_id,
        child_id=row.child_id,
        adult_id=row.adult_id,
        held=words.held,
        source=(words.source or "") if is_held else "",
        began_on=words.began_on,
        ended_on=words.ended_on,
        evidence=words.evidence,
        seen_on=(words.seen_on or day_in_london(act.now)) if is_seen else None,
        seen_by=(words.seen_by or act.ctx.membership_id) if is_seen else None,
        restriction=words.restriction,
        said_at=act.now,
    )
