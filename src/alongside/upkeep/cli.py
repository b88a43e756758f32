"""The command line, `alongside`: one program, whose parts are imported only when they are asked for.

So `alongside guidance check` stays pure and quick, and needs no installation.
"""

import importlib
import os
import sys
from dataclasses import dataclass
from enum import StrEnum

import click
from django.core.exceptions import ImproperlyConfigured


class Needs(StrEnum):
    """What must stand before a part of the command line can be imported."""

    NOTHING = "nothing"
    INSTALLATION = "installation"


@dataclass(frozen=True, slots=True)
class Part:
    """One part: where it is (`module:name`), what it needs, and the line that `--help` shows for it."""

    place: str
    needs: Needs
    line: str


PARTS = {
    "agency": Part(
        "alongside.upkeep.cli_partnership:agency",
        Needs.INSTALLATION,
        "Add agencies, and name who keeps their lawful answers.",
    ),
    "audit": Part(
        "alongside.audit.cli:audit", Needs.INSTALLATION, "Look after the log of what was done and read."
    ),
    "contacts": Part(
        "alongside.upkeep.cli_contacts:contacts",
        Needs.INSTALLATION,
        "Look after the key under which families' addresses are kept.",
    ),
    "demonstration": Part(
        "alongside.upkeep.cli_demonstration:demonstration",
        Needs.INSTALLATION,
        "Try Alongside with invented people.",
    ),
    "doctor": Part(
        "alongside.upkeep.cli_installation:doctor",
        Needs.INSTALLATION,
        "Say what is unsafe about this installation.",
    ),
    "guidance": Part(
        "alongside.guidance.cli:guidance", Needs.NOTHING, "Check, walk and draw the published flowcharts."
    ),
    "languages": Part(
        "alongside.languages.cli:languages", Needs.NOTHING, "Look after the translations of family texts."
    ),
    "line": Part(
        "alongside.upkeep.cli_lines:line",
        Needs.INSTALLATION,
        "Open consultation lines, and say who answers them.",
    ),
    "migrate": Part(
        "alongside.upkeep.cli_installation:migrate",
        Needs.INSTALLATION,
        "Bring tables and static files up to this version.",
    ),
    "person": Part(
        "alongside.upkeep.cli_partnership:person",
        Needs.INSTALLATION,
        "Add people who sign in, and say when one leaves.",
    ),
    "remind": Part(
        "alongside.upkeep.cli_reminding:remind",
        Needs.INSTALLATION,
        "Remind people by neutral mail of what is late or due today.",
    ),
    "serve": Part("alongside.upkeep.cli_installation:serve", Needs.INSTALLATION, "Serve this installation."),
    "setting": Part(
        "alongside.upkeep.cli_partnership:setting",
        Needs.INSTALLATION,
        "Decide something for the whole partnership.",
    ),
}


class Program(click.Group):
    """A click group that finds its parts in a table and imports one only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the parts."""
        return sorted(PARTS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import one part; None for a name that is not in the table."""
        part = PARTS.get(cmd_name)
        if part is None:
            return None
        if part.needs is Needs.INSTALLATION:
            _wake_the_installation()
        module, _, name = part.place.partition(":")
        command = getattr(importlib.import_module(module), name)
        if not isinstance(command, click.Command):
            raise TypeError(f"{part.place} is not a part of a command line.")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the parts from the table, importing none."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, PARTS[name].line) for name in self.list_commands(ctx)])


@click.group(cls=Program)
def alongside() -> None:
    """Alongside helps practitioners in different agencies think together about a child, with the family."""


def main() -> None:
    """Run the command line. What an installation lacks is said as a sentence on stderr, with exit code 1."""
    os.umask(0o077)  # nothing that an installation writes is for other people of the same machine
    try:
        alongside(prog_name="alongside")
    except ImproperlyConfigured as refusal:
        click.echo(str(refusal), err=True)
        sys.exit(1)


def _wake_the_installation() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.web.settings")
    django = importlib.import_module("django")
    django.setup()


if __name__ == "__main__":
    main()
