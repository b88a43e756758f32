"""Items, walks, decisions and disclosures. Nothing here is edited once it is decided: a newer row supersedes."""

from django.db import models
from django.db.models import F, Q

from alongside.access.rows import CaseRow, ProtectedRow, Row
from alongside.consent.words import Category
from alongside.sharing.words import (
    Confidentiality,
    Countersignature,
    Followed,
    Included,
    ItemKind,
    Origin,
    Reviewed,
)


class Item(ProtectedRow):
    """One statement that may be shared, marked as fact, report or opinion (rulebook 8.1). `position` counts from 1.

    `about_adult` is empty where it is about the child: what is about an adult is for that adult alone to agree to (E1).
    `listed_for` names the recipients for whom it was weighed, `shared_with` those of them who may have it (G4).
    """

    arising_from_id = models.UUIDField()
    edition = models.PositiveIntegerField()
    position = models.PositiveIntegerField()
    text = models.TextField(max_length=2000)
    category = models.CharField(max_length=30, choices=Category.choices)
    kind = models.CharField(max_length=25, choices=ItemKind.choices)
    source = models.CharField(max_length=300)
    included = models.CharField(max_length=10, choices=Included.choices)
    left_out_reason = models.CharField(max_length=500, blank=True)
    about_adult = models.ForeignKey("families.Adult", on_delete=models.PROTECT, related_name="+", null=True)
    listed_for = models.JSONField(default=list)
    shared_with = models.JSONField(default=list)
    listed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="an_item_left_out_says_why", condition=Q(included="share") | ~Q(left_out_reason="")
            ),
            models.UniqueConstraint(
                name="one_item_a_place_and_edition", fields=["arising_from_id", "edition", "position"]
            ),
        ]


class LawfulProfile(Row):
    """An agency's own lawful answers, kept by its data-protection officer, proposed in plain words.

    A newer edition supersedes; decisions keep the words they were made with.
    """

    agency = models.ForeignKey("directory.Agency", on_delete=models.PROTECT, related_name="+")
    edition = models.PositiveIntegerField()
    power = models.CharField(max_length=300)
    power_in_words = models.CharField(max_length=400)
    art6 = models.CharField(max_length=10)
    art6_in_words = models.CharField(max_length=400)
    art9_and_sch1 = models.CharField(max_length=80)
    art9_in_words = models.CharField(max_length=400)
    confidentiality_without_consent = models.CharField(max_length=20, choices=Confidentiality.choices)
    policy_document = models.CharField(max_length=200)
    kept_at = models.DateTimeField()
    kept_by = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_profile_an_agency_and_edition", fields=["agency", "edition"])
        ]


class Procedure(Row):
    """An agency's own procedure for sharing inside it, in its own words, by edition (practice guide: internal)."""

    agency = models.ForeignKey("directory.Agency", on_delete=models.PROTECT, related_name="+")
    edition = models.PositiveIntegerField()
    text = models.TextField(max_length=20_000)
    kept_at = models.DateTimeField()
    kept_by = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_procedure_an_agency_and_edition", fields=["agency", "edition"])
        ]


class ProcedureFollowed(ProtectedRow):
    """That the agency's own procedure was followed in a matter inside it, in place of the flowchart.

    `procedure` is the edition that was shown; none where the agency keeps none here.
    """

    arising_from_id = models.UUIDField()
    recipient_id = models.UUIDField()
    about_child = models.ForeignKey("families.Child", on_delete=models.PROTECT, related_name="+", null=True)
    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="+", null=True)
    followed = models.CharField(max_length=10, choices=Followed.choices)
    words = models.TextField(max_length=2000, blank=True)
    items = models.JSONField()
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_procedure_followed_otherwise_says_how",
                condition=Q(followed="followed") | ~Q(words=""),
            )
        ]
        indexes = [models.Index(fields=["arising_from_id"], name="procedures_by_matter")]


