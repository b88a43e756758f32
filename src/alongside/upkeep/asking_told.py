"""How an invented matter is told up to its decisions: begun, whom, why, what, what the family says, may I share."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.access.words import Ref
from alongside.consent import commands as consent
from alongside.consent.commands import NewAssessment, Resolved, Said
from alongside.consent.words import Status, Verdict, YesNo
from alongside.consultations import commands, queries
from alongside.consultations.commands import ChosenPerson, Spoken
from alongside.consultations.words import Urgency
from alongside.duties import queries as duties
from alongside.duties.words import Owed
from alongside.sharing import commands as sharing
from alongside.sharing.rules import ListedItem
from alongside.sharing.words import Countersignature, Followed, Reviewed
from alongside.upkeep.invented_matters import (
    SHARE,
    InventedAnswer,
    InventedAssessment,
    InventedDecision,
    InventedItem,
    InventedRecipient,
)
from alongside.upkeep.invented_turns import InventedResolution
from alongside.upkeep.past import Matter, TimeLine, soon_after
from alongside.upkeep.words import Way

LOOKED_AT_AGAIN_AFTER = timedelta(days=28)
ASSESSED_FOR = timedelta(days=90)
NOTHING_NEW = "Nothing that would change it has come to our notice, and the family knows whom to ask."


def ask(line: TimeLine, matter: Matter) -> None:
    """Everything before the talks."""
    written, begun = matter.written, matter.settled.at(matter.written.begun)
    line.add(begun, lambda: _begin(matter))
    if written.private_link:
        line.add(begun, lambda: _link(matter))
    if written.question:
        line.add(begun, lambda: _explain(matter))
    if written.items:
        line.add(begun, lambda: _list(matter))
    for assessed in written.assessed:
        line.add(begun, partial(_assess, matter, assessed, at=begun))
    for answer in written.family:
        at = matter.settled.at(answer.when) if answer.when else begun
        line.add(at, partial(hear, matter, answer, at=at))
    if written.resolved:
        line.add(begun, partial(_resolve, matter, written.resolved))
    for recipient in written.recipients:
        _decide(line, matter, recipient, begun)


def _begin(matter: Matter) -> None:
    ctx = matter.asker.ctx
    matter.id = _begun(matter)
    for recipient in matter.written.recipients:
        person = chosen(matter, recipient)
        matter.people[recipient.key] = commands.choose_person(ctx(), consultation_id=matter.id, person=person)
        matter.titles[recipient.key] = _title(matter, recipient)
    if any(item.for_whom for item in matter.written.items):
        page = queries.open_consultation(ctx(), consultation_id=matter.id)
        for key, person_id in matter.people.items():
            matter.recipients[key] = page.person_of(person_id).recipient_id


def _begun(matter: Matter) -> UUID:
    ctx = matter.asker.ctx()
    if matter.written.way is Way.AFTERWARDS:
        return _spoken_already(matter)
    if matter.child:
        return commands.begin_consultation(ctx, child_id=matter.settled.children[matter.child])
    return commands.begin_no_names(ctx)


def _spoken_already(matter: Matter) -> UUID:
    """What was recorded after the talk, on one page for all its children: by the first of them that is told."""
    written, spoken = matter.written, matter.settled.spoken
    if written.key not in spoken:
        talk = written.recipients[0].talks[0]
        recorded = Spoken(
            child_ids=tuple(matter.settled.children[key] for key in written.children),
            urgency=Urgency.EMERGENCY,
            spoken_at=matter.settled.at(talk.when),
            said=talk.said,
            heard=talk.heard,
        )
        spoken[written.key] = commands.record_spoken(matter.asker.ctx(), spoken=recorded)
    together = queries.begun_together(matter.asker.ctx(), consultation_id=spoken[written.key])
    return next(
        (each.id for each in together if each.child == named(matter, matter.child)), spoken[written.key]
    )


def _title(matter: Matter, recipient: InventedRecipient) -> str:
    """A recipient as pages name them, which is what the family's answers go by."""
    town, other = matter.settled.town, recipient.outside
    if recipient.person:
        person = town.people[recipient.person]
        return f"{person.name}, {person.role}, {town.agencies[person.agency].name}"
    if recipient.line:
        agency = town.agencies[recipient.line]
        return f"{agency.consultation_line.name}, {agency.name}" if agency.consultation_line else agency.name
    return f"{other.name}, {other.role}, {other.agency}" if other else ""


