"""Whether one person can decide one thing: a child's competence, an adult's capacity (rulebook 4.2, E23)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.access.gate import Act, writes
from alongside.access.words import Ref, Refused
from alongside.consent.commands.outweighing import carried_now, find_outweighed
from alongside.consent.models import CompetenceAssessment
from alongside.consent.rules import LONGEST_REVIEW
from alongside.consent.words import Conclusion, Leaf, Right
from alongside.families import queries as families


@dataclass(frozen=True, slots=True)
class NewAssessment:
    """What was explained to somebody, what they said, and what it comes to. `adult_id` is None for the child."""

    adult_id: UUID | None
    decision: str
    explained: str
    answers: str
    support: str
    conclusion: Conclusion
    reasons: str
    assessed_on: date
    review_on: date


@writes(Right.COMPETENCE_ASSESS)
def assess_competence(act: Act, *, child_id: UUID, arising_from: Ref, assessed: NewAssessment) -> UUID:
    """Record whether somebody can decide this one thing, in this one matter. It holds for no other (S07).

    A conclusion is a person's own and is never computed from an age or a diagnosis. Where somebody else decides from
    now on, what rests on a yes that stood until now is held and looked at again (E27). Raises Refused without what was
    explained, what they answered and the reasons.
    """
    child = families.child(act, child_id=child_id)
    name = child.name
    if assessed.adult_id is not None:
        name = families.adult_of(act, child_id=child_id, adult_id=assessed.adult_id).name
    _refuse_half(assessed, today=day_in_london(act.now))
    before = carried_now(act, child_id=child_id)
    row = CompetenceAssessment.objects.create(
        agency_id=act.ctx.agency_id,
        case_id=child.case_id,
        author_membership_id=act.ctx.membership_id,
        about_child_id=child_id,
        adult_id=assessed.adult_id,
        person_as_named=name,
        arising_from_kind=arising_from.kind,
        arising_from_id=arising_from.id,
        decision=assessed.decision,
        explained=assessed.explained,
        answers=assessed.answers,
        support=assessed.support,
        conclusion=assessed.conclusion,
        reasons=assessed.reasons,
        assessed_on=assessed.assessed_on,
        review_on=assessed.review_on,
        recorded_at=act.now,
    )
    act.note(Leaf.COMPETENCE_ASSESSED, about=Ref("competence", row.id))
    find_outweighed(act, child_id=child_id, before=before)
    return row.id


def _refuse_half(assessed: NewAssessment, *, today: date) -> None:
    for text, field, sentence in (
        (assessed.decision, "decision", "Say which decision it is about: it holds for no other."),
        (
            assessed.explained,
            "explained",
            "Say what you explained: what is shared, with whom, what may follow.",
        ),
        (
            assessed.answers,
            "answers",
            "Write what they said, in their words, so that a reader can judge too.",
        ),
        (assessed.reasons, "reasons", "Say why you think so. An age or a diagnosis is no reason by itself."),
    ):
        if not text:
            raise Refused(sentence, field=field)
    if assessed.assessed_on > today:
        raise Refused("Give the day on which you spoke: it cannot be later than today.", field="assessed_on")
    if not assessed.assessed_on < assessed.review_on <= assessed.assessed_on + LONGEST_REVIEW:
        raise Refused(
            "Give a day on which this is looked at again: within six months of the day you spoke.",
            field="review_on",
        )
