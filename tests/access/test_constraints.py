"""The database says no first (law 5): one refusal for each constraint of every room, and none forgotten.

Each entry gives the words that make a row good and the words that make the same row break one sentence.
"""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction

from alongside.access import frame
from alongside.access.routing import WRITER
from tests.people import NOW

ONE, OTHER = uuid4(), uuid4()
BEFORE = NOW - timedelta(seconds=1)

GRANT = {"kind": "admitted", "membership_id": ONE, "case_id": ONE, "from_at": NOW, "until_at": NOW}
CONSENT = {"status": "given", "absent_reason": "", "form": "spoken", "review_by": NOW.date()}
DECISION = {"countersignature": "not_needed", "supersedes_id": None}
GIVEN = {
    "countersignature": "given", "countersigned_at": NOW, "countersigned_by_id": ONE, "alternative_action": "Watch",
}  # fmt: skip
TOLD = {"told": "told", "told_on": NOW.date()}

# name of the constraint: table, what makes the row good, what breaks this sentence and no other
CHECKS = {
    "a_grant_ends_after_it_starts": ("access.Grant", GRANT, {"until_at": BEFORE}),
    "a_grant_names_what_its_kind_needs": ("access.Grant", GRANT, {"case_id": None}),
    "a_conflict_names_a_case_or_a_row": ("access.Conflict", {"case_id": ONE}, {"row_id": ONE}),
    "a_sent_message_says_when": ("notify.Message", {"delivery": "waiting"}, {"delivery": "sent"}),
    "a_membership_ends_after_it_starts": ("directory.Membership", {}, {"until_at": BEFORE}),
    "a_discharged_duty_says_when_and_by_whom": ("duties.Duty", {}, {"discharged_at": NOW}),
    "an_open_concern_says_when_and_by_whom": (
        "cases.Case", {"concern": "none_recorded"}, {"concern": "significant_harm"},
    ),
    "consent_given_says_how_and_until_when": ("consent.Consent", CONSENT, {"review_by": None}),
    "consent_says_why_it_is_absent_and_only_then": ("consent.Consent", CONSENT, {"absent_reason": "refused"}),
    "consent_refused_is_no_other_reason": (
        "consent.Consent", CONSENT | {"status": "refused", "absent_reason": "refused"},
        {"absent_reason": "not_asked"},
    ),
    "an_item_left_out_says_why": (
        "sharing.Item", {"included": "share", "left_out_reason": ""}, {"included": "leave_out"},
    ),
    "a_decision_is_recorded_when_or_after_it_is_decided": ("sharing.Decision", DECISION, {"recorded_at": BEFORE}),
    "a_countersignature_is_another_persons": (
        "sharing.Decision", DECISION | GIVEN, {"decided_by_membership_id": ONE},
    ),
    "a_countersignature_says_when_and_by_whom": ("sharing.Decision", DECISION | GIVEN, {"countersigned_at": None}),
    "a_closed_decision_says_when_and_by_whom": ("sharing.Decision", DECISION, {"closed_at": NOW}),
    "a_refusal_is_never_closed_without_its_countersignature": (
        "sharing.Decision", DECISION | {"closed_at": NOW, "closed_by": ONE, "alternative_action": "Watch"},
        {"countersignature": "awaited"},
    ),
    "a_refusal_that_is_countersigned_protects_another_way": (
        "sharing.Decision", DECISION | GIVEN, {"alternative_action": ""},
    ),
    "a_disclosure_is_recorded_when_or_after_it_is_made": ("sharing.Disclosure", {}, {"recorded_at": BEFORE}),
    "a_talk_is_recorded_when_or_after_it_is_held": (
        "consultations.Talk", {"medium": "telephone"}, {"recorded_at": BEFORE},
    ),
    "a_consultation_only_in_writing_says_why": (
        "consultations.Talk", {"medium": "telephone", "why_not_spoken": ""}, {"medium": "secure_mail"},
    ),
    "a_corrected_note_says_what_was_said": (
        "consultations.AdviserView", {"note_state": "confirmed", "correction": ""}, {"note_state": "corrected"},
    ),
    "someone_told_was_told_on_a_day": ("consultations.Telling", TOLD, {"told_on": None}),
}  # fmt: skip

