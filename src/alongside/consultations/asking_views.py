"""The tasks before a decision: whom to ask, why, what exactly, what the family says."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect

from alongside.access.request import Request
from alongside.consultations import asking_pages, chaining, commands, queries, record_pages
from alongside.consultations.asking_forms import ChoosePerson, ExplainReasons, ListWhat
from alongside.consultations.family_forms import RecordFamilyAnswer
from alongside.consultations.queries import ConsultationPage
from alongside.consultations.words import Task
from alongside.design.forms import Rows
from alongside.design.pages import ask

ANOTHER = "another"  # what the second button of the family's page says it goes on to


def whom(request: Request, consultation_id: UUID) -> HttpResponse:
    """Whom to ask: someone chosen from the directory, or someone named."""
    page = queries.continue_consultation(request.ctx, consultation_id=consultation_id)
    kept = asking_pages.chosen_so_far(page, request.POST)
    found = asking_pages.found_members(request.ctx, words=request.GET.get("words", "")[:100], kept=kept)
    return ask(
        request,
        template="consultations/whom.html",
        make=lambda typed, initial: ChoosePerson(typed, initial=initial, members=found.options),
        save=lambda form: _choose_person(request, page, form),
        page={"page": page, "found": found},
        initial=asking_pages.person_typed(page),
    )


def _choose_person(request: Request, page: ConsultationPage, form: ChoosePerson) -> str:
    if not asking_pages.is_chosen_already(page, form.chosen()):
        commands.choose_person(request.ctx, consultation_id=page.id, person=form.chosen())
    return chaining.after(request.ctx, consultation_id=page.id, left=Task.WHOM)


def why(request: Request, consultation_id: UUID) -> HttpResponse:
    """What one wants to ask, how it would help, how one would explain it to the family."""
    page = queries.continue_consultation(request.ctx, consultation_id=consultation_id)
    return ask(
        request,
        template="consultations/why.html",
        make=lambda typed, initial: ExplainReasons(typed, initial=initial),
        save=lambda form: _explain_reasons(request, page, form),
        page={"page": page},
        initial=asking_pages.reasons_typed(page),
    )


def _explain_reasons(request: Request, page: ConsultationPage, form: ExplainReasons) -> str:
    commands.explain_reasons(request.ctx, consultation_id=page.id, **form.cleaned_data)
    return chaining.after(request.ctx, consultation_id=page.id, left=Task.WHY)


def what(request: Request, consultation_id: UUID) -> HttpResponse:
    """What exactly one would share, each statement marked for what it is."""
    page = queries.continue_consultation(request.ctx, consultation_id=consultation_id)
    return ask(
        request,
        template="consultations/what.html",
        make=lambda typed, initial: Rows(ListWhat, name="items", typed=typed, initial=initial or ()),
        save=lambda rows: _list_what(request, page, rows),
        page={"page": page},
        initial=asking_pages.items_typed(page),
    )


def _list_what(request: Request, page: ConsultationPage, rows: Rows[ListWhat]) -> str:
    items = tuple(form.item() for form in rows.judged)
    commands.list_what(request.ctx, consultation_id=page.id, items=items)
    return chaining.after(request.ctx, consultation_id=page.id, left=Task.WHAT)


def family(request: Request, consultation_id: UUID) -> HttpResponse:
    """What one person of the family said about it, or why they were not asked."""
    page = queries.continue_consultation(request.ctx, consultation_id=consultation_id)
    if page.person is None:
        return redirect(chaining.address_of(Task.WHOM, consultation_id))
    offered = asking_pages.family_offered(request.ctx, page)
    return ask(
        request,
        template="consultations/family.html",
        make=lambda typed, initial: RecordFamilyAnswer(typed, initial=initial, **offered),
        save=lambda form: _record_answer(request, page, form),
        page={"page": page, "said": record_pages.said_so_far(page)},
    )


def _record_answer(request: Request, page: ConsultationPage, form: RecordFamilyAnswer) -> str:
    said = form.said(recipient=page.person.title if page.person else "", purpose=page.benefit)
    commands.record_family_answer(request.ctx, consultation_id=page.id, said=said)
    if request.POST.get("then") == ANOTHER:
        return chaining.address_of(Task.FAMILY, page.id)
    return chaining.after(request.ctx, consultation_id=page.id, left=Task.FAMILY)
