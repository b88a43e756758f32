"""What the database refuses of decisions and what was shared."""

from datetime import date

from tests.house.refused.values import ANOTHER, BEFORE, NOW, SOMEONE, Told

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
BY_DECISION = {"decision_id": SOMEONE, "procedure_followed_id": None}

CHECKS: Told = {
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
}

ONLY_ONCE: Told = {
    "one_item_a_place_and_edition": ("sharing.Item", {}, {"position": 2}),
    "one_walk_a_matter_recipient_and_edition": ("sharing.Walk", {}, {"pack_id": "another"}),
    "one_profile_an_agency_and_edition": ("sharing.LawfulProfile", {}, {"edition": 2}),
    "one_procedure_an_agency_and_edition": ("sharing.Procedure", {}, {"edition": 2}),
    "one_answer_a_place_in_a_walk": ("sharing.WalkAnswer", {}, {"position": 2}),
}
