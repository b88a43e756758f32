"""By when an agreement is looked at again: the earliest of its causes, moved in the deed by which one changes (4.5)."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from alongside.access import frame
from alongside.access.context import upkeep_context
from alongside.access.words import Ref
from alongside.consent import commands, queries
from alongside.consent.words import Category, Form, Invalid, State, Status
from alongside.duties import queries as duties
from alongside.duties.words import Owed
from alongside.families import commands as families
from alongside.families.commands import OrderWords, ResponsibilityWords
from alongside.families.words import OrderKind, ParentalResponsibility
from alongside.reliance import commands as reliance
from alongside.reliance import queries as relied
from alongside.reliance.models import LookAgain, Reliance
from alongside.reliance.words import Basis, Cause, Change, Settled
from alongside.sharing import queries as sharing
from tests import journey
from tests.consent import deeds
from tests.consent.deeds import NURSE, TODAY, about, ask, matter, page, record
from tests.family import at_their_page
from tests.recital import actions, signed_in
from tests.reliance import changing

PLANNED = TODAY + timedelta(days=42)


def owed(cast):
    """The second look that Amira owes at an agreement."""
    (line,) = (d for d in duties.list_my_duties(cast.amira.ctx()) if d.kind is Owed.REVIEW_CONSENT)
    return line


def born(cast, on):
    families.correct_child(cast.amira.ctx(), child_id=cast.child_id, name="Ayo Adeyemi", born_on=on)


def order(cast, kind, **words):
    words = {"kind": kind, "made_on": TODAY, "seen_on": TODAY} | words
    return families.record_order(cast.amira.ctx(), child_id=cast.child_id, order=OrderWords(**words))


def ended(cast, who):
    families.correct_responsibility(
        cast.amira.ctx(),
        child_id=cast.child_id,
        adult_id=getattr(cast, who),
        parental_responsibility=ParentalResponsibility.SEEN,
        grounds=ResponsibilityWords(ParentalResponsibility.SEEN, ended_on=TODAY + timedelta(days=9)),
    )


MOVES = {
    "a birth date that brings the 16th birthday nearer": (
        lambda cast: born(cast, date(2010, 11, 12)),
        Cause.SIXTEEN,
    ),
    "the end of a court order": (
        lambda cast: order(cast, OrderKind.CARE, authority="Marlbrook", ends_on=TODAY + timedelta(days=9)),
        Cause.ORDER,
    ),
    "the end of her own responsibility": (lambda cast: ended(cast, "mother_id"), Cause.RESPONSIBILITY),
    "the end of another’s responsibility": (lambda cast: ended(cast, "father_id"), Cause.RESPONSIBILITY),
}


@pytest.mark.parametrize("what", MOVES)
def test_a_fact_that_brings_the_day_nearer_moves_what_is_owed_and_says_why(cast, what):
    happens, cause = MOVES[what]
    consent_id = record(cast, matter(cast))
    before = owed(cast)
    assert (before.due_at.date(), before.moved_because) == (PLANNED, "")
    happens(cast)
    line = owed(cast)
    assert line.due_at.date() == page(cast, consent_id).answer.due.on < PLANNED
    assert (line.moved_from, line.moved_because) == (before.due_at, cause.label)
    assert "duty:moved" in actions()
    shown = signed_in(cast, "amira").get("/").content.decode()
    assert cause.label in shown


def test_a_fact_that_is_put_right_gives_the_day_back(cast):
    consent_id = record(cast, matter(cast))
    born(cast, date(2010, 11, 12))
    born(cast, date(2017, 5, 4))
    assert owed(cast).due_at.date() == page(cast, consent_id).answer.due.on == PLANNED
    assert actions().count("duty:moved") == 2


def test_a_birthday_that_had_passed_already_makes_the_look_late(cast):
    record(cast, matter(cast))
    born(cast, TODAY.replace(year=2010) - timedelta(days=1))
    assert owed(cast).due_at.date() == PLANNED, "it was past when she agreed"
    born(cast, TODAY.replace(year=2010) + timedelta(days=1))
    assert owed(cast).due_at.date() == TODAY + timedelta(days=1)


ENDINGS = {
    "taken back": lambda ctx, key: commands.withdraw_consent(ctx, consent_id=key, words="", how=Form.VERBAL),
    "run out": lambda ctx, key: commands.let_lapse(ctx, consent_id=key, words="It has run out."),
    "found invalid": lambda ctx, key: commands.find_invalid(
        ctx, consent_id=key, reason=Invalid.NOT_FREE, words="He stood by."
    ),
}


@pytest.mark.parametrize("how", ENDINGS)
def test_what_has_ended_follows_no_fact_and_nothing_that_it_carried_lapses(cast, clock, how):
    shared = changing.shared(cast)
    journey.family_says(cast, shared.consultation_id)  # a later yes carries the first
    later = queries.list_answers(cast.amira.ctx(), arising_from=about(shared.consultation_id))[-1]
    ENDINGS[how](cast.amira.ctx(), later.id)
    with frame.doing():
        assert not LookAgain.objects.exists()
    assert lapses(cast, shared.decision_id) == []
    clock.advance(days=200)
    assert reliance.count_lapses(upkeep_context()) == 0


def lapses(cast, decision_id):
    with frame.doing():
        rows = Reliance.objects.filter(thing_id=decision_id, lapses_on__isnull=False)
        return list(rows.values_list("lapses_on", flat=True))


def test_what_rests_on_an_agreement_lapses_on_the_day_that_moved_and_its_owner_looks_again(cast, clock):
    shared = changing.shared(cast)
    assert lapses(cast, shared.decision_id)[0] > date(2026, 11, 12)
    born(cast, date(2010, 11, 12))
    assert lapses(cast, shared.decision_id) == [date(2026, 11, 12)]
    clock.advance(days=9)
    reliance.notice_lapses(upkeep_context())
    found = relied.list_changes_of(cast.amira.ctx(), things=[shared.decision_id])
    assert [each.change for each in found] == [Change.FACT_CORRECTED, Change.CONSENT_LAPSED], (
        "and no birthday"
    )


def test_what_lapsed_on_a_wrong_birthday_lapses_again_on_the_right_day(cast, clock):
    shared = changing.shared(cast)
    born(cast, date(2010, 11, 12))
    clock.advance(days=9)
    reliance.notice_lapses(upkeep_context())
    born(cast, date(2010, 11, 20))
    for card in relied.list_changes_of(cast.amira.ctx(), things=[shared.decision_id]):
        if not card.settled and card.through_id is None:
            kept = {
                "settled": Settled.KEEP,
                "basis": Basis.AGREED_SINCE,
                "words": "She still agrees.",
                "risk": "He is safe.",
            }
            reliance.settle_change(cast.amira.ctx(), changed_id=card.id, **kept)
    assert reliance.count_lapses(upkeep_context()) == 0
    assert sharing.list_run_out(cast.amira.ctx(), decision_id=shared.decision_id) == ()
    clock.advance(days=9)
    assert len(sharing.list_run_out(cast.amira.ctx(), decision_id=shared.decision_id)) == 1
    reliance.notice_lapses(upkeep_context())
    found = relied.list_changes_of(cast.amira.ctx(), things=[shared.decision_id])
    lapsed = [each.happened_at.date() for each in found if each.change is Change.CONSENT_LAPSED]
    assert lapsed == [date(2026, 11, 12), date(2026, 11, 20)]


def reach(cast, consultation_id, *, recipient, purpose=journey.BENEFIT):
    deeds.reach(cast.amira.ctx(), about=about(consultation_id), recipient=recipient, purpose=purpose)


@pytest.mark.parametrize(
    ("recipient", "purpose", "cause"),
    [
        ("Jo Lee, Landlord, Marlbrook Homes", journey.BENEFIT, Cause.NEW_AGENCY),
        (NURSE, "A place in another school.", Cause.NEW_PURPOSE),
        (NURSE, journey.BENEFIT, None),
    ],
)
def test_sharing_for_what_somebody_was_not_told_of_makes_a_second_look_owed(
    cast, recipient, purpose, cause, clock
):
    consultation_id = matter(cast)
    consent_id = record(cast, consultation_id)
    reach(cast, consultation_id, recipient=recipient, purpose=purpose)
    due = page(cast, consent_id).answer.due
    assert due.cause is (cause or Cause.PLANNED)
    assert owed(cast).due_at.date() == due.on == (TODAY + timedelta(days=1) if cause else PLANNED)
    clock.advance(days=2)
    assert page(cast, consent_id).state is (State.UNDER_REVIEW if cause else State.GIVEN)


def test_whoever_was_asked_about_it_or_spared_the_question_is_not_reached(cast):
    consultation_id = matter(cast)
    consent_id = record(cast, consultation_id)
    record(cast, consultation_id, recipient="The landlord", status=Status.REFUSED, words="Not him.")
    reach(cast, consultation_id, recipient="The landlord")
    assert page(cast, consent_id).answer.due.on == PLANNED


def test_what_was_looked_at_again_is_new_no_longer(cast, clock):
    consultation_id = matter(cast)
    consent_id = record(cast, consultation_id)
    reach(cast, consultation_id, recipient="The landlord")
    reach(cast, consultation_id, recipient="The landlord")
    assert [e.cause for e in page(cast, consent_id).answer.events] == [Cause.NEW_AGENCY]
    clock.advance(days=1)
    until = TODAY + timedelta(days=60)
    renew(cast, consent_id, until)
    assert owed(cast).due_at.date() == page(cast, consent_id).answer.due.on == until


def renew(cast, consent_id, until):
    commands.renew_consent(
        cast.amira.ctx(), consent_id=consent_id, review_by=until, words="Yes.", how=Form.VERBAL
    )


def test_each_that_is_new_is_named_and_a_renewal_names_what_it_covers(cast, clock):
    consultation_id = matter(cast)
    consent_id = record(cast, consultation_id)
    browser = signed_in(cast, "amira")
    look = reverse("consent:renew", args=[consent_id])
    assert "Also shared" not in browser.get(look).content.decode()
    for whom in ("The landlord", "The police", "The landlord"):
        reach(cast, consultation_id, recipient=whom)
    assert [e.recipient for e in page(cast, consent_id).answer.events] == ["The landlord", "The police"]
    shown = browser.get(look).content.decode()
    assert f"Also shared with The landlord: {journey.BENEFIT}" in shown
    assert f"Also shared with The police: {journey.BENEFIT}" in shown
    clock.advance(days=1)
    renew(cast, consent_id, TODAY + timedelta(days=60))
    shown = browser.get(reverse("consent:open_record", args=[consent_id])).content.decode()
    assert "Asked again, with what was new: shared with The landlord" in shown
    assert "Asked again, with what was new: shared with The police" in shown
    assert "Also shared" not in browser.get(look).content.decode(), "it is told of"
    reach(cast, consultation_id, recipient="The police")
    assert owed(cast).due_at.date() == TODAY + timedelta(days=60), "and new no longer"
    reach(cast, consultation_id, recipient="The police", purpose="To find the car.")
    assert owed(cast).due_at.date() == TODAY + timedelta(days=2)


def test_deciding_to_share_with_somebody_new_makes_the_second_look_owed(cast):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    consent_id = record(cast, consultation_id)
    for node, answer in (("P0", "yes"), ("Q2", "no"), ("Q4", "yes")):
        journey.answer(cast, consultation_id, node, answer)
    journey.decide(cast, consultation_id, necessity="He has a burn.")
    said = page(cast, consent_id).answer
    assert said.due.cause is Cause.NEW_AGENCY
    (decision,) = sharing.list_decisions(cast.amira.ctx(), arising_from=about(consultation_id))
    assert [(e.recipient, e.through) for e in said.events] == [
        (decision.recipient, Ref("decision", decision.id))
    ]
    assert "consent:reached_further" in actions()


IN_FAVOUR = {
    "in her favour": ({"holder_id": "mother_id"}, State.GIVEN, Change.ORDER_BESIDE),
    "in favour of somebody else": ({"holder_id": "father_id"}, State.UNDER_REVIEW, Change.ORDER_RECORDED),
    "in her favour, restricting her": (
        {"holder_id": "mother_id", "restricted_id": "mother_id", "restricts": "She may not decide alone."},
        State.UNDER_REVIEW,
        Change.ORDER_RECORDED,
    ),
}


@pytest.mark.parametrize("kind", [OrderKind.SPECIAL_GUARDIANSHIP, OrderKind.ADOPTION])
@pytest.mark.parametrize("whom", IN_FAVOUR)
def test_an_order_that_only_adds_to_whoever_agreed_stops_nothing_of_theirs(cast, clock, kind, whom):
    words, state, change = IN_FAVOUR[whom]
    shared = changing.shared(cast)
    answer = queries.list_answers(cast.amira.ctx(), arising_from=about(shared.consultation_id))[0]
    clock.advance(days=1)
    words = {key: getattr(cast, each) if key.endswith("_id") else each for key, each in words.items()}
    order_id = order(cast, kind, made_on=clock.at.date(), **words)
    assert page(cast, answer.id).state is state
    found = relied.list_changes_of(cast.amira.ctx(), things=[shared.decision_id])
    assert [each.change for each in found if each.fact.kind == "child"] == [change]
    clock.advance(days=1)
    families.end_order(cast.amira.ctx(), order_id=order_id, ended_on=clock.at.date())
    assert page(cast, answer.id).state is State.UNDER_REVIEW, "the end of an order takes what it gave"


def test_e5_a_birthday_is_noticed_once_where_nobody_agreed_to_anything(cast, clock):
    born(cast, date(2010, 11, 12))
    decision_id = journey.refused(cast)

    def noticed():
        if reliance.count_lapses(upkeep_context()):
            reliance.notice_lapses(upkeep_context())
        found = relied.list_changes_of(cast.amira.ctx(), things=[decision_id])
        return [each.happened_at.date() for each in found if each.change is Change.BIRTHDAY]

    assert noticed() == []
    clock.advance(days=9)
    assert noticed() == noticed() == [date(2026, 11, 12)]
    assert reliance.count_lapses(upkeep_context()) == 0
    assert Owed.LOOK_AGAIN_AT_WHAT_RELIED in {d.kind for d in duties.list_my_duties(cast.amira.ctx())}


def test_e5_an_18th_birthday_is_found_where_the_16th_still_waits(cast, clock):
    born(cast, date(2010, 11, 12))
    decision_id = journey.refused(cast)
    for years in (16, 18):
        clock.at = clock.at.replace(year=2010 + years, month=11, day=13)
        reliance.notice_lapses(upkeep_context())
    found = relied.list_changes_of(cast.amira.ctx(), things=[decision_id])
    assert [each.happened_at.date() for each in found if each.change is Change.BIRTHDAY] == [
        date(2026, 11, 12),
        date(2028, 11, 12),
    ]


def test_e5_what_was_decided_after_a_birthday_is_not_looked_at_because_of_it(cast, clock):
    born(cast, date(2010, 11, 12))
    clock.advance(days=9, hours=1)
    decision_id = journey.refused(cast)
    reliance.notice_lapses(upkeep_context())
    assert relied.list_changes_of(cast.amira.ctx(), things=[decision_id]) == ()


def test_their_own_page_does_not_show_that_something_is_shared_of_which_they_were_not_told(cast, clock):
    consultation_id = matter(cast)
    consent_id = record(cast, consultation_id)
    reach(cast, consultation_id, recipient="The police")
    before = commands.weigh_my_answers(at_their_page(cast, cast.mother_id))[consent_id]
    assert (before.state, before.until) == (State.GIVEN, PLANNED)
    clock.advance(days=3)
    assert commands.weigh_my_answers(at_their_page(cast, cast.mother_id))[consent_id] == before


def test_a_later_yes_on_their_own_page_takes_the_place_of_the_earlier_and_follows_the_facts(cast):
    consultation_id = matter(cast)
    record(cast, consultation_id)
    both = (Category.HOUSING, Category.ATTENDANCE)
    request_id = ask(cast, consultation_id, adult_id=cast.mother_id, categories=both)
    key = commands.answer_request(
        at_their_page(cast, cast.mother_id), request_id=request_id, status=Status.GIVEN, allowed=both
    )
    commands.heed_answer(cast.amira.ctx(), consent_id=key, words="Nothing changes.")
    born(cast, date(2010, 11, 12))
    assert owed(cast).due_at.date() == page(cast, key).answer.due.on == date(2026, 11, 12)
