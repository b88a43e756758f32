"""The operator's part of the command line: `alongside doctor`, `migrate` and `serve`."""

import os
import socket
import sys

import click
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connections

from alongside.upkeep import doctor as doctors
from alongside.upkeep import installing

PORT = click.IntRange(1, 65535)


@click.command()
def doctor() -> None:
    """Say OK, or what is unsafe about this installation and what to change (and exit with 1)."""
    if found := doctors.unsafe(settings.PLACE):
        click.echo("\n".join(found))
        sys.exit(1)
    click.echo("OK")


@click.command()
def migrate() -> None:
    """Bring tables and static files up to this version. Stop the server, and take a backup, first."""
    installing.bring_up(settings.PLACE)


@click.command()
@click.option("--port", type=PORT, default=8000, show_default=True)
@click.option("--bind", default="127.0.0.1", show_default=True, help="The address to listen on.")
def serve(port: int, bind: str) -> None:
    """Serve this installation. Refuses to start on anything that `alongside doctor` names."""
    refuse_a_taken_port(port, bind=bind)
    become_the_server(port, bind=bind)


def refuse_a_taken_port(port: int, *, bind: str) -> None:
    """Go on only if nothing else listens there. Raises ImproperlyConfigured otherwise."""
    try:
        with socket.create_server((bind.strip("[]"), port), family=_family(bind)):
            pass
    except OSError as refusal:
        reason = os.strerror(refusal.errno).lower() if refusal.errno else str(refusal)
        raise ImproperlyConfigured(
            f"Alongside cannot listen on port {port} of {bind} ({reason}). "
            f"Stop what is there, or take another port: --port {port + 1 if port < 65535 else port - 1}"
        ) from None


def become_the_server(port: int, *, bind: str) -> None:
    """Turn this process into the web server.

    Raises ImproperlyConfigured where the installation is unsafe or its tables are behind.
    """
    if found := doctors.unsafe(settings.PLACE, bind=bind):
        raise ImproperlyConfigured("\n".join(found))
    if installing.is_behind(settings.PLACE):
        raise ImproperlyConfigured(
            "The tables of this installation are missing or older than this version. Take a backup, then "
            "run: alongside migrate"
        )
    connections.close_all()
    plain = bind.strip("[]")
    host = f"[{plain}]" if ":" in plain else plain
    os.environ["ALONGSIDE_SERVE_AT"] = f"{host}:{port}"
    words = [sys.executable, "-m", "gunicorn", "--config", "python:alongside.upkeep.serving"]
    sys.stdout.flush()
    os.execv(sys.executable, words)  # noqa: S606 - the same Python, fixed words


def _family(bind: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in bind else socket.AF_INET