# name of the constraint, or table and field of a unique field: table, what makes the first row good, what two share
UNIQUE = {
    "a_command_id_is_done_once_by_one_actor": ("access.Receipt", {}, {"command_id": ONE, "actor": "x"}),
    "a_leaf_belongs_to_one_receipt": ("access.Receipt", {}, {"leaf_seq": 7}),
    "one_draft_a_page_and_author": ("access.Draft", {}, {"author_membership_id": ONE, "page": "/x"}),
    "one_open_duty_of_a_kind_a_debtor_and_a_cause": (
        "duties.Duty", {}, {"kind": "outcome", "debtor_membership_id": ONE, "arising_from_id": ONE},
    ),
    "one_relationship_between_a_child_and_an_adult": (
        "families.Relationship", {}, {"child_id": ONE, "adult_id": ONE},
    ),
    "one_item_a_place_and_edition": (
        "sharing.Item", {"included": "share"}, {"arising_from_id": ONE, "edition": 1, "position": 1},
    ),
    "one_walk_a_matter_recipient_and_edition": (
        "sharing.Walk", {}, {"arising_from_id": ONE, "recipient_id": ONE, "pack_id": "x"},
    ),
    "one_answer_a_place_in_a_walk": ("sharing.WalkAnswer", {}, {"walk_id": ONE, "position": 1}),
    "directory.Agency.name": ("directory.Agency", {}, {"name": "x"}),
    "directory.Practitioner.login": ("directory.Practitioner", {}, {"login_id": 1}),
    "duties.LocalHoliday.day": ("duties.LocalHoliday", {}, {"day": NOW.date()}),
    "sharing.LawfulProfile.agency": ("sharing.LawfulProfile", {}, {"agency_id": ONE}),
    "sharing.Decision.supersedes": ("sharing.Decision", DECISION, {"supersedes_id": ONE}),
    "consultations.AdviserView.disclosure": (
        "consultations.AdviserView", {"note_state": "confirmed"}, {"disclosure_id": ONE},
    ),
}  # fmt: skip

_RUNNING = iter(range(1, 10**6))


def some_value(field):
    """Any value that the field's column takes, different each time where that can matter."""
    if isinstance(field, models.UUIDField | models.ForeignKey):
        return uuid4()
    if isinstance(field, models.JSONField):
        return {}
    if isinstance(field, models.DateTimeField):
        return NOW
    if isinstance(field, models.DateField):
        return NOW.date() + timedelta(days=next(_RUNNING))
    if isinstance(field, models.IntegerField):
        return next(_RUNNING)
    return "" if field.blank else str(next(_RUNNING))


def insert(label, words):
    model = apps.get_model(label)
    needed = {f.attname: some_value(f) for f in model._meta.concrete_fields if not f.null}
    model._default_manager.create(**needed | words)


@pytest.fixture
def writing(empty_house):
    """A transaction in which rows are written past every command, and undone: keys may lead nowhere."""
    with frame.doing(), transaction.atomic(using=WRITER):
        yield
        transaction.set_rollback(True, using=WRITER)


@pytest.mark.parametrize("name", CHECKS)
def test_a_row_that_breaks_the_sentence_is_refused_and_the_same_row_kept_otherwise(writing, name):
    label, good, breaking = CHECKS[name]
    insert(label, good)
    with pytest.raises(IntegrityError, match=rf"CHECK constraint failed: {name}\b"):
        insert(label, good | breaking)


@pytest.mark.parametrize("name", UNIQUE)
def test_a_second_row_is_refused_only_where_it_says_the_same(writing, name):
    label, good, shared = UNIQUE[name]
    insert(label, good | shared)
    insert(label, good)
    with pytest.raises(IntegrityError, match=rf"UNIQUE constraint failed.*{min(shared)}"):
        insert(label, good | shared)


def test_a_duty_may_be_owed_again_once_the_first_is_discharged(writing):
    same = {"kind": "outcome", "debtor_membership_id": ONE, "arising_from_id": ONE}
    insert("duties.Duty", same | {"discharged_at": NOW, "discharged_by": ONE})
    insert("duties.Duty", same)


@pytest.mark.parametrize(
    ("kind", "needs"),
    [
        ("in_post", {"membership_id", "agency_id"}),
        ("admitted", {"membership_id", "case_id"}),
        ("addressee", {"membership_id", "row_id"}),
        ("audience", {"agency_id", "case_id"}),
        ("oversight", {"membership_id", "agency_id"}),
        ("named", {"membership_id", "case_id"}),
    ],
)
def test_every_kind_of_grant_names_each_thing_it_needs(writing, kind, needs):
    whole = {"kind": kind, **dict.fromkeys(needs, ONE)}
    insert("access.Grant", whole)
    for missing in sorted(needs):
        with (
            pytest.raises(IntegrityError, match="a_grant_names_what_its_kind_needs"),
            transaction.atomic(WRITER),
        ):
            insert("access.Grant", whole | {missing: None})


def test_a_grant_of_no_known_kind_is_refused(writing):
    with pytest.raises(IntegrityError, match="a_grant_names_what_its_kind_needs"):
        insert("access.Grant", GRANT | {"kind": "seniority", "agency_id": ONE, "row_id": ONE})


@pytest.mark.parametrize("breaking", [{"decided_by_membership_id": ONE}, {"author_membership_id": ONE}])
def test_neither_who_decided_nor_who_recorded_countersigns(writing, breaking):
    with pytest.raises(IntegrityError, match="a_countersignature_is_another_persons"):
        insert("sharing.Decision", DECISION | GIVEN | breaking)


def test_every_constraint_of_every_room_is_refused_here_once():
    ours = [
        m for m in apps.get_models() if m.__module__.startswith("alongside.") and m._meta.app_label != "audit"
    ]
    checks = {c.name for m in ours for c in m._meta.constraints if isinstance(c, models.CheckConstraint)}
    unique = {c.name for m in ours for c in m._meta.constraints if isinstance(c, models.UniqueConstraint)}
    fields = {
        f"{m._meta.label}.{f.name}" for m in ours for f in m._meta.fields if f.unique and not f.primary_key
    }
    assert set(CHECKS) == checks
    assert set(UNIQUE) == unique | fields
