"""Law 5, the database says no first: each constraint refuses a row that differs in one value from one it takes.

`TOLD` has a line for every constraint: its name, the table, the values of a good row that matter, and what makes
it bad. The other columns are filled with anything of their type. A constraint without a line fails.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.db.models import CheckConstraint, UniqueConstraint

from alongside.access import frame

NOW = datetime(2026, 11, 3, 15, 40, tzinfo=UTC)
BEFORE, SOMEONE, ANOTHER = NOW - timedelta(minutes=1), UUID(int=7), UUID(int=8)
Values = dict[str, Any]

GRANT = {"kind": "in_post", "membership_id": SOMEONE, "agency_id": SOMEONE, "from_at": NOW, "until_at": NOW}
CONFLICT = {"case_id": SOMEONE, "row_id": None}
CONSENT = {
    "status": "given",
    "absent_reason": "",
    "form": "verbal",
    "review_by": date(2027, 3, 1),
    "giver_responsibility": "",
    "invalid_reason": "",
    "interpreted": "",
    "feared_present": "",
}
CONSENT_CHANGE = {
    "change": "renewed",
    "review_by": date(2027, 3, 1),
    "invalid_reason": "",
    "effective_at": NOW,
    "recorded_at": NOW,
}
DISAGREEMENT = {
    "author_membership_id": SOMEONE,
    "resolved_at": NOW,
    "resolved_by_id": ANOTHER,
    "orders_checked": "yes",
    "childs_view": "He does not mind.",
    "verdict": "one_may_act",
    "reasons": "It helps him.",
    "objector_told_on": NOW.date(),
    "objector_told_how": "By telephone.",
}
DECISION = {
    "decided_by_membership_id": SOMEONE,
    "author_membership_id": SOMEONE,
    "countersignature": "given",
    "countersigned_at": NOW,
    "countersigned_by_id": ANOTHER,
    "alternative_action": "Ring the social worker on Monday.",
    "decided_at": NOW,
    "recorded_at": NOW,
    "closed_at": NOW,
    "closed_by": SOMEONE,
    "supersedes_id": None,
}

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
WAITING = {
    "withdrawn_at": NOW,
    "withdrawn_by_id": SOMEONE,
    "taken_at": NOW,
    "taken_by_id": SOMEONE,
    "answered_at": NOW,
    "answered_by_id": SOMEONE,
}
RELIANCE = {
    "thing_id": SOMEONE,
    "fact_id": ANOTHER,
    "recipient_membership_id": SOMEONE,
    "recipient_line_id": None,
    "rested_at": NOW,
    "ended_at": None,
}
CHANGED = {
    "settled": "keep",
    "words": "The duty to protect her stands.",
    "risk": "She is safe at school.",
    "settled_at": NOW,
    "settled_by_id": SOMEONE,
    "happened_at": NOW,
    "found_at": NOW,
}
STOP = {
    "to_membership_id": SOMEONE,
    "to_line_id": None,
    "acknowledged_at": NOW,
    "acknowledged_by_id": SOMEONE,
    "lifted_at": NOW,
    "lifted_by": SOMEONE,
}
RETRACTION = {
    "answer": "cannot",
    "words": "A court asked for it.",
    "confirmed_at": NOW,
    "confirmed_by_id": SOMEONE,
}
BIRTH_DATE = {
    "earliest_on": date(2009, 1, 1),
    "latest_on": date(2009, 12, 31),
    "set_aside_at": None,
    "set_aside_by": None,
}
RESPONSIBILITY = {"held": "seen", "source": "mother", "seen_on": NOW.date(), "seen_by": SOMEONE}
ORDER = {
    "seen_on": NOW.date(),
    "seen_by": SOMEONE,
    "ended_on": NOW.date(),
    "end_said_at": NOW,
    "end_said_by": SOMEONE,
}
HOME_MEMBER = {
    "child_id": SOMEONE,
    "adult_id": None,
    "share": "part",
    "left_on": NOW.date(),
    "left_said_at": NOW,
    "left_said_by": SOMEONE,
}
LOST = {"stage": "lost", "loss": "not_said", "born_on": None, "ended_on": NOW.date(), "end_said_at": NOW}
TWO = {"first_id": SOMEONE, "second_id": ANOTHER}
CONTACT = {
    "verified_on": date(2026, 11, 2),
    "verified_by_id": SOMEONE,
    "verified_how": "She said so on the telephone.",
    "ended_at": NOW,
    "ended_by_id": SOMEONE,
    "ended_why": "She has moved.",
}
BY_DECISION = {"decision_id": SOMEONE, "procedure_followed_id": None}

CHECKS: dict[str, tuple[str, Values, Values]] = {
    "a_leaf_counts_from_nought": ("audit.Leaf", {"seq": 0, "hash": b"h" * 32}, {"seq": -1}),
    "a_leaf_hash_has_32_bytes": ("audit.Leaf", {"seq": 0, "hash": b"h" * 32}, {"hash": b"h" * 31}),
    "a_node_stands_above_the_leaves": (
        "audit.Node",
        {"level": 1, "index": 0, "hash": b"h" * 32},
        {"level": 0},
    ),
    "a_node_hash_has_32_bytes": ("audit.Node", {"level": 1, "index": 0, "hash": b"h" * 32}, {"hash": b""}),
    "a_detail_has_a_salt_of_32_bytes": ("audit.Detail", {"salt": b"s" * 32}, {"salt": b"s" * 16}),
    "a_grant_ends_after_it_starts": ("access.Grant", GRANT, {"until_at": BEFORE}),
    "a_grant_names_what_its_kind_needs": ("access.Grant", GRANT, {"agency_id": None}),
    "a_conflict_names_a_case_or_a_row": ("access.Conflict", CONFLICT, {"row_id": SOMEONE}),
    "a_sent_message_says_when": ("notify.Message", {"delivery": "sent", "sent_at": NOW}, {"sent_at": None}),
    "a_membership_ends_after_it_starts": (
        "directory.Membership",
        {"from_at": NOW, "until_at": NOW},
        {"until_at": BEFORE},
    ),
    "a_discharged_duty_says_when_and_by_whom": (
        "duties.Duty",
        {"discharged_at": NOW, "discharged_by": SOMEONE},
        {"discharged_by": None},
    ),
    "an_open_concern_says_when_and_by_whom": (
        "cases.Case",
        {"concern": "significant_harm", "concern_at": NOW, "concern_by": SOMEONE},
        {"concern_by": None},
    ),
    "consent_given_says_how_and_until_when": ("consent.Consent", CONSENT, {"review_by": None}),
    "what_is_known_of_an_adult_on_record_is_not_said_twice": (
        "consent.Consent",
        {**CONSENT, "giver_adult_id": None, "giver_responsibility": "claimed"},
        {"giver_adult_id": SOMEONE},
    ),
    "consent_says_why_it_is_absent_and_only_then": ("consent.Consent", CONSENT, {"absent_reason": "lapsed"}),
    "consent_refused_is_no_other_reason": (
        "consent.Consent",
        {**CONSENT, "status": "refused", "absent_reason": "refused"},
        {"absent_reason": "no_time"},
    ),
    "what_is_kept_as_no_consent_says_why_and_only_then": (
        "consent.Consent",
        {
            **CONSENT,
            "status": "not_valid",
            "absent_reason": "not_valid",
            "invalid_reason": "not_free",
        },
        {"invalid_reason": ""},
    ),
    "a_relative_never_interprets_a_consent": ("consent.Consent", CONSENT, {"interpreted": "relative"}),
    "a_consent_is_not_given_in_front_of_someone_feared": (
        "consent.Consent",
        CONSENT,
        {"feared_present": "yes"},
    ),
    "a_consent_that_is_renewed_says_until_when": (
        "consent.ConsentChange",
        CONSENT_CHANGE,
        {"review_by": None},
    ),
    "a_consent_found_invalid_says_why": (
        "consent.ConsentChange",
        {**CONSENT_CHANGE, "change": "found_invalid", "review_by": None, "invalid_reason": "not_free"},
        {"invalid_reason": ""},
    ),
    "a_change_of_consent_is_recorded_when_or_after_it_takes_effect": (
        "consent.ConsentChange",
        CONSENT_CHANGE,
        {"recorded_at": BEFORE},
    ),
    "an_assessment_is_looked_at_again_after_it_was_made": (
        "consent.CompetenceAssessment",
        {"assessed_on": NOW.date(), "review_on": date(2026, 12, 1)},
        {"review_on": date(2026, 11, 1)},
    ),
    "an_objector_is_told_after_it_is_resolved_and_somehow": (
        "consent.Disagreement",
        DISAGREEMENT,
        {"objector_told_how": ""},
    ),
    "a_disagreement_is_resolved_by_someone_with_reasons": (
        "consent.Disagreement",
        DISAGREEMENT,
        {"reasons": ""},
    ),
    "a_disagreement_is_resolved_by_another_person": (
        "consent.Disagreement",
        DISAGREEMENT,
        {"resolved_by_id": SOMEONE},
    ),
    "an_item_left_out_says_why": (
        "sharing.Item",
        {"included": "leave_out", "left_out_reason": "It is not needed."},
        {"left_out_reason": ""},
    ),
    "a_decision_is_recorded_when_or_after_it_is_decided": (
        "sharing.Decision",
        DECISION,
        {"recorded_at": BEFORE},
    ),
    "a_countersignature_is_another_persons": ("sharing.Decision", DECISION, {"countersigned_by_id": SOMEONE}),
    "a_countersignature_says_when_and_by_whom": ("sharing.Decision", DECISION, {"countersigned_at": None}),
    "a_closed_decision_says_when_and_by_whom": ("sharing.Decision", DECISION, {"closed_by": None}),
    "a_refusal_is_never_closed_without_its_countersignature": (
        "sharing.Decision",
        DECISION,
        {"countersignature": "declined"},
    ),
    "a_refusal_that_is_countersigned_protects_another_way": (
        "sharing.Decision",
        DECISION,
        {"alternative_action": ""},
    ),
    "a_refusal_that_stands_says_when_it_is_looked_at_again": (
        "sharing.RefusalReview",
        {"verdict": "stands", "review_on": date(2026, 12, 1)},
        {"review_on": None},
    ),
    "a_disclosure_is_recorded_when_or_after_it_is_made": (
        "sharing.Disclosure",
        BY_DECISION | {"disclosed_at": NOW, "recorded_at": NOW},
        {"recorded_at": BEFORE},
    ),
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
    "someone_told_was_told_on_a_day": (
        "involvement.Telling",
        {"told": "informed", "told_on": date(2026, 11, 3), "ground": "", "authorised_by_id": None},
        {"told_on": None},
    ),
    "a_decision_names_a_child_with_its_case_or_neither": (
        "sharing.Decision",
        DECISION | {"case_id": SOMEONE, "about_child_id": SOMEONE},
        {"about_child_id": None},
    ),
    "a_disclosure_rests_on_a_decision_or_on_the_procedure_inside": (
        "sharing.Disclosure",
        BY_DECISION,
        {"decision_id": None},
    ),
    "a_procedure_followed_otherwise_says_how": (
        "sharing.ProcedureFollowed",
        {"followed": "otherwise", "words": "By telephone only."},
        {"words": ""},
    ),
    "what_was_considered_anew_says_when_and_by_whom": (
        "sharing.Considered",
        {"replaced_at": NOW, "replaced_by": SOMEONE},
        {"replaced_by": None},
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
    "a_picture_that_is_kept_is_wide_and_high": ("papers.Paper", {"wide": 1, "high": 1}, {"wide": 0}),
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
    "nothing_rests_on_itself": ("reliance.Reliance", RELIANCE, {"fact_id": SOMEONE}),
    "what_rests_went_to_a_person_or_to_a_line": (
        "reliance.Reliance",
        RELIANCE,
        {"recipient_line_id": SOMEONE},
    ),
    "a_reliance_ends_after_it_began": ("reliance.Reliance", RELIANCE, {"ended_at": BEFORE}),
    "a_change_settled_says_how_why_when_and_by_whom": ("reliance.ReliedFactChanged", CHANGED, {"words": ""}),
    "a_change_is_found_when_or_after_it_happens": (
        "reliance.ReliedFactChanged",
        CHANGED,
        {"found_at": BEFORE},
    ),
    "a_stop_notice_goes_to_a_person_or_to_a_line": ("reliance.StopNotice", STOP, {"to_line_id": SOMEONE}),
    "a_stop_acknowledged_says_when_and_by_whom": ("reliance.StopNotice", STOP, {"acknowledged_by_id": None}),
    "a_stop_lifted_says_when_and_by_whom": ("reliance.StopNotice", STOP, {"lifted_by": None}),
    "a_retraction_confirmed_says_how_when_and_by_whom": (
        "reliance.Retraction",
        RETRACTION,
        {"confirmed_by_id": None},
    ),
    "whoever_cannot_let_go_says_why": ("reliance.Retraction", RETRACTION, {"words": ""}),
    "an_unborn_child_has_an_expected_date_and_no_other": (
        "families.Child",
        {"stage": "unborn", "loss": "", "born_on": None, "expected_on": date(2027, 3, 1)},
        {"born_on": date(2026, 3, 1)},
    ),
    "only_a_lost_pregnancy_says_how_it_ended": ("families.Child", LOST, {"loss": ""}),
    "only_an_ended_life_has_a_day_on_which_it_ended": (
        "families.Child",
        {"stage": "born", "loss": "", "ended_on": None},
        {"ended_on": date(2026, 3, 1)},
    ),
    "an_ended_life_says_when_it_was_told": ("families.Child", LOST, {"end_said_at": None}),
    "a_day_of_birth_is_not_later_than_its_latest": (
        "families.BirthDate",
        BIRTH_DATE,
        {"latest_on": date(2008, 12, 31)},
    ),
    "a_date_set_aside_says_when_and_by_whom": ("families.BirthDate", BIRTH_DATE, {"set_aside_at": NOW}),
    "evidence_of_responsibility_was_seen_by_someone_on_a_day": (
        "families.Responsibility",
        RESPONSIBILITY,
        {"seen_by": None},
    ),
    "only_responsibility_that_is_held_has_a_source": (
        "families.Responsibility",
        {**RESPONSIBILITY, "held": "unknown", "source": "", "seen_on": None, "seen_by": None},
        {"source": "mother"},
    ),
    "an_order_was_seen_by_someone_on_a_day_or_not_at_all": ("families.Order", ORDER, {"seen_by": None}),
    "an_order_that_ended_says_when_and_by_whom": ("families.Order", ORDER, {"end_said_by": None}),
    "a_couple_is_two_people_in_the_order_of_their_ids": ("families.Couple", TWO, {"second_id": SOMEONE}),
    "siblings_are_two_children_in_the_order_of_their_ids": (
        "families.Siblings",
        TWO,
        {"first_id": ANOTHER},
    ),
    "a_member_of_a_home_is_a_child_or_an_adult": (
        "families.HomeMember",
        HOME_MEMBER,
        {"adult_id": SOMEONE},
    ),
    "who_lives_in_a_home_lives_there_all_or_part_of_the_time": (
        "families.HomeMember",
        HOME_MEMBER,
        {"share": "no"},
    ),
    "who_left_a_home_was_said_to_have_left_by_someone": (
        "families.HomeMember",
        HOME_MEMBER,
        {"left_said_by": None},
    ),
    "a_verified_contact_says_when_how_and_by_whom": (
        "contacts.SafeContact",
        CONTACT,
        {"verified_how": ""},
    ),
    "an_ended_contact_says_when_why_and_by_whom": ("contacts.SafeContact", CONTACT, {"ended_by_id": None}),
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
    "a_turn_on_a_line_ends_after_it_starts": (
        "directory.LineMember",
        {"from_at": NOW, "until_at": NOW},
        {"until_at": BEFORE},
    ),
}

# A second row like the first is refused; changing the one value named here makes it welcome.
ONLY_ONCE: dict[str, tuple[str, Values, Values]] = {
    "a_command_id_is_done_once_by_one_actor": ("access.Receipt", {"leaf_seq": 1}, {"actor": "another"}),
    "a_leaf_belongs_to_one_receipt": ("access.Receipt", {"leaf_seq": 1}, {"leaf_seq": 2}),
    "one_link_taken_away_runs_for_a_reader": (
        "portal.FamilyLink",
        {**LINK, "ended_at": None, "ended_by": "", "ending": "", "reader_id": SOMEONE},
        {"reader_id": ANOTHER},
    ),
    "a_code_opens_one_link": ("portal.LinkKey", {"code_digest": "a"}, {"code_digest": "b"}),
    "a_token_opens_one_link": ("portal.LinkKey", {"token_digest": "a"}, {"token_digest": "b"}),
    "a_visit_has_a_key_of_its_own": ("portal.Visit", {"key_digest": "a"}, {"key_digest": "b"}),
    "one_draft_a_page_and_author": ("access.Draft", {}, {"page": "/another"}),
    "one_open_duty_of_a_kind_a_debtor_and_a_cause": (
        "duties.Duty",
        {"discharged_at": None, "discharged_by": None},
        {"discharged_at": NOW, "discharged_by": SOMEONE},
    ),
    "one_relationship_between_a_child_and_an_adult": ("families.Relationship", {}, {"adult_id": ANOTHER}),
    "a_record_is_closed_by_one_adoption": (
        "families.Adoption",
        {"later_child_id": SOMEONE},
        {"earlier_child_id": ANOTHER},
    ),
    "a_record_is_begun_by_one_adoption": (
        "families.Adoption",
        {"earlier_child_id": SOMEONE},
        {"later_child_id": ANOTHER},
    ),
    "one_item_a_place_and_edition": ("sharing.Item", {}, {"position": 2}),
    "one_text_shown_a_matter_and_version": ("consent.TextShown", {}, {"version": 2}),
    "one_walk_a_matter_recipient_and_edition": ("sharing.Walk", {}, {"pack_id": "another"}),
    "one_profile_an_agency_and_edition": ("sharing.LawfulProfile", {}, {"edition": 2}),
    "one_procedure_an_agency_and_edition": ("sharing.Procedure", {}, {"edition": 2}),
    "one_sealed_copy_a_disclosure_and_agency": ("advice.SealedCopy", {}, {"agency_id": ANOTHER}),
    "a_line_has_its_own_name_in_an_agency": ("directory.ConsultationLine", {}, {"name": "Another"}),
    "a_no_names_consultation_is_about_a_child_once": (
        "consultations.PrivateLink",
        {},
        {"child_id": ANOTHER},
    ),
    "a_safe_contact_of_a_person_has_a_number_of_its_own": ("contacts.SafeContact", CONTACT, {"number": 2}),
    "one_sealed_place_a_safe_contact": ("contacts.ProtectedContact", {}, {"contact_id": ANOTHER}),
    "one_answer_a_place_in_a_walk": ("sharing.WalkAnswer", {}, {"position": 2}),
    "a_thing_rests_on_a_fact_once": (
        "reliance.Reliance",
        RELIANCE,
        {"thing_id": ANOTHER, "fact_id": SOMEONE},
    ),
    "a_change_is_found_once_for_each_thing_that_rests_on_the_fact": (
        "reliance.ReliedFactChanged",
        CHANGED,
        {"change": "birthday"},
    ),
}
OF_A_RECEIPT = {
    "a_record_is_closed_by_one_adoption": {"later_child_id": ANOTHER},
    "a_record_is_begun_by_one_adoption": {"earlier_child_id": ANOTHER},
    "a_command_id_is_done_once_by_one_actor": {"leaf_seq": 2},
    "a_leaf_belongs_to_one_receipt": {"actor": "another"},
    "a_code_opens_one_link": {"token_digest": "c", "link_id": ANOTHER},
    "a_token_opens_one_link": {"code_digest": "c", "link_id": ANOTHER},
}

# Where a trigger of the log speaks before the constraint can.
SAID_FIRST = {"a_leaf_counts_from_nought": "takes the next number and no other"}


def anything(field: models.Field) -> Any:
    """A value of the field's type that says nothing."""
    if field.choices:
        return field.choices[0][0]
    kinds: tuple[tuple[type[models.Field], Any], ...] = (
        (models.UUIDField, SOMEONE),
        (models.DateTimeField, NOW),
        (models.DateField, NOW.date()),
        (models.IntegerField, 1),
        (models.BinaryField, b"0"),
        (models.JSONField, {}),
    )
    return next((value for kind, value in kinds if isinstance(field, kind)), "words")


