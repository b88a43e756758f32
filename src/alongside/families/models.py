"""Children and adults as one agency's record knows them. A row belongs to the agency that made it.

What is a fact with a history (a date of birth, parental responsibility, a bond between adults) is a row for each time
somebody said it: the later word stands, the earlier stays readable. The columns of `Child` and `Relationship` carry
what stands now.
"""

from django.db import models
from django.db.models import F, Q

from alongside.access.rows import CaseRow, Row
from alongside.families.words import (
    BirthBasis,
    Bond,
    Gender,
    Life,
    LivesWith,
    Loss,
    OrderKind,
    ParentalResponsibility,
    Relation,
    Source,
    Stage,
    Tie,
    UnderEighteen,
)


class Child(CaseRow):
    """A child of a case. The same child in another agency's record is another row, joined only by an act of sharing.

    `born_on` is the day that may be relied on, None where none is settled (E11). `moved_on` says that the family left
    for a place that is not known here, so nothing may be written to them (E6).
    """

    name = models.CharField(max_length=120)
    gender = models.CharField(max_length=10, choices=Gender.choices, default=Gender.UNKNOWN)
    stage = models.CharField(max_length=10, choices=Stage.choices, default=Stage.BORN)
    born_on = models.DateField(null=True)
    expected_on = models.DateField(null=True)
    loss = models.CharField(max_length=12, choices=Loss.choices, blank=True)
    ended_on = models.DateField(null=True)
    moved_on = models.DateField(null=True)
    birth_said_at = models.DateTimeField(null=True)
    end_said_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="an_unborn_child_has_an_expected_date_and_no_other",
                condition=Q(stage="unborn", born_on__isnull=True)
                | Q(stage="lost", born_on__isnull=True)
                | Q(stage__in=("born", "died"), expected_on__isnull=True),
            ),
            models.CheckConstraint(
                name="only_a_lost_pregnancy_says_how_it_ended",
                condition=(Q(stage="lost") & ~Q(loss="")) | (~Q(stage="lost") & Q(loss="")),
            ),
            models.CheckConstraint(
                name="only_an_ended_life_has_a_day_on_which_it_ended",
                condition=Q(ended_on__isnull=True) | Q(stage__in=("lost", "died")),
            ),
            models.CheckConstraint(
                name="an_ended_life_says_when_it_was_told",
                condition=Q(stage__in=("lost", "died"), end_said_at__isnull=False)
                | Q(stage__in=("born", "unborn"), end_said_at__isnull=True),
            ),
        ]
        indexes = [models.Index(fields=["case"], name="children_by_case")]


class BirthDate(CaseRow):
    """What somebody said of a child's day of birth: a span of days, which is one day where the day is known (E11).

    A year alone is the whole year, never its first of January. A row that was a slip of the pen is set aside.
    """

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="+")
    basis = models.CharField(max_length=10, choices=BirthBasis.choices)
    earliest_on = models.DateField()
    latest_on = models.DateField()
    words = models.CharField(max_length=400, blank=True)
    said_at = models.DateTimeField()
    set_aside_at = models.DateTimeField(null=True)
    set_aside_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_day_of_birth_is_not_later_than_its_latest",
                condition=Q(latest_on__gte=F("earliest_on")),
            ),
            models.CheckConstraint(
                name="a_date_set_aside_says_when_and_by_whom",
                condition=Q(set_aside_at__isnull=True, set_aside_by__isnull=True)
                | Q(set_aside_at__isnull=False, set_aside_by__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["child"], name="birth_dates_of_a_child")]


class Adult(CaseRow):
    """An adult in the life of the children of a case; a young parent, under 18, is one too (E24).

    `died_said_at` is when it was said that they have died: the day of it is not asked.
    """

    name = models.CharField(max_length=120)
    gender = models.CharField(max_length=10, choices=Gender.choices, default=Gender.UNKNOWN)
    born_on = models.DateField(null=True)
    under_eighteen = models.CharField(
        max_length=10, choices=UnderEighteen.choices, default=UnderEighteen.UNKNOWN
    )
    life = models.CharField(max_length=10, choices=Life.choices, default=Life.NOT_SAID)
    died_said_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="an_adult_who_has_died_says_when_it_was_told",
                condition=Q(life="died", died_said_at__isnull=False)
                | (~Q(life="died") & Q(died_said_at__isnull=True)),
            )
        ]
        indexes = [models.Index(fields=["case"], name="adults_by_case")]


class Relationship(CaseRow):
    """Who an adult is to one child, and whether the child lives with them, as it stands now."""

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="+")
    adult = models.ForeignKey(Adult, on_delete=models.PROTECT, related_name="+")
    relation = models.CharField(max_length=20, choices=Relation.choices)
    lives_with = models.CharField(max_length=10, choices=LivesWith.choices, default=LivesWith.UNKNOWN)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_relationship_between_a_child_and_an_adult", fields=["child", "adult"]
            )
        ]
        indexes = [models.Index(fields=["case"], name="relationships_by_case")]


