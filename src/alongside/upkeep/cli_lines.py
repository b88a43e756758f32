"""The lines' part of the command line: `line open`, `line join`, `line leave` and `line list`."""

from datetime import datetime
from uuid import UUID

import click

from alongside.access.commands import OPEN_END
from alongside.access.context import LONDON, upkeep_context
from alongside.access.words import Refused
from alongside.directory import commands as directory
from alongside.directory import queries as directory_queries
from alongside.directory.queries import LineCard
from alongside.upkeep.cli_partnership import DAY, OneGroup

AGENCY = click.option("--agency", "agency_name", required=True, help="The agency's name in the directory.")
WHO = click.option("--line", "line_name", required=True, help="The line's name in its agency.")


@click.group(cls=OneGroup)
def line() -> None:
    """Open consultation lines, and say who answers them."""


@line.command("open")
@click.argument("name")
@AGENCY
@click.option("--telephone", required=True, help="The number on which others ring the line.")
@click.option("--opening", default="", help="When it is answered, such as: Weekdays, nine to five.")
def open_line(name: str, *, agency_name: str, telephone: str, opening: str) -> None:
    """Open the consultation line NAME of an agency."""
    found = directory_queries.find_agency(upkeep_context(), name=agency_name)
    if found is None:
        raise Refused(f"There is no agency called {agency_name}. Add it first: alongside agency add.")
    directory.open_line(
        upkeep_context(), agency_id=found.id, name=name, telephone=telephone, opening_words=opening
    )
    click.echo(f"{name} is open. Nobody answers it yet: alongside line join.")


@line.command("join")
@click.argument("sign_in_name")
@AGENCY
@WHO
@click.option("--until", type=DAY, help="The day on which their turn ends; left out, it goes on.")
def join_line(sign_in_name: str, *, agency_name: str, line_name: str, until: datetime | None) -> None:
    """Let SIGN_IN_NAME answer a line of their agency from now on."""
    found, membership_id = _line(agency_name, line_name), _post(sign_in_name, agency_name)
    directory.join_line(
        upkeep_context(),
        line_id=found.id,
        membership_id=membership_id,
        until=until.replace(tzinfo=LONDON) if until else OPEN_END,
    )
    click.echo(f"{sign_in_name} answers {line_name}.")


@line.command("leave")
@click.argument("sign_in_name")
@AGENCY
@WHO
def leave_line(sign_in_name: str, *, agency_name: str, line_name: str) -> None:
    """End the turn of SIGN_IN_NAME on a line now. What they have taken stays theirs until they hand it on."""
    found, membership_id = _line(agency_name, line_name), _post(sign_in_name, agency_name)
    directory.leave_line(upkeep_context(), line_id=found.id, membership_id=membership_id)
    click.echo(f"{sign_in_name} no longer answers {line_name}.")


@line.command("list")
def list_lines() -> None:
    """Say which lines there are, and who answers each now."""
    for each in directory_queries.list_lines(upkeep_context()):
        members = directory_queries.list_line_members(upkeep_context(), line_id=each.id)
        click.echo(f"{each.title}, {each.telephone}")
        click.echo(f"  {', '.join(member.name for member in members) or 'Nobody answers it.'}")


def _line(agency_name: str, name: str) -> LineCard:
    found = directory_queries.find_line(upkeep_context(), agency_name=agency_name, name=name)
    if found is None:
        raise Refused(f"{agency_name} has no line called {name}. Open it first: alongside line open.")
    return found


def _post(sign_in_name: str, agency_name: str) -> UUID:
    post = directory_queries.find_post(upkeep_context(), login_name=sign_in_name, agency_name=agency_name)
    if post is None:
        raise Refused(f"Nobody who signs in as {sign_in_name} is in post at {agency_name}. Check both names.")
    return post.id
