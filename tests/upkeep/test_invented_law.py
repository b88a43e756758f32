"""What the invented town decides is what the charts and the ledger lead to."""

from datetime import UTC, datetime, time
from uuid import UUID

from alongside.consent import rules as consent
from alongside.consent.words import AbsentReason, ConsentKind, May, Status
from alongside.families.words import ParentalResponsibility
from alongside.guidance import engine, packs
from alongside.sharing.words import Included
from alongside.upkeep.invented_matter_checks import family_of
from alongside.upkeep.invented_matters import DO_NOT_SHARE
from tests.upkeep.town import TODAY


def responsibility(matter, who, town):
    """What is known of the parental responsibility of whoever answers; None for those who speak for themselves."""
    family = family_of(matter, town)
    adults = {adult.key: adult for adult in family.adults}
    mothers_to_be = {child.mother for child in family.children if child.key in matter.children}
    if who not in adults or who in mothers_to_be:
        return None
    return adults[who].to(matter.children[0]).parental_responsibility


MAY = {
    None: May.MAY,
    ParentalResponsibility.SEEN: May.MAY,
    ParentalResponsibility.NO: May.MAY_NOT,
    ParentalResponsibility.CLAIMED: May.NOT_KNOWN,
    ParentalResponsibility.UNKNOWN: May.NOT_KNOWN,
}
NOON = datetime.combine(TODAY, time(12), tzinfo=UTC)


def answers_of(matter, recipient, town):
    """What the family said about sharing with one recipient, as the consent room would have it."""
    return [
        consent.Answer(
            id=UUID(int=number), kind=ConsentKind.OPENNESS_AGREEMENT, giver=each.who, giver_adult_id=None,
            responsibility=responsibility(matter, each.who, town), status=each.status,
            absent_reason=AbsentReason.REFUSED if each.status is Status.REFUSED else each.absent_reason,
            words=each.words, recipient=recipient.key, purpose=matter.benefit, allowed=each.allowed,
            excluded=each.excluded, form=None, answered_on=TODAY, review_by=None,
            may=MAY[responsibility(matter, each.who, town)],
        )
        for number, each in enumerate(matter.family)
        if not each.for_whom or recipient.key in each.for_whom
    ]  # fmt: skip


def covered(matter, recipient, town):
    shared = {
        consent.Piece(i.category) for i in matter.items_for(recipient.key) if i.included is Included.SHARE
    }
    said = answers_of(matter, recipient, town)
    return consent.coverage(said, recipient=recipient.key, purpose=matter.benefit, items=shared, at=NOON)


def decisions(told, town):
    return [(m, r, covered(m, r, town)) for m in told for r in m.recipients if r.decision]


def test_what_rests_on_consent_is_covered_by_it(told, town):
    rested = [(m, r, c) for m, r, c in decisions(told, town) if not {"Q2", "Q4"} & set(r.decision.answers)]
    assert len(rested) > 100
    assert [(m.key, c.uncovered) for m, _, c in rested if not c.is_complete] == []


def test_every_decision_is_the_one_to_which_the_chart_leads(told, town):
    pack = packs.load("hmg-2018-07")
    for matter, recipient, said in decisions(told, town):
        answers = {"S0": "wish", "Q1": "yes", **recipient.decision.answers}
        if matter.children:
            answers.setdefault("Q3", "yes")
            disagree = said.refused and said.given
            if not disagree:
                answers.setdefault("Q2", "yes" if said.is_complete else "no")
        facts = {
            "consent_valid": bool(said.given),
            "consent_covers_recipient": bool(said.given),
            "consent_covers_purpose": bool(said.given),
            "items_outside_consent": [gap.category.label for gap in said.uncovered],
        }
        trace = engine.walk(pack, answers=answers, facts=facts)
        assert trace.decided == recipient.decision.outcome, (matter.key, trace.path, trace.problems)
        assert set(recipient.decision.answers) <= set(trace.path), matter.key


def test_a_refusal_with_a_worry_is_countersigned_and_one_without_is_not(told, town):
    for matter, recipient, _ in decisions(told, town):
        if recipient.decision.outcome == DO_NOT_SHARE:
            worried = recipient.decision.answers["P0"] != "no"
            assert worried == (recipient.decision.countersignature is not None), matter.key
