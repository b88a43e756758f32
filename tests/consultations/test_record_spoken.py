"""Recording a talk that was held already: one page, anything, with the time of the talk and the time of the entry."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.access.words import NotThere, Refused
from alongside.consent.words import Status
from alongside.consultations import commands, queries
from alongside.consultations.commands import RecordedTalk, Spoken
from alongside.consultations.words import Beginning, Checked, Leaf, Medium, Urgency
from alongside.families import queries as families
from alongside.sharing import commands as sharing_commands
from alongside.sharing import queries as sharing
from tests import journey
from tests.people import NOW
from tests.recital import Deed, Recital, signed_in

TEN_PAST_TWO = NOW.replace(hour=2, minute=10)
SAID = "Three children alone, a smell of gas, names and ages given."
CALLED = Spoken(
    new_children=("Amy", "Ben", "Cal"),
    with_whom="Lesley at the emergency duty team",
    urgency=Urgency.EMERGENCY,
    spoken_at=TEN_PAST_TWO,
    said=SAID,
)


def recorded(cast):
    lines = queries.list_consultations(cast.amira.ctx()).lines
    pages = (queries.open_consultation(cast.amira.ctx(), consultation_id=line.id) for line in lines)
    return [page for page in pages if page.beginning is Beginning.ALREADY_SPOKEN]


class TestRecordSpoken(Recital):
    deed = Deed(
        command=commands.record_spoken,
        leaf=Leaf.SPOKEN_RECORDED,
        ready=lambda cast: {"spoken": Spoken(child_ids=(cast.child_id,), said=SAID)},
        stands=lambda cast, words: recorded(cast),
        page=lambda cast, words: reverse("consultations:already_spoken"),
        right_words=lambda cast, words: {"children": [str(cast.child_id)], "said": SAID},
        wrong_words={
            "spoken_at_day": "4", "spoken_at_month": "11", "spoken_at_year": "2026", "spoken_at_clock": "9 am",
        },
        sentence="it cannot be later than now.",
        kept=SAID,
    )  # fmt: skip

    def test_a_stranger_finds_nothing(self, cast):
        """Everybody may record; a child whom one does not work with is not there to be chosen."""
        words = self.deed.ready(cast)
        for name in ("dev", "ben", "iris"):
            with pytest.raises(NotThere):
                self.do(cast, words, name=name)
            shown = signed_in(cast, name).get(reverse("consultations:already_spoken")).content.decode()
            assert "Ayo" not in shown
        assert not recorded(cast)

    def test_a_conflicted_colleague_finds_nothing(self, cast):
        with pytest.raises(NotThere):
            self.do(cast, self.deed.ready(cast), name="esther")
        shown = signed_in(cast, "esther").get(reverse("consultations:already_spoken")).content.decode()
        assert "Ayo" not in shown


@pytest.mark.parametrize(
    "one", [{"said": "x"}, {"heard": "x"}, {"done": "x"}, {"with_whom": "x"}, {"new_children": ("Amy",)}]
)
def test_e19_anything_at_all_is_saved(cast, one):
    commands.record_spoken(cast.amira.ctx(), spoken=Spoken(**one))
    (page,) = recorded(cast)
    assert page.child == ("Amy" if "new_children" in one else "Child not yet named, recorded 3 November")


def test_e19_an_empty_page_is_the_only_one_that_is_not_saved(cast):
    with pytest.raises(Refused, match="at least one thing"):
        commands.record_spoken(cast.amira.ctx(), spoken=Spoken())


def test_e19_a_page_with_nothing_but_a_word_goes_through_and_says_what_is_next(cast):
    typed = {"said": "Gas.", "command_id": str(uuid4())}
    answer = signed_in(cast, "amira").post(reverse("consultations:already_spoken"), typed, follow=True)
    assert "It is saved as it is." in answer.content.decode()
    assert {duty.kind for duty in recorded(cast)[0].duties} == {"complete_record"}


def test_s08_one_consultation_for_each_child_joined_as_a_group(cast):
    commands.record_spoken(cast.amira.ctx(), spoken=CALLED)
    pages = recorded(cast)
    assert {page.child for page in pages} == {"Amy", "Ben", "Cal"}
    assert len({page.together_id for page in pages}) == 1
    assert len({page.case_id for page in pages}) == 1, "met together, on one case"
    for page in pages:
        assert (page.spoken.spoken_at, page.spoken.recorded_at) == (TEN_PAST_TWO, NOW)
        others = queries.begun_together(cast.amira.ctx(), consultation_id=page.id)
        assert {other.child for other in others} == {"Amy", "Ben", "Cal"} - {page.child}


def test_s08_when_it_was_recorded_is_the_servers_and_cannot_be_typed(cast):
    typed = {"said": "Gas.", "recorded_at": "2020-01-01", "recorded_at_day": "1", "command_id": str(uuid4())}
    signed_in(cast, "amira").post(reverse("consultations:already_spoken"), typed)
    assert recorded(cast)[0].spoken.recorded_at == NOW


def test_whom_it_was_with_is_still_to_be_said_and_is_offered_as_written(cast):
    commands.record_spoken(cast.amira.ctx(), spoken=CALLED)
    page = recorded(cast)[0]
    assert page.person.checked is Checked.NOT_SAID
    shown = signed_in(cast, "amira").get(
        reverse("consultations:whom_instead", args=[page.id, page.person.id])
    )
    assert "Lesley at the emergency duty team" in shown.content.decode()


def completed(cast, page):
    """Complete one of the group: who it was, why, what, nobody asked in time, decided as it was then."""
    person = commands.ChosenPerson(None, Checked.KNOWN, "Lesley", "Social worker", "EDT", "01632 960 101")
    ctx = cast.amira.ctx
    ids = {"consultation_id": page.id}
    commands.choose_person(ctx(), **ids, person=person, instead_of=page.person.id)
    commands.explain_reasons(
        ctx(),
        **ids,
        question="Where can they go?",
        benefit=journey.BENEFIT,
        explanation_for_family="We rang.",
    )
    commands.list_what(ctx(), **ids, items=(journey.DAMP,))
    return {**ids, "person_id": journey.page_of(cast, page.id).people[0].id}


def test_g6_a_decision_completed_later_was_decided_when_it_was_spoken_and_says_so(cast):
    journey.keep_profiles(cast)
    commands.record_spoken(cast.amira.ctx(), spoken=CALLED)
    page = recorded(cast)[0]
    completed(cast, page)
    for node, given in (("P0", "yes_immediate"), ("Q2", "no"), ("Q4", "yes")):
        journey.answer(cast, page.id, node, given)
    decision_id = journey.decide(cast, page.id, necessity="They were in danger.")
    decision = sharing.open_decision(cast.amira.ctx(), decision_id=decision_id)
    assert (decision.decided_at, decision.recorded_at) == (TEN_PAST_TWO, NOW)
    assert decision.after_the_fact == "yes"
    shown = (
        signed_in(cast, "amira").get(reverse("sharing:open_decision", args=[decision_id])).content.decode()
    )
    assert "Recorded after the fact" in shown
    journey.talk(cast, page.id)
    followed = sharing.open_decision(cast.amira.ctx(), decision_id=decision_id)
    assert followed.trace["walks"][0]["state"]["channel_exception"] is True


def test_an_ordinary_decision_bears_no_badge(cast):
    decision = journey.page_of(cast, journey.decided(cast)).people[0].decision
    assert decision.after_the_fact == "no"


def test_s08_the_same_answers_are_offered_for_the_next_child_and_confirmed_by_themselves(cast):
    journey.keep_profiles(cast)
    commands.record_spoken(cast.amira.ctx(), spoken=CALLED)
    first, second, _ = recorded(cast)
    completed(cast, first)
    for node, given in (("P0", "yes_immediate"), ("Q2", "no"), ("Q4", "yes")):
        journey.answer(cast, first.id, node, given)
    journey.decide(cast, first.id, necessity="They were in danger.")
    ids = completed(cast, second)
    page = queries.sharing_of(cast.amira.ctx(), **ids)
    assert (page.offered_by, page.way.is_ready) == (first.child, True)
    with pytest.raises(Refused, match="same answers are right"):
        journey.decide(cast, second.id, necessity="They were in danger.")
    journey.decide(cast, second.id, necessity="They were in danger.", same_answers="yes")
    shown = signed_in(cast, "amira").get(reverse("consultations:why", args=[recorded(cast)[2].id]))
    assert "Where can they go?" in shown.content.decode(), "what was written for the first is offered"


def test_a_child_not_yet_named_is_put_right_later(cast):
    commands.record_spoken(cast.amira.ctx(), spoken=Spoken(said="Gas."))
    child_id = recorded(cast)[0].child_id
    page = reverse("web:correct_child", args=[child_id])
    typed = {"name": "Dot Reed", "birth": "unknown", "command_id": str(uuid4())}
    browser = signed_in(cast, "amira")
    assert "Child not yet named" in browser.get(page).content.decode()
    assert browser.post(page, typed).status_code == 302
    opened = reverse("consultations:open", args=[recorded(cast)[0].id])
    assert page in browser.get(opened).content.decode()
    assert families.open_child(cast.amira.ctx(), child_id=child_id).child.name == "Dot Reed"
    assert signed_in(cast, "dev").get(page).status_code == 404


def test_e38_an_early_no_is_shown_when_later_facts_differ_and_stays_as_it_was(cast, clock):
    journey.keep_profiles(cast)
    first = journey.prepare(cast, asked=cast.dev)
    journey.family_says(cast, first, status=Status.REFUSED)
    journey.answer(cast, first, "P0", "no")
    journey.answer(cast, first, "Q4", "no")
    early = journey.decide(cast, first, outcome="DO_NOT_SHARE", review_trigger="New facts.")
    clock.advance(days=2)
    later = journey.prepare(cast, asked=cast.dev)
    journey.family_says(cast, later, status=Status.REFUSED)
    journey.answer(cast, later, "P0", "yes")
    journey.answer(cast, later, "Q4", "yes")
    ids = journey.person_in(cast, later)
    shown = signed_in(cast, "amira").get(reverse("consultations:check", args=list(ids.values())))
    assert "it was decided not to share with Dev Malik" in shown.content.decode()
    journey.decide(cast, later, necessity="He is not safe.")
    kept = sharing.open_decision(cast.amira.ctx(), decision_id=early)
    assert (kept.outcome, kept.trace["walks"][0]["answers"]["P0"]) == ("DO_NOT_SHARE", ["no"])


def test_the_talk_cannot_lie_in_the_future(cast):
    with pytest.raises(Refused, match="later than now"):
        commands.record_spoken(
            cast.amira.ctx(), spoken=Spoken(said="x", spoken_at=NOW + timedelta(minutes=1))
        )


def test_g6_a_decision_about_somebody_else_was_made_when_it_was_made(cast, clock):
    journey.keep_profiles(cast)
    commands.record_spoken(cast.amira.ctx(), spoken=CALLED)
    page = recorded(cast)[0]
    clock.advance(hours=1)
    completed(cast, page)
    clock.advance(hours=1)
    dev = commands.ChosenPerson(cast.dev.membership_id, Checked.DIRECTORY)
    commands.choose_person(cast.amira.ctx(), consultation_id=page.id, person=dev)
    commands.list_what(cast.amira.ctx(), consultation_id=page.id, items=(journey.DAMP,))
    for place, at in ((0, TEN_PAST_TWO), (1, NOW + timedelta(hours=2))):
        ids = journey.person_in(cast, page.id, place=place)
        for node, given in (("P0", "yes_immediate"), ("Q2", "no"), ("Q4", "yes")):
            answered = sharing_commands.Answered("hmg-2018-07", node, given)
            commands.answer_question(cast.amira.ctx(), **ids, answered=answered)
        judged = sharing_commands.Judged(
            "SHARE", "In danger.", necessity="It was needed.", same_answers="yes"
        )
        decision_id = commands.decide_sharing(cast.amira.ctx(), **ids, judged=judged)
        assert sharing.open_decision(cast.amira.ctx(), decision_id=decision_id).decided_at == at


def test_what_was_recorded_names_every_child_and_is_completed_from_there_in_words_of_the_past(cast):
    commands.record_spoken(cast.amira.ctx(), spoken=CALLED)
    page = recorded(cast)[0]
    browser = signed_in(cast, "amira")
    opened = {
        name: reverse("consultations:open", args=[each.id])
        for each in recorded(cast)
        for name in [each.child]
    }
    shown = browser.get(reverse("consultations:done", args=[page.id])).content.decode()
    assert all(f'href="{href}">{name}</a>' in shown for name, href in opened.items())
    assert shown.count("Complete it") >= 2, "a button, and beside what is still to be done"
    whom = reverse("consultations:whom_instead", args=[page.id, page.person.id])
    assert whom in shown
    asks = browser.get(whom).content.decode()
    assert "Who was it?" in asks
    assert "Whom do you want to ask instead?" not in asks


def test_a_talk_that_was_held_does_not_end_as_one_that_was_not(cast):
    commands.record_spoken(cast.amira.ctx(), spoken=CALLED)
    ids = {"consultation_id": recorded(cast)[0].id}
    shown = signed_in(cast, "amira").get(reverse("consultations:open", args=list(ids.values())))
    assert "End it without a talk" not in shown.content.decode()
    with pytest.raises(Refused, match="You have spoken already"):
        commands.record_not_held(cast.amira.ctx(), **ids, words="By mistake.")


def test_children_of_different_cases_are_named_together_too(cast):
    spoken = Spoken(child_ids=(cast.child_id,), new_children=("Amy",), said="Gas.")
    commands.record_spoken(cast.amira.ctx(), spoken=spoken)
    for page in recorded(cast):
        shown = signed_in(cast, "amira").get(reverse("consultations:done", args=[page.id])).content.decode()
        assert "Ayo Adeyemi" in shown
        assert "Amy" in shown


def test_e19_a_talk_recorded_afterwards_keeps_its_time_though_it_was_put_right_to_an_earlier_one(cast):
    journey.keep_profiles(cast)
    commands.record_spoken(cast.amira.ctx(), spoken=CALLED)
    page = recorded(cast)[0]
    ids = completed(cast, page)
    for node, given in (("P0", "yes_immediate"), ("Q2", "no"), ("Q4", "yes")):
        journey.answer(cast, page.id, node, given)
    journey.decide(cast, page.id, necessity="They were in danger.")
    earlier = TEN_PAST_TWO - timedelta(minutes=20)
    commands.record_talk(
        cast.amira.ctx(),
        **ids,
        talk=RecordedTalk(Medium.TELEPHONE, earlier, "Three alone.", "We are coming."),
    )
    assert journey.page_of(cast, page.id).talks[0].talked_at == earlier
