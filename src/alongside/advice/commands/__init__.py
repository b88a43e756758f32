"""The writes of the side that is asked, one file per deed; this is their door."""

from alongside.advice.commands.answering import GivenView, give_view

__all__ = ["GivenView", "give_view"]
