"""A small invented partnership to try Alongside with, brought in through the rooms' own commands.

Its past is told by letting each deed happen at a time before now (`context.at_time`), oldest first, so that the
log of a demonstration reads like any other.
"""

from datetime import date, timedelta
from uuid import UUID

from alongside.access import context
from alongside.cases import commands as cases
from alongside.cases.commands import NewChild
from alongside.directory import commands as directory
from alongside.directory.words import Setting
from alongside.sharing import commands as sharing
from alongside.upkeep import commands, invented_talks
from alongside.upkeep.invented_people import AGENCIES, CHILDREN, PEOPLE, InventedPerson
from alongside.upkeep.lawful_defaults import profile_of_class
from alongside.upkeep.storytelling import Actor, Story

SENTENCE = "This is a demonstration. Everybody in it is invented."
WHY_THIS_EDITION = (
    "The practice guide names this chart. It was superseded by the advice of 2024; "
    "this demonstration follows it to show the guide as it is."
)
SETTINGS = (
    (Setting.PARTNERSHIP_NAME, "Marlbrook Safeguarding Partnership", "Invented for this demonstration"),
    (Setting.CSC_TELEPHONE, "01632 960 101", "A number kept free for fiction"),
    (
        Setting.GUIDANCE_EDITION,
        "hmg-2018-07",
        WHY_THIS_EDITION,
    ),
)
BEGAN_BEFORE = timedelta(days=60)
OVERSIGHT_FOR = timedelta(days=365)


def load() -> None:
    """Fill an empty, migrated database with invented agencies, people, families and consultations.

    Begins by deciding that this is a demonstration, so that no half-filled one can pass for a real installation.
    """
    now = context.clock()
    with context.at_time(now - BEGAN_BEFORE):
        _decide(from_on=date(2018, 7, 1))
        agencies = {key: _agency(key) for key in AGENCIES}
        actors = {person.login_name: _person(person, agencies) for person in PEOPLE}
        children = {key: _child(key, actors) for key in CHILDREN}
    invented_talks.tell(Story(actors, children, now))


def _decide(*, from_on: date) -> None:
    for name, value, source in ((Setting.DEMONSTRATION, SENTENCE, "The command that filled it"), *SETTINGS):
        directory.decide_setting(
            context.upkeep_context(), name=name, value=value, from_on=from_on, source=source
        )


def _agency(key: str) -> UUID:
    agency = AGENCIES[key]
    agency_id = directory.add_agency(
        context.upkeep_context(),
        name=agency.name,
        agency_class=agency.agency_class,
        relevant_person=agency.relevant_person,
        telephone=agency.telephone,
    )
    profile = profile_of_class(agency.agency_class, policy_document=agency.policy_document)
    sharing.keep_profile(context.upkeep_context(), agency_id=agency_id, profile=profile)
    return agency_id


def _person(person: InventedPerson, agencies: dict[str, UUID]) -> Actor:
    agency_id = agencies[person.agency]
    login_id = commands.open_login(
        context.upkeep_context(), login_name=person.login_name, email="", password=None
    )
    practitioner_id = directory.add_practitioner(
        context.upkeep_context(), name=person.name, login_id=login_id
    )
    membership_id = directory.begin_membership(
        context.upkeep_context(),
        practitioner_id=practitioner_id,
        agency_id=agency_id,
        role=person.role,
        telephone=person.telephone,
        standing=person.standing,
    )
    if person.oversees == "yes":
        directory.give_oversight(
            context.upkeep_context(),
            membership_id=membership_id,
            agency_id=agency_id,
            until=context.clock() + OVERSIGHT_FOR,
        )
    return Actor(membership_id, practitioner_id, agency_id, person.name)


def _child(key: str, actors: dict[str, Actor]) -> UUID:
    invented = CHILDREN[key]
    return cases.begin_work(
        actors[invented.of].ctx(), child=NewChild(invented.name, invented.born_on), adult=invented.adult
    )
