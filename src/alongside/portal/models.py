"""Private links of one person about one child, their secrets as digests, and the visits they opened."""

from django.db import models
from django.db.models import F, Q

from alongside.access.rows import CaseRow, Row
from alongside.portal.words import Delivery, Ending, Reader, SecondThing, Way, WhyNotSent


class FamilyLink(CaseRow):
    """That one person may open their own page about one child: for what, until when, given by whom.

    `adult` is empty for the child. `reader_id` is the key by which this person reads (families.queries.reader_of).
    """

    about_child = models.ForeignKey("families.Child", on_delete=models.PROTECT, related_name="+")
    adult = models.ForeignKey("families.Adult", on_delete=models.PROTECT, related_name="+", null=True)
    reader_id = models.UUIDField()
    person_as_named = models.CharField(max_length=160)
    child_as_named = models.CharField(max_length=160)
    way = models.CharField(max_length=12, choices=Way.choices)
    written_for = models.CharField(max_length=16, choices=Reader.choices)
    purpose = models.CharField(max_length=500)
    parts = models.JSONField(default=list)
    language = models.CharField(max_length=8)
    second_thing = models.CharField(max_length=10, choices=SecondThing.choices, blank=True)
    given_at = models.DateTimeField()
    until_at = models.DateTimeField()
    last_opened_at = models.DateTimeField(null=True)
    ending = models.CharField(max_length=10, choices=Ending.choices, blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_link_taken_away_needs_a_second_thing",
                condition=Q(way="together", second_thing="") | (Q(way="taken_away") & ~Q(second_thing="")),
            ),
            models.CheckConstraint(
                name="an_adults_page_is_written_for_an_adult",
                condition=Q(adult__isnull=True) | Q(written_for="adult"),
            ),
            models.CheckConstraint(
                name="a_link_that_ended_says_when_why_and_by_whom",
                condition=Q(ended_at__isnull=True, ended_by="", ending="")
                | (Q(ended_at__isnull=False) & ~Q(ended_by="") & ~Q(ending="")),
            ),
            models.CheckConstraint(
                name="a_link_runs_out_after_it_is_given", condition=Q(until_at__gt=F("given_at"))
            ),
            models.UniqueConstraint(
                name="one_link_taken_away_runs_for_a_reader",
                fields=["reader_id"],
                condition=Q(way="taken_away", ended_at__isnull=True),
            ),
        ]
        indexes = [models.Index(fields=["about_child", "given_at"], name="family_links_of_a_child")]


class LinkKey(Row):
    """The secrets of one link as digests, and how often they were tried in vain."""

    link = models.OneToOneField(FamilyLink, on_delete=models.PROTECT, related_name="+")
    code_digest = models.CharField(max_length=64)
    token_digest = models.CharField(max_length=64)
    second_digest = models.CharField(max_length=200)
    tries = models.PositiveSmallIntegerField(default=0)
    rests_until_at = models.DateTimeField(null=True)
    # the address with its token, sealed under the key of the addresses; only while it waits to be sent by e-mail
    to_send = models.BinaryField(max_length=2000, null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="a_code_opens_one_link", fields=["code_digest"]),
            models.UniqueConstraint(name="a_token_opens_one_link", fields=["token_digest"]),
        ]


class Dispatch(CaseRow):
    """That a private link goes by e-mail to a safe contact of its person, and what became of it. Never where it went."""

    link = models.OneToOneField(FamilyLink, on_delete=models.PROTECT, related_name="+")
    about_child = models.ForeignKey("families.Child", on_delete=models.PROTECT, related_name="+")
    contact_id = (
        models.UUIDField()
    )  # a safe contact by its key, not by a foreign key: nothing joins to an address
    contact_label = models.CharField(max_length=40)
    delivery = models.CharField(max_length=10, choices=Delivery.choices, default=Delivery.WAITING)
    why = models.CharField(max_length=10, choices=WhyNotSent.choices, blank=True)
    queued_at = models.DateTimeField()
    failures = models.PositiveSmallIntegerField(default=0)
    failed_at = models.DateTimeField(null=True)  # the last time
    # while it leaves: until when the round that sends it is waited for
    held_until_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)  # when it was sent, lost sight of, or given up

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_link_that_waits_no_more_says_since_when",
                condition=Q(delivery__in=["waiting", "leaving"], settled_at__isnull=True)
                | (~Q(delivery__in=["waiting", "leaving"]) & Q(settled_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="a_link_that_leaves_says_until_when_it_is_waited_for",
                condition=Q(delivery="leaving", held_until_at__isnull=False)
                | (~Q(delivery="leaving") & Q(held_until_at__isnull=True)),
            ),
            models.CheckConstraint(
                name="a_link_not_sent_says_why",
                condition=(Q(delivery="not_sent") & ~Q(why="")) | (~Q(delivery="not_sent") & Q(why="")),
            ),
            models.CheckConstraint(
                name="a_failed_sending_says_when_and_how_often",
                condition=Q(failed_at__isnull=True, failures=0) | Q(failed_at__isnull=False, failures__gte=1),
            ),
        ]
        indexes = [
            models.Index(fields=["about_child"], name="links_sent_about_a_child"),
            models.Index(fields=["delivery", "queued_at"], name="links_to_send"),
        ]


class Visit(Row):
    """One person at their page in one browser, for an hour at most."""

    link = models.ForeignKey(FamilyLink, on_delete=models.PROTECT, related_name="+")
    key_digest = models.CharField(max_length=64)
    begun_at = models.DateTimeField()
    until_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="a_visit_has_a_key_of_its_own", fields=["key_digest"]),
        ]


class Signature(CaseRow):
    """A name under an answer: as its owner typed it, and the picture of it where they drew one too."""

    about_child = models.ForeignKey("families.Child", on_delete=models.PROTECT, related_name="+")
    person_as_named = models.CharField(max_length=160)
    name_as_typed = models.CharField(max_length=160)
    drawn = models.ForeignKey("papers.Paper", on_delete=models.PROTECT, related_name="+", null=True)
    way = models.CharField(max_length=12, choices=Way.choices)
    signed_kind = models.CharField(max_length=30)
    signed_id = models.UUIDField()
    signed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_signature_has_a_typed_name", condition=~Q(name_as_typed="")),
        ]
        indexes = [models.Index(fields=["about_child"], name="signatures_about_a_child")]
