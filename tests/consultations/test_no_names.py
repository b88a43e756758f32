"""A consultation without names: no subject at all, words looked through, naming later as a record of its own (E14, E15)."""

from dataclasses import replace
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.access.words import NotThere, Purpose, Ref, Refused
from alongside.advice import commands as advice
from alongside.advice import queries as advice_queries
from alongside.advice.commands import GivenView
from alongside.advice.words import Heard, NoteState
from alongside.cases import commands as cases
from alongside.consent.words import Category
from alongside.consultations import commands, queries
from alongside.consultations.commands import ChosenPerson, RecordedTalk
from alongside.consultations.words import Checked, Leaf, Medium, Mode, OutcomeKind, Task
from alongside.duties import queries as duties
from alongside.sharing import commands as sharing_commands
from alongside.sharing import queries as sharing
from alongside.sharing.rules import ListedItem
from alongside.sharing.words import Included, ItemKind
from tests import journey
from tests.people import NOW
from tests.recital import Deed, Recital, actions, signed_in

TIRED = "A three-year-old comes in tired and grubby most days."
ITEM = ListedItem(TIRED, Category.CARE_AT_HOME, ItemKind.OBSERVED_FACT, "What I see", Included.SHARE, "")
WHY = {"question": "When is it more than a worry?", "benefit": "So that help comes early.", "explanation_for_family": "I would ask what could help."}  # fmt: skip


def begun(cast, *, who="amira"):
    person = cast.people[who]
    consultation_id = commands.begin_no_names(person.ctx())
    chosen = ChosenPerson(cast.dev.membership_id, Checked.DIRECTORY)
    commands.choose_person(person.ctx(), consultation_id=consultation_id, person=chosen)
    return consultation_id


def asked(cast):
    """Asked Dev without names, and rung him."""
    journey.keep_profiles(cast)
    consultation_id = begun(cast)
    commands.explain_reasons(cast.amira.ctx(), consultation_id=consultation_id, **WHY)
    commands.list_what(cast.amira.ctx(), consultation_id=consultation_id, items=(ITEM,))
    ids = journey.person_in(cast, consultation_id)
    journey.answer(cast, consultation_id, "P0", "unsure")
    journey.answer(
        cast,
        consultation_id,
        "P0",
        "no",
        advice_from="Iris Olsen",
        advice_summary="Ask.",
        advice_named="no_names",
    )
    judged = sharing_commands.Judged("SHARE", "Nobody is named.", necessity="It is only what I see.")
    commands.decide_sharing(cast.amira.ctx(), **ids, judged=judged)
    talk = RecordedTalk(Medium.TELEPHONE, NOW, "Told what I see.", "Talk to the parents, offer early help.")
    commands.record_talk(cast.amira.ctx(), **ids, talk=talk)
    return consultation_id


def page_of(cast, consultation_id):
    return journey.page_of(cast, consultation_id)


def disclosure_to_dev(cast):
    (shared,) = sharing.list_my_inbox(cast.dev.ctx())
    return shared


def test_it_has_no_case_no_child_and_no_task_for_the_family(cast):
    page = page_of(cast, begun(cast))
    assert (page.mode, page.case_id, page.child_id) == (Mode.NO_NAMES, None, None)
    assert not {Task.FAMILY, Task.TELLING} & {each.task for each in page.progress}


@pytest.mark.parametrize("who", ["ben", "cerys", "dev", "esther", "farid", "hal"])
def test_nobody_but_the_asker_and_oversight_knows_of_it(cast, who):
    consultation_id = asked(cast)
    with pytest.raises(NotThere):
        queries.open_consultation(cast.people[who].ctx(), consultation_id=consultation_id)
    assert queries.open_consultation(cast.iris.ctx(), consultation_id=consultation_id).may_continue == "no"


def test_s02_the_walk_is_that_of_nobody_identified(cast):
    consultation_id = asked(cast)
    decision_id = page_of(cast, consultation_id).people[0].decision.id
    walked = sharing.open_decision(cast.amira.ctx(), decision_id=decision_id).trace["walks"][0]
    expected = ["S0", "P0", "ADV", "P0", "Q1", "Q2", "Q3", "H1", "H2", "H3", "H4", "H5", "R_YES", "O_SHARE"]
    assert walked["path"] == expected
    assert walked["state"] == {"cp_procedure": "none", "share_mode": "non_identifying"}
    assert walked["answers"]["H5"] == ["not_applicable"]


def test_s02_nothing_on_the_advisers_side_says_who_it_is(cast):
    asked(cast)
    shared = disclosure_to_dev(cast)
    assert (shared.child, shared.asker_case_id) == ("a child without names", None)
    assert [item.text for item in shared.items] == [TIRED]
    assert shared.basis == "Without names: nobody can be identified from it."


