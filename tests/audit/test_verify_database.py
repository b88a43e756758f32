"""The stored log is verified where it lies, by the command line, and as a file by somebody else."""

import os
import shutil
import sqlite3
import subprocess
import sys

import pytest
from click.testing import CliRunner
from django.db import connection, transaction

from alongside.audit import cli, log, rows
from alongside.audit.reading import verify_database
from alongside.audit.verify import main
from tests.audit.stored import entry


@pytest.fixture
def kept_log(log_file):
    """A log of 20 entries, written as the gate writes them."""
    with transaction.atomic():
        log.append_many(entry(number) for number in range(20))
    return log_file


def force(*statements):
    """What somebody does who holds the database file."""
    with connection.cursor() as cursor:
        names = cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in names:
            cursor.execute(f"DROP TRIGGER {name}")
        cursor.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            cursor.execute(statement)


def test_the_stored_log_is_verified_where_it_lies(kept_log):
    verdict = verify_database()

    assert (verdict.size, verdict.root) == (20, log.head(origin="alongside.example/log").root)
    with transaction.atomic():
        assert verify_database() == verdict


def test_the_command_says_ok(kept_log):
    answer = CliRunner().invoke(cli.audit, ["verify"])

    assert answer.exit_code == 0
    assert answer.output.startswith("OK: 20 entries, root ")


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "UPDATE audit_leaf SET body = CAST(REPLACE(body, 'done', 'gone') AS BLOB) WHERE seq = 9",
            "entry 9",
        ),
        ("UPDATE audit_leaf SET hash = zeroblob(32) WHERE seq = 9", "entry 9"),
        ('UPDATE audit_node SET hash = zeroblob(32) WHERE level = 2 AND "index" = 2', "entry 11"),
        ("DELETE FROM audit_leaf WHERE seq = 9", "entry 9"),
        ("UPDATE audit_leaf SET seq = 1000 - seq WHERE seq >= 0", "entry 0"),
        ("DELETE FROM audit_leaf WHERE seq > 14", "entry 15"),
        ("UPDATE audit_detail SET content = x'2222' WHERE leaf_seq = 9 AND position = 1", "entry 9"),
        ("INSERT INTO audit_node VALUES (0, 3, zeroblob(32))", "entry 0"),
        ("INSERT INTO audit_node VALUES (3, -3, zeroblob(32))", "entry 0"),
        ("INSERT INTO audit_node VALUES (63, 3, zeroblob(32))", "entry 0"),
    ],
)
def test_the_command_names_the_first_wrong_entry_and_exits_with_1(kept_log, statement, said):
    force(statement)

    answer = CliRunner().invoke(cli.audit, ["verify"])

    assert answer.exit_code == 1
    assert answer.output.startswith(f"TAMPERED: {said}: ")


def test_somebody_else_verifies_the_file_without_django_and_without_us(kept_log, tmp_path):
    connection.close()
    code = (
        "import sys\n"
        "from alongside.audit.verify import main\n"
        "status = main([sys.argv[1]])\n"
        "assert not any(name.split('.')[0] in {'django', 'click'} for name in sys.modules)\n"
        "sys.exit(status)\n"
    )
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO")}
    answer = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, kept_log],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        cwd=tmp_path,
    )

    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.startswith("OK: 20 entries, root ")


def test_a_file_is_verified_as_the_program_would(kept_log, capsys):
    force("UPDATE audit_leaf SET hash = zeroblob(32) WHERE seq = 9")
    connection.close()

    assert main([str(kept_log)]) == 1
    assert capsys.readouterr().out.startswith("TAMPERED: entry 9: ")


def test_a_log_in_use_is_verified_with_what_is_not_yet_in_the_file(kept_log, capsys):
    connection.close()
    other = sqlite3.connect(kept_log, isolation_level=None)
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("PRAGMA wal_autocheckpoint = 0")
    with transaction.atomic():
        log.append_many([entry(20)])

    assert main([str(kept_log)]) == 0
    assert capsys.readouterr().out.startswith("OK: 21 entries")
    other.close()


def test_a_copy_of_a_log_is_verified_where_nothing_can_be_written(kept_log, tmp_path, capsys):
    connection.close()
    with sqlite3.connect(kept_log) as other:
        other.execute("PRAGMA journal_mode = WAL")
    other.close()
    copy = tmp_path / "a copy?mode=rw#1.sqlite3"
    shutil.copyfile(kept_log, copy)
    before = sorted(tmp_path.iterdir())

    assert main([str(copy)]) == 0
    assert capsys.readouterr().out.startswith("OK: 20 entries")
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100])
def test_a_file_that_is_no_log_is_said_to_be_none(tmp_path, capsys, content):
    path = tmp_path / "other.sqlite3"
    path.write_bytes(content)

    assert main([str(path)]) == 2
    assert "cannot be read as a log" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_said_not_to_be(tmp_path, capsys):
    assert main([str(tmp_path / "nowhere")]) == 2
    assert "There is no file" in capsys.readouterr().err


def test_rows_of_a_wrong_kind_are_read_as_empty_bytes():
    class Odd:
        def execute(self, sql):
            return [(0, "words", None)]

    assert list(rows.leaves(Odd())) == [(0, b"", b"")]
