"""The tasks before a decision: whom to ask, why, what exactly, what the family says."""

from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect

from alongside.access.request import Request
from alongside.access.words import NotThere
from alongside.consultations import asking_pages, chaining, commands, queries, said_pages, telling_pages
from alongside.consultations.asking_forms import ChoosePerson, ExplainReasons, ListWhat
from alongside.consultations.family_forms import RecordFamilyAnswer
from alongside.consultations.queries import ConsultationPage, PersonCard
from alongside.consultations.words import Task
from alongside.design.forms import Rows
from alongside.design.pages import ask

ANOTHER = "another"  # what the second button of a page says it goes on to: the same page, for one more


def whom(request: Request, consultation_id: UUID) -> HttpResponse:
    """Whom to ask: someone or a line chosen from the directory, or someone named; one more after the first."""
    page = queries.continue_consultation(request.ctx, consultation_id=consultation_id)
    return _whom(request, page, instead_of=None)


def whom_instead(request: Request, consultation_id: UUID, person_id: UUID) -> HttpResponse:
    """Whom to ask in place of somebody who was chosen."""
    page = queries.continue_consultation(request.ctx, consultation_id=consultation_id)
    return _whom(request, page, instead_of=page.person_of(person_id))


def _whom(request: Request, page: ConsultationPage, *, instead_of: PersonCard | None) -> HttpResponse:
    found = _found(request, page, instead_of)
    return ask(
        request,
        template="consultations/whom.html",
        make=lambda typed, initial: ChoosePerson(typed, initial=initial, members=found.options),
        save=lambda form: _choose_person(request, page, form, instead_of),
        page={
            "page": page,
            "found": found,
            "instead": instead_of,
            "onward": chaining.onward(page, left=Task.WHOM),
        },
        initial=asking_pages.person_typed(instead_of, like=_alike(request, page, page.question)),
    )


def _found(request: Request, page: ConsultationPage, instead_of: PersonCard | None) -> asking_pages.Found:
    kept = asking_pages.chosen_so_far(instead_of, request.POST)
    words = request.GET.get("words", "")[:100]
    return asking_pages.found_members(request.ctx, words=words, kept=kept, asked=page.people)


def _choose_person(
    request: Request, page: ConsultationPage, form: ChoosePerson, instead_of: PersonCard | None
) -> str:
    if not asking_pages.is_chosen_already(instead_of, form.chosen()):
        commands.choose_person(
            request.ctx,
            consultation_id=page.id,
            person=form.chosen(),
            instead_of=instead_of.id if instead_of else None,
        )
    if request.POST.get("then") == ANOTHER:
        return chaining.address_of(Task.WHOM, page.id)
    return chaining.after(request.ctx, consultation_id=page.id, left=Task.WHOM)


def leave_person(request: Request, consultation_id: UUID, person_id: UUID) -> HttpResponse:
    """No longer ask somebody with whom one has not spoken. Only a form does it, never a link."""
    if request.method != "POST":
        raise NotThere
    commands.leave_person(request.ctx, consultation_id=consultation_id, person_id=person_id)
    return redirect(chaining.address_of(Task.WHOM, consultation_id))


def why(request: Request, consultation_id: UUID) -> HttpResponse:
    """What one wants to ask, how it would help, how one would explain it to the family."""
    page = queries.continue_consultation(request.ctx, consultation_id=consultation_id)
    return ask(
        request,
        template="consultations/why.html",
        make=lambda typed, initial: ExplainReasons(typed, initial=initial, mode=page.mode),
        save=lambda form: _explain_reasons(request, page, form),
        page={"page": page},
        initial=asking_pages.reasons_typed(page, like=_alike(request, page, page.question)),
    )


def _alike(request: Request, page: ConsultationPage, there: object) -> ConsultationPage | None:
    """The consultation whose words are offered here: of a group begun as one, where nothing is written here yet."""
    if there or page.together_id is None:
        return None
    return queries.find_alike(request.ctx, consultation_id=page.id)


def _explain_reasons(request: Request, page: ConsultationPage, form: ExplainReasons) -> str:
    commands.explain_reasons(request.ctx, consultation_id=page.id, **form.cleaned_data)
    return chaining.after(request.ctx, consultation_id=page.id, left=Task.WHY)


def what(request: Request, consultation_id: UUID) -> HttpResponse:
    """What exactly one would share, each statement marked for what it is."""
    page = queries.continue_consultation(request.ctx, consultation_id=consultation_id)
    if not page.people:
        return redirect(chaining.address_of(Task.WHOM, consultation_id))
    adults = asking_pages.adults_offered(request.ctx, page)
    row = partial(ListWhat, people=asking_pages.people_offered(page), adults=adults, mode=page.mode)
    return ask(
        request,
        template="consultations/what.html",
        make=lambda typed, initial: Rows(row, name="items", typed=typed, initial=initial or ()),
        save=lambda rows: _list_what(request, page, rows),
        page={"page": page, "refused": asking_pages.who_refuses(page)},
        initial=asking_pages.items_typed(page, like=_alike(request, page, page.items), adults=adults),
    )


def _list_what(request: Request, page: ConsultationPage, rows: Rows[ListWhat]) -> str:
    items = tuple(form.item() for form in rows.judged)
    said = (form.cleaned_data.get("not_identifying", "") for form in rows.judged)
    reason = " ".join(filter(None, said))[:500]
    commands.list_what(request.ctx, consultation_id=page.id, items=items, not_identifying=reason)
    return chaining.after(request.ctx, consultation_id=page.id, left=Task.WHAT)


def family(request: Request, consultation_id: UUID) -> HttpResponse:
    """What one person of the family said about it, or why they were not asked."""
    page = queries.continue_consultation(request.ctx, consultation_id=consultation_id)
    if not (page.people and page.is_named):
        return redirect(chaining.onward(page) if page.people else chaining.address_of(Task.WHOM, page.id))
    offered = asking_pages.family_offered(request.ctx, page)
    return ask(
        request,
        template="consultations/family.html",
        make=lambda typed, initial: RecordFamilyAnswer(typed, initial=initial, **offered),
        save=lambda form: _record_answer(request, page, form),
        page={
            "page": page,
            "said": said_pages.said_so_far(page, withheld=telling_pages.withheld_from(request.ctx, page)),
            **asking_pages.family_shown(request.ctx, page),
        },
    )


def _record_answer(request: Request, page: ConsultationPage, form: RecordFamilyAnswer) -> str:
    said = form.said(recipient="", purpose=page.benefit)
    recipients = form.recipients(page.people)
    commands.record_family_answer(request.ctx, consultation_id=page.id, said=said, recipients=recipients)
    if form.offered:
        return chaining.address_of_narrower(form.offered, page.id)
    if request.POST.get("then") == ANOTHER or form.counts_for_nothing:
        return chaining.address_of(Task.FAMILY, page.id)
    return chaining.after(request.ctx, consultation_id=page.id, left=Task.FAMILY)
