"""At an adoption the earlier record is sealed and a new one begun, and nothing leads from one to the other (E10)."""

from collections import Counter
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.access import context
from alongside.access.words import NotThere, Refused
from alongside.cases import commands as cases
from alongside.cases.commands import Adopted
from alongside.cases.words import Leaf
from alongside.duties import commands as duty_commands
from alongside.duties import queries as duties
from alongside.duties.words import FOR_LEADS, Owed
from alongside.families import commands, queries
from alongside.reliance import commands as reliance
from tests.consultations.test_withhold_telling import withheld
from tests.families.test_stages import link_of, running
from tests.people import Cast
from tests.recital import Deed, Recital, leaves, signed_in
from tests.reliance import changing


def adopt(cast: Cast, officer: str = "iris") -> None:
    keeper = cast.people[officer].membership_id
    adopted = Adopted("Ayo Whitfield", keeper, cast.ben.membership_id, "Adoption order of 2 November")
    cases.seal_adoption(cast.amira.ctx(), child_id=cast.child_id, adopted=adopted)


def names(cast, who, words=""):
    return [each.name for each in queries.list_children(cast.people[who].ctx(), words=words)]


def test_e10_a_search_for_the_old_name_finds_nothing(cast):
    adopt(cast)
    for who in ("amira", "ben", "cerys", "dev", "esther", "hal"):
        assert names(cast, who, "Adeyemi") == [], who
    with pytest.raises(NotThere):
        queries.open_child(cast.amira.ctx(), child_id=cast.child_id)


def test_e10_the_new_record_is_there_for_the_named_and_holds_nothing_of_the_old(cast):
    adopt(cast)
    (new,) = queries.list_children(cast.ben.ctx())
    assert new.name == "Ayo Whitfield"
    assert new.id != cast.child_id
    assert new.case_id != cast.case_id
    assert queries.list_adults(cast.ben.ctx(), child_id=new.id) == ()
    assert names(cast, "amira") == []


def test_e10_only_the_officer_opens_the_link_and_says_why(cast):
    adopt(cast)
    new = next(each for each in queries.list_children(cast.iris.ctx()) if each.name == "Ayo Whitfield")
    for child_id, other_id in ((cast.child_id, new.id), (new.id, cast.child_id)):
        assert (
            commands.open_adoption(cast.iris.ctx(), child_id=child_id, reason="Asked by the agency")
            == other_id
        )
    with pytest.raises(NotThere):
        commands.open_adoption(cast.ben.ctx(), child_id=new.id, reason="Curious about it")
    with pytest.raises(NotThere):
        commands.open_adoption(cast.amira.ctx(), child_id=cast.child_id, reason="Worked with him")
    with pytest.raises(Refused, match="why"):
        commands.open_adoption(cast.iris.ctx(), child_id=new.id, reason=" ")


def test_e10_no_leaf_names_both_records(cast):
    adopt(cast)
    (new,) = queries.list_children(cast.ben.ctx())
    sealed = next(deed for deed in leaves() if deed["action"] == "adoption:sealed")
    assert str(cast.child_id) not in sealed["about"]
    assert not [deed for deed in leaves() if str(new.id) in deed["about"]]


def test_e10_the_earlier_familys_private_links_end(cast):
    reader_id = link_of(cast.amira.ctx(), child_id=cast.child_id, adult_id=cast.mother_id)
    assert running(reader_id) == 1
    adopt(cast)
    assert running(reader_id) == 0


def test_e10_a_record_of_brothers_and_sisters_is_not_sealed_over_them(cast):
    commands.add_child(cast.amira.ctx(), case_id=cast.case_id, name="Ife Adeyemi", born_on=None)
    with pytest.raises(Refused, match="several children"):
        adopt(cast)
    assert names(cast, "amira", "Adeyemi") == ["Ayo Adeyemi", "Ife Adeyemi"]


def owed(cast, who):
    return Counter(each.kind for each in duties.list_my_duties(cast.people[who].ctx()))


def test_e10_what_was_owed_is_the_officers_to_do_and_waits_for_nobody_who_cannot_open_it(cast, clock):
    changing.withdrawn(cast)
    before = owed(cast, "amira") + owed(cast, "iris")
    assert owed(cast, "amira")
    assert owed(cast, "cerys")
    adopt(cast)
    assert owed(cast, "amira") == Counter()
    assert duties.list_awaited_duties(cast.amira.ctx()) == ()
    assert set(owed(cast, "iris")) == set(before)
    assert owed(cast, "cerys") == Counter()
    clock.advance(days=30)
    reminded = duty_commands.count_reminders(context.upkeep_context())
    assert reminded.people == 1, "nobody but the officer is written to"
    assert "duty:handed_over" in [deed["action"] for deed in leaves()]