@pytest.mark.parametrize(
    ("deed", "words"),
    [
        ("explain_reasons", WHY | {"question": "Is Ayo Adeyemi neglected?"}),
        ("explain_reasons", WHY | {"benefit": "Ring 07700 900123."}),
        ("list_what", {"items": (ListedItem("Ayo is tired.", *(getattr(ITEM, n) for n in ("category", "kind", "source", "included", "left_out_reason"))),)}),
    ],
)  # fmt: skip
def test_e15_words_that_could_say_who_it_is_are_refused_until_a_person_says_why_not(cast, deed, words):
    consultation_id = begun(cast)
    do = getattr(commands, deed)
    with pytest.raises(Refused, match="Change the words"):
        do(cast.amira.ctx(), consultation_id=consultation_id, **words)
    do(cast.amira.ctx(), consultation_id=consultation_id, **words, not_identifying="It is another Ayo.")
    assert page_of(cast, consultation_id).question == words.get("question", "")


def test_e15_a_child_not_yet_named_has_no_name_that_could_be_said(cast):
    commands.record_spoken(cast.amira.ctx(), spoken=commands.Spoken(said="A smell of gas."))
    words = WHY | {"question": "A child has not yet come in, as recorded. Is that a worry?"}
    commands.explain_reasons(cast.amira.ctx(), consultation_id=begun(cast), **words)


def test_e15_the_page_warns_keeps_everything_typed_and_takes_a_reason(cast):
    consultation_id = begun(cast)
    page, browser = reverse("consultations:why", args=[consultation_id]), signed_in(cast, "amira")
    assert "not_identifying" not in browser.get(page).content.decode()
    typed = WHY | {"question": "Is Mia Ellery safe in SW1A 1AA?", "command_id": str(uuid4())}
    answer = browser.post(page, typed)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "looks like a name" in shown
    assert "looks like a postcode" in shown
    assert shown.count("Leave it out, or say “the area”.") == 1, "a line of its own in the summary"
    assert 'href="#id_question"' in shown, "it leads to the words themselves"
    assert "Is Mia Ellery safe in SW1A 1AA?" in shown
    again = typed | {"not_identifying": "A character in a book.", "command_id": str(uuid4())}
    assert browser.post(page, again).status_code == 302


def test_e15_the_words_of_an_answer_and_of_a_decision_are_looked_at_too(cast):
    consultation_id = asked(cast)
    ids = journey.person_in(cast, consultation_id)
    ctx, reason = cast.amira.ctx, "Mia Ellery is tired."
    answered = sharing_commands.Answered("hmg-2018-07", "P0", "no", reason=reason)
    with pytest.raises(Refused, match="Mia Ellery"):
        commands.answer_question(ctx(), **ids, answered=answered)
    judged = sharing_commands.Judged("SHARE", reason, necessity="It is only what I see.")
    with pytest.raises(Refused, match="Mia Ellery"):
        commands.decide_sharing(ctx(), **ids, judged=judged)
    commands.decide_sharing(ctx(), **ids, judged=judged, not_identifying="She stands in a book.")


def test_e15_what_is_on_record_is_read_together_with_what_is_written_now(cast):
    consultation_id = begun(cast)
    commands.explain_reasons(
        cast.amira.ctx(),
        consultation_id=consultation_id,
        **(WHY | {"question": "How is it at Willow Lane Primary?"}),
    )
    wheelchair = replace(ITEM, text="A wheelchair that is too small.")
    with pytest.raises(Refused, match="“Willow Lane Primary” and “wheelchair” together"):
        commands.list_what(cast.amira.ctx(), consultation_id=consultation_id, items=(wheelchair,))
    assert page_of(cast, consultation_id).items == ()


def test_e15_with_names_nothing_is_looked_for(cast):
    consultation_id = commands.begin_consultation(cast.amira.ctx(), child_id=cast.child_id)
    commands.explain_reasons(
        cast.amira.ctx(), consultation_id=consultation_id, **(WHY | {"question": "Is Ayo Adeyemi tired?"})
    )


class TestNameChild(Recital):
    deed = Deed(
        command=commands.name_child,
        leaf=Leaf.NO_NAMES_NAMED,
        ready=lambda cast: {"consultation_id": asked(cast), "child_id": cast.child_id},
        stands=lambda cast, words: queries.list_asked_without_names(
            cast.amira.ctx(), child_id=words["child_id"]
        ),
        page=lambda cast, words: reverse("consultations:name", args=[words["consultation_id"]]),
        right_words=lambda cast, words: {"child": str(words["child_id"]), "then": "ask_again"},
        wrong_words={"then": ""},
        sentence="Say whether you want to ask again by name",
        kept="Ayo Adeyemi",
    )

    def finds_nothing(self, cast, words, name):
        with pytest.raises(NotThere):
            self.do(cast, words, name=name)
        assert signed_in(cast, name).get(self.deed.page(cast, words)).status_code == 404


def test_e14_named_later_is_a_new_record_that_needs_its_own_decision(cast):
    consultation_id = asked(cast)
    before = page_of(cast, consultation_id)
    named_id = commands.name_child(cast.amira.ctx(), consultation_id=consultation_id, child_id=cast.child_id)
    named = page_of(cast, named_id)
    assert (named.child, named.question, named.people) == ("Ayo Adeyemi", WHY["question"], ())
    assert page_of(cast, consultation_id) == before


