"""Per person and matter: each step of the family's part, and whether they were told what was decided."""

from django.db import models
from django.db.models import F, Q

from alongside.access.rows import CaseRow
from alongside.involvement.words import (
    Authorisation,
    Ground,
    Happened,
    NoticeKind,
    Office,
    Permanence,
    Step,
    Told,
)


class Part(CaseRow):
    """One step of one person's part in a matter. The latest row of a person and step is what stands."""

    arising_from_kind = models.CharField(max_length=30)
    arising_from_id = models.UUIDField()
    about_child = models.ForeignKey("families.Child", on_delete=models.PROTECT, related_name="+")
    adult = models.ForeignKey("families.Adult", on_delete=models.PROTECT, related_name="+", null=True)
    person_as_named = models.CharField(max_length=160)
    step = models.CharField(max_length=15, choices=Step.choices)
    happened = models.CharField(max_length=10, choices=Happened.choices)
    happened_on = models.DateField(null=True)
    how = models.CharField(max_length=200, blank=True)
    words = models.TextField(max_length=2000, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_part_taken_has_a_day_and_one_not_taken_a_reason",
                condition=Q(happened="yes", happened_on__isnull=False)
                | (~Q(happened="yes") & Q(happened_on__isnull=True) & ~Q(words="")),
            )
        ]
        indexes = [models.Index(fields=["arising_from_id"], name="parts_by_matter")]


class Telling(CaseRow):
    """Whether one person of the family was told of the outcome: when, how, what they said; or not yet, or withheld."""

    arising_from_kind = models.CharField(max_length=30)
    arising_from_id = models.UUIDField()
    about_child = models.ForeignKey("families.Child", on_delete=models.PROTECT, related_name="+")
    adult = models.ForeignKey("families.Adult", on_delete=models.PROTECT, related_name="+", null=True)
    child_as_named = models.CharField(max_length=120)
    person_as_named = models.CharField(max_length=160)
    told = models.CharField(max_length=15, choices=Told.choices)
    told_on = models.DateField(null=True)
    how = models.CharField(max_length=200, blank=True)
    words = models.TextField(max_length=2000, blank=True)
    ground = models.CharField(max_length=40, choices=Ground.choices, blank=True)
    review_on = models.DateField(null=True)
    authorisation = models.CharField(
        max_length=12, choices=Authorisation.choices, default=Authorisation.NOT_NEEDED
    )
    authorised_at = models.DateTimeField(null=True)
    authorised_by = models.ForeignKey(
        "directory.Membership", on_delete=models.PROTECT, related_name="+", null=True
    )
    authoriser_words = models.TextField(max_length=2000, blank=True)
    office = models.CharField(max_length=20, choices=Office.choices, blank=True)
    office_words = models.TextField(max_length=500, blank=True)
    permanence = models.CharField(max_length=12, choices=Permanence.choices, default=Permanence.UNTIL_REVIEW)
    renewals = models.PositiveSmallIntegerField(default=0)
    reviewer = (
        models.ForeignKey(  # whose words these are, where a lead looked again in place of whoever withheld
            "directory.Membership", on_delete=models.PROTECT, related_name="+", null=True
        )
    )
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="someone_told_was_told_on_a_day",
                condition=(Q(told__in=["not_yet", "withheld"], told_on__isnull=True) & ~Q(words=""))
                | (Q(told__in=["informed", "already_aware"]) & Q(told_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="withholding_has_a_ground_and_a_review_and_needs_a_second_person",
                condition=Q(told="withheld")
                & (
                    Q(permanence="until_review", review_on__isnull=False)
                    | Q(permanence="for_good", review_on__isnull=True)
                )
                & ~Q(ground="")
                & ~Q(authorisation="not_needed")
                | (~Q(told="withheld") & Q(ground="", review_on__isnull=True, authorisation="not_needed")),
            ),
            models.CheckConstraint(
                name="another_office_that_authorises_is_named",
                condition=Q(office__in=["", "safeguarding_lead"]) | ~Q(office_words=""),
            ),
            models.CheckConstraint(
                name="a_police_or_court_hold_is_authorised_by_the_police_with_social_care",
                condition=~Q(ground="prejudices_police_or_court", authorisation="given") | Q(office="police"),
            ),
            models.CheckConstraint(
                name="an_authorisation_says_when_and_by_whom",
                condition=Q(
                    authorisation__in=["not_needed", "awaited"],
                    authorised_at__isnull=True,
                    authorised_by__isnull=True,
                )
                | Q(
                    authorisation__in=["given", "declined"],
                    authorised_at__isnull=False,
                    authorised_by__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="withholding_is_authorised_by_another_person",
                condition=Q(authorised_by__isnull=True) | ~Q(authorised_by=F("author_membership")),
            ),
            models.CheckConstraint(
                name="a_word_in_place_of_whoever_withheld_is_another_persons",
                condition=Q(reviewer__isnull=True) | ~Q(reviewer=F("author_membership")),
            ),
        ]
        indexes = [
            models.Index(fields=["arising_from_id"], name="tellings_by_matter"),
            models.Index(fields=["about_child"], name="tellings_about_a_child"),
        ]


class Notice(CaseRow):
    """What was written to one person of the family, word for word as they read it. Never changed, never deleted."""

    arising_from_kind = models.CharField(max_length=30)
    arising_from_id = models.UUIDField()
    about_child = models.ForeignKey("families.Child", on_delete=models.PROTECT, related_name="+")
    adult = models.ForeignKey("families.Adult", on_delete=models.PROTECT, related_name="+", null=True)
    person_as_named = models.CharField(max_length=160)
    reader_id = models.UUIDField()  # by which the person reads about this child: families.queries.reader_of
    kind = models.CharField(max_length=20, choices=NoticeKind.choices)
    title = models.CharField(max_length=200)
    paragraphs = models.JSONField()
    language = models.CharField(max_length=5)
    own_words = models.JSONField(
        default=list
    )  # places of paragraphs that are in the practitioner's own language
    own_language = models.CharField(max_length=5, blank=True)
    issued_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_notice_to_the_child_is_read_by_the_child_and_by_no_one_else",
                condition=Q(adult__isnull=True, reader_id=F("about_child"))
                | Q(adult__isnull=False) & ~Q(reader_id=F("about_child")),
            ),
            models.CheckConstraint(
                name="a_notice_says_something_in_a_language",
                condition=~Q(title="") & ~Q(language="") & ~Q(person_as_named=""),
            ),
        ]
        indexes = [
            models.Index(fields=["arising_from_id"], name="notices_by_matter"),
            models.Index(fields=["reader_id", "issued_at"], name="notices_by_reader"),
            models.Index(fields=["about_child"], name="notices_about_a_child"),
        ]
