"""How the web server runs, read by gunicorn: one process with several threads, as the embedded database asks.

The lower-case names are gunicorn's settings; `announce` is ours.
"""

import os
import threading
import time
import urllib.error
import urllib.request
from typing import Any

import click
from django.conf import settings

LONGEST_WAIT_SECONDS = 30
PAUSE_SECONDS = 0.1
FAULT = 500  # answers from here on are ours to put right

wsgi_app = "alongside.upkeep.wsgi:application"
bind = os.environ.get("ALONGSIDE_SERVE_AT", "127.0.0.1:8000")
worker_class = "gthread"
workers = 1  # one writer at a time is a lock inside this process (docs/decisions/0002)
threads = 8
timeout = 60
graceful_timeout = 10
loglevel = "warning"
accesslog = None  # addresses of pages carry keys of records
control_socket_disable = True


def post_worker_init(worker: Any) -> None:
    """Say where to go, once, when the first worker stands."""
    if worker.age == 1:
        threading.Thread(target=announce, args=(bind,), daemon=True).start()


def announce(address: str) -> None:
    """Ask the server for its first page until it answers, then print the one line that says where to go."""
    asked = urllib.request.Request(f"http://{address}/", headers={"Host": _host(address)})
    opener = urllib.request.build_opener(_StayHere, urllib.request.ProxyHandler({}))
    latest = time.monotonic() + LONGEST_WAIT_SECONDS
    while time.monotonic() < latest:
        answer = _status(opener, asked)
        if answer >= FAULT:
            break
        if answer:  # a way to another page, or a refusal, is an answer too
            click.echo(f"Alongside is at http://{address}/ (stop it with Ctrl-C).")
            return
        time.sleep(PAUSE_SECONDS)
    click.echo(f"Alongside was started at {address} but answers with a fault, which is said above.", err=True)


class _StayHere(urllib.request.HTTPRedirectHandler):
    """Takes the first answer for an answer: following it could leave this machine."""

    def redirect_request(self, *_asked: Any, **_words: Any) -> None:
        """Follow nothing."""


def _status(opener: urllib.request.OpenerDirector, asked: urllib.request.Request) -> int:
    try:
        with opener.open(asked, timeout=5) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as answer:
        with answer:
            return answer.code
    except OSError:
        return 0


def _host(address: str) -> str:
    """A name that this installation answers to."""
    name = settings.ALLOWED_HOSTS[0] if settings.ALLOWED_HOSTS else ""
    return name if name and not name.startswith((".", "*")) else address
