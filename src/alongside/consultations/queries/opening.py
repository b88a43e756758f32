"""One consultation with everything that this person may see of it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.access.gate import Look, reads
from alongside.access.words import NotThere, Ref
from alongside.advice import queries as advice
from alongside.advice.queries import AskedBackCard
from alongside.advice.words import Heard
from alongside.cases import queries as cases
from alongside.consent import queries as consent
from alongside.consent.rules import Answer
from alongside.consultations import finding, rules
from alongside.consultations.cards import (
    LISTED_MOST,
    LookAgain,
    OutcomeCard,
    PersonCard,
    SentCard,
    SpokenCard,
    StepCard,
    TalkCard,
    outcome_card,
    person_card,
    sent_card,
    spoken_card,
    step_card,
    talk_card,
)
from alongside.consultations.models import (
    Consultation,
    NextStep,
    Outcome,
    PersonAsked,
    ReturnedSlip,
    SentQuestion,
    SpokenRecord,
    Talk,
)
from alongside.consultations.words import Beginning, Checked, Kind, Mode, OutcomeKind, Right, Task
from alongside.duties import queries as duties
from alongside.duties.queries import DutyLine
from alongside.families import queries as families
from alongside.families.queries import AdultCard
from alongside.families.words import NOT_YET_NAMED
from alongside.involvement import queries as involvement
from alongside.involvement.queries import TellingCard
from alongside.sharing import queries as sharing
from alongside.sharing.queries import ChangedSince, DecisionLine, SharingPage
from alongside.sharing.rules import ListedItem
from alongside.sharing.words import WITHOUT_NAMES


@dataclass(frozen=True, slots=True)
class ConsultationPage:
    """A consultation with everything that this person may see of it. `child` says so where nobody is named."""

    id: UUID
    mode: Mode
    beginning: Beginning
    case_id: UUID | None
    child_id: UUID | None
    child: str
    together_id: UUID | None
    asker: str
    asker_membership_id: UUID
    asker_agency_id: UUID
    question: str
    benefit: str
    explanation_for_family: str
    begun_at: datetime
    people: tuple[PersonCard, ...]
    asked_back: tuple[AskedBackCard, ...]
    items: tuple[ListedItem, ...]
    answers: tuple[Answer, ...]
    spoken: SpokenCard | None
    outcome: OutcomeCard | None
    steps: tuple[StepCard, ...]
    tellings: tuple[TellingCard, ...]
    duties: tuple[DutyLine, ...]
    look_again: tuple[LookAgain, ...]
    progress: tuple[rules.TaskState, ...]
    may_continue: str  # "yes" for those whose case it is, "no" for those who read
    at: datetime  # when it was read

    @property
    def is_named(self) -> bool:
        return self.mode is Mode.NAMED

    @property
    def awaits_name(self) -> bool:
        """Whether nobody could name the child yet when this was recorded."""
        return self.child.startswith(NOT_YET_NAMED)

    @property
    def person(self) -> PersonCard | None:
        """The first person asked; None before anyone was chosen."""
        return self.people[0] if self.people else None

    @property
    def talks(self) -> tuple[TalkCard, ...]:
        """Every talk of the series, with whomever, oldest first."""
        return tuple(
            sorted((t for person in self.people for t in person.talks), key=lambda talk: talk.talked_at)
        )

    @property
    def heard_harm(self) -> str:
        """Who of those asked said that this child may be suffering significant harm; empty where nobody did."""
        spoken = [talk.view for person in self.people for talk in person.talks]
        written = [sent.view for person in self.people for sent in person.sent]
        harm = (view for view in (*spoken, *written) if view and view.heard is Heard.SIGNIFICANT_HARM)
        return next((view.given_by for view in harm), "")

    @property
    def next_task(self) -> rules.TaskState | None:
        """The first task that can be done now and is not."""
        return rules.next_task(self.progress)

    def person_of(self, person_id: UUID) -> PersonCard:
        """One of the people asked. Raises NotThere."""
        person = next((each for each in self.people if each.id == person_id), None)
        if person is None:
            raise NotThere
        return person

    def state_of(self, task: Task, person_id: UUID | None = None) -> rules.Progress | None:
        """How far one task has come; None for one that this consultation does not have."""
        return next(
            (each.progress for each in self.progress if (each.task, each.person_id) == (task, person_id)),
            None,
        )


@dataclass(frozen=True, slots=True)
class TogetherCard:
    """Another consultation of a group that was begun as one: about another child."""

    id: UUID
    child: str


@dataclass(frozen=True, slots=True)
class _Found:
    """What is looked up once for everybody asked."""

    decisions: dict[UUID, DecisionLine]
    followed: dict[UUID, sharing.FollowedCard]
    talks: tuple[TalkCard, ...]
    sent: tuple[SentCard, ...]
    walking: frozenset[UUID]
    answers: tuple[Answer, ...]
    changed: tuple[ChangedSince, ...]


@reads(Right.CONSULTATION_OPEN)
def open_consultation(look: Look, *, consultation_id: UUID) -> ConsultationPage:
    """One consultation. Raises NotThere."""
    row = (
        Consultation.objects.select_related("author_membership__practitioner", "agency")
        .filter(id=consultation_id)
        .first()
    )
    if row is None:
        raise NotThere
    about = Ref("consultation", row.id)
    look.opens(about)
    found, may_continue = _found(look, row), _may_continue(look, row)
    asked = finding.people_asked(row)
    people = tuple(_person(look, row, person, found) for person in asked)
    outcome = outcome_card(
        Outcome.objects.filter(consultation_id=row.id).order_by("-decided_at", "-id").first()
    )
    tellings = involvement.list_tellings(look, arising_from=about)
    standing = tuple(
        _done_person(look, row, person, card, found, may_continue)
        for person, card in zip(asked, people, strict=True)
    )
    steps = NextStep.objects.select_related("author_membership__practitioner").filter(consultation_id=row.id)
    return ConsultationPage(
        id=row.id,
        mode=Mode(row.mode),
        beginning=Beginning(row.beginning),
        case_id=row.case_id,
        child_id=row.about_child_id,
        child=row.child_as_named or WITHOUT_NAMES,
        together_id=row.together_id,
        asker=f"{row.author_membership.practitioner.name}, {row.agency.name}",
        asker_membership_id=row.author_membership_id,
        asker_agency_id=row.agency_id,
        question=row.question,
        benefit=row.benefit,
        explanation_for_family=row.explanation_for_family,
        begun_at=row.begun_at,
        people=people,
        asked_back=advice.list_asked_back(look, consultation_id=row.id),
        items=sharing.list_items(look, arising_from=about),
        answers=found.answers,
        spoken=_spoken(row),
        outcome=outcome,
        steps=tuple(step_card(each) for each in steps.order_by("done_at", "id")[:LISTED_MOST]),
        tellings=tellings,
        duties=duties.list_duties_from(look, arising_from=about),
        look_again=_look_again(look, found),
        progress=rules.progress(_done(row, found, standing, outcome, tellings)),
        may_continue=may_continue,
        at=look.now,
    )


@reads(Right.CONSULTATION_CONTINUE)
def continue_consultation(look: Look, *, consultation_id: UUID) -> ConsultationPage:
    """The same for one of its tasks. Raises NotThere for those who may read it and not go on with it."""
    page = open_consultation(look, consultation_id=consultation_id)
    if page.may_continue != "yes":
        raise NotThere
    return page


@reads(Right.CONSULTATION_CONTINUE)
def begun_together(look: Look, *, consultation_id: UUID) -> tuple[TogetherCard, ...]:
    """The other consultations of the group with which one was begun, on whatever case, oldest first. Raises NotThere."""
    row = Consultation.objects.filter(id=consultation_id).first()
    if row is None:
        raise NotThere
    if row.together_id is None:
        return ()
    others = Consultation.objects.filter(together_id=row.together_id).exclude(id=row.id)
    found = others.order_by("begun_at", "id")[: finding.TOGETHER_MOST]
    return tuple(TogetherCard(each.id, each.child_as_named) for each in found)


@reads(Right.CONSULTATION_CONTINUE)
def find_alike(look: Look, *, consultation_id: UUID) -> ConsultationPage | None:
    """The first of the group in which reasons were given: what it says is offered for the others; None where none is."""
    row = Consultation.objects.filter(id=consultation_id).first()
    others = finding.begun_together(row) if row else ()
    first = next((each for each in others if each.question), None)
    return open_consultation(look, consultation_id=first.id) if first else None


def _done(
    row: Consultation,
    found: _Found,
    people: tuple[rules.DonePerson, ...],
    outcome: OutcomeCard | None,
    tellings: tuple[TellingCard, ...],
) -> rules.Done:
    unheld = outcome is not None and outcome.kind is OutcomeKind.NOT_HELD
    over = outcome is not None and (not unheld or _is_over_unheld(outcome, found))
    is_named = row.about_child_id is not None
    return rules.Done(
        people=people,
        is_named=is_named,
        has_reasons=bool(row.question and row.benefit),
        has_outcome=over,
        is_unheld=over and unheld,
        family_waits=rules.family_waits(
            is_named=is_named,
            unheld=over and unheld,
            asked=[answer.status for answer in found.answers],
            decided=bool(found.decisions),
        ),
        told=[(telling.told, telling.authorisation) for telling in tellings],
    )


def _is_over_unheld(outcome: OutcomeCard, found: _Found) -> bool:
    return rules.is_over_unheld(
        ended_at=outcome.decided_at,
        decided=[decision.decided_at for decision in found.decisions.values()],
        heard=bool(found.talks) or any(sent.view for sent in found.sent),
    )


@reads(Right.CONSULTATION_CONTINUE)
def sharing_of(look: Look, *, consultation_id: UUID, person_id: UUID) -> SharingPage:
    """Where the decision of one's own consultation stands for one person asked. Raises NotThere."""
    row = Consultation.objects.filter(id=consultation_id, agency_id=look.ctx.agency_id).first()
    if row is None or _may_continue(look, row) != "yes":
        raise NotThere
    look.opens(Ref("consultation", row.id))
    person = finding.person_asked(row, person_id=person_id)
    return sharing.sharing_page(look, matter=finding.matter(row, person))


