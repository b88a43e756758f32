"""What the tasks before a decision show beside their questions, and what they begin with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse

from alongside.access.context import Context, day_in_london
from alongside.access.words import Ref
from alongside.consent import queries as consents
from alongside.consent.rules import Permission
from alongside.consent.words import Category, May, Status
from alongside.consultations import chaining, queries
from alongside.consultations.asking_forms import LINE, SOMEONE_ELSE, THE_CHILD, chosen_child
from alongside.consultations.commands import ChosenPerson
from alongside.consultations.queries import ConsultationPage, PersonCard
from alongside.consultations.words import Checked, Direction, Task
from alongside.design.choices import Option
from alongside.directory import queries as directory
from alongside.directory.queries import LineCard, MemberCard
from alongside.families import queries as families
from alongside.families.queries import AdultCard
from alongside.sharing.rules import ListedItem
from alongside.sharing.words import Included

OFFERED_MOST = 20


@dataclass(frozen=True, slots=True)
class Permitted:
    """One person: whether they may agree about the child and why; what can be done where it is not known, and where."""

    name: str
    may: May
    reason: str
    action: str
    href: str


@dataclass(frozen=True, slots=True)
class Found:
    """The people of the directory offered on a page. `more` is "yes" where a search finds others."""

    words: str
    options: tuple[Option, ...]
    more: str

    @property
    def sentence(self) -> str:
        """What the page says above the people it found."""
        if not self.options:
            return (
                f"Nobody in the directory matches “{self.words}”. Try fewer words, or write down who it is."
            )
        if self.more == "yes":
            return f"These are the first {OFFERED_MOST}. Search to find others."
        return f"In the directory for “{self.words}”:" if self.words else ""


def found_members(ctx: Context, *, words: str, kept: str, asked: tuple[PersonCard, ...]) -> Found:
    """The people and lines that match `words`, and whoever is chosen on this page (`kept`), so that no choice is lost.

    Whoever is asked already is not offered again.
    """
    already = {_value_of(person) for person in asked} - {SOMEONE_ELSE, kept}
    everybody = (
        *map(_line_option, directory.list_lines(ctx, words=words)),
        *map(_member_option, directory.list_members(ctx, words=words)),
    )
    matching = tuple(option for option in everybody if option.value not in already)
    offered = matching[:OFFERED_MOST]
    if kept and kept != SOMEONE_ELSE and kept not in {option.value for option in offered}:
        everybody = (
            *map(_line_option, directory.list_lines(ctx)),
            *map(_member_option, directory.list_members(ctx)),
        )
        offered += tuple(option for option in everybody if option.value == kept)
    return Found(words, offered, "yes" if len(matching) > OFFERED_MOST else "no")


def _member_option(member: MemberCard) -> Option:
    said = f"{member.role}, {member.agency_name}"
    return Option(
        str(member.id), member.name, hint=f"{member.telephone} · {said}" if member.telephone else said
    )


def _line_option(line: LineCard) -> Option:
    opening = f" · {line.opening_words}" if line.opening_words else ""
    return Option(
        f"{LINE}{line.id}",
        f"{line.name}, {line.agency_name}",
        hint=f"{line.telephone} · A team’s line{opening}",
    )


def chosen_so_far(instead_of: PersonCard | None, typed: QueryDict) -> str:
    """Whom this page has chosen so far, or the one whose place is to be taken; empty where nobody is."""
    return typed.get("person") or (_value_of(instead_of) if instead_of else "")


def _value_of(person: PersonCard) -> str:
    if person.membership_id:
        return str(person.membership_id)
    return f"{LINE}{person.line_id}" if person.line_id else SOMEONE_ELSE


def person_typed(person: PersonCard | None, *, like: ConsultationPage | None) -> Mapping[str, Any] | None:
    """The person asked as the page asks for them; None before anyone was chosen.

    One written down in a hurry is offered as they were chosen for another child of the group, if they were.
    """
    if person is not None and person.checked is Checked.NOT_SAID and like and like.person:
        person = like.person
    if person is None:
        return None
    said = {"direction": person.direction if person.direction is Direction.ASKED else ""}
    if (
        person.checked is Checked.NOT_SAID
    ):  # as it was written down in a hurry: who it is, is still to be said
        return said | {"person": SOMEONE_ELSE, "name": person.name, "telephone": person.telephone}
    if person.membership_id or person.line_id:
        return said | {"person": _value_of(person)}
    return said | {
        "person": SOMEONE_ELSE,
        "name": person.name,
        "role": person.role,
        "agency": person.agency,
        "telephone": person.telephone,
        "checked": person.checked,
    }


def is_chosen_already(asked: PersonCard | None, person: ChosenPerson) -> bool:
    """Whether this very person is the one asked: choosing them again would make a second recipient of one."""
    if asked is None:
        return False
    if asked.direction is not person.direction:
        return False
    if person.membership_id or person.line_id:
        return (asked.membership_id, asked.line_id) == (person.membership_id, person.line_id)
    words = (asked.name, asked.role, asked.agency, asked.telephone, asked.checked)
    return words == (person.name, person.role, person.agency, person.telephone, Checked(person.checked))


def people_offered(page: ConsultationPage) -> tuple[Option, ...]:
    """Everybody asked, for a question about which of them; by what decisions name them by."""
    return tuple(Option(str(person.recipient_id), person.title) for person in page.people)


def adults_offered(ctx: Context, page: ConsultationPage) -> tuple[Option, ...]:
    """The adults whom a statement may be about, as far as one may know of them; nobody where nobody is named."""
    adults = queries.family_of(ctx, child_id=page.child_id) if page.child_id else ()
    return tuple(Option(str(adult.id), f"{adult.name}, {adult.relation.label.lower()}") for adult in adults)


def reasons_typed(page: ConsultationPage, *, like: ConsultationPage | None) -> Mapping[str, Any]:
    """The reasons as they were given; before that as they were given about another child of the group, if any."""
    given = like or page
    return {
        "question": given.question,
        "benefit": given.benefit,
        "explanation_for_family": given.explanation_for_family,
    }


def items_typed(
    page: ConsultationPage, *, like: ConsultationPage | None, adults: tuple[Option, ...]
) -> tuple[Mapping[str, Any], ...]:
    """The list of what exactly, as its page asks for it; before that as it stands for another child of the group."""
    return tuple(
        {
            "text": item.text,
            "category": item.category,
            "kind": item.kind,
            "source": item.source,
            "included": item.included,
            "left_out_reason": item.left_out_reason,
            "about": _about(item, adults) if like is None else "",
            "shared_with": [str(each) for each in item.shared_with] if like is None else [],
        }
        for item in (like or page).items
    )


def _about(item: ListedItem, adults: tuple[Option, ...]) -> str:
    return str(item.about_adult_id or chosen_child(item.text, item.included, adults))


def categories_to_share(page: ConsultationPage) -> tuple[Category, ...]:
    """What the items to be shared are about, each once, in the order of the list."""
    return tuple(dict.fromkeys(item.category for item in page.items if item.included is Included.SHARE))


def family_offered(ctx: Context, page: ConsultationPage) -> dict[str, Any]:
    """What the family's page offers: the adults one may know of and the child; what is to be shared."""
    adults = queries.family_of(ctx, child_id=page.child_id) if page.child_id else ()
    people = (
        *(Option(str(adult.id), adult.name, hint=_who(adult)) for adult in adults),
        Option(THE_CHILD, page.child, hint=_of_child(ctx, page)),
    )
    return {
        "people": people,
        "about": people_offered(page),
        "categories": categories_to_share(page),
        "today": day_in_london(ctx.now),
        "explanation": page.explanation_for_family,
    }


