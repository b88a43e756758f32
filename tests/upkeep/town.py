"""What the tests of the invented town look things up by."""

from dataclasses import fields, is_dataclass
from datetime import date
from itertools import chain

TODAY = date(2026, 11, 24)
SEED = 20


def texts(value):
    """Every text in a value, however deep, closed words apart."""
    if type(value) is str:
        yield value
    elif is_dataclass(value):
        yield from chain.from_iterable(texts(getattr(value, f.name)) for f in fields(value))
    elif isinstance(value, tuple):
        yield from chain.from_iterable(map(texts, value))


def child_of(matter, town):
    return next(c for f in town.families.values() for c in f.children if c.key == matter.children[0])
