"""The partnership's part of the command line: `agency`, `person` and `setting`, and what each of them does."""

from datetime import datetime
from typing import Any
from uuid import UUID

import click
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from alongside.access.context import LONDON, upkeep_context
from alongside.access.words import GrantKind, Refused
from alongside.directory import commands as directory
from alongside.directory import queries as directory_queries
from alongside.directory.queries import MemberCard
from alongside.directory.words import AgencyClass, MemberStanding, RelevantPerson, Setting
from alongside.sharing import commands as sharing
from alongside.upkeep import commands
from alongside.upkeep.lawful_defaults import profile_of_class

DAY = click.DateTime(["%Y-%m-%d"])


class OneGroup(click.Group):
    """A group whose refusals are one sentence on stderr, with exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was named."""
        try:
            return super().invoke(ctx)
        except Refused as refusal:
            raise click.ClickException(refusal.sentence) from None


@click.group(cls=OneGroup)
def agency() -> None:
    """Add agencies to the partnership, and name who keeps their lawful answers."""


@agency.command("add")
@click.argument("name")
@click.option("--class", "agency_class", type=click.Choice(AgencyClass.values), required=True)
@click.option("--telephone", required=True, help="The number on which others ring.")
@click.option(
    "--relevant-person",
    type=click.Choice(RelevantPerson.values),
    default=RelevantPerson.NOT_KNOWN.value,
    show_default=True,
    help="Whether the duty to share (Children Act 2004 s.16LA) applies to it.",
)
@click.option(
    "--policy-document",
    default="",
    help="What its appropriate policy document is called (DPA 2018 Schedule 1 Part 4). Left out, records lack it.",
)
def add_agency(
    name: str, *, agency_class: str, telephone: str, relevant_person: str, policy_document: str
) -> None:
    """Add the agency NAME, with the lawful answers from which an agency of its class begins."""
    agency_id = directory.add_agency(
        upkeep_context(),
        name=name,
        agency_class=AgencyClass(agency_class),
        relevant_person=RelevantPerson(relevant_person),
        telephone=telephone,
    )
    profile = profile_of_class(AgencyClass(agency_class), policy_document=policy_document)
    sharing.keep_profile(upkeep_context(), agency_id=agency_id, profile=profile)
    click.echo(f"{name} is in the directory.")
    click.echo("It begins with these lawful answers. Let its data-protection officer read them:")
    click.echo(f"  {profile.power}; Article {profile.art6}; {profile.art9_and_sch1}.")


@agency.command("lawful-keeper")
@click.argument("sign_in_name")
@click.option("--agency", "agency_name", required=True, help="The agency whose lawful answers they keep.")
@click.option("--until", type=DAY, required=True, help="Until which day they hold the office.")
def name_lawful_keeper(sign_in_name: str, *, agency_name: str, until: datetime) -> None:
    """Name SIGN_IN_NAME the data-protection officer who keeps an agency's lawful answers and procedure."""
    post = _post(sign_in_name, agency_name=agency_name)
    directory.name_lawful_keeper(
        upkeep_context(),
        membership_id=post.id,
        agency_id=post.agency_id,
        until=until.replace(tzinfo=LONDON),
    )
    click.echo(
        f"{post.name} keeps the lawful answers and the procedure of {agency_name} until {until.date()}."
    )


@click.group(cls=OneGroup)
def person() -> None:
    """Add people who sign in, and say when somebody leaves."""