class Responsibility(CaseRow):
    """What was said of one adult's parental responsibility for one child, once. A later row supersedes (rulebook 4.2).

    It is held from `began_on` until the day before `ended_on`, where these are known. `restriction` says in words what
    they are kept from deciding, as it was written down by hand: what an order on record says counts beside it while
    that order runs.
    """

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="+")
    adult = models.ForeignKey(Adult, on_delete=models.PROTECT, related_name="+")
    held = models.CharField(max_length=10, choices=ParentalResponsibility.choices)
    source = models.CharField(max_length=30, choices=Source.choices, blank=True)
    began_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    evidence = models.CharField(max_length=400, blank=True)
    seen_on = models.DateField(null=True)
    seen_by = models.UUIDField(null=True)
    restriction = models.CharField(max_length=600, blank=True)
    said_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="evidence_of_responsibility_was_seen_by_someone_on_a_day",
                condition=Q(held="seen", seen_on__isnull=False, seen_by__isnull=False)
                | (~Q(held="seen") & Q(seen_on__isnull=True, seen_by__isnull=True)),
            ),
            models.CheckConstraint(
                name="only_responsibility_that_is_held_has_a_source",
                condition=Q(source="") | Q(held__in=("seen", "claimed")),
            ),
        ]
        indexes = [models.Index(fields=["child", "adult"], name="responsibilities_of_a_child")]


class Order(CaseRow):
    """A court order about one child, or why a child is looked after, with what it restricts (rulebook 4.2, E9).

    `authority` is the local authority or agency named in it, `holder` the adult in whose favour it is,
    `restricted` the adult whom it keeps from what `restricts` says; `beside` is, of an adoption order, the parent whose
    partner adopts, or the second adopter. It is stated to have ended by `end_said_by`, on `ended_on`.
    """

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=24, choices=OrderKind.choices)
    made_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    authority = models.CharField(max_length=160, blank=True)
    holder = models.ForeignKey(Adult, on_delete=models.PROTECT, related_name="+", null=True)
    restricted = models.ForeignKey(Adult, on_delete=models.PROTECT, related_name="+", null=True)
    beside = models.ForeignKey(Adult, on_delete=models.PROTECT, related_name="+", null=True)
    restricts = models.CharField(max_length=600, blank=True)
    evidence = models.CharField(max_length=400, blank=True)
    seen_on = models.DateField(null=True)
    seen_by = models.UUIDField(null=True)
    said_at = models.DateTimeField()
    ended_on = models.DateField(null=True)
    end_said_at = models.DateTimeField(null=True)
    end_said_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="an_order_was_seen_by_someone_on_a_day_or_not_at_all",
                condition=Q(seen_on__isnull=True, seen_by__isnull=True)
                | Q(seen_on__isnull=False, seen_by__isnull=False),
            ),
            models.CheckConstraint(
                name="an_order_that_ended_says_when_and_by_whom",
                condition=Q(ended_on__isnull=True, end_said_at__isnull=True, end_said_by__isnull=True)
                | Q(ended_on__isnull=False, end_said_at__isnull=False, end_said_by__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["child"], name="orders_about_a_child")]


class Couple(CaseRow):
    """What two adults were said to be to one another, once. Of the same two the later row stands."""

    first = models.ForeignKey(Adult, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Adult, on_delete=models.PROTECT, related_name="+")
    bond = models.CharField(max_length=12, choices=Bond.choices)
    began_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    said_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_couple_is_two_people_in_the_order_of_their_ids", condition=Q(first__lt=F("second"))
            )
        ]
        indexes = [models.Index(fields=["case"], name="couples_by_case")]


class Siblings(CaseRow):
    """What two children were said to be to one another, where no parent on record says it. The later row stands."""

    first = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="+")
    tie = models.CharField(max_length=16, choices=Tie.choices)
    said_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="siblings_are_two_children_in_the_order_of_their_ids", condition=Q(first__lt=F("second"))
            )
        ]
        indexes = [models.Index(fields=["case"], name="siblings_by_case")]


class Home(CaseRow):
    """A household: a name by which the family knows it, never an address."""

    name = models.CharField(max_length=80)

    class Meta:
        indexes = [models.Index(fields=["case"], name="homes_by_case")]


class HomeMember(CaseRow):
    """Somebody who lives in a home, all or part of the time, from a day until they left, where known.

    Somebody stays on record as living there until it was said (`left_said_at`) that they left.
    """

    home = models.ForeignKey(Home, on_delete=models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="+", null=True)
    adult = models.ForeignKey(Adult, on_delete=models.PROTECT, related_name="+", null=True)
    share = models.CharField(max_length=10, choices=LivesWith.choices)
    came_on = models.DateField(null=True)
    left_on = models.DateField(null=True)
    said_at = models.DateTimeField()
    left_said_at = models.DateTimeField(null=True)
    left_said_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_member_of_a_home_is_a_child_or_an_adult",
                condition=Q(child__isnull=True) ^ Q(adult__isnull=True),
            ),
            models.CheckConstraint(
                name="who_lives_in_a_home_lives_there_all_or_part_of_the_time",
                condition=Q(share__in=("all", "part")),
            ),
            models.CheckConstraint(
                name="who_left_a_home_was_said_to_have_left_by_someone",
                condition=Q(left_said_at__isnull=True, left_said_by__isnull=True, left_on__isnull=True)
                | Q(left_said_at__isnull=False, left_said_by__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["home"], name="members_of_a_home")]


class Adoption(Row):
    """That one record of a child was closed by an adoption and another begun. Closed: no page and no search reads it.

    The ids are plain values, so that no key leads from one record to the other (E10).
    """

    earlier_child_id = models.UUIDField()
    later_child_id = models.UUIDField()
    officer_membership_id = models.UUIDField()
    reason = models.CharField(max_length=400)
    sealed_at = models.DateTimeField()
    sealed_by = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="a_record_is_closed_by_one_adoption", fields=["earlier_child_id"]),
            models.UniqueConstraint(name="a_record_is_begun_by_one_adoption", fields=["later_child_id"]),
        ]
