"""Whatever is addressed to one person says neither where somebody hidden is nor the name of another relative."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from alongside.access import context
from alongside.access.words import Ref, Refused
from alongside.consent import commands as consent
from alongside.consent.commands import NewRequest
from alongside.consent.words import Category
from alongside.contacts import rules
from alongside.contacts.words import Hiding
from alongside.families import commands as families
from alongside.families.commands import BirthWords
from alongside.families.words import BirthBasis
from alongside.involvement import commands as involvement
from alongside.involvement.commands import NewNotice, ToldPerson
from alongside.involvement.words import Ground, NoticeKind, Told
from alongside.portal import commands as portal
from alongside.portal import keys
from alongside.portal.commands import NewLink
from alongside.portal.words import Part, Reader
from alongside.voice import commands as voice
from alongside.voice import queries as voices
from alongside.voice.words import Answer, Safety
from tests.contacts.reaching import added
from tests.letters.writing import written
from tests.portal.doors import secrets
from tests.voice.test_keep_words import keep

MATTER = Ref("consultation", UUID(int=7))


def notice(cast, words):
    new = NewNotice(NoticeKind.OUTCOME, MATTER, "What was decided", (words,))
    involvement.issue_notice(cast.amira.ctx(), child_id=cast.child_id, adult_id=cast.father_id, notice=new)


def request(cast, words):
    asked = NewRequest(cast.father_id, "Nina Rao, School nurse", "To help.", (Category.HOUSING,), words)
    consent.request_consent(cast.amira.ctx(), child_id=cast.child_id, arising_from=MATTER, asked=asked)


def purpose(cast, words):
    asked = NewRequest(cast.father_id, "Nina Rao, School nurse", words, (Category.HOUSING,), "")
    consent.request_consent(cast.amira.ctx(), child_id=cast.child_id, arising_from=MATTER, asked=asked)


def correction(cast, words, *, about=MATTER):
    key = voice.record_correction(
        cast.amira.ctx(), child_id=cast.child_id, adult_id=cast.father_id, about=about, words="Not so."
    )
    voice.answer_correction(cast.amira.ctx(), correction_id=key, answer=Answer.NOT_CHANGED, words=words)


def complaint(cast, words):
    key = voice.record_complaint(
        cast.amira.ctx(), child_id=cast.child_id, adult_id=cast.father_id, words="Nobody rang."
    )
    voice.answer_complaint(cast.iris.ctx(), complaint_id=key, words=words)


def told_back(cast, words):
    key = keep(cast, adult_id=cast.father_id, safety=Safety.NOT_SAFE)
    voice.answer_not_safe(cast.amira.ctx(), said_id=key, what_was_done="Rang.", told_back=words)


def link(cast, words):
    portal.give_private_link(
        cast.amira.ctx(),
        child_id=cast.child_id,
        adult_id=cast.father_id,
        link=NewLink(Reader.ADULT, words, tuple(Part)),
        secrets=secrets(keys.new_keys()),
        until=context.clock() + timedelta(days=3),
    )


def letter(cast, words):
    contact_id = added(cast, adult_id=cast.father_id, hiding=Hiding.NOBODY)
    written(cast, contact_id, adult_id=cast.father_id, paragraphs=(words,))


CHANNELS = (notice, request, purpose, correction, complaint, told_back, link, letter)


@pytest.mark.parametrize("channel", CHANNELS)
def test_e12_no_channel_says_where_somebody_is_who_is_hidden_from_the_reader(cast, channel):
    added(cast, adult_id=cast.mother_id, hiding=Hiding.SOME, hidden_from=(cast.father_id,))
    with pytest.raises(Refused, match="says where somebody can be found"):
        channel(cast, "We visited Flat 9, Heron Court on Monday.")


@pytest.mark.parametrize("channel", CHANNELS)
def test_no_channel_names_another_relative(cast, channel):
    with pytest.raises(Refused, match="name Gwen Adeyemi"):
        channel(cast, "We spoke with Gwen Adeyemi.")


@pytest.mark.parametrize("channel", CHANNELS)
def test_the_readers_own_name_and_the_childs_are_no_others(cast, channel):
    channel(cast, "Tunde, we spoke about Ayo Adeyemi.")


@pytest.mark.parametrize("channel", [notice, correction, complaint, link])
def test_e3_while_it_is_withheld_from_somebody_nothing_answers_them(cast, channel):
    person = ToldPerson(
        cast.father_id, "Tunde Adeyemi (father)", Told.WITHHELD, None, "He would find her.",
        Ground.SERIOUS_HARM_TO_ADULT, date(2026, 11, 6),
    )  # fmt: skip
    involvement.record_telling(
        cast.amira.ctx(),
        child_id=cast.child_id,
        arising_from=Ref("child", cast.child_id),
        people=(person,),
        how="",
    )
    with pytest.raises(Refused, match="not to be told for now"):
        channel(cast, "We will ring.")


def test_an_answer_about_a_notice_is_withheld_with_the_matter_of_the_notice(cast):
    new = NewNotice(NoticeKind.OUTCOME, MATTER, "What was decided", ("We meet.",))
    key = involvement.issue_notice(
        cast.amira.ctx(), child_id=cast.child_id, adult_id=cast.father_id, notice=new
    )
    person = ToldPerson(
        cast.father_id, "Tunde Adeyemi (father)", Told.WITHHELD, None, "He would find her.",
        Ground.SERIOUS_HARM_TO_ADULT, date(2026, 11, 6),
    )  # fmt: skip
    involvement.record_telling(
        cast.amira.ctx(), child_id=cast.child_id, arising_from=MATTER, people=(person,), how=""
    )
    with pytest.raises(Refused, match="not to be told for now"):
        correction(cast, "We will ring.", about=Ref("notice", key))


def grown_up(cast):
    birth = BirthWords(BirthBasis.SEEN, date(2008, 11, 3), date(2008, 11, 3))
    families.say_birth_date(cast.amira.ctx(), child_id=cast.child_id, birth=birth)


@pytest.mark.parametrize("channel", [notice, letter])
def test_e5_nothing_is_written_to_a_parent_about_a_child_who_is_grown_up(cast, channel):
    grown_up(cast)
    with pytest.raises(Refused, match="grown up"):
        channel(cast, "We will ring.")
    own = NewNotice(NoticeKind.CHILD, Ref("consultation", uuid4()), "For you", ("We will ring.",))
    involvement.issue_notice(cast.amira.ctx(), child_id=cast.child_id, adult_id=None, notice=own)


def test_a_complaint_made_before_is_answered_on_record_though_the_page_is_over(cast):
    grown_up(cast)
    complaint(cast, "I am sorry.")
    (kept,) = voices.list_child_voice(cast.amira.ctx(), child_id=cast.child_id).complaints
    assert kept.answer_words == "I am sorry."


@pytest.mark.parametrize(
    ("words", "is_named"),
    [("You may say no.", False), ("We meet on 3 May.", False), ("May was there.", True), ("for may", False)],
)
def test_a_name_that_is_also_a_word_names_somebody_only_where_it_is_one(words, is_named):
    assert bool(rules.others_named(words, others=("May Obi",))) is is_named
