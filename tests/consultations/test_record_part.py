"""The family's part before the outcome: told before, offered to take part, took part; when and how, or why not."""

from datetime import date

import pytest
from django.urls import reverse

from alongside.access.words import Ref, Refused
from alongside.consent.words import Status
from alongside.consultations import commands
from alongside.families.words import ParentalResponsibility
from alongside.involvement import queries as involvement
from alongside.involvement.commands import PartTaken
from alongside.involvement.words import Happened, Leaf, Step
from tests import journey
from tests.consultations.deeds import address, boxes
from tests.recital import Deed, Recital, signed_in

TODAY = date(2026, 11, 3)
GWEN = "Gwen Adeyemi (mother)"


def prepared(cast):
    part = PartTaken(
        cast.mother_id, GWEN, Step.OFFERED_PART, Happened.YES, TODAY, "On the telephone", "Gladly."
    )
    return {"consultation_id": journey.prepare(cast), "part": part}


def parts(cast, words):
    about = Ref("consultation", words["consultation_id"])
    return involvement.list_parts(cast.amira.ctx(), arising_from=about)


class TestRecordPart(Recital):
    deed = Deed(
        command=commands.record_part,
        leaf=Leaf.PART_RECORDED,
        ready=prepared,
        stands=parts,
        page=address("part"),
        right_words=lambda cast, words: {
            "who": str(cast.mother_id),
            "step": "offered_part",
            "happened": "yes",
            **boxes("happened_on", TODAY),
            "how": "On the telephone",
            "views": "Gladly.",
        },
        wrong_words=boxes("happened_on", date(2026, 11, 4)),
        sentence="it cannot be later than today.",
        kept="On the telephone",
    )


@pytest.mark.parametrize("happened", [Happened.NO, Happened.NOT_YET])
def test_what_did_not_happen_says_why(cast, happened):
    words = prepared(cast)
    with pytest.raises(Refused, match="Say why"):
        commands.record_part(
            cast.amira.ctx(), **words | {"part": PartTaken(None, "Ayo", Step.TOOK_PART, happened)}
        )


def test_a_later_word_on_the_same_step_supersedes_and_each_person_has_their_own(cast):
    words = prepared(cast)
    keys = {"consultation_id": words["consultation_id"]}
    not_yet = PartTaken(cast.mother_id, GWEN, Step.OFFERED_PART, Happened.NOT_YET, words="She is at work.")
    child = PartTaken(None, "Ayo Adeyemi", Step.TOOK_PART, Happened.NO, words="He is asked with his mother.")
    for part in (not_yet, child, words["part"]):
        commands.record_part(cast.amira.ctx(), **keys, part=part)
    found = {part.name: part.happened for part in parts(cast, words)}
    assert found == {GWEN: Happened.YES, "Ayo Adeyemi": Happened.NO}


def test_the_page_shows_every_person_and_what_became_of_each_step(cast):
    words = prepared(cast)
    commands.record_part(cast.amira.ctx(), **words)
    shown = signed_in(cast, "amira").get(address("part")(cast, words)).content.decode()
    assert shown.index("Gwen Adeyemi") < shown.index("Tunde Adeyemi")
    assert "Gladly." in shown
    assert shown.count("Not written down") == 8, "three people, three steps, one of them known"
    assert shown.count("Nothing decided yet") == 3


def test_what_another_agency_records_on_the_same_child_stays_with_that_agency(cast):
    consultation_id = journey.prepare(cast, by=cast.cerys, asked=cast.dev)
    part = PartTaken(None, "Ayo", Step.TOLD_BEFORE, Happened.YES, TODAY, "At the school gate")
    commands.record_part(cast.cerys.ctx(), consultation_id=consultation_id, part=part)
    about = Ref("consultation", consultation_id)
    assert involvement.list_parts(cast.cerys.ctx(), arising_from=about)
    for other in (cast.amira, cast.iris):
        assert not involvement.list_parts(other.ctx(), arising_from=about)


def test_a_safeguarding_lead_reads_the_familys_part_with_the_consultation(cast):
    words = prepared(cast)
    commands.record_part(cast.amira.ctx(), **words)
    page = reverse("consultations:open", args=[words["consultation_id"]])
    shown = signed_in(cast, "iris").get(page).content.decode()
    assert "The family’s part" in shown
    assert "Gladly." in shown


def told_before(cast, consultation_id):
    return {
        part.name: part.happened
        for part in parts(cast, {"consultation_id": consultation_id})
        if part.step is Step.TOLD_BEFORE
    }


def test_who_answered_had_been_told_and_an_adult_not_on_record_is_not_the_child(cast):
    consultation_id = journey.prepare(cast)
    nan = {"giver_adult_id": None, "giver": "Nan Adeyemi, her mother"}
    unknown = ParentalResponsibility.UNKNOWN
    journey.family_says(cast, consultation_id, status=Status.REFUSED, giver_responsibility=unknown, **nan)
    assert told_before(cast, consultation_id) == {"Nan Adeyemi, her mother": Happened.YES}
    shown = signed_in(cast, "amira").get(address("part")(cast, {"consultation_id": consultation_id}))
    assert "Nan Adeyemi, her mother" in shown.content.decode()
    assert shown.content.decode().count("Not written down") == 11, "the child has nothing of his own"


def test_an_answer_after_the_first_talk_does_not_show_that_they_were_told_before_it(cast, clock):
    consultation_id = journey.decided(cast)
    journey.talk(cast, consultation_id)
    clock.advance(days=1)
    journey.family_says(cast, consultation_id, status=Status.REFUSED, who="father")
    assert list(told_before(cast, consultation_id)) == [GWEN]


def test_a_word_that_was_written_down_is_never_replaced_by_what_an_answer_shows(cast):
    consultation_id = journey.prepare(cast)
    part = PartTaken(
        cast.mother_id, GWEN, Step.TOLD_BEFORE, Happened.NOT_YET, words="She was asked by another."
    )
    commands.record_part(cast.amira.ctx(), consultation_id=consultation_id, part=part)
    journey.family_says(cast, consultation_id)
    assert told_before(cast, consultation_id) == {GWEN: Happened.NOT_YET}
