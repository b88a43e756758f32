"""Asking somebody for their agreement; and deciding not to ask (rulebook 4.5, 4.6)."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.access.gate import Act, writes
from alongside.access.words import Answered, Ref, Refused
from alongside.consent import queries
from alongside.consent.commands.recording import Said, record_consent
from alongside.consent.commands.rows import address_to_giver, text_shown
from alongside.consent.finding import not_to_ask_for_danger
from alongside.consent.models import Consent
from alongside.consent.rules import Permission
from alongside.consent.words import (
    AbsentReason,
    Authority,
    Category,
    ConsentKind,
    Leaf,
    May,
    Right,
    Status,
)
from alongside.contacts import commands as contacts
from alongside.families import queries as families
from alongside.families.words import ParentalResponsibility

# How long a no rests before the same people are asked the same again without anything new: a local rule.
NO_RESTS_FOR = timedelta(days=28)


@dataclass(frozen=True, slots=True)
class NewRequest:
    """What one person is asked: about sharing what, with whom, why. `giver_adult_id` is None for the child."""

    giver_adult_id: UUID | None
    recipient: str
    purpose: str
    categories: tuple[Category, ...]
    text_shown: str
    kind: ConsentKind = ConsentKind.OPENNESS_AGREEMENT
    new_facts: str = ""


@dataclass(frozen=True, slots=True)
class NotAsking:
    """Why one person is not asked, on which facts, on whose advice, and whether and when they will be told (4.6)."""

    giver_adult_id: UUID | None
    giver: str
    recipient: str
    purpose: str
    reason: AbsentReason
    facts: str
    advice_from: str
    told_later: str
    who_decided: str = ""  # empty where whoever records it decided it
    giver_responsibility: ParentalResponsibility | None = (
        None  # of somebody who is not in the family's record
    )


@writes(Right.CONSENT_REQUEST)
def request_consent(act: Act, *, child_id: UUID, arising_from: Ref, asked: NewRequest) -> UUID:
    """Ask one person for their agreement; they may answer on their own page, or a practitioner writes it down.

    Raises Refused for a person whom it was decided not to ask (E3), or from whom the matter is withheld (E13), for one
    who may not agree, and for somebody who said no a short while ago, unless something new has come up (S04).
    """
    child = families.child(act, child_id=child_id)
    name = child.name
    if asked.giver_adult_id is not None:
        name = families.adult_of(act, child_id=child_id, adult_id=asked.giver_adult_id).name
    _refuse_withheld(act, child_id, arising_from, asked, name)
    _refuse_so_soon(act, child_id, asked, name)
    contacts.refuse_words_for(
        act,
        child_id=child_id,
        adult_id=asked.giver_adult_id,
        typed=(asked.text_shown, asked.purpose),
        printed=(asked.recipient,),
    )
    permission = _permission(act, child_id, arising_from, asked)
    row = Consent.objects.create(
        agency_id=act.ctx.agency_id,
        case_id=child.case_id,
        author_membership_id=act.ctx.membership_id,
        about_child_id=child_id,
        child_as_named=child.name,
        arising_from_kind=arising_from.kind,
        arising_from_id=arising_from.id,
        giver_adult_id=asked.giver_adult_id,
        giver_as_named=name,
        authority=permission.authority if permission else Authority.NONE,
        authority_reason=permission.reason if permission else "",
        kind=asked.kind,
        status=Status.REQUESTED,
        recipient_as_named=asked.recipient,
        purpose=asked.purpose,
        allowed=list(asked.categories),
        explainer_id=act.ctx.membership_id,
        text_shown_id=text_shown(act, child=child, arising_from=arising_from, text=asked.text_shown),
        new_facts=asked.new_facts,
        answered_on=day_in_london(act.now),
        recorded_at=act.now,
    )
    address_to_giver(act, row=row)
    act.note(Leaf.CONSENT_REQUESTED, about=Ref("consent", row.id))
    return row.id


@writes(Right.CONSENT_RECORD)
def decide_not_to_ask(act: Act, *, child_id: UUID, arising_from: Ref, withheld: NotAsking) -> UUID:
    """Decide that one person is not asked, with all that a reader needs to follow it (rulebook 4.6).

    It is decided of each person by themselves: another parent is asked or not asked on their own facts (E3).
    """
    for text, field, sentence in (
        (withheld.facts, "facts", "Say what you saw or know that makes asking wrong."),
        (withheld.advice_from, "advice_from", "Say whose advice you took, or that you took none and why."),
        (withheld.told_later, "told_later", "Say whether and when they will be told."),
    ):
        if not text:
            raise Refused(sentence, field=field)
    said = Said(
        giver_adult_id=withheld.giver_adult_id,
        giver=withheld.giver,
        status=Status.NOT_ASKED,
        words=withheld.facts,
        recipient=withheld.recipient,
        purpose=withheld.purpose,
        answered_on=day_in_london(act.now),
        absent_reason=withheld.reason,
        told_later=withheld.told_later,
        advice_from=withheld.advice_from,
        who_decided=withheld.who_decided,
        giver_responsibility=withheld.giver_responsibility,
    )
    consent_id = record_consent(act, child_id=child_id, arising_from=arising_from, said=said)
    act.note(Leaf.ASKING_WITHHELD, about=Ref("consent", consent_id))
    return consent_id


def _permission(act: Act, child_id: UUID, arising_from: Ref, asked: NewRequest) -> Permission | None:
    found = queries.who_may(act, child_id=child_id, arising_from=arising_from)
    who = next((p for p in found if p.adult_id == asked.giver_adult_id and p.who != "authority"), None)
    if who is not None and who.may is May.MAY_NOT:
        raise Refused(f"{who.reason} Ask somebody who may agree.")
    return who


def _refuse_withheld(act: Act, child_id: UUID, arising_from: Ref, asked: NewRequest, name: str) -> None:
    """Nobody is asked what they may not read: as their own page weighs it (E3, E13)."""
    giver_id = asked.giver_adult_id
    may = queries.may_be_asked(act, child_id=child_id, giver_adult_id=giver_id, arising_from=arising_from)
    if may is Answered.YES:
        return
    if decided := not_to_ask_for_danger(child_id=child_id, giver_adult_id=giver_id):
        raise Refused(
            f"It was decided not to ask {name}, because it could add danger. So no request is sent. If that has changed, "
            "speak with your safeguarding lead, and write down what they say about "
            f"{decided.recipient_as_named} when you next speak with them."
        )
    raise Refused(f"{name} is not to be told for now, so no request is sent to them.")


def _refuse_so_soon(act: Act, child_id: UUID, asked: NewRequest, name: str) -> None:
    if asked.new_facts:
        return
    refused = Consent.objects.filter(
        about_child_id=child_id,
        giver_adult_id=asked.giver_adult_id,
        giver_responsibility="",
        recipient_as_named=asked.recipient,
        status=Status.REFUSED,
        answered_on__gt=day_in_london(act.now) - NO_RESTS_FOR,
    ).order_by("-answered_on")
    if last := refused.first():
        until = last.answered_on + NO_RESTS_FOR
        raise Refused(
            f"{name} said no on {last.answered_on.day} {last.answered_on:%B}. Ask again only if something new has come "
            f"up: say what it is. Otherwise wait until {until.day} {until:%B}.",
            field="new_facts",
        )
