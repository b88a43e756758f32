"""Reminds people of what is late or due today, and sends what waits in the outbox: for the clock of the machine."""

import logging
from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from alongside.access.context import upkeep_context
from alongside.access.words import NotThere
from alongside.contacts.sealing import NoSuchKey
from alongside.duties import commands as duties
from alongside.notify import channels
from alongside.notify import commands as notify
from alongside.notify.commands import Letter
from alongside.notify.words import Posted
from alongside.portal import commands as portal
from alongside.portal.commands import Envelope, Mail
from alongside.reliance import commands as reliance


@dataclass(frozen=True, slots=True)
class Round:
    """What one round did, or would do: people reminded, duties they owe, letters sent, and those still waiting."""

    people: int
    duties: int
    letters: int
    waiting: int
    links: int = 0  # private links that went to families by e-mail
    links_late: int = 0  # those that the mail server did not take, or may not have taken
    links_held: int = 0  # those that wait because of this installation


def remind() -> Round:
    """Notice what has lapsed, write the reminders of this day, then send everything that waits.

    What fails waits for the next round.
    """
    if reliance.count_lapses(upkeep_context()):
        reliance.notice_lapses(upkeep_context())
    reminded = duties.remind(upkeep_context())
    letters = notify.gather_letters(upkeep_context())
    sent = 0
    for letter in letters:
        if letter.address and not _post(letter):
            continue
        notify.mark_sent(upkeep_context(), message_ids=letter.message_ids)
        sent += bool(letter.address)
    to_send = sum(bool(letter.address) for letter in letters)
    return Round(reminded.people, reminded.duties, sent, to_send - sent, *_send_links())


def rehearse() -> Round:
    """Say what a round would do now. Nothing is written and nothing is sent."""
    reminded = duties.count_reminders(upkeep_context())
    letters = [letter for letter in notify.gather_letters(upkeep_context()) if letter.address]
    links = len(portal.list_to_send(upkeep_context()))
    return Round(reminded.people, reminded.duties, 0, len(letters), links)


def _send_links() -> tuple[int, int, int]:
    """Send the private links whose safe time is now; how many went, were not surely taken, and wait because of us."""
    done = Counter(_send_link(dispatch_id) for dispatch_id in portal.list_to_send(upkeep_context()))
    late = done[Posted.REFUSED] + done[Posted.UNKNOWN]
    return done[Posted.WENT], late, done[Posted.UNREACHED]


def _send_link(dispatch_id: UUID) -> Posted | None:
    """Send one link, each step a deed of its own; None where it does not go, or another round has it.

    Whatever goes wrong with one keeps no other waiting. What an exception says may hold an address, so only its kind
    is written down.
    """
    envelope = Envelope()
    try:
        portal.address_link(upkeep_context(), dispatch_id=dispatch_id, envelope=envelope)
        if envelope.mail is None:
            return None
        posted = _post_link(envelope.mail, dispatch_id)
        portal.mark_link(upkeep_context(), dispatch_id=dispatch_id, posted=posted)
    except NotThere:
        return None
    except NoSuchKey as fault:
        logging.getLogger(__name__).warning("%s", fault)
        return Posted.UNREACHED
    except Exception as fault:  # noqa: BLE001 - see above
        logging.getLogger(__name__).warning("A private link waits: %s.", type(fault).__name__)
        return Posted.UNREACHED
    return posted


def _post_link(mail: Mail, dispatch_id: UUID) -> Posted:
    return channels.post_to_family(
        address=mail.to.words,
        message_id=dispatch_id,
        subject=mail.subject,
        text=mail.text.words,
        shown_sender=mail.sender,
    )


def _post(letter: Letter) -> bool:
    posted = channels.post(address=letter.address, message_id=letter.message_ids[0], text=letter.text)
    return posted is Posted.WENT
