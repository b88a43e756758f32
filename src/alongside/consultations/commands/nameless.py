"""Keeps a consultation without names free of what could say who it is; a person decides, with a reason (E15)."""

from collections.abc import Iterable

from alongside.access.gate import Act
from alongside.access.words import Ref, Refused
from alongside.consultations.identifying import found
from alongside.consultations.models import Consultation
from alongside.consultations.words import Mode
from alongside.families import queries as families
from alongside.sharing import queries as sharing

FIELD = "not_identifying"


def refuse_identifying(act: Act, *, row: Consultation, texts: Iterable[str], because: str) -> None:
    """Refuse words that could say who it is, unless the practitioner says why they do not. Part of the calling deed.

    Each text is read together with the others and with what is on record. `because` is that reason, empty where none
    was given; the latest is kept on the consultation. With names, nothing is looked for. The refusal has a line for
    each thing found, and a last one that says what to do.
    """
    if row.mode != Mode.NO_NAMES:
        return
    texts, known = tuple(texts), families.names_known(act)
    beside = "\n".join((*texts, *_on_record(act, row)))
    sentences = dict.fromkeys(
        each.sentence for text in texts for each in found(text, known=known, beside=beside)
    )
    if not sentences:
        return
    if not because:
        what_to_do = "Change the words, or say here why they do not say who it is."
        raise Refused("\n".join((*sentences, what_to_do)), field=FIELD)
    row.why_not_identifying = because
    row.save(update_fields=["why_not_identifying"])


def _on_record(act: Act, row: Consultation) -> Iterable[str]:
    """What was written already and goes with it; the calling deed has put its own words in place of older ones."""
    listed = sharing.items(act, arising_from=Ref("consultation", row.id))
    said = (text for item in listed for text in (item.text, item.source))
    return (row.question, row.benefit, row.explanation_for_family, *said)