@person.command("add")
@click.argument("name")
@click.option("--agency", "agency_name", required=True, help="The agency's name in the directory.")
@click.option("--role", required=True, help="What they are there, such as: School nurse.")
@click.option("--sign-in-name", required=True)
@click.option("--telephone", default="", help="Their own number; the agency's where there is none.")
@click.option("--email", default="", help="Where to say that something waits, and nothing more.")
@click.option(
    "--standing",
    type=click.Choice(MemberStanding.values),
    default=MemberStanding.PRACTITIONER.value,
    show_default=True,
    help="An administrator keeps accounts and sees no content.",
)
@click.option(
    "--safeguarding-lead-until", type=DAY, help="Oversees safeguarding in the agency until this day."
)
@click.password_option(help="Asked for when left out, and not shown.")
def add_person(name: str, agency_name: str, password: str, **words: Any) -> None:
    """Add the person NAME, with an account and a post that begins now."""
    found = directory_queries.find_agency(upkeep_context(), name=agency_name)
    if found is None:
        raise Refused(f"There is no agency called {agency_name}. Add it first: alongside agency add.")
    _refuse_weak(password)
    login_id = commands.open_login(
        upkeep_context(), login_name=words["sign_in_name"], email=words["email"], password=password
    )
    practitioner_id = directory.add_practitioner(upkeep_context(), name=name, login_id=login_id)
    membership_id = directory.begin_membership(
        upkeep_context(),
        practitioner_id=practitioner_id,
        agency_id=found.id,
        role=words["role"],
        telephone=words["telephone"],
        standing=MemberStanding(words["standing"]),
    )
    if until := words["safeguarding_lead_until"]:
        _give_oversight(membership_id, agency_id=found.id, until=until)
    click.echo(f"{name} signs in as {words['sign_in_name']}.")


@person.command("leave")
@click.argument("sign_in_name")
@click.option("--agency", "agency_name", required=True, help="The agency that they leave.")
def leave(sign_in_name: str, *, agency_name: str) -> None:
    """End the post of SIGN_IN_NAME in an agency now: access ends with it, the records stay with the agency."""
    post = _post(sign_in_name, agency_name=agency_name)
    directory.end_membership(upkeep_context(), membership_id=post.id)
    click.echo(f"{post.name} has left {agency_name}.")


OFFICES = {"oversight": GrantKind.OVERSIGHT, "lawful-answers": GrantKind.LAWFUL_ANSWERS}


@person.command("leave-office")
@click.argument("sign_in_name")
@click.option("--agency", "agency_name", required=True, help="The agency in which they hold it.")
@click.option("--office", type=click.Choice(list(OFFICES)), required=True, help="Which office ends.")
def leave_office(sign_in_name: str, *, agency_name: str, office: str) -> None:
    """End an office of SIGN_IN_NAME in an agency now, before its day; their post goes on."""
    post = _post(sign_in_name, agency_name=agency_name)
    directory.end_office(
        upkeep_context(), kind=OFFICES[office], membership_id=post.id, agency_id=post.agency_id
    )
    click.echo(f"{post.name} holds the office {office} at {agency_name} no more.")


@click.group(cls=OneGroup)
def setting() -> None:
    """Decide something for the whole partnership."""


@setting.command("decide")
@click.argument(
    "name", type=click.Choice([each.value for each in Setting if each is not Setting.DEMONSTRATION])
)
@click.argument("value")
@click.option("--from", "from_on", type=DAY, required=True, help="From which day it counts.")
@click.option("--source", required=True, help="Who decided it, and where that is written down.")
def decide_setting(name: str, value: str, from_on: datetime, source: str) -> None:
    """Decide that NAME is VALUE from a day on. Records from before keep what counted then."""
    directory.decide_setting(
        upkeep_context(), name=Setting(name), value=value, from_on=from_on.date(), source=source
    )
    click.echo(f"{Setting(name).label}: {value}, from {from_on.date()}.")


def _post(sign_in_name: str, *, agency_name: str) -> MemberCard:
    """The running post of somebody in an agency. Raises Refused where there is none."""
    post = directory_queries.find_post(upkeep_context(), login_name=sign_in_name, agency_name=agency_name)
    if post is None:
        raise Refused(f"Nobody who signs in as {sign_in_name} is in post at {agency_name}. Check both names.")
    return post


def _give_oversight(membership_id: UUID, *, agency_id: UUID, until: datetime) -> None:
    directory.give_oversight(
        upkeep_context(),
        membership_id=membership_id,
        agency_id=agency_id,
        until=until.replace(tzinfo=LONDON),
    )


def _refuse_weak(password: str) -> None:
    try:
        validate_password(password)
    except ValidationError as weak:
        raise Refused(f"Choose another password. {' '.join(weak.messages)}") from None
