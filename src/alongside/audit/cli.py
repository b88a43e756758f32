"""The room's part of the command line: `alongside audit …`."""

import sys

import click

from alongside.audit.reading import verify_database
from alongside.audit.words import VerdictWord


@click.group()
def audit() -> None:
    """Look after the log of what was done and read."""


@audit.command()
def verify() -> None:
    """Say OK, or name the first wrong entry (and exit with 1)."""
    verdict = verify_database()
    click.echo(verdict.sentence())
    if verdict.word is not VerdictWord.OK:
        sys.exit(1)