@reads(Right.CONSULTATION_CONTINUE)
def family_of(look: Look, *, child_id: UUID) -> tuple[AdultCard, ...]:
    """The adults whom a consultation about a child may concern, as far as this person may know of them."""
    return families.open_child(look, child_id=child_id).adults


def _may_continue(look: Look, row: Consultation) -> str:
    if row.agency_id != look.ctx.agency_id:
        return "no"
    if row.case_id is None:  # without names it is the asker's alone; oversight reads
        return "yes" if row.author_membership_id == look.ctx.membership_id else "no"
    try:
        cases.case_head(look, case_id=row.case_id)
    except NotThere:  # a safeguarding lead sees the consultation; the case is not theirs
        return "no"
    return "yes"


def _found(look: Look, row: Consultation) -> _Found:
    about = Ref("consultation", row.id)
    views = {view.disclosure_id: view for view in advice.list_views(look, consultation_id=row.id)}
    talks = Talk.objects.select_related("author_membership__practitioner", "person_asked").filter(
        consultation_id=row.id
    )
    slips = {
        slip.talk_id: slip
        for slip in ReturnedSlip.objects.filter(talk__consultation_id=row.id).order_by("recorded_at")[
            :LISTED_MOST
        ]
    }
    shared = {each.id: each for each in sharing.list_disclosures(look, arising_from=about)}
    rows = SentQuestion.objects.select_related("person_asked").filter(consultation_id=row.id)
    sent = tuple(rows.order_by("sent_at", "id")[:LISTED_MOST])
    ids = frozenset(each.disclosure_id for each in sent)
    states = {each.disclosure_id: each for each in advice.list_sent_states(look, disclosure_ids=ids)}
    return _Found(
        decisions={line.recipient_id: line for line in sharing.list_decisions(look, arising_from=about)},
        followed={card.recipient_id: card for card in sharing.list_followed(look, arising_from=about)},
        talks=tuple(
            talk_card(each, views=views, slips=slips, shared=shared)
            for each in talks.order_by("talked_at", "id")[:LISTED_MOST]
        ),
        sent=tuple(sent_card(each, views=views, states=states) for each in sent),
        walking=sharing.walking_for(look, arising_from=about),
        answers=consent.list_answers(look, arising_from=about),
        changed=sharing.list_changed_since(look, arising_from=about),
    )


