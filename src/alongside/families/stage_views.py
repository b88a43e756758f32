"""A birth, a loss, a death, a move: said plainly and gently, and what follows from each at once."""

from uuid import UUID

from django.http import HttpResponse

from alongside.access.request import Request
from alongside.families import commands, stage_forms
from alongside.families.views import asks, own_people
from alongside.families.words import Loss

NOTHING_MORE = (
    "From the moment you save this, no letter, message or private link about this child reaches the family."
    " The record stays as it is, and stays confidential."
)


def record_birth(request: Request, child_id: UUID) -> HttpResponse:
    """Record a birth; who has parental responsibility is asked anew."""
    page, _ = own_people(request, child_id)
    return asks(
        request,
        page.child,
        title="The child is born",
        lede="Nobody has parental responsibility on record by this. Ask each parent, and write down what you see.",
        make=lambda words, initial: stage_forms.RecordBirth(words, initial=initial),
        save=lambda form: commands.record_birth(request.ctx, child_id=child_id, newborn=form.newborn()),
        initial={"name": page.child.name},
    )


def record_loss(request: Request, child_id: UUID) -> HttpResponse:
    """Record that a pregnancy ended, as little as the family wishes."""
    page, _ = own_people(request, child_id)
    return asks(
        request,
        page.child,
        title="The pregnancy has ended",
        lede=f"We are sorry that you have to write this down. {NOTHING_MORE}",
        make=lambda words, initial: stage_forms.RecordLoss(words, initial=initial),
        save=lambda form: commands.record_loss(
            request.ctx,
            child_id=child_id,
            loss=Loss(form.cleaned_data["loss"]),
            ended_on=form.cleaned_data["ended_on"],
        ),
    )


def record_death(request: Request, child_id: UUID) -> HttpResponse:
    """Record that a child has died."""
    page, _ = own_people(request, child_id)
    return asks(
        request,
        page.child,
        title=f"{page.child.name} has died",
        lede=f"We are sorry that you have to write this down. {NOTHING_MORE}",
        make=lambda words, initial: stage_forms.RecordDeath(words, initial=initial),
        save=lambda form: commands.record_death(
            request.ctx, child_id=child_id, died_on=form.cleaned_data["ended_on"]
        ),
    )


def record_move(request: Request, child_id: UUID) -> HttpResponse:
    """Record that the family has moved to a place not known here, or that they can be written to again."""
    page, _ = own_people(request, child_id)
    return asks(
        request,
        page.child,
        title="Has the family moved?",
        lede="While it is not known where they are, nothing is written to them, and private links stop at once.",
        make=lambda words, initial: stage_forms.RecordMove(words, initial=initial),
        save=lambda form: commands.record_move(
            request.ctx, child_id=child_id, moved_on=form.cleaned_data["moved_on"]
        ),
    )
