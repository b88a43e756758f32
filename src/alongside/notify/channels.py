"""How a neutral message leaves. The only place that sends mail."""

import logging
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage  # noqa: TID251 - the one place
from django.core.validators import validate_email

SUBJECT = "Alongside: something waits for you"


def post(*, address: str, message_id: UUID, text: str) -> bool:
    """Send one neutral mail to one mailbox; say whether it went. A message keeps its Message-ID whenever it is tried."""
    mail = EmailMessage(
        SUBJECT,
        text,
        settings.DEFAULT_FROM_EMAIL,
        [address],
        headers={"Message-ID": f"<{message_id}@alongside>", "Auto-Submitted": "auto-generated"},
    )
    try:
        validate_email(address)  # exactly one mailbox, and no second header
        return bool(mail.send())
    except (OSError, ValidationError):
        logging.getLogger(__name__).warning("A message could not be sent and waits for the next round.")
        return False
