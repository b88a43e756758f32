"""The reads of pages that compose rooms: Today, and a child with what is recorded around them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.access import queries as access
from alongside.access.gate import Look, reads
from alongside.access.words import Answered, Ref, Standing
from alongside.advice import queries as advice
from alongside.advice.queries import LineWaiting
from alongside.consent import queries as consent
from alongside.consultations import queries as consultations
from alongside.consultations.queries import ConsultationLine, NamelessLine
from alongside.design.parts import DutyRow, Figure, gathered
from alongside.directory import queries as directory
from alongside.duties import queries as duties
from alongside.duties.queries import AgencyDuties, DutyLine
from alongside.duties.words import Owed
from alongside.families import queries as families
from alongside.families.queries import ChildPage
from alongside.involvement import queries as involvement
from alongside.involvement.rules import how_long
from alongside.portal import queries as portal
from alongside.reliance import queries as reliance
from alongside.reliance.queries import ChangeCard, StopCard
from alongside.sharing import queries as sharing
from alongside.sharing.queries import DisclosurePage
from alongside.voice import queries as voice
from alongside.web import network, oversight, rules
from alongside.web.oversight import AgencyBlock
from alongside.web.sentences import SPOKEN, Names, awaited_row, owed_row, stop_row
from alongside.web.words import Right

GROUPS = (
    ("not_safe", "Somebody says that they are not safe"),
    ("late", "Overdue"),
    ("today", "Today"),
    ("this_week", "Within a week"),
    ("later", "Later"),
)
SHARED_SHOWN = 5
OF_THE_ASKED = frozenset({Owed.ANSWER_BACK, Owed.ANSWER_QUESTION, Owed.OUTCOME})


@dataclass(frozen=True, slots=True)
class DutyGroup:
    """Duties of one urgency under one heading."""

    title: str
    rows: tuple[DutyRow, ...]


@dataclass(frozen=True, slots=True)
class TodayPage:
    """What a person meets first: what they owe, what they wait for, what was shared with them."""

    at: datetime  # when it was read
    greeting: str
    lede: str
    standing: Standing
    stops: tuple[DutyRow, ...]  # what this person is not to use further
    groups: tuple[DutyGroup, ...]
    begun: tuple[ConsultationLine, ...]  # one's own that were begun and not finished
    awaited: tuple[DutyRow, ...]
    shared: tuple[DisclosurePage, ...]
    lines: tuple[LineWaiting, ...]  # the consultation lines that this person answers
    agency: AgencyBlock | None  # for a safeguarding lead alone
    keeps_lawful_answers: Answered


@dataclass(frozen=True, slots=True)
class ChildRecord:
    """A child, the consultations about them, and who knows what."""

    page: ChildPage
    consultations: tuple[ConsultationLine, ...]
    known: tuple[DisclosurePage, ...]
    without_names: tuple[NamelessLine, ...]
    changed: Mapping[UUID, tuple[ChangeCard, ...]]  # of what is known: what has changed under it since
    kept_from: Mapping[UUID | None, str]  # to whom nothing goes (E3), and for how long; None is the child
    network: Figure | None  # drawn once somebody was asked or told


@reads(Right.TODAY_OPEN, to=(Standing.PRACTITIONER, Standing.ADMINISTRATOR))
def open_today(look: Look) -> TodayPage:
    """What needs this person today, with every name looked up in one batch."""
    look.opens(Ref("today", look.ctx.membership_id))
    me = directory.card_of(look.ctx.membership_id)
    inbox = advice.list_my_inbox(look)
    stops = _stops(look, inbox)
    mine, others = _unless_stopped(duties.list_my_duties(look), stops), _awaited(look, inbox)
    waiting = _agency_duties(look)
    elsewhere = oversight.others(waiting.lines, mine + others) if waiting else ()
    shown = elsewhere[: oversight.SHOWN_MOST]
    names = _names(look, mine + others + shown, inbox)
    dues = tuple(rules.Due(line.urgency, line.due_at) for line in mine)
    to_read = tuple(stop_row(stop, shared) for stop, shared in stops if _is_to_be_read(stop))
    return TodayPage(
        at=look.now,
        greeting=rules.greeting(me.name if me else "and welcome", at=look.now),
        lede=rules.lede(dues, stops=len(to_read)),
        standing=look.ctx.standing,
        stops=to_read,
        groups=tuple(
            DutyGroup(title, rows)
            for urgency, title in GROUPS
            if (
                rows := gathered(
                    owed_row(each, names, now=look.now) for each in mine if _group(each) == urgency
                )
            )
        ),
        begun=consultations.list_begun(look) if look.ctx.standing is Standing.PRACTITIONER else (),
        awaited=gathered(awaited_row(line, names, now=look.now) for line in _still_awaited(others, names)),
        shared=inbox[:SHARED_SHOWN],
        keeps_lawful_answers=access.keeps_lawful_answers(look),
        lines=advice.list_my_lines(look) if look.ctx.standing is Standing.PRACTITIONER else (),
        agency=AgencyBlock(
            oversight.counted(waiting.lines),
            gathered(awaited_row(line, names, now=look.now) for line in shown),
            "yes" if len(elsewhere) > len(shown) else str(waiting.has_more),
        )
        if waiting
        else None,
    )


def _group(line: DutyLine) -> str:
    """Under which heading a duty stands: before everything, whatever its day, that somebody is not safe."""
    return "not_safe" if line.kind is Owed.CHILD_NOT_SAFE else line.urgency


def _stops(look: Look, inbox: tuple[DisclosurePage, ...]) -> tuple[tuple[StopCard, DisclosurePage], ...]:
    """What this person is not to use further, with what it is: of a line, what they took from it."""
    shared = {each.id: each for each in inbox}
    running = (stop for stop in reliance.list_my_stops(look) if stop.lifted_at is None)
    return tuple((stop, shared[stop.thing.id]) for stop in running if stop.thing.id in shared)


def _is_to_be_read(stop: StopCard) -> bool:
    """Until it is acknowledged, and what was taken back is answered for."""
    if stop.retraction is not None:
        return stop.retraction.confirmed_at is None
    return stop.acknowledged_at is None


def _unless_stopped(
    lines: tuple[DutyLine, ...], stops: tuple[tuple[StopCard, DisclosurePage], ...]
) -> tuple[DutyLine, ...]:
    """Without the questions that are not to be answered for now."""
    stopped = {shared.id for _, shared in stops}
    waits = (Owed.ANSWER_QUESTION,)
    return tuple(line for line in lines if line.kind not in waits or line.arising_from.id not in stopped)


def _awaited(look: Look, inbox: tuple[DisclosurePage, ...]) -> tuple[DutyLine, ...]:
    """What others owe to this person: from their own deeds, and the outcomes of talks in which they were asked."""
    asked = frozenset(each.arising_from.id for each in inbox)
    return duties.list_awaited_duties(look) + duties.list_late_outcomes(look, consultation_ids=asked)


def _agency_duties(look: Look) -> AgencyDuties | None:
    """What waits in the agency, for those who oversee safeguarding in it; None for everybody else."""
    if access.oversees(look, agency_id=look.ctx.agency_id) is Answered.NO:
        return None
    return duties.list_agency_duties(
        look,
        at_once=oversight.kinds(oversight.AT_ONCE),
        when_due=oversight.kinds(oversight.WHEN_DUE),
        left_behind=oversight.kinds(oversight.COUNTED),
    )


@reads(Right.CHILD_RECORD_OPEN)
def open_child_record(look: Look, *, child_id: UUID) -> ChildRecord:
    """One child with what rooms record around them. Raises NotThere."""
    page = families.open_child(look, child_id=child_id)
    known = sharing.list_disclosures_about(look, child_id=child_id)
    changes = reliance.list_changes_of(look, things=[each.id for each in known])
    asked = consultations.list_consultations_about(look, child_id=child_id)
    return ChildRecord(
        page,
        asked,
        known,
        consultations.list_asked_without_names(look, child_id=child_id),
        {each.id: tuple(c for c in changes if c.thing.id == each.id) for each in known},
        _kept_from(look, child_id),
        _network(page, asked, known),
    )


def _kept_from(look: Look, child_id: UUID) -> Mapping[UUID | None, str]:
    kept = involvement.list_kept_from(look, child_id=child_id)
    return {each.adult_id: how_long(each.permanence, authorisation=each.authorisation) for each in kept}


def _network(
    page: ChildPage, asked: tuple[ConsultationLine, ...], known: tuple[DisclosurePage, ...]
) -> Figure | None:
    """The network drawn from what this page knows: who was told what, and who was asked and told nothing."""
    told_in = {each.arising_from.id for each in known}
    return network.drawn(
        page.child.name,
        contacts=network.gathered(
            ((each.recipient, len(each.items)) for each in known),
            asked=(each.person for each in asked if each.person and each.id not in told_in),
        ),
    )


def _names(look: Look, lines: tuple[DutyLine, ...], inbox: tuple[DisclosurePage, ...]) -> Names:
    """Everything that the sentences name, one look-up a room."""
    of_kind = {
        kind: frozenset(line.arising_from.id for line in lines if line.arising_from.kind == kind)
        for kind in (
            "consultation",
            "disclosure",
            "decision",
            "telling",
            "relied_fact",
            "consent",
            "disagreement",
            "family_link",
            *SPOKEN,
        )
    }
    changes = {each.id: each for each in reliance.list_these_changes(look, ids=of_kind["relied_fact"])}
    relied = frozenset(each.thing.id for each in changes.values())
    spoken = frozenset().union(*(of_kind[kind] for kind in SPOKEN))
    tellings = {t.id: t for t in involvement.list_these_tellings(look, ids=of_kind["telling"])}
    asked = of_kind["consultation"] | {telling.arising_from.id for telling in tellings.values()}
    members = frozenset(key for d in lines for key in (d.debtor_membership_id, d.author_membership_id))
    return Names(
        consultations={c.id: c for c in consultations.list_these_consultations(look, ids=asked)},
        disclosures={
            d.id: d for d in sharing.list_these_disclosures(look, ids=of_kind["disclosure"] | relied)
        },
        decisions={d.id: d for d in sharing.list_these_decisions(look, ids=of_kind["decision"] | relied)},
        changes=changes,
        tellings=tellings,
        spoken={each.id: each for each in voice.list_these(look, ids=spoken)},
        links={each.id: each for each in portal.list_these(look, ids=of_kind["family_link"])},
        consents={
            c.id: c
            for c in consent.list_these_records(
                look, ids=of_kind["consent"] | of_kind["disagreement"] | relied
            )
        },
        asked_in={each.arising_from.id: each for each in inbox},
        members={m.id: m for m in directory.list_cards(look, membership_ids=members)},
    )


def _still_awaited(lines: tuple[DutyLine, ...], names: Names) -> tuple[DutyLine, ...]:
    """Without what arose from a question that this person has handed on since: it is for the next one to wait for."""
    known = names.disclosures.keys() | names.consultations.keys() | names.asked_in.keys()
    waits = (line for line in lines if line.kind not in OF_THE_ASKED or line.arising_from.id in known)
    return _one_each(tuple(waits))


def _one_each(lines: tuple[DutyLine, ...]) -> tuple[DutyLine, ...]:
    """One line for each thing waited for: every safeguarding lead owes the same countersignature."""
    return tuple({(line.kind, line.arising_from): line for line in reversed(lines)}.values())[::-1]
