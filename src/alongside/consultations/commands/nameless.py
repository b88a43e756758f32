"""Keeps a consultation without names free of what could say who it is; a person decides, with a reason (E15)."""

from collections.abc import Iterable

from alongside.access.gate import Act
from alongside.access.words import Refused
from alongside.consultations.identifying import found
from alongside.consultations.models import Consultation
from alongside.consultations.words import Mode
from alongside.families import queries as families

FIELD = "not_identifying"


def refuse_identifying(act: Act, *, row: Consultation, texts: Iterable[str], because: str) -> None:
    """Refuse words that could say who it is, unless the practitioner says why they do not. Part of the calling deed.

    `because` is that reason, empty where none was given; the latest is kept on the consultation. With names, nothing
    is looked for.
    """
    if row.mode != Mode.NO_NAMES:
        return
    known = families.names_known(act)
    sentences = dict.fromkeys(each.sentence for text in texts for each in found(text, known=known))
    if not sentences:
        return
    if not because:
        raise Refused(
            " ".join(sentences) + " Change the words, or say here why they do not say who it is.", field=FIELD
        )
    row.why_not_identifying = because
    row.save(update_fields=["why_not_identifying"])
