"""What one person said about sharing: for which recipient, purpose and categories, and until when."""

from django.db import models
from django.db.models import Q

from alongside.access.rows import CaseRow
from alongside.consent.words import AbsentReason, ConsentKind, Form, Status
from alongside.families.words import ParentalResponsibility


class Consent(CaseRow):
    """One answer of one person (rulebook 4.4). A new answer is a new row; none is edited or removed.

    `giver_adult` is empty where the child answered, or someone who is not in the family's record; of the latter alone
    `giver_responsibility` says what is known of their parental responsibility.
    """

    about_child = models.ForeignKey("families.Child", on_delete=models.PROTECT, related_name="+")
    arising_from_kind = models.CharField(max_length=30)
    arising_from_id = models.UUIDField()
    giver_adult = models.ForeignKey("families.Adult", on_delete=models.PROTECT, related_name="+", null=True)
    giver_as_named = models.CharField(max_length=160)
    giver_responsibility = models.CharField(max_length=10, choices=ParentalResponsibility.choices, blank=True)
    kind = models.CharField(max_length=30, choices=ConsentKind.choices)
    status = models.CharField(max_length=10, choices=Status.choices)
    absent_reason = models.CharField(max_length=40, choices=AbsentReason.choices, blank=True)
    words = models.TextField(max_length=2000, blank=True)
    recipient_as_named = models.CharField(max_length=320)
    purpose = models.TextField(max_length=2000)
    allowed = models.JSONField(default=list)
    excluded = models.JSONField(default=list)
    form = models.CharField(max_length=12, choices=Form.choices, blank=True)
    answered_on = models.DateField()
    review_by = models.DateField(null=True)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="consent_given_says_how_and_until_when",
                condition=~Q(status="given") | (~Q(form="") & Q(review_by__isnull=False)),
            ),
            models.CheckConstraint(
                name="consent_says_why_it_is_absent_and_only_then",
                condition=Q(status="given", absent_reason="") | (~Q(status="given") & ~Q(absent_reason="")),
            ),
            models.CheckConstraint(
                name="what_is_known_of_an_adult_on_record_is_not_said_twice",
                condition=Q(giver_adult__isnull=True) | Q(giver_responsibility=""),
            ),
            models.CheckConstraint(
                name="consent_refused_is_no_other_reason",
                condition=~Q(status="refused") | Q(absent_reason="refused"),
            ),
        ]
        indexes = [
            models.Index(fields=["arising_from_id"], name="consents_by_matter"),
            models.Index(fields=["about_child"], name="consents_about_a_child"),
            models.Index(fields=["case"], name="consents_by_case"),
        ]
