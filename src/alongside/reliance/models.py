"""What rests on which fact; what was found when a fact changed, how its owner settled it, and who was told to stop."""

from django.db import models
from django.db.models import F, Q

from alongside.access.rows import ProtectedRow, Row
from alongside.reliance.words import HOLDS, Answer, Basis, Cause, Change, Settled


class Reliance(ProtectedRow):
    """That one thing rests on one fact or on another thing. `recipient_…` is whom the thing went to, if to anybody.

    It ends where the thing is no longer in force and nothing rests on it.
    """

    thing_kind = models.CharField(max_length=30)
    thing_id = models.UUIDField()
    fact_kind = models.CharField(max_length=30)
    fact_id = models.UUIDField()
    owner_membership = models.ForeignKey("directory.Membership", on_delete=models.PROTECT, related_name="+")
    recipient_membership = models.ForeignKey(
        "directory.Membership", on_delete=models.PROTECT, related_name="+", null=True
    )
    recipient_line = models.ForeignKey(
        "directory.ConsultationLine", on_delete=models.PROTECT, related_name="+", null=True
    )
    rested_at = models.DateTimeField()
    lapses_on = models.DateField(
        null=True
    )  # the first day on which the fact holds no longer, where one is known
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="a_thing_rests_on_a_fact_once", fields=["thing_id", "fact_id"]),
            models.CheckConstraint(name="nothing_rests_on_itself", condition=~Q(thing_id=F("fact_id"))),
            models.CheckConstraint(
                name="what_rests_went_to_a_person_or_to_a_line",
                condition=Q(recipient_membership__isnull=True) | Q(recipient_line__isnull=True),
            ),
            models.CheckConstraint(
                name="a_reliance_ends_after_it_began",
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("rested_at")),
            ),
        ]
        indexes = [
            models.Index(fields=["fact_id"], name="what_rests_on_a_fact"),
            models.Index(fields=["case"], name="reliances_by_case"),
            models.Index(fields=["lapses_on"], name="reliances_by_lapse"),
        ]


class DayOfFact(Row):
    """A day on which a fact changes who decides, as the room that keeps the fact last told it. No page reads it.

    `noticed_at` is when it was looked at what rests on the fact; a day that had passed when it was told is looked at
    by the deed that told it.
    """

    fact_kind = models.CharField(max_length=30)
    fact_id = models.UUIDField()
    on = models.DateField()
    cause = models.CharField(max_length=15, choices=Cause.choices)
    spares_id = models.UUIDField(null=True)
    noticed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["fact_id"], name="days_of_a_fact"),
            models.Index(fields=["on"], name="days_by_day", condition=Q(noticed_at__isnull=True)),
        ]


class LookAgain(Row):
    """By when a thing is looked at again: on its own day, or on an earlier day of the fact that it follows.

    Kept beside the thing so that a room below it, where a fact changes, can move the day. No page reads it: pages
    weigh the facts anew. It goes when the thing ends.
    """

    thing_kind = models.CharField(max_length=30)
    thing_id = models.UUIDField(unique=True)
    fact_kind = models.CharField(max_length=30)
    fact_id = models.UUIDField()
    whose_id = models.UUIDField(null=True)
    begun_on = models.DateField()
    own_on = models.DateField()
    own_cause = models.CharField(max_length=15, choices=Cause.choices)
    on = models.DateField()
    cause = models.CharField(max_length=15, choices=Cause.choices)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="nothing_is_looked_at_again_later_than_on_its_own_day", condition=Q(on__lte=F("own_on"))
            )
        ]
        indexes = [models.Index(fields=["fact_id"], name="what_follows_a_fact")]


