"""What is unsafe about an installation is said, a sentence each, and nothing starts on it."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connections

from alongside.access.context import upkeep_context
from alongside.access.sqlite import driver
from alongside.directory import commands as directory
from alongside.directory.words import Setting
from alongside.upkeep import doctor
from alongside.web.place import Place

KEY = "a long random text that only this installation knows, 1 2 3 4"
CONTACTS_KEY = "a2V5IG9mIHByb3RlY3RlZCBjb250YWN0cyAzMiBieXQ="


@pytest.fixture
def place(tmp_path) -> Place:
    """A real installation of its own folder, without a database yet."""
    tmp_path.chmod(0o700)
    return Place(tmp_path, "real", ("alongside.example.org",), KEY, "")


@pytest.fixture
def kept(place, empty_house) -> Place:
    """The same with a laid database that only its owner can read."""
    shutil.move(empty_house, place.database)
    place.database.chmod(0o600)
    connections.close_all()
    for alias in ("default", "reader"):
        connections[alias].settings_dict["NAME"] = str(place.database)
    return place


def decide_demonstration() -> None:
    directory.decide_setting(
        upkeep_context(), name=Setting.DEMONSTRATION, value="yes", from_on=date(2026, 1, 1), source="a test"
    )


def test_a_new_place_is_safe(place):
    assert doctor.unsafe(place) == ()


def test_a_kept_place_is_safe_and_may_be_reached_from_outside(kept):
    assert doctor.unsafe(kept, bind="192.0.2.10") == ()


@pytest.mark.parametrize("mode", ["debugging", "demonstration"])
def test_debugging_and_demonstration_stay_on_this_machine(place, mode):
    (said,) = doctor.unsafe(replace(place, mode=mode), bind="192.0.2.10")
    assert f"ALONGSIDE_MODE={mode}" in said
    assert doctor.unsafe(replace(place, mode=mode), bind="127.0.0.1") == ()


@pytest.mark.parametrize(
    ("address", "answer"),
    [
        ("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("[::1]", True), ("localhost", True),
        ("0.0.0.0", False), ("::", False), ("192.0.2.1", False), ("", False), ("alongside.example.org", False),
    ],
)  # fmt: skip
def test_only_an_address_of_this_machine_is_a_loopback(address, answer):
    assert doctor.is_loopback(address) is answer


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644])
def test_a_database_that_others_can_read_is_refused(kept, mode):
    kept.database.chmod(mode)
    (said,) = doctor.unsafe(kept)
    assert said.endswith(f"chmod 600 {kept.database}")


@pytest.mark.parametrize("end", ["-wal", "-shm"])
def test_a_write_ahead_log_that_others_can_read_is_refused(place, end):
    beside = place.home / f"alongside.sqlite3{end}"
    beside.touch()
    beside.chmod(0o644)
    (said,) = doctor.unsafe(place)
    assert str(beside) in said


@pytest.mark.parametrize("mode", [0o750, 0o701, 0o755])
def test_a_folder_that_others_can_enter_is_refused(place, mode):
    place.home.chmod(mode)
    (said,) = doctor.unsafe(place)
    assert said.endswith(f"chmod 700 {place.home}")


@pytest.mark.parametrize(
    ("version", "answer"),
    [
        ((3, 40, 1), False), ((3, 51, 1), False), ((3, 51, 2), False), ((3, 52, 0), False),
        ((3, 51, 3), True), ((3, 53, 0), True), ((3, 53, 4), True), ((4, 0, 0), True),
    ],
)  # fmt: skip
def test_a_sqlite_that_can_lose_its_log_is_not_safe(version, answer):
    assert driver.is_safe(version) is answer


def test_an_old_sqlite_is_refused_with_what_to_do(place, monkeypatch):
    def refuse() -> None:
        raise ImproperlyConfigured("Alongside needs SQLite 3.51.3 or newer. Install the package pysqlite3.")

    monkeypatch.setattr(driver, "choose", refuse)
    (said,) = doctor.unsafe(place)
    assert "pysqlite3" in said


def test_invented_people_in_a_real_installation_are_refused(kept):
    decide_demonstration()
    (said,) = doctor.unsafe(kept)
    assert "ALONGSIDE_HOME" in said
    assert doctor.unsafe(replace(kept, mode="demonstration")) == ()


def test_a_database_without_tables_holds_no_demonstration(place, empty_house, tmp_path):
    connections.close_all()
    bare = tmp_path / "bare.sqlite3"
    bare.touch(mode=0o600)
    for alias in ("default", "reader"):
        connections[alias].settings_dict["NAME"] = str(bare)
    assert not doctor.holds_demonstration()


def test_a_writer_that_does_not_wait_for_the_disk_is_refused(kept):
    with connections["default"].cursor() as cursor:
        cursor.execute("PRAGMA synchronous=NORMAL")
    (said,) = doctor.unsafe(kept)
    assert "synchronous" in said


def test_everything_is_said_at_once(kept):
    decide_demonstration()
    kept.database.chmod(0o644)
    kept.home.chmod(0o755)
    assert len(doctor.unsafe(kept)) >= 3


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """The command line in a real installation of its own."""
    home = tmp_path_factory.mktemp("real") / "home"
    real = {
        "ALONGSIDE_MODE": "real",
        "ALONGSIDE_HOME": str(home),
        "ALONGSIDE_SECRET_KEY": KEY,
        "ALONGSIDE_CONTACTS_KEY": CONTACTS_KEY,
    }

    def run(*words: str, **changed: str) -> subprocess.CompletedProcess[str]:
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("ALONGSIDE_", "DJANGO_"))
        }
        return subprocess.run(
            [sys.executable, "-m", "alongside.upkeep.cli", *words],
            env={**kept, **real, **changed},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    run.home = home
    return run


@pytest.mark.long
def test_the_command_line_lays_an_installation_that_the_doctor_finds_safe(run):
    behind = run("serve", "--port", "18999")
    assert behind.returncode == 1
    assert "alongside migrate" in behind.stderr
    laid = run("migrate")
    assert (laid.returncode, laid.stdout, laid.stderr) == (0, "", "")
    assert run("doctor").stdout == "OK\n"

    (run.home / "alongside.sqlite3").chmod(0o644)
    told, served = run("doctor"), run("serve", "--port", "18999")
    assert told.returncode == served.returncode == 1
    assert "chmod 600" in told.stdout
    assert "chmod 600" in served.stderr
    assert "Traceback" not in served.stderr


def test_a_real_installation_never_loads_invented_people(run):
    refused = run("demonstration", "load")
    assert refused.returncode == 1
    assert "ALONGSIDE_MODE=demonstration" in refused.stderr


def test_a_missing_secret_is_one_sentence(run):
    refused = run("doctor", ALONGSIDE_SECRET_KEY="")
    assert refused.returncode == 1
    assert refused.stderr.startswith("ALONGSIDE_SECRET_KEY is missing")
    assert refused.stderr.count("\n") == 1