def lay(label: str, values: Values) -> None:
    """Write one row as a deed would, every column filled."""
    table = apps.get_model(label)
    row: Values = {}
    for field in table._meta.concrete_fields:
        if field.primary_key and isinstance(field, models.UUIDField):
            row[field.attname] = uuid4()
        elif field.remote_field is not None:
            row[field.attname] = SOMEONE
        elif not field.null:
            row[field.attname] = anything(field)
    table(**{**row, **values}).save(force_insert=True)


@contextmanager
def undone() -> Iterator[None]:
    """A deed whose rows are taken back: the people and things they point at need not exist."""
    with transaction.atomic(using="default"), frame.doing():
        yield
        transaction.set_rollback(True, using="default")


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_a_row_that_breaks_the_sentence_is_refused(name, empty_house):
    label, good, bad = CHECKS[name]
    with undone():
        lay(label, good)
    with pytest.raises(IntegrityError, match=SAID_FIRST.get(name, name)), undone():
        lay(label, {**good, **bad})


@pytest.mark.parametrize("name", sorted(ONLY_ONCE))
def test_what_is_there_once_is_refused_twice(name, empty_house):
    label, good, other = ONLY_ONCE[name]
    apart = OF_A_RECEIPT.get(name, {})
    with undone():
        lay(label, good)
        lay(label, {**good, **apart, **other})
    with undone():
        lay(label, good)
        with pytest.raises(IntegrityError, match="UNIQUE"):
            lay(label, {**good, **apart})


def test_every_constraint_is_seen_to_refuse():
    ours = [table for table in apps.get_models() if table.__module__.startswith("alongside.")]
    kept = {
        c.name for t in ours for c in t._meta.constraints if isinstance(c, CheckConstraint | UniqueConstraint)
    }
    told = set(CHECKS) | set(ONLY_ONCE)
    assert kept - told == set(), "Add a line for each: a good row, and the one value that makes it bad."
    assert told - kept == set(), "These constraints are gone: take their lines out."
