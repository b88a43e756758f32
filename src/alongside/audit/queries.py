"""What a room above may ask of the log."""

import json

from alongside.audit.canonical import Json
from alongside.audit.models import Detail


def detail_of(*, leaf_seq: int) -> Json | None:
    """What one deed was given, as kept beside its leaf; None where it was erased lawfully."""
    row = Detail.objects.filter(leaf_seq=leaf_seq).order_by("position").first()
    return json.loads(bytes(row.content)) if row else None
