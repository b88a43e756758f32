"""The pages of safe contacts. None of them shows where a contact leads."""

from dataclasses import asdict
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from alongside.access.context import day_in_london
from alongside.access.request import Request
from alongside.contacts import commands, queries
from alongside.contacts.forms import AddContact, EndContact, Hidden, SayHowToWrite, VerifyContact
from alongside.contacts.pages import Person, listing, others_of, person_in
from alongside.contacts.queries import ContactCard
from alongside.contacts.words import Hiding
from alongside.design.pages import ask
from alongside.families import queries as families


def list_contacts(request: Request, child_id: UUID) -> HttpResponse:
    """How the child and each adult around the child may be reached."""
    page = families.open_child(request.ctx, child_id=child_id)
    cards = queries.list_contacts(request.ctx, child_id=child_id)
    writings = queries.list_how_to_write(request.ctx, child_id=child_id)
    shown = {"child": page.child, "people": listing(page, cards, writings)}
    return render(request, "contacts/list.html", shown)


def add_contact(request: Request, child_id: UUID, person_id: UUID) -> HttpResponse:
    """Write down how one person may be reached."""
    page = families.open_child(request.ctx, child_id=child_id)
    person, others = person_in(page, person_id), others_of(page, person_id)
    return ask(
        request,
        template="contacts/add.html",
        make=lambda words, initial: AddContact(words, initial=initial, others=others),
        save=lambda form: _add(request, child_id, person, form),
        page={"child": page.child, "person": person},
    )


def _add(request: Request, child_id: UUID, person: Person, form: AddContact) -> str:
    commands.add_safe_contact(
        request.ctx, child_id=child_id, adult_id=person.adult_id, contact=form.contact()
    )
    return reverse("contacts:list", args=[child_id])


def correct_contact(request: Request, contact_id: UUID) -> HttpResponse:
    """Put right where a contact leads; what stood before is not shown."""
    card = queries.open_contact(request.ctx, contact_id=contact_id)
    others = others_of(families.open_child(request.ctx, child_id=card.child_id), card.person_id)
    return ask(
        request,
        template="contacts/correct.html",
        make=lambda words, initial: Hidden(words, initial=initial, others=others),
        save=lambda form: _correct(request, card, form),
        page={"contact": card},
    )


def _correct(request: Request, card: ContactCard, form: Hidden) -> str:
    commands.correct_contact(
        request.ctx,
        contact_id=card.id,
        where=form.where(),
        hiding=Hiding(form.cleaned_data["hiding"]),
        hidden_from=form.from_whom(),
    )
    return reverse("contacts:list", args=[card.child_id])


def verify_contact(request: Request, contact_id: UUID) -> HttpResponse:
    """Say that somebody made sure that a way is safe."""
    card, today = queries.open_contact(request.ctx, contact_id=contact_id), day_in_london(request.ctx.now)

    def save(form: VerifyContact) -> str:
        commands.verify_contact(request.ctx, contact_id=contact_id, **form.cleaned_data)
        return reverse("contacts:list", args=[card.child_id])

    return ask(
        request,
        template="contacts/verify.html",
        make=lambda words, initial: VerifyContact(words, initial=initial, today=today),
        save=save,
        page={"contact": card},
    )


def end_contact(request: Request, contact_id: UUID) -> HttpResponse:
    """End a way to reach a person."""
    card = queries.open_contact(request.ctx, contact_id=contact_id)

    def save(form: EndContact) -> str:
        commands.end_contact(request.ctx, contact_id=contact_id, **form.cleaned_data)
        return reverse("contacts:list", args=[card.child_id])

    return ask(
        request,
        template="contacts/end.html",
        make=lambda words, initial: EndContact(words, initial=initial),
        save=save,
        page={"contact": card},
    )


def say_how_to_write(request: Request, child_id: UUID, person_id: UUID) -> HttpResponse:
    """Say in which language and print one person reads."""
    page = families.open_child(request.ctx, child_id=child_id)
    person = person_in(page, person_id)
    standing = queries.list_how_to_write(request.ctx, child_id=child_id).get(person.adult_id)
    return ask(
        request,
        template="contacts/how_to_write.html",
        make=lambda words, initial: SayHowToWrite(words, initial=initial),
        save=lambda form: _say_how_to_write(request, child_id, person, form),
        page={"child": page.child, "person": person},
        initial=asdict(standing) if standing else {},
    )


def _say_how_to_write(request: Request, child_id: UUID, person: Person, form: SayHowToWrite) -> str:
    commands.say_how_to_write(
        request.ctx, child_id=child_id, adult_id=person.adult_id, writing=form.writing()
    )
    return reverse("contacts:list", args=[child_id])
