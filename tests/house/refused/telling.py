"""What the database refuses of what reaches a family, and what they say."""

from datetime import date, timedelta

from tests.house.refused.values import ANOTHER, BEFORE, NOW, SOMEONE, Told

TELLING = {
    "told": "withheld",
    "told_on": None,
    "words": "It would tip him off.",
    "ground": "prejudices_police_or_court",
    "review_on": date(2026, 11, 10),
    "authorisation": "given",
    "authorised_at": NOW,
    "authorised_by_id": ANOTHER,
    "author_membership_id": SOMEONE,
    "reviewer_id": None,
    "office": "police",
    "office_words": "DS Pike with the social worker, by telephone.",
    "permanence": "until_review",
}
SAID = {
    "form": "words",
    "drawing_id": None,
    "taken": "themselves",
    "read_back": "not_needed",
    "safety": "not_safe",
    "acted_at": NOW,
    "acted_by_id": SOMEONE,
}
ANSWERED = {"answer": "put_right", "answered_at": NOW, "answered_by_id": SOMEONE}
LINK = {
    "adult_id": SOMEONE,
    "way": "taken_away",
    "written_for": "adult",
    "second_thing": "phrase",
    "given_at": NOW,
    "until_at": NOW + timedelta(days=1),
    "ending": "revoked",
    "ended_at": NOW,
    "ended_by": "someone",
}

DISPATCH = {"delivery": "not_sent", "why": "held", "settled_at": NOW, "failures": 1, "failed_at": NOW}

CHECKS: Told = {
    "a_link_that_waits_no_more_says_since_when": ("portal.Dispatch", DISPATCH, {"settled_at": None}),
    "a_link_that_leaves_says_until_when_it_is_waited_for": (
        "portal.Dispatch",
        {**DISPATCH, "delivery": "leaving", "why": "", "settled_at": None, "held_until_at": NOW},
        {"held_until_at": None},
    ),
    "a_link_not_sent_says_why": ("portal.Dispatch", DISPATCH, {"why": ""}),
    "a_failed_sending_says_when_and_how_often": ("portal.Dispatch", DISPATCH, {"failed_at": None}),
    "someone_told_was_told_on_a_day": (
        "involvement.Telling",
        {
            "told": "informed",
            "told_on": date(2026, 11, 3),
            "ground": "",
            "authorised_by_id": None,
            "reviewer_id": None,
        },
        {"told_on": None},
    ),
    "a_part_taken_has_a_day_and_one_not_taken_a_reason": (
        "involvement.Part",
        {"happened": "yes", "happened_on": NOW.date()},
        {"happened_on": None},
    ),
    "withholding_has_a_ground_and_a_review_and_needs_a_second_person": (
        "involvement.Telling",
        TELLING,
        {"ground": ""},
    ),
    "another_office_that_authorises_is_named": ("involvement.Telling", TELLING, {"office_words": ""}),
    "a_police_or_court_hold_is_authorised_by_the_police_with_social_care": (
        "involvement.Telling",
        TELLING,
        {"office": "safeguarding_lead"},
    ),
    "an_authorisation_says_when_and_by_whom": ("involvement.Telling", TELLING, {"authorised_at": None}),
    "withholding_is_authorised_by_another_person": (
        "involvement.Telling",
        TELLING,
        {"authorised_by_id": SOMEONE},
    ),
    "a_word_in_place_of_whoever_withheld_is_another_persons": (
        "involvement.Telling",
        {**TELLING, "reviewer_id": ANOTHER},
        {"reviewer_id": SOMEONE},
    ),
    "a_notice_to_the_child_is_read_by_the_child_and_by_no_one_else": (
        "involvement.Notice",
        {"adult_id": None, "about_child_id": SOMEONE, "reader_id": SOMEONE},
        {"reader_id": ANOTHER},
    ),
    "a_notice_says_something_in_a_language": (
        "involvement.Notice",
        {"adult_id": ANOTHER, "reader_id": ANOTHER, "title": "What was decided"},
        {"title": ""},
    ),
    "what_was_said_in_words_has_words_and_a_drawing_its_picture": (
        "voice.Said",
        SAID | {"form": "words", "words": "I like my teacher.", "drawing_id": None},
        {"words": ""},
    ),
    "what_somebody_put_down_themselves_needs_no_reading_back": (
        "voice.Said",
        SAID,
        {"taken": "typed"},
    ),
    "what_was_done_for_somebody_not_safe_says_when_by_whom_and_what_they_were_told": (
        "voice.Said",
        SAID,
        {"told_back": ""},
    ),
    "a_correction_says_what_is_wrong": ("voice.Correction", ANSWERED, {"words": ""}),
    "an_answered_correction_says_how_why_when_and_by_whom": (
        "voice.Correction",
        ANSWERED,
        {"answer_words": ""},
    ),
    "a_question_asks_something": (
        "voice.Question",
        {k: v for k, v in ANSWERED.items() if k != "answer"},
        {"words": ""},
    ),
    "an_answered_question_says_what_when_and_by_whom": (
        "voice.Question",
        {k: v for k, v in ANSWERED.items() if k != "answer"},
        {"answered_by_id": None},
    ),
    "a_complaint_says_what_it_is_about": (
        "voice.Complaint",
        {k: v for k, v in ANSWERED.items() if k != "answer"},
        {"words": ""},
    ),
    "an_answered_complaint_says_what_when_and_by_whom": (
        "voice.Complaint",
        {k: v for k, v in ANSWERED.items() if k != "answer"},
        {"answered_by_id": None},
    ),
    "a_link_taken_away_needs_a_second_thing": ("portal.FamilyLink", LINK, {"second_thing": ""}),
    "an_adults_page_is_written_for_an_adult": ("portal.FamilyLink", LINK, {"written_for": "young_words"}),
    "a_link_that_ended_says_when_why_and_by_whom": ("portal.FamilyLink", LINK, {"ended_by": ""}),
    "a_signature_has_a_typed_name": ("portal.Signature", {"name_as_typed": "Gwen"}, {"name_as_typed": ""}),
    "a_link_runs_out_after_it_is_given": ("portal.FamilyLink", LINK, {"until_at": BEFORE}),
    "a_printed_letter_says_when_and_how_often": (
        "letters.Letter",
        {"printed_at": NOW, "printings": 1},
        {"printings": 0},
    ),
    "a_letter_says_something_to_somebody": (
        "letters.Letter",
        {"printed_at": NOW, "printings": 1},
        {"title": ""},
    ),
}

ONLY_ONCE: Told = {
    "one_link_taken_away_runs_for_a_reader": (
        "portal.FamilyLink",
        {**LINK, "ended_at": None, "ended_by": "", "ending": "", "reader_id": SOMEONE},
        {"reader_id": ANOTHER},
    ),
    "a_code_opens_one_link": ("portal.LinkKey", {"code_digest": "a"}, {"code_digest": "b"}),
    "a_token_opens_one_link": ("portal.LinkKey", {"token_digest": "a"}, {"token_digest": "b"}),
    "a_visit_has_a_key_of_its_own": ("portal.Visit", {"key_digest": "a"}, {"key_digest": "b"}),
}
