"""Who is with whom: what adults are to one another, siblings, and who lives in which home, with dates."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.access.gate import Act, writes
from alongside.access.words import NotThere, Ref, Refused
from alongside.families import rules
from alongside.families.commands.rows import own_child, owner
from alongside.families.models import Adult, Child, Couple, Home, HomeMember, Siblings
from alongside.families.words import Bond, Leaf, LivesWith, Right, Tie

MEMBERS_MOST = 30


@dataclass(frozen=True, slots=True)
class BondWords:
    """What two adults are to one another, and since and until when, where that is known."""

    bond: Bond
    began_on: date | None = None
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who lives in a home: a child of the case or an adult, all or part of the time."""

    child_id: UUID | None
    adult_id: UUID | None
    share: LivesWith
    came_on: date | None = None


@writes(Right.ADULTS_RELATE)
def relate_adults(act: Act, *, child_id: UUID, one_id: UUID, other_id: UUID, bond: BondWords) -> UUID:
    """Say what two adults around a child are to one another; what was said before stays, and the later word stands.

    Raises NotThere for an adult who is nobody to this child's case, and Refused for one and the same person.
    """
    child = own_child(act, child_id=child_id)
    if one_id == other_id:
        raise Refused("Choose two different people, because this is said of two.", field="other")
    _own_adults(act, child, {one_id, other_id})
    first_id, second_id = rules.in_order(one_id, other=other_id)
    row = Couple.objects.create(
        **owner(act, child=child),
        first_id=first_id,
        second_id=second_id,
        bond=bond.bond,
        began_on=bond.began_on,
        ended_on=bond.ended_on,
        said_at=act.now,
    )
    act.note(Leaf.ADULTS_RELATED, about=Ref("couple", row.id))
    return row.id


@writes(Right.SIBLINGS_RELATE)
def relate_siblings(act: Act, *, child_id: UUID, other_id: UUID, tie: Tie) -> UUID:
    """Say what two children of a case are to one another, where no parent on record says it.

    Raises NotThere for a child of another case, and Refused for one and the same child.
    """
    child, other = own_child(act, child_id=child_id), own_child(act, child_id=other_id)
    if child.id == other.id:
        raise Refused("Choose another child, because this is said of two.", field="other")
    if child.case_id != other.case_id:
        raise NotThere
    first_id, second_id = rules.in_order(child_id, other=other_id)
    row = Siblings.objects.create(
        **owner(act, child=child), first_id=first_id, second_id=second_id, tie=tie, said_at=act.now
    )
    act.note(Leaf.SIBLINGS_RELATED, about=Ref("siblings", row.id))
    return row.id


@writes(Right.HOME_KEEP)
def keep_home(
    act: Act, *, child_id: UUID, home_id: UUID | None, name: str, members: tuple[Member, ...]
) -> UUID:
    """Say who lives in a home now. Who is no longer named has left; a child may live in two homes.

    `home_id` is None for a home not yet on record. A home has a name and never an address. Raises NotThere for people
    or a home of another case.
    """
    child = own_child(act, child_id=child_id)
    if not members:
        raise Refused(
            "Choose at least one person who lives there, so that it is somebody’s home.", field="adults"
        )
    _own_adults(act, child, {each.adult_id for each in members if each.adult_id})
    _own_children(child, {each.child_id for each in members if each.child_id})
    home = _home(act, child, home_id, name)
    _leave(act, home, members)
    there = {(row.child_id, row.adult_id) for row in _living(home)}
    for each in members:
        if (each.child_id, each.adult_id) not in there:
            HomeMember.objects.create(
                **owner(act, child=child),
                home_id=home.id,
                child_id=each.child_id,
                adult_id=each.adult_id,
                share=each.share,
                came_on=each.came_on,
                said_at=act.now,
            )
    act.note(Leaf.HOME_KEPT, about=Ref("home", home.id))
    return home.id


def _home(act: Act, child: Child, home_id: UUID | None, name: str) -> Home:
    if home_id is None:
        return Home.objects.create(**owner(act, child=child), name=name)
    home = Home.objects.filter(id=home_id, case_id=child.case_id).first()
    if home is None:
        raise NotThere
    home.name = name
    home.save(update_fields=["name"])
    return home


def _living(home: Home) -> tuple[HomeMember, ...]:
    return tuple(HomeMember.objects.filter(home_id=home.id, left_said_at__isnull=True)[:MEMBERS_MOST])


def _leave(act: Act, home: Home, members: tuple[Member, ...]) -> None:
    """End the stay of whoever is no longer named, or no longer there for the same share of the time."""
    stays = {(each.child_id, each.adult_id): each.share for each in members}
    for row in _living(home):
        if stays.get((row.child_id, row.adult_id)) != row.share:
            row.left_said_at, row.left_said_by = act.now, act.ctx.membership_id
            row.save(update_fields=["left_said_at", "left_said_by"])


def _own_adults(act: Act, child: Child, adult_ids: set[UUID]) -> None:
    found = act.among(Adult.objects.filter(id__in=adult_ids, case_id=child.case_id)).count()
    if found != len(adult_ids):
        raise NotThere


def _own_children(child: Child, child_ids: set[UUID]) -> None:
    if Child.objects.filter(id__in=child_ids, case_id=child.case_id).count() != len(child_ids):
        raise NotThere
