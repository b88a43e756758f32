"""How the ledger's deeds are brought about in tests: a matter with an answer, and what stands of it."""

from datetime import date, timedelta
from uuid import uuid4

from alongside.access.gate import writes
from alongside.access.words import Ref
from alongside.consent import commands, queries
from alongside.consent.commands import NewAssessment, NewRequest, Said
from alongside.consent.words import Category, Conclusion, Form, Status
from alongside.consultations import queries as consultations
from alongside.guidance.words import Evidence
from alongside.sharing import rules
from tests import journey

TODAY = date(2026, 11, 3)
NURSE = "Nina Rao, School nurse, Harbour Health"


def matter(cast):
    """A consultation about Ayo with Cerys, before anybody answered."""
    journey.keep_profiles(cast)
    return journey.prepare(cast)


def about(consultation_id):
    return Ref("consultation", consultation_id)


def said(cast, *, who="mother", recipient=NURSE, **more):
    """One answer as it is typed; the mother agrees unless something else is said."""
    words = {
        "giver_adult_id": {"mother": cast.mother_id, "father": cast.father_id, "child": None}[who],
        "giver": {"mother": "Gwen Adeyemi", "father": "Tunde Adeyemi", "child": "Ayo Adeyemi"}[who],
        "status": Status.GIVEN,
        "words": "",
        "recipient": recipient,
        "purpose": journey.BENEFIT,
        "answered_on": TODAY,
    } | more
    if words["status"] is Status.GIVEN:
        words = {
            "allowed": (Category.HOUSING, Category.ATTENDANCE),
            "form": Form.SIGNED,
            "review_by": TODAY + timedelta(days=42),
        } | words
    return Said(**words)


def record(cast, consultation_id, **more):
    """Record one answer in a matter; Amira writes it down."""
    return commands.record_consent(
        cast.amira.ctx(), child_id=cast.child_id, arising_from=about(consultation_id), said=said(cast, **more)
    )


@writes("test:reach")
def reach(act, *, about, recipient, purpose=journey.BENEFIT):
    """Something is shared, as the deed that decides it says."""
    through = Ref("decision", uuid4())
    commands.reach_further(act, arising_from=about, through=through, recipient=recipient, purpose=purpose)
    act.note("test:reached", about=None)


def decide(cast, disagreement_id, resolved):
    """A lead looks for orders and then decides."""
    commands.look_for_orders(cast.iris.ctx(), disagreement_id=disagreement_id)
    return commands.resolve_conflict(cast.iris.ctx(), disagreement_id=disagreement_id, resolved=resolved)


def here(cast, consultation_id):
    """The recipient of the matter, so that an answer about them answers the walk."""
    return journey.page_of(cast, consultation_id).person.title


def assess(cast, consultation_id, *, conclusion=Conclusion.ABLE, adult_id=None):
    return commands.assess_competence(
        cast.amira.ctx(),
        child_id=cast.child_id,
        arising_from=about(consultation_id),
        assessed=NewAssessment(
            adult_id=adult_id,
            decision="Whether the school may be asked about his asthma.",
            explained="What would be said, to whom, and what may follow.",
            answers="He said it back in his own words.",
            support="",
            conclusion=conclusion,
            reasons="He weighed both sides.",
            assessed_on=TODAY,
            review_on=TODAY + timedelta(days=30),
        ),
    )


def ask(cast, consultation_id, *, adult_id, **more):
    return commands.request_consent(
        cast.amira.ctx(),
        child_id=cast.child_id,
        arising_from=about(consultation_id),
        asked=NewRequest(
            **{
                "giver_adult_id": adult_id,
                "recipient": NURSE,
                "purpose": journey.BENEFIT,
                "categories": (Category.HOUSING,),
                "text_shown": "I would like to ask the nurse.",
            }
            | more
        ),
    )


def page(cast, consent_id):
    return queries.open_record(cast.amira.ctx(), consent_id=consent_id)


def consent(cast, consultation_id):
    """What the record proposes for the question of consent."""
    found = consultations.sharing_of(cast.amira.ctx(), **journey.person_in(cast, consultation_id))
    return rules.proposals(found.record).get(Evidence.CONSENT)
