"""A consultation: one matter, who is asked, the talks, both views, the outcome, and who was told."""

from django.db import models
from django.db.models import F, Q

from alongside.access.rows import CaseRow, ProtectedRow
from alongside.consultations.words import Checked, Kind, Medium, NoteState, OutcomeKind, Told


class Consultation(CaseRow):
    """One matter on which another practitioner's view is sought. Its case stays with the agency that began it."""

    about_child = models.ForeignKey("families.Child", on_delete=models.PROTECT, related_name="+")
    child_as_named = models.CharField(max_length=120)
    question = models.TextField(max_length=2000, blank=True)
    benefit = models.TextField(max_length=2000, blank=True)
    explanation_for_family = models.TextField(max_length=2000, blank=True)
    begun_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["case"], name="consultations_by_case"),
            models.Index(fields=["agency", "begun_at"], name="consultations_by_agency"),
            models.Index(fields=["author_membership", "begun_at"], name="consultations_by_author"),
            models.Index(fields=["about_child"], name="consultations_about_a_child"),
        ]


class PersonAsked(CaseRow):
    """Whom the asker wants to speak with: someone in the directory, or a snapshot of someone not on Alongside."""

    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="+")
    membership = models.ForeignKey(
        "directory.Membership", on_delete=models.PROTECT, related_name="+", null=True
    )
    kind = models.CharField(max_length=10, choices=Kind.choices)
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=100)
    agency_as_named = models.CharField(max_length=150)
    telephone = models.CharField(max_length=30)
    checked = models.CharField(max_length=20, choices=Checked.choices)
    chosen_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["consultation"], name="people_asked_by_consultation")]


class Talk(CaseRow):
    """One conversation: when and how, what each said. Written-only exchanges say why nobody spoke."""

    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="+")
    person_asked = models.ForeignKey(PersonAsked, on_delete=models.PROTECT, related_name="+")
    medium = models.CharField(max_length=15, choices=Medium.choices)
    why_not_spoken = models.CharField(max_length=500, blank=True)
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


class AdviserView(ProtectedRow):
    """The adviser's own view and their word on the note: a row of the adviser's agency, shown to the asker's case."""

    consultation_id = models.UUIDField()
    disclosure = models.OneToOneField("sharing.Disclosure", on_delete=models.PROTECT, related_name="+")
    note_state = models.CharField(max_length=10, choices=NoteState.choices)
    correction = models.TextField(max_length=4000, blank=True)
    view = models.TextField(max_length=4000, blank=True)
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_corrected_note_says_what_was_said",
                condition=Q(note_state="confirmed") | ~Q(correction=""),
            )
        ]
        indexes = [models.Index(fields=["consultation_id"], name="views_by_consultation")]


class Outcome(CaseRow):
    """What was decided at the end of a consultation. A later outcome supersedes; none is edited."""

    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=25, choices=OutcomeKind.choices)
    words = models.TextField(max_length=4000)
    decided_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["consultation"], name="outcomes_by_consultation")]


class Telling(CaseRow):
    """Whether one person of the family was told of the outcome: when, how, what they said; or not yet, and why."""

    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="+")
    adult = models.ForeignKey("families.Adult", on_delete=models.PROTECT, related_name="+", null=True)
    person_as_named = models.CharField(max_length=160)
    told = models.CharField(max_length=15, choices=Told.choices)
    told_on = models.DateField(null=True)
    how = models.CharField(max_length=200, blank=True)
    words = models.TextField(max_length=2000, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="someone_told_was_told_on_a_day",
                condition=(Q(told="not_yet", told_on__isnull=True) & ~Q(words=""))
                | (~Q(told="not_yet") & Q(told_on__isnull=False)),
            )
        ]
        indexes = [models.Index(fields=["consultation"], name="tellings_by_consultation")]
