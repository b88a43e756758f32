"""A consultation: one matter, who is asked, the talks, the outcome and its next steps. With names, or with none.

A no-names consultation has neither case nor child: its rows are seen by whoever wrote them and by oversight alone.
"""

from django.db import models
from django.db.models import F, Q

from alongside.access.rows import CaseRow, ProtectedRow
from alongside.advice.words import NoteState
from alongside.consultations.words import (
    Beginning,
    Checked,
    ChildView,
    Direction,
    Kind,
    Medium,
    Mode,
    NextStepKind,
    OutcomeKind,
    Urgency,
)


class Consultation(ProtectedRow):
    """One matter on which another practitioner's view is sought. Its case stays with the agency that began it.

    `together_id` joins the consultations about several children that were begun as one.
    """

    mode = models.CharField(max_length=10, choices=Mode.choices)
    beginning = models.CharField(max_length=15, choices=Beginning.choices)
    about_child = models.ForeignKey("families.Child", on_delete=models.PROTECT, related_name="+", null=True)
    child_as_named = models.CharField(max_length=120, blank=True)
    together_id = models.UUIDField(null=True)
    question = models.TextField(max_length=2000, blank=True)
    benefit = models.TextField(max_length=2000, blank=True)
    explanation_for_family = models.TextField(max_length=2000, blank=True)
    why_not_identifying = models.CharField(max_length=500, blank=True)
    begun_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_named_consultation_has_a_case_and_a_child_and_one_without_names_has_neither",
                condition=(
                    Q(mode="named", case__isnull=False, about_child__isnull=False) & ~Q(child_as_named="")
                )
                | Q(mode="no_names", case__isnull=True, about_child__isnull=True, child_as_named=""),
            )
        ]
        indexes = [
            models.Index(fields=["case"], name="consultations_by_case"),
            models.Index(fields=["agency", "begun_at"], name="consultations_by_agency"),
            models.Index(fields=["author_membership", "begun_at"], name="consultations_by_author"),
            models.Index(fields=["about_child"], name="consultations_about_a_child"),
            models.Index(fields=["together_id"], name="consultations_together"),
        ]


class PersonAsked(ProtectedRow):
    """Whom the asker wants to speak with: someone in the directory, a team's line, or a snapshot of someone outside.

    One who is no longer to be asked was left; someone else was chosen instead.
    """

    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="+")
    membership = models.ForeignKey(
        "directory.Membership", on_delete=models.PROTECT, related_name="+", null=True
    )
    line = models.ForeignKey(
        "directory.ConsultationLine", on_delete=models.PROTECT, related_name="+", null=True
    )
    kind = models.CharField(max_length=10, choices=Kind.choices)
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=100)
    agency_as_named = models.CharField(max_length=150)
    telephone = models.CharField(max_length=30)
    checked = models.CharField(max_length=20, choices=Checked.choices)
    direction = models.CharField(max_length=10, choices=Direction.choices, default=Direction.WISH)
    chosen_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)
    left_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_person_asked_is_no_line", condition=Q(membership__isnull=True) | Q(line__isnull=True)
            ),
            models.CheckConstraint(
                name="a_person_left_says_when_and_by_whom",
                condition=Q(left_at__isnull=True, left_by__isnull=True)
                | Q(left_at__isnull=False, left_by__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["consultation"], name="people_asked_by_consultation")]


class Talk(ProtectedRow):
    """One conversation of a series: when and how, what each said. Written-only exchanges say why nobody spoke."""

    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="+")
    person_asked = models.ForeignKey(PersonAsked, on_delete=models.PROTECT, related_name="+")
    disclosure_id = models.UUIDField()
    medium = models.CharField(max_length=15, choices=Medium.choices)
    why_not_spoken = models.CharField(max_length=500, blank=True)
    spoke_with = models.CharField(max_length=200, blank=True)
    talked_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    said_by_asker = models.TextField(max_length=4000)
    said_by_adviser = models.TextField(max_length=4000)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_talk_is_recorded_when_or_after_it_is_held",
                condition=Q(recorded_at__gte=F("talked_at")),
            ),
            models.CheckConstraint(
                name="a_consultation_only_in_writing_says_why",
                condition=~Q(medium__in=["secure_mail", "other_written"]) | ~Q(why_not_spoken=""),
            ),
        ]
        indexes = [models.Index(fields=["consultation"], name="talks_by_consultation")]


