"""Asking a person of the family, who answers at their own page: what they read, and to whom nothing is sent."""

from dataclasses import replace

import pytest

from alongside.access.words import Ref, Refused
from alongside.consent import queries as consents
from alongside.consent.commands import NewRequest
from alongside.consent.words import Category, Leaf, Status
from alongside.consultations import commands, said_pages
from tests import journey
from tests.consultations.deeds import address, page_of
from tests.recital import Deed, Recital

WORDS = "I would like to ask the school how Ayo is."


def prepared(cast):
    consultation_id = journey.prepare(cast)
    asked = NewRequest(
        giver_adult_id=cast.mother_id,
        recipient=page_of(cast, consultation_id).person.title,
        purpose="",
        categories=(Category.HOUSING,),
        text_shown=WORDS,
    )
    return {"consultation_id": consultation_id, "asked": asked}


def requests(cast, words):
    about = Ref("consultation", words["consultation_id"])
    found = consents.list_answers(cast.amira.ctx(), arising_from=about)
    return [each for each in found if each.status is Status.REQUESTED]


class TestAskFamily(Recital):
    deed = Deed(
        command=commands.ask_family,
        leaf=Leaf.CONSENT_REQUESTED,
        ready=prepared,
        stands=requests,
        page=address("ask_family"),
        right_words=lambda cast, _words: {
            "giver": str(cast.mother_id),
            "categories": ["housing"],
            "words": WORDS,
        },
        wrong_words={"words": "I would like to speak about Tunde Adeyemi."},
        sentence="names no other relative",
        kept="I would like to speak about Tunde Adeyemi.",
    )


def test_the_purpose_is_the_consultations_own_and_the_words_are_kept(cast):
    words = prepared(cast)
    key = commands.ask_family(cast.amira.ctx(), **words)
    page = consents.open_record(cast.amira.ctx(), consent_id=key)
    assert (page.answer.purpose, page.text_shown) == (journey.BENEFIT, WORDS)


@pytest.mark.parametrize("about", [("Somebody else",), ()])
def test_nobody_is_asked_about_somebody_who_is_not_asked(cast, about):
    words = prepared(cast)
    words["asked"] = replace(words["asked"], recipient="Somebody else")
    with pytest.raises(Refused, match="Whom you want to ask has changed"):
        commands.ask_family(cast.amira.ctx(), **words, recipients=about)


def test_nobody_is_asked_without_names_or_without_a_reason(cast):
    words = prepared(cast)
    nameless = commands.begin_no_names(cast.amira.ctx())
    with pytest.raises(Refused, match="Nobody is named"):
        commands.ask_family(cast.amira.ctx(), **words | {"consultation_id": nameless})
    bare = commands.begin_consultation(cast.amira.ctx(), child_id=cast.child_id)
    with pytest.raises(Refused, match="why you want to ask"):
        commands.ask_family(cast.amira.ctx(), **words | {"consultation_id": bare})
    assert not requests(cast, words)


def test_the_consultation_says_that_somebody_was_asked_and_has_not_answered(cast):
    words = prepared(cast)
    commands.ask_family(cast.amira.ctx(), **words)
    (said,) = said_pages.said_so_far(page_of(cast, words["consultation_id"]))
    assert (said.tag.text, said.lines[1]) == ("Asked, no answer yet", "Asked about: Housing.")
