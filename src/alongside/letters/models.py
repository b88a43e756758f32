"""Each letter as it was written: to whom, by which safe contact, in which words. Never where it went."""

from django.db import models
from django.db.models import Q

from alongside.access.rows import CaseRow
from alongside.languages.words import Language
from alongside.letters.words import Kept, Print


class Letter(CaseRow):
    """One letter to one person. Its words never change; the address is drawn in while it is printed and not kept."""

    about_child = models.ForeignKey("families.Child", on_delete=models.PROTECT, related_name="+")
    adult = models.ForeignKey("families.Adult", on_delete=models.PROTECT, related_name="+", null=True)
    person_as_named = models.CharField(max_length=160)
    contact_id = (
        models.UUIDField()
    )  # a safe contact by its key, not by a foreign key: nothing joins to an address
    contact_label = models.CharField(max_length=40)
    way = models.CharField(max_length=40)
    arising_from_kind = models.CharField(max_length=30)
    arising_from_id = models.UUIDField()
    title = models.CharField(max_length=200)
    paragraphs = models.JSONField()
    own_words = models.JSONField(default=list)  # places of paragraphs in another language than the rest
    own_language = models.CharField(max_length=5, choices=Language.choices, blank=True)
    language = models.CharField(max_length=5, choices=Language.choices)
    size = models.CharField(max_length=10, choices=Print.choices)
    signer_name = models.CharField(max_length=160)
    signer_role = models.CharField(max_length=100)
    signer_agency = models.CharField(max_length=200)
    telephone = models.CharField(max_length=40, blank=True)
    kept = models.CharField(max_length=15, choices=Kept.choices)
    digest = models.CharField(max_length=64)  # of the words as kept, without the address
    written_at = models.DateTimeField()
    printed_at = models.DateTimeField(null=True)  # the first time
    printings = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_printed_letter_says_when_and_how_often",
                condition=Q(printed_at__isnull=True, printings=0)
                | Q(printed_at__isnull=False, printings__gte=1),
            ),
            models.CheckConstraint(
                name="a_letter_says_something_to_somebody",
                condition=~Q(title="") & ~Q(person_as_named="") & ~Q(contact_label="") & ~Q(digest=""),
            ),
        ]
        indexes = [models.Index(fields=["about_child", "written_at"], name="letters_about_a_child")]
