"""How a neutral message leaves. The only place that sends mail."""

import logging
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage  # noqa: TID251 - the one place

SUBJECT = "Alongside: something waits for you"


def post(*, address: str, message_id: UUID, text: str) -> bool:
    """Send one neutral mail; say whether it went. The same message keeps its Message-ID however often it is tried."""
    mail = EmailMessage(
        SUBJECT,
        text,
        settings.DEFAULT_FROM_EMAIL,
        [address],
        headers={"Message-ID": f"<{message_id}@alongside>", "Auto-Submitted": "auto-generated"},
    )
    try:
        return bool(mail.send())
    except OSError:
        logging.getLogger(__name__).warning("A message could not be sent and waits for the next round.")
        return False
