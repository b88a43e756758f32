"""A letter's row as a sheet, for printing and for pages."""

from alongside.access.context import day_in_london
from alongside.languages.words import Language
from alongside.letters.models import Letter
from alongside.letters.rules import Sheet
from alongside.letters.words import Print


def sheet_of(row: Letter) -> Sheet:
    """What stands on the paper, but for what is drawn in."""
    return Sheet(
        name=row.person_as_named,
        title=row.title,
        paragraphs=tuple(row.paragraphs),
        language=Language(row.language),
        size=Print(row.size),
        signed_by=row.signer_name,
        signed_for=row.signer_agency,
        telephone=row.telephone,
        written_on=day_in_london(row.written_at),
    )
