"""The closed words of the log: who acts when no person does, what a verdict says, what can be wrong."""

from enum import StrEnum


class SystemActor(StrEnum):
    """Who acts when no practitioner does. A word here can never be somebody's name."""

    UPKEEP = "upkeep"


class VerdictWord(StrEnum):
    """What a verification answers. Rolled back, fork and incomplete come with signed checkpoints."""

    OK = "OK"
    TAMPERED = "TAMPERED"


class Wrong(StrEnum):
    """What is wrong with the first wrong entry; the value finishes the sentence "entry 17: …"."""

    LEAF_MISSING = "the entry is missing"
    LEAF_HASH = "its text is not the text that was written"
    LEAF_NOT_CANONICAL = "its text is not in canonical form"
    LEAF_MISNUMBERED = "its text carries another number, so entries were moved"
    LEAF_FIELDS = "its text lacks a field of an entry, or has one too many"
    NODE_MISSING = "a tree node that it completed is missing"
    NODE_HASH = "a tree node that it completed was changed"
    NODE_SURPLUS = "a tree node is stored that no entry completes"
    DETAIL_CHANGED = "a detail is not the detail that it was written with"
    DETAIL_SURPLUS = "a detail is stored that it was not written with"
