"""Reminds people of what is late or due today, and sends what waits in the outbox: for the clock of the machine."""

from dataclasses import dataclass

from alongside.access.context import upkeep_context
from alongside.duties import commands as duties
from alongside.notify import channels
from alongside.notify import commands as notify
from alongside.notify.commands import Letter
from alongside.reliance import commands as reliance


@dataclass(frozen=True, slots=True)
class Round:
    """What one round did, or would do: people reminded, duties they owe, letters sent, and those still waiting."""

    people: int
    duties: int
    letters: int
    waiting: int


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
    return Round(reminded.people, reminded.duties, sent, to_send - sent)


def rehearse() -> Round:
    """Say what a round would do now. Nothing is written and nothing is sent."""
    reminded = duties.count_reminders(upkeep_context())
    letters = [letter for letter in notify.gather_letters(upkeep_context()) if letter.address]
    return Round(reminded.people, reminded.duties, 0, len(letters))


def _post(letter: Letter) -> bool:
    return channels.post(address=letter.address, message_id=letter.message_ids[0], text=letter.text)