def chosen(matter: Matter, recipient: InventedRecipient) -> ChosenPerson:
    """Whom a recipient of the files is, as the page would choose them."""
    if recipient.person:
        return ChosenPerson(matter.settled.actors[recipient.person].membership_id, recipient.checked)
    if recipient.line:
        return ChosenPerson(None, recipient.checked, line_id=matter.settled.lines[recipient.line])
    other = recipient.outside
    if other is None:
        raise ValueError(f"{recipient.key} of {matter.written.key} is nobody")
    return ChosenPerson(None, recipient.checked, other.name, other.role, other.agency, other.telephone)


def _link(matter: Matter) -> None:
    child_id = matter.settled.children[matter.written.private_link]
    commands.link_privately(matter.asker.ctx(), consultation_id=matter.id, child_id=child_id)


def _explain(matter: Matter) -> None:
    written = matter.written
    commands.explain_reasons(
        matter.asker.ctx(),
        consultation_id=matter.id,
        question=written.question,
        benefit=written.benefit,
        explanation_for_family=written.explanation_for_family,
    )


def _list(matter: Matter) -> None:
    items = tuple(_item(matter, item) for item in matter.written.items)
    commands.list_what(matter.asker.ctx(), consultation_id=matter.id, items=items)


def _item(matter: Matter, item: InventedItem) -> ListedItem:
    return ListedItem(
        item.text,
        item.category,
        item.kind,
        item.source,
        item.included,
        item.left_out_reason,
        tuple(matter.recipients[key] for key in item.for_whom),
    )


def _assess(matter: Matter, assessed: InventedAssessment, *, at: datetime) -> None:
    on = day_in_london(at)
    consent.assess_competence(
        matter.asker.ctx(),
        child_id=matter.settled.children[assessed.who],
        arising_from=Ref("consultation", matter.id),
        assessed=NewAssessment(
            adult_id=None,
            decision=matter.written.question,
            explained=assessed.explained,
            answers=assessed.answers,
            support="",
            conclusion=assessed.conclusion,
            reasons=assessed.reasons,
            assessed_on=on,
            review_on=on + ASSESSED_FOR,
        ),
    )


def _resolve(matter: Matter, resolved: InventedResolution) -> None:
    lead = matter.settled.actors[resolved.by]
    owed = duties.list_my_duties(lead.ctx())
    waiting = next(each for each in owed if each.kind is Owed.RESOLVE_DISAGREEMENT)
    consent.look_for_orders(lead.ctx(), disagreement_id=waiting.arising_from.id)
    decided = Resolved(
        Verdict.ONE_MAY_ACT, YesNo.YES, resolved.orders, resolved.childs_view, resolved.reasons
    )
    consent.resolve_conflict(lead.ctx(), disagreement_id=waiting.arising_from.id, resolved=decided)


def hear(matter: Matter, answer: InventedAnswer, *, at: datetime) -> None:
    """Write down what one person of the family said."""
    on, agreed = day_in_london(at), answer.status is Status.GIVEN
    adult_id = matter.settled.adults.get((matter.child, answer.who))
    said = Said(
        giver_adult_id=adult_id,
        giver=named(matter, answer.who),
        status=answer.status,
        words=answer.words,
        recipient="",
        purpose=matter.written.benefit,
        answered_on=on,
        absent_reason=answer.absent_reason,
        allowed=answer.allowed,
        excluded=answer.excluded,
        form=answer.form if agreed else None,
        advice_from=answer.advice_from,
        told_later=answer.told_later,
        review_by=on + timedelta(days=answer.review_in_days) if agreed else None,
    )
    keys = answer.for_whom or tuple(matter.titles)
    recipients = tuple(matter.titles[key] for key in keys)
    commands.record_family_answer(
        matter.asker.ctx(), consultation_id=matter.id, said=said, recipients=recipients
    )