class ReliedFactChanged(ProtectedRow):
    """That a fact changed on which a thing rested, for its owner to look at again and settle.

    `through` is what the same owner settles together with it: a disclosure hangs on its decision.
    """

    thing_kind = models.CharField(max_length=30)
    thing_id = models.UUIDField()
    fact_kind = models.CharField(max_length=30)
    fact_id = models.UUIDField()
    change = models.CharField(max_length=25, choices=Change.choices)
    owner_membership = models.ForeignKey("directory.Membership", on_delete=models.PROTECT, related_name="+")
    recipient_membership = models.ForeignKey(
        "directory.Membership", on_delete=models.PROTECT, related_name="+", null=True
    )
    recipient_line = models.ForeignKey(
        "directory.ConsultationLine", on_delete=models.PROTECT, related_name="+", null=True
    )
    through = models.ForeignKey("self", on_delete=models.PROTECT, related_name="+", null=True)
    happened_at = models.DateTimeField()
    found_at = models.DateTimeField()
    settled = models.CharField(max_length=10, choices=Settled.choices, blank=True)
    words = models.TextField(max_length=2000, blank=True)
    risk = models.TextField(max_length=2000, blank=True)
    basis = models.CharField(max_length=20, choices=Basis.choices, blank=True)
    told_on = models.DateField(null=True)  # when whoever changed their mind was told that it is kept
    told_how = models.CharField(max_length=200, blank=True)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(
        "directory.Membership", on_delete=models.PROTECT, related_name="+", null=True
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="a_change_is_found_once_for_each_thing_that_rests_on_the_fact",
                fields=["thing_id", "fact_id", "change", "happened_at"],
            ),
            models.CheckConstraint(
                name="a_change_settled_says_how_why_when_and_by_whom",
                condition=Q(settled="", settled_at__isnull=True, settled_by__isnull=True)
                | (~Q(settled="") & ~Q(words="") & Q(settled_at__isnull=False, settled_by__isnull=False)),
            ),
            models.CheckConstraint(
                name="what_is_kept_without_what_it_rested_on_names_another_ground",
                condition=~Q(settled="keep", change__in=sorted(HOLDS)) | ~Q(basis=""),
            ),
            models.CheckConstraint(
                name="whoever_was_told_that_it_is_kept_was_told_in_some_way",
                condition=Q(told_on__isnull=True, told_how="")
                | Q(told_on__isnull=False, settled="keep") & ~Q(told_how=""),
            ),
            models.CheckConstraint(
                name="a_change_is_found_when_or_after_it_happens",
                condition=Q(found_at__gte=F("happened_at")),
            ),
        ]
        indexes = [
            models.Index(fields=["thing_id"], name="changes_by_thing"),
            models.Index(fields=["fact_id", "change"], name="changes_of_a_fact"),
            models.Index(fields=["case"], name="changes_by_case"),
        ]


class StopNotice(ProtectedRow):
    """Do not use further what was shared with you: to one person or one line, from a moment. It does not say why.

    It is lifted where the owner keeps what was shared.
    """

    changed = models.OneToOneField(ReliedFactChanged, on_delete=models.PROTECT, related_name="+")
    thing_kind = models.CharField(max_length=30)
    thing_id = models.UUIDField()
    to_membership = models.ForeignKey(
        "directory.Membership", on_delete=models.PROTECT, related_name="+", null=True
    )
    to_line = models.ForeignKey(
        "directory.ConsultationLine", on_delete=models.PROTECT, related_name="+", null=True
    )
    stops_at = models.DateTimeField()
    noticed_at = models.DateTimeField()
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_by = models.ForeignKey(
        "directory.Membership", on_delete=models.PROTECT, related_name="+", null=True
    )
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_stop_notice_goes_to_a_person_or_to_a_line",
                condition=Q(to_membership__isnull=False, to_line__isnull=True)
                | Q(to_membership__isnull=True, to_line__isnull=False),
            ),
            models.CheckConstraint(
                name="a_stop_acknowledged_says_when_and_by_whom",
                condition=Q(acknowledged_at__isnull=True, acknowledged_by__isnull=True)
                | Q(acknowledged_at__isnull=False, acknowledged_by__isnull=False),
            ),
            models.CheckConstraint(
                name="a_stop_lifted_says_when_and_by_whom",
                condition=Q(lifted_at__isnull=True, lifted_by__isnull=True)
                | Q(lifted_at__isnull=False, lifted_by__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["thing_id"], name="stops_by_thing"),
            models.Index(fields=["to_membership", "noticed_at"], name="stops_to_a_membership"),
        ]


class Retraction(ProtectedRow):
    """That a recipient was asked to let go of what was shared, and what they answered."""

    notice = models.OneToOneField(StopNotice, on_delete=models.PROTECT, related_name="+")
    to_line = models.ForeignKey(
        "directory.ConsultationLine", on_delete=models.PROTECT, related_name="+", null=True
    )
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True)
    words = models.TextField(max_length=2000, blank=True)
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(
        "directory.Membership", on_delete=models.PROTECT, related_name="+", null=True
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_retraction_confirmed_says_how_when_and_by_whom",
                condition=Q(answer="", confirmed_at__isnull=True, confirmed_by__isnull=True)
                | (~Q(answer="") & Q(confirmed_at__isnull=False, confirmed_by__isnull=False)),
            ),
            models.CheckConstraint(
                name="whoever_cannot_let_go_says_why", condition=~Q(answer="cannot") | ~Q(words="")
            ),
        ]
