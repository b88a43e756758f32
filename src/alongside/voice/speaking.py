"""Who says something, and under whose name it is written down: the columns that every row of this room shares."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from alongside.access import queries as access
from alongside.access.context import day_in_london
from alongside.access.gate import Act
from alongside.access.words import Answered, Ref, Refused
from alongside.contacts import commands as contacts
from alongside.families import queries as families
from alongside.families.queries import ChildCard
from alongside.involvement import commands as involvement
from alongside.voice.models import SpokenRow
from alongside.voice.words import Taken


@dataclass(frozen=True, slots=True)
class Speaker:
    """One person of a family who says something; `adult_id` is None for the child."""

    child: ChildCard
    adult_id: UUID | None
    name: str
    reader_id: UUID


def at_their_own_page(act: Act) -> Speaker:
    """Whoever does this deed at their private link. Raises NotThere for anybody else."""
    person = families.reading_person(act)
    return Speaker(person.child, person.adult_id, person.name, act.ctx.membership_id)


def heard_from(act: Act, *, child_id: UUID, adult_id: UUID | None) -> Speaker:
    """Somebody whom a practitioner on the case listened to. Raises NotThere."""
    child = families.child(act, child_id=child_id)
    name = (
        child.name if adult_id is None else families.adult_of(act, child_id=child_id, adult_id=adult_id).name
    )
    reader_id = families.reader_of(act, child_id=child_id, adult_id=adult_id)
    return Speaker(child, adult_id, name, reader_id)


def refuse_answer(act: Act, *, row: SpokenRow, words: str, field: str) -> None:
    """Refuse an answer to one person that they may not be given, or whose words say more than is theirs to know.

    While this is withheld from them it waits. Where their page is over for good (E5, E35) the answer is kept on record.
    """
    adult_id, child_id = row.adult_id, row.about_child_id
    about = Ref(row.arising_from_kind, row.arising_from_id)
    if families.may_reach(act, child_id=child_id, adult_id=adult_id) is Answered.YES:
        involvement.refuse_telling(
            act, child_id=child_id, adult_id=adult_id, name=row.person_as_named, arising_from=about
        )
    contacts.refuse_words_for(act, child_id=child_id, adult_id=adult_id, typed=(words,), field=field)


def columns(
    act: Act, who: Speaker, *, about: Ref | None, taken: Taken, language: str, said_on: date | None = None
) -> dict[str, Any]:
    """What every row says of who spoke. Raises Refused for a day to come."""
    today = day_in_london(act.now)
    if said_on is not None and said_on > today:
        raise Refused("Give the day on which they said it: it cannot be later than today.", field="said_on")
    about = about or Ref("child", who.child.id)
    return {
        "agency_id": who.child.agency_id,
        "case_id": who.child.case_id,
        "author_membership_id": access.in_whose_name(act),
        "about_child_id": who.child.id,
        "child_as_named": who.child.name,
        "adult_id": who.adult_id,
        "person_as_named": who.name,
        "arising_from_kind": about.kind,
        "arising_from_id": about.id,
        "taken": taken,
        "language": language,
        "said_on": said_on or today,
        "recorded_at": act.now,
    }
