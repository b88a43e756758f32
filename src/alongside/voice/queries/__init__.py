"""The reads of what a child and their family say, one file per reader; this is their door."""

from alongside.voice.queries.for_practitioners import (
    ChildVoice,
    ComplaintCard,
    CorrectionCard,
    SaidCard,
    Spoken,
    list_child_voice,
    list_corrections,
    list_not_safe,
    list_these,
    list_words_in,
    open_complaint,
    open_correction,
    open_said,
)
from alongside.voice.queries.for_themselves import MyComplaint, MyCorrection, MyVoice, MyWords, list_my_words

__all__ = [
    "ChildVoice",
    "ComplaintCard",
    "CorrectionCard",
    "MyComplaint",
    "MyCorrection",
    "MyVoice",
    "MyWords",
    "SaidCard",
    "Spoken",
    "list_child_voice",
    "list_corrections",
    "list_my_words",
    "list_not_safe",
    "list_these",
    "list_words_in",
    "open_complaint",
    "open_correction",
    "open_said",
]
