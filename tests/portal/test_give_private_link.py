"""A practitioner gives one person a private link: shown once, kept as digests, ended by a new one, refused on E3 and E5."""

from base64 import b64decode
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from alongside.access import context, frame
from alongside.access.words import NotThere, Ref, Refused, Tray, Unsaid
from alongside.contacts.queries import Writing
from alongside.contacts.words import Channel, Never, Wanted
from alongside.families import commands as families
from alongside.involvement import commands as involvement
from alongside.involvement.commands import ToldPerson
from alongside.involvement.words import Ground, Told
from alongside.letters.words import Kept, Print
from alongside.portal import commands, keys, queries, rules
from alongside.portal.commands import ByLetter
from alongside.portal.words import Leaf, Reader, State
from alongside.voice import commands as voice
from alongside.voice.words import Safety
from tests.contacts.reaching import added, says_nothing_of
from tests.contacts.test_how_to_write import said
from tests.family import at_their_page
from tests.letters.writing import letters, text_of
from tests.portal.doors import HOME, PAGES, SECOND, WHY, give, new_link, secrets, try_door
from tests.recital import Deed, Recital, signed_in

TYPED = {
    "written_for": "adult",
    "purpose": WHY,
    "parts": ["told"],
    "language": "en",
    "way": "taken_away",
    "contact": "by_hand",
    "second_thing": "phrase",
    "unsaid_second": SECOND,
    "until_on_day": "1",
    "until_on_month": "12",
    "until_on_year": "2026",
}


def ready(cast):
    return {
        "child_id": cast.child_id,
        "adult_id": cast.mother_id,
        "link": new_link(),
        "secrets": secrets(keys.new_keys()),
        "until": context.clock() + timedelta(days=30),
    }


class TestGivePrivateLink(Recital):
    deed = Deed(
        command=commands.give_private_link,
        leaf=Leaf.FAMILY_LINK_GIVEN,
        ready=ready,
        stands=lambda cast, _: [
            (link.person, link.state) for link in queries.list_links(cast.amira.ctx(), child_id=cast.child_id)
        ],
        page=lambda cast, _: f"/private-links/children/{cast.child_id}/give/",
        right_words=lambda cast, _: {**TYPED, "whom": str(cast.mother_id)},
        wrong_words={"unsaid_second": "14 05 2019", "purpose": "These words come back."},
        sentence="somebody could guess this, or know it",
        kept="These words come back.",
    )

    def test_its_page_does_it(self, cast):
        """It shows the sheet, once, instead of leading elsewhere."""
        words = ready(cast)
        browser = signed_in(cast, "amira")
        page = self.deed.page(cast, words)
        assert browser.get(page).status_code == 200
        typed = {**self.deed.right_words(cast, words), "command_id": str(uuid4())}
        answer = browser.post(page, typed)
        shown = answer.content.decode()
        assert answer.status_code == 200
        assert "Print this sheet now" in shown
        assert SECOND not in shown
        assert "It can be opened until 1 December 2026." in shown
        assert "or you lose this sheet, ring 01632 960" in shown
        code = shown.split('handout__code" dir="ltr"><strong>')[1].split("<")[0]
        assert try_door(Client(), code).status_code == 302
        again = browser.post(page, typed)
        assert again.status_code == 422
        assert "cannot be shown again" in again.content.decode()
        assert len(self.deed.stands(cast, words)) == 1


def everything_written() -> str:
    """Every value of every row of the house, the log included."""
    with frame.doing():
        return repr([list(model.objects.values()) for model in apps.get_models()])


def test_no_secret_is_kept_anywhere(cast):
    browser = signed_in(cast, "amira")
    page = f"/private-links/children/{cast.child_id}/give/"
    typed = {**TYPED, "whom": str(cast.mother_id), "command_id": str(uuid4())}
    shown = browser.post(page, typed).content.decode()
    code = shown.split('handout__code" dir="ltr"><strong>')[1].split("<")[0]
    try_door(Client(), code)
    written = everything_written()
    assert SECOND not in written
    assert code not in written
    assert rules.as_typed(code) not in written


def test_typed_words_of_a_lost_login_leave_the_second_thing_out(cast):
    browser = signed_in(cast, "amira")
    page = f"/private-links/children/{cast.child_id}/give/"
    mark = browser.get(page).content.decode().split('name="author" value="')[1].split('"')[0]
    Client().post(page, {**TYPED, "whom": str(cast.mother_id), "author": mark, "command_id": str(uuid4())})
    assert SECOND not in everything_written()


