"""What the tasks after a decision show beside their questions, and what they begin with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from alongside.access.context import LONDON, Context
from alongside.consent.words import Status
from alongside.consultations import queries
from alongside.consultations.asking_pages import adults_named
from alongside.consultations.concluding_forms import Listener
from alongside.consultations.queries import ConsultationPage, PersonCard
from alongside.consultations.words import ChildView, OutcomeKind
from alongside.contacts import queries as contacts
from alongside.contacts.queries import Writing
from alongside.design.parts import Statement
from alongside.design.times import Typed
from alongside.involvement import queries as involvement
from alongside.involvement.queries import TellingCard
from alongside.involvement.rules import how_long
from alongside.involvement.words import Authorisation, Permanence, Told
from alongside.sharing.pages import statements
from alongside.sharing.words import Included


@dataclass(frozen=True, slots=True)
class BesideTalk:
    """What one may say in the talk, and what stays out of it and why."""

    items: tuple[Statement, ...]
    left_out: tuple[Statement, ...]
    excluded: tuple[str, ...]
    number: str
    whose: str


def beside_talk(ctx: Context, page: ConsultationPage, person: PersonCard) -> BesideTalk:
    """What to have in view while speaking with one person asked."""
    named = adults_named(ctx, child_id=page.child_id, items=person.items)
    answers = (a for a in page.answers if a.status is Status.GIVEN and a.recipient == person.title)
    return BesideTalk(
        items=statements(person.items, included=Included.SHARE, named=named),
        left_out=statements(person.items, included=Included.LEAVE_OUT, named=named),
        excluded=tuple(dict.fromkeys(f"{a.giver}: {c.label}" for a in answers for c in a.excluded)),
        number=person.telephone,
        whose=person.name,
    )


def shown_at_talk(ctx: Context, page: ConsultationPage, person: PersonCard) -> dict[str, object]:
    """What the pages of a talk, and of a question that is sent, are given."""
    return {"page": page, "person": person, "beside": beside_talk(ctx, page, person)}


def talk_typed(page: ConsultationPage, *, now: datetime) -> Mapping[str, Any]:
    """What the page of a talk begins with: the day, because most are written down at once; the time is to be given.

    Of a talk that was recorded on one page before, everything that was written down then, for the first of the series.
    """
    spoken = page.spoken
    if spoken is None or page.talks:
        return {"talked_at": today_typed(now)}
    return {"talked_at": spoken.spoken_at, "said_by_asker": spoken.said, "said_by_adviser": spoken.heard}


def today_typed(now: datetime) -> Typed:
    """Today as a page begins with it: the day, while the time is to be given."""
    today = now.astimezone(LONDON)
    return Typed(str(today.day), str(today.month), str(today.year))


def outcome_typed(page: ConsultationPage) -> Mapping[str, Any] | None:
    """The outcome as its page asks for it; None before it was recorded, and where no talk was held."""
    if page.outcome is None or page.outcome.kind is OutcomeKind.NOT_HELD:
        return None
    counted = "view_reason" if page.outcome.child_view is ChildView.OTHER else "view_counted"
    return {
        "kind": page.outcome.kind,
        "words": page.outcome.words,
        "child_view": page.outcome.child_view,
        counted: page.outcome.child_view_words,
    }


def unheld(page: ConsultationPage) -> str:
    """Of a consultation that was not held, what there is to tell; empty of one in which somebody was spoken with."""
    if page.outcome is None or page.outcome.kind is not OutcomeKind.NOT_HELD or page.talks or page.spoken:
        return ""
    refused = any(person.decision and person.decision.outcome != "SHARE" for person in page.people)
    ended = "You decided not to share." if refused else "You ended this without a talk."
    return f"{ended} Nothing was said to anybody. Tell those who know that you asked."


def listeners(ctx: Context, page: ConsultationPage) -> tuple[Listener, ...]:
    """Who in the family may be told: the adults this practitioner may know of, then the child."""
    adults = queries.family_of(ctx, child_id=page.child_id) if page.child_id else ()
    answered = {told.adult_id: authorised(told) for told in page.tellings}
    kept = _kept_from(ctx, page)
    named = (
        *((adult.id, adult.name, adult.title) for adult in adults),
        (None, page.child, f"{page.child} (the child)"),
    )
    return tuple(
        Listener(key, name, title, answered.get(key, ""), kept.get(key, "")) for key, name, title in named
    )


def _kept_from(ctx: Context, page: ConsultationPage) -> Mapping[UUID | None, str]:
    """From whom everything about the child is kept now, and for how long (E3)."""
    kept = involvement.list_kept_from(ctx, child_id=page.child_id) if page.child_id else ()
    return {each.adult_id: how_long(each.permanence, authorisation=each.authorisation) for each in kept}


def writings_of(ctx: Context, page: ConsultationPage) -> Mapping[UUID | None, Writing]:
    """In which language and print each person of the family reads, where somebody said so; None is the child."""
    return contacts.list_how_to_write(ctx, child_id=page.child_id) if page.child_id else {}


def authorised(told: TellingCard) -> str:
    """What a safeguarding lead said to telling one person not for now; empty where none has answered."""
    said = stopped(told.authoriser_words)
    if told.authorisation is Authorisation.GIVEN:
        office = (
            f" ({told.office.label.lower()}: {told.office_words})"
            if told.office_words and told.office
            else ""
        )
        if told.reviewed_by:
            did = "left it out for good" if told.permanence is Permanence.FOR_GOOD else "set the day"
            return f"{told.reviewed_by} looked at it again and {did}: {said}{office}"
        return f"Authorised by {told.authorised_by}: {said}{office}"
    if told.authorisation is Authorisation.DECLINED:
        return f"{told.authorised_by} did not authorise it: {said} They are to be told."
    return ""


def why_withheld(told: TellingCard) -> str:
    """What whoever withheld wrote; empty where a lead looked again, whose words stand with their name (`authorised`)."""
    return "" if told.reviewed_by else stopped(told.words)


def why_not_yet(told: TellingCard) -> str:
    """Why somebody has not been told yet, with the lead's name where a lead said that they are to be told."""
    by = f"{told.reviewed_by} looked at it again: they are to be told. " if told.reviewed_by else ""
    return f"{by}{stopped(told.words)}"


def stopped(words: str) -> str:
    """What somebody typed, as a sentence that another may follow."""
    return words if words.endswith((".", "!", "?")) or not words else f"{words}."


def _is_released(told: TellingCard) -> bool:
    """Whether a lead said that they are to be told: a reason of the lead's is no reason of whoever tells them."""
    return told.told is Told.NOT_YET and told.reviewed_by != ""


def telling_typed(page: ConsultationPage, listeners: tuple[Listener, ...]) -> Mapping[str, Any]:
    """Who was recorded as told, as the page asks for it; empty before that."""
    known = {told.adult_id: told for told in page.tellings}
    found: dict[str, Any] = {}
    for number, listener in enumerate(listeners, start=1):
        told = known.get(listener.adult_id)
        if told is None or told.authorisation is Authorisation.DECLINED or _is_released(told):
            continue  # whoever is to be told after all is asked about anew
        day = "informed_on" if told.told is Told.INFORMED else "aware_on"
        words = {Told.NOT_YET: "why", Told.WITHHELD: "because"}.get(told.told, "said")
        if told.told is Told.WITHHELD:
            found |= {f"ground_{number}": told.ground, f"review_on_{number}": told.review_on}
        found |= {
            f"told_{number}": told.told,
            f"{day}_{number}": told.told_on,
            f"{words}_{number}": told.words,
        }
        found["how"] = told.how or found.get("how", "")
    return found
