"""What the tests of decisions read: a consultation's page, how far a task has come, the decision."""

from alongside.access import context
from alongside.consent.words import Status
from alongside.consultations import commands, queries
from alongside.directory import commands as directory
from alongside.sharing import queries as sharing_queries
from tests import journey

REFUSE = {"outcome": "DO_NOT_SHARE", "review_trigger": "New information, or things getting worse."}


def progress_of(page, task):
    """How far a task has come, where there is one of it."""
    return next((each.progress for each in page.progress if each.task is task), None)


def page_of(cast, consultation_id):
    return queries.open_consultation(cast.amira.ctx(), consultation_id=consultation_id)


def decision_of(cast, consultation_id, *, who="amira"):
    decision = page_of(cast, consultation_id).people[0].decision
    return sharing_queries.open_decision(getattr(cast, who).ctx(), decision_id=decision.id)


def change_the_items(cast, consultation_id):
    commands.list_what(cast.amira.ctx(), consultation_id=consultation_id, items=(journey.DAMP,))


def change_the_benefit(cast, consultation_id):
    commands.explain_reasons(
        cast.amira.ctx(),
        consultation_id=consultation_id,
        question="Q",
        benefit="Another.",
        explanation_for_family="E",
    )


def change_the_mothers_mind(cast, consultation_id):
    journey.family_says(cast, consultation_id, status=Status.REFUSED)


def in_force(cast, name, value, clock):

    directory.decide_setting(
        context.upkeep_context(), name=name, value=value, from_on=clock.at.date(), source="A test"
    )
