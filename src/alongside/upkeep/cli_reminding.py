"""The reminding part of the command line: `alongside remind`, for the clock of the machine (cron, a timer)."""

import sys

import click
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from alongside.upkeep import reminding


@click.command()
@click.option("--dry-run", is_flag=True, help="Say what would be sent, and send nothing.")
def remind(*, dry_run: bool) -> None:
    """Remind people by a neutral mail of what is late or due today, once a day for each thing, and send what waits.

    A mail says that something waits, and never what, about whom or from whom. Run it as often as you like.
    """
    if settings.PLACE.mode == "real" and settings.PLACE.mail is None:
        raise ImproperlyConfigured(
            "No mail server is named, so nobody can be reminded: set ALONGSIDE_MAIL_HOST and ALONGSIDE_MAIL_FROM."
        )
    if dry_run:
        would = reminding.rehearse()
        click.echo(
            f"{_of(would)} would be reminded. {would.waiting} letters wait to be sent, and "
            f"{would.links} private links."
        )
        return
    done = reminding.remind()
    click.echo(f"{_of(done)} reminded. {done.letters} letters sent. {done.links} private links sent.")
    if done.links_late:
        click.echo(
            f"{done.links_late} private links were not taken by the mail server, or not surely. Whoever gave them "
            "is told.",
            err=True,
        )
    if done.links_held:
        click.echo(
            f"{done.links_held} private links wait because of this installation: its mail server, its settings or "
            "its keys. The log says which.",
            err=True,
        )
    if done.waiting:
        click.echo(f"{done.waiting} letters could not be sent, and wait for the next round.", err=True)
    if done.waiting or done.links_late or done.links_held:
        sys.exit(1)


def _of(counted: reminding.Round) -> str:
    return f"People with something late or due today: {counted.people} (of {counted.duties} duties)"
