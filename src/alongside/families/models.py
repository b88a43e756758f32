"""Children and adults as one agency's record knows them. A row belongs to the agency that made it."""

from django.db import models
from django.db.models import Q

from alongside.access.rows import CaseRow
from alongside.families.words import LivesWith, ParentalResponsibility, Relation, Stage


class Child(CaseRow):
    """A child of a case. The same child in another agency's record is another row, joined only by an act of sharing."""

    name = models.CharField(max_length=120)
    stage = models.CharField(max_length=10, choices=Stage.choices, default=Stage.BORN)
    born_on = models.DateField(null=True)
    expected_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="an_unborn_child_has_an_expected_date_and_no_other",
                condition=Q(stage="unborn", born_on__isnull=True) | Q(stage="born", expected_on__isnull=True),
            )
        ]
        indexes = [models.Index(fields=["case"], name="children_by_case")]


class Adult(CaseRow):
    """An adult in the life of the children of a case."""

    name = models.CharField(max_length=120)

    class Meta:
        indexes = [models.Index(fields=["case"], name="adults_by_case")]


class Relationship(CaseRow):
    """Who an adult is to one child, and whether they hold parental responsibility for this child."""

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="+")
    adult = models.ForeignKey(Adult, on_delete=models.PROTECT, related_name="+")
    relation = models.CharField(max_length=20, choices=Relation.choices)
    parental_responsibility = models.CharField(max_length=10, choices=ParentalResponsibility.choices)
    lives_with = models.CharField(max_length=10, choices=LivesWith.choices, default=LivesWith.UNKNOWN)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_relationship_between_a_child_and_an_adult", fields=["child", "adult"]
            )
        ]
        indexes = [models.Index(fields=["case"], name="relationships_by_case")]
