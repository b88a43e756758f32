"""What the practitioner who is asked writes: rows of the adviser's own agency, shown to the asker."""

from django.db import models
from django.db.models import Q

from alongside.access.rows import ProtectedRow
from alongside.advice.words import Heard, NoteState, Wanted


class AdviserView(ProtectedRow):
    """The adviser's own view and their word on the note: a row of the adviser's agency, shown to the asker's case."""

    consultation_id = models.UUIDField()
    disclosure = models.OneToOneField("sharing.Disclosure", on_delete=models.PROTECT, related_name="+")
    note_state = models.CharField(max_length=10, choices=NoteState.choices)
    correction = models.TextField(max_length=4000, blank=True)
    view = models.TextField(max_length=4000, blank=True)
    offer = models.TextField(max_length=2000, blank=True)
    heard = models.CharField(max_length=20, choices=Heard.choices)
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_corrected_note_says_what_was_said",
                condition=~Q(note_state="corrected") | ~Q(correction=""),
            ),
            models.CheckConstraint(
                name="an_answer_in_writing_says_something", condition=~Q(note_state="answered") | ~Q(view="")
            ),
        ]
        indexes = [models.Index(fields=["consultation_id"], name="views_by_consultation")]


class AskedBack(ProtectedRow):
    """A question that the adviser asks back, before or after their answer."""

    consultation_id = models.UUIDField()
    disclosure = models.ForeignKey("sharing.Disclosure", on_delete=models.PROTECT, related_name="+")
    words = models.TextField(max_length=2000)
    asked_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["consultation_id"], name="asked_back_by_consultation")]


class Reply(ProtectedRow):
    """What the asker says to a question asked back: a row of the asker's agency, shown to the adviser."""

    asked_back = models.OneToOneField(AskedBack, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(max_length=2000)
    replied_at = models.DateTimeField()


class SealedCopy(ProtectedRow):
    """One matter as both sides have seen it, sealed with the answer.

    Each agency keeps its own row with the same words and the same digest.
    """

    disclosure = models.ForeignKey("sharing.Disclosure", on_delete=models.PROTECT, related_name="+")
    words = models.JSONField()
    digest = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_sealed_copy_a_disclosure_and_agency", fields=["disclosure", "agency"]
            )
        ]


class WaitingQuestion(ProtectedRow):
    """A question sent to a team's consultation line: a row of the line's agency, without a word of what was asked.

    It belongs to no case, so that those who answer the line see it, and nobody for being on the asker's case; but
    whoever may not know of that case (`about_case_id`) sees no question about it either. It is
    withdrawn where the asker has spoken with the line before anybody took it.
    """

    line = models.ForeignKey("directory.ConsultationLine", on_delete=models.PROTECT, related_name="+")
    disclosure = models.OneToOneField("sharing.Disclosure", on_delete=models.PROTECT, related_name="+")
    about_case_id = models.UUIDField(null=True)
    asker_as_named = models.CharField(max_length=320)
    ring_back_on = models.CharField(max_length=30)
    wanted = models.CharField(max_length=15, choices=Wanted.choices)
    queued_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True)
    taken_by = models.ForeignKey(
        "directory.Membership", on_delete=models.PROTECT, related_name="+", null=True
    )
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(
        "directory.Membership", on_delete=models.PROTECT, related_name="+", null=True
    )
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        "directory.Membership", on_delete=models.PROTECT, related_name="+", null=True
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_question_withdrawn_says_when_and_by_whom",
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
            ),
            models.CheckConstraint(
                name="a_question_taken_says_when_and_by_whom",
                condition=Q(taken_at__isnull=True, taken_by__isnull=True)
                | Q(taken_at__isnull=False, taken_by__isnull=False),
            ),
            models.CheckConstraint(
                name="a_question_answered_says_when_and_by_whom",
                condition=Q(answered_at__isnull=True, answered_by__isnull=True)
                | Q(answered_at__isnull=False, answered_by__isnull=False),
            ),
            models.CheckConstraint(
                name="a_question_is_taken_before_it_is_answered",
                condition=Q(answered_at__isnull=True) | Q(taken_at__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["line", "answered_at", "queued_at"], name="questions_on_a_line")]


class HandedOn(ProtectedRow):
    """A waiting question handed on: back to the line, to a colleague on it, or to another line of the agency."""

    question = models.ForeignKey(WaitingQuestion, on_delete=models.PROTECT, related_name="+")
    to_line = models.ForeignKey("directory.ConsultationLine", on_delete=models.PROTECT, related_name="+")
    to_membership = models.ForeignKey(
        "directory.Membership", on_delete=models.PROTECT, related_name="+", null=True
    )
    words = models.TextField(max_length=1000)
    handed_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["question", "handed_at"], name="handed_on_by_question")]
