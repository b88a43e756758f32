"""What the database refuses of consent, and what rests on it."""

from datetime import date

from tests.house.refused.values import ANOTHER, BEFORE, NOW, SOMEONE, Told

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
    "cause": "",
    "new_recipient_as_named": "",
    "new_purpose": "",
    "new_through_kind": "",
    "new_through_id": None,
    "invalid_reason": "",
    "effective_at": NOW,
    "recorded_at": NOW,
}
DISAGREEMENT = {
    "orders_looked_for_at": NOW,
    "orders_looked_for_by_id": ANOTHER,
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
RELIANCE = {
    "thing_id": SOMEONE,
    "fact_id": ANOTHER,
    "recipient_membership_id": SOMEONE,
    "recipient_line_id": None,
    "rested_at": NOW,
    "ended_at": None,
}
CHANGED = {
    "told_how": "",
    "settled": "keep",
    "words": "The duty to protect her stands.",
    "risk": "She is safe at school.",
    "settled_at": NOW,
    "settled_by_id": SOMEONE,
    "happened_at": NOW,
    "found_at": NOW,
}
KEPT = {
    **CHANGED,
    "change": "consent_withdrawn",
    "settled": "keep",
    "basis": "statute",
    "told_on": NOW.date(),
    "told_how": "On a visit",
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

CHECKS: Told = {
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
    "a_consent_that_runs_on_says_until_when": (
        "consent.ConsentChange",
        CONSENT_CHANGE,
        {"review_by": None},
    ),
    "a_consent_that_something_reaches_beyond_says_what": (
        "consent.ConsentChange",
        {
            **CONSENT_CHANGE,
            "change": "reached_further",
            "cause": "new_agency",
            "new_recipient_as_named": "Jo Lee, Landlord",
            "new_purpose": "A warm flat.",
            "new_through_kind": "decision",
            "new_through_id": SOMEONE,
        },
        {"new_recipient_as_named": ""},
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
    "orders_are_looked_for_by_someone_at_a_moment": (
        "consent.Disagreement",
        DISAGREEMENT,
        {"orders_looked_for_by_id": None},
    ),
    "a_disagreement_is_resolved_after_orders_were_looked_for": (
        "consent.Disagreement",
        DISAGREEMENT,
        {"orders_looked_for_at": None, "orders_looked_for_by_id": None},
    ),
    "a_disagreement_is_resolved_by_another_person": (
        "consent.Disagreement",
        DISAGREEMENT,
        {"resolved_by_id": SOMEONE},
    ),
    "nothing_rests_on_itself": ("reliance.Reliance", RELIANCE, {"fact_id": SOMEONE}),
    "what_rests_went_to_a_person_or_to_a_line": (
        "reliance.Reliance",
        RELIANCE,
        {"recipient_line_id": SOMEONE},
    ),
    "nothing_is_looked_at_again_later_than_on_its_own_day": (
        "reliance.LookAgain",
        {"own_on": NOW.date(), "on": NOW.date()},
        {"own_on": date(2026, 11, 2)},
    ),
    "a_reliance_ends_after_it_began": ("reliance.Reliance", RELIANCE, {"ended_at": BEFORE}),
    "a_change_settled_says_how_why_when_and_by_whom": ("reliance.ReliedFactChanged", CHANGED, {"words": ""}),
    "a_change_is_found_when_or_after_it_happens": (
        "reliance.ReliedFactChanged",
        CHANGED,
        {"found_at": BEFORE},
    ),
    "what_is_kept_without_what_it_rested_on_names_another_ground": (
        "reliance.ReliedFactChanged",
        KEPT,
        {"basis": ""},
    ),
    "whoever_was_told_that_it_is_kept_was_told_in_some_way": (
        "reliance.ReliedFactChanged",
        KEPT,
        {"told_how": ""},
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
}

ONLY_ONCE: Told = {
    "one_text_shown_a_matter_and_version": ("consent.TextShown", {}, {"version": 2}),
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
