"""What one person of a family said for themselves, what they say is wrong, what they ask and complain of: kept as theirs."""

from django.db import models
from django.db.models import Q

from alongside.access.rows import CaseRow
from alongside.voice.words import LONGEST, Answer, Form, ReadBack, Safety, Secrecy, Shown, Taken


class SpokenRow(CaseRow):
    """Who said it, about which child, and how it was put down. The author is who wrote it down or opened the link."""

    about_child = models.ForeignKey("families.Child", on_delete=models.PROTECT, related_name="+")
    child_as_named = models.CharField(max_length=120)
    adult = models.ForeignKey("families.Adult", on_delete=models.PROTECT, related_name="+", null=True)
    person_as_named = models.CharField(max_length=120)
    arising_from_kind = models.CharField(max_length=30)
    arising_from_id = models.UUIDField()
    taken = models.CharField(max_length=12, choices=Taken.choices)
    language = models.CharField(max_length=5)
    words = models.TextField(max_length=LONGEST, blank=True)
    said_on = models.DateField()
    recorded_at = models.DateTimeField()

    class Meta:
        abstract = True


class AnsweredRow(SpokenRow):
    """What is owed an answer, and the answer that its speaker reads."""

    answer_words = models.TextField(max_length=2000, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(
        "directory.Membership", on_delete=models.PROTECT, related_name="+", null=True
    )

    class Meta:
        abstract = True


class Said(SpokenRow):
    """Words, pictures or a drawing of one person's own. Only what became of "not safe" is written to it later."""

    form = models.CharField(max_length=10, choices=Form.choices)
    pictures = models.JSONField(default=list)
    drawing = models.ForeignKey("papers.Paper", on_delete=models.PROTECT, related_name="+", null=True)
    read_back = models.CharField(max_length=12, choices=ReadBack.choices)
    safety = models.CharField(max_length=10, choices=Safety.choices)
    shown = models.CharField(max_length=10, choices=Shown.choices)
    secrecy = models.CharField(max_length=12, choices=Secrecy.choices)
    acted_at = models.DateTimeField(null=True)
    acted_by = models.ForeignKey(
        "directory.Membership", on_delete=models.PROTECT, related_name="+", null=True
    )
    what_was_done = models.TextField(max_length=2000, blank=True)
    told_back = models.TextField(max_length=2000, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="what_was_said_in_words_has_words_and_a_drawing_its_picture",
                condition=Q(form="words", drawing__isnull=True) & ~Q(words="")
                | Q(form="pictures", drawing__isnull=True)
                | Q(form="drawing", drawing__isnull=False),
            ),
            models.CheckConstraint(
                name="what_somebody_put_down_themselves_needs_no_reading_back",
                condition=Q(taken="themselves", read_back="not_needed")
                | ~Q(taken="themselves") & ~Q(read_back="not_needed"),
            ),
            models.CheckConstraint(
                name="what_was_done_for_somebody_not_safe_says_when_by_whom_and_what_they_were_told",
                condition=Q(acted_at__isnull=True, acted_by__isnull=True, what_was_done="")
                | Q(acted_at__isnull=False, acted_by__isnull=False, safety="not_safe")
                & ~Q(what_was_done="")
                & ~Q(told_back=""),
            ),
        ]
        indexes = [
            models.Index(fields=["about_child", "recorded_at"], name="said_about_a_child"),
            models.Index(fields=["arising_from_id"], name="said_by_matter"),
        ]


class Correction(AnsweredRow):
    """What somebody says is wrong in a record, beside what it is about. It deletes nothing and is never deleted."""

    should_be = models.TextField(max_length=LONGEST, blank=True)
    answer = models.CharField(max_length=12, choices=Answer.choices, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_correction_says_what_is_wrong", condition=~Q(words="")),
            models.CheckConstraint(
                name="an_answered_correction_says_how_why_when_and_by_whom",
                condition=Q(answered_at__isnull=True, answered_by__isnull=True, answer="")
                | Q(answered_at__isnull=False, answered_by__isnull=False)
                & ~Q(answer="")
                & ~Q(answer_words=""),
            ),
        ]
        indexes = [
            models.Index(fields=["arising_from_id"], name="corrections_by_matter"),
            models.Index(fields=["about_child"], name="corrections_about_a_child"),
        ]


class Question(AnsweredRow):
    """What somebody asks, and what they were answered."""

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_question_asks_something", condition=~Q(words="")),
            models.CheckConstraint(
                name="an_answered_question_says_what_when_and_by_whom",
                condition=Q(answered_at__isnull=True, answered_by__isnull=True, answer_words="")
                | Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer_words=""),
            ),
        ]
        indexes = [models.Index(fields=["about_child"], name="questions_about_a_child")]


class Complaint(AnsweredRow):
    """What somebody complains of, and what they were answered. It deletes nothing and is never deleted."""

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_complaint_says_what_it_is_about", condition=~Q(words="")),
            models.CheckConstraint(
                name="an_answered_complaint_says_what_when_and_by_whom",
                condition=Q(answered_at__isnull=True, answered_by__isnull=True, answer_words="")
                | Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer_words=""),
            ),
        ]
        indexes = [models.Index(fields=["about_child"], name="complaints_about_a_child")]
