"""How a neutral message leaves. The only place that sends mail."""

import logging
from email.utils import formataddr
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage  # noqa: TID251 - the one place
from django.core.validators import validate_email

SUBJECT = "Alongside: something waits for you"


def post(*, address: str, message_id: UUID, text: str) -> bool:
    """Send one neutral mail to one mailbox; say whether it went. A message keeps its Message-ID whenever it is tried."""
    return _send(SUBJECT, text, settings.DEFAULT_FROM_EMAIL, address, message_id=f"<{message_id}@alongside>")


def post_to_family(*, address: str, message_id: UUID, subject: str, text: str, shown_sender: str) -> bool:
    """Send one mail to somebody of a family; say whether it went. Nothing in it says from what it comes (E39).

    `shown_sender` is the name that they chose for the outside; empty where none may stand there.
    """
    mailbox = settings.FAMILY_MAIL_FROM
    domain = mailbox.rpartition("@")[2]
    sender = formataddr((shown_sender, mailbox)) if shown_sender else mailbox
    return _send(subject, text, sender, address, message_id=f"<{message_id}@{domain}>")


def _send(subject: str, text: str, sender: str, address: str, *, message_id: str) -> bool:
    headers = {"Message-ID": message_id, "Auto-Submitted": "auto-generated"}
    mail = EmailMessage(subject, text, sender, [address], headers=headers)
    try:
        validate_email(address)  # exactly one mailbox, and no second header
        return bool(mail.send())
    except (OSError, ValidationError):
        logging.getLogger(__name__).warning("A message could not be sent and waits for the next round.")
        return False
