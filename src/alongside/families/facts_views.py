"""What is recorded of a family as facts: couples, siblings, homes, orders, days of birth."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from alongside.access.context import day_in_london
from alongside.access.request import Request
from alongside.access.words import Answered, NotThere
from alongside.families import commands, facts_forms
from alongside.families.queries import PeoplePage
from alongside.families.views import asks, own_people
from alongside.families.words import LivesWith, Tie


def relate_adults(request: Request, child_id: UUID) -> HttpResponse:
    """Say what two adults are to one another."""
    page, _ = own_people(request, child_id)
    adults = tuple((p.id, p.name) for p in page.family.people if not p.is_child)
    return asks(
        request,
        page.child,
        title="What are two adults to one another?",
        make=lambda words, initial: facts_forms.RelateAdults(words, initial=initial, adults=adults),
        save=lambda form: commands.relate_adults(
            request.ctx,
            child_id=child_id,
            one_id=UUID(form.cleaned_data["one"]),
            other_id=UUID(form.cleaned_data["other"]),
            bond=form.bond_words(),
        ),
    )


def relate_siblings(request: Request, child_id: UUID) -> HttpResponse:
    """Say what another child of the record is to this one."""
    page, _ = own_people(request, child_id)
    children = tuple((each.child_id, each.name) for each in page.family.siblings)
    return asks(
        request,
        page.child,
        title=f"What is another child to {page.child.name}?",
        lede="Where both have a parent on record, the parents say it already.",
        make=lambda words, initial: facts_forms.RelateSiblings(words, initial=initial, children=children),
        save=lambda form: commands.relate_siblings(
            request.ctx,
            child_id=child_id,
            other_id=UUID(form.cleaned_data["other"]),
            tie=Tie(form.cleaned_data["tie"]),
        ),
    )


def add_home(request: Request, child_id: UUID) -> HttpResponse:
    """Say who lives in a home that is not on record yet."""
    page, _ = own_people(request, child_id)
    return _asks_home(request, page, None)


def keep_home(request: Request, child_id: UUID, home_id: UUID) -> HttpResponse:
    """Say who lives in a home now."""
    page, _ = own_people(request, child_id)
    return _asks_home(request, page, home_id, initial=_as_kept(page, home_id))


def _asks_home(
    request: Request, page: PeoplePage, home_id: UUID | None, initial: Mapping[str, Any] | None = None
) -> HttpResponse:
    people = tuple((p.id, p.name) for p in page.family.people)
    return asks(
        request,
        page.child,
        title="Who lives together?",
        lede="A child may have two homes. Whoever you leave out has left this one.",
        make=lambda words, initial: facts_forms.KeepHome(words, initial=initial, people=people),
        save=lambda form: _keep_home(request, page, home_id, form),
        initial=initial,
    )


def _keep_home(request: Request, page: PeoplePage, home_id: UUID | None, form: facts_forms.KeepHome) -> None:
    children = frozenset(p.id for p in page.family.people if p.is_child)
    commands.keep_home(
        request.ctx,
        child_id=page.child.id,
        home_id=home_id,
        name=form.cleaned_data["name"],
        members=form.members(children=children),
    )


def _as_kept(page: PeoplePage, home_id: UUID) -> dict[str, Any]:
    home = next((each for each in page.homes if each.id == home_id), None)
    if home is None:
        raise NotThere
    part = [str(m.person_id) for m in home.members if m.share is LivesWith.PART]
    return {"name": home.name, "people": [str(m.person_id) for m in home.members], "part": part}


def record_order(request: Request, child_id: UUID) -> HttpResponse:
    """Record a court order, or why the child is looked after, or that there is none."""
    page, adults = own_people(request, child_id)
    today = day_in_london(request.ctx.now)
    return asks(
        request,
        page.child,
        title=f"Orders about {page.child.name}",
        lede="An order may give somebody parental responsibility, share it with a local authority, or restrict it."
        " Whoever it names is to be among the people around the child.",
        beside=(reverse("families:add_adult", args=[child_id]), "Add somebody who is not on record yet"),
        make=lambda words, initial: facts_forms.RecordOrder(
            words, initial=initial, adults=adults, today=today
        ),
        save=lambda form: commands.record_order(request.ctx, child_id=child_id, order=form.order()),
    )


def end_order(request: Request, child_id: UUID, order_id: UUID) -> HttpResponse:
    """Record that an order has ended; what it gave somebody is to be said anew."""
    page, _ = own_people(request, child_id)
    if order_id not in {order.id for order in page.orders}:
        raise NotThere
    return asks(
        request,
        page.child,
        title="This order has ended, or was a mistake",
        lede="It stays on record. What was known without it of the people around the child is known again.",
        make=lambda words, initial: facts_forms.EndOrder(words, initial=initial),
        save=lambda form: commands.end_order(
            request.ctx, order_id=order_id, ended_on=form.cleaned_data["ended_on"]
        ),
    )


def open_adoption(request: Request, child_id: UUID) -> HttpResponse:
    """Go from a child's record to the one before or after their adoption, for the officer who keeps it (E10)."""
    page, _ = own_people(request, child_id)
    if commands.keeps_adoption(request.ctx, child_id=child_id) is Answered.NO:
        raise NotThere
    return asks(
        request,
        page.child,
        title="The record before or after the adoption",
        lede="You alone can open it. That you did, and why, is written down each time.",
        make=lambda words, initial: facts_forms.OpenAdoption(words, initial=initial),
        save=lambda form: commands.open_adoption(request.ctx, child_id=child_id, **form.cleaned_data),
        go_on=lambda other_id: other_id,
        button="Open the other record",
    )


def say_birth_date(request: Request, child_id: UUID) -> HttpResponse:
    """Record what is said of a day of birth, beside what was said before."""
    page, _ = own_people(request, child_id)
    today = day_in_london(request.ctx.now)
    return asks(
        request,
        page.child,
        title=f"What is said of the date of birth of {page.child.name}",
        lede="Nothing is overwritten. If what is said does not agree, the age is in dispute, and the child is"
        " treated as a child until it is settled. A slip of the pen is put right on the child’s own page instead.",
        make=lambda words, initial: facts_forms.SayBirthDate(words, initial=initial, today=today),
        save=lambda form: commands.say_birth_date(request.ctx, child_id=child_id, birth=form.birth()),
    )
