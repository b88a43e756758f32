"""The demonstration's part of the command line: `alongside demonstration load` and `serve`."""

import click
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from alongside.upkeep import demonstration as invented
from alongside.upkeep import doctor, installing
from alongside.upkeep.cli_installation import PORT, become_the_server, refuse_a_taken_port


@click.group()
def demonstration() -> None:
    """Try Alongside with invented people, on this machine alone."""
    if settings.PLACE.mode == "real":
        raise ImproperlyConfigured(
            "A real installation never holds invented people. For a demonstration set "
            "ALONGSIDE_MODE=demonstration and ALONGSIDE_HOME to a folder of its own."
        )


@demonstration.command()
def load() -> None:
    """Fill a new database with invented agencies, people, families and talks. Does nothing where they are."""
    _lay_out()


@demonstration.command()
@click.option("--port", type=PORT, default=8000, show_default=True)
def serve(port: int) -> None:
    """Make what is missing (tables, static files, people), then serve on this machine."""
    refuse_a_taken_port(port, bind="127.0.0.1")
    _lay_out()
    become_the_server(port, bind="127.0.0.1")


def _lay_out() -> None:
    installing.bring_up(settings.PLACE)
    if not doctor.holds_demonstration():
        invented.load()
