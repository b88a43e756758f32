"""What the pages show where nobody spoke, beside their questions."""

from collections.abc import Mapping
from typing import Any

from alongside.access.context import Context
from alongside.advice.queries import AskedBackCard
from alongside.consultations.queries import ConsultationPage, PersonCard
from alongside.directory import queries as directory


def send_typed(ctx: Context) -> Mapping[str, Any]:
    """The number to ring back on as the directory has it, to be looked at and changed."""
    me = directory.card_of(ctx.membership_id)
    return {"ring_back_on": me.telephone if me else ""}


def whom(page: ConsultationPage, asked: AskedBackCard) -> PersonCard | None:
    """Who of those asked asked this back; None where they have been left since."""
    for person in page.people:
        spoken = {talk.disclosure_id for talk in person.talks}
        if asked.disclosure_id in spoken | {sent.disclosure_id for sent in person.sent}:
            return person
    return None
