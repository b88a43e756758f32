"""A letter's row as a sheet, for printing and for pages."""

from alongside.access.context import day_in_london
from alongside.languages.words import Language
from alongside.letters.models import Letter
from alongside.letters.rules import Sheet, reference_of
from alongside.letters.words import Print


def sheet_of(row: Letter) -> Sheet:
    """What stands on the paper, but for what is drawn in."""
    return Sheet(
        reference=reference_of(row.id),
        name=row.person_as_named,
        title=row.title,
        paragraphs=tuple(row.paragraphs),
        language=Language(row.language),
        size=Print(row.size),
        own_words=tuple(row.own_words),
        own_language=Language(row.own_language) if row.own_language else None,
        signed_by=row.signer_name,
        signed_as=row.signer_role,
        signed_for=row.signer_agency,
        telephone=row.telephone,
        written_on=day_in_london(row.written_at),
    )