def test_whoever_gives_a_page_reads_that_somebody_is_not_safe_until_they_are_answered(cast):
    page = reverse("giving:give", args=[cast.child_id])
    said_id = voice.say_for_myself(
        at_their_page(cast, cast.mother_id), words="He reads my telephone.", safety=Safety.NOT_SAFE
    )
    shown = signed_in(cast, "amira").get(page).content.decode()
    assert "Gwen Adeyemi says that they are not safe, and nobody has answered yet." in shown
    assert "He reads my telephone." not in shown
    voice.answer_not_safe(
        cast.amira.ctx(), said_id=said_id, what_was_done="I rang her.", told_back="I come today."
    )
    assert "not safe" not in signed_in(cast, "amira").get(page).content.decode()


def test_a_new_link_ends_the_one_before(cast):
    _, first = give(cast, adult_id=cast.mother_id)
    _, second = give(cast, adult_id=cast.mother_id)
    states = [link.state for link in queries.list_links(cast.amira.ctx(), child_id=cast.child_id)]
    assert sorted(states) == sorted([State.RUNNING, State.REPLACED])
    assert try_door(Client(), first.code).status_code == 422
    assert try_door(Client(), second.code).status_code == 302


def test_e3_no_link_for_somebody_from_whom_everything_is_withheld(cast):
    withhold_everything(cast)
    with pytest.raises(Refused, match="not to be told"):
        give(cast, adult_id=cast.father_id)
    give(cast, adult_id=cast.mother_id)


@pytest.mark.parametrize("ground", list(Ground))
def test_s07_a_page_tells_no_parent_what_a_competent_child_does_not_want_told(cast, ground):
    """Another ground stands for its own matter alone: what is withheld there is on no page of theirs anyway."""
    because = ToldPerson(
        cast.father_id, "Tunde", Told.WITHHELD, None, "Ayo asked.", ground, date(2026, 11, 6)
    )
    words = {"child_id": cast.child_id, "arising_from": Ref("consultation", uuid4()), "how": ""}
    involvement.record_telling(cast.amira.ctx(), people=(because,), **words)
    if ground is not Ground.COMPETENT_YOUNG_PERSON_OBJECTS:
        assert give(cast, adult_id=cast.father_id)
        return
    with pytest.raises(Refused, match="not to be told"):
        give(cast, adult_id=cast.father_id)
    assert give(cast, adult_id=cast.mother_id)
    told = ToldPerson(cast.father_id, "Tunde", Told.INFORMED, date(2026, 11, 3), "He knows now.")
    involvement.record_telling(cast.amira.ctx(), people=(told,), **words)
    assert give(cast, adult_id=cast.father_id)


def withhold_everything(cast):
    """Telling the father anything about Ayo is withheld, and the second word is still awaited."""
    with frame.doing():
        apps.get_model("involvement.Telling").objects.create(
            agency_id=cast.amira.agency_id,
            case_id=cast.case_id,
            author_membership_id=cast.amira.membership_id,
            about_child_id=cast.child_id,
            adult_id=cast.father_id,
            person_as_named="Tunde Adeyemi",
            arising_from_kind="child",
            arising_from_id=cast.child_id,
            told="withheld",
            words="It would put Gwen at risk.",
            ground="serious_harm_to_adult",
            review_on=date(2026, 11, 6),
            authorisation="awaited",
            recorded_at=context.clock(),
        )


@pytest.mark.parametrize(("born_on", "days"), [(date(2008, 11, 10), 7), (date(2019, 5, 14), 30)])
def test_e5_an_adults_page_ends_when_the_child_is_18(cast, clock, born_on, days):
    families.correct_child(cast.amira.ctx(), child_id=cast.child_id, name="Ayo Adeyemi", born_on=born_on)
    _, made = give(cast, adult_id=cast.mother_id)
    browser = Client()
    clock.advance(days=days, hours=-24)
    assert try_door(browser, made.code).status_code == 302
    clock.advance(hours=24)
    assert browser.get(HOME)["Location"] == PAGES
    assert try_door(Client(), made.code).status_code == 422


def test_e5_an_adult_gets_no_page_about_a_grown_child_who_has_their_own(cast):
    families.correct_child(cast.amira.ctx(), child_id=cast.child_id, name="Ayo", born_on=date(2008, 11, 3))
    with pytest.raises(Refused, match="when the child is 18"):
        give(cast, adult_id=cast.mother_id)
    give(cast, adult_id=None)


