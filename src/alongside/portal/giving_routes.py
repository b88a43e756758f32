"""By which safe contacts a private link may reach the people of a family: on paper, by e-mail; and why not. Pure."""

from dataclasses import dataclass

from django.conf import settings

from alongside.contacts.queries import ContactCard
from alongside.contacts.words import Channel

NO_MAIL_HERE = "This installation sends families no e-mail. Whoever runs it can set that up."


@dataclass(frozen=True, slots=True)
class Routes:
    """The safe contacts that may be used now, and for each e-mail that may not, why not."""

    on_paper: tuple[ContactCard, ...]
    by_mail: tuple[ContactCard, ...]
    closed: tuple[tuple[ContactCard, str], ...]


def routes_among(cards: tuple[ContactCard, ...]) -> Routes:
    """The routes among the safe contacts of a child and of the adults in the child's life."""
    none_here = "" if settings.FAMILY_MAIL_FROM else NO_MAIL_HERE
    mails = [each for each in cards if each.channel is Channel.EMAIL and each.ended_at is None]
    why = {each.id: none_here or each.why_not_by_mail for each in mails}
    return Routes(
        tuple(each for each in cards if not each.why_not_on_paper),
        tuple(each for each in mails if not why[each.id]),
        tuple((each, why[each.id]) for each in mails if why[each.id]),
    )