@pytest.mark.parametrize("officer", ["ben", "amira"])
def test_e10_a_leads_word_that_was_awaited_ends_with_the_seal_and_is_not_owed_by_who_cannot_give_it(
    cast, officer
):
    withheld(cast)
    assert Owed.AUTHORISE_WITHHOLDING in owed(cast, "iris")
    adopt(cast, officer)
    assert Owed.AUTHORISE_WITHHOLDING not in owed(cast, officer) + owed(cast, "iris")
    assert not FOR_LEADS & set(owed(cast, "ben"))
    assert Owed.REVIEW_CONSENT in owed(cast, officer)


def test_e10_what_lapses_after_the_seal_is_the_officers_to_look_at(cast, clock):
    changing.shared(cast)
    adopt(cast)
    clock.advance(days=200)
    reliance.notice_lapses(context.upkeep_context())
    assert Owed.LOOK_AGAIN_AT_WHAT_RELIED in owed(cast, "iris")
    assert duty_commands.count_reminders(context.upkeep_context()).people == 1


@pytest.mark.parametrize("name", ["dev", "ben", "iris", "esther", "hal", "cerys"])
def test_somebody_else_seals_nothing(cast, name):
    adopted = Adopted("Ayo W", cast.people[name].membership_id, cast.people[name].membership_id, "Order")
    with pytest.raises(NotThere):
        cases.seal_adoption(cast.people[name].ctx(), child_id=cast.child_id, adopted=adopted)


def typed(cast, _):
    return {
        "name": "Ayo Whitfield",
        "officer": str(cast.iris.membership_id),
        "worker": str(cast.ben.membership_id),
        "reason": "Adoption order of 2 November, seen by me",
        "sealed": ["yes"],
    }


class TestSealAdoption(Recital):
    deed = Deed(
        command=cases.seal_adoption,
        leaf=Leaf.ADOPTION_SEALED,
        ready=lambda cast: {
            "child_id": cast.child_id,
            "adopted": Adopted(
                "Ayo Whitfield", cast.iris.membership_id, cast.ben.membership_id, "Adoption order"
            ),
        },
        stands=lambda cast, _: names(cast, "ben"),
        page=lambda cast, _: reverse("cases:seal_adoption", args=[cast.child_id]),
        right_words=typed,
        wrong_words={"sealed": []},
        sentence="Tick that the record is to be sealed, once you have read above what that means.",
        kept="Ayo Whitfield",
        strangers=("dev", "ben", "iris", "cerys"),
    )


def test_pressed_twice_on_the_page_it_is_said_to_be_done_and_done_once(cast):
    browser, page = signed_in(cast, "amira"), reverse("cases:seal_adoption", args=[cast.child_id])
    words = {**typed(cast, None), "command_id": str(uuid4())}
    for _ in range(2):
        answer = browser.post(page, words, follow=True)
        assert "The record is sealed" in answer.content.decode()
    assert names(cast, "ben") == ["Ayo Whitfield"]
    done = reverse("cases:sealed", args=[words["command_id"]])
    assert browser.get(done).status_code == 200
    assert signed_in(cast, "ben").get(done).status_code == 404, "it says so to whoever did it"
    assert browser.get(reverse("cases:sealed", args=[uuid4()])).status_code == 404, "and of what was done"


def test_the_people_page_leads_to_sealing_and_only_the_officer_to_the_other_record(cast):
    people = reverse("families:people", args=[cast.child_id])
    assert (
        reverse("cases:seal_adoption", args=[cast.child_id])
        in signed_in(cast, "amira").get(people).content.decode()
    )
    adopt(cast)
    assert signed_in(cast, "amira").get(people).status_code == 404
    (new,) = queries.list_children(cast.ben.ctx())
    there, other = (reverse("families:people", args=[each]) for each in (new.id, cast.child_id))
    link = reverse("families:open_adoption", args=[new.id])
    assert link in signed_in(cast, "iris").get(there).content.decode()
    assert link not in signed_in(cast, "ben").get(there).content.decode()
    assert signed_in(cast, "ben").get(link).status_code == 404
    words = {"reason": "The agency asks for the medical history.", "command_id": str(uuid4())}
    answer = signed_in(cast, "iris").post(link, words)
    assert answer["Location"] == other
    assert "adoption:opened" in [deed["action"] for deed in leaves()]
    assert signed_in(cast, "iris").post(link, {"reason": "", "command_id": str(uuid4())}).status_code == 422


def test_e10_what_was_said_and_shared_before_is_sealed_with_the_record(cast):
    shared = changing.shared(cast)
    adopt(cast)
    for who in ("amira", "ben", "farid"):
        browser = signed_in(cast, who)
        for page in (
            reverse("consent:ledger", args=[cast.child_id]),
            reverse("consultations:open", args=[shared.consultation_id]),
            reverse("sharing:open_decision", args=[shared.decision_id]),
        ):
            assert browser.get(page).status_code in {403, 404}, (who, page)
    assert "Adeyemi" not in signed_in(cast, "amira").get("/").content.decode()
    assert (
        "Adeyemi"
        in signed_in(cast, "iris").get(reverse("consent:ledger", args=[cast.child_id])).content.decode()
    )
