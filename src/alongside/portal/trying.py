"""How often one address may try keys in a minute: codes that do not exist have no link whose tries could be counted."""

import threading
from collections import OrderedDict, deque
from datetime import datetime, timedelta

TRIES, IN = 20, timedelta(minutes=1)
REMEMBERED = 10_000


class Tries:
    """The last tries of each address, in this process alone."""

    def __init__(self) -> None:
        self._of: OrderedDict[str, deque[datetime]] = OrderedDict()
        self._lock = threading.Lock()

    def may_try(self, address: str, *, now: datetime) -> bool:
        """Count a try; whether it is one of the first twenty in a minute."""
        with self._lock:
            mine = self._of.setdefault(address, deque())
            self._of.move_to_end(address)
            while len(self._of) > REMEMBERED:
                self._of.popitem(last=False)
            while mine and mine[0] <= now - IN:
                mine.popleft()
            if len(mine) >= TRIES:
                return False
            mine.append(now)
            return True

    def forget(self) -> None:
        """Begin anew, as when the house is started."""
        with self._lock:
            self._of.clear()


TRIED = Tries()
