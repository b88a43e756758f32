"""What the tasks before a decision show beside their questions, and what they begin with."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from alongside.access.context import Context, day_in_london
from alongside.consent.words import Category
from alongside.consultations import queries
from alongside.consultations.asking_forms import SOMEONE_ELSE
from alongside.consultations.commands import ChosenPerson
from alongside.consultations.family_forms import THE_CHILD
from alongside.consultations.queries import ConsultationPage
from alongside.consultations.words import Checked
from alongside.design.choices import Option
from alongside.directory import queries as directory
from alongside.directory.queries import MemberCard
from alongside.families import queries as families
from alongside.sharing.words import Included

OFFERED_MOST = 20


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


def found_members(ctx: Context, *, words: str, kept: str) -> Found:
    """The people who match `words`, and whoever is chosen already (`kept`), so that no choice is lost."""
    matching = directory.list_members(ctx, words=words)
    offered = matching[:OFFERED_MOST]
    if kept and kept != SOMEONE_ELSE and kept not in {str(member.id) for member in offered}:
        offered += tuple(member for member in directory.list_members(ctx) if str(member.id) == kept)
    return Found(words, tuple(map(_member_option, offered)), "yes" if len(matching) > OFFERED_MOST else "no")


def _member_option(member: MemberCard) -> Option:
    return Option(str(member.id), member.name, hint=f"{member.role}, {member.agency_name}")


def chosen_so_far(page: ConsultationPage, typed: QueryDict) -> str:
    """The id of the person of the directory chosen on this page or before it; empty where nobody is."""
    recorded = str(page.person.membership_id or "") if page.person else ""
    return typed.get("person") or recorded


def person_typed(page: ConsultationPage) -> Mapping[str, Any] | None:
    """The person asked as the page asks for them; None before anyone was chosen."""
    person = page.person
    if person is None:
        return None
    if person.membership_id:
        return {"person": str(person.membership_id)}
    return {
        "person": SOMEONE_ELSE,
        "name": person.name,
        "role": person.role,
        "agency": person.agency,
        "telephone": person.telephone,
        "checked": person.checked,
    }


def is_chosen_already(page: ConsultationPage, person: ChosenPerson) -> bool:
    """Whether this very person is the one asked: choosing them again would make a second recipient of one."""
    asked = page.person
    if asked is None:
        return False
    if person.membership_id:
        return asked.membership_id == person.membership_id
    words = (asked.name, asked.role, asked.agency, asked.telephone, asked.checked)
    return words == (person.name, person.role, person.agency, person.telephone, Checked(person.checked))


def reasons_typed(page: ConsultationPage) -> Mapping[str, Any]:
    """The reasons as they were given; empty before that."""
    return {
        "question": page.question,
        "benefit": page.benefit,
        "explanation_for_family": page.explanation_for_family,
    }


def items_typed(page: ConsultationPage) -> tuple[Mapping[str, Any], ...]:
    """The list of what exactly, as its page asks for it."""
    return tuple(
        {
            "text": item.text,
            "category": item.category,
            "kind": item.kind,
            "source": item.source,
            "included": item.included,
            "left_out_reason": item.left_out_reason,
        }
        for item in page.items
    )


def categories_to_share(page: ConsultationPage) -> tuple[Category, ...]:
    """What the items to be shared are about, each once, in the order of the list."""
    return tuple(dict.fromkeys(item.category for item in page.items if item.included is Included.SHARE))


def family_offered(ctx: Context, page: ConsultationPage) -> dict[str, Any]:
    """What the family's page offers: the adults one may know of and the child; what is to be shared."""
    adults = queries.family_of(ctx, child_id=page.child_id)
    people = (
        *(Option(str(adult.id), adult.name, hint=adult.relation.label) for adult in adults),
        Option(THE_CHILD, page.child, hint="The child"),
    )
    return {"people": people, "categories": categories_to_share(page), "today": day_in_london(ctx.now)}


def child_options(ctx: Context) -> tuple[Option, ...]:
    """The children of the cases on which this practitioner works."""
    return tuple(
        Option(str(child.id), child.name, hint=_born(child)) for child in families.list_children(ctx)
    )


def _born(child: families.ChildCard) -> str:
    on = child.born_on
    return f"Born {on.day} {on:%B %Y}" if on else "Date of birth not known"
