"""How the people of an invented family are reached and written to: safe contacts, languages, and letters."""

from dataclasses import replace
from functools import partial
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.access.words import Tray, Unsaid
from alongside.contacts import commands as contacts
from alongside.contacts.commands import NewContact
from alongside.contacts.queries import Writing
from alongside.involvement import queries as involvement
from alongside.letters import commands as letters
from alongside.letters.pages import content_of
from alongside.upkeep.invented_matters import InventedTelling
from alongside.upkeep.invented_shapes import InventedContact, InventedFamily, InventedReader
from alongside.upkeep.past import Matter, TimeLine, soon_after
from alongside.upkeep.settling import Settled
from alongside.upkeep.words import YesOrNo


def reach(line: TimeLine, settled: Settled, family: InventedFamily) -> None:
    """Everything that is known of how to reach and write to a family, each at its time."""
    for contact in family.contacts:
        line.add(settled.at(contact.when), partial(_add, settled, family, contact))
        if contact.ended_when:
            line.add(settled.at(contact.ended_when), partial(_end, settled, family, contact))
    for reader in family.readers:
        line.add(settled.at(reader.when), partial(_say_how_to_write, settled, family, reader))


def write(line: TimeLine, matter: Matter, telling: InventedTelling) -> None:
    """The letter that went to somebody who was told, in the words of what they can read: written, and mostly printed."""
    at = max(soon_after(matter.settled.at(telling.when), minutes=5), matter.written_at)
    line.add(at, partial(_write, matter, telling))


def _write(matter: Matter, telling: InventedTelling) -> None:
    child_id, adult_id = _person(matter.settled, matter.child, telling.who)
    found = involvement.list_notices_about(matter.asker.ctx(), child_id=child_id)
    notice = next(each for each in found if each.adult_id == adult_id)
    letters.write_letter(
        matter.asker.ctx(),
        child_id=child_id,
        adult_id=adult_id,
        contact_id=matter.settled.contacts[telling.letter],
        content=replace(content_of(notice), size=telling.letter_print),
        tray=Tray() if telling.letter_printed is YesOrNo.YES else None,
    )


def _add(settled: Settled, family: InventedFamily, contact: InventedContact) -> None:
    actor = settled.actors[family.case_of]
    child_id, adult_id = _person(settled, family.children[0].key, contact.who)
    hidden_from = (_person(settled, family.children[0].key, key) for key in contact.hidden_from)
    settled.contacts[contact.key] = contacts.add_safe_contact(
        actor.ctx(),
        child_id=child_id,
        adult_id=adult_id,
        contact=NewContact(
            channel=contact.channel,
            where=Unsaid(contact.where),
            hiding=contact.hiding,
            hidden_from=tuple(adult or child for child, adult in hidden_from),
            times=contact.times,
            sender=contact.sender,
            never=contact.never,
            never_words=contact.never_words,
            safe_times=contact.safe_times,
        ),
    )
    if contact.safe_because:
        contacts.verify_contact(
            actor.ctx(),
            contact_id=settled.contacts[contact.key],
            verified_on=day_in_london(settled.at(contact.when)),
            how=contact.safe_because,
        )


def _end(settled: Settled, family: InventedFamily, contact: InventedContact) -> None:
    actor = settled.actors[family.case_of]
    contacts.end_contact(actor.ctx(), contact_id=settled.contacts[contact.key], why=contact.ended_why)


def _say_how_to_write(settled: Settled, family: InventedFamily, reader: InventedReader) -> None:
    child_id, adult_id = _person(settled, family.children[0].key, reader.who)
    contacts.say_how_to_write(
        settled.actors[family.case_of].ctx(),
        child_id=child_id,
        adult_id=adult_id,
        writing=Writing(reader.language, reader.large_print, reader.interpreter),
    )


def _person(settled: Settled, child: str, who: str) -> tuple[UUID, UUID | None]:
    """The child, and the adult; no adult where it is about a child."""
    if who in settled.children:
        return settled.children[who], None
    return settled.children[child], settled.adults[child, who]
