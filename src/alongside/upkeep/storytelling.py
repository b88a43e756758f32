"""How an invented past is told: people act, one deed after another, each at its own time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from alongside.access import context
from alongside.access.context import LONDON, Context, day_in_london
from alongside.access.words import Standing
from alongside.consent.commands import Said
from alongside.consent.words import Category, Form, Status
from alongside.consultations import commands, queries
from alongside.consultations.commands import ChosenPerson, RecordedTalk, ToldPerson
from alongside.consultations.words import Checked, Medium, NoteState, OutcomeKind, Told
from alongside.sharing import commands as sharing
from alongside.sharing import queries as sharing_queries
from alongside.sharing.rules import ListedItem

REVIEWED_AFTER = timedelta(days=90)
MOST_QUESTIONS = 20


@dataclass(frozen=True, slots=True)
class Actor:
    """An invented person as they act."""

    membership_id: UUID
    practitioner_id: UUID
    agency_id: UUID
    name: str

    def ctx(self) -> Context:
        """A new deed or reading of this person, at the time that the story has reached."""
        return Context(
            membership_id=self.membership_id,
            practitioner_id=self.practitioner_id,
            agency_id=self.agency_id,
            standing=Standing.PRACTITIONER,
            now=context.clock(),
            session=context.pseudonym("the demonstration"),
            command_id=uuid4(),
        )


@dataclass(frozen=True, slots=True)
class Story:
    """Who there is to tell about, and the moment up to which it is told."""

    actors: Mapping[str, Actor]
    children: Mapping[str, UUID]
    now: datetime

    def at(self, *, days_ago: int, hour: int, minute: int = 0) -> datetime:
        """A time in London so many weekdays ago; bank holidays are days like others to a story."""
        day = day_in_london(self.now)
        for _ in range(days_ago):
            day -= timedelta(days={0: 3, 6: 2}.get(day.weekday(), 1))
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=LONDON)


@dataclass(frozen=True, slots=True)
class Asking:
    """Somebody asks a colleague about a child."""

    asker: Actor
    adviser: Actor
    child_id: UUID
    question: str
    benefit: str
    explanation: str
    items: tuple[ListedItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """What one person of the family said. `giver_adult_id` is None for the child."""

    giver: str
    giver_adult_id: UUID | None
    status: Status
    words: str
    allowed: tuple[Category, ...] = ()
    excluded: tuple[Category, ...] = ()


def adult_of(actor: Actor, *, child_id: UUID) -> tuple[UUID, str]:
    """The one invented adult around a child: their key, and how pages name them."""
    adult = queries.family_of(actor.ctx(), child_id=child_id)[0]
    return adult.id, adult.title


def begin(asking: Asking) -> UUID:
    """Begin, choose whom to ask, say why; list what, where the story has come so far."""
    ctx = asking.asker.ctx
    consultation_id = commands.begin_consultation(ctx(), child_id=asking.child_id)
    person = ChosenPerson(membership_id=asking.adviser.membership_id, checked=Checked.DIRECTORY)
    commands.choose_person(ctx(), consultation_id=consultation_id, person=person)
    commands.explain_reasons(
        ctx(),
        consultation_id=consultation_id,
        question=asking.question,
        benefit=asking.benefit,
        explanation_for_family=asking.explanation,
    )
    if asking.items:
        commands.list_what(ctx(), consultation_id=consultation_id, items=asking.items)
    return consultation_id


def hear_family(asker: Actor, *, consultation_id: UUID, voice: Voice, purpose: str) -> None:
    """Record what one person of the family said about it, on the day the story has reached."""
    page = queries.open_consultation(asker.ctx(), consultation_id=consultation_id)
    on = day_in_london(context.clock())
    agreed = voice.status is Status.GIVEN
    said = Said(
        giver_adult_id=voice.giver_adult_id,
        giver=voice.giver,
        status=voice.status,
        words=voice.words,
        recipient=page.person.title if page.person else "",
        purpose=purpose,
        answered_on=on,
        allowed=voice.allowed,
        excluded=voice.excluded,
        form=Form.VERBAL if agreed else None,
        review_by=on + REVIEWED_AFTER if agreed else None,
    )
    commands.record_family_answer(asker.ctx(), consultation_id=consultation_id, said=said)


def decide(
    asker: Actor, *, consultation_id: UUID, answers: Mapping[str, str], judged: sharing.Judged
) -> UUID:
    """Answer the questions that the record leaves open, then decide. Raises KeyError for one without an answer."""
    for _ in range(MOST_QUESTIONS):
        way = queries.sharing_of(asker.ctx(), consultation_id=consultation_id).way
        if not way.asked:
            break
        answered = sharing.Answered(way.last.pack.id, way.asked, answers[way.asked])
        commands.answer_question(asker.ctx(), consultation_id=consultation_id, answered=answered)
    return commands.decide_sharing(asker.ctx(), consultation_id=consultation_id, judged=judged)


def talk(asker: Actor, *, consultation_id: UUID, said: str, heard: str) -> UUID:
    """Record a telephone call that ended ten minutes before; answers what was disclosed by it."""
    recorded = RecordedTalk(
        medium=Medium.TELEPHONE,
        talked_at=context.clock() - timedelta(minutes=10),
        said_by_asker=said,
        said_by_adviser=heard,
    )
    commands.record_talk(asker.ctx(), consultation_id=consultation_id, talk=recorded)
    about = queries.open_consultation(asker.ctx(), consultation_id=consultation_id).decisions[0].arising_from
    return sharing_queries.list_disclosures(asker.ctx(), arising_from=about)[-1].id


def confirm(adviser: Actor, *, disclosure_id: UUID, view: str) -> None:
    """The adviser confirms the note and adds a view of their own."""
    commands.give_view(
        adviser.ctx(), disclosure_id=disclosure_id, note_state=NoteState.CONFIRMED, correction="", view=view
    )


def conclude(asker: Actor, *, consultation_id: UUID, kind: OutcomeKind, words: str) -> None:
    """Record what was decided together."""
    commands.record_outcome(asker.ctx(), consultation_id=consultation_id, kind=kind, words=words)


def inform(asker: Actor, *, consultation_id: UUID, adult: tuple[UUID, str], told: Told, words: str) -> None:
    """Record whether an adult was told, on the day the story has reached."""
    on: date | None = None if told is Told.NOT_YET else day_in_london(context.clock())
    person = ToldPerson(adult[0], adult[1], told, on, words)
    commands.record_telling(
        asker.ctx(), consultation_id=consultation_id, people=(person,), how="In person, at the school gate"
    )
