"""The writes of what a child and their family say, one file per deed; this is their door."""

from alongside.voice.commands.complaining import (
    answer_complaint,
    complain,
    record_complaint,
    who_answers_instead,
)
from alongside.voice.commands.correcting import (
    answer_correction,
    record_correction,
    say_this_is_wrong,
    weigh_my_answered,
)
from alongside.voice.commands.keeping import (
    Heard,
    confirm_words,
    keep_drawing,
    keep_pictures,
    keep_words,
    say_for_myself,
)
from alongside.voice.commands.protecting import answer_not_safe
from alongside.voice.commands.questioning import answer_question, ask

__all__ = [
    "Heard",
    "answer_complaint",
    "answer_correction",
    "answer_not_safe",
    "answer_question",
    "ask",
    "complain",
    "confirm_words",
    "keep_drawing",
    "keep_pictures",
    "keep_words",
    "record_complaint",
    "record_correction",
    "say_for_myself",
    "say_this_is_wrong",
    "weigh_my_answered",
    "who_answers_instead",
]
