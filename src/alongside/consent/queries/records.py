"""One record with all that belongs to it; a disagreement; and the names that Today prints."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.access import queries as access
from alongside.access.gate import Look, reads
from alongside.access.words import Answered, NotThere, Ref
from alongside.consent import reading
from alongside.consent.finding import is_superseded
from alongside.consent.models import Consent, Disagreement
from alongside.consent.queries.ledger import may_open_ledger
from alongside.consent.reading import DisagreementCard, Moment, disagreement_card, why_of
from alongside.consent.rules import Answer, hl7_code, state_of
from alongside.consent.words import (
    OPEN_ENDED,
    Authority,
    CodeOfHl7,
    Explained,
    Form,
    Interpreted,
    Invalid,
    Presence,
    Recorder,
    Right,
    State,
    YesNo,
)
from alongside.families import queries as families
from alongside.reliance import queries as relied
from alongside.reliance.words import Became

LISTED_MOST = 100


@dataclass(frozen=True, slots=True)
class RecordPage:
    """One record of the ledger in full: what was said, how, on what it rests, and what became of it."""

    answer: Answer
    state: State
    code: CodeOfHl7
    why: str
    child_id: UUID
    child: str
    reader_id: UUID | None
    matter: Ref
    authority: Authority
    authority_reason: str
    form: Form | None
    witness: str
    evidence_ref: str
    explained_by: str
    explained_how: Explained | None
    language: str
    interpreted: Interpreted | None
    interpreter: str
    feared_present: Presence | None
    text_shown: str
    text_version: int | None
    invalid_reason: Invalid | None
    new_facts: str
    told_later: str
    advice_from: str
    who_decided: str
    recorder: Recorder
    recorded_by: str
    recorded_at: datetime
    agency: str
    may_change: str  # "yes" for whoever works on the case in the agency that wrote it
    waits: str  # "yes" for a request that nobody has answered
    knows_child: str  # "yes" for whoever may know of the child; a lead who oversees reads what was said alone
    may_open_ledger: Answered
    became: Became | None  # of what rested on it, once it was taken back, as far as this person may know


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """A record or a disagreement as Today names it."""

    id: UUID
    child: str
    giver: str
    recipient: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class OrdersFound:
    """What was on record of who may decide when somebody looked: each a title and a sentence. `own`: the reader did."""

    orders: tuple[tuple[str, str], ...]
    holders: tuple[tuple[str, str], ...]
    looked_at: datetime
    looked_by: str
    own: str  # "yes" or "no"


@dataclass(frozen=True, slots=True)
class DisagreementPage:
    """A disagreement with both answers, for whoever decides or tells. `found` is None until orders were looked for."""

    card: DisagreementCard
    at: datetime
    child_id: UUID
    matter: Ref
    answers: tuple[Answer, ...]
    found: OrdersFound | None
    orders_checked: YesNo | None
    orders_words: str
    childs_view: str
    objector_told_on: date | None
    objector_told_how: str
    oversees: Answered
    may_tell: str
    may_open_ledger: Answered


@reads(Right.CONSENT_READ)
def open_record(look: Look, *, consent_id: UUID) -> RecordPage:
    """One record of the ledger. Raises NotThere."""
    moment = Moment.now(look.now)
    row = Consent.objects.select_related(
        "author_membership__practitioner", "explainer__practitioner", "text_shown", "agency"
    )
    found = row.filter(id=consent_id).first()
    if found is None:
        raise NotThere
    look.opens(Ref("consent", found.id))
    child = families.find_child(look, child_id=found.about_child_id)
    known = families.find_family_facts(look, child_id=found.about_child_id)
    (answer,) = reading.answers_from((found,), facts=reading.facts_of(child, known), moment=moment)
    state = state_of(answer, at=look.now)
    is_over = state in OPEN_ENDED and is_superseded(found, now=look.now)
    state = State.SUPERSEDED if is_over else state
    own = child and found.agency_id == look.ctx.agency_id
    return _page(
        found,
        answer,
        state,
        may_change="yes" if own else "no",
        knows_child="yes" if child else "no",
        may_open_ledger=may_open_ledger(look, child_id=found.about_child_id),
        became=relied.list_what_became(look, facts=(found.id,)).get(found.id),
    )


def _page(
    row: Consent,
    answer: Answer,
    state: State,
    *,
    may_change: str,
    knows_child: str,
    may_open_ledger: Answered,
    became: Became | None,
) -> RecordPage:
    return RecordPage(
        answer=answer,
        state=state,
        code=hl7_code(state),
        why=why_of(answer, state=state),
        child_id=row.about_child_id,
        child=row.child_as_named,
        reader_id=row.giver_adult_id,
        matter=Ref(row.arising_from_kind, row.arising_from_id),
        authority=Authority(row.authority),
        authority_reason=row.authority_reason,
        form=Form(row.form) if row.form else None,
        witness=row.witness,
        evidence_ref=row.evidence_ref,
        explained_by=row.explainer.practitioner.name if row.explainer else "",
        explained_how=Explained(row.explained_how) if row.explained_how else None,
        language=row.language,
        interpreted=Interpreted(row.interpreted) if row.interpreted else None,
        interpreter=row.interpreter,
        feared_present=Presence(row.feared_present) if row.feared_present else None,
        text_shown=row.text_shown.text if row.text_shown else "",
        text_version=row.text_shown.version if row.text_shown else None,
        invalid_reason=Invalid(row.invalid_reason) if row.invalid_reason else None,
        new_facts=row.new_facts,
        told_later=row.told_later,
        advice_from=row.advice_from,
        who_decided=row.who_decided,
        recorder=Recorder(row.recorder),
        recorded_by=row.author_membership.practitioner.name,
        recorded_at=row.recorded_at,
        agency=row.agency.name,
        may_change=may_change,
        waits="yes" if state is State.REQUESTED else "no",
        knows_child=knows_child,
        became=became,
        may_open_ledger=may_open_ledger,
    )


@reads(Right.CONSENT_READ)
def open_disagreement(look: Look, *, disagreement_id: UUID) -> DisagreementPage:
    """A disagreement, for whoever works on the case, and for a safeguarding lead who decides. Raises NotThere."""
    rows = Disagreement.objects.select_related(
        "resolved_by__practitioner", "orders_looked_for_by__practitioner"
    )
    row = rows.filter(id=disagreement_id).first()
    if row is None:
        raise NotThere
    look.opens(Ref("disagreement", row.id))
    moment = Moment.now(look.now)
    child = families.find_child(look, child_id=row.about_child_id)
    known = families.find_family_facts(look, child_id=row.about_child_id)
    facts = reading.facts_of(child, known)
    rows_said = reading.rows_of(moment=moment)
    weighed = tuple(rows_said.filter(id__in=row.answers)[:LISTED_MOST])
    of_matter = tuple(rows_said.filter(arising_from_id=row.arising_from_id)[: reading.LISTED_MOST])
    said = reading.answers_from(of_matter, facts=facts, moment=moment)
    return DisagreementPage(
        card=disagreement_card(row, said=said, moment=moment),
        at=look.now,
        child_id=row.about_child_id,
        matter=Ref(row.arising_from_kind, row.arising_from_id),
        answers=reading.answers_from(weighed, facts=facts, moment=moment),
        found=_orders_found(look, row),
        orders_checked=YesNo(row.orders_checked) if row.orders_checked else None,
        orders_words=row.orders_words,
        childs_view=row.childs_view,
        objector_told_on=row.objector_told_on,
        objector_told_how=row.objector_told_how,
        oversees=access.oversees(look, agency_id=row.agency_id),
        may_tell="yes" if child and row.agency_id == look.ctx.agency_id else "no",
        may_open_ledger=may_open_ledger(look, child_id=row.about_child_id),
    )


def _orders_found(look: Look, row: Disagreement) -> OrdersFound | None:
    if row.orders_looked_for_at is None or row.orders_looked_for_by is None:
        return None
    return OrdersFound(
        tuple((title, told) for title, told in row.orders_found),
        tuple((title, told) for title, told in row.holders_found),
        row.orders_looked_for_at,
        row.orders_looked_for_by.practitioner.name,
        "yes" if row.orders_looked_for_by_id == look.ctx.membership_id else "no",
    )


@reads(Right.CONSENT_READ)
def list_these_records(look: Look, *, ids: frozenset[UUID]) -> tuple[ConsentLine, ...]:
    """These records and disagreements in one batch, as far as this person may know of them."""
    rows = Consent.objects.filter(id__in=ids).order_by("id")[:LISTED_MOST]
    found = tuple(
        ConsentLine(row.id, row.child_as_named, row.giver_as_named, row.recipient_as_named, row.recorded_at)
        for row in rows
    )
    disputes = Disagreement.objects.filter(id__in=ids).order_by("id")[:LISTED_MOST]
    return found + tuple(
        ConsentLine(row.id, row.child_as_named, "two people", row.recipient_as_named, row.raised_at)
        for row in disputes
    )
