"""What a person of the family does on their own page: takes an agreement back, answers what they were asked."""

from datetime import timedelta
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.access.gate import Act, keeps, writes
from alongside.access.words import Answered, NotThere, Ref, Refused, Standing
from alongside.consent import own_answers, queries, reading
from alongside.consent.commands.changing import withdraw
from alongside.consent.commands.following import supersede
from alongside.consent.commands.outweighing import carried_now, find_outweighed
from alongside.consent.commands.rows import address_to_giver, own_consent, question_again, weigh
from alongside.consent.finding import is_against, refuse_answered, refuse_unless_to_take_back
from alongside.consent.models import Consent, ConsentChange
from alongside.consent.own_answers import Stands
from alongside.consent.reading import Moment
from alongside.consent.words import (
    ENDS,
    AbsentReason,
    Category,
    Form,
    Leaf,
    Recorder,
    Right,
    State,
    Status,
)
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.families import queries as families
from alongside.involvement import queries as involvement
from alongside.reliance import queries as relied

OWN_REVIEW = timedelta(days=91)  # three months: whoever answers alone is asked again soon; a local rule


@writes(Right.MY_CONSENT_CHANGE, to=(Standing.FAMILY,))
def withdraw_my_consent(act: Act, *, consent_id: UUID, words: str) -> UUID:
    """Take back what one agreed to, from now on. Raises NotThere for what is not one's own, Refused where it has ended."""
    row = _mine(act, consent_id)
    if ConsentChange.objects.filter(consent=row, change__in=ENDS).exists():
        raise Refused("You have already changed this. Your yes does not count any more.")
    refuse_unless_to_take_back(row, now=act.now)
    withdraw(act, row=row, words=words, how=Form.ELECTRONIC, at=act.now, recorder=Recorder.GIVER)
    _tell_the_asker(act, row)
    return row.id


@writes(Right.MY_CONSENT_CHANGE, to=(Standing.FAMILY,))
def answer_request(
    act: Act,
    *,
    request_id: UUID,
    status: Status,
    allowed: tuple[Category, ...] = (),
    words: str = "",
) -> UUID:
    """Answer what one was asked: yes to all or some of it, or no.

    Raises NotThere for what is not one's own, and for what one may not be asked any more (E3, E13). A later answer to
    the same request is a new record; the first is kept.
    """
    request = _mine(act, request_id)
    if request.status != Status.REQUESTED or _is_kept_off(act, request, State.REQUESTED):
        raise NotThere
    refuse_answered(request, now=act.now)
    if status not in {Status.GIVEN, Status.REFUSED}:
        raise Refused("Say yes or no. You may also leave this page and answer later.", field="status")
    agreed = status is Status.GIVEN
    chosen = [c for c in request.allowed if c in allowed]
    if agreed and not chosen:
        raise Refused("Tick what may be shared. If nothing may be shared, say no.", field="allowed")
    today = day_in_london(act.now)
    before = carried_now(act, child_id=request.about_child_id)
    row = Consent.objects.create(
        **question_again(act, row=request),
        status=status,
        absent_reason="" if agreed else AbsentReason.REFUSED,
        words=words,
        allowed=chosen if agreed else [],
        excluded=[c for c in request.allowed if c not in chosen] if agreed else [],
        form=Form.ELECTRONIC,
        recorder=Recorder.GIVER,
        answered_on=today,
        review_by=today + OWN_REVIEW if agreed else None,
        recorded_at=act.now,
    )
    address_to_giver(act, row=row)
    supersede(act, row=row)
    if is_against(row):
        find_outweighed(act, child_id=row.about_child_id, before=before, by=row)
    act.note(Leaf.CONSENT_RECORDED, about=Ref("consent", row.id))
    _tell_the_asker(act, row)
    return row.id


@keeps(Right.MY_CONSENT_READ, to=(Standing.FAMILY,))
def weigh_my_answers(act: Act) -> dict[UUID, Stands]:
    """Where each answer of the person who looks stands, by the facts of the family, which they may not read themselves.

    What waits for an answer and may not be asked any more is not among them: it is on no page (E3, E13). Nor is what
    became of a yes taken back in a matter that is withheld since. Only the state and a day come of it. Nothing is
    written.
    """
    rows = tuple(act.among(reading.rows_of(moment=Moment.now(act.now)))[: reading.LISTED_MOST])
    facts = reading.facts_of(*families.facts_of_reading_person(act))
    stands = own_answers.stands_of(rows, facts=facts, now=act.now)
    kept = frozenset(row.id for row in rows if _is_kept_off(act, row, stands[row.id].state))
    became = relied.what_became(act, facts=own_answers.taken_back(stands) - kept)
    stands = own_answers.with_what_became(stands, became)
    return {key: each for key, each in stands.items() if key not in kept or each.state is not State.REQUESTED}


def _is_kept_off(act: Act, row: Consent, state: State) -> bool:
    """Whether what waits for their answer, or what became of a yes taken back, is not for them to read now."""
    child_id, adult_id = row.about_child_id, row.giver_adult_id
    matter = Ref(row.arising_from_kind, row.arising_from_id)
    may = Answered.YES
    if state is State.REQUESTED:
        may = queries.may_be_asked(act, child_id=child_id, giver_adult_id=adult_id, arising_from=matter)
    elif state is State.WITHDRAWN:
        may = involvement.may_read(act, child_id=child_id, adult_id=adult_id, arising_from=matter)
    return may is Answered.NO


@writes(Right.CONSENT_RECORD)
def heed_answer(act: Act, *, consent_id: UUID, words: str) -> UUID:
    """Say that one has read what a person of the family wrote themselves, and what it means for the risk (4.5)."""
    row = own_consent(act, consent_id=consent_id)
    if not words:
        raise Refused("Say in a sentence what you do now, and whether it changes any risk.", field="words")
    about = Ref("consent", row.id)
    duties.discharge(act, what=Owed.READ_OWN_ANSWER, arising_from=about, evidence=about)
    weigh(act, row=row)
    act.note(Leaf.OWN_ANSWER_HEEDED, about=about)
    return row.id


def _mine(act: Act, consent_id: UUID) -> Consent:
    """What is addressed to the person whose page this is. Raises NotThere."""
    act.admit("consent.Consent", consent_id)
    return Consent.objects.get(id=consent_id)


def _tell_the_asker(act: Act, row: Consent) -> None:
    """Whoever asked has to read it, and to look at the risk again."""
    duties.owe_and_tell(
        act,
        what=Owed.READ_OWN_ANSWER,
        by_membership_id=row.author_membership_id,
        arising_from=Ref("consent", row.id),
        agency_id=row.agency_id,
        case_id=row.case_id,
    )