def _look_again(look: Look, found: _Found) -> tuple[LookAgain, ...]:
    """What has changed and waits to be looked at again, each with what is owed for it."""
    waiting = (each for each in found.changed if not (each.changed.settled or each.changed.through_id))
    return tuple(
        LookAgain(each.recipient, each.changed, _owed_for(look, each.changed.id)) for each in waiting
    )


def _owed_for(look: Look, changed_id: UUID) -> DutyLine | None:
    return next(iter(duties.list_duties_from(look, arising_from=Ref("relied_fact", changed_id))), None)


def _spoken(row: Consultation) -> SpokenCard | None:
    found = SpokenRecord.objects.select_related("author_membership__practitioner")
    return spoken_card(found.filter(consultation_id=row.id).first())


def _person(look: Look, row: Consultation, person: PersonAsked, found: _Found) -> PersonCard:
    recipient_id = finding.recipient_id(person)
    decision = found.decisions.get(recipient_id)
    return person_card(
        person,
        items=sharing.list_items_for(
            look, arising_from=Ref("consultation", row.id), recipient_id=recipient_id
        ),
        decision=decision,
        followed=found.followed.get(recipient_id),
        talks=tuple(talk for talk in found.talks if talk.person_id == person.id),
        sent=tuple(sent for sent in found.sent if sent.person_id == person.id),
        changes=tuple(
            each.changed for each in found.changed if decision and each.changed.thing.id == decision.id
        ),
        run_out=sharing.list_run_out(look, decision_id=decision.id) if decision else (),
    )