class SentQuestion(ProtectedRow):
    """A question sent to someone's inbox, or to a line, before anybody spoke; it says why."""

    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="+")
    person_asked = models.ForeignKey(PersonAsked, on_delete=models.PROTECT, related_name="+")
    disclosure_id = models.UUIDField()
    why_not_spoken = models.CharField(max_length=500)
    sent_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["consultation"], name="sent_by_consultation")]


class ReturnedSlip(ProtectedRow):
    """What someone who is not on Alongside said to the asker's note of their advice, on paper or by telephone."""

    talk = models.ForeignKey(Talk, on_delete=models.PROTECT, related_name="+")
    note_state = models.CharField(max_length=10, choices=NoteState.choices)
    correction = models.TextField(max_length=4000, blank=True)
    returned_on = models.DateField()
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_slip_that_corrects_says_what_was_said",
                condition=Q(note_state="confirmed") | (Q(note_state="corrected") & ~Q(correction="")),
            )
        ]
        indexes = [models.Index(fields=["talk"], name="slips_by_talk")]


class SpokenRecord(ProtectedRow):
    """What was written down on one page about a talk that had been held already: whatever there was time for."""

    consultation = models.OneToOneField(Consultation, on_delete=models.PROTECT, related_name="+")
    urgency = models.CharField(max_length=15, choices=Urgency.choices, blank=True)
    with_whom = models.CharField(max_length=320, blank=True)
    telephone = models.CharField(max_length=30, blank=True)
    spoken_at = models.DateTimeField(null=True)
    said = models.TextField(max_length=4000, blank=True)
    heard = models.TextField(max_length=4000, blank=True)
    done = models.TextField(max_length=4000, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="what_was_spoken_is_recorded_when_or_after_it_was",
                condition=Q(spoken_at__isnull=True) | Q(recorded_at__gte=F("spoken_at")),
            )
        ]


class Outcome(ProtectedRow):
    """What was decided at the end of a consultation. A later outcome supersedes; none is edited."""

    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=25, choices=OutcomeKind.choices)
    words = models.TextField(max_length=4000)
    child_view = models.CharField(max_length=16, choices=ChildView.choices, blank=True)
    child_view_words = models.TextField(max_length=1000, blank=True)
    decided_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_view_that_was_weighed_says_how_it_counted_and_another_reason_what_it_is",
                condition=~Q(child_view__in=["weighed", "other"]) | ~Q(child_view_words=""),
            )
        ]
        indexes = [models.Index(fields=["consultation"], name="outcomes_by_consultation")]


class NextStep(ProtectedRow):
    """That a next step which nothing here sends was taken: when, with whom, what came of it."""

    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=25, choices=NextStepKind.choices)
    done_at = models.DateTimeField()
    with_whom = models.CharField(max_length=200)
    words = models.TextField(max_length=2000, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_step_is_recorded_when_or_after_it_is_taken",
                condition=Q(recorded_at__gte=F("done_at")),
            )
        ]
        indexes = [models.Index(fields=["consultation"], name="steps_by_consultation")]


class PrivateLink(CaseRow):
    """That a no-names consultation was about this child: kept in the asker's own case, never seen by the adviser.

    `named_id` is the consultation with its own decision that followed, once there is one (E14: one way).
    """

    child = models.ForeignKey("families.Child", on_delete=models.PROTECT, related_name="+")
    no_names = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="+")
    named_id = models.UUIDField(null=True)
    linked_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="a_no_names_consultation_is_about_a_child_once", fields=["child", "no_names"]
            )
        ]
        indexes = [models.Index(fields=["child"], name="private_links_by_child")]
