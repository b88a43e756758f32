"""What the deeds of the ledger share: whose a row is, what it rests on, and whom an answer concerns."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from alongside.access import commands as access
from alongside.access.commands import Whom
from alongside.access.gate import Act
from alongside.access.words import GrantKind, NotThere, Ref, Standing
from alongside.consent import queries
from alongside.consent.finding import refuse_answered, was_given_in_fear
from alongside.consent.models import Consent, ConsentChange, Disagreement, TextShown
from alongside.consent.rules import Answer, coverage, latest, state_of
from alongside.consent.words import RUNNING, Leaf, Status
from alongside.duties import commands as duties
from alongside.duties.rules import Due
from alongside.duties.words import Owed
from alongside.families import queries as families
from alongside.families.queries import ChildCard


def own_consent(act: Act, *, consent_id: UUID) -> Consent:
    """A record of one's own agency, on a case to which one is admitted. Raises NotThere."""
    act.admit("consent.Consent", consent_id)
    row = Consent.objects.get(id=consent_id)
    if row.agency_id != act.ctx.agency_id:
        raise NotThere
    act.admit("cases.Case", row.case_id)
    return row


def own_request(act: Act, *, request_id: UUID) -> Consent:
    """What one's own agency asked and nobody has answered yet. Raises NotThere, and Refused once it was answered."""
    row = own_consent(act, consent_id=request_id)
    if row.status != Status.REQUESTED:
        raise NotThere
    refuse_answered(row, now=act.now)
    return row


def question_again(act: Act, *, row: Consent) -> dict[str, Any]:
    """The columns that an answer has in common with the request that it answers."""
    return {
        "agency_id": row.agency_id,
        "case_id": row.case_id,
        "author_membership_id": row.author_membership_id
        if act.ctx.standing is Standing.FAMILY
        else act.ctx.membership_id,
        "about_child_id": row.about_child_id,
        "child_as_named": row.child_as_named,
        "arising_from_kind": row.arising_from_kind,
        "arising_from_id": row.arising_from_id,
        "giver_adult_id": row.giver_adult_id,
        "giver_as_named": row.giver_as_named,
        "giver_responsibility": row.giver_responsibility,
        "authority": row.authority,
        "authority_reason": row.authority_reason,
        "kind": row.kind,
        "recipient_as_named": row.recipient_as_named,
        "purpose": row.purpose,
        "text_shown_id": row.text_shown_id,
        "explainer_id": row.explainer_id,
        "answers_request": row,
    }


def text_shown(act: Act, *, child: ChildCard, arising_from: Ref, text: str) -> UUID | None:
    """The frozen text that somebody was shown, by version; None where nothing was kept. The same text is kept once."""
    if not text:
        return None
    of_it = TextShown.objects.filter(arising_from_id=arising_from.id).order_by("-version")
    newest = of_it.first()
    if newest is not None and newest.text == text:
        return newest.id
    return TextShown.objects.create(
        agency_id=act.ctx.agency_id,
        case_id=child.case_id,
        author_membership_id=act.ctx.membership_id,
        about_child_id=child.id,
        arising_from_id=arising_from.id,
        version=newest.version + 1 if newest else 1,
        text=text,
        kept_at=act.now,
    ).id


def address_to_giver(act: Act, *, row: Consent, also: UUID | None = None) -> None:
    """Let the person whose answer it is read it on their own page, with the text they were shown; `also` another row.

    Somebody not on record has no page. What was said in front of somebody feared is put on no page: they may look.
    """
    if row.giver_responsibility or row.status == Status.NOT_ASKED or was_given_in_fear(row):
        return
    reader_id = act.ctx.membership_id
    if act.ctx.standing is not Standing.FAMILY:
        reader_id = families.reader_of(act, child_id=row.about_child_id, adult_id=row.giver_adult_id)
    for key in (row.id, row.text_shown_id, also):
        if key is not None:
            access.address_to_family(act, reader_id=reader_id, row_id=key)


def take_off_their_page(act: Act, *, row: Consent) -> None:
    """Let the person whose answer it was read it no longer, nor what they were asked: whoever is feared may look."""
    if row.giver_responsibility:
        return
    reader_id = families.reader_of(act, child_id=row.about_child_id, adult_id=row.giver_adult_id)
    changes = ConsentChange.objects.filter(consent=row).values_list("id", flat=True)
    asked = (row.answers_request_id,) if row.answers_request_id else ()
    for key in (row.id, *asked, *changes):
        access.end_grants(act, kind=GrantKind.ADDRESSEE, whom=Whom(membership_id=reader_id, row_id=key))


