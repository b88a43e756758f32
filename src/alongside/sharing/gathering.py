"""Gathers what is on record about a matter, for a page on the walled reader or a deed on the writer alike."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.consent.rules import Answer, Settled, coverage
from alongside.consent.words import Category
from alongside.directory import queries as directory
from alongside.directory.words import RelevantPerson, Setting
from alongside.guidance.words import UNSURE
from alongside.sharing import rules
from alongside.sharing.models import Item, LawfulProfile, WalkAnswer
from alongside.sharing.rules import ListedItem, Matter, OnRecord, Profile
from alongside.sharing.walking import Given, Way, walk_way
from alongside.sharing.words import Confidentiality, Included, ItemKind

LISTED_MOST = 100
FOR_ANOTHER = "Listed for somebody else who is asked, and not needed here"


def on_record(
    matter: Matter,
    *,
    answers: tuple[Answer, ...],
    settled: tuple[Settled, ...],
    elsewhere: tuple[Answer, ...],
    concern: str,
    agency_id: UUID,
    at: datetime,
) -> OnRecord:
    """Everything that the record says about a matter at an instant, for the agency that decides."""
    items = items_of(matter.about.id, recipient_id=matter.recipient_id)
    on = day_in_london(at)
    agency = directory.agency_card(agency_id)
    return OnRecord(
        matter=matter,
        items=items,
        answers=answers,
        coverage=coverage(
            answers,
            recipient=matter.recipient,
            purpose=matter.benefit,
            items=rules.shared_pieces(items),
            at=at,
            settled=settled,
            elsewhere=elsewhere,
        ),
        profile=profile_of(agency_id),
        own_agency=agency.relevant_person if agency else RelevantPerson.NOT_KNOWN,
        harm_concern=concern,
        duty_in_force="yes" if _duty_from(on) else "no",
    )


def editions_of(at: datetime) -> tuple[str, ...]:
    """The packs to walk for a decision made at this instant, in order."""
    on = day_in_london(at)
    edition = directory.setting(Setting.GUIDANCE_EDITION, on=on)
    return rules.editions(
        edition=edition.value if edition else rules.FIRST_EDITION, duty_in_force_from=_duty_from(on), on=on
    )


def _duty_from(on: date) -> date | None:
    """Since when the statutory duty to share is in force, as the partnership has entered it; None where it is not."""
    duty = directory.setting(Setting.DUTY_IN_FORCE, on=on)
    return duty.from_on if duty and duty.value == "yes" else None


def way_of(record: OnRecord, *, given: Mapping[tuple[str, str], Given], at: datetime) -> Way:
    """Where the editions in force at this instant lead, with what is on record and what was answered (`given_of`)."""
    return walk_way(record, editions=editions_of(at), given=given, offered=offered_of(record.matter).given)


@dataclass(frozen=True, slots=True)
class Offered:
    """Answers that a person gave in a matter much like this one, to be confirmed here; `name` is whose they were."""

    name: str
    given: Mapping[tuple[str, str], Given]


def given_of(matter: Matter) -> dict[tuple[str, str], Given]:
    """What a person last answered at each node, by edition and node."""
    return _given(matter.about.id, matter.recipient_id)


def offered_of(matter: Matter) -> Offered:
    """The answers of the first matter alike in which a person answered anything; empty where there is none."""
    for alike in matter.alike:
        if given := _given(alike.about.id, alike.recipient_id):
            settled = {at: replace(each, answers=each.answers[-1:]) for at, each in given.items()}
            return Offered(
                alike.name, {at: each for at, each in settled.items() if each.answers != (UNSURE,)}
            )
    return Offered("", {})


def _given(arising_from_id: UUID, recipient_id: UUID) -> dict[tuple[str, str], Given]:
    rows = WalkAnswer.objects.select_related("walk").filter(
        walk__arising_from_id=arising_from_id, walk__recipient_id=recipient_id, origin="person"
    )
    return {
        (row.walk.pack_id, row.node): Given(tuple(row.answers), row.reason, row.advice)
        for row in rows.order_by("position")[:500]
    }


def items_of(arising_from_id: UUID, *, recipient_id: UUID) -> tuple[ListedItem, ...]:
    """The items of a matter as last listed, in their order, as they stand for one recipient.

    Empty where they were not weighed for this recipient: an item never goes to someone by default (rulebook 8.1).
    """
    listed = _newest(arising_from_id)
    if not any(str(recipient_id) in row.listed_for for row in listed):
        return ()
    return tuple(_for_one(row, str(recipient_id)) for row in listed)


def whole_list_of(arising_from_id: UUID) -> tuple[ListedItem, ...]:
    """The same with whom each item is for, for the page on which they are listed."""
    return tuple(_whole(row) for row in _newest(arising_from_id))


def _newest(arising_from_id: UUID) -> list[Item]:
    rows = Item.objects.filter(arising_from_id=arising_from_id)
    newest = rows.order_by("-edition").values_list("edition", flat=True).first()
    return list(rows.filter(edition=newest or 0).order_by("position")[:LISTED_MOST])


def _whole(row: Item) -> ListedItem:
    return ListedItem(
        row.text,
        Category(row.category),
        ItemKind(row.kind),
        row.source,
        Included(row.included),
        row.left_out_reason,
        tuple(UUID(each) for each in row.shared_with),
        row.about_adult_id,
    )


def _for_one(row: Item, recipient_id: str) -> ListedItem:
    item = _whole(row)
    if item.included is Included.SHARE and recipient_id not in row.shared_with:
        return replace(item, included=Included.LEAVE_OUT, left_out_reason=FOR_ANOTHER)
    return item


def profile_of(agency_id: UUID) -> Profile | None:
    """An agency’s lawful answers; None where it has not kept any."""
    row = LawfulProfile.objects.filter(agency_id=agency_id).order_by("-edition").first()
    return profile_in(row) if row else None


def profile_in(row: LawfulProfile) -> Profile:
    """The lawful answers of one edition."""
    return Profile(
        row.power,
        row.power_in_words,
        row.art6,
        row.art6_in_words,
        row.art9_and_sch1,
        row.art9_in_words,
        Confidentiality(row.confidentiality_without_consent),
        row.policy_document,
    )
