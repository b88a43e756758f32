"""What the server's own log may say: which page, never which record."""

import logging
from typing import Any


class WithoutAddresses(logging.Filter):
    """Replaces the address in a line about a request, which carries keys of records, by the name of its page."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every line through, changed where it speaks of a request."""
        request: Any = getattr(record, "request", None)
        path = getattr(request, "path", None)
        if path and isinstance(record.args, tuple):
            match = getattr(request, "resolver_match", None)
            page = match.view_name if match else "no page of ours"
            record.args = tuple(page if each == path else each for each in record.args)
        return True