def test_e14_the_adviser_is_given_no_identity_by_it(cast):
    consultation_id = asked(cast)
    before = disclosure_to_dev(cast)
    cases.admit_member(
        cast.amira.ctx(), case_id=cast.case_id, membership_id=cast.dev.membership_id,
        purpose=Purpose.EARLY_HELP, reason="Works with them",
    )  # fmt: skip
    commands.name_child(cast.amira.ctx(), consultation_id=consultation_id, child_id=cast.child_id)
    assert disclosure_to_dev(cast) == before
    assert queries.list_asked_without_names(cast.dev.ctx(), child_id=cast.child_id) == ()
    shown = signed_in(cast, "dev").get(reverse("web:child", args=[cast.child_id])).content.decode()
    assert "without names" not in shown


def test_s02_a_private_note_stands_on_the_childs_record_for_the_own_agency_alone(cast):
    consultation_id = asked(cast)
    commands.link_privately(cast.amira.ctx(), consultation_id=consultation_id, child_id=cast.child_id)
    assert Leaf.NO_NAMES_LINKED in actions()
    shown = signed_in(cast, "amira").get(reverse("web:child", args=[cast.child_id])).content.decode()
    assert "Advice was sought without names" in shown
    other = signed_in(cast, "cerys").get(reverse("web:child", args=[cast.child_id])).content.decode()
    assert "Advice was sought without names" not in other
    assert len(queries.list_consultations_about(cast.amira.ctx(), child_id=cast.child_id)) == 0


def told_by_name(cast, consultation_id):
    """Cerys is asked, and told who it is."""
    ctx, ids = cast.amira.ctx, {"consultation_id": consultation_id}
    cerys = ChosenPerson(cast.cerys.membership_id, Checked.DIRECTORY)
    commands.choose_person(ctx(), **ids, person=cerys)
    commands.list_what(ctx(), **ids, items=(journey.DAMP, journey.ABSENT))
    journey.family_says(cast, consultation_id, purpose=WHY["benefit"])
    journey.answer(cast, consultation_id, "P0", "no")
    journey.decide(cast, consultation_id)
    journey.talk(cast, consultation_id)


def test_e14_an_adviser_who_hears_significant_harm_is_owed_the_name_at_once(cast):
    consultation_id = asked(cast)
    given = GivenView(NoteState.CONFIRMED, view="This child may be neglected.", heard=Heard.SIGNIFICANT_HARM)
    advice.give_view(cast.dev.ctx(), disclosure_id=disclosure_to_dev(cast).id, given=given)
    assert "name_child" in {duty.kind for duty in duties.list_my_duties(cast.amira.ctx())}
    assert "Name the child" in signed_in(cast, "amira").get("/").content.decode()
    assert "may be suffering significant harm" in signed_in(cast, "iris").get("/").content.decode(), (
        "the lead sees it"
    )
    named_id = commands.name_child(cast.amira.ctx(), consultation_id=consultation_id, child_id=cast.child_id)
    assert "name_child" in {duty.kind for duty in duties.list_my_duties(cast.amira.ctx())}
    name_page = reverse("consultations:name", args=[consultation_id])
    shown = signed_in(cast, "amira").get(name_page).content.decode()
    assert reverse("consultations:open", args=[named_id]) in shown
    told_by_name(cast, named_id)
    assert "name_child" not in {duty.kind for duty in duties.list_my_duties(cast.amira.ctx())}


def test_it_ends_with_an_outcome_and_nobody_is_to_be_told(cast):
    consultation_id = asked(cast)
    commands.record_outcome(
        cast.amira.ctx(),
        consultation_id=consultation_id,
        kind=OutcomeKind.ADVICE,
        words="Talk to the parents.",
    )
    page = page_of(cast, consultation_id)
    assert page.duties == () or {duty.kind for duty in page.duties} <= {"agreed_step"}
    assert {each.progress for each in page.progress} == {"done"}


def test_not_even_a_lead_lists_anything_in_what_somebody_else_asked_without_names(cast):
    about = Ref("consultation", asked(cast))
    with pytest.raises(NotThere):
        sharing_commands.list_items(
            cast.iris.ctx(), case_id=None, arising_from=about, recipients=(about.id,), items=(ITEM,)
        )


def test_the_askers_safeguarding_lead_reads_the_advisers_view(cast):
    consultation_id = asked(cast)
    (shared,) = advice_queries.list_my_inbox(cast.dev.ctx())
    given = GivenView(NoteState.CONFIRMED, view="I would talk to the nursery first.")
    advice.give_view(cast.dev.ctx(), disclosure_id=shared.id, given=given)
    opened = reverse("consultations:open", args=[consultation_id])
    shown = signed_in(cast, "iris").get(opened).content.decode()
    assert given.view in shown
    assert "They have not confirmed the note" not in shown
    assert signed_in(cast, "ben").get(opened).status_code == 404
