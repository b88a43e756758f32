"""What may be shared, item by item, and a person's answers to the chart."""

from dataclasses import dataclass
from uuid import UUID

from alongside.access.gate import Act, writes
from alongside.access.words import Ref, Refused
from alongside.sharing import queries
from alongside.sharing.commands.walks import admit_to, owner, walk_of
from alongside.sharing.models import Item, WalkAnswer
from alongside.sharing.rules import ListedItem, Matter
from alongside.sharing.words import Included, Leaf, Origin, Right

MOST_ITEMS = 30


@dataclass(frozen=True, slots=True)
class Answered:
    """What a person answered at one node of one edition, as it was typed."""

    pack_id: str
    node: str
    answer: str
    reason: str = ""
    advice_from: str = ""
    advice_summary: str = ""
    advice_named: str = ""


@writes(Right.ITEMS_LIST)
def list_items(
    act: Act,
    *,
    case_id: UUID | None,
    arising_from: Ref,
    recipients: tuple[UUID, ...],
    items: tuple[ListedItem, ...],
) -> None:
    """List what may be shared in a matter, each marked, weighed for these recipients (G4, 8.1).

    Replaces the last list, which stays on record.
    """
    admit_to(act, case_id=case_id, about=arising_from)
    if not items or len(items) > MOST_ITEMS:
        raise Refused(f"List at least one thing you want to share, and at most {MOST_ITEMS}.")
    if not any(item.included is Included.SHARE for item in items):
        raise Refused(
            "Mark at least one thing to be shared, because there is nothing to talk about otherwise."
        )
    newest = Item.objects.filter(arising_from_id=arising_from.id).order_by("-edition").first()
    Item.objects.bulk_create(
        Item(
            **owner(act, case_id=case_id),
            arising_from_id=arising_from.id,
            edition=newest.edition + 1 if newest else 1,
            position=position,
            text=item.text,
            category=item.category,
            kind=item.kind,
            source=item.source,
            included=item.included,
            left_out_reason=item.left_out_reason,
            about_adult_id=item.about_adult_id,
            listed_for=[str(each) for each in recipients],
            shared_with=_shared_with(item, recipients),
            listed_at=act.now,
        )
        for position, item in enumerate(items, start=1)
    )
    act.note(Leaf.ITEMS_LISTED, about=arising_from)


def _shared_with(item: ListedItem, recipients: tuple[UUID, ...]) -> list[str]:
    if item.included is Included.LEAVE_OUT:
        return []
    return [str(each) for each in recipients if not item.shared_with or each in item.shared_with]


@writes(Right.QUESTION_ANSWER)
def answer_question(act: Act, *, matter: Matter, answered: Answered) -> None:
    """Answer one node of the chart. Answering again adds a superseding answer (rulebook 2.0).

    "Not sure" waits for advice: the next answer at the node carries whom was asked and what they said.
    """
    admit_to(act, case_id=matter.case_id, about=matter.about)
    way = queries.sharing(act, matter=matter).way
    walked = next((w for w in way.walks if w.pack.id == answered.pack_id), None)
    if walked is None or answered.node not in walked.trace.path:
        raise Refused(
            "This question is no longer on your way. Open “May I share?” again to see which one is."
        )
    node = walked.pack.nodes[answered.node]
    if answered.answer not in node.answers:
        raise Refused("Choose one of the answers on this page.", field="answer")
    walk = walk_of(act, matter=matter, pack_id=answered.pack_id)
    earlier = list(WalkAnswer.objects.filter(walk=walk).order_by("position"))
    last = next((a for a in reversed(earlier) if a.node == answered.node), None)
    shown = walked.answers.get(node.id, ("",))[-1] == "unsure"  # a person was not sure, or the record is not
    waiting = bool(last and last.answers[-1] == "unsure") or (shown and last is None)
    if waiting and answered.answer != "unsure" and not (answered.advice_from and answered.advice_summary):
        raise Refused(
            "Say whom you asked and what they said, because you were not sure.", field="advice_from"
        )
    successive = ["unsure", answered.answer] if waiting and answered.answer != "unsure" else [answered.answer]
    WalkAnswer.objects.create(
        **owner(act, case_id=matter.case_id),
        walk=walk,
        position=len(earlier) + 1,
        node=node.id,
        answers=successive,
        reason=answered.reason,
        advice=_advice(act, answered),
        text_shown=node.text,
        origin=Origin.PERSON,
        answered_at=act.now,
    )
    act.note(Leaf.QUESTION_ANSWERED, about=matter.about)


def _advice(act: Act, answered: Answered) -> dict[str, str]:
    if not answered.advice_from:
        return {}
    return {
        "from": answered.advice_from,
        "at": act.now.isoformat(),
        "summary": answered.advice_summary,
        "named_or_no_names": answered.advice_named or "not said",
    }
