"""What each person said about sharing, what became of it since, and what it rests on. Nothing is overwritten."""

from django.db import models
from django.db.models import F, Q

from alongside.access.rows import CaseRow
from alongside.consent.words import (
    AbsentReason,
    Authority,
    Change,
    Conclusion,
    ConsentKind,
    Explained,
    Form,
    Interpreted,
    Invalid,
    Presence,
    Recorder,
    Status,
    Verdict,
    YesNo,
)
from alongside.families.words import ParentalResponsibility
from alongside.reliance.words import Cause


class TextShown(CaseRow):
    """What somebody was told or shown before they answered, word for word: kept by version, never changed."""

    about_child = models.ForeignKey("families.Child", on_delete=models.PROTECT, related_name="+")
    arising_from_id = models.UUIDField()
    version = models.PositiveIntegerField()
    text = models.TextField(max_length=4000)
    kept_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_text_shown_a_matter_and_version", fields=["arising_from_id", "version"]
            )
        ]


class Consent(CaseRow):
    """One answer of one person (rulebook 4.4). A new answer is a new row; none is edited or removed.

    `giver_adult` is empty where the child answered, or someone who is not in the family's record; of the latter alone
    `giver_responsibility` says what is known of their parental responsibility. What an adult says of themselves is
    covered by the same row: it is their own (E1).
    """

    about_child = models.ForeignKey("families.Child", on_delete=models.PROTECT, related_name="+")
    child_as_named = models.CharField(max_length=120)
    arising_from_kind = models.CharField(max_length=30)
    arising_from_id = models.UUIDField()
    giver_adult = models.ForeignKey("families.Adult", on_delete=models.PROTECT, related_name="+", null=True)
    giver_as_named = models.CharField(max_length=160)
    giver_responsibility = models.CharField(max_length=10, choices=ParentalResponsibility.choices, blank=True)
    authority = models.CharField(max_length=10, choices=Authority.choices, default=Authority.NONE)
    authority_reason = models.CharField(max_length=600, blank=True)
    kind = models.CharField(max_length=30, choices=ConsentKind.choices)
    status = models.CharField(max_length=10, choices=Status.choices)
    absent_reason = models.CharField(max_length=40, choices=AbsentReason.choices, blank=True)
    invalid_reason = models.CharField(max_length=40, choices=Invalid.choices, blank=True)
    words = models.TextField(max_length=2000, blank=True)
    recipient_as_named = models.CharField(max_length=320)
    purpose = models.TextField(max_length=2000)
    allowed = models.JSONField(default=list)
    excluded = models.JSONField(default=list)
    form = models.CharField(max_length=12, choices=Form.choices, blank=True)
    witness = models.CharField(max_length=160, blank=True)
    evidence_ref = models.CharField(max_length=200, blank=True)
    explainer = models.ForeignKey(
        "directory.Membership", on_delete=models.PROTECT, related_name="+", null=True
    )
    explained_how = models.CharField(max_length=12, choices=Explained.choices, blank=True)
    language = models.CharField(max_length=60, blank=True)
    interpreted = models.CharField(max_length=12, choices=Interpreted.choices, blank=True)
    interpreter = models.CharField(max_length=160, blank=True)
    feared_present = models.CharField(max_length=8, choices=Presence.choices, blank=True)
    text_shown = models.ForeignKey(TextShown, on_delete=models.PROTECT, related_name="+", null=True)
    answers_request = models.ForeignKey("self", on_delete=models.PROTECT, related_name="+", null=True)
    new_facts = models.TextField(max_length=2000, blank=True)
    told_later = models.CharField(max_length=300, blank=True)
    advice_from = models.CharField(max_length=300, blank=True)
    who_decided = models.CharField(max_length=160, blank=True)
    recorder = models.CharField(max_length=12, choices=Recorder.choices, default=Recorder.PRACTITIONER)
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
                condition=Q(status__in=["given", "requested"], absent_reason="")
                | (~Q(status__in=["given", "requested"]) & ~Q(absent_reason="")),
            ),
            models.CheckConstraint(
                name="what_is_known_of_an_adult_on_record_is_not_said_twice",
                condition=Q(giver_adult__isnull=True) | Q(giver_responsibility=""),
            ),
            models.CheckConstraint(
                name="consent_refused_is_no_other_reason",
                condition=~Q(status="refused") | Q(absent_reason="refused"),
            ),
            models.CheckConstraint(
                name="what_is_kept_as_no_consent_says_why_and_only_then",
                condition=Q(status="not_valid", absent_reason="not_valid") & ~Q(invalid_reason="")
                | (~Q(status="not_valid") & Q(invalid_reason="")),
            ),
            models.CheckConstraint(
                name="a_relative_never_interprets_a_consent",
                condition=~Q(status="given") | ~Q(interpreted="relative"),
            ),
            models.CheckConstraint(
                name="a_consent_is_not_given_in_front_of_someone_feared",
                condition=~Q(status="given") | ~Q(feared_present="yes"),
            ),
        ]
        indexes = [
            models.Index(fields=["arising_from_id"], name="consents_by_matter"),
            models.Index(fields=["about_child"], name="consents_about_a_child"),
            models.Index(fields=["case"], name="consents_by_case"),
        ]