def answer_of(act: Act, *, row: Consent) -> Answer:
    """A record as the rules see it, with the day on which it is looked at again."""
    about = Ref(row.arising_from_kind, row.arising_from_id)
    return next(a for a in queries.answers(act, arising_from=about) if a.id == row.id)


def owe_review(act: Act, *, row: Consent, answer: Answer) -> None:
    """Owe that an agreement is looked at again on the earliest of its days (rulebook 4.5)."""
    if answer.due is None:
        return
    duties.owe(
        act,
        what=Owed.REVIEW_CONSENT,
        by_membership_id=act.ctx.membership_id,
        arising_from=Ref("consent", row.id),
        agency_id=row.agency_id,
        case_id=row.case_id,
        due=Due(on=answer.due.on),
    )


def weigh(act: Act, *, row: Consent) -> None:
    """What an answer brings with it: its review, what it settles, whether people now disagree."""
    said = queries.answers(act, arising_from=Ref(row.arising_from_kind, row.arising_from_id))
    answer = next(each for each in said if each.id == row.id)
    if state_of(answer, at=act.now) in RUNNING:
        owe_review(act, row=row, answer=answer)
        if answer.has_authority:
            _settle_asking(act, row)
    _settle_earlier(act, row, said)
    raise_disagreement(act, row=row)


def _settle_asking(act: Act, row: Consent) -> None:
    """Somebody who may agree has answered: what was owed because of an earlier answer that is none, is done."""
    none = Consent.objects.filter(
        arising_from_id=row.arising_from_id,
        recipient_as_named=row.recipient_as_named,
        status=Status.NOT_VALID,
    )
    for key in none.values_list("id", flat=True)[:50]:
        duties.discharge(
            act,
            what=Owed.ASK_RIGHT_PERSON,
            arising_from=Ref("consent", key),
            evidence=Ref("consent", row.id),
        )


def _settle_earlier(act: Act, row: Consent, answers: Sequence[Answer]) -> None:
    """A later answer stands: what was owed to look at the same person's earlier one again is done with."""
    said = [a for a in answers if a.recipient == row.recipient_as_named]
    stand = {a.id for a in latest(said, recipient=row.recipient_as_named, at=act.now)}
    for earlier in said:
        if earlier.status is Status.GIVEN and earlier.id not in stand:
            duties.discharge(
                act,
                what=Owed.REVIEW_CONSENT,
                arising_from=Ref("consent", earlier.id),
                evidence=Ref("consent", row.id),
            )


def raise_disagreement(act: Act, *, row: Consent) -> None:
    """Two who may each decide now say different things: keep both, and ask a safeguarding lead (rulebook E1).

    In each matter in which somebody agreed to the same: a no counts in all of them.
    """
    agreed = Consent.objects.filter(
        about_child_id=row.about_child_id, recipient_as_named=row.recipient_as_named, status=Status.GIVEN
    )
    elsewhere = act.among(agreed.exclude(arising_from_id=row.arising_from_id)).order_by("recorded_at", "id")
    for each in (row, *{yes.arising_from_id: yes for yes in elsewhere}.values()):
        _raise_in(act, row=each)


def _raise_in(act: Act, *, row: Consent) -> None:
    """The same in the matter of one answer, for its recipient and purpose."""
    about = Ref(row.arising_from_kind, row.arising_from_id)
    said = coverage(
        queries.answers(act, arising_from=about),
        recipient=row.recipient_as_named,
        purpose=row.purpose,
        items=(),
        at=act.now,
        settled=queries.settled(act, arising_from=about),
        elsewhere=queries.said_elsewhere(
            act, child_id=row.about_child_id, arising_from=about, recipient=row.recipient_as_named
        ),
    )
    if not said.is_disputed:
        return
    weighed = sorted(str(a.id) for a in said.disagreeing)
    running = Disagreement.objects.filter(
        arising_from_id=about.id, recipient_as_named=row.recipient_as_named, resolved_at__isnull=True
    ).first()
    if running is not None:
        running.answers = weighed
        running.save(update_fields=["answers"])
        return
    raised = Disagreement.objects.create(
        agency_id=act.ctx.agency_id,
        case_id=row.case_id,
        author_membership_id=act.ctx.membership_id,
        about_child_id=row.about_child_id,
        child_as_named=row.child_as_named,
        arising_from_kind=about.kind,
        arising_from_id=about.id,
        recipient_as_named=row.recipient_as_named,
        answers=weighed,
        raised_at=act.now,
    )
    it = Ref("disagreement", raised.id)
    act.note(Leaf.DISAGREEMENT_RAISED, about=it)
    duties.owe_to_leads(
        act,
        what=Owed.RESOLVE_DISAGREEMENT,
        row="consent.Disagreement",
        arising_from=it,
        agency_id=raised.agency_id,
        case_id=raised.case_id,
    )
