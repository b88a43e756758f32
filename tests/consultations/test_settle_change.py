"""What rested on a fact that changed: its owner keeps it, stops it or takes it back; recipients stop (E18)."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.access.words import NotThere, Refused
from alongside.advice import commands as advice
from alongside.advice import queries as inbox
from alongside.advice.commands import GivenView
from alongside.advice.words import Heard, NoteState
from alongside.consent import queries as consent
from alongside.consent.commands import withdraw_consent
from alongside.consent.words import Form
from alongside.consultations import commands
from alongside.consultations.commands import Sent
from alongside.duties import queries as duties
from alongside.duties.words import Owed
from alongside.families import commands as families
from alongside.families.commands import OrderWords
from alongside.families.words import OrderKind
from alongside.reliance import commands as reliance
from alongside.reliance import queries as relied
from alongside.reliance.words import Answer, Basis, Change, Leaf, Settled
from alongside.sharing import queries as sharing
from alongside.upkeep import reminding
from tests import journey, lines
from tests.people import NOW, Cast
from tests.recital import Deed, Recital, signed_in
from tests.reliance import changing

KEPT = {"settled": Settled.KEEP, "basis": Basis.PUBLIC_INTEREST}
WORDS = {"words": "She is afraid of the landlord.", "risk": "He is safe: the school sees him every day."}


def ready(cast: Cast):
    matter = changing.withdrawn(cast)
    return {"changed_id": changing.found(cast, matter).id, "settled": Settled.STOP, **WORDS}


def settled(cast: Cast, words):
    return relied.open_change(cast.amira.ctx(), changed_id=words["changed_id"]).changed.settled


class TestSettleChange(Recital):
    deed = Deed(
        command=commands.settle_change,
        leaf=Leaf.CHANGE_SETTLED,
        ready=ready,
        stands=settled,
        page=lambda cast, words: reverse("consultations:changed", args=[words["changed_id"]]),
        right_words=lambda cast, words: {"settled": "stop", **WORDS},
        wrong_words={"risk": ""},
        sentence="looked at for risk every time",
        kept="She is afraid of the landlord.",
        strangers=("dev", "ben", "cerys"),
    )


def ready_to_read(cast: Cast):
    changing.withdrawn(cast)
    return {"notice_id": changing.stop(cast).id}


def stop_page(cast: Cast, words):
    (item,) = inbox.list_my_inbox(cast.cerys.ctx())
    return reverse("advice:stop", args=[item.id, words["notice_id"]])


class TestAcknowledgeStop(Recital):
    deed = Deed(
        command=reliance.acknowledge_stop,
        leaf=Leaf.STOP_ACKNOWLEDGED,
        ready=ready_to_read,
        stands=lambda cast, words: changing.stop(cast).acknowledged_at,
        page=stop_page,
        right_words=lambda cast, words: {},
        wrong_words={},
        sentence="",
        kept="",
        who="cerys",
        strangers=("dev", "ben", "amira", "iris"),
    )

    def test_wrong_words_are_refused_and_kept_on_the_page(self, cast):
        """There is nothing to type: read twice, the first reading stands."""
        words = self.deed.ready(cast)
        self.do(cast, words)
        first = self.deed.stands(cast, words)
        assert signed_in(cast, "cerys").post(stop_page(cast, words), {"command_id": str(uuid4())})
        assert self.deed.stands(cast, words) == first


def taken_back(cast: Cast):
    commands.settle_change(cast.amira.ctx(), **(ready(cast) | {"settled": Settled.RETRACT}))
    return {
        "notice_id": changing.stop(cast).id,
        "answer": Answer.CANNOT,
        "words": "A court has asked for it.",
    }


def back_page(cast: Cast, words):
    (item,) = inbox.list_my_inbox(cast.cerys.ctx())
    return reverse("advice:taken_back", args=[item.id, words["notice_id"]])


class TestConfirmRetraction(Recital):
    deed = Deed(
        command=reliance.confirm_retraction,
        leaf=Leaf.RETRACTION_CONFIRMED,
        ready=taken_back,
        stands=lambda cast, words: changing.stop(cast).retraction.answer,
        page=back_page,
        right_words=lambda cast, words: {"answer": "cannot", "words": "A court has asked for it."},
        wrong_words={"answer": ""},
        sentence="Say what you have done with it.",
        kept="A court has asked for it.",
        who="cerys",
        strangers=("dev", "ben", "amira", "iris"),
    )


def test_whoever_cannot_let_go_says_why(cast):
    words = taken_back(cast) | {"words": ""}
    with pytest.raises(Refused, match="Say why you cannot"):
        reliance.confirm_retraction(cast.cerys.ctx(), **words)


def test_e18_withdrawn_after_sharing_nothing_is_deleted_the_future_stops_and_recipients_are_told(cast):
    matter = changing.withdrawn(cast)
    amira, cerys = signed_in(cast, "amira"), signed_in(cast, "cerys")
    assert (
        len(sharing.list_disclosures(cast.amira.ctx(), arising_from=decision(cast, matter).arising_from)) == 1
    )
    with pytest.raises(Refused, match="decide again"):
        journey.talk(cast, matter.consultation_id)
    assert "what it rested on has changed" in amira.get("/").content.decode()
    item = reverse("advice:inbox_item", args=[matter.disclosure_id])
    assert "asks you not to use further what they shared about Ayo" in cerys.get("/").content.decode()
    shown = cerys.get(item).content.decode()
    assert "Do not use this further: from" in shown
    assert "changed their mind" not in shown, "why is nobody’s business but the owner’s"
    assert "On which basis it was shared then." in shown
    assert "Use it for this question" not in shown
    assert "One thing needs you today." in cerys.get("/").content.decode()
    known = amira.get(reverse("web:child", args=[cast.child_id])).content.decode()
    page = amira.get(reverse("sharing:open_decision", args=[matter.decision_id])).content.decode()
    for each in (known, page):
        assert "What this rested on has changed: somebody changed their mind" in each
    assert "The flat is damp" in shown, "what was shared stays on record"


def test_e18_what_was_shared_after_it_was_taken_back_stands_apart_and_is_not_called_right(cast, clock):
    matter = changing.shared(cast)
    clock.advance(hours=1)
    journey.talk(cast, matter.consultation_id)
    clock.advance(hours=1)
    about = decision(cast, matter).arising_from
    (said,) = consent.list_answers(cast.amira.ctx(), arising_from=about)
    took_back = {"words": "No more.", "how": Form.VERBAL}
    between = NOW + timedelta(minutes=30)
    withdraw_consent(cast.amira.ctx(), consent_id=said.id, withdrawn_at=between, **took_back)
    page = reverse("consultations:changed", args=[changing.found(cast, matter).id])
    shown = signed_in(cast, "amira").get(page).content.decode()
    before, after = shown.split("What was shared after that")
    assert "This was right when it was done." in before
    assert "3 November 2026 at 3.40 pm" in before
    assert "shared after they had taken it back, before anybody here had written that down" in after
    assert "3 November 2026 at 4.40 pm" in after
    assert "4.40 pm" not in before


def test_e18_where_all_was_shared_after_it_was_taken_back_nothing_is_called_right(cast, clock):
    consultation_id = journey.decided(cast)
    clock.advance(hours=1)
    journey.talk(cast, consultation_id)
    matter = changing.of(cast, consultation_id)
    (said,) = consent.list_answers(cast.amira.ctx(), arising_from=decision(cast, matter).arising_from)
    withdraw_consent(
        cast.amira.ctx(), consent_id=said.id, words="No more.", how=Form.VERBAL, withdrawn_at=NOW
    )
    page = reverse("consultations:changed", args=[changing.found(cast, matter).id])
    shown = signed_in(cast, "amira").get(page).content.decode()
    assert "right when it was done" not in shown
    assert "Nothing was shared on it while it held." in shown


def decision(cast: Cast, matter: changing.Matter):
    return sharing.open_decision(cast.amira.ctx(), decision_id=matter.decision_id)


def test_what_is_kept_may_be_used_again_and_the_owner_owes_nothing(cast):
    commands.settle_change(cast.amira.ctx(), **(ready(cast) | KEPT))
    assert changing.stop(cast).lifted_at
    assert Owed.LOOK_AGAIN_AT_WHAT_RELIED not in {d.kind for d in duties.list_my_duties(cast.amira.ctx())}
    item = reverse("advice:inbox_item", args=[inbox.list_my_inbox(cast.cerys.ctx())[0].id])
    assert "On this basis." in signed_in(cast, "cerys").get(item).content.decode()
    assert "You may use this again." in signed_in(cast, "cerys").get(item).content.decode()


def test_a_safeguarding_lead_reads_a_change_and_does_not_settle_it(cast):
    words = ready(cast)
    page = reverse("consultations:changed", args=[words["changed_id"]])
    assert "What becomes of it?" not in signed_in(cast, "iris").get(page).content.decode()
    with pytest.raises(NotThere):
        commands.settle_change(cast.iris.ctx(), **words)


def test_what_is_settled_is_not_settled_again(cast):
    words = ready(cast)
    commands.settle_change(cast.amira.ctx(), **words)
    with pytest.raises(Refused, match="settled already"):
        commands.settle_change(cast.amira.ctx(), **(words | {"settled": Settled.KEEP}))


@pytest.mark.parametrize(
    "how", [Change.CONSENT_WITHDRAWN, Change.CONSENT_LAPSED, Change.CONSENT_INVALID, Change.ORDER_RECORDED]
)
def test_g3_nothing_is_shared_on_a_decision_whose_agreement_no_longer_holds(cast, how):
    consultation_id = journey.decided(cast)
    changing.withdraw(cast, changing.of(cast, consultation_id), how=how)
    with pytest.raises(Refused, match="decide again"):
        journey.talk(cast, consultation_id)
    keys = journey.person_in(cast, consultation_id)
    with pytest.raises(Refused, match="decide again"):
        commands.send_question(cast.amira.ctx(), **keys, sent=Sent(lines.WHY))


def test_a_birthday_alone_stops_nothing(cast):
    consultation_id = journey.decided(cast)
    changing.change(cast.amira.ctx(), fact=f"child:{cast.child_id}", how="birthday")
    assert Owed.LOOK_AGAIN_AT_WHAT_RELIED in {d.kind for d in duties.list_my_duties(cast.amira.ctx())}
    assert journey.talk(cast, consultation_id)


def test_a_question_on_a_line_waits_at_once_and_is_withdrawn_when_it_is_stopped(cast):
    cast = lines.with_nia(cast)
    line_id, question_id = lines.waiting(cast)
    matter = changing.of(cast, journey_of(cast))
    changing.withdraw(cast, matter)
    with pytest.raises(Refused, match="ring whoever asked"):
        advice.take_question(cast.cerys.ctx(), question_id=question_id)
    changed_id = changing.found(cast, matter).id
    commands.settle_change(cast.amira.ctx(), changed_id=changed_id, settled=Settled.STOP, **WORDS)
    assert not inbox.open_line(cast.cerys.ctx(), line_id=line_id).questions
    assert Owed.RING_LINE not in {d.kind for d in duties.list_awaited_duties(cast.amira.ctx())}


def journey_of(cast: Cast):
    (line,) = sharing.list_disclosures_about(cast.amira.ctx(), child_id=cast.child_id)
    return line.arising_from.id


def sent(cast: Cast) -> changing.Matter:
    consultation_id = journey.decided(cast)
    keys = journey.person_in(cast, consultation_id)
    commands.send_question(cast.amira.ctx(), **keys, sent=Sent(lines.WHY))
    matter = changing.of(cast, consultation_id)
    changing.withdraw(cast, matter)
    return matter


ANSWER = GivenView(NoteState.ANSWERED, view="He coughs.")


def test_a_question_in_an_inbox_is_not_answered_while_it_waits_and_is_owed_by_nobody_once_stopped(cast):
    matter = sent(cast)
    with pytest.raises(Refused, match="told to stop"):
        advice.give_view(cast.cerys.ctx(), disclosure_id=matter.disclosure_id, given=ANSWER)
    assert "Ring Amira Haddad" not in signed_in(cast, "cerys").get("/").content.decode()
    changed_id = changing.found(cast, matter).id
    commands.settle_change(cast.amira.ctx(), changed_id=changed_id, settled=Settled.RETRACT, **WORDS)
    assert Owed.ANSWER_QUESTION not in {d.kind for d in duties.list_my_duties(cast.cerys.ctx())}


def test_nothing_holds_up_saying_that_a_child_may_be_harmed(cast):
    matter = sent(cast)
    given = GivenView(NoteState.ANSWERED, view="He has a burn.", heard=Heard.SIGNIFICANT_HARM)
    assert advice.give_view(cast.cerys.ctx(), disclosure_id=matter.disclosure_id, given=given)


@pytest.mark.parametrize(
    ("order", "stops"),
    [
        (OrderWords(OrderKind.LIVES_WITH, seen_on=NOW.date()), 0),
        (OrderWords(OrderKind.LIVES_WITH, seen_on=NOW.date(), restricts="She may not agree alone."), 1),
        (OrderWords(OrderKind.CARE, authority="Marlbrook Council"), 1),
    ],
)
def test_an_order_stops_what_was_shared_only_where_whoever_agreed_may_agree_no_longer(cast, order, stops):
    matter = changing.shared(cast)
    order = order if order.authority else replace(order, holder_id=cast.mother_id)
    families.record_order(cast.amira.ctx(), child_id=cast.child_id, order=order)
    (found,) = relied.list_changes_of(cast.amira.ctx(), things=[matter.decision_id])
    assert found.change is (Change.ORDER_RECORDED if stops else Change.ORDER_BESIDE)
    assert len(relied.list_my_stops(cast.cerys.ctx())) == stops
    looks = [d for d in duties.list_my_duties(cast.amira.ctx()) if d.kind == Owed.LOOK_AGAIN_AT_WHAT_RELIED]
    assert len(looks) == 1, "one deed, one look"


def test_e38_what_speaks_against_sharing_is_looked_at_again_when_a_later_fact_differs(cast):
    """A decision not to share stands as it was made; the order that is recorded later brings it back to its owner."""
    decision_id = journey.refused(cast)
    changing.change(cast.amira.ctx(), fact=f"child:{cast.child_id}", how="order_recorded")
    (found,) = relied.list_changes_of(cast.amira.ctx(), things=[decision_id])
    assert found.change is Change.ORDER_RECORDED
    shown = (
        signed_in(cast, "amira").get(reverse("sharing:open_decision", args=[decision_id])).content.decode()
    )
    assert "a court order was recorded" in shown
    assert sharing.open_decision(cast.amira.ctx(), decision_id=decision_id).outcome == "DO_NOT_SHARE"


def test_an_agreement_that_has_run_out_is_said_on_reading_whatever_has_run_since(cast, clock):
    matter = changing.shared(cast)
    page = reverse("sharing:open_decision", args=[matter.decision_id])
    assert "has run out" not in signed_in(cast, "amira").get(page).content.decode()
    clock.advance(days=43)
    assert "has run out: what Gwen Adeyemi" in signed_in(cast, "amira").get(page).content.decode()


def test_what_has_run_out_is_noticed_once_by_the_clock_of_the_machine(cast, clock):
    matter = changing.shared(cast)
    reminding.remind()
    assert relied.list_changes_of(cast.amira.ctx(), things=[matter.decision_id]) == ()
    clock.advance(days=43)
    for _ in range(2):
        reminding.remind()
    (found,) = relied.list_changes_of(cast.amira.ctx(), things=[matter.decision_id])
    assert found.change is Change.CONSENT_LAPSED
    assert Owed.LOOK_AGAIN_AT_WHAT_RELIED in {d.kind for d in duties.list_my_duties(cast.amira.ctx())}
    assert relied.list_my_stops(cast.cerys.ctx()) == (), "what was shared while it ran stays usable"