class ConsentChange(CaseRow):
    """What became of an agreement: renewed, run out, taken back, found invalid. It takes effect from its own moment.

    Where something reaches beyond it, `new_…` says with whom something is shared and what for, and by which decision.
    """

    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, related_name="+")
    change = models.CharField(max_length=15, choices=Change.choices)
    effective_at = models.DateTimeField()
    person_as_named = models.CharField(max_length=160)
    how = models.CharField(max_length=12, choices=Form.choices, blank=True)
    words = models.TextField(max_length=2000, blank=True)
    invalid_reason = models.CharField(max_length=40, choices=Invalid.choices, blank=True)
    review_by = models.DateField(null=True)
    cause = models.CharField(max_length=15, choices=Cause.choices, blank=True)  # what is new
    new_recipient_as_named = models.CharField(max_length=320, blank=True)
    new_purpose = models.TextField(max_length=2000, blank=True)
    new_through_kind = models.CharField(max_length=30, blank=True)
    new_through_id = models.UUIDField(null=True)
    recorder = models.CharField(max_length=12, choices=Recorder.choices, default=Recorder.PRACTITIONER)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_consent_that_runs_on_says_until_when",
                condition=Q(change__in=("renewed", "reached_further"), review_by__isnull=False)
                | (~Q(change__in=("renewed", "reached_further")) & Q(review_by__isnull=True)),
            ),
            models.CheckConstraint(
                name="a_consent_that_something_reaches_beyond_says_what",
                condition=Q(
                    change="reached_further",
                    cause__in=("new_purpose", "new_agency"),
                    new_through_id__isnull=False,
                )
                & ~Q(new_recipient_as_named="")
                & ~Q(new_purpose="")
                & ~Q(new_through_kind="")
                | Q(
                    ~Q(change="reached_further"),
                    cause="",
                    new_recipient_as_named="",
                    new_purpose="",
                    new_through_kind="",
                    new_through_id__isnull=True,
                ),
            ),
            models.CheckConstraint(
                name="a_consent_found_invalid_says_why",
                condition=Q(change="found_invalid") & ~Q(invalid_reason="")
                | (~Q(change="found_invalid") & Q(invalid_reason="")),
            ),
            models.CheckConstraint(
                name="a_change_of_consent_is_recorded_when_or_after_it_takes_effect",
                condition=Q(recorded_at__gte=F("effective_at")),
            ),
        ]
        indexes = [models.Index(fields=["case"], name="consent_changes_by_case")]


