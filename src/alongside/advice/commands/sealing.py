"""The sealed copy: once the adviser has answered, both agencies keep the same words under the same digest."""

from typing import Any
from uuid import UUID

from alongside.access.gate import Act
from alongside.access.words import Ref
from alongside.advice import rules
from alongside.advice.commands.showing import ASKED_BACK_MOST, show_to, show_to_asker
from alongside.advice.models import AdviserView, AskedBack, Reply, SealedCopy
from alongside.advice.words import Leaf
from alongside.directory import queries as directory
from alongside.sharing.queries import DisclosurePage


def seal_copies(act: Act, *, shared: DisclosurePage, view: AdviserView) -> None:
    """Lay one row for each of the two agencies, each shown to the other side, so that both can be compared.

    Inside one agency there is one. Part of the calling deed.
    """
    adviser = directory.member(act, membership_id=act.ctx.membership_id)
    words = _words(shared, view, answered_by=adviser.title)
    kept: dict[str, Any] = {
        "disclosure_id": shared.id,
        "words": words,
        "digest": rules.digest(words),
        "sealed_at": act.now,
    }
    theirs = SealedCopy.objects.create(
        agency_id=shared.asker_agency_id,
        case_id=shared.asker_case_id,
        author_membership_id=shared.asker_membership_id,
        **kept,
    )
    show_to(act, membership_id=adviser.id, row_id=theirs.id, case_id=shared.asker_case_id)
    if adviser.agency_id != shared.asker_agency_id:
        ours = SealedCopy.objects.create(agency_id=adviser.agency_id, author_membership_id=adviser.id, **kept)
        show_to_asker(act, shared=shared, row_id=ours.id)
    act.note(Leaf.COPY_SEALED, about=Ref("disclosure", shared.id))


def _words(shared: DisclosurePage, view: AdviserView, *, answered_by: str) -> dict[str, Any]:
    """What both sides have seen of the matter when it is answered, as plain values: nothing that one of them has not.

    What the asker wrote down of their own words is their side's record, and is not shown to the adviser.
    """
    return {
        "about": shared.child,
        "asked_by": shared.asker,
        "asked_of": shared.recipient,
        "shared_at": shared.disclosed_at.isoformat(),
        "question": shared.question,
        "shared": [
            {
                "text": item.text,
                "category": str(item.category),
                "kind": str(item.kind),
                "source": item.source,
            }
            for item in shared.items
        ],
        "basis": shared.basis,
        "note_of_talk": shared.note_of_talk,
        "answered_by": answered_by,
        "answered_at": view.given_at.isoformat(),
        "note_state": str(view.note_state),
        "correction": view.correction,
        "view": view.view,
        "offer": view.offer,
        "heard": str(view.heard),
        "asked_back": _asked_back(shared.id),
    }


def _asked_back(disclosure_id: UUID) -> list[dict[str, str]]:
    """What was asked back before the answer, each with its reply, empty where there is none yet."""
    rows = AskedBack.objects.select_related("author_membership__practitioner")
    asked = rows.filter(disclosure_id=disclosure_id).order_by("asked_at", "id")[:ASKED_BACK_MOST]
    replies = Reply.objects.filter(asked_back__disclosure_id=disclosure_id)
    said = dict(replies.values_list("asked_back_id", "words")[:ASKED_BACK_MOST])
    return [
        {"by": row.author_membership.practitioner.name, "words": row.words, "reply": said.get(row.id, "")}
        for row in asked
    ]