def _done_person(
    look: Look,
    row: Consultation,
    person: PersonAsked,
    card: PersonCard,
    found: _Found,
    may_continue: str,
) -> rules.DonePerson:
    decision = card.decision
    return rules.DonePerson(
        id=person.id,
        kind=Kind(person.kind),
        is_identified=card.checked is not Checked.NOT_SAID,
        has_items=bool(card.items),
        has_family_answer=any(answer.recipient == card.title for answer in found.answers),
        decided=decision.outcome if decision else "",
        countersignature=decision.countersignature if decision else "",
        has_changed=may_continue == "yes" and _has_changed(look, row, person, card),
        is_held=any(change.holds for change in card.changes),
        waits_for_a_look=any(not change.settled for change in card.changes),
        has_begun_walking=card.recipient_id in found.walking,
        has_followed=card.followed is not None,
        has_talk=bool(card.talks),
        has_answer=any(sent.view for sent in card.sent),
    )


def _has_changed(look: Look, row: Consultation, person: PersonAsked, card: PersonCard) -> bool:
    """Whether what was decided on is no longer on record, while nothing has been said yet (settled there and then)."""
    if card.decision is None or card.talks or card.sent:
        return False
    about = finding.matter(row, person)
    return sharing.decision_stands(look, decision_id=card.decision.id, matter=about) != "yes"
