"""What the database refuses of the log, the access rule, the directory and duties."""

from tests.house.refused.values import BEFORE, NOW, SOMEONE, Told

GRANT = {"kind": "in_post", "membership_id": SOMEONE, "agency_id": SOMEONE, "from_at": NOW, "until_at": NOW}
CONFLICT = {"case_id": SOMEONE, "row_id": None}
RUNNING = {"discharged_at": None, "discharged_by": None}
NEVER_MOVED = {"moved_at": None, "moved_from": None, "moved_because": ""}

CHECKS: Told = {
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
        {"discharged_at": NOW, "discharged_by": SOMEONE, **NEVER_MOVED},
        {"discharged_by": None},
    ),
    "a_duty_that_moved_says_when_from_which_day_and_why": (
        "duties.Duty",
        {"moved_at": NOW, "moved_from": NOW, "moved_because": "the 16th birthday", **RUNNING},
        {"moved_because": ""},
    ),
    "an_open_concern_says_when_and_by_whom": (
        "cases.Case",
        {"concern": "significant_harm", "concern_at": NOW, "concern_by": SOMEONE},
        {"concern_by": None},
    ),
    "a_picture_that_is_kept_is_wide_and_high": ("papers.Paper", {"wide": 1, "high": 1}, {"wide": 0}),
    "a_turn_on_a_line_ends_after_it_starts": (
        "directory.LineMember",
        {"from_at": NOW, "until_at": NOW},
        {"until_at": BEFORE},
    ),
}

ONLY_ONCE: Told = {
    "a_command_id_is_done_once_by_one_actor": ("access.Receipt", {"leaf_seq": 1}, {"actor": "another"}),
    "a_leaf_belongs_to_one_receipt": ("access.Receipt", {"leaf_seq": 1}, {"leaf_seq": 2}),
    "one_draft_a_page_and_author": ("access.Draft", {}, {"page": "/another"}),
    "one_open_duty_of_a_kind_a_debtor_and_a_cause": (
        "duties.Duty",
        {**RUNNING, **NEVER_MOVED},
        {"discharged_at": NOW, "discharged_by": SOMEONE},
    ),
    "a_line_has_its_own_name_in_an_agency": ("directory.ConsultationLine", {}, {"name": "Another"}),
}
