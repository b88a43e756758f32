"""Gathers what is on record about a matter, for a page on the walled reader or a deed on the writer alike."""

from datetime import date, datetime
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.consent.rules import Answer, coverage
from alongside.consent.words import Category
from alongside.directory import queries as directory
from alongside.directory.words import RelevantPerson, Setting
from alongside.sharing import rules
from alongside.sharing.models import Item, LawfulProfile, WalkAnswer
from alongside.sharing.rules import ListedItem, Matter, OnRecord, Profile
from alongside.sharing.walking import Given, Way, walk_way
from alongside.sharing.words import Confidentiality, Included, ItemKind

LISTED_MOST = 100


def on_record(
    matter: Matter, *, answers: tuple[Answer, ...], concern: str, agency_id: UUID, at: datetime
) -> OnRecord:
    """Everything that the record says about a matter at an instant, for the agency whose case it is."""
    items = items_of(matter.about.id)
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
            items=rules.shared_categories(items),
            on=on,
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


def way_of(record: OnRecord, *, at: datetime) -> Way:
    """Where the editions in force at this instant lead, with what is on record and what was answered."""
    return walk_way(record, editions=editions_of(at), given=given_of(record.matter))


def given_of(matter: Matter) -> dict[tuple[str, str], Given]:
    """What a person last answered at each node, by edition and node."""
    rows = WalkAnswer.objects.select_related("walk").filter(
        walk__arising_from_id=matter.about.id, walk__recipient_id=matter.recipient_id, origin="person"
    )
    return {
        (row.walk.pack_id, row.node): Given(tuple(row.answers), row.reason, row.advice)
        for row in rows.order_by("position")[:500]
    }


def items_of(arising_from_id: UUID) -> tuple[ListedItem, ...]:
    """The items of a matter as last listed, in their order."""
    rows = Item.objects.filter(arising_from_id=arising_from_id)
    newest = rows.order_by("-edition").values_list("edition", flat=True).first()
    return tuple(
        ListedItem(
            row.text,
            Category(row.category),
            ItemKind(row.kind),
            row.source,
            Included(row.included),
            row.left_out_reason,
        )
        for row in rows.filter(edition=newest or 0).order_by("position")[:LISTED_MOST]
    )


def profile_of(agency_id: UUID) -> Profile | None:
    """An agency’s lawful answers; None where it has not kept any."""
    row = LawfulProfile.objects.filter(agency_id=agency_id).first()
    if row is None:
        return None
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
