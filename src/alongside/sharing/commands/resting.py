"""On what a decision and a disclosure rest, so that a change finds them; part of every deed here."""

from alongside.access.gate import Act
from alongside.access.words import Answered, Ref, Refused
from alongside.consent.rules import Answer
from alongside.families import queries as families
from alongside.reliance import commands as reliance
from alongside.reliance import queries as reliance_queries
from alongside.sharing.models import Decision, Disclosure
from alongside.sharing.rules import OnRecord

HELD = (
    "What this rested on has changed: what somebody agreed to no longer holds, somebody else has said no, or a court "
    "order was recorded. Nothing more is shared on it. Open “May I share?”, look at what stands now, and decide again. "
    "If a child is in danger, ring now and record it afterwards."
)


def rest_decision(act: Act, *, decision: Decision, record: OnRecord) -> None:
    """A decision rests on what was agreed or refused, on those who said it, and on the child."""
    child_id = decision.about_child_id
    if child_id is None:
        return  # without names nobody was asked and nobody is on record
    said = _said(record, outcome=decision.outcome)
    people = {each.giver_adult_id for each in said if each.giver_adult_id is not None}
    until = {each.id: each.lapses_on for each in record.coverage.carrying}  # a no does not lapse
    facts = [
        Ref("child", child_id),
        *(Ref("consent", each.id) for each in said),
        *(
            Ref("relationship", families.reader_of(act, child_id=child_id, adult_id=each))
            for each in sorted(people)
        ),
    ]
    for fact in facts:
        reliance.rest(
            act,
            on=fact,
            thing=Ref("decision", decision.id),
            owner_membership_id=decision.decided_by_membership_id,
            agency_id=decision.agency_id,
            case_id=decision.case_id,
            lapses_on=until.get(fact.id),
        )


def _said(record: OnRecord, *, outcome: str) -> tuple[Answer, ...]:
    """To share rests on what was agreed; not to share on what was refused as well."""
    given = record.coverage.carrying
    return given if outcome == "SHARE" else (*given, *record.coverage.refused)


def rest_disclosure(act: Act, *, disclosure: Disclosure) -> None:
    """What left rests on its decision; inside an agency, where its procedure stands for one, on the child."""
    on = Ref("child", disclosure.about_child_id) if disclosure.about_child_id else None
    if disclosure.decision_id:
        on = Ref("decision", disclosure.decision_id)
    if on is None:
        return
    person = disclosure.to_membership_id
    reliance.rest(
        act,
        on=on,
        thing=Ref("disclosure", disclosure.id),
        owner_membership_id=disclosure.author_membership_id,
        agency_id=disclosure.agency_id,
        case_id=disclosure.case_id,
        recipient_membership_id=person,
        recipient_line_id=None if person else disclosure.to_line_id,
    )


def refuse_held(act: Act, *, decision: Decision) -> None:
    """Raise Refused where a fact on which a decision rests has changed, and its owner has not kept it (G3, G4)."""
    about = Ref("decision", decision.id)
    if reliance_queries.is_held(act, thing=about) is Answered.YES:
        raise Refused(HELD)
