"""The command line imports a part only when it is asked for; the server says once where to go."""

import json
import socket
import subprocess
import sys

import pytest
from click.testing import CliRunner
from django.core.exceptions import ImproperlyConfigured

from alongside.upkeep import cli, serving
from alongside.upkeep.cli_installation import refuse_a_taken_port


def test_help_lists_every_part_and_needs_no_installation():
    listed = subprocess.run(
        [sys.executable, "-m", "alongside.upkeep.cli", "--help"],
        env={},
        capture_output=True,
        text=True,
        check=False,
    )
    assert listed.returncode == 0
    assert all(name in listed.stdout for name in cli.PARTS)


def test_the_guidance_part_wakes_no_installation():
    asked = (
        "import json, sys; from alongside.upkeep.cli import alongside;"
        "alongside(['guidance', '--help'], standalone_mode=False);"
        "print(json.dumps([n for n in sys.modules if n.startswith(('django.db', 'django.apps', 'alongside.'))]))"
    )
    ran = subprocess.run([sys.executable, "-c", asked], env={}, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    woken = [
        name
        for name in json.loads(ran.stdout.splitlines()[-1])
        if not name.startswith(("alongside.upkeep", "alongside.guidance"))
    ]
    assert woken == []


def test_an_unknown_part_is_refused():
    refused = CliRunner().invoke(cli.alongside, ["gossip"])
    assert refused.exit_code == 2
    assert "gossip" in refused.output


@pytest.mark.parametrize("name", sorted(cli.PARTS))
def test_every_part_can_be_asked_for_help(name):
    answered = CliRunner().invoke(cli.alongside, [name, "--help"])
    assert answered.exit_code == 0, answered.output


def test_a_taken_port_is_one_sentence():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(
            ImproperlyConfigured, match=rf"port {port} .*take another port: --port {port + 1}"
        ):
            refuse_a_taken_port(port, bind="127.0.0.1")
    refuse_a_taken_port(port, bind="127.0.0.1")


@pytest.mark.parametrize("answers", [[200], [302], [404], [0, 0, 200]])
def test_the_server_says_where_to_go_once_it_answers(answers, monkeypatch, capsys):
    given = iter(answers)
    monkeypatch.setattr(serving, "_status", lambda *_: next(given))
    monkeypatch.setattr(serving, "PAUSE_SECONDS", 0)
    serving.announce("127.0.0.1:8000")
    assert capsys.readouterr().out == "Alongside is at http://127.0.0.1:8000/ (stop it with Ctrl-C).\n"


def test_the_server_says_so_when_it_answers_with_a_fault(monkeypatch, capsys):
    monkeypatch.setattr(serving, "_status", lambda *_: 500)
    serving.announce("127.0.0.1:8000")
    said = capsys.readouterr()
    assert said.out == ""
    assert "fault" in said.err


def test_only_the_first_worker_says_where_to_go(monkeypatch):
    started = []
    monkeypatch.setattr(serving.threading, "Thread", lambda **words: started.append(words) or _Still())
    for age in (1, 2):
        serving.post_worker_init(type("Worker", (), {"age": age})())
    assert len(started) == 1


class _Still:
    def start(self) -> None:
        pass


def test_the_server_is_one_process_of_several_threads():
    assert (serving.worker_class, serving.workers) == ("gthread", 1)
    assert serving.threads > 1
    assert serving.accesslog is None