class CompetenceAssessment(CaseRow):
    """Whether a child, or an adult who is unwell, can decide one thing (rulebook 4.2, E23). For that matter alone."""

    about_child = models.ForeignKey("families.Child", on_delete=models.PROTECT, related_name="+")
    adult = models.ForeignKey("families.Adult", on_delete=models.PROTECT, related_name="+", null=True)
    person_as_named = models.CharField(max_length=160)
    arising_from_kind = models.CharField(max_length=30)
    arising_from_id = models.UUIDField()
    decision = models.CharField(max_length=300)
    explained = models.TextField(max_length=2000)
    answers = models.TextField(max_length=2000)
    support = models.TextField(max_length=2000, blank=True)
    conclusion = models.CharField(max_length=10, choices=Conclusion.choices)
    reasons = models.TextField(max_length=2000)
    review_on = models.DateField()
    assessed_on = models.DateField()
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="an_assessment_is_looked_at_again_after_it_was_made",
                condition=Q(review_on__gte=F("assessed_on")),
            )
        ]
        indexes = [models.Index(fields=["about_child"], name="competence_of_a_child")]


class Disagreement(CaseRow):
    """Two people who may each agree do not agree (rulebook E1). Resolved by somebody else, with reasons."""

    about_child = models.ForeignKey("families.Child", on_delete=models.PROTECT, related_name="+")
    arising_from_kind = models.CharField(max_length=30)
    arising_from_id = models.UUIDField()
    child_as_named = models.CharField(max_length=120)
    recipient_as_named = models.CharField(max_length=320)
    answers = models.JSONField(default=list)
    raised_at = models.DateTimeField()
    # What was on record when it was looked for: pairs of a title and a sentence.
    orders_found = models.JSONField(default=list)
    holders_found = models.JSONField(default=list)
    orders_looked_for_at = models.DateTimeField(null=True)
    orders_looked_for_by = models.ForeignKey(
        "directory.Membership", on_delete=models.PROTECT, related_name="+", null=True
    )
    orders_checked = models.CharField(max_length=10, choices=YesNo.choices, blank=True)
    orders_words = models.TextField(max_length=2000, blank=True)
    childs_view = models.TextField(max_length=2000, blank=True)
    verdict = models.CharField(max_length=20, choices=Verdict.choices, blank=True)
    reasons = models.TextField(max_length=2000, blank=True)
    resolved_at = models.DateTimeField(null=True)
    resolved_by = models.ForeignKey(
        "directory.Membership", on_delete=models.PROTECT, related_name="+", null=True
    )
    objector_told_on = models.DateField(null=True)
    objector_told_how = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="an_objector_is_told_after_it_is_resolved_and_somehow",
                condition=Q(objector_told_on__isnull=True, objector_told_how="")
                | (Q(objector_told_on__isnull=False, resolved_at__isnull=False) & ~Q(objector_told_how="")),
            ),
            models.CheckConstraint(
                name="orders_are_looked_for_by_someone_at_a_moment",
                condition=Q(orders_looked_for_at__isnull=True, orders_looked_for_by__isnull=True)
                | Q(orders_looked_for_at__isnull=False, orders_looked_for_by__isnull=False),
            ),
            models.CheckConstraint(
                name="a_disagreement_is_resolved_after_orders_were_looked_for",
                condition=Q(resolved_at__isnull=True) | Q(orders_looked_for_at__isnull=False),
            ),
            models.CheckConstraint(
                name="a_disagreement_is_resolved_by_someone_with_reasons",
                condition=Q(resolved_at__isnull=True, resolved_by__isnull=True, verdict="", reasons="")
                | (
                    Q(resolved_at__isnull=False, resolved_by__isnull=False, orders_checked="yes")
                    & ~Q(verdict="")
                    & ~Q(reasons="")
                    & ~Q(childs_view="")
                ),
            ),
            models.CheckConstraint(
                name="a_disagreement_is_resolved_by_another_person",
                condition=Q(resolved_by__isnull=True) | ~Q(resolved_by=F("author_membership")),
            ),
        ]
        indexes = [models.Index(fields=["arising_from_id"], name="disagreements_by_matter")]