def adults_named(ctx: Context, *, child_id: UUID | None, items: Iterable[ListedItem]) -> dict[UUID, str]:
    """The adults of the family by name, where something listed is about one; for whoever continues the consultation."""
    if child_id is None or not any(item.about_adult_id for item in items):
        return {}
    return {adult.id: adult.name for adult in queries.family_of(ctx, child_id=child_id)}


def _of_child(ctx: Context, page: ConsultationPage) -> str:
    """That it is the child, and what is known of whether they can decide this themselves (rulebook 4.2)."""
    if page.child_id is None:
        return "The child"
    may = consents.list_who_may(ctx, child_id=page.child_id, arising_from=Ref("consultation", page.id))
    return f"The child. {may[0].reason}" if may and may[0].who == "child" else "The child"


def family_shown(ctx: Context, page: ConsultationPage) -> dict[str, Any]:
    """What the family's page shows around its questions: who may agree, who said no, where it goes on."""
    return {
        "may_agree": may_agree(ctx, page),
        "refused": who_refuses(page),
        "onward": chaining.onward(page, left=Task.FAMILY),
    }


def may_agree(ctx: Context, page: ConsultationPage) -> tuple[Permitted, ...]:
    """Everybody who may or may not agree about this child in this matter, why, and where what is not known is said."""
    if page.child_id is None:
        return ()
    found = consents.list_who_may(ctx, child_id=page.child_id, arising_from=Ref("consultation", page.id))
    return tuple(Permitted(each.name, each.may, each.reason, *_to_find_out(page, each)) for each in found)


def who_refuses(page: ConsultationPage) -> tuple[str, ...]:
    """Those whose last word about this is no: less can be offered to them (rulebook 4.7)."""
    last = {(a.giver_adult_id or a.giver, a.recipient): a for a in page.answers}
    return tuple(dict.fromkeys(a.giver for a in last.values() if a.status is Status.REFUSED))


def _to_find_out(page: ConsultationPage, who: Permission) -> tuple[str, str]:
    """What can be done about who may agree not being known, and where; empty where nothing is to be done."""
    if who.may is May.NOT_KNOWN and who.adult_id:
        return f"Say what you have seen of {who.name}’s parental responsibility", reverse(
            "families:correct_responsibility", args=[page.child_id, who.adult_id]
        )
    return "", ""


def _who(adult: AdultCard) -> str:
    """Who they are to the child, and whether they may agree for them (E2)."""
    if adult.authority is None:
        return adult.relation.label
    return f"{adult.relation.label}. Parental responsibility: {adult.authority.label.lower()}"


def child_options(ctx: Context) -> tuple[Option, ...]:
    """The children of the cases on which this practitioner works."""
    return tuple(
        Option(str(child.id), child.name, hint=_born(child)) for child in families.list_children(ctx)
    )


def _born(child: families.ChildCard) -> str:
    on = child.born_on
    return f"Born {on.day} {on:%B %Y}" if on else "Date of birth not known"