def test_a_parent_gets_no_childs_page(cast):
    with pytest.raises(Refused, match="page for an adult"):
        give(cast, adult_id=cast.mother_id, written_for=Reader.YOUNG_PICTURES)


def test_pressed_in_two_agencies_a_child_of_another_agency_is_not_there(cast):
    page = f"/private-links/children/{cast.child_id}/give/"
    typed = {**TYPED, "whom": "child", "written_for": "young_words", "command_id": str(uuid4())}
    assert signed_in(cast, "cerys").post(page, typed).status_code == 404


def test_e7_a_link_about_one_child_says_nothing_of_a_sibling(cast):
    sibling_id = families.add_child(cast.amira.ctx(), case_id=cast.case_id, name="Bisi", born_on=None)
    _, made = give(cast, adult_id=cast.mother_id)
    browser = Client()
    try_door(browser, made.code)
    assert "Bisi" not in browser.get(HOME).content.decode()
    assert str(sibling_id) not in browser.get(HOME).content.decode()


def in_a_letter(cast, contact_id, *, whom=None):
    """The page's answer where the link is to go in a letter to a safe contact."""
    page = f"/private-links/children/{cast.child_id}/give/"
    typed = {**TYPED, "whom": str(whom or cast.mother_id), "contact": str(contact_id)}
    return signed_in(cast, "amira").post(page, {**typed, "command_id": str(uuid4())})


def test_a_link_goes_in_a_letter_to_a_safe_contact_and_stands_nowhere_else(cast):
    said(cast, adult_id=cast.mother_id, writing=Writing(large_print=Wanted.YES))
    answer = in_a_letter(cast, added(cast, adult_id=cast.mother_id))
    shown = answer.content.decode()
    assert "The letter is made" in shown
    assert SECOND not in shown
    assert "no-store" in answer["Cache-Control"]
    words = text_of(b64decode(shown.split('href="data:application/pdf;base64,')[1].split('"')[0]))
    code = words.split("Type this code: ")[1].split(" 3. Type")[0]
    assert "41 Quayside Row" in words
    assert SECOND not in words
    assert WHY not in words, "somebody else may open the letter"
    (letter,) = letters(cast)
    assert (letter.kept, letter.printings, letter.sheet.size) == (Kept.WITHOUT_THE_LINK, 1, Print.LARGE)
    assert letter.arising_from.kind == "family_link"
    written = everything_written()
    assert code not in written
    assert rules.as_typed(code) not in written
    for leaf in ("family_link:given", "contact:resolved", "letter:written", "letter:printed"):
        assert leaf in written
    assert try_door(Client(), code).status_code == 302


def test_e39_no_link_goes_where_it_must_not_be_sent(cast):
    post = added(cast, adult_id=cast.mother_id)
    added(cast, adult_id=cast.mother_id, channel=Channel.TEXT, never=(Never.NO_POST,))
    unsure = added(cast, adult_id=cast.mother_id, channel=Channel.HAND, verified=False)
    his = added(cast, adult_id=cast.father_id, channel=Channel.HAND)
    page = f"/private-links/children/{cast.child_id}/give/"
    offered = signed_in(cast, "amira").get(page).content.decode()
    assert [str(each) in offered for each in (post, unsure, his)] == [False, False, True]
    assert says_nothing_of(offered)
    for each in (post, unsure, his):
        assert in_a_letter(cast, each).status_code == 422
    for each, refusal in ((post, Refused), (unsure, Refused), (his, NotThere)):
        letter = ByLetter(each, (Unsaid("ABCD"),), Unsaid("<svg/>"), "A square", Tray())
        with pytest.raises(refusal):
            commands.give_private_link(cast.amira.ctx(), **ready(cast), going=letter)
    assert not letters(cast)
    assert not queries.list_links(cast.amira.ctx(), child_id=cast.child_id)


def test_no_link_goes_by_letter_in_a_language_that_no_speaker_approved(cast):
    page = f"/private-links/children/{cast.child_id}/give/"
    typed = {**TYPED, "whom": str(cast.mother_id), "contact": str(added(cast, adult_id=cast.mother_id))}
    answer = signed_in(cast, "amira").post(page, {**typed, "language": "pl", "command_id": str(uuid4())})
    assert answer.status_code == 422
    assert "Nobody who speaks Polish has approved its texts yet" in answer.content.decode()
    assert not queries.list_links(cast.amira.ctx(), child_id=cast.child_id)
