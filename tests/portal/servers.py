"""Mail servers that do not do what they should, as backends for tests."""

import smtplib

from django.core.mail.backends.locmem import EmailBackend


class NotThere(EmailBackend):
    """A mail server that cannot be reached."""

    def open(self):
        raise ConnectionRefusedError


class Refusing(EmailBackend):
    """One that does not take this mailbox."""

    def send_messages(self, messages):
        raise smtplib.SMTPRecipientsRefused(
            {to: (550, b"no such mailbox") for each in messages for to in each.to}
        )


class RefusingUs(EmailBackend):
    """One that takes nothing from this installation."""

    def send_messages(self, messages):
        raise smtplib.SMTPSenderRefused(530, b"log in first", messages[0].from_email)


class LostMidway(EmailBackend):
    """One whose line breaks while a mail leaves: it may have it, or not."""

    def send_messages(self, _messages):
        raise smtplib.SMTPServerDisconnected("Connection unexpectedly closed")


class SlowToClose(EmailBackend):
    """One that takes the mail, and does not say goodbye."""

    def close(self):
        raise TimeoutError
