"""How a neutral message leaves. The only place that sends mail."""

import logging
import smtplib
from contextlib import suppress
from email.utils import formataddr
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage, get_connection  # noqa: TID251 - the one place
from django.core.validators import validate_email

from alongside.notify.words import Posted

SUBJECT = "Alongside: something waits for you"
# What a mail server says before it was handed the words of a mail: of this one, or of whoever sends from here.
REFUSES_THIS = (
    smtplib.SMTPRecipientsRefused,
    smtplib.SMTPDataError,
    smtplib.SMTPNotSupportedError,
    ValueError,  # it cannot be put into signs that a mail server takes
)
REFUSES_US = (smtplib.SMTPSenderRefused, smtplib.SMTPHeloError)


def post(*, address: str, message_id: UUID, text: str) -> Posted:
    """Send one neutral mail to one mailbox; say what became of it. It keeps its Message-ID whenever it is tried."""
    return _send(
        SUBJECT, text, ("", settings.DEFAULT_FROM_EMAIL), address, message_id=f"<{message_id}@alongside>"
    )


def post_to_family(*, address: str, message_id: UUID, subject: str, text: str, shown_sender: str) -> Posted:
    """Send one mail to somebody of a family; say what became of it. Nothing in it says from what it comes (E39).

    `shown_sender` is the name that they chose for the outside; empty where none may stand there. Where no mailbox
    for families is set, none leaves: under the other sender it would say from what it comes.
    """
    mailbox = settings.FAMILY_MAIL_FROM
    if not mailbox:
        return _noted(Posted.UNREACHED, "no ALONGSIDE_FAMILY_MAIL_FROM")
    domain = mailbox.rpartition("@")[2]
    return _send(subject, text, (shown_sender, mailbox), address, message_id=f"<{message_id}@{domain}>")


def _send(subject: str, text: str, sender: tuple[str, str], address: str, *, message_id: str) -> Posted:
    try:
        mail = _written(subject, text, sender, address, message_id=message_id)
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is this mail's, and keeps no other waiting
        return _noted(Posted.REFUSED, fault)
    connection = get_connection()
    try:
        connection.open()
    except Exception as fault:  # noqa: BLE001 - nothing has left yet
        return _noted(Posted.UNREACHED, fault)
    try:
        connection.send_messages([mail])
    except REFUSES_US as fault:
        return _noted(Posted.UNREACHED, fault)
    except REFUSES_THIS as fault:
        return _noted(Posted.REFUSED, fault)
    except Exception as fault:  # noqa: BLE001 - anything else may have come after the server had it
        return _noted(Posted.UNKNOWN, fault)
    finally:
        with suppress(OSError):  # a server that does not say goodbye has what it took
            connection.close()
    return Posted.WENT


def _written(
    subject: str, text: str, sender: tuple[str, str], address: str, *, message_id: str
) -> EmailMessage:
    """One mail, written out once before anything leaves, so that what cannot be written shows here."""
    validate_email(address)  # exactly one mailbox, and no second header
    headers = {"Message-ID": message_id, "Auto-Submitted": "auto-generated"}
    mail = EmailMessage(
        subject, text, formataddr(sender) if sender[0] else sender[1], [address], headers=headers
    )
    mail.message().as_bytes()
    return mail


def _noted(posted: Posted, fault: Exception | str) -> Posted:
    """Say in the log of the machine that a mail did not go, and the kind of the fault: its words may hold an address."""
    kind = fault if isinstance(fault, str) else type(fault).__name__
    logging.getLogger(__name__).warning("A message did not go out (%s: %s).", posted.value, kind)
    return posted
