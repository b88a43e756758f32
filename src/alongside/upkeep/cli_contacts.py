"""The part of the command line for the key of protected contacts: `contacts rewrap`."""

import click
from django.core.exceptions import ImproperlyConfigured

from alongside.access.context import upkeep_context
from alongside.contacts import commands
from alongside.contacts.sealing import Unreadable
from alongside.portal import commands as portal


@click.group()
def contacts() -> None:
    """Look after the key under which families' addresses are kept."""


@contacts.command("rewrap")
def rewrap() -> None:
    """Seal every address, and every link that waits to be sent, anew under ALONGSIDE_CONTACTS_KEY.

    After the key was changed, with the server stopped.
    """
    try:
        commands.rewrap(upkeep_context())
        portal.reseal_links(upkeep_context())
    except Unreadable as refusal:
        raise ImproperlyConfigured(str(refusal)) from None
    click.echo("Every address is kept under the key in use. Take ALONGSIDE_CONTACTS_KEY_BEFORE out.")