class Walk(ProtectedRow):
    """One walk through one edition for one child and one recipient; the overlay, where in force, comes first."""

    about_child = models.ForeignKey("families.Child", on_delete=models.PROTECT, related_name="+", null=True)
    arising_from_id = models.UUIDField()
    recipient_id = models.UUIDField()
    pack_id = models.CharField(max_length=40)
    pack_digest = models.CharField(max_length=64)
    begun_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_walk_a_matter_recipient_and_edition",
                fields=["arising_from_id", "recipient_id", "pack_id"],
            )
        ]


class WalkAnswer(ProtectedRow):
    """One answer in a walk: who, when, why, and the text that was shown. Going back adds a superseding answer."""

    walk = models.ForeignKey(Walk, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveIntegerField()
    node = models.CharField(max_length=20)
    answers = models.JSONField()
    reason = models.TextField(max_length=2000, blank=True)
    advice = models.JSONField(default=dict)
    text_shown = models.TextField(max_length=2000)
    origin = models.CharField(max_length=15, choices=Origin.choices)
    evidence = models.TextField(max_length=2000, blank=True)
    answered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_answer_a_place_in_a_walk", fields=["walk", "position"])
        ]


class Decision(ProtectedRow):
    """The outcome of one walk for one child, recipient, purpose and set of items, frozen with its evidence."""

    about_child = models.ForeignKey("families.Child", on_delete=models.PROTECT, related_name="+", null=True)
    child_as_named = models.CharField(max_length=120, blank=True)
    arising_from_kind = models.CharField(max_length=30)
    arising_from_id = models.UUIDField()
    recipient_id = models.UUIDField()
    recipient_as_named = models.CharField(max_length=320)
    purpose = models.TextField(max_length=2000)
    outcome = models.CharField(max_length=20)
    pack_id = models.CharField(max_length=40)
    pack_digest = models.CharField(max_length=64)
    trace = models.JSONField()
    followed = models.JSONField(null=True)  # the same walk with what has happened since; the frozen one stays
    items = models.JSONField()
    legal_power = models.CharField(max_length=400)
    art6 = models.CharField(max_length=400)
    art9_and_sch1 = models.CharField(max_length=400)
    confidentiality = models.CharField(max_length=400)
    necessity = models.TextField(max_length=2000)
    reasons = models.TextField(max_length=2000)
    review_trigger = models.TextField(max_length=1000, blank=True)
    alternative_action = models.TextField(max_length=1000, blank=True)
    whom_to_ask = models.CharField(max_length=200, blank=True)
    review_on = models.DateField(null=True)
    decided_by_membership = models.ForeignKey(
        "directory.Membership", on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    supersedes = models.OneToOneField("self", on_delete=models.PROTECT, related_name="+", null=True)
    countersignature = models.CharField(max_length=12, choices=Countersignature.choices)
    countersigned_at = models.DateTimeField(null=True)
    countersigned_by = models.ForeignKey(
        "directory.Membership", on_delete=models.PROTECT, related_name="+", null=True
    )
    countersigner_words = models.TextField(max_length=2000, blank=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_decision_is_recorded_when_or_after_it_is_decided",
                condition=Q(recorded_at__gte=F("decided_at")),
            ),
            models.CheckConstraint(
                name="a_decision_names_a_child_with_its_case_or_neither",
                condition=Q(case__isnull=True, about_child__isnull=True)
                | Q(case__isnull=False, about_child__isnull=False),
            ),
            models.CheckConstraint(
                name="a_countersignature_is_another_persons",
                condition=Q(countersigned_by__isnull=True)
                | (
                    ~Q(countersigned_by=F("decided_by_membership"))
                    & ~Q(countersigned_by=F("author_membership"))
                ),
            ),
            models.CheckConstraint(
                name="a_countersignature_says_when_and_by_whom",
                condition=Q(
                    countersignature__in=["not_needed", "awaited"],
                    countersigned_at__isnull=True,
                    countersigned_by__isnull=True,
                )
                | Q(
                    countersignature__in=["given", "declined"],
                    countersigned_at__isnull=False,
                    countersigned_by__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="a_closed_decision_says_when_and_by_whom",
                condition=Q(closed_at__isnull=True, closed_by__isnull=True)
                | Q(closed_at__isnull=False, closed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="a_refusal_is_never_closed_without_its_countersignature",
                condition=Q(closed_at__isnull=True) | ~Q(countersignature__in=["awaited", "declined"]),
            ),
            models.CheckConstraint(
                name="a_refusal_that_is_countersigned_protects_another_way",
                condition=Q(countersignature="not_needed") | ~Q(alternative_action=""),
            ),
        ]
        indexes = [
            models.Index(fields=["arising_from_id"], name="decisions_by_matter"),
            models.Index(fields=["about_child"], name="decisions_about_a_child"),
            models.Index(fields=["case"], name="decisions_by_case"),
            models.Index(fields=["agency", "countersignature"], name="decisions_by_countersignature"),
        ]


class Considered(CaseRow):
    """That sharing about a child was considered on a day, and whom to ask: nothing else, for whoever may know of it."""

    about_child = models.ForeignKey("families.Child", on_delete=models.PROTECT, related_name="+")
    decision_id = models.UUIDField(unique=True)
    considered_on = models.DateField()
    ask_membership = models.ForeignKey("directory.Membership", on_delete=models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField(null=True)
    replaced_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="what_was_considered_anew_says_when_and_by_whom",
                condition=Q(replaced_at__isnull=True, replaced_by__isnull=True)
                | Q(replaced_at__isnull=False, replaced_by__isnull=False),
            )
        ]
        indexes = [models.Index(fields=["about_child"], name="considered_about_a_child")]


class RefusalReview(ProtectedRow):
    """That a decision not to share was looked at again and stands: why, and when it is looked at next."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=10, choices=Reviewed.choices)
    words = models.TextField(max_length=2000)
    review_on = models.DateField(null=True)
    reviewed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_refusal_that_stands_says_when_it_is_looked_at_again",
                condition=Q(verdict="stands", review_on__isnull=False)
                | Q(verdict="ends", review_on__isnull=True),
            )
        ]
        indexes = [models.Index(fields=["decision"], name="reviews_of_a_decision")]


class Disclosure(ProtectedRow):
    """What left, to whom, when, how and on what basis: a snapshot. The person it went to is let in to this row."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="+", null=True)
    procedure_followed = models.ForeignKey(
        ProcedureFollowed, on_delete=models.PROTECT, related_name="+", null=True
    )
    about_child = models.ForeignKey("families.Child", on_delete=models.PROTECT, related_name="+", null=True)
    arising_from_kind = models.CharField(max_length=30)
    arising_from_id = models.UUIDField()
    to_membership = models.ForeignKey(
        "directory.Membership", on_delete=models.PROTECT, related_name="+", null=True
    )
    to_line = models.ForeignKey(
        "directory.ConsultationLine", on_delete=models.PROTECT, related_name="+", null=True
    )
    recipient_as_named = models.CharField(max_length=320)
    child_as_named = models.CharField(max_length=120, blank=True)
    asker_as_named = models.CharField(max_length=320)
    question = models.TextField(max_length=2000)
    note_of_talk = models.TextField(max_length=4000, blank=True)
    items = models.JSONField()
    basis = models.CharField(max_length=600)
    channel = models.CharField(max_length=30)
    disclosed_at = models.DateTimeField()
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_disclosure_is_recorded_when_or_after_it_is_made",
                condition=Q(recorded_at__gte=F("disclosed_at")),
            ),
            models.CheckConstraint(
                name="a_disclosure_rests_on_a_decision_or_on_the_procedure_inside",
                condition=Q(decision__isnull=True, procedure_followed__isnull=False)
                | Q(decision__isnull=False, procedure_followed__isnull=True),
            ),
        ]
        indexes = [
            models.Index(fields=["to_membership", "disclosed_at"], name="disclosures_to_a_membership"),
            models.Index(fields=["arising_from_id"], name="disclosures_by_matter"),
            models.Index(fields=["about_child"], name="disclosures_about_a_child"),
            models.Index(fields=["case"], name="disclosures_by_case"),
        ]
