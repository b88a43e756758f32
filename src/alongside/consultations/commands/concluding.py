"""The end of a consultation: what was decided, and who in the family was told."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.access.gate import Act, writes
from alongside.access.words import Ref, Refused
from alongside.consultations import rules
from alongside.consultations.finding import chosen_person, matter, own_consultation
from alongside.consultations.models import Consultation, Outcome, Talk, Telling
from alongside.consultations.words import CHOSEN_OUTCOMES, Leaf, OutcomeKind, Right, Told
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.families import queries as families
from alongside.sharing import commands as sharing
from alongside.sharing import queries as sharing_queries


@dataclass(frozen=True, slots=True)
class ToldPerson:
    """Where telling one person stands. `adult_id` is None for the child."""

    adult_id: UUID | None
    name: str
    told: Told
    told_on: date | None
    words: str


@writes(Right.CONSULTATION_CONTINUE)
def record_outcome(act: Act, *, consultation_id: UUID, kind: OutcomeKind, words: str) -> UUID:
    """Record what was decided together. Not a referral unless that was decided (the practice guide)."""
    row = own_consultation(act, consultation_id=consultation_id)
    if kind not in CHOSEN_OUTCOMES:
        raise Refused("Choose what you decided together.", field="kind")
    if not Talk.objects.filter(consultation_id=row.id).exists():
        raise Refused("Record the conversation first, so that what was decided has something to rest on.")
    outcome = Outcome.objects.create(
        agency_id=row.agency_id,
        case_id=row.case_id,
        author_membership_id=act.ctx.membership_id,
        consultation_id=row.id,
        kind=kind,
        words=words,
        decided_at=act.now,
    )
    about = Ref("consultation", row.id)
    duties.discharge(act, what=Owed.OUTCOME, arising_from=about, evidence=Ref("outcome", outcome.id))
    duties.owe(
        act,
        what=Owed.TELL_FAMILY,
        by_membership_id=row.author_membership_id,
        arising_from=about,
        agency_id=row.agency_id,
        case_id=row.case_id,
    )
    act.note(Leaf.OUTCOME_RECORDED, about=about)
    return outcome.id


@writes(Right.CONSULTATION_CONTINUE)
def record_telling(act: Act, *, consultation_id: UUID, people: tuple[ToldPerson, ...], how: str) -> None:
    """Record who in the family was told of the outcome, per person. While anyone is not yet told, the duty stands.

    Telling everyone answers the last node of the chart and closes the decision.
    """
    row = own_consultation(act, consultation_id=consultation_id)
    if not Outcome.objects.filter(consultation_id=row.id).exists():
        raise Refused("Record first what was decided, so that there is something to tell.")
    if not people:
        raise Refused("Say for at least one person whether they have been told.")
    for person in people:
        if person.adult_id is not None:
            families.adult_of(act, child_id=row.about_child_id, adult_id=person.adult_id)
        _refuse_bad_telling(person, today=day_in_london(act.now))
    Telling.objects.bulk_create(
        Telling(
            agency_id=row.agency_id,
            case_id=row.case_id,
            author_membership_id=act.ctx.membership_id,
            consultation_id=row.id,
            adult_id=person.adult_id,
            person_as_named=person.name,
            told=person.told,
            told_on=person.told_on,
            how="" if person.told is Told.NOT_YET else how,
            words=person.words,
            recorded_at=act.now,
        )
        for person in people
    )
    about = Ref("consultation", row.id)
    act.note(Leaf.TELLING_RECORDED, about=about)
    latest = _latest_tellings(row.id)
    if all(telling.told != Told.NOT_YET for telling in latest):
        duties.discharge(act, what=Owed.TELL_FAMILY, arising_from=about, evidence=about)
        _follow(act, row, latest)


def _latest_tellings(consultation_id: UUID) -> tuple[Telling, ...]:
    """Of each person the last word: someone who was not yet told stays so until they are."""
    latest: dict[str, Telling] = {}
    for telling in Telling.objects.filter(consultation_id=consultation_id).order_by("recorded_at", "id")[
        :500
    ]:
        latest[str(telling.adult_id or telling.person_as_named)] = telling
    return tuple(latest.values())


def _refuse_bad_telling(person: ToldPerson, *, today: date) -> None:
    if person.told is Told.NOT_YET and not person.words:
        raise Refused(f"Say why {person.name} has not been told yet. It stays on your list until they are.")
    if person.told is not Told.NOT_YET and person.told_on is None:
        raise Refused(f"Give the day on which {person.name} was told.", field="told_on")
    if person.told_on and person.told_on > today:
        raise Refused("Give the day on which you told them: it cannot be later than today.", field="told_on")


def _follow(act: Act, row: Consultation, latest: tuple[Telling, ...]) -> None:
    about = matter(row, chosen_person(row))
    if sharing_queries.latest_decision(act, matter=about) is None:
        return
    said = "; ".join(f"{each.person_as_named}: {Told(each.told).label.lower()}" for each in latest) + "."
    sharing.follow_walk(
        act, matter=about, later=rules.telling_evidence([Told(t.told) for t in latest], said=said)
    )
