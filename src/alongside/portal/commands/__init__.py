"""The writes of the family's own pages: giving and ending a private link, and what happens at the door."""

from alongside.portal.commands.ending import heed_link
from alongside.portal.commands.giving import (
    NewLink,
    Secrets,
    give_private_link,
    hand_over,
    revoke_private_link,
)
from alongside.portal.commands.opening import (
    Found,
    KnownVisit,
    close_page,
    find_visit,
    open_page,
    refuse_opening,
    try_keys,
)
from alongside.portal.commands.posting import ByLetter
from alongside.portal.commands.reaching import weigh_link, weigh_links
from alongside.portal.commands.receipts import why_no_receipt
from alongside.portal.commands.sending import (
    ByMail,
    Envelope,
    Mail,
    address_link,
    list_to_send,
    reseal_links,
)
from alongside.portal.commands.sent import mark_link
from alongside.portal.commands.signing import Signed, answer_and_sign

__all__ = [
    "ByLetter",
    "ByMail",
    "Envelope",
    "Found",
    "KnownVisit",
    "Mail",
    "NewLink",
    "Secrets",
    "Signed",
    "address_link",
    "answer_and_sign",
    "close_page",
    "find_visit",
    "give_private_link",
    "hand_over",
    "heed_link",
    "list_to_send",
    "mark_link",
    "open_page",
    "refuse_opening",
    "reseal_links",
    "revoke_private_link",
    "try_keys",
    "weigh_link",
    "weigh_links",
    "why_no_receipt",
]
