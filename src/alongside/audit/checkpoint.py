"""A checkpoint says how long the log was and what its root was: others keep it and compare. Pure.

The text is the body of a C2SP tlog-checkpoint: origin, size, root, a line each. Its place in what comes
later: the signed note appends an empty line and signature lines to this body, made by a signer of its own
that checks consistency first; witnesses add their cosignature lines to the same note. The body stays.
"""

import base64
import binascii
import re
from dataclasses import dataclass

from alongside.audit.tree import EMPTY_ROOT, HASH_BYTES

LONGEST_ORIGIN = 200
LARGEST_SIZE = 2**63 - 1
# A name for keys: no spaces, no plus sign (C2SP signed-note).
_ORIGIN = re.compile(r"[^\s+]+")
_SIZE = re.compile(r"0|[1-9][0-9]{0,18}", re.ASCII)


class NotACheckpointError(ValueError):
    """The text or the values are not those of a checkpoint; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The log named `origin` had `size` entries and this 32-byte `root`.

    Size and root come from here, never from a proof, because a proof by itself binds neither. Raises
    NotACheckpointError for values that no log can have.
    """

    origin: str
    size: int
    root: bytes

    def __post_init__(self) -> None:
        if (
            not _ORIGIN.fullmatch(self.origin)
            or len(self.origin) > LONGEST_ORIGIN
            or not self.origin.isprintable()
        ):
            raise NotACheckpointError(
                f"The origin is one line of 1 to {LONGEST_ORIGIN} letters without spaces or plus signs."
            )
        if type(self.size) is not int or not 0 <= self.size <= LARGEST_SIZE:
            raise NotACheckpointError("The size counts entries from 0.")
        if not isinstance(self.root, bytes) or len(self.root) != HASH_BYTES:
            raise NotACheckpointError(f"The root has {HASH_BYTES} bytes.")
        if self.size == 0 and self.root != EMPTY_ROOT:
            raise NotACheckpointError("An empty log has one root only.")


def body(checkpoint: Checkpoint) -> str:
    """Spell a checkpoint as the three lines of a C2SP body, each ended by a newline; not yet signed."""
    root = base64.standard_b64encode(checkpoint.root).decode()
    return f"{checkpoint.origin}\n{checkpoint.size}\n{root}\n"


def parse(text: str) -> Checkpoint:
    """Read the body of a checkpoint. Raises NotACheckpointError for any text that `body` would not write.

    Extension lines and signatures are refused until something here understands them.
    """
    lines = text.split("\n")
    if len(lines) != 4 or lines[3]:
        raise NotACheckpointError("A checkpoint is three lines, each ended by a newline.")
    origin, size, root = lines[:3]
    if not _SIZE.fullmatch(size):
        raise NotACheckpointError("The second line is the size, in digits without leading noughts.")
    try:
        checkpoint = Checkpoint(origin=origin, size=int(size), root=base64.b64decode(root, validate=True))
    except binascii.Error as error:
        raise NotACheckpointError("The third line is the root in base64.") from error
    if body(checkpoint) != text:
        raise NotACheckpointError("The checkpoint has another spelling than its own.")
    return checkpoint
