"""What becomes of an agreement: taken back, looked at again, found to be none (rulebook 4.5)."""

from datetime import date, datetime
from uuid import UUID

from alongside.access.context import beginning_of, day_in_london
from alongside.access.gate import Act, writes
from alongside.access.words import Ref, Refused
from alongside.consent.commands.following import follow_facts
from alongside.consent.commands.outweighing import carried_now, find_outweighed
from alongside.consent.commands.rows import (
    address_to_giver,
    answer_of,
    owe_review,
    own_consent,
    raise_disagreement,
    take_off_their_page,
)
from alongside.consent.finding import (
    is_superseded,
    may_count_for_own,
    refuse_unless_running,
    refuse_unless_to_take_back,
)
from alongside.consent.models import Consent, ConsentChange
from alongside.consent.rules import LONGEST_REVIEW
from alongside.consent.words import ENDS, Change, Form, Invalid, Leaf, May, Recorder, Right, Status
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.reliance import commands as reliance
from alongside.reliance.words import Change as Relied


@writes(Right.CONSENT_CHANGE)
def withdraw_consent(
    act: Act, *, consent_id: UUID, words: str, how: Form, withdrawn_at: datetime | None = None
) -> UUID:
    """Record that a person has taken an agreement back. It takes effect from the moment at which they said so.

    It is a no, as a refusal is: where another who may decide agreed, they disagree now (E1). What was shared before
    stays lawful and listed (E18). What rests on the agreement is suspended and looked at
    again, and whoever received something is told. Raises Refused for what is no running agreement.
    """
    row = own_consent(act, consent_id=consent_id)
    refuse_unless_to_take_back(row, now=act.now)
    at = withdrawn_at or act.now
    if at > act.now or day_in_london(at) < row.answered_on:
        raise Refused(
            "Give the moment at which they took it back: after they agreed, and not later than now.",
            field="withdrawn_at",
        )
    withdraw(act, row=row, words=words, how=how, at=at, recorder=Recorder.PRACTITIONER)
    raise_disagreement(act, row=row)
    return row.id


def withdraw(
    act: Act, *, row: Consent, words: str, how: Form | None, at: datetime, recorder: Recorder
) -> None:
    """Lay the withdrawal of a running agreement, and find what rested on it. Part of the calling deed."""
    before = carried_now(act, child_id=row.about_child_id)
    change = _lay(act, row, Change.WITHDRAWN, at=at, words=words, how=how or "", recorder=recorder)
    duties.discharge(
        act,
        what=Owed.REVIEW_CONSENT,
        arising_from=Ref("consent", row.id),
        evidence=Ref("consent_change", change.id),
    )
    act.note(Leaf.CONSENT_WITHDRAWN, about=Ref("consent", row.id))
    reliance.fact_changed(act, fact=Ref("consent", row.id), change=Relied.CONSENT_WITHDRAWN, happened_at=at)
    find_outweighed(act, child_id=row.about_child_id, before=before, by=row)


@writes(Right.CONSENT_CHANGE)
def renew_consent(act: Act, *, consent_id: UUID, review_by: date, words: str, how: Form) -> UUID:
    """Record that a person was asked again and still agrees, to the same and no more, until another day.

    Raises Refused for what is no agreement that runs, for somebody who may no longer agree, and for a bad day.
    """
    row = own_consent(act, consent_id=consent_id)
    refuse_unless_running(row, now=act.now)
    answer = answer_of(act, row=row)
    if answer.may is May.MAY_NOT:
        raise Refused(f"{answer.may_reason} Ask somebody who may agree.")
    today = day_in_london(act.now)
    if not today < review_by <= today + LONGEST_REVIEW:
        raise Refused(
            "Give a review date after today and within six months, because an agreement is not for ever.",
            field="review_by",
        )
    change = _lay(act, row, Change.RENEWED, at=act.now, words=words, how=how, review_by=review_by)
    _done(act, row, change)
    owe_review(act, row=row, answer=answer_of(act, row=row))
    follow_facts(act, row=row)
    act.note(Leaf.CONSENT_RENEWED, about=Ref("consent", row.id))
    return row.id


@writes(Right.CONSENT_CHANGE)
def let_lapse(act: Act, *, consent_id: UUID, words: str) -> UUID:
    """Record that an agreement was looked at again and has run out. What was shared while it ran stays as it was.

    Where its day had come, it ran out on that day.
    """
    row = own_consent(act, consent_id=consent_id)
    refuse_unless_running(row, now=act.now)
    if not words:
        raise Refused("Say why it has run out, in a sentence.", field="words")
    lapses_on = answer_of(act, row=row).lapses_on
    ran_out_at = min(beginning_of(lapses_on), act.now) if lapses_on else act.now
    _done(act, row, _lay(act, row, Change.LAPSED, at=act.now, words=words))
    about = Ref("consent", row.id)
    act.note(Leaf.CONSENT_LAPSED, about=about)
    reliance.fact_changed(act, fact=about, change=Relied.CONSENT_LAPSED, happened_at=ran_out_at)
    return row.id


@writes(Right.CONSENT_CHANGE)
def find_invalid(act: Act, *, consent_id: UUID, reason: Invalid, words: str) -> UUID:
    """Record that what looked like an agreement was none from the start, and why. It is kept, and never counts."""
    row = own_consent(act, consent_id=consent_id)
    counts = row.status == Status.GIVEN or may_count_for_own(row)
    if not counts or ConsentChange.objects.filter(consent=row, change=Change.FOUND_INVALID).exists():
        raise Refused(
            "This is no agreement, so there is nothing to find wrong with it. Look at what became of it."
        )
    if not words:
        raise Refused("Say how you know, in a sentence.", field="words")
    change = _lay(act, row, Change.FOUND_INVALID, at=act.now, words=words, invalid_reason=reason)
    if reason is Invalid.IN_FRONT_OF_SOMEONE_FEARED:
        take_off_their_page(act, row=row)
    _done(act, row, change)
    if not is_superseded(row, now=act.now):
        duties.owe(
            act,
            what=Owed.ASK_RIGHT_PERSON,
            by_membership_id=act.ctx.membership_id,
            arising_from=Ref("consent", row.id),
            agency_id=row.agency_id,
            case_id=row.case_id,
        )
    act.note(Leaf.CONSENT_FOUND_INVALID, about=Ref("consent", row.id))
    reliance.fact_changed(act, fact=Ref("consent", row.id), change=Relied.CONSENT_INVALID)
    return row.id


def _done(act: Act, row: Consent, change: ConsentChange) -> None:
    duties.discharge(
        act,
        what=Owed.REVIEW_CONSENT,
        arising_from=Ref("consent", row.id),
        evidence=Ref("consent_change", change.id),
    )


def _lay(
    act: Act,
    row: Consent,
    change: Change,
    *,
    at: datetime,
    words: str,
    how: str = "",
    review_by: date | None = None,
    invalid_reason: str = "",
    recorder: Recorder = Recorder.PRACTITIONER,
) -> ConsentChange:
    family = recorder is Recorder.GIVER
    change_row = ConsentChange.objects.create(
        agency_id=row.agency_id,
        case_id=row.case_id,
        author_membership_id=row.author_membership_id if family else act.ctx.membership_id,
        consent=row,
        change=change,
        effective_at=at,
        person_as_named=row.giver_as_named,
        how=how,
        words=words,
        invalid_reason=invalid_reason,
        review_by=review_by,
        recorder=recorder,
        recorded_at=act.now,
    )
    address_to_giver(act, row=row, also=change_row.id)
    if change in ENDS:
        reliance.follow_no_longer(act, thing=Ref("consent", row.id))
    return change_row