def named(matter: Matter, who: str) -> str:
    """Somebody of the family, as pages name them: an adult with who they are to the child, or a child."""
    title = matter.settled.titles.get((matter.child, who))
    if title:
        return title
    return next(
        child.name
        for family in matter.settled.town.families.values()
        for child in family.children
        if child.key == who
    )


def _decide(line: TimeLine, matter: Matter, recipient: InventedRecipient, begun: datetime) -> None:
    decision = recipient.decision
    if decision is None:
        if matter.written.procedure_followed:
            line.add(begun, lambda: _follow(matter, recipient))
        return
    decided = matter.settled.at(decision.when) if decision.when else begun
    at = soon_after(max(decided, begun), minutes=3)
    matter.decided_at[recipient.key] = at
    line.add(at, lambda: _judge(matter, recipient, decision, at))
    if decision.outcome != SHARE:
        _look_again(line, matter, recipient, at)
    countersigned = decision.countersignature
    if countersigned and countersigned.when:
        line.add(matter.settled.at(countersigned.when), lambda: _countersign(matter, recipient))


def _follow(matter: Matter, recipient: InventedRecipient) -> None:
    words = matter.written.procedure_followed
    commands.follow_procedure(
        matter.asker.ctx(),
        consultation_id=matter.id,
        person_id=matter.with_person(recipient.key)["person_id"],
        followed=Followed.FOLLOWED,
        words=words,
    )


def _judge(matter: Matter, recipient: InventedRecipient, decision: InventedDecision, at: datetime) -> None:
    ctx, person_id = matter.asker.ctx, matter.people[recipient.key]
    for node, given in decision.answers.items():
        if node != "Q3" and not (node == "Q2" and not matter.child):
            answered = sharing.Answered("hmg-2018-07", node, given)
            commands.answer_question(ctx(), consultation_id=matter.id, person_id=person_id, answered=answered)
    judged = sharing.Judged(
        decision.outcome,
        decision.reasons,
        necessity=decision.necessity,
        review_trigger=decision.review_trigger,
        alternative_action=decision.alternative_action,
        same_answers="yes",
    )
    if decision.outcome != SHARE:
        again = day_in_london(at) + LOOKED_AT_AGAIN_AFTER
        judged = replace(judged, whom_to_ask=matter.asker.name, review_on=again)
    matter.decisions[recipient.key] = commands.decide_sharing(
        ctx(), consultation_id=matter.id, person_id=person_id, judged=judged
    )


def _look_again(line: TimeLine, matter: Matter, recipient: InventedRecipient, decided_at: datetime) -> None:
    """A refusal that was to be looked at again before today was."""
    at = decided_at + LOOKED_AT_AGAIN_AFTER
    if day_in_london(at) < day_in_london(matter.settled.now):
        line.add(at, lambda: _review(matter, recipient))


def _review(matter: Matter, recipient: InventedRecipient) -> None:
    sharing.review_refusal(
        matter.asker.ctx(),
        decision_id=matter.decisions[recipient.key],
        verdict=Reviewed.ENDS,
        words=NOTHING_NEW,
    )


def _countersign(matter: Matter, recipient: InventedRecipient) -> None:
    given = recipient.decision.countersignature if recipient.decision else None
    if given is None or given.stands is Countersignature.AWAITED:
        return
    sharing.countersign_refusal(
        matter.settled.actors[given.by].ctx(),
        decision_id=matter.decisions[recipient.key],
        verdict=given.stands,
        words=given.words,
    )
