"""Grants, conflicts, seals, receipts and drafts. Ids are plain values: this floor knows no other room."""

from django.db import models
from django.db.models import F, Q

from alongside.access.rows import Row
from alongside.access.words import GrantKind, Purpose


def _kinds(enum: type) -> list[tuple[str, str]]:
    return [(word.value, word.value) for word in enum]  # type: ignore[attr-defined]


class Grant(Row):
    """Lets a membership, or an agency, see something from one moment until another."""

    kind = models.CharField(max_length=20, choices=_kinds(GrantKind))
    membership_id = models.UUIDField(null=True)
    agency_id = models.UUIDField(null=True)
    case_id = models.UUIDField(null=True)
    row_id = models.UUIDField(null=True)
    purpose = models.CharField(max_length=30, choices=_kinds(Purpose))
    reason = models.CharField(max_length=500)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()
    granted_by = models.CharField(max_length=60)
    granted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_grant_ends_after_it_starts", condition=Q(until_at__gte=F("from_at"))
            ),
            models.CheckConstraint(
                name="a_grant_names_what_its_kind_needs",
                condition=(
                    Q(kind=GrantKind.IN_POST, membership_id__isnull=False, agency_id__isnull=False)
                    | Q(kind=GrantKind.FAMILY_PAGE, membership_id__isnull=False, agency_id__isnull=False)
                    | Q(kind=GrantKind.ADMITTED, membership_id__isnull=False, case_id__isnull=False)
                    | Q(kind=GrantKind.ADDRESSEE, membership_id__isnull=False, row_id__isnull=False)
                    | Q(kind=GrantKind.AUDIENCE, agency_id__isnull=False, case_id__isnull=False)
                    | Q(kind=GrantKind.AUDIENCE, agency_id__isnull=False, row_id__isnull=False)
                    | Q(kind=GrantKind.OVERSIGHT, membership_id__isnull=False, agency_id__isnull=False)
                    | Q(kind=GrantKind.LAWFUL_ANSWERS, membership_id__isnull=False, agency_id__isnull=False)
                    | Q(kind=GrantKind.NAMED, membership_id__isnull=False, case_id__isnull=False)
                ),
            ),
        ]
        indexes = [
            models.Index(fields=["membership_id", "kind", "case_id"], name="grants_of_a_membership"),
            models.Index(fields=["agency_id", "kind", "case_id"], name="grants_to_an_agency"),
            models.Index(fields=["case_id", "kind"], name="grants_on_a_case"),
        ]


class Conflict(Row):
    """A declared conflict of interest: this practitioner may not know that the thing exists."""

    practitioner_id = models.UUIDField()
    case_id = models.UUIDField(null=True)
    row_id = models.UUIDField(null=True)
    reason = models.CharField(max_length=500)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()
    declared_by = models.CharField(max_length=60)
    declared_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_conflict_names_a_case_or_a_row",
                condition=Q(case_id__isnull=False) ^ Q(row_id__isnull=False),
            )
        ]
        indexes = [models.Index(fields=["practitioner_id"], name="conflicts_of_a_practitioner")]


class Seal(Row):
    """Restricts a case to the people named on it; it beats membership and oversight."""

    case_id = models.UUIDField()
    reason = models.CharField(max_length=500)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()
    sealed_by = models.CharField(max_length=60)
    sealed_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["case_id"], name="seals_on_a_case")]


class Receipt(Row):
    """That a command was done: the same id again gives the first result and no second effect."""

    command_id = models.UUIDField()
    actor = models.CharField(max_length=60)
    command = models.CharField(max_length=120)
    digest = models.CharField(max_length=64)
    result = models.JSONField(null=True)
    leaf_seq = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="a_command_id_is_done_once_by_one_actor", fields=["actor", "command_id"]
            ),
            models.UniqueConstraint(name="a_leaf_belongs_to_one_receipt", fields=["leaf_seq"]),
        ]


class Draft(Row):
    """Text typed and not yet submitted: its author's alone, for two weeks, and no part of the record."""

    agency_id = models.UUIDField()
    case_id = models.UUIDField(null=True)
    author_membership_id = models.UUIDField()
    page = models.CharField(max_length=200)
    words = models.JSONField()
    kept_at = models.DateTimeField()
    until_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_draft_a_page_and_author", fields=["author_membership_id", "page"]
            )
        ]
