"""What the database refuses of consultations and the side that is asked."""

from tests.house.refused.values import ANOTHER, BEFORE, NOW, SOMEONE, Told

WAITING = {
    "withdrawn_at": NOW,
    "withdrawn_by_id": SOMEONE,
    "taken_at": NOW,
    "taken_by_id": SOMEONE,
    "answered_at": NOW,
    "answered_by_id": SOMEONE,
}

CHECKS: Told = {
    "a_talk_is_recorded_when_or_after_it_is_held": (
        "consultations.Talk",
        {"talked_at": NOW, "recorded_at": NOW},
        {"recorded_at": BEFORE},
    ),
    "a_consultation_only_in_writing_says_why": (
        "consultations.Talk",
        {"medium": "secure_mail", "why_not_spoken": "She is on leave."},
        {"why_not_spoken": ""},
    ),
    "a_corrected_note_says_what_was_said": (
        "advice.AdviserView",
        {"note_state": "corrected", "correction": "I said Tuesday."},
        {"correction": ""},
    ),
    "an_answer_in_writing_says_something": (
        "advice.AdviserView",
        {"note_state": "answered", "view": "I would see him at home."},
        {"view": ""},
    ),
    "a_question_withdrawn_says_when_and_by_whom": (
        "advice.WaitingQuestion",
        WAITING,
        {"withdrawn_by_id": None},
    ),
    "a_question_taken_says_when_and_by_whom": (
        "advice.WaitingQuestion",
        WAITING,
        {"taken_by_id": None},
    ),
    "a_question_answered_says_when_and_by_whom": (
        "advice.WaitingQuestion",
        WAITING,
        {"answered_by_id": None},
    ),
    "a_question_is_taken_before_it_is_answered": (
        "advice.WaitingQuestion",
        WAITING,
        {"taken_at": None, "taken_by_id": None},
    ),
    "a_named_consultation_has_a_case_and_a_child_and_one_without_names_has_neither": (
        "consultations.Consultation",
        {"mode": "no_names", "case_id": None, "about_child_id": None, "child_as_named": ""},
        {"child_as_named": "Ayo"},
    ),
    "a_person_asked_is_no_line": (
        "consultations.PersonAsked",
        {"membership_id": SOMEONE, "line_id": None, "left_at": None, "left_by": None},
        {"line_id": SOMEONE},
    ),
    "a_person_left_says_when_and_by_whom": (
        "consultations.PersonAsked",
        {"line_id": None, "left_at": NOW, "left_by": SOMEONE},
        {"left_by": None},
    ),
    "a_slip_that_corrects_says_what_was_said": (
        "consultations.ReturnedSlip",
        {"note_state": "corrected", "correction": "Twice a day, not three times."},
        {"correction": ""},
    ),
    "what_was_spoken_is_recorded_when_or_after_it_was": (
        "consultations.SpokenRecord",
        {"spoken_at": NOW, "recorded_at": NOW},
        {"recorded_at": BEFORE},
    ),
    "a_view_that_was_weighed_says_how_it_counted_and_another_reason_what_it_is": (
        "consultations.Outcome",
        {"child_view": "weighed", "child_view_words": "She wants to stay at her school."},
        {"child_view_words": ""},
    ),
    "a_step_is_recorded_when_or_after_it_is_taken": (
        "consultations.NextStep",
        {"done_at": NOW, "recorded_at": NOW},
        {"recorded_at": BEFORE},
    ),
}

ONLY_ONCE: Told = {
    "one_sealed_copy_a_disclosure_and_agency": ("advice.SealedCopy", {}, {"agency_id": ANOTHER}),
    "a_no_names_consultation_is_about_a_child_once": (
        "consultations.PrivateLink",
        {},
        {"child_id": ANOTHER},
    ),
}
