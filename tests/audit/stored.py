"""A log in memory, to be tampered with by the tests of its verification."""

import json

from alongside.audit import canonical
from alongside.audit.entry import Entry
from alongside.audit.tree import Frontier, leaf_hash
from alongside.audit.verify import verify

SALT = bytes(32)


def entry(number, **changes):
    fields = {
        "deeds": [{"action": "page:opened", "about": "-"}],
        "ts": 1_790_000_000_000_000 + number,
        "actor": "0192f0c1-2b3c-7d4e-8f50-000000000001",
        "session": "5f" * 16,
        "agency": "0192f0c1-2b3c-7d4e-8f50-000000000002",
        "purpose": "direct_work",
        "outcome": "done",
        "policy": "ab" * 32,
        "request": "-",
        "details": [f"words of {number}", "more"] if number % 3 == 0 else [],
    }
    return Entry(**{**fields, **changes})


class Stored:
    """A log in memory, to be tampered with."""

    def __init__(self, size, **changes):
        self.leaves, self.nodes, self.details = [], [], []
        self.frontier = Frontier()
        for number in range(size):
            one = entry(number, **changes)
            written = one.detail_bytes()
            body = one.body(number, commitments=[canonical.commitment(each, salt=SALT) for each in written])
            self.leaves.append((number, body, leaf_hash(body)))
            self.details.extend((number, place, SALT, each) for place, each in enumerate(written))
            self.frontier, made = self.frontier.append(leaf_hash(body))
            self.nodes.extend((node.level, node.index, node.hash) for node in made)

    def put_body(self, seq, body, *, kept=None):
        self.leaves[seq] = (seq, body, leaf_hash(body) if kept is None else kept)

    def rewrite(self, seq, **changes):
        """Change fields of an entry and make its own hash fit."""
        body = canonical.encode({**json.loads(self.leaves[seq][1]), **changes})
        self.put_body(seq, body)

    def grow_nodes_again(self):
        """Make the whole tree fit what the entries now say, as an insider would."""
        frontier, self.nodes = Frontier(), []
        for _, _, kept in self.leaves:
            frontier, made = frontier.append(kept)
            self.nodes.extend((node.level, node.index, node.hash) for node in made)

    def verdict(self):
        return verify(self.leaves, nodes=self.nodes, details=self.details)
