"""The body of a checkpoint: three lines, one spelling."""

import base64

import pytest

from alongside.audit.checkpoint import Checkpoint, NotACheckpointError, body, parse
from alongside.audit.tree import EMPTY_ROOT

ROOT = bytes(range(32))
ROOT_TEXT = base64.standard_b64encode(ROOT).decode()
RIGHT = f"partnership.example/log\n17\n{ROOT_TEXT}\n"


def test_a_checkpoint_is_written_as_origin_size_and_root():
    assert body(Checkpoint(origin="partnership.example/log", size=17, root=ROOT)) == RIGHT


def test_what_is_written_is_read_back_the_same():
    assert parse(RIGHT) == Checkpoint(origin="partnership.example/log", size=17, root=ROOT)


@pytest.mark.parametrize(
    "text",
    [
        "",
        RIGHT[:-1],
        RIGHT + "\n",
        RIGHT + "an extension\n",
        RIGHT.replace("\n", "\r\n"),
        RIGHT.replace("17", "017"),
        RIGHT.replace("17", "+17"),
        RIGHT.replace("17", "-1"),
        RIGHT.replace("17", " 17"),
        RIGHT.replace("17", "1_7"),
        RIGHT.replace("17", "١٧"),
        RIGHT.replace("17", "9" * 19),
        RIGHT.replace("17", "0"),
        RIGHT.replace(ROOT_TEXT, ROOT_TEXT[:-1]),
        RIGHT.replace(ROOT_TEXT, ROOT_TEXT[:-2] + "9="),
        RIGHT.replace(ROOT_TEXT, base64.standard_b64encode(ROOT[:31]).decode()),
        RIGHT.replace(ROOT_TEXT, ROOT_TEXT + " "),
        RIGHT.replace("partnership.example/log", ""),
        RIGHT.replace("partnership.example/log", "two words"),
        RIGHT.replace("partnership.example/log", "a+b"),
        RIGHT.replace("partnership.example/log", "a\u2028b"),
        RIGHT.replace("partnership.example/log", "x" * 201),
    ],
)
def test_another_spelling_is_refused(text):
    with pytest.raises(NotACheckpointError):
        parse(text)


def test_an_empty_log_has_one_checkpoint():
    empty = Checkpoint(origin="partnership.example/log", size=0, root=EMPTY_ROOT)

    assert parse(body(empty)) == empty


@pytest.mark.parametrize("root", [b"", "x" * 32, bytes(31)])
def test_a_root_of_another_shape_is_refused(root):
    with pytest.raises(NotACheckpointError, match="32 bytes"):
        Checkpoint(origin="partnership.example/log", size=1, root=root)
