"""The tables of the log. Rows are written by `log.py` alone and never changed: triggers refuse it.

On SQLite a migration that alters a table makes it anew and loses its triggers; such a migration lays them
again (a test counts them).
"""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact


class Leaf(models.Model):
    """One entry: `seq` counts from 0 without a gap and is its place in the tree; `body` is canonical JSON."""

    seq = models.BigIntegerField(primary_key=True)
    body = models.BinaryField()
    hash = models.BinaryField(max_length=32)

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_leaf_counts_from_nought", condition=Q(seq__gte=0)),
            models.CheckConstraint(name="a_leaf_hash_has_32_bytes", condition=Exact(Length("hash"), 32)),
        ]


class Node(models.Model):
    """The hash of one perfect subtree, kept so that a proof is a few look-ups. Level 1 covers two leaves."""

    pk = models.CompositePrimaryKey("level", "index")
    level = models.PositiveSmallIntegerField()
    index = models.BigIntegerField()
    hash = models.BinaryField(max_length=32)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_node_stands_above_the_leaves", condition=Q(level__gte=1, index__gte=0)
            ),
            models.CheckConstraint(name="a_node_hash_has_32_bytes", condition=Exact(Length("hash"), 32)),
        ]


class Detail(models.Model):
    """What a leaf only commits to, kept beside the log. It may be erased lawfully, never edited."""

    pk = models.CompositePrimaryKey("leaf_seq", "position")
    leaf_seq = models.BigIntegerField()
    position = models.PositiveSmallIntegerField()
    salt = models.BinaryField(max_length=32)
    content = models.BinaryField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_detail_has_a_salt_of_32_bytes", condition=Exact(Length("salt"), 32)
            ),
        ]
